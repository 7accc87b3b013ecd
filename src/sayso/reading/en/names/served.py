"""Whom somebody serves, told right after the name: "A B *of the Bank of Chile*", "A B *(D-Vermont)*"."""

from __future__ import annotations

from sayso.books.roles import RoleBook
from sayso.reading.en.names.named import ByWord
from sayso.reading.en.names.titles import RoleFound
from sayso.reading.en.page import Page


def body_after(page: Page, names: ByWord, book: RoleBook, last: int) -> RoleFound | None:
    """The body that somebody is told to be of: "A B *of the Bank of Chile*"; `last` is the word behind the name."""
    if page.keys(last, last + 1) != ("of",) or page.gap(last - 1) not in (" ", ", "):
        return None
    at = last + 1
    while at < len(page.words) and page.gap(at - 1) == " ":
        word = page.words[at].key
        if word not in book.determiners and word not in book.sectors.words:
            break
        at += 1
    body = names.starting(at)
    if body is None or page.gap(at - 1) != " " or not body.actor or body.actor.type == "state":
        return None
    return RoleFound(last, at, at, body.last, None, None, "", of=body.actor)


def bench_after(page: Page, names: ByWord, book: RoleBook, last: int) -> RoleFound | None:
    """The party and state after an American lawmaker's name: "(D-Vermont)"."""
    if page.gap(last - 1) != " (" or page.gap(last) not in ("-", ", ", "., "):
        return None
    if page.words[last].key not in book.benches or len(page.words[last].plain) != 1:
        return None
    named = names.starting(last + 1)
    land = named.place.country if named and named.place else None
    return RoleFound(last, last, last, last + 1, None, None, "", land=land) if land else None
