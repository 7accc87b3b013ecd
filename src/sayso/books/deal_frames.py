"""Constructions that tell a deal by their very words, as rows of parties, weapons and words between them.

A pattern is written in words: ``{R} have {W} on order from {S}``. ``{S}`` supplies, ``{R}`` receives, ``{T}`` is
somebody else, ``{W}`` is the weapon, ``{AW}`` one with the adjective of a state before it that is its source,
``{GW}`` the same as "Danish-supplied", ``{SA}`` and ``{RA}`` such adjectives before another noun. Of ``{X}`` and ``{Y}`` the one that ``{E}`` names again
receives, and the other supplies; the one that ``{G}`` names again supplies; without either the weapon tells whose it
is. ``{V}`` is another weapon.
Words stand in their lemma and in any form; after a colon stand the forms that are meant: ``0`` bare, ``s``, ``g``
for -ing, ``d`` for the past. ``a|b`` are alternatives, ``@list`` the words of a list, a ``?`` at the end of an item
means that it may be left out. ``@list!past`` is a verb that tells of what was done, ``!ahead`` of what is to come,
``!may`` of what is possible, ``!did`` of what was done, or in the present of headlines, ``!do`` the same
also of several, ``!was`` in the passive. ``..2`` are up to two other words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sayso.books.entries import Entry
from sayso.books.load import read_book
from sayso.errors import BookError
from sayso.model.deals import Mark
from sayso.model.ledger import Modality, Stage, TransferAct

# What may measure a weapon: "the third shipment of".
_UNITS = r"(?:(?:[a-z]\S* ){0,2}[a-z]\S*~(?:shipment|delivery|supply|batch|lot|order|load)\.\w of~of\.0 )?"
_SLOTS = {
    "{S}": r"(?P<S>P\d+)",
    "{R}": r"(?P<R>P\d+)",
    "{T}": r"P\d+",
    "{X}": r"(?P<X>P\d+)",
    "{Y}": r"(?P<Y>P\d+)",
    "{E}": r"(?P<E>P\d+)",
    "{G}": r"(?P<G>P\d+)",
    "{W}": _UNITS + r"(?P<W>W[AG]?\d+)",
    "{AW}": r"(?P<W>WA\d+)",
    "{GW}": r"(?P<W>WG\d+)",
    "{SA}": r"(?P<S>A\d+)",
    "{RA}": r"(?P<R>A\d+)",
    "{TA}": r"A\d+",
    "{V}": r"W[AG]?\d+",
}
_AHEAD = (
    r"(?:\S+~(?:will|shall|can)\.\w |to~\S+ |\S+~be\.\w to~\S+ "
    r"|(?:\S+~be\.\w )?\S+~(?:due|set|ready|about|prepare|prepared|expect|poise|slate|likely|schedule)\.\w to~\S+ "
    r"|(?:\S+~have\.\w )?\S+~(?:plan|intend|decide|prepare|aim|hope)\.\w to~\S+ )"
)


class RowWords(Entry, frozen=True, kw_only=True):
    """How a sentence becomes a row of elements; each list is told in the book."""

    qualities: frozenset[str]
    parts: frozenset[str]
    deeds: frozenset[str]
    speakers: frozenset[str]
    works: frozenset[str]
    kinds: frozenset[str]
    no_names: frozenset[str]
    offices: frozenset[str]
    arms: frozenset[str]
    crewed: frozenset[str]
    making: frozenset[str]
    giving: frozenset[str]
    dated: frozenset[str]
    around_times: frozenset[str]
    dropped: frozenset[str]
    leading_sums: frozenset[str]
    before_sums: frozenset[str]


class _Frame(Entry, frozen=True, kw_only=True):
    text: tuple[str, ...]
    act: TransferAct
    told: Stage | None = None
    marks: tuple[Mark, ...] = ()
    modality: Modality = "asserted"
    planned: bool = False
    portion: bool = False
    brought: bool = False
    sent: bool = False
    ends: bool = False


class _File(Entry, frozen=True, kw_only=True):
    source: str
    lists: Mapping[str, tuple[str, ...]]
    doubting: frozenset[str]
    opening: frozenset[str]
    row: RowWords
    frames: tuple[_Frame, ...]


class DealFrame(NamedTuple):
    """A construction, and what a deal is that it tells; which may be said of some weapons only.

    `brought`: of what is brought, and not fired there. `sent`: of what does not go there with its own crew.
    `ends`: a clause must end behind it ("considers Danish missiles", not "considers Danish missiles a threat").
    """

    pattern: re.Pattern[str]
    act: TransferAct
    told: Stage | None
    marks: tuple[Mark, ...]
    modality: Modality
    planned: bool
    portion: bool
    brought: bool
    sent: bool
    ends: bool


class DealFrames(NamedTuple):
    """The constructions in their order; what makes a sentence doubtful; what a clause can begin behind; words of rows."""

    frames: tuple[DealFrame, ...]
    doubting: frozenset[str]
    opening: frozenset[str]
    row: RowWords


def load_deal_frames(language: str = "en") -> DealFrames:
    """The book of constructions of a language; BookError where an entry is broken."""
    book = read_book(language, "deal_frames", _File)
    frames = [
        DealFrame(
            pattern=re.compile(r"(?<!\S)" + pattern_of(text, book.lists)),
            act=one.act,
            told=one.told,
            marks=one.marks,
            modality=one.modality,
            planned=one.planned,
            portion=one.portion,
            brought=one.brought,
            sent=one.sent,
            ends=one.ends,
        )
        for one in book.frames
        for text in one.text
    ]
    return DealFrames(tuple(frames), book.doubting, book.opening, book.row)


def pattern_of(text: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    """A pattern as a regular expression over a row."""
    return "".join(_item(item, lists) for item in text.split())


def _item(item: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    """One item of a pattern, with the space behind it."""
    optional = item.endswith("?") and len(item) > 1
    item = item[:-1] if optional else item
    if item in _SLOTS:
        found = _SLOTS[item]
    elif item.startswith(".."):
        return rf"(?:[a-z0-9-]\S* ){{0,{item[2:]}}}"
    else:
        found = "(?:" + "|".join(_alternative(one, lists) for one in item.split("|")) + ")"
    return f"(?:{found} )?" if optional else f"{found} "


def _tensed(verbs: Sequence[str], tense: str) -> str:
    """A verb as it tells of what was done, of what is to come, of what is possible, and in headlines."""
    if tense == "past":
        return rf"(?:(?:has|have)~\S+ )?{_any(verbs, 'd')}"
    if tense == "do":
        return rf"(?:(?:(?:has|have)~\S+ )?{_any(verbs, 'd')}|{_any(verbs, '0s')})"
    if tense == "did":
        return rf"(?:(?:(?:has|have)~\S+ )?{_any(verbs, 'd')}|{_any(verbs, 's')})"
    if tense == "ahead":
        return rf"(?:{_AHEAD}{_any(verbs, '0')}|(?:is|are)~\S+ {_any(verbs, 'g')})"
    if tense == "may":
        return rf"(?:may|might|could|would)~\S+ {_any(verbs, '0')}"
    if tense == "was":
        return rf"(?:(?:was|were|been|being)~\S+ )?{_any(verbs, 'd')}"
    raise BookError(f"no tense {tense!r}")


def _alternative(word: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    if not word[:1].isalnum() and not word.startswith("@"):
        return re.escape(word)
    if "!" in word:
        name, tense = word[1:].split("!")
        return _tensed(lists[name], tense)
    name, _, forms = word.partition(":")
    words = lists[name[1:]] if name.startswith("@") else (name,)
    return _any(words, forms or "0sgd")


def _any(words: Sequence[str], forms: str) -> str:
    """Any of these in one of the forms; of several words the first has it: "handed over"."""
    return "(?:" + "|".join(_word(*one.split(), forms=forms) for one in words) + ")"


def _word(first: str, *rest: str, forms: str) -> str:
    behind = "".join(" " + _one(one, "0sgd") for one in rest)
    return _one(first, forms) + behind


def _one(word: str, forms: str) -> str:
    """A word by its lemma or as it is written: elements are written "given~give.d"."""
    return rf"(?:{re.escape(word)}~\S+?|[^\s~]+~{re.escape(word)})\.[{forms}]"
