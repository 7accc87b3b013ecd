"""The shapes of the entries on cue words, and of corrections of what the language model says of words."""

from __future__ import annotations

from typing import Literal

from sayso.books.entries import Entry, Names
from sayso.model.ledger import Act, Force, How, Modality

Words = frozenset[str]
Frame = Literal[
    "clause",
    "quote",
    "object",
    "infinitive",
    "gerund",
    "estimate",
    "hearer",
    "judgement",
    "impersonal",
    "appeal",
    "picture",
    "beside",
    "of",
    "about",
    "on",
    "for",
    "against",
    "with",
    "at",
    "over",
    "from",
    "to",
    "in",
]


class CueVerbs(Entry, frozen=True, kw_only=True):
    """Verbs of one sense: see `sayso.books.cues.Cue`."""

    act: Act
    force: Force
    modality: Modality | None = None
    frames: frozenset[Frame]
    somebody: bool = False
    document: bool = False
    words: Names


class CueNouns(Entry, frozen=True, kw_only=True):
    """Nouns of one sense: see `sayso.books.cues.CueNoun`."""

    act: Act
    force: Force
    modality: Modality | None = None
    topics: bool = False
    words: Names


class Relays(Entry, frozen=True, kw_only=True):
    """Verbs of passing words on, and how they do."""

    how: How
    words: Names


class Acts(Entry, frozen=True, kw_only=True):
    """Words that only the learned weights take for cues, and their act."""

    act: Act
    words: Names


class Listed(Entry, frozen=True, kw_only=True):
    """A list of words."""

    words: Words


class Occasions(Entry, frozen=True, kw_only=True):
    """Nouns of where or in what something was said, and the prepositions before them."""

    words: Words
    written: Words
    spoken_in: Words
    meetings: Words
    platforms: Words
    prepositions: Words


class Speaking(Entry, frozen=True, kw_only=True):
    """Participles beside a cue that tell where somebody speaks, appears or is asked."""

    words: Words
    appearing: Words
    asked: Words


class Excluding(Entry, frozen=True, kw_only=True):
    """Verbs that deny with a particle, and those of who refuses to."""

    verbs: dict[str, Words]
    refusing: Words


class Hearsay(Entry, frozen=True, kw_only=True):
    """Adverbs that tell a clause on somebody's word."""

    adverbs: Words


class Asking(Entry, frozen=True, kw_only=True):
    """Nouns and verbs of asking and answering."""

    questions: Words
    answers: Words
    verbs: Words


class Standing(Entry, frozen=True, kw_only=True):
    """Verbs that say something by what they are said of alone."""

    seeming: Words
    deeds: Words
    siding: Words
    blows: Words
    naming: Words
    marking: Words
    showing: Words
    topical: Words
    mute: Words
    backing: Words
    asserting: Words
    lawful: Words
    listing: Words
    unheeding: Words


class Newsrooms(Entry, frozen=True, kw_only=True):
    """Words of newsrooms and in their names."""

    words: Words
    telling: Words
    titles: Words
    starts: Words
    staff: Words
    undertakings: Words
    reports: Words
    articles: Words
    before_agency: Words


class Carriers(Entry, frozen=True, kw_only=True):
    """Nouns that stand for what was said before, and what such a thing does."""

    words: Words
    verbs: Words


class Continuing(Entry, frozen=True, kw_only=True):
    """Adverbs and verbs of somebody who has spoken before."""

    words: Words
    verbs: Words


class Modals(Entry, frozen=True, kw_only=True):
    """Words that leave open what they are said of."""

    possible: Words
    hypothetical: Words


class Mistaken(Entry, frozen=True, kw_only=True):
    """Words beside which the parser errs: nouns for a copy or a part of a document, and days."""

    source: str
    copies: Words
    days: Words


class Sourcing(Entry, frozen=True, kw_only=True):
    """Lemmas of "according", nouns of "with reference to", and of "on condition of"."""

    source: str
    according: Words
    references: Words
    conditions: Words


class Letting(Entry, frozen=True, kw_only=True):
    """Verbs that say something with an adjective, and these adjectives."""

    source: str
    verbs: Words
    known: Words


class Giving(Entry, frozen=True, kw_only=True):
    """Verbs of giving somebody a time."""

    source: str
    verbs: Words


class Unanswered(Entry, frozen=True, kw_only=True):
    """What one declines, and the verbs by which one does."""

    words: Words
    verbs: Words


class Conditions(Entry, frozen=True, kw_only=True):
    """What opens a condition behind its clause or before it, and what stands before its subject."""

    words: Words
    rated: Words
    inverting: Words


class Cues(Entry, frozen=True, kw_only=True):
    """The file of cue words."""

    source: str
    verbs: tuple[CueVerbs, ...]
    relays: tuple[Relays, ...]
    nouns: tuple[CueNouns, ...]
    light: Listed
    according: Listed
    occasions: Occasions
    speaking: Speaking
    mistaken: Mistaken
    sourcing: Sourcing
    letting: Letting
    giving: Giving
    unanswered: Unanswered
    excluding: Excluding
    rumours: Listed
    hearsay: Hearsay
    asking: Asking
    gathering: Listed
    intending: Listed
    rejecting: Listed
    nobody: Listed
    sighted: Listed
    handed: Listed
    standing: Standing
    newsrooms: Newsrooms
    unsaid: Listed
    achieved: Listed
    documents: Listed
    carriers: Carriers
    continuing: Continuing
    modals: Modals
    addressing: Listed
    conditions: Conditions
    people: Listed
    acts: tuple[Acts, ...]


class Ordered(Entry, frozen=True, kw_only=True):
    """A list of words in their order."""

    words: Names


class Corrections(Entry, frozen=True, kw_only=True):
    """The file of what the language model does not know: lemmas by form, and lists of words."""

    source: str
    forms: dict[str, str]
    stopped: Ordered
    within: Ordered
    abbreviations: Ordered
