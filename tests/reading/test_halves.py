"""Quotations in two halves: what is told between them belongs to neither."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.model.ids import digest_id
from sayso.model.text import Article
from sayso.reading import Reader


@cache
def reader() -> Reader:
    return Reader()


def said(text: str) -> list[tuple[str, ...]]:
    article = Article(id=digest_id("article", text.encode()), text_sha256="", text=text)
    told = reader().read_one(article).attributions
    return [tuple(span.text for span in one.content) for one in told]


@pytest.mark.parametrize(
    "between",
    [
        "Mayor Lia Berg told deputies on Monday, in reply to a question,",
        "Mayor Lia Berg said, as she left the hall,",
        "Mayor Lia Berg said of the neighbours, shrugging, as she left the hall,",
        "Mayor Lia Berg said she had told her deputy,",
        "Mayor Lia Berg was quoted by the Beacon as telling pupils,",
    ],
)
def test_both_halves_alone(between: str) -> None:
    first = said(f"“Once the pump stops,” {between} “we close the baths.”")[0]
    assert first == ("“Once the pump stops,”", "“we close the baths.”")


def test_another_who_is_named_between_may_say_the_second() -> None:
    text = "“The pump is old,” Mayor Lia Berg said, while Governor Ole Dahl replied, “the pump is new.”"
    assert ("“The pump is old,”", "“the pump is new.”") not in said(text)
