"""How many weapons are meant, and for how much money."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.books.deals import DealBook
from sayso.model.reading import Token
from sayso.model.text import Mention, Quantity
from sayso.reading.en.deals.things import Count, Thing, is_left_out
from sayso.reading.tree import Tree

_LAST = frozenset({"last", "final"})


class Counts:
    """One article's numbers, asked by the weapon and the head of its noun phrase."""

    def __init__(self, tree: Tree, book: DealBook, mentions: Sequence[Mention]) -> None:
        self._tree = tree
        self._book = book
        self._quantities = [one for one in mentions if one.type == "quantity" and one.quantity]
        self._names = sorted(
            one.span.end for one in mentions if one.actor is not None and one.actor.type == "state"
        )
        self._quantity_starts = [one.span.start for one in self._quantities]

    def of(self, thing: Thing, head: int) -> Count:
        """How many: the count whose words run into the weapon's, or count its measure ("two batteries of").

        No number where only some are meant and not how many ("the last of eight").
        """
        tree = self._tree
        token = tree.tokens[head]
        own = thing.start <= token.start < thing.end
        if is_left_out(token):
            return Count(self._bare(head, thing))
        whole = self._number(thing, token, own)
        if token.tag == "CD" and thing.end <= token.start:  # "of the nine launchers, four were …"
            return Count(self._numeral(head), whole)
        for counted in (head, *tree.children(head, "nummod")):
            parts_of = ("quantmod", "prep") if tree.tokens[counted].tag == "CD" else ("quantmod",)
            if counted == head and not own and token.lemma not in self._book.words.measures:
                parts_of = ("quantmod", "prep")
            under = tree.children(counted, *parts_of)
            if not any(tree.tokens[child].lemma == "of" for child in under):
                continue
            some = [counted, *tree.children(counted, "quantmod")]
            parts = [self._numeral(at) for at in some if tree.tokens[at].tag == "CD"]
            part = next((one for one in parts if one is not None and one != whole), None)
            if part is not None:
                return Count(part, whole)
            if token.lemma in _LAST:
                return Count(whole, whole)  # "took delivery of the last of twelve": all have come
            if own or token.lemma not in self._book.words.measures:
                return Count(None, whole if token.lemma in self._book.words.portions else None)
        return Count(whole or self._bare(head, thing))

    def _bare(self, head: int, thing: Thing) -> Quantity | None:
        """The number that stands for things by itself, or before them: "24 more", "another four"."""
        tokens = self._tree.tokens
        for at in (head, *self._tree.children(head, "nummod")):
            start = tokens[at].start
            if tokens[at].tag != "CD" or start > thing.start:
                continue
            for one in self._near(start):
                if one.span.start <= start < one.span.end:
                    return one.quantity
            digits = tokens[at].text.replace(",", "")
            if digits.isdigit():
                return Quantity(value=float(digits))
        return None

    def _numeral(self, index: int) -> Quantity | None:
        """The number that stands at a token by itself: "three" of "three of the five"."""
        token = self._tree.tokens[index]
        for one in self._near(token.start):
            if one.span.start <= token.start and one.span.end == token.end:
                return one.quantity
        return None

    def _number(self, thing: Thing, token: Token, own: bool) -> Quantity | None:
        for one in self._near(thing.start):
            if one.span.start <= thing.start < one.span.end:
                return one.quantity
        return self._behind_name(thing) if own else self._counted(token)

    def _behind_name(self, thing: Thing) -> Quantity | None:
        """Reads "gave Oslo *14* Osa tanks", where the number was taken for a part of the name before it."""
        tokens = self._tree.tokens
        at = bisect_left(tokens, thing.start, key=lambda token: token.start) - 1
        if at < 1 or tokens[at].tag != "CD" or not tokens[at].text.isdecimal():
            return None
        named = bisect_left(self._names, tokens[at - 1].end)
        if self._names[named : named + 1] != [tokens[at - 1].end]:
            return None
        return Quantity(value=float(tokens[at].text), unit=None)

    def _counted(self, token: Token) -> Quantity | None:
        if token.tag == "CD":  # "four of the jets" are not the four of four
            return None
        for one in self._near(token.start):
            if one.span.start < token.start and one.span.end >= token.end:
                return one.quantity
        return None

    def money(self, start: int, end: int) -> Quantity | None:
        """The one sum of money within these offsets; None where there are two."""
        low = bisect_left(self._quantity_starts, start)
        sums = []
        for one in self._quantities[low:]:
            if one.span.start >= end:
                break
            quantity = one.quantity
            if (
                quantity is not None
                and quantity.unit
                and quantity.unit.isupper()
                and len(quantity.unit) == 3
            ):
                sums.append(quantity)
        return sums[0] if len(sums) == 1 else None

    def _near(self, offset: int) -> Iterator[Mention]:
        at = bisect_left(self._quantity_starts, offset + 1)
        for one in self._quantities[max(0, at - 2) : at]:
            unit = one.quantity.unit if one.quantity else None
            if not (unit and (unit == "percent" or (unit.isupper() and len(unit) == 3))):
                yield one
