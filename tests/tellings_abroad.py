"""One dispute and another, told in several languages: articles of ours for tests of stories."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from collate.test_stories import article
from sayso.model.text import Article


class Telling(NamedTuple):
    """A language, a day, a title and a text."""

    language: str
    day: str
    title: str
    text: str


TUGS = (
    Telling(
        "en",
        "2031-03-04",
        "Peru warns Bolivia over tug boats",
        "Peru warned Bolivia on Tuesday not to sell its four tug boats on Lake Titicaca to Chile.",
    ),
    Telling(
        "ru",
        "2031-03-04",
        "Перу предостерегло Боливию от продажи буксиров",
        "Во вторник Перу предупредило Боливию: четыре буксира на озере Титикака нельзя продавать Чили.",
    ),
    Telling(
        "ja",
        "2031-03-05",
        "ペルー、ボリビアに曳船の売却を警告",
        "ペルーは火曜日、チチカカ湖の曳船4隻をチリに売らないようボリビアに警告した。",
    ),
)
VOTE = (
    Telling(
        "en",
        "2031-03-06",
        "Bolivia postpones its census",
        "Bolivia will count its people a year later, for the forms were not printed, officials in La Paz said.",
    ),
    Telling(
        "de",
        "2031-03-07",
        "Bolivien verschiebt die Volkszählung",
        "Bolivien zählt seine Einwohner erst ein Jahr später, weil die Formulare nicht gedruckt sind.",
    ),
)
ALONE = (
    Telling(
        "ru",
        "2031-03-05",
        "В Перу выбрали лучшую картошку",
        "На ярмарке в Перу жюри наградило крестьян за сорок сортов картофеля.",
    ),
)
# The truth: what each story has.
STORIES = (TUGS, VOTE, ALONE)


def articles_of(*tellings: Telling) -> list[Article]:
    """The articles that are told so."""
    return [
        replace(article(one.text, title=one.title, published=one.day), language=one.language)
        for one in tellings
    ]


def told(stories: tuple[tuple[Telling, ...], ...] = STORIES) -> set[frozenset[str]]:
    """The ids of the articles of each story."""
    return {frozenset(one.id for one in articles_of(*story)) for story in stories}


def every() -> list[Article]:
    """All articles, of all stories."""
    return articles_of(*(one for story in STORIES for one in story))
