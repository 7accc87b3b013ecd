"""Corrected versions are linked, whatever the order in which they come; over both databases."""

from __future__ import annotations

import hashlib
from itertools import permutations

import pytest

from sayso.model.ids import digest_id
from sayso.model.reading import Ledger
from sayso.model.text import Article, When
from sayso.stores import Store, Tombstone
from stores.shelf import batch

URL = "https://quay.example/strike"


def version(text: str, day: str | None, url: str | None = URL, captured: str = "") -> Ledger:
    """An article at that address; `captured` tells apart what has one text."""
    published = None if day is None else When(start=day, end=day, precision="day", text=day)
    return Ledger(
        article=Article(
            id=digest_id("article", f"{text}{captured}{url}".encode()),
            text_sha256=hashlib.sha256(text.encode()).hexdigest(),
            path=f"{text}.txt",
            url=url,
            published=published,
            text=text,
        )
    )


FIRST = version("Nine ferries stay in port.", "2021-05-02")
SECOND = version("Nineteen ferries stay in port.", "2021-05-03")
THIRD = version("Nineteen ferries stayed in port.", "2021-05-09")


def links(store: Store) -> dict[str, str | None]:
    return {one.article.text: one.article.version_of for one in store.ledgers()}


CHAIN = {
    FIRST.article.text: None,
    SECOND.article.text: FIRST.article.id,
    THIRD.article.text: SECOND.article.id,
}


@pytest.mark.parametrize("order", list(permutations((FIRST, SECOND, THIRD))))
def test_each_version_names_the_one_before_in_whatever_order_they_come(
    store: Store, order: tuple[Ledger, ...]
) -> None:
    for one in order:
        store.write(batch(one))
    assert links(store) == CHAIN
    assert list(store.check()) == []


def test_what_is_not_certain_is_not_linked(store: Store) -> None:
    others = (
        version("Of the same day.", "2021-05-02"),
        version("Without a date.", None),
        version("At another address.", "2021-05-04", "https://quay.example/other"),
        version("Without an address.", "2021-05-04", None),
    )
    store.write(batch(FIRST, *others))
    assert set(links(store).values()) == {None}


def test_what_has_the_same_text_is_no_correction(store: Store) -> None:
    store.write(batch(FIRST, version(FIRST.article.text, "2021-05-04", captured="elsewhere")))
    assert set(links(store).values()) == {None}


def test_a_version_that_is_forgotten_leaves_the_chain(store: Store) -> None:
    store.write(batch(FIRST, SECOND, THIRD))
    store.forget(
        Tombstone(
            article=SECOND.article.id,
            text_sha256=SECOND.article.text_sha256,
            reason=None,
            author="ida",
            at="2025-06-01T12:00:00+00:00",
        )
    )
    assert links(store) == {FIRST.article.text: None, THIRD.article.text: FIRST.article.id}
    assert list(store.check()) == []
