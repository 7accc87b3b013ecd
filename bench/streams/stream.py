"""A stream of invented news: stories that begin, go on for some days and end, a number of articles a day.

Each story has a place, an institution and people of its own, and an affair that other stories have too; each
article has two or three statements in the words of its story. The articles that run at a time stay as
many, however long the stream is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import NamedTuple

from sayso.model.ids import digest_id, with_id
from sayso.model.ledger import Statement
from sayso.model.reading import Ledger
from sayso.model.text import Actor, Article, Party, Role, When, actor_id

FIRST_DAY = date(2000, 1, 1)
OUTLETS = tuple(
    f"The {name} Post" for name in ("Aller", "Brenta", "Calder", "Dyje", "Ebro", "Fulda")
)
LASTS = (2, 12)  # days
PEOPLE = 3
SAYINGS = 6
CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"


class Affair(NamedTuple):
    """What a story is about: whom it names, and what they say."""

    place: str
    body: str
    people: tuple[Actor, ...]
    sayings: tuple[str, ...]
    last: date


def stream(number: int, a_day: int, seed: int = 1) -> Iterator[tuple[Ledger, ...]]:
    """So many articles as ledgers, the articles of one day together; half as many stories run at a time."""
    random = Random(seed)
    words = tuple(_word(random, 2, 3) for _ in range(4_000))
    running: list[Affair] = []
    left = number
    for days in count():
        if left <= 0:
            return
        today = FIRST_DAY + timedelta(days=days)
        running = [affair for affair in running if affair.last >= today]
        while len(running) < a_day // 2:
            running.append(_affair(today, words, random))
        told = [
            _ledger(random.choice(running), today, words, random) for _ in range(min(left, a_day))
        ]
        left -= len(told)
        yield tuple(told)


def _affair(today: date, words: tuple[str, ...], random: Random) -> Affair:
    people = tuple(_person(random) for _ in range(PEOPLE))
    sayings = tuple(" ".join(_some(words, 12, random)) for _ in range(SAYINGS))
    place, body = (_word(random, 2, 4).title() for _ in range(2))
    return Affair(place, body, people, sayings, today + timedelta(days=random.randint(*LASTS)))


def _person(random: Random) -> Actor:
    name = f"{_word(random, 2, 3).title()} {_word(random, 2, 4).title()}"
    office = f"{_word(random, 2, 3)} of the {_word(random, 2, 3)}"
    return Actor(
        id=actor_id(name, None, office),
        type="person",
        name=name,
        names=(name,),
        roles=(Role(title=office),),
    )


def _ledger(affair: Affair, today: date, words: tuple[str, ...], random: Random) -> Ledger:
    said = [
        (random.choice(affair.people), saying)
        for saying in random.sample(affair.sayings, random.randint(2, 3))
    ]
    background = " ".join(_some(words, 60, random))
    sentences = [
        f"In {affair.place}, {who.name} of the {affair.body} said that {saying}."
        for who, saying in said
    ]
    text = "\n".join([*sentences, f"{background}."])
    outlet = random.choice(OUTLETS)
    captured = f"{outlet} {today} {random.random()} {text}".encode()
    day = today.isoformat()
    article = Article(
        id=digest_id("article", captured),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        outlet=outlet,
        title=f"{affair.body} in {affair.place}: {' '.join(_some(words, 4, random))}",
        published=When(start=day, end=day, precision="day", timex=day, text=day, anchor="explicit"),
        language="en",
        text=text,
    )
    records = (_statement(article, who, saying) for who, saying in said)
    return Ledger(
        article=article,
        records=tuple(records),
        actors=tuple({who.id: who for who, _ in said}.values()),
    )


def _statement(article: Article, who: Actor, saying: str) -> Statement:
    content = article.text.index(saying)
    name = article.text.rindex(who.name, 0, content)
    spans = tuple(
        article.span(at, at + len(words)) for at, words in ((name, who.name), (content, saying))
    )
    return with_id(
        Statement(
            id="",
            article=article.id,
            spans=spans,
            form="indirect",
            act="speech",
            cue=None,
            speaker=Party(name=who.name, resolved=who.name, actor=who.id, span=spans[0]),
            content=spans[1:],
        )
    )


def _some(words: tuple[str, ...], number: int, random: Random) -> list[str]:
    """Words of which the first are common and the last are rare (Zipf's law)."""
    return [words[min(int(random.paretovariate(0.3)) - 1, len(words) - 1)] for _ in range(number)]


def _word(random: Random, least: int, most: int) -> str:
    syllables = range(random.randint(least, most))
    return "".join(random.choice(CONSONANTS) + random.choice(VOWELS) for _ in syllables)
