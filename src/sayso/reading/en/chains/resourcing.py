"""Sentences that only say whose the words before them were.

"The statement came from X and was reported by Y", "The remarks were made during an interview": the
subject stands for what was said before, and the sentence names its source, its carrier or its occasion.
Or a newsroom that has told something names who told it that: "It cited three bankers".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from sayso.books.cues import CueBook
from sayso.model.ledger import How, Link
from sayso.model.reading import Attribution
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.attribution.found import TOPICS
from sayso.reading.en.attribution.occasions import OccasionPhrase, occasion_at, spoken_to
from sayso.reading.en.attribution.participants import (
    can_speak,
    head_of,
    is_document,
    noun_phrase,
)
from sayso.reading.en.chains.carriers import Carriers
from sayso.reading.en.chains.passed_on import PassedOn
from sayso.reading.en.names.same import same_party
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_SPEAKERS = frozenset({"he", "she", "they"})
_OPENS_CLAUSE = frozenset({"as", "that", ":"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})


class Resourced(NamedTuple):
    """What such a sentence adds to the statements before it; `newsroom` is who names a source of its own."""

    sentence: int
    verb: int
    speaker: frozenset[int] | None
    relay: tuple[frozenset[int], How] | None
    occasion: OccasionPhrase | None
    newsroom: frozenset[int] | None = None
    written: bool = False  # the source is a document


def find_resourcing(tree: Tree, book: CueBook) -> list[Resourced]:
    """All such sentences, in text order."""
    found: list[Resourced] = []
    for index, token in enumerate(tree.tokens):
        if token.tag.startswith("VB") and token.lemma in book.carrier_verbs:
            carrier = tree.child(index, *SUBJECTS, *PASSIVE_SUBJECTS)
            made = tree.child(index, "dobj") if token.lemma in book.light else None
            carrier = carrier if made is None else made  # "She made the remarks to Kyodo"
            if carrier is not None and stands_for_words(tree, book, carrier):
                one = _resourced(tree, book, index)
                if one.speaker or one.relay or one.occasion:
                    found.append(one)
        elif token.lemma in book.speaking and token.dep == "ROOT":
            found.extend(_speaking(tree, book, index))
        elif token.tag in ("VBD", "VBZ") and book.relays.get(token.lemma) == "cites":
            found.extend(_citing(tree, book, index))
    return found


def _speaking(tree: Tree, book: CueBook, verb: int) -> Iterator[Resourced]:
    """Reads "She was speaking to Delvane", "he spoke in an interview with Delvane", and of nothing else."""
    who = tree.child(verb, *SUBJECTS)
    if who is None or tree.tokens[who].text.lower() not in _SPEAKERS or tree.is_negated(verb):
        return
    if any(tree.tokens[at].lemma in TOPICS for at in tree.children(verb, "prep")):
        return
    occasion = occasion_at(tree, book, verb) or spoken_to(tree, book, verb)
    if occasion is not None and occasion.outlets:
        yield Resourced(tree.sentence(verb), verb, None, None, occasion)


def _citing(tree: Tree, book: CueBook, verb: int) -> Iterator[Resourced]:
    """Reads "It cited three bankers", and nothing that they say."""
    who, source = tree.child(verb, *SUBJECTS), tree.child(verb, "dobj")
    if who is None or source is None or tree.tokens[verb].dep != "ROOT":
        return
    phrase = noun_phrase(tree, source)
    rest = {tree.tokens[at].lemma for at in tree.subtree(verb) if at > max(phrase)}
    nobody = {tree.tokens[at].lemma for at in phrase} & book.nobody
    written = is_document(tree, book, phrase)
    source_of_words = written or can_speak(tree, book, phrase)
    if source_of_words and not nobody and not _OPENS_CLAUSE & rest:
        newsroom = frozenset(noun_phrase(tree, who))
        at = tree.sentence(verb)
        yield Resourced(at, verb, frozenset(phrase), None, None, newsroom, written)


def with_source(
    evidence: Evidence, passed_on: PassedOn, told: Attribution, again: Resourced
) -> Attribution:
    """An attribution with the speaker, the carrier and the occasion that a later sentence names."""
    speaker, chain, act = told.speaker, told.chain, told.act
    last = chain[-1]
    if again.newsroom is not None:
        chain = (*chain[:-1], replace(last, how="cites"), last)
        act = "writing" if again.written else "speech"
        last = replace(last, how="writes" if again.written else "says")
    if again.speaker is not None:
        speaker = evidence.party(again.speaker)
        chain = (*chain[:-1], replace(last, party=speaker, span=speaker.span or last.span))
    if again.relay is not None and all(link.how == "credits" for link in chain[:-1]):
        chain = (passed_on.link(None, *again.relay), chain[-1])
    outlet = passed_on.outlet(again.occasion)
    if outlet is not None and outlet.span and all(link.how == "credits" for link in chain[:-1]):
        chain = (*chain[:-1], Link(party=outlet, span=outlet.span, how="cites"), chain[-1])
    occasion = told.occasion
    if occasion is None and again.occasion is not None and again.occasion.tokens:
        occasion = evidence.words(again.occasion.tokens)
    sentence = evidence.tree.sentences[again.sentence]
    words = evidence.at(sentence.start, sentence.end)
    return replace(
        told,
        act=act,
        speaker=speaker,
        chain=chain,
        occasion=occasion,
        evidence=(*told.evidence, words),
    )


def is_its_report(
    evidence: Evidence,
    book: CueBook,
    carriers: Carriers,
    told: Attribution,
    newsroom: Iterable[int],
) -> bool:
    """Whether "the agency" or "it" can only be the newsroom that has just told something."""
    speaker, words = told.speaker, set(newsroom)
    if speaker is None or not carriers.holds(speaker):
        return False
    party = evidence.party(words)
    noun = evidence.tree.tokens[head_of(evidence.tree, words)].lemma
    kind = noun in book.carrier_kinds or noun in book.carrier_reports
    whose = party.actor is None or (party.resolved or "") in speaker.name  # "Oslo's NTB agency"
    definite = kind and party.name.lower().startswith("the ") and whose
    return party.name.lower() == "it" or definite or same_party(party, speaker)


def stands_for_words(tree: Tree, book: CueBook, noun: int) -> bool:
    """Whether a definite noun of speech refers back to words ("The message", "This warning")."""
    if tree.tokens[noun].lemma not in book.carriers:
        return False
    if tree.children(noun, "prep", "relcl", "acl"):
        return False
    before = tree.children(noun, "det", "poss")
    return any(tree.tokens[child].text.lower() in _DEFINITE for child in before)


def _resourced(tree: Tree, book: CueBook, verb: int) -> Resourced:
    speaker: frozenset[int] | None = None
    relay: tuple[frozenset[int], How] | None = None
    for one in (verb, *tree.children(verb, "conj")):
        lemma = tree.tokens[one].lemma
        by = tree.child(one, "agent")
        agent = tree.child(by, "pobj") if by is not None else None
        if agent is not None and lemma in book.relays:
            relay = (frozenset(noun_phrase(tree, agent)), book.relays[lemma])
        elif agent is not None and lemma in book.carrier_verbs:
            speaker = frozenset(noun_phrase(tree, agent))
        for preposition in tree.children(one, "prep"):
            source = tree.child(preposition, "pobj")
            if source is not None and tree.tokens[preposition].lemma == "from":
                speaker = frozenset(noun_phrase(tree, source))
    occasion = occasion_at(tree, book, verb)
    if occasion is None and tree.tokens[verb].lemma in book.light:
        occasion = spoken_to(tree, book, verb)
    return Resourced(tree.sentence(verb), verb, speaker, relay, occasion)
