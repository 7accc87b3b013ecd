"""The weapons that a noun phrase names or points back to, with their number."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

from sayso.books.deals import DealBook
from sayso.books.library import Books
from sayso.model.text import Mention, Span, WeaponRef
from sayso.reading.en.deals.things import Thing, is_left_out, is_model
from sayso.reading.en.names.weapons import DESIGNATION
from sayso.reading.tree import Tree

_MOST = 4  # weapons of one phrase: longer lists are inventories
_BACK = 1  # sentences before its own that a pronoun looks back over
_PARAGRAPH = 8  # the same for "the missiles", within the paragraph
_BEFORE = ("compound", "amod", "nmod", "nummod")
_NEAR = 14  # tokens from "arms" to "including"
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
        named = sorted(
            (one.span.start, one.span.end) for one in mentions if _is_known(one, known.actors.by_id)
        )
        self._names = [start for start, _ in named]
        self._ends = [end for _, end in named]

    def country(self, weapon: WeaponRef) -> str | None:
        """The state of a system's maker, as the book knows it."""
        system = self._known.systems.get(weapon.id) if weapon.id else None
        return system.country if system is not None else None

    def named(self) -> Iterator[range]:
        """The tokens of each weapon's name."""
        for span, weapon in self._weapons:
            yield self._covered(Thing(weapon, span.start, span.end, False))

    def makers(self, weapon: WeaponRef) -> tuple[str, ...]:
        """The makers of a system, as the book knows them."""
        system = self._known.systems.get(weapon.id) if weapon.id else None
        return system.makers if system is not None else ()

    def written(self, at: int) -> tuple[Thing, ...]:
        """The weapon that is written at a token, not what that only points back to or measures."""
        own = self._mention_at(at)
        if own is not None:
            bare = Thing(own[1], own[0].start, own[0].end, False)
            told = self._of(self._covered(bare)[-1])
            return (next((one for one in told if one.start == bare.start), bare),)
        token = self._tree.tokens[at]
        if token.pos not in ("NOUN", "PROPN") or not self._is_common(at):
            return ()
        return tuple(thing for thing in self._of(at) if thing.behind is None)

    def is_one(self, head: int) -> bool:
        """Whether a noun by itself is a weapon, whatever is joined to it."""
        return next(self._of(head), None) is not None

    def things(self, head: int) -> tuple[Thing, ...]:
        """The weapons that a noun phrase with this head is about; () where it is about something else."""
        heads = [head]
        for at in heads:
            heads.extend(self._tree.children(at, "conj"))
            listed = self._tree.children(at, "appos")  # a list read as an apposition
            heads.extend(one for one in listed if self._is_list(one) and not self._is_ship(one))
        found = [thing for at in heads for thing in self._told(at)]
        named = [thing for thing in found if thing.weapon.id is not None]
        return tuple(
            thing
            for thing in found
            if thing.weapon.id is not None
            or self._is_counted(thing)
            or not any(self._repeats(thing, one) for one in named)
        )[:_MOST]

    def _told(self, head: int) -> Iterator[Thing]:
        """The weapon of a head; what "arms" are said to include, or point back to, where that is told."""
        for thing in self._of(head):
            inside = self._inside(head) if thing.weapon.category == "weapon" else ()
            yield from inside or (thing,)

    def _inside(self, head: int) -> tuple[Thing, ...]:
        """The weapons of "arms, *including tanks and guns*"."""
        tokens = self._tree.tokens
        for at in range(head + 1, min(head + _NEAR, len(tokens))):
            if tokens[at].lemma == "include" and tokens[at].dep == "prep":
                below = self._tree.children(at, "pobj", "dobj")
                return tuple(thing for one in below for thing in self.things(one))
            if tokens[at].tag.startswith("VB"):
                break
        return ()

    def _is_ship(self, index: int) -> bool:
        """Whether a ship's own name tells which ships are meant: "two frigates, *HMS Ely* and HMS Ham"."""
        named = self._mention_at(index)
        kind = self._mention_at(self._tree.tokens[index].head)
        if named is None or kind is None or kind[1].id is not None:
            return False
        return named[1].category == "warship" == kind[1].category

    def _is_list(self, first: int) -> bool:
        """Whether what is joined to a noun ends with "and": "tanks, *guns, shells and tents*"."""
        at: int | None = first
        while at is not None:
            if self._tree.children(at, "cc"):
                return True
            at = self._tree.child(at, "conj")
        return False

    def _is_counted(self, thing: Thing) -> bool:
        """Whether it has a number or a preposition of its own: "Osa launchers from Oslo and *ten launchers*"."""
        return bool(self._tree.children(self._covered(thing)[-1], "nummod", "prep"))

    def _repeats(self, kind: Thing, named: Thing) -> bool:
        """Reads "Osa launchers and launchers": the kind of what is named beside it."""
        words = {self._tree.tokens[at].lemma for at in self._covered(named)}
        last = self._tree.tokens[self._covered(kind)[-1]].lemma
        return last in words or kind.weapon.category == named.weapon.category

    def meant(self, thing: Thing) -> int | None:
        """The head of the phrase that a number or "of them" stands for; None for other things."""
        if thing.behind is None or thing.pointing is False:
            return None
        return self._covered(Thing(thing.weapon, thing.behind.start, thing.behind.end, False))[-1]

    def head_of(self, thing: Thing, head: int) -> int:
        """The head of a weapon in a phrase that joins several: "radars and *drones*"."""
        if thing.behind is not None and self._tree.tokens[self._covered(thing)[-1]].pos == "PRON":
            return head
        last = self._covered(thing)[-1]
        while last != head and self._tree.tokens[last].dep in _BEFORE:
            last = self._tree.tokens[last].head
        return last

    def counted(self, thing: Thing, head: int) -> int:
        """The head that its number stands before: of several joined things its own, "a *number* of drones"."""
        own = at = self.head_of(thing, head)
        while at != head and self._tree.tokens[at].dep in ("pobj", "prep", *_BEFORE):
            at = self._tree.tokens[at].head
        return at if head in (at, *self._tree.ancestors(own)) else head

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
        if own is not None and own[1].id is None:
            own = self._varied(head) or own
        if own is not None and not self._is_bare(head, own[1]):
            yield self._thing(head, *own)
        elif own is None and (varied := self._varied(head)) is not None:
            yield self._thing(head, *varied)
        elif own is None and self._is_common(head):
            words_of = self._kind_of(head)
            ref = WeaponRef(name=" ".join(words_of), category=self._known.nouns[words_of].category)
            thing = self._thing(head, self._span(head - len(words_of) + 1, head), ref)
            yield thing._replace(common=thing.weapon.name == ref.name)
        elif is_model(self._tree, head):
            return
        elif token.lemma in words.measures or self._is_part(head):
            found = tuple(self._measured(head))
            yield from found or (self.before(head) if is_left_out(token) else ())

    def _is_part(self, head: int) -> bool:
        """Reads "*some* of them", "the *second* of five ships"."""
        token = self._tree.tokens[head]
        part = token.pos in ("NUM", "ADJ", "DET") or is_left_out(token)
        return part or token.entity.endswith("ORDINAL")

    def _varied(self, head: int) -> tuple[Span, WeaponRef] | None:
        """The type before its variant: "Gripen E fighters", "the Gripen E"."""
        token = self._tree.tokens[head]
        letters = DESIGNATION.fullmatch(token.text) is not None or token.text.isupper()
        if (token.text.lower(),) not in self._known.nouns and not letters:
            return None
        at = head
        while at and self._is_before(at - 1):
            behind = self._tree.tokens[at - 1].head
            if not (at <= behind <= head or behind == at - 2):  # "Block 70"
                break
            at -= 1
            mention = self._mention_at(at)
            if mention is not None:
                return mention if mention[1].id is not None else None
        return None

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
        kind = self._known.nouns.get(self._kind_of(head)) if token.pos == "NOUN" else None
        if kind is None or kind.weak or not kind.common or kind.designated:
            return False
        before = {self._tree.tokens[at].lemma for at in self._tree.children(head, *_BEFORE)}
        return not before & self._known.not_after

    def _kind_of(self, head: int) -> tuple[str, ...]:
        """A noun with the one before it where both are a kind of weapon ("radar planes"), else alone."""
        tokens = self._tree.tokens
        joined = head > 0 and tokens[head - 1].head == head and tokens[head - 1].dep == "compound"
        both = (tokens[head - 1].text.lower(), tokens[head].text.lower()) if joined else ()
        return both if both in self._known.nouns else (tokens[head].text.lower(),)

    def _span(self, first: int, last: int) -> Span:
        tokens = self._tree.tokens
        start, end = tokens[first].start, tokens[last].end
        return Span(
            article="",
            start=start,
            end=end,
            text=" ".join(t.text for t in tokens[first : last + 1]),
        )

    def _titled(self, head: int, weapon: WeaponRef) -> WeaponRef:
        """A kind with the name before it that no book knows: "Gidran armoured vehicles"."""
        tokens = self._tree.tokens
        at = head
        while at and at <= tokens[at - 1].head <= head and self._is_before(at - 1):
            at -= 1
        while at < head and tokens[at].dep in ("nummod", "amod") and not self._is_name(at):
            at += 1
        name = ""
        end = None
        while at < head and (self._is_name(at) or (name and self._is_class(at))):
            name += ("" if end in (None, tokens[at].start) else " ") + tokens[at].text
            end = tokens[at].end
            at += 1
        if not name or weapon.name.startswith(name.split()[0]):
            return weapon
        return WeaponRef(name=f"{name} {weapon.name}", category=weapon.category)

    def _is_before(self, index: int) -> bool:
        token = self._tree.tokens[index]
        return token.dep in _BEFORE or token.tag == "HYPH"

    def _is_class(self, index: int) -> bool:
        """Reads "Osa-*class* boats", "Osa *series* boats"."""
        token = self._tree.tokens[index]
        return token.tag == "HYPH" or token.lemma in self._book.words.classes

    def _is_name(self, index: int) -> bool:
        token = self._tree.tokens[index]
        named = token.tag in ("NNP", "NNPS") or DESIGNATION.fullmatch(token.text) is not None
        return named and not self.is_actor(index)

    def is_actor(self, index: int) -> bool:
        """Whether a token stands in the name of somebody whom the books know."""
        if index >= len(self._tree.tokens):
            return False
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
        text = self._tree.tokens[head].text
        return self.before(head, 0 if text.lower() in _SINGULAR else _BACK)

    def before(self, head: int, reach: int = _BACK) -> Iterator[Thing]:
        """The weapon for which a word stands: the nearest before it."""
        token = self._tree.tokens[head]
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


def _is_known(mention: Mention, actors: Container[str]) -> bool:
    """Whether a mention names somebody, or a place: what only looks like a name may be a weapon's."""
    return mention.place is not None or (mention.actor is not None and mention.actor.id in actors)


def _may_mean(kind: WeaponRef, span: Span, named: WeaponRef) -> bool:
    """Whether "the missiles" may be the named weapon: a kind of anything, its kind, or a word of its name."""
    words = span.text.lower().split()
    return kind.category in ("weapon", named.category) or kind.name.split()[-1] in words
