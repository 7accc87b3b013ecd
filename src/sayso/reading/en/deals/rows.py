"""Rows of things, each with its own party: "tanks to Oslo, guns to Riga and six to Malta".

The small parser hangs the second thing, or its preposition, on the party before it. What is written is plain: behind
the same preposition stands a party, then a comma or "and", the next thing, and the preposition again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.model.reading import Sentence
from sayso.reading.en.deals.things import REST, may_count
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_EACH = frozenset({"to", "from", "for", "by"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
# Words that can stand between two prepositions of a row: no verb that tells something.
_INSIDE = frozenset(
    {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "ADP", "CCONJ", "ADV", "PART", "SYM", "X"}
)
_MARKS = frozenset({",", ";", "-", "’s", "'s"})
_PARTICIPLES = frozenset({"VBN", "VBG"})
_LONGEST = 30  # tokens between two prepositions of a row
_NEAR = 12  # tokens between a preposition and the thing before it


class Phrase(NamedTuple):
    """The tokens of a noun phrase, up to the first preposition but "of", and its head."""

    first: int
    last: int
    head: int


class Gap(NamedTuple):
    """What stands between two prepositions: the party of the one, and the things of the next."""

    word: int
    party: Phrase
    things: tuple[Phrase, ...]
    next: int


class Row(NamedTuple):
    """A row: its first thing, and all gaps behind it."""

    thing: int
    gaps: tuple[Gap, ...]


class Rows:
    """Finds the rows of one article."""

    def __init__(self, tree: Tree, weapons: Weapons) -> None:
        self._tree = tree
        self._weapons = weapons

    def of(self, sentence: Sentence) -> Iterator[Row]:
        """The rows of a sentence, one preposition after the other."""
        places: dict[str, list[int]] = {}
        for at in range(sentence.first, sentence.last):
            token = self._tree.tokens[at]
            if token.pos == "ADP" and token.lemma in _EACH:
                places.setdefault(token.lemma, []).append(at)
        for words in places.values():
            gaps: list[Gap] = []
            for word, after in pairwise(words):
                gap = self._gap(word, after)
                if gap is not None:
                    gaps.append(gap)
                if gaps and (gap is None or after == words[-1]):
                    yield from self._row(sentence, gaps)
                    gaps = []

    def _row(self, sentence: Sentence, gaps: Sequence[Gap]) -> Iterator[Row]:
        first = self._first(sentence, gaps[0].word)
        if first is None:
            return
        heads = [first, *(phrase.head for gap in gaps for phrase in gap.things)]
        if any(map(self._weapons.is_one, heads)):
            yield Row(first, tuple(gaps))

    def _first(self, sentence: Sentence, word: int) -> int | None:
        """The thing before the first preposition, or the subject of the verb that it belongs to."""
        tree = self._tree
        for at in range(word - 1, max(sentence.first, word - _NEAR) - 1, -1):
            token = tree.tokens[at]
            if token.tag.startswith("VB") and token.tag not in _PARTICIPLES:
                break
            if self.is_thing(at):
                counted = token.dep == "nummod" and at < token.head < word
                return token.head if counted else at
        before = tree.tokens[word - 1]
        verb = word - 1 if before.tag.startswith("VB") else tree.tokens[word].head
        if not tree.tokens[verb].tag.startswith("VB") or tree.children(verb, "dobj"):
            return None
        subject = tree.child(verb, *PASSIVE_SUBJECTS, *SUBJECTS)
        return subject if subject is not None and self.is_thing(subject) else None

    def _gap(self, word: int, after: int) -> Gap | None:
        """The party and the things between two prepositions; None where something else stands there."""
        inside = range(word + 1, after)
        if not 3 <= len(inside) <= _LONGEST or not all(map(self.may_stand, inside)):
            return None
        parts = self._parts(inside)
        party = self.phrase(parts[0])
        if len(parts) < 2 or party is None or self.is_thing(party.head):
            return None
        phrases = [self.phrase(part) for part in parts[1:]]
        things = [number for number, one in enumerate(phrases) if one and self.is_thing(one.head)]
        if not things:  # a thing that is no weapon, behind "and"
            things = [len(phrases) - 1]
            if not self._is_other_thing(phrases[-1]):
                return None
        if any(map(self._opens_with_party, phrases[things[0] :])):
            return None
        found = tuple(phrase for phrase in phrases[things[0] :] if phrase is not None)
        if len(found) != len(phrases) - things[0]:
            return None
        return Gap(word, party, found, after)

    def may_stand(self, at: int) -> bool:
        """Whether a word can stand in a noun phrase, or between two."""
        token = self._tree.tokens[at]
        return token.pos in _INSIDE or token.text in _MARKS or token.tag in _PARTICIPLES

    def _parts(self, inside: range) -> list[range]:
        """What commas and "and" part."""
        tokens = self._tree.tokens
        parts: list[range] = []
        first = inside.start
        for at in inside:
            if tokens[at].text in (",", ";") or tokens[at].pos == "CCONJ":
                if at > first:
                    parts.append(range(first, at))
                first = at + 1
        return [*parts, range(first, inside.stop)]

    def phrase(self, part: range) -> Phrase | None:
        """The noun phrase that opens a part, without a preposition before it and a time behind it."""
        tokens = self._tree.tokens
        first = part.start
        if first < part.stop and tokens[first].pos == "ADP":
            first += 1
        last = first
        while last < part.stop and (tokens[last].pos != "ADP" or tokens[last].lemma == "of"):
            last += 1
        while last > first and self._is_time(last - 1):
            last -= 1
        ends = next((at for at in range(first, last) if tokens[at].lemma == "of"), last)
        heads = [at for at in range(first, ends) if self._may_head(at)]
        return Phrase(first, last, heads[-1]) if heads else None

    def _is_time(self, at: int) -> bool:
        token = self._tree.tokens[at]
        dated = token.entity.endswith("DATE")
        if token.tag == "CD" and dated:
            return not may_count(self._tree.tokens, at)
        return dated or token.pos == "ADV"

    def _may_head(self, at: int) -> bool:
        token = self._tree.tokens[at]
        return token.pos in _NOUNS or token.tag == "CD" or token.lemma in REST

    def is_thing(self, at: int) -> bool:
        """Whether a token is a weapon, or a number that stands for some."""
        token = self._tree.tokens[at]
        if token.tag == "CD" or token.lemma in REST:
            return may_count(self._tree.tokens, at)
        return self._weapons.is_one(at)

    def _opens_with_party(self, phrase: Phrase | None) -> bool:
        """Reads "and *Riga six* from", where somebody stands beside his thing."""
        if phrase is None:
            return False
        tokens = self._tree.tokens
        numbers = (at for at in range(phrase.first + 1, phrase.last) if tokens[at].tag == "CD")
        return any(self._weapons.is_actor(at - 1) for at in numbers)

    def _is_other_thing(self, phrase: Phrase | None) -> bool:
        """Whether a phrase may be a thing that is no weapon: "and trucks to", not "and the sale of bread to"."""
        if phrase is None:
            return False
        token = self._tree.tokens[phrase.head]
        behind = self._tree.tokens[phrase.head + 1 : phrase.last]
        deed = any(one.lemma == "of" for one in behind)
        return token.pos == "NOUN" and not deed and not self._weapons.is_actor(phrase.head)
