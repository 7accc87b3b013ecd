"""Cue words: what can make a clause somebody's say-so."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from sayso.errors import BookError
from sayso.model.ledger import Act, Force, How, Modality

FRAMES = frozenset(
    [
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
)


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
    platforms: frozenset[str]
    occasion_prepositions: frozenset[str]
    speaking: frozenset[str]
    appearing: frozenset[str]
    asked: frozenset[str]
    carriers: frozenset[str]
    carrier_verbs: frozenset[str]
    continuing: frozenset[str]
    adding: frozenset[str]
    unanswered: frozenset[str]
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
    carrier_articles: frozenset[str]
    carrier_staff: frozenset[str]
    carrier_telling: frozenset[str]
    achieved: frozenset[str]
    documents: frozenset[str]
    people: frozenset[str]
    possible: frozenset[str]
    hypothetical: frozenset[str]
    seeming: frozenset[str]
    deeds: frozenset[str]
    siding: frozenset[str]
    blows: frozenset[str]
    naming: frozenset[str]
    marking: frozenset[str]
    showing: frozenset[str]
    topical: frozenset[str]
    backing: frozenset[str]
    asserting: frozenset[str]
    acts: Mapping[str, Act]


def load_cues(language: str = "en") -> CueBook:
    """The cue book of a language; BookError where an entry names a frame that does not exist."""
    text = files("sayso.books").joinpath(language, "cues.toml").read_text("utf-8")
    book: dict[str, Any] = tomllib.loads(text)
    verbs: dict[str, list[Cue]] = {}
    for group in book["verbs"]:
        frames = frozenset(group["frames"])
        if not frames <= FRAMES:
            raise BookError(f"cues.toml: no such frame: {', '.join(sorted(frames - FRAMES))}")
        cue = Cue(
            group["act"],
            group["force"],
            group.get("modality"),
            frames,
            group.get("somebody", False),
            group.get("document", False),
        )
        for word in group["words"]:
            verbs.setdefault(word, []).append(cue)
    return CueBook(
        verbs={word: tuple(cues) for word, cues in verbs.items()},
        nouns={
            word: CueNoun(
                group["act"], group["force"], group.get("modality"), group.get("topics", False)
            )
            for group in book["nouns"]
            for word in group["words"]
        },
        relays={word: group["how"] for group in book["relays"] for word in group["words"]},
        light=frozenset(book["light"]["words"]),
        according=frozenset(book["according"]["words"]),
        occasions=frozenset(book["occasions"]["words"]),
        written=frozenset(book["occasions"]["written"]),
        spoken_in=frozenset(book["occasions"]["spoken_in"]),
        platforms=frozenset(book["occasions"]["platforms"]),
        occasion_prepositions=frozenset(book["occasions"]["prepositions"]),
        speaking=frozenset(book["speaking"]["words"]),
        appearing=frozenset(book["speaking"]["appearing"]),
        asked=frozenset(book["speaking"]["asked"]),
        carriers=frozenset(book["carriers"]["words"]),
        carrier_verbs=frozenset(book["carriers"]["verbs"]),
        continuing=frozenset(book["continuing"]["words"]),
        adding=frozenset(book["continuing"]["verbs"]),
        unanswered=frozenset(book["unanswered"]["words"]),
        excluding={word: frozenset(parts) for word, parts in book["excluding"]["verbs"].items()},
        refusing=frozenset(book["excluding"]["refusing"]),
        meaning=frozenset(book["intending"]["words"]),
        rumours=frozenset(book["rumours"]["words"]),
        hearsay=frozenset(book["hearsay"]["adverbs"]),
        questions=frozenset(book["asking"]["questions"]),
        answers=frozenset(book["asking"]["answers"]),
        answering=frozenset(book["asking"]["verbs"]),
        gathering=frozenset(book["gathering"]["words"]),
        rejecting=frozenset(book["rejecting"]["words"]),
        nobody=frozenset(book["nobody"]["words"]),
        sighted=frozenset(book["sighted"]["words"]),
        handed=frozenset(book["handed"]["words"]),
        carrier_kinds=frozenset(book["newsrooms"]["words"]),
        carrier_titles=frozenset(book["newsrooms"]["titles"]),
        carrier_starts=frozenset(book["newsrooms"]["starts"]),
        carrier_articles=frozenset(book["newsrooms"]["articles"]),
        carrier_staff=frozenset(book["newsrooms"]["staff"]),
        carrier_telling=frozenset(book["newsrooms"]["telling"]),
        carrier_adjectives=frozenset(book["newsrooms"]["before_agency"]),
        unsaid=frozenset(book["unsaid"]["words"]),
        achieved=frozenset(book["achieved"]["words"]),
        documents=frozenset(book["documents"]["words"]),
        people=frozenset(book["people"]["words"]),
        possible=frozenset(book["modals"]["possible"]),
        hypothetical=frozenset(book["modals"]["hypothetical"]),
        seeming=frozenset(book["standing"]["seeming"]),
        deeds=frozenset(book["standing"]["deeds"]),
        siding=frozenset(book["standing"]["siding"]),
        blows=frozenset(book["standing"]["blows"]),
        naming=frozenset(book["standing"]["naming"]),
        marking=frozenset(book["standing"]["marking"]),
        showing=frozenset(book["standing"]["showing"]),
        topical=frozenset(book["standing"]["topical"]),
        backing=frozenset(book["standing"]["backing"]),
        asserting=frozenset(book["standing"]["asserting"]),
        acts={word: group["act"] for group in book["acts"] for word in group["words"]},
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
    """The corrections for one language."""
    text = files("sayso.books").joinpath(language, "words.toml").read_text("utf-8")
    book: dict[str, Any] = tomllib.loads(text)
    lists = (tuple(book[name]["words"]) for name in ("abbreviations", "stopped", "within"))
    return WordBook(book["forms"], *lists)
