"""Whom a red line warns: who is addressed beside the words, whose forces they are, whose people would be sent out."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.extractors import redlines
from sayso.model.ids import digest_id
from sayso.model.text import Article
from sayso.reading import Reader


@cache
def reader() -> Reader:
    return Reader(tagging=False)


def warned(text: str) -> list[str | None]:
    article = Article(id=digest_id("article", text.encode()), text_sha256="", text=text)
    found = redlines.extract(reader().read_one(article))
    return [None if one.warned is None else one.warned.resolved or one.warned.name for one in found]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (
            "“If they tax us,” Peruvian Trade Minister Ana Paz said of the Chileans, “we tax them.”",
            "Chile",
        ),
        (
            "“Take the barges back by Friday,” Peruvian Foreign Minister Ana Paz said, addressing Santiago from the quay, “or we will stop buying your barley.”",
            "Chile",
        ),
        (
            "“Cross the line once more and we will answer with guns,” Peruvian army chief General Ana Paz said in a message to Chile.",
            "Chile",
        ),
        (
            "If Chilean troops fire at the post again, Peru will close the border to Chile, Peruvian President Ana Paz said.",
            "Chile",
        ),
        (
            "“The day Santiago's troops are seen again in Tacna, we will cut ties with Chile,” Peruvian President Ana Paz said.",
            "Chile",
        ),
        (
            "Britain will expel more Iranian diplomats should there be any further plots in London, security minister Ann Dale said.",
            "Iran",
        ),
        (
            "“If they tax us,” Peruvian Trade Minister Ana Paz told reporters in Geneva, “we tax them.”",
            None,
        ),
    ],
)
def test_whom(text: str, whom: str | None) -> None:
    assert warned(text) == [whom]
