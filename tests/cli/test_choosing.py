from __future__ import annotations

import pytest

from collate.ledgers import day
from sayso.cli.choosing import Choice, short_id
from sayso.errors import UsageError
from sayso.model.collation import Story
from sayso.model.ids import by_id
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.model.text import Article

STORIES = tuple(
    Story(id=f"story_{digest}", title="-", articles=()) for digest in ("abcdef", "abxyz", "story")
)


def ledger(name: str, text: str, published: str | None = None) -> Ledger:
    return Ledger(
        article=Article(
            id=name, text_sha256="0", text=text, published=day(published) if published else None
        )
    )


FERRIES = ledger(
    "ferries", "The ferries of Sudmark stay in port, Captain Rui Nunes said.", "2021-05-03"
)
BRIDGE = ledger("bridge", "A bridge near Halden was closed by its keeper, Teo Ramsay.")


@pytest.mark.parametrize("given", ["story_abc", "abc", "story_abcdef", "abcdef"])
def test_the_beginning_of_an_id_is_enough(given: str) -> None:
    assert by_id(given, STORIES, "story") == STORIES[0]


def test_an_id_that_nothing_has_and_one_that_several_have() -> None:
    with pytest.raises(UsageError, match="no story here"):
        by_id("q", STORIES, "story")
    with pytest.raises(UsageError, match="2 of the ids begin with 'ab'"):
        by_id("ab", STORIES, "story")


def test_a_short_id_begins_the_long_one() -> None:
    long = "policy_change_abcdefghijkl"
    assert short_id(long) == "policy_change_abcdefgh"


def test_articles_of_later_days_are_left_out_and_undated_ones_stay() -> None:
    items: list[Ledger | Quarantine] = [FERRIES, Quarantine(path="x", reason="-"), BRIDGE]
    assert list(Choice(as_of="2021-05-02").choose(items, 90)) == [BRIDGE]
    assert list(Choice(as_of="2021-05-03").choose(items, 90)) == [FERRIES, BRIDGE]
    assert list(Choice().choose(items, 90)) == [FERRIES, BRIDGE]


def test_only_the_articles_of_a_story() -> None:
    from sayso.collate.stories import find_stories

    stories = find_stories([FERRIES.article, BRIDGE.article])
    assert len(stories) == 2
    for story in stories:
        (chosen,) = Choice(story=story.id).choose([FERRIES, BRIDGE], 90)
        assert (chosen.article.id,) == story.articles
