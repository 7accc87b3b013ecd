"""The book of warnings: words of adverse responses, and of the acts that would bring them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import product
from typing import Literal, NamedTuple

import msgspec

from sayso.books.acted import ActWords
from sayso.books.framed import FramedWords
from sayso.books.load import read_book
from sayso.books.near_misses import Denials, PlainWords
from sayso.books.powers import Bodies
from sayso.model.ledger import Mode

Kind = Literal["deed", "answer", "effect", "line"]


class Pairs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Each of the verbs with each of the nouns, and with each of the `things` that show a mode."""

    verbs: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    things: tuple[Mode, ...] = ()


class ResponseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one kind of response, by lemma; `phrases` are lemmas in their order.

    `pairs` are such phrases too. `held` words count only as what something is held to be, a `refusal`
    not where it is to last until something is done.
    """

    kind: Kind
    modes: tuple[Mode, ...]
    named: bool
    negated: bool = False
    copular: bool = False
    held: bool = False
    refusal: bool = False
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    pairs: Pairs | None = None


class AdverseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs of what harms whom it is done to, whatever their object.

    `relieving` are objects of which that is not so ("suspend the raids"); `objects` show the mode.
    To answer what is `kind`, or the `easing` of what relieves, is no threat; nor is a `kind` answer. Who is
    `private` is no power. `lawful` verbs are also what the law does to anybody.
    `harmless` are verbs of what is nobody's harm, or befalls who is said to do it; `refused` those that,
    negated, deny another something ("will not let it pass"); `helpful` are objects of any good deed.
    `manners` are words beside an answer that show its mode.
    """

    verbs: frozenset[str]
    relieving: frozenset[str]
    harmless: frozenset[str]
    refused: frozenset[str]
    helpful: frozenset[str]
    kind: frozenset[str]
    private: frozenset[str]
    lawful: frozenset[str]
    manners: Mapping[Mode, frozenset[str]]
    easing: frozenset[str]
    objects: Mapping[Mode, frozenset[str]]

    def is_kind(self, noun: str, beside: Collection[str]) -> bool:
        """Whether a noun, told with others, stands for a kindness: "an offer", "a tariff cut"."""
        return noun in self.kind or (noun in self.easing and not self.relieving.isdisjoint(beside))


