"""The weapons that a noun phrase names or points back to, with their number."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

from sayso.books.deals import DealBook
from sayso.books.library import Books
from sayso.model.reading import Token
from sayso.model.text import Mention, Quantity, Span, WeaponRef
from sayso.reading.en.deals.things import Count, Thing
from sayso.reading.en.names.weapons import DESIGNATION
from sayso.reading.tree import Tree

_MOST = 4  # weapons of one phrase: longer lists are inventories
_BACK = 1  # sentences before its own that a pronoun looks back over
_PARAGRAPH = 8  # the same for "the missiles", within the paragraph
_BEFORE = ("compound", "amod", "nmod", "nummod")
_SINGULAR = frozenset({"it"})


class Weapons:
    """One article's weapon mentions, asked by the head of a noun phrase."""

    def __init__(
        self, tree: Tree, book: DealBook, known: Books, mentions: Sequence[Mention]
    ) -> None:
        self._tree = tree
        self._book = book
        self._known = known.weapons
        self._weapons = [(one.span, one.weapon) for one in mentions if one.weapon is not None]
        self._starts = [span.start for span, _ in self._weapons]
        self._quantities = [one for one in mentions if one.type == "quantity" and one.quantity]
        self._quantity_starts = [one.span.start for one in self._quantities]

        named = sorted(
            (one.span.start, one.span.end) for one in mentions if _is_known(one, known.actors.by_id)
        )
        self._names = [start for start, _ in named]
        self._ends = [end for _, end in named]

    def country(self, weapon: WeaponRef) -> str | None:
        """The state of a system's maker, as the book knows it."""
        system = self._known.systems.get(weapon.id) if weapon.id else None
        return system.country if system is not None else None

    def things(self, head: int) -> tuple[Thing, ...]:
        """The weapons that a noun phrase with this head is about; () where it is about something else."""
        heads = [head]
        for at in heads:
            heads.extend(self._tree.children(at, "conj"))
            listed = self._tree.children(at, "appos")  # a list read as an apposition
            heads.extend(one for one in listed if self._tree.children(one, "cc"))
        found = [thing for at in heads for thing in self._of(at)]
        named = [thing for thing in found if thing.weapon.id is not None]
        return tuple(
            thing
            for thing in found
            if thing.weapon.id is not None or not any(self._repeats(thing, one) for one in named)
        )[:_MOST]

    def _repeats(self, kind: Thing, named: Thing) -> bool:
        """Reads "Osa launchers and launchers": the kind of what is named beside it."""
        words = {self._tree.tokens[at].lemma for at in self._covered(named)}
        last = self._tree.tokens[self._covered(kind)[-1]].lemma
        return last in words or kind.weapon.category == named.weapon.category

    def _covered(self, thing: Thing) -> range:
        tokens = self._tree.tokens
        first = bisect_left(tokens, thing.start, key=lambda token: token.start)
        return range(first, bisect_left(tokens, thing.end, key=lambda token: token.start))

    def _of(self, head: int) -> Iterator[Thing]:
        words = self._book.words
        token = self._tree.tokens[head]
        if token.pos == "PRON":
            if token.text.lower() in words.pronouns:
                yield from self._behind(head)
            else:
                yield from self._measured(head)  # "all of them"
            return
        own = self._mention_at(head)
        if own is not None and not self._is_bare(head, own[1]):
            yield self._thing(head, *own)
        elif own is None and self._is_common(head):
            kind = self._known.nouns[(token.text.lower(),)]
            ref = WeaponRef(name=token.text.lower(), category=kind.category)
            thing = self._thing(head, self._span(head), ref)
            yield thing._replace(common=thing.weapon.name == ref.name)
        elif token.lemma in words.measures or token.pos in ("NUM", "ADJ", "DET"):
            yield from self._measured(head)

    def _measured(self, head: int) -> Iterator[Thing]:
        """The weapons of a measure: "a batch of rifles", "a rifle shipment"."""
        tree = self._tree
        for child in tree.children(head, "prep"):
            if tree.tokens[child].lemma == "of":
                for governed in tree.children(child, "pobj"):
                    yield from self.things(governed)
        for child in tree.children(head, "compound", "nmod", "nummod"):
            mention = self._mention_at(child)
            if mention is not None:
                yield self._thing(child, *mention)

    def _is_common(self, head: int) -> bool:
        """Whether a word may be a weapon that the article does not show to be one: "jets"."""
        token = self._tree.tokens[head]
        kind = self._known.nouns.get((token.text.lower(),)) if token.pos == "NOUN" else None
        if kind is None or kind.weak or not kind.common or kind.designated:
            return False
        before = {self._tree.tokens[at].lemma for at in self._tree.children(head, *_BEFORE)}
        return not before & self._known.not_after

    def _span(self, head: int) -> Span:
        token = self._tree.tokens[head]
        return Span(article="", start=token.start, end=token.end, text=token.text)

    def _titled(self, head: int, weapon: WeaponRef) -> WeaponRef:
        """A kind with the name before it that no book knows: "Gidran armoured vehicles"."""
        tokens = self._tree.tokens
        at = head
        while at and self._tree.tokens[at - 1].head == head and tokens[at - 1].dep in _BEFORE:
            at -= 1
        name = []
        while at < head and tokens[at].dep == "nummod" and not self._is_name(at):
            at += 1
        while at < head and self._is_name(at):
            name.append(tokens[at].text)
            at += 1
        if not name or weapon.name.startswith(name[0]):
            return weapon
        return WeaponRef(name=f"{' '.join(name)} {weapon.name}", category=weapon.category)

    def _is_name(self, index: int) -> bool:
        token = self._tree.tokens[index]
        named = token.tag in ("NNP", "NNPS") or DESIGNATION.fullmatch(token.text) is not None
        return named and not self._is_actor(index)

    def _is_actor(self, index: int) -> bool:
        start = self._tree.tokens[index].start
        at = bisect_left(self._names, start + 1) - 1
        return at >= 0 and self._ends[at] > start

    def _is_bare(self, head: int, weapon: WeaponRef) -> bool:
        """A count noun in the singular, without article or number, tells of fire: "took machine gun"."""
        token = self._tree.tokens[head]
        if weapon.id is not None or token.tag != "NN" or token.dep in ("compound", "nmod"):
            return False
        counted = self._tree.children(head, "det", "poss", "nummod", "quantmod")
        return not counted and token.lemma not in self._book.words.mass

    def _mention_at(self, index: int) -> tuple[Span, WeaponRef] | None:
        """The weapon mention that a token stands in."""
        start = self._tree.tokens[index].start
        at = bisect_left(self._starts, start + 1) - 1
        if at >= 0 and self._weapons[at][0].end > start:
            return self._weapons[at]
        return None

    def _thing(self, head: int, span: Span, weapon: WeaponRef) -> Thing:
        before = self._tree.children(head, "det", "poss")
        words = {self._tree.tokens[child].text.lower() for child in before}
        pointing = bool(words & self._book.words.pointing)
        if weapon.id is None:
            weapon = self._titled(head, weapon)
        if weapon.id is None and pointing:
            for named, other in self._before(head, _PARAGRAPH):
                if other.id is not None:
                    if not _may_mean(weapon, named, other):
                        break
                    return Thing(other, span.start, span.end, True, named)
        return Thing(weapon, span.start, span.end, pointing)

    def _behind(self, head: int) -> Iterator[Thing]:
        """What a pronoun points back to: the nearest weapon before it, "it" in its own sentence."""
        token = self._tree.tokens[head]
        reach = 0 if token.text.lower() in _SINGULAR else _BACK
        for span, weapon in self._before(head, reach):
            yield Thing(weapon, token.start, token.end, True, span)
            return

    def _before(self, head: int, reach: int) -> Iterator[tuple[Span, WeaponRef]]:
        """The weapons before a token in its paragraph, at most `reach` sentences back, nearest first."""
        tree = self._tree
        number = tree.sentence(head)
        here = tree.sentences[number]
        first = number
        while first > max(0, number - reach):
            if tree.sentences[first - 1].paragraph != here.paragraph:
                break
            first -= 1
        floor, start = tree.sentences[first].start, tree.tokens[head].start
        for at in range(bisect_left(self._starts, start) - 1, -1, -1):
            span, weapon = self._weapons[at]
            if span.start < floor:
                return
            if span.end <= start:
                yield span, weapon

    # --- numbers -------------------------------------------------------------------------------------

    def count(self, thing: Thing, head: int) -> Count:
        """How many: the count whose words run into the weapon's, or count its measure ("two batteries of").

        No number where only some are meant and not how many ("the last of eight").
        """
        tree = self._tree
        token = tree.tokens[head]
        own = thing.start <= token.start < thing.end
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
            if own or token.lemma not in self._book.words.measures:
                return Count(None)
        return Count(whole)

    def _numeral(self, index: int) -> Quantity | None:
        """The number that stands at a token by itself: "three" of "three of the five"."""
        token = self._tree.tokens[index]
        for one in self._near(token.start):
            if one.span.start == token.start and one.span.end == token.end:
                return one.quantity
        return None

    def _number(self, thing: Thing, token: Token, own: bool) -> Quantity | None:
        for one in self._near(thing.start):
            if one.span.start <= thing.start < one.span.end:
                return one.quantity
        return None if own else self._counted(token.start, token.end)

    def _counted(self, start: int, end: int) -> Quantity | None:
        for one in self._near(start):
            if one.span.start < start and one.span.end >= end:
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


def _is_known(mention: Mention, actors: Container[str]) -> bool:
    """Whether a mention names somebody, or a place: what only looks like a name may be a weapon's."""
    return mention.place is not None or (mention.actor is not None and mention.actor.id in actors)


def _may_mean(kind: WeaponRef, span: Span, named: WeaponRef) -> bool:
    """Whether "the missiles" may be the named weapon: a kind of anything, its kind, or a word of its name."""
    words = span.text.lower().split()
    return kind.category in ("weapon", named.category) or kind.name.split()[-1] in words
