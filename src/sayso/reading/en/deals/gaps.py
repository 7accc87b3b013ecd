"""Legs whose verb is left out: "Oslo sent ten tanks and Riga six", "gave Oslo ten tanks and Riga six".

Behind a comma or "and" stands somebody, and at once a thing: a number, or weapons. Neither belongs to the phrase
before it, as the small parser reads it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from sayso.model.reading import Sentence
from sayso.reading.en.deals.rows import Phrase, Rows
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import Tree, edged

# The label of what stands beside a verb that is left out, on that verb.
GAP = "gap"
_ENDS = frozenset({"PUNCT", "CCONJ", "ADP", "SCONJ", "ADV", "SPACE"})
_BEFORE = frozenset({"DET", "ADJ", "PROPN", "PART", "NOUN"})
_NOT_VERBS = frozenset({"acl", "amod", "compound", "aux", "auxpass", "nmod"})
_COUNTING = frozenset({"NUM", "DET"})
# Prepositions between somebody and his thing: "signed for six and Riga *for* two", "and Riga *with* guns".
_AFTER = frozenset({"for", "with"})
# What stands for a deal like the one before: "another from", "a second one from".
_AGAIN = frozenset({"a", "another", "one", "second", "third", "further", "similar", "separate"})
_SHORT = 3
_FARTHEST = 40  # tokens from a verb to what shares it


class Left(NamedTuple):
    """Who stands beside a thing, with the verb that both share, and a preposition before the thing."""

    verb: int
    party: Phrase
    word: int | None
    thing: Phrase


class Gaps:
    """Finds the legs of one article whose verb is left out."""

    def __init__(self, tree: Tree, weapons: Weapons, rows: Rows, firms: Collection[str]) -> None:
        self._tree = tree
        self._tokens = edged(tree.tokens, tree.tokens[-1].end if tree.tokens else 0)
        self._weapons = weapons
        self._rows = rows
        self._firms = firms

    def of(self, sentence: Sentence) -> Iterator[Left]:
        """Those of a sentence, in text order."""
        tokens = self._tokens
        verb = None
        for at in range(sentence.first, sentence.last - 1):
            token = tokens[at]
            if token.tag.startswith("VB") and token.dep not in _NOT_VERBS:
                verb = at
            joint = token.text in (",", ";") or token.lemma in ("and", "while")
            if verb is None or not joint or at - verb > _FARTHEST:
                continue
            party = self._party(at + 1, sentence.last)
            if party is not None:
                yield from self._left(verb, party, sentence.last)
            else:
                yield from self._another(at + 1, sentence)

    def _party(self, first: int, end: int) -> Phrase | None:
        """The name of somebody that ends a phrase: "Riga", "the Spanish firm Expal"."""
        tokens = self._tokens
        last = first
        while last < end and tokens[last].pos in _BEFORE:
            firm = last > first and tokens[last - 1].lemma in self._firms
            if tokens[last].pos == "PROPN" and (firm or self._weapons.is_actor(last)):
                while last + 1 < end and self._weapons.is_actor(last + 1):
                    last += 1
                if tokens[last].tag.startswith("NNP"):
                    owned = tokens[last + 1].tag == "POS"
                    head = last - 1 if firm else last
                    return None if owned else Phrase(first, last + 1, head)
                return None
            last += 1
        return None

    def _another(self, first: int, sentence: Sentence) -> Iterator[Left]:
        """Reads "an order from Oslo for tanks and *another from Riga for guns*", "and with Riga for guns"."""
        tokens = self._tokens
        before = first
        while before < first + _SHORT and tokens[before].lemma in _AGAIN:
            before += 1
        noun = self._noun(before, sentence.first)
        word = next(
            (at for at in range(before + 1, sentence.last) if tokens[at].pos == "ADP"), None
        )
        if noun is None or word is None or tokens[word].lemma == tokens[before].lemma:
            return
        party, thing = (
            self._rows.phrase(range(before + 1, word)),
            self._thing(word + 1, sentence.last),
        )
        if party and thing and self._is_before(noun, word):
            yield Left(noun, party._replace(first=before), word, thing)

    def _noun(self, before: int, first: int) -> int | None:
        """The noun of a deal that stands before the same preposition: "an *order* from Oslo … from"."""
        tokens = self._tokens
        if tokens[before].pos != "ADP":
            return None
        for at in range(before - 2, first, -1):
            if tokens[at].lemma == tokens[before].lemma and tokens[at].pos == "ADP":
                told = tokens[at - 1].pos == "NOUN" and not self._rows.is_thing(at - 1)
                return at - 1 if told else None
        return None

    def _left(self, verb: int, party: Phrase, end: int) -> Iterator[Left]:
        tokens = self._tokens
        word = party.last if tokens[party.last].lemma in _AFTER else None
        first = party.last if word is None else word + 1
        thing = self._thing(first, end)
        start = self._tree.sentences[self._tree.sentence(verb)].first
        before = any(map(self._rows.is_thing, range(start, party.first)))
        if thing is None or not before:  # "gave Oslo and Riga guns": nothing is left out
            return
        if tokens[first].pos not in _COUNTING and not self._may_be_beside(party):
            return
        if word is None or self._is_before(verb, word):
            yield Left(verb, party, word, thing)

    def _thing(self, first: int, end: int) -> Phrase | None:
        """The thing that stands here, and nothing else up to a comma, "and" or a preposition."""
        tokens = self._tokens
        last = first
        while last < end and tokens[last].pos not in _ENDS:
            last += 1
        inside = range(first, last)
        found = self._rows.phrase(inside) if all(map(self._rows.may_stand, inside)) else None
        return found if found is not None and self._rows.is_thing(found.head) else None

    def _may_be_beside(self, party: Phrase) -> bool:
        """Whether a name can stand beside a noun without being a part of its phrase, as "US rockets" is."""
        return not self._tokens[party.head].text.replace(".", "").isupper()

    def _is_before(self, verb: int, word: int) -> bool:
        """Whether the thing of the verb stands behind the same preposition: "signed *for* six and Riga *for* two"."""
        tokens = self._tokens
        return any(tokens[at].lemma == tokens[word].lemma for at in range(verb + 1, word - 1))

    def changes(self, left: Left) -> Iterator[tuple[int, int, str]]:
        """What hangs where, as (token, head, label)."""
        yield left.party.head, left.verb, GAP
        yield left.thing.head, left.verb, GAP
        if left.word is not None:
            yield left.word, left.verb, GAP
        before = range(left.verb + 1, left.party.first)
        things = [at for at in before if self._weapons.is_one(at)]
        things = things or [at for at in before if self._rows.is_thing(at)]
        for at in before:
            token = self._tokens[at]
            if left.party.first <= token.head < left.thing.last and token.dep != "punct":
                yield at, *self._instead(left.verb, at, things)

    def _instead(self, verb: int, at: int, things: Sequence[int]) -> tuple[int, str]:
        """Where a word hangs that was read as hung on what stands beside the verb that is left out."""
        tokens = self._tokens
        if tokens[at].pos == "CCONJ" or not things:
            return verb, "cc"
        if at == things[-1]:
            first = things[0]
            return (verb, "dobj") if first == at else (first, "conj")
        if self._weapons.is_actor(at):
            return (at - 1, "pobj") if tokens[at - 1].pos == "ADP" else (verb, "dative")
        return things[-1], "compound"
