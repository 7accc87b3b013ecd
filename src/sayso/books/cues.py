"""Cue words: what can make a clause somebody's say-so."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, get_args

from sayso.books.entries_cues import Corrections, Cues, Frame, Giving, Letting, Mistaken, Sourcing
from sayso.books.load import read_book
from sayso.model.ledger import Act, Force, How, Modality

# All that can hold content.
FRAMES = frozenset(get_args(Frame))


class Cue(NamedTuple):
    """One sense of a cue word: its act, its force, the modality it settles, and where content stands.

    `somebody`: the subject must be somebody who can speak; `document`: it must be one.
    """

    act: Act
    force: Force
    modality: Modality | None
    frames: frozenset[str]
    somebody: bool
    document: bool


class CueNoun(NamedTuple):
    """A cue noun: its act, its force, the modality it settles, and if a topic alone is content enough."""

    act: Act
    force: Force
    modality: Modality | None
    topics: bool


class CueBook(NamedTuple):
    """The cue words of one language, by lemma.

    `acts` are those of words that no frame here holds, and that only the learned weights take for cues.
    """

    verbs: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, CueNoun]
    relays: Mapping[str, How]
    light: frozenset[str]
    according: frozenset[str]
    occasions: frozenset[str]
    written: frozenset[str]
    spoken_in: frozenset[str]
    meetings: frozenset[str]
    platforms: frozenset[str]
    occasion_prepositions: frozenset[str]
    speaking: frozenset[str]
    appearing: frozenset[str]
    asked: frozenset[str]
    carriers: frozenset[str]
    carrier_verbs: frozenset[str]
    continuing: frozenset[str]
    adding: frozenset[str]
    mistaken: Mistaken
    sourcing: Sourcing
    letting: Letting
    giving: Giving
    unanswered: frozenset[str]
    leaving_unanswered: frozenset[str]
    unsaid: frozenset[str]
    excluding: Mapping[str, frozenset[str]]
    refusing: frozenset[str]
    meaning: frozenset[str]
    rejecting: frozenset[str]
    rumours: frozenset[str]
    hearsay: frozenset[str]
    questions: frozenset[str]
    answers: frozenset[str]
    answering: frozenset[str]
    gathering: frozenset[str]
    nobody: frozenset[str]
    sighted: frozenset[str]
    handed: frozenset[str]
    carrier_kinds: frozenset[str]
    carrier_adjectives: frozenset[str]
    carrier_titles: frozenset[str]
    carrier_starts: frozenset[str]
    carrier_undertakings: frozenset[str]
    carrier_reports: frozenset[str]
    carrier_articles: frozenset[str]
    carrier_staff: frozenset[str]
    carrier_telling: frozenset[str]
    achieved: frozenset[str]
    documents: frozenset[str]
    people: frozenset[str]
    possible: frozenset[str]
    hypothetical: frozenset[str]
    addressing: frozenset[str]
    conditional: frozenset[str]
    rated: frozenset[str]
    inverting: frozenset[str]
    seeming: frozenset[str]
    deeds: frozenset[str]
    siding: frozenset[str]
    blows: frozenset[str]
    naming: frozenset[str]
    marking: frozenset[str]
    showing: frozenset[str]
    topical: frozenset[str]
    mute: frozenset[str]
    backing: frozenset[str]
    asserting: frozenset[str]
    lawful: frozenset[str]
    listing: frozenset[str]
    unheeding: frozenset[str]
    acts: Mapping[str, Act]


def load_cues(language: str = "en") -> CueBook:
    """The cue book of a language; BookError where an entry is broken, or of a frame that does not exist."""
    book = read_book(language, "cues", Cues)
    verbs: dict[str, list[Cue]] = {}
    for group in book.verbs:
        cue = Cue(
            group.act, group.force, group.modality, group.frames, group.somebody, group.document
        )
        for word in group.words:
            verbs.setdefault(word, []).append(cue)
    return CueBook(
        verbs={word: tuple(cues) for word, cues in verbs.items()},
        nouns={
            word: CueNoun(group.act, group.force, group.modality, group.topics)
            for group in book.nouns
            for word in group.words
        },
        relays={word: group.how for group in book.relays for word in group.words},
        light=book.light.words,
        according=book.according.words,
        occasions=book.occasions.words,
        written=book.occasions.written,
        spoken_in=book.occasions.spoken_in,
        meetings=book.occasions.meetings,
        platforms=book.occasions.platforms,
        occasion_prepositions=book.occasions.prepositions,
        speaking=book.speaking.words,
        appearing=book.speaking.appearing,
        asked=book.speaking.asked,
        carriers=book.carriers.words,
        carrier_verbs=book.carriers.verbs,
        continuing=book.continuing.words,
        adding=book.continuing.verbs,
        mistaken=book.mistaken,
        sourcing=book.sourcing,
        letting=book.letting,
        giving=book.giving,
        unanswered=book.unanswered.words,
        leaving_unanswered=book.unanswered.verbs,
        excluding=book.excluding.verbs,
        refusing=book.excluding.refusing,
        meaning=book.intending.words,
        rumours=book.rumours.words,
        hearsay=book.hearsay.adverbs,
        questions=book.asking.questions,
        answers=book.asking.answers,
        answering=book.asking.verbs,
        gathering=book.gathering.words,
        rejecting=book.rejecting.words,
        nobody=book.nobody.words,
        sighted=book.sighted.words,
        handed=book.handed.words,
        carrier_kinds=book.newsrooms.words,
        carrier_titles=book.newsrooms.titles,
        carrier_starts=book.newsrooms.starts,
        carrier_undertakings=book.newsrooms.undertakings,
        carrier_reports=book.newsrooms.reports,
        carrier_articles=book.newsrooms.articles,
        carrier_staff=book.newsrooms.staff,
        carrier_telling=book.newsrooms.telling,
        carrier_adjectives=book.newsrooms.before_agency,
        unsaid=book.unsaid.words,
        achieved=book.achieved.words,
        documents=book.documents.words,
        people=book.people.words,
        possible=book.modals.possible,
        hypothetical=book.modals.hypothetical,
        conditional=book.conditions.words,
        rated=book.conditions.rated,
        inverting=book.conditions.inverting,
        addressing=book.addressing.words,
        seeming=book.standing.seeming,
        deeds=book.standing.deeds,
        siding=book.standing.siding,
        blows=book.standing.blows,
        naming=book.standing.naming,
        marking=book.standing.marking,
        showing=book.standing.showing,
        topical=book.standing.topical,
        mute=book.standing.mute,
        backing=book.standing.backing,
        asserting=book.standing.asserting,
        lawful=book.standing.lawful,
        listing=book.standing.listing,
        unheeding=book.standing.unheeding,
        acts={word: group.act for group in book.acts for word in group.words},
    )


class WordBook(NamedTuple):
    """What the language model does not know.

    Lemmas by form, abbreviations that end no sentence, words whose full stop is none of theirs, and
    words of other languages that stand within names.
    """

    lemmas: Mapping[str, str] = MappingProxyType({})
    abbreviations: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


def load_words(language: str = "en") -> WordBook:
    """The corrections for one language; BookError where an entry is broken."""
    book = read_book(language, "words", Corrections)
    lists = (book.abbreviations.words, book.stopped.words, book.within.words)
    return WordBook(book.forms, *lists)
