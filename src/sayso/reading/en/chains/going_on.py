"""Who goes on speaking: "he", "the coast guard", "they added" for somebody who has been told before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.books.cues import CueBook
from sayso.model.ledger import Link
from sayso.model.reading import Attribution
from sayso.model.text import Party
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import head_of
from sayso.reading.en.chains.carriers import Carriers

_ONE = frozenset({"he", "she", "his", "her"})
_WORDS = re.compile(r"\w+")
_SOME = re.compile(r"^(?:\w+ )?\w+ of (?:them|those)$")  # "two of them"
# "one of the officials", "two of the people"
_PART = re.compile(r"^(?:\w+ )?\w+ of the (?=(?:\w+s|people|men|women)$)")


class GoingOn:
    """Compares a party that no book resolves with the one who spoke before."""

    def __init__(self, evidence: Evidence, book: CueBook, carriers: Carriers) -> None:
        self._evidence = evidence
        self._book = book
        self._carriers = carriers

    def can_be(self, party: Party, speaker: Party, found: Found) -> bool:
        """Whether "he", "they" or "the minister" can be the one speaker told so far."""
        word = party.name.lower()
        alone = (speaker.count or 1) == 1 and not self._carriers.holds(speaker)
        if word in _ONE:
            return alone
        if word == "it" and speaker.actor not in self._evidence.persons:
            return alone
        goes_on = self.adds(found) or self.continues(found)
        if word == "they" or _SOME.match(word):
            return self._is_many(speaker)
        if goes_on and (self._is_somebody(party) or word == "it"):
            return alone
        return self.is_again(party, speaker)

    def is_again(self, party: Party, speaker: Party) -> bool:
        """Whether "the coast guard" repeats the words of somebody told before: "Japan's coast guard"."""
        whole = _PART.sub("the ", party.name.lower())
        first, _, noun = whole.partition(" ")
        if first != "the" or not noun or party.actor is not None or self._carriers.holds(party):
            return False
        known = _WORDS.findall(f"{speaker.name} {speaker.role or ''}".lower())
        return set(_WORDS.findall(noun)) <= set(known)

    def whence(self, link: Link, before: Sequence[Attribution]) -> tuple[Link, ...]:
        """The links before a document that spoke before: "minutes seen by X"; later "the minutes quote her"."""
        written = (one for one in reversed(before) if one.chain[-1].how == "writes")
        last = next(written, None)
        party = last.chain[-1].party if last is not None else None
        if last is None or party is None or link.party is None:
            return ()
        again = not self._carriers.holds(link.party) and self.is_again(link.party, party)
        return tuple(one for one in last.chain[:-1] if one.how != "credits") if again else ()

    def adds(self, found: Found) -> bool:
        """Whether the cue itself goes on with what was said before: "the official added"."""
        words = {self._evidence.tree.tokens[at].lemma for at in found.cue}
        return bool(words & self._book.adding)

    def continues(self, found: Found) -> bool:
        """Whether a word says that the speaker goes on: "he also said"."""
        tree = self._evidence.tree
        return found.head >= 0 and any(
            tree.tokens[at].lemma in self._book.continuing
            for at in tree.children(found.head, "advmod")
        )

    def _is_many(self, party: Party) -> bool:
        """Whether a party is told of as several: "sources close to the club"."""
        phrase = self._evidence.within(party.span) if party.span else set()
        plural = bool(phrase) and self._evidence.tree.tokens[
            head_of(self._evidence.tree, phrase)
        ].tag in ("NNS", "NNPS")
        return (party.count or 1) > 1 or plural

    def _is_somebody(self, party: Party) -> bool:
        """Whether a definite noun is a word for somebody, as "the official"."""
        words = party.name.lower().split()
        return words[0] == "the" and words[-1] in self._book.people
