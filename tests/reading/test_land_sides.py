"""States of one name by their side alone."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.model.ids import digest_id
from sayso.model.text import Article
from sayso.reading import Reader


@cache
def reader() -> Reader:
    return Reader()


def named(text: str) -> list[tuple[str, str]]:
    article = Article(id=digest_id("article", text.encode()), text_sha256="", text=text)
    reading = reader().read_one(article)
    return [(one.span.text, one.actor.name) for one in reading.mentions if one.actor is not None]


@pytest.mark.parametrize(
    ("text", "side", "state"),
    [
        ("South Korea scrambled its jets after the North fired a rocket.", "North", "North Korea"),
        ("North Korea said on Monday that the South had moved its guns.", "South", "South Korea"),
    ],
)
def test_a_side_is_the_state_whose_name_tells_it(text: str, side: str, state: str) -> None:
    assert (side, state) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Italy fined mayors in the South last week.",
        "South Korea sent ships to the North Sea.",
        "South Korea farms rice in the north and the South of the peninsula.",
        "South Africa built roads while the North waited.",
    ],
)
def test_near_misses(text: str) -> None:
    assert not {"North", "South"} & {name for name, _ in named(text)}
