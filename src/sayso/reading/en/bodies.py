"""Agencies and outlets that no book knows, by the noun beside the name: "the Meridian news agency"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.library import Books
from sayso.model.text import Actor, ActorType, actor_id
from sayso.reading.en.named import ByWord, Named
from sayso.reading.en.page import Page

_LONGEST = 3  # words of a name, and of a noun of the book
_CARRIERS: tuple[ActorType, ...] = ("agency", "outlet")


def find_bodies(page: Page, books: Books, names: ByWord) -> Iterator[Named]:
    """Capitalised words before, or right after, a noun for an agency or an outlet."""
    nouns = {
        key: back.types[0]
        for key, back in books.roles.back.items()
        if back.types and set(back.types) <= set(_CARRIERS)
    }
    at = 0
    while at < len(page.words):
        found = None
        for last in range(min(at + _LONGEST, len(page.words)), at, -1):
            type_ = nouns.get(page.keys(at, last))
            if type_:
                found = _before(page, names, at, type_) or _after(page, names, at, last, type_)
                at = last - 1
                break
        if found:
            yield found
        at += 1


def _before(page: Page, names: ByWord, at: int, type_: ActorType) -> Named | None:
    first = at
    while first > 0 and at - first < _LONGEST and page.gap(first - 1) in (" ", "-"):
        if names.ending(first) or not _is_name(page, first - 1):
            break
        first -= 1
    return _named(page, names, first, at, at, type_) if first < at else None


def _after(page: Page, names: ByWord, at: int, last: int, type_: ActorType) -> Named | None:
    end = last
    while end < len(page.words) and end - last < _LONGEST and page.gap(end - 1) in (" ", "-"):
        if names.starting(end) or not _is_name(page, end):
            break
        end += 1
    return _named(page, names, last, end, at, type_) if end > last else None


def _named(
    page: Page, names: ByWord, first: int, last: int, noun: int, type_: ActorType
) -> Named | None:
    """The body as a name; its state is the one whose name or adjective stands before it all."""
    start, end = page.words[first].start, page.words[last - 1].end
    written = page.text[start:end]
    at = min(first, noun)
    while (
        at > 0 and page.gap(at - 1) == " " and page.words[at - 1].key in ("state", "news", "daily")
    ):
        at -= 1
    if at > 0 and page.words[at - 1].key == "s" and page.gap(at - 2) == "'":
        at -= 1
    state = names.ending(at)
    country = state.actor.country if state and state.actor and state.actor.type == "state" else None
    actor = Actor(id=actor_id(written, country), type=type_, name=written, country=country)
    return Named(start, end, first, last, "pattern", actor=actor)


def _is_name(page: Page, word: int) -> bool:
    return page.words[word].plain[:1].isupper() and page.tag(word).startswith("NNP")
