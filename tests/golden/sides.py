"""What every golden set of ledger records shares: names, and how words are held against words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from sayso.books.actors import load_actors
from sayso.model.text import Party

# What does not count at the beginning of a name: articles, and that a state acts through its government.
_OPENINGS = ("a ", "an ", "the ", "government of ")


def name(party: Party | None) -> str:
    """A party's full name, else its words; nothing where it is open."""
    return "" if party is None else party.resolved or party.name


def same(expected: Sequence[str], given: str) -> bool:
    """Whether these are the words of one of the alternatives, or another name of the same actor in the book.

    Case does not count, nor do a leading article and "government of".
    """
    known = _known()
    names = {_plain(one) for one in expected}
    actors = {known[one] for one in names if one in known}
    return _plain(given) in names or known.get(_plain(given)) in actors


@cache
def _known() -> Mapping[str, str]:
    """The ids of the book's actors by each of their names that is nobody else's: "Czech Republic", "Czechia"."""
    found: dict[str, set[str]] = {}
    for name, naming in load_actors().namings:
        if naming.manner == "name":
            found.setdefault(_plain(name), set()).add(naming.actor.id)
            found.setdefault(_plain(naming.actor.name), set()).add(naming.actor.id)
    return {name: min(ids) for name, ids in found.items() if len(ids) == 1}


def alike(expected: Sequence[str], given: str) -> bool:
    """Whether one of the alternatives stands in these words, or they in it; nothing only in nothing."""
    return any(
        (one in words or words in one) if one and words else one == words
        for one, words in ((_plain(one), _plain(given)) for one in expected)
    )


def common(expected: Sequence[str], given: str) -> bool:
    """Whether at least half of all the words are common to one of the alternatives and these."""
    return any(
        2 * len(one & words) >= len(one | words)
        for one, words in ((_words(one), _words(given)) for one in expected)
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(_plain(text).split())


def _plain(text: str) -> str:
    plain = text.casefold().replace("’", "'").strip(' .,“”"')
    for word in _OPENINGS:
        plain = plain.removeprefix(word)
    return plain
