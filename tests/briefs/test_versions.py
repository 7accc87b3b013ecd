"""Corrected versions: which article came before, and what the later one no longer tells."""

from __future__ import annotations

import re

import msgspec
import pytest

from briefs.test_changes import ICE, PILOT, SHUT, WARDEN
from collate.ledgers import Desk, collated, ledgers
from sayso.briefs import make_briefs
from sayso.briefs.text import render
from sayso.model.reading import Ledger
from sayso.model.text import Article

ADDRESS = "https://example.org/tarn"


def at(desk: Desk, url: str | None = ADDRESS) -> Ledger:
    [ledger] = ledgers(desk)
    return msgspec.structs.replace(ledger, article=msgspec.structs.replace(ledger.article, url=url))


def first(published: str | None = "2031-05-05") -> Desk:
    text = f"Petra Ilves said {SHUT}. Jaan Roos said {ICE}."
    return Desk(text, path="1.txt", published=published).said(WARDEN, SHUT).said(PILOT, ICE)


def second(published: str | None = "2031-05-06") -> Desk:
    return Desk(f"Petra Ilves said {SHUT}.", path="2.txt", published=published).said(WARDEN, SHUT)


def held(*given: Ledger) -> dict[str | None, Article]:
    return {one.article.path: one.article for one in collated(list(given)).ledgers}


def test_the_later_text_at_an_address_is_a_version_of_the_earlier() -> None:
    articles = held(at(second()), at(first()))
    assert articles["2.txt"].version_of == articles["1.txt"].id
    assert articles["1.txt"].version_of is None


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (at(first()), at(second(), "https://example.org/other")),
        (at(first(), None), at(second(), None)),
        (at(first()), at(second("2031-05-05"))),
        (at(first(None)), at(second())),
    ],
    ids=["other address", "no address", "one day", "no date"],
)
def test_what_may_be_no_version_is_none(earlier: Ledger, later: Ledger) -> None:
    assert not any(article.version_of for article in held(earlier, later).values())


def test_a_version_that_the_store_knows_stays() -> None:
    known = at(second())
    known = msgspec.structs.replace(
        known, article=msgspec.structs.replace(known.article, version_of="article_gone")
    )
    assert held(at(first()), known)["2.txt"].version_of == "article_gone"


def test_a_brief_tells_what_the_later_version_dropped() -> None:
    [brief] = make_briefs(collated([at(first()), at(second())]))
    told = re.sub(r"\s+", " ", render(brief))
    number = re.search(r"\[(\d)\] ice has broken", told)
    assert number is not None
    assert f"a later version of 1, which no longer tells [{number[1]}]" in told
    [alone] = make_briefs(collated([at(second())]))
    assert "version" not in render(alone)
