"""How a language tells that something happened, is wanted, refused, or only thought of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from sayso.books.load import read_book
from sayso.model.ledger import Modality


class TellingBook(NamedTuple):
    """Words around a predicate, by lemma.

    `beneath` is what a governing verb or noun makes of what stands below it; `light` verbs lend a noun
    their tense and their arguments ("launched an attack"), `occurring` verbs say that a noun happened;
    `doers` are common nouns of those who act, `quantities` those of how many ("scores of"); `contexts` are PLOVER's contexts by word.
    """

    beneath: Mapping[str, Modality]
    light: frozenset[str]
    occurring: frozenset[str]
    possible: frozenset[str]
    thought_of: frozenset[str]
    wanted: frozenset[str]
    imagined: frozenset[str]
    not_done: frozenset[str]
    achieving: frozenset[str]
    done_by: frozenset[str]
    particles: frozenset[str]
    thinking: frozenset[str]
    supposing: frozenset[str]
    wishing: frozenset[str]
    demanding: frozenset[str]
    aiming: frozenset[str]
    with_object: frozenset[str]
    joined_object: frozenset[str]
    writing: frozenset[str]
    festive: frozenset[str]
    addressing: frozenset[str]
    of_something: frozenset[str]
    doers: frozenset[str]
    quantities: frozenset[str]
    contexts: Mapping[str, tuple[str, ...]]


class _Beneath(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    modality: Modality
    words: tuple[str, ...]


class _Telling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    light: tuple[str, ...]
    occurring: tuple[str, ...]
    possible: tuple[str, ...]
    thought_of: tuple[str, ...]
    wanted: tuple[str, ...]
    imagined: tuple[str, ...]
    not_done: tuple[str, ...]
    achieving: tuple[str, ...]
    done_by: tuple[str, ...]
    particles: tuple[str, ...]
    thinking: tuple[str, ...]
    supposing: tuple[str, ...]
    wishing: tuple[str, ...]
    demanding: tuple[str, ...]
    aiming: tuple[str, ...]
    with_object: tuple[str, ...]
    joined_object: tuple[str, ...]
    writing: tuple[str, ...]
    festive: tuple[str, ...]
    addressing: tuple[str, ...]
    of_something: tuple[str, ...]
    doers: tuple[str, ...]
    quantities: tuple[str, ...]
    beneath: tuple[_Beneath, ...]
    contexts: Mapping[str, tuple[str, ...]]


def load_telling(language: str = "en") -> TellingBook:
    """The book of a language; BookError where an entry is broken."""
    book = read_book(language, "telling", _Telling)
    contexts: dict[str, list[str]] = {}
    for context, words in book.contexts.items():
        for word in words:
            contexts.setdefault(word, []).append(context)
    return TellingBook(
        beneath={word: group.modality for group in book.beneath for word in group.words},
        light=frozenset(book.light),
        occurring=frozenset(book.occurring),
        possible=frozenset(book.possible),
        thought_of=frozenset(book.thought_of),
        wanted=frozenset(book.wanted),
        imagined=frozenset(book.imagined),
        not_done=frozenset(book.not_done),
        achieving=frozenset(book.achieving),
        done_by=frozenset(book.done_by),
        particles=frozenset(book.particles),
        thinking=frozenset(book.thinking),
        supposing=frozenset(book.supposing),
        wishing=frozenset(book.wishing),
        demanding=frozenset(book.demanding),
        aiming=frozenset(book.aiming),
        with_object=frozenset(book.with_object),
        joined_object=frozenset(book.joined_object),
        writing=frozenset(book.writing),
        festive=frozenset(book.festive),
        addressing=frozenset(book.addressing),
        of_something=frozenset(book.of_something),
        doers=frozenset(book.doers),
        quantities=frozenset(book.quantities),
        contexts={word: tuple(sorted(names)) for word, names in contexts.items()},
    )
