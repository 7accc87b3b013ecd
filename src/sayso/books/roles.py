"""The book of roles: nouns for offices and callings, titles before names, and nouns that point back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from sayso.books.entries import Gender, GivenNames
from sayso.books.entries_roles import Back, Pronouns, Roles, Title
from sayso.books.load import read_book
from sayso.books.sectors import SectorBook, load_sectors
from sayso.books.wording import fold, key, words_of
from sayso.model.text import NEWSROOMS, ActorType


class RoleNoun(NamedTuple):
    """A noun for an office or calling: its class, and the gender that it shows."""

    noun: str
    class_: str
    gender: Gender | None


class RoleBook(NamedTuple):
    """Roles, titles and given names of one language. Keys are words in lower case without accents.

    `starts` are the first words of `nouns`, `starts_of_several` these and their plurals, `starts_of_phrases` those
    of `nouns` and `titles_by_words`. `carriers` are the nouns of `back` that are for agencies and outlets alone,
    `starts_of_carriers` their first words.
    """

    nouns: Mapping[tuple[str, ...], RoleNoun]
    starts: frozenset[str]
    starts_of_several: frozenset[str]
    starts_of_phrases: frozenset[str]
    titles: Mapping[str, Title]
    titles_by_words: Mapping[tuple[str, ...], Title]
    back: Mapping[tuple[str, ...], Back]
    carriers: Mapping[tuple[str, ...], ActorType]
    starts_of_carriers: frozenset[str]
    modifiers: frozenset[str]
    transient: frozenset[str]
    trailers: frozenset[str]
    of: frozenset[str]
    belonging: frozenset[str]
    around: frozenset[str]
    sent: frozenset[str]
    its: frozenset[str]
    alias: re.Pattern[str]
    owning: frozenset[str]
    lands: frozenset[str]
    offices: frozenset[str]
    national: frozenset[str]
    titled: frozenset[str]
    noble: frozenset[str]
    peers: frozenset[str]
    seconds: frozenset[str]
    benches: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    determiners: frozenset[str]
    copula: frozenset[str]
    taking: frozenset[str]
    chosen: frozenset[str]
    being: frozenset[str]
    heading: Mapping[str, RoleNoun]
    sides: frozenset[str]
    carrier_words: frozenset[str]
    mastheads: frozenset[str]
    wires: frozenset[str]
    writers: frozenset[str]
    stations: frozenset[str]
    channels: frozenset[str]
    addressing: frozenset[str]
    linking: frozenset[str]
    pronouns: Pronouns
    counts: Mapping[str, int]
    given: Mapping[str, Gender]
    family_first: frozenset[str]
    endings: tuple[str, ...]
    particles: frozenset[str]
    suffixes: frozenset[str]
    sectors: SectorBook
    vessels: frozenset[str]


@cache
def load_roles(language: str = "en") -> RoleBook:
    """The book of roles; BookError where an entry is broken."""
    book = read_book(language, "roles", Roles)
    names = read_book(language, "given_names", GivenNames)
    given: dict[str, Gender] = dict.fromkeys(names.m, "m")
    given.update(dict.fromkeys(names.f, "f"))
    nouns: dict[tuple[str, ...], RoleNoun] = {}
    for group in book.roles:
        for noun in group.nouns:
            nouns.setdefault(key(noun), RoleNoun(noun, group.class_, group.gender))
    titles = {fold(written): title for title in book.titles for written in title.written}
    titles_by_words = {
        tuple(word.key for word in words_of(written)): title for written, title in titles.items()
    }
    back = {key(noun): back for back in book.back for noun in back.nouns}
    carriers = {
        words: one.types[0]
        for words, one in back.items()
        if one.types and NEWSROOMS.issuperset(one.types)
    }
    return RoleBook(
        nouns=nouns,
        starts=frozenset(words[0] for words in nouns),
        starts_of_several=frozenset(
            start for words in nouns for start in (words[0], f"{words[0]}s")
        ),
        starts_of_phrases=frozenset(words[0] for words in (*nouns, *titles_by_words)),
        titles=titles,
        titles_by_words=titles_by_words,
        back=back,
        carriers=carriers,
        starts_of_carriers=frozenset(words[0] for words in carriers),
        modifiers=frozenset(book.modifiers),
        transient=frozenset(book.transient),
        trailers=frozenset(book.trailers),
        of=frozenset(book.of),
        belonging=frozenset(book.belonging),
        around=frozenset(book.around),
        sent=frozenset(book.sent),
        its=frozenset(book.its),
        alias=_alias(book.alias, book.alias_ways),
        owning=frozenset(book.owning),
        lands=frozenset(book.lands),
        offices=frozenset(book.offices),
        national=frozenset(book.national),
        titled=frozenset(book.titled),
        noble=frozenset(book.noble),
        peers=frozenset(book.peers),
        seconds=frozenset(book.seconds),
        benches=frozenset(map(fold, book.benches)),
        definite=frozenset(book.definite),
        indefinite=frozenset(book.indefinite),
        determiners=frozenset((*book.definite, *book.indefinite, *book.possessive)),
        copula=frozenset(book.copula),
        taking=frozenset((*book.being, *book.chosen, *book.holding)),
        chosen=frozenset(book.chosen),
        being=frozenset(book.being),
        heading={verb: nouns[key(noun)] for verb, noun in book.heading.items()},
        sides=frozenset(book.sides),
        carrier_words=frozenset(book.carrier_words),
        mastheads=frozenset(map(fold, book.mastheads)),
        wires=frozenset(map(fold, book.wires)),
        writers=frozenset(map(fold, book.writers)),
        stations=frozenset(map(fold, book.stations)),
        channels=frozenset(book.channels),
        addressing=frozenset(book.addressing),
        linking=frozenset(book.linking),
        pronouns=book.pronouns,
        counts=book.counts,
        given=given,
        family_first=frozenset(names.family_first),
        endings=names.endings,
        particles=frozenset(names.particles),
        suffixes=frozenset(names.suffixes),
        sectors=load_sectors(language),
        vessels=frozenset(names.vessels),
    )


def _alias(words: Iterable[str], ways: Iterable[str]) -> re.Pattern[str]:
    """What stands between a name and another of the same person, up to the other: ", better known as ", " (alias "."""
    way, word = ("|".join(map(re.escape, some)) for some in (ways, words))
    return re.compile(rf"(?:, | \(| )(?:(?:{way}) ){{0,3}}(?:{word}) [\"“‘]?$")
