"""What every golden set of ledger records shares: names, and how words are held against words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.text import Party

# What does not count at the beginning of a name: articles, and that a state acts through its government.
_OPENINGS = ("a ", "an ", "the ", "government of ")


def name(party: Party | None) -> str:
    """A party's full name, else its words; nothing where it is open."""
    return "" if party is None else party.resolved or party.name


def same(expected: Sequence[str], given: str) -> bool:
    """Whether these are the words of one of the alternatives.

    Case does not count, nor do a leading article and "government of".
    """
    return any(_plain(one) == _plain(given) for one in expected)


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
