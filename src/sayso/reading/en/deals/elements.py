"""A sentence as a row of elements, without its tree: parties, weapons, and the words between them.

The small parser loses the verb of a headline, or hangs what a weapon is from on the wrong word, and the tree then
tells nothing. The row still does: "‹party› has ‹weapon› on order from ‹party›".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from sayso.books.deal_frames import RowWords
from sayso.books.deals import DealWords
from sayso.model.reading import Sentence, Token
from sayso.model.text import Mention
from sayso.reading.en.deals.element import Element, coded, without_sums
from sayso.reading.en.deals.parties import Parties
from sayso.reading.en.deals.row_names import RowNames, end_of
from sayso.reading.en.deals.things import REST, Thing, is_model
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import Tree

# What stands before a weapon and is read with it.
_BEFORE = frozenset({"NUM", "DET", "ADJ"})
_TOLD = frozenset({"CD", "JJ", "JJR", "PRP$"})
_CODE = 3  # letters of a currency
_TIMES = ("DATE", "TIME")


class Elements:
    """Makes rows of elements for the sentences of one article."""

    def __init__(
        self,
        tree: Tree,
        deals: DealWords,
        words: RowWords,
        mentions: Sequence[Mention],
        parties: Parties,
        weapons: Weapons,
    ) -> None:
        self._tree = tree
        self._deals = deals
        self._words = words
        self._weapons = weapons
        self._names = RowNames(tree, deals, words, mentions, parties)

    def of(self, sentence: Sentence) -> tuple[Element, ...]:
        """The row of a sentence; nothing where no weapon stands in it."""
        things = dict(self._things(sentence))
        if not things:
            return ()
        row: list[Element] = []
        at = sentence.first
        while at < sentence.last:
            thing = things.get(at)
            if thing is not None:
                last = self._behind(end_of(self._tree, at, thing.end), things)
                self._armed(row, at, last, thing)
                at = last
                continue
            one = self._names.of(at, things) or self._sum(at) or self._word(at)
            if one is None:
                at += 1
                continue
            at = one.last
            if one.kind == "P" and row and row[-1].kind == "P" and row[-1].last == one.first:
                one = row.pop()._replace(last=one.last)  # "British Defence Secretary | Helen Marsh"
            if one.kind == "P" and row and row[-1].lemma == "of":
                one = self._names.governing(row, one)
            if one.kind or one.text:
                row.append(one)
        return tuple(without_sums(row, self._words))

    def _things(self, sentence: Sentence) -> Iterator[tuple[int, Thing]]:
        """The weapons of a sentence by their first token."""
        seen = -1
        for at in range(sentence.first, sentence.last):
            if self._tree.tokens[at].start < seen or self._tree.tokens[at].pos == "PRON":
                continue
            if self._is_trade(at):
                continue
            for thing in self._weapons.written(at):
                first = bisect_left(self._tree.tokens, thing.start, key=lambda token: token.start)
                seen = thing.end
                yield first, thing

    def _is_trade(self, at: int) -> bool:
        """Whether arms are only what another noun is about: "an *arms* embargo", "the *weapons* deal"."""
        tokens = self._tree.tokens
        after = tokens[min(at + 1, len(tokens) - 1)]
        if tokens[at].text.lower() not in self._words.arms or after is tokens[at]:
            return False
        verb = tokens[at].text.lower() == "arms" and self._names.of(at + 1, ()) is not None
        return after.tag in ("NN", "NNS") or verb  # "Oslo *arms* Malta with tanks"

    def _behind(self, at: int, things: Mapping[int, Thing]) -> int:
        """Where a weapon ends with the noun for its kind behind its name: "MRAP | vehicles"."""
        tokens = self._tree.tokens
        more = at < len(tokens) and at not in things and tokens[at].tag in ("NN", "NNS", "VBZ")
        return at + 1 if more and tokens[at].lemma in self._words.kinds else at

    def _armed(self, row: list[Element], at: int, last: int, thing: Thing) -> None:
        """Enters a weapon, with the words before it that are read with it."""
        state, given, first, twin = None, False, at, None
        if row and row[-1].kind == "W" and row[-1].last == at:  # "AIM-120 | air-to-air missiles"
            before = row.pop()
            first, state, given = before.first, before.state, before.given
            twin = before.thing.start if before.thing is not None else None
        if self._goes_on(row, at, thing):  # "P-8A Poseidon | maritime | patrol aircraft"
            row.pop()
            one = row.pop()
            first, state, given = one.first, one.state, one.given
            twin = one.thing.start if one.thing is not None else None
        while row:
            one = row[-1]
            token = self._tree.tokens[one.first]
            if one.lemma == "to" and len(row) > 1 and row[-2].lemma == "up":  # "up to 40"
                row.pop()
                first = row.pop().first
                continue
            if one.kind == "A" and state is None:
                state, given = one.party, given or one.given
            elif one.lemma == "of" and len(row) > 1 and self._is_measure(row[-2]):
                row.pop()
                one = row[-1]
            elif one.kind or not self._is_before(token):
                break
            first = row.pop().first
        row.append(Element("W", "", first, last, thing=thing, state=state, given=given, twin=twin))

    def _goes_on(self, row: Sequence[Element], at: int, thing: Thing) -> bool:
        """Whether a kind is that of the type right before it, but for one adjective."""
        if len(row) <= 1 or thing.weapon.id is not None:
            return False
        one, between = row[-2:]
        told = between.last == at and self._tree.tokens[between.first].pos in ("ADJ", "NOUN")
        named = one.thing is not None and one.thing.weapon.id is not None
        return not between.kind and told and named and one.last == between.first

    def _is_before(self, token: Token) -> bool:
        lower = token.text.lower()
        told = token.pos in _BEFORE or token.tag in _TOLD
        return told or lower in self._words.qualities | REST

    def _is_measure(self, one: Element) -> bool:
        token = self._tree.tokens[one.first]
        measures = self._deals.measures | self._deals.batches | self._words.parts
        counted = token.lemma in measures - self._words.deeds or token.tag == "CD"
        return not one.kind and counted and not is_model(self._tree, one.first)

    def _sum(self, at: int) -> Element | None:
        one = self._names.mention(at)
        if one is None or one.quantity is None or one.quantity.unit is None:
            return self._coded_sum(at)
        unit = one.quantity.unit
        if not (unit.isupper() and len(unit) == 3):
            return None
        return Element("M", "", at, end_of(self._tree, at, one.span.end))

    def _coded_sum(self, at: int) -> Element | None:
        """Reads "NOK 3.1 billion", where the letters were no known currency."""
        tokens = self._tree.tokens
        after = at + 1
        code = tokens[at].text.isupper() and len(tokens[at].text) == _CODE
        if not code or after >= len(tokens) or tokens[after].tag != "CD":
            return None
        while after < len(tokens) and tokens[after].tag == "CD":
            after += 1
        return Element("M", "", at, after) if after > at + 2 else None

    def _word(self, at: int) -> Element | None:
        """A word that says something; None for times and for what adds nothing."""
        tokens = self._tree.tokens
        token = tokens[at]
        if token.pos == "SPACE" or token.text.lower() in self._words.dropped:
            return None
        if token.entity.endswith(_TIMES) and not self._counts(at):
            return None
        if token.text.lower() in self._words.dated | self._words.around_times:
            ahead = at + 1
            while ahead < len(tokens) and tokens[ahead].text.lower() in self._words.around_times:
                ahead += 1
            timed = ahead < len(tokens) and tokens[ahead].entity.endswith(_TIMES)
            if timed and not self._counts(ahead):
                return Element("", "", at, ahead)
        return Element("", coded(token), at, at + 1)

    def _counts(self, at: int) -> bool:
        """Whether what was taken for a time stands before a thing that it counts: "12 tanks"."""
        token = self._tree.tokens[at]
        after = self._tree.tokens[min(at + 1, len(self._tree.tokens) - 1)]
        return token.tag == "CD" and token.entity == "B-DATE" and not after.entity.startswith("I-")