class _Regards(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: frozenset[str]
    plainly: frozenset[str]


class WarningWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of warning, verbs whose subject does what their object names, and lines that are crossed.

    `threats` are those by which whatever is told is adverse. `bearing` are verbs of those on whom a
    consequence falls, `paying` those by which one's own side would suffer, `bringing` of what has one, `ordering` of those who have somebody do something, `urging` of those who only ask it; `means` are nouns behind "by" for how something is answered; `poised` are words of those who are about to do something;
    `replies` are nouns for what answers an act, `answering` verbs of giving one thing for another ("with"); `removing` are nouns for which "from" tells whence and not by whom;
    `lasting` words by which the present tense tells what always holds ("is fraught with").
    """

    words: frozenset[str]
    threats: frozenset[str]
    bearing: frozenset[str]
    paying: frozenset[str]
    bringing: frozenset[str]
    lasting: frozenset[str]
    doing: frozenset[str]
    crossing: frozenset[str]
    lines: frozenset[str]
    answering: frozenset[str]
    replies: frozenset[str]
    removing: frozenset[str]
    avoiding: frozenset[str]
    ordering: frozenset[str]
    demanding: frozenset[str]
    urging: frozenset[str]
    means: frozenset[str]
    poised: frozenset[str]
    excluding: frozenset[str]


class _Channel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    private: tuple[str, ...]
    denied: tuple[str, ...]
    imagined: frozenset[str]
    unreal: frozenset[str]
    works: frozenset[str]


class _Offices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    junior: frozenset[str]
    senior: frozenset[str]
    former: frozenset[str]
    own: frozenset[str]
    abroad: frozenset[str]
    inner: frozenset[str]
    guilds: frozenset[str]
    foretelling: tuple[str, ...]
    sources: frozenset[str]
    organs: frozenset[str]


class _Entries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    responses: tuple[ResponseWords, ...]
    adverse: AdverseWords
    acts: ActWords
    regards: _Regards
    warnings: WarningWords
    bodies: Bodies
    channel: _Channel
    denials: Denials
    plain: PlainWords
    offices: _Offices
    framed: FramedWords
    like: Mapping[str, str]
    unions: Mapping[str, frozenset[str]]


class Pattern(NamedTuple):
    """One response's words as lemmas, with what they say; `pos` is that of its only word."""

    lemmas: tuple[str, ...]
    pos: Literal["VERB", "NOUN"] | None
    says: ResponseWords


class RedLineBook(NamedTuple):
    """The book of one language.

    `responses` are by their first lemma, longer ones first; `like` are words that count as another there.
    `unions` are the states (ISO 3166-1 alpha-3) that make up a bloc.
    `regards` are verbs of being or being held to be, `holding` those of them of holding alone.
    """

    responses: Mapping[str, tuple[Pattern, ...]]
    adverse: AdverseWords
    acts: ActWords
    regards: frozenset[str]
    holding: frozenset[str]
    warnings: WarningWords
    bodies: Bodies
    private: tuple[str, ...]
    denied: tuple[str, ...]
    denials: Denials
    plain: PlainWords
    unreal: frozenset[str]
    imagined: frozenset[str]
    works: frozenset[str]
    junior: frozenset[str]
    senior: frozenset[str]
    former: frozenset[str]
    own: frozenset[str]
    abroad: frozenset[str]
    inner: frozenset[str]
    guilds: frozenset[str]
    foretelling: tuple[str, ...]
    sources: frozenset[str]
    organs: frozenset[str]
    framed: FramedWords
    like: Mapping[str, str]
    unions: Mapping[str, frozenset[str]]


def load_redlines(language: str = "en") -> RedLineBook:
    """The book of warnings; BookError where an entry is broken."""
    book = read_book(language, "redlines", _Entries)
    found: dict[str, list[Pattern]] = {}
    plain = ResponseWords(
        "deed", ("unspecified",), named=True, verbs=tuple(sorted(book.adverse.verbs))
    )
    for entry in (*book.responses, plain):
        for pattern in _patterns(entry, book.adverse):
            found.setdefault(pattern.lemmas[0], []).append(pattern)
    return RedLineBook(
        responses={
            first: tuple(sorted(patterns, key=lambda one: -len(one.lemmas)))
            for first, patterns in found.items()
        },
        adverse=book.adverse,
        acts=book.acts,
        regards=book.regards.words,
        holding=book.regards.words - book.regards.plainly,
        warnings=book.warnings,
        bodies=book.bodies,
        private=book.channel.private,
        denied=book.channel.denied,
        denials=book.denials,
        plain=book.plain,
        unreal=book.channel.unreal,
        imagined=book.channel.imagined,
        works=book.channel.works,
        junior=book.offices.junior,
        senior=book.offices.senior,
        former=book.offices.former,
        own=book.offices.own,
        abroad=book.offices.abroad,
        inner=book.offices.inner,
        guilds=book.offices.guilds,
        foretelling=book.offices.foretelling,
        sources=book.offices.sources,
        organs=book.offices.organs,
        framed=book.framed,
        like=book.like,
        unions=book.unions,
    )


def _patterns(entry: ResponseWords, adverse: AdverseWords) -> list[Pattern]:
    phrases = [Pattern(tuple(phrase.split()), None, entry) for phrase in entry.phrases]
    if entry.pairs is not None:
        phrases += _paired(entry, entry.pairs.verbs, entry.pairs.nouns)
        for mode in entry.pairs.things:
            says = msgspec.structs.replace(entry, modes=(mode,))
            nouns = sorted(adverse.objects[mode] - adverse.relieving)
            phrases += _paired(says, entry.pairs.verbs, nouns)
    verbs = [Pattern(tuple(verb.split()), "VERB", entry) for verb in entry.verbs]
    return [*phrases, *verbs, *(Pattern((noun,), "NOUN", entry) for noun in entry.nouns)]


def _paired(says: ResponseWords, verbs: Iterable[str], nouns: Iterable[str]) -> list[Pattern]:
    pairs = product(verbs, nouns)
    return [Pattern(tuple(" ".join(pair).split()), None, says) for pair in pairs]
