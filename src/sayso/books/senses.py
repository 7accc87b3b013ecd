"""Senses of verbs and nouns: which words can name a transfer, an event, a change of policy.

Each file in ``books/LANG/senses/`` is one book of senses; a sense is written ``book:sense``. An entry::

    [[sense]]
    sense = "supply"
    verbs = ["supply", "hand over"]
    nouns = ["delivery"]
    needs = { patient = ["@arms", "aid"] }
    bars = { with = ["*"] }

`needs` and `bars` tell a word's senses apart by its frame: each role named in `needs` must hold one of
the lemmas, no role named in `bars` may. ``@arms`` is the list of that name in the file's ``[lists]``,
``*`` anything at all, ``#somebody`` one who can act, ``#thing`` a common noun of nobody, ``#person`` one by
a person's name, ``#country`` a name of a country, a place or a people. Roles are those of a predicate's
arguments, and

=============  ===========================================================================
`complement`   what stands beside "be" and its kin ("is ready to")
`modal`        the auxiliaries of the clause beneath ("said that they must leave")
`clause`       the verb of the clause beneath
`infinitive`   the same, where it is an infinitive ("ordered them to leave")
`modifier`     what stands before a noun ("hunger strike")
`above`        the verb that a noun is subject or object of ("reached an agreement")
`around`       any word of the sentence ("killed when the earthquake struck")
=============  ===========================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import NamedTuple, TypeAlias, get_args

import msgspec

from sayso.books.entries import Entry, Names
from sayso.books.load import read_book
from sayso.errors import BookError
from sayso.model.reading import ArgumentRole

Fillers: TypeAlias = tuple[tuple[str, frozenset[str]], ...]

EXTRA_ROLES = frozenset(
    {"complement", "modal", "clause", "infinitive", "modifier", "above", "around"}
)
_ROLES = frozenset(get_args(ArgumentRole)) | EXTRA_ROLES
ANYTHING = "*"  # stands for any word in this role
KINDS = frozenset({"#somebody", "#thing", "#person", "#country"})


class Frame(NamedTuple):
    """A sense, and what its arguments must hold (`needs`) and must not hold (`bars`)."""

    sense: str
    needs: Fillers = ()
    bars: Fillers = ()


class SenseBook(NamedTuple):
    """Frames by lemma, most telling first, for verbs ("hand over" with its particle) and nouns."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]


class _Sense(Entry, frozen=True, kw_only=True):
    sense: str
    verbs: Names = ()
    nouns: Names = ()
    needs: dict[str, Names] = msgspec.field(default_factory=dict)
    bars: dict[str, Names] = msgspec.field(default_factory=dict)


class _Senses(Entry, frozen=True, kw_only=True):
    source: str
    lists: dict[str, Names] = msgspec.field(default_factory=dict)
    sense: tuple[_Sense, ...]


def load_senses(language: str = "en") -> SenseBook:
    """All books of senses of a language; BookError where an entry is broken."""
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[Frame]] = {}
    folder = files("sayso.books").joinpath(language, "senses")
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = path.name.removesuffix(".toml")
        if name == path.name:
            continue
        book = read_book(language, f"senses/{name}", _Senses)
        for entry in book.sense:
            frame = _frame(name, entry, book.lists)
            for word in entry.verbs:
                verbs.setdefault(word, []).append(frame)
            for word in entry.nouns:
                nouns.setdefault(word, []).append(frame)
    return SenseBook(_ordered(verbs), _ordered(nouns))


def _ordered(words: Mapping[str, list[Frame]]) -> dict[str, tuple[Frame, ...]]:
    """The frame that asks for more comes first; among equals, the one that is written first."""
    return {
        word: tuple(sorted(frames, key=lambda frame: -len(frame.needs)))
        for word, frames in words.items()
    }


def _frame(name: str, entry: _Sense, lists: Mapping[str, Names]) -> Frame:
    where = f"{name}.toml: sense {entry.sense!r}"
    if not (entry.verbs or entry.nouns):
        raise BookError(f"{where} has no words")
    return Frame(
        f"{name}:{entry.sense}",
        _fillers(where, entry.needs, lists),
        _fillers(where, entry.bars, lists),
    )


def _fillers(where: str, given: Mapping[str, Names], lists: Mapping[str, Names]) -> Fillers:
    if unknown := sorted(given.keys() - _ROLES):
        raise BookError(f"{where}: no such role: {', '.join(unknown)}")
    return tuple((role, _words(where, words, lists)) for role, words in sorted(given.items()))


def _words(where: str, words: Names, lists: Mapping[str, Names]) -> frozenset[str]:
    found: set[str] = set()
    for word in words:
        if word.startswith("#") and word not in KINDS:
            raise BookError(f"{where}: no such kind: {word}")
        if not word.startswith("@"):
            found.add(word)
        elif word[1:] in lists:
            found.update(lists[word[1:]])
        else:
            raise BookError(f"{where}: no such list: {word}")
    return frozenset(found)
