"""Deals that a construction tells by its words alone, where the tree loses them or leaves a side open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from re import Match

from sayso.books.deal_frames import DealFrame, DealFrames
from sayso.books.deals import DealWords
from sayso.model.deals import Handover
from sayso.model.reading import Predicate, Sentence
from sayso.model.text import Party, Quantity
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.deals.counts import Counts
from sayso.reading.en.deals.element import Element
from sayso.reading.en.deals.elements import Elements
from sayso.reading.en.deals.joining import Told
from sayso.reading.en.deals.pairs import Sides
from sayso.reading.en.deals.same_leg import filled, is_same, sums_up
from sayso.reading.en.deals.sides import Between
from sayso.reading.en.deals.things import Thing
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import Tree

_ABOUT = frozenset({"on", "over", "about", "regarding"})
_ENDS = frozenset({"to", "from", "for"})
_PAUSES = frozenset({",", ";", ":", ".", "-", "–", "—", "(", ")"})
_FEWEST = 2  # tokens of a sentence that can tell a deal


class Plain:
    """Reads the constructions of one article, and completes with them what its tree tells."""

    def __init__(
        self,
        evidence: Evidence,
        frames: DealFrames,
        words: DealWords,
        elements: Elements,
        between: Between,
        weapons: Weapons,
        counts: Counts,
        predicates: Sequence[Predicate],
    ) -> None:
        self._evidence = evidence
        self._tree: Tree = evidence.tree
        self._frames = frames
        self._words = words
        self._elements = elements
        self._between = between
        self._weapons = weapons
        self._counts = counts
        self._predicates = predicates

    def complete(self, told: Sequence[Told]) -> list[Told]:
        """What the tree tells, its open sides filled, and what only the words tell."""
        found = list(told)
        known = {one.weapon for one in found}
        armed = {one.weapon for one in found if self._is_sure(one.handover)}
        for number, sentence in enumerate(self._tree.sentences):
            for one in self._of(number, sentence, known, armed):
                mine = [place for place, other in enumerate(found) if is_same(other, one)]
                if not mine and not sums_up(one, found):
                    found.append(one)
                for place in mine:
                    found[place] = filled(found[place], one)
        return sorted(found, key=lambda one: (one.sentence, one.handover.predicate or 0))

    def _is_sure(self, one: Handover) -> bool:
        """Whether both sides of a leg are those who can be."""
        return self._between.are_powers(Sides(one.giver, one.receiver))

    def _of(
        self, number: int, sentence: Sentence, known: set[int], armed: set[int]
    ) -> Iterator[Told]:
        row = self._elements.of(sentence) if sentence.last - sentence.first >= _FEWEST else ()
        weapons = [one for one in row if one.thing is not None]
        if all(one.thing and one.thing.start in armed for one in weapons):
            return
        twins = {one.thing.start: one.twin for one in weapons if one.thing and one.twin in known}
        text, starts = _text(row)
        seen: set[int] = set()
        for frame in self._frames.frames:
            for match in frame.pattern.finditer(text):
                one = self._read(number, row, starts, frame, match)
                if one is None:
                    continue
                weapon = twins.get(one.weapon) or one.weapon
                if weapon not in seen | armed:
                    seen.add(weapon)
                    yield one._replace(weapon=weapon)

    def _read(
        self,
        number: int,
        row: Sequence[Element],
        starts: Sequence[int],
        frame: DealFrame,
        match: Match[str],
    ) -> Told | None:
        """The leg that a match tells; None where the words around it leave that open."""
        first = starts.index(match.start())
        last = starts.index(match.end())
        if not self._stands(row, first, last) or self._is_mission(row[last:]):
            return None
        places = {
            name: int(text.lstrip("PWAG")) for name, text in match.groupdict().items() if text
        }
        armed = row[places["W"]]
        if armed.thing is None:
            return None
        if not self._may_tell(frame, armed.thing, row[last:]) or self._is_topic(row, places["W"]):
            return None
        adjective = armed.state if _uses_adjective(match) else None
        sides = self._sides(row, places, adjective, armed.thing)
        sides = sides and self._between.apart(sides, armed.thing)
        wanted = {"S", "X"} & {*places} or _uses_adjective(match)
        if sides is None or (wanted and sides.giver is None):
            return None
        if {"R", "X"} & {*places} and sides.receiver is None:
            return None
        if self._goes_on_to(row[last:], sides):
            return None
        if armed.thing.common and not self._between.are_states(sides):
            return None
        return self._told(number, row[first:last], frame, sides, armed, armed.thing)

    def _may_tell(self, frame: DealFrame, thing: Thing, rest: Sequence[Element]) -> bool:
        """Whether a construction may be said of such a weapon, and ends where it must."""
        category = thing.weapon.category
        if frame.brought and category not in self._words.brought:
            return False
        if frame.sent and category in self._frames.row.crewed:
            return False
        return not frame.ends or not rest or rest[0].text in _PAUSES

    def _is_topic(self, row: Sequence[Element], at: int) -> bool:
        """Whether a mere kind is what talks are about, which may be about having none: "talks *on missiles*"."""
        armed = row[at]
        if armed.thing is None or at <= 1 or row[at - 1].lemma not in _ABOUT:
            return False
        weapon = armed.thing.weapon
        told = weapon.id is not None or weapon.category in self._words.brought | self._words.afloat
        words = self._tree.tokens[armed.first : armed.last]
        counted = any(token.tag == "CD" for token in words)
        return not told and not counted and row[at - 2].lemma != "spend"

    def _sides(
        self,
        row: Sequence[Element],
        places: Mapping[str, int],
        adjective: Party | None,
        thing: Thing,
    ) -> Sides | None:
        """Who gives and who gets; of two the one that is named again gets."""
        named = {name: row[at].party for name, at in places.items()}
        told = named.get("E") or named.get("G")
        if "X" not in named:
            return Sides(named.get("S", adjective), named.get("R"))
        two = (named["X"], named["Y"])
        if told is None:
            return self._between.by_maker(thing, *two)
        again = [one for one in two if self._between.are_one(one, told)]
        rest = [one for one in two if one not in again]
        if len(again) != 1 or len(rest) != 1:
            return None
        return Sides(rest[0], again[0]) if "E" in named else Sides(again[0], rest[0])

    def _stands(self, row: Sequence[Element], first: int, last: int) -> bool:
        """Whether a clause can begin and end here, and nothing around it puts the deal in doubt."""
        book = self._frames
        before = row[first - 1] if first else None
        if before is not None and before.lemma not in book.opening:
            return False
        after = row[last] if last < len(row) else None
        if after is not None:
            token = self._tree.tokens[after.first]
            goes_on = after.kind in ("A", "W") or token.text in ("'s", "’s", "-")
            if goes_on or (not after.kind and token.pos == "NOUN"):
                return False
        return not any(
            one.lemma in book.doubting for one in (*row[:first], *_until_pause(row[last:]))
        )

    def _goes_on_to(self, rest: Sequence[Element], sides: Sides) -> bool:
        """Whether it goes to, or comes from, somebody else: "Oslo and Riga discuss the sale of tanks *to Rome*"."""
        if len(rest) <= 1 or rest[0].lemma not in _ENDS or rest[1].kind != "P":
            return False
        both = (sides.giver, sides.receiver)
        return not any(self._between.are_one(rest[1].party, one) for one in both)

    def _is_mission(self, rest: Sequence[Element]) -> bool:
        """Whether what is sent is to do something itself: "sent frigates to Oslo *to patrol*"."""
        to, deed = [*(one.lemma for one in rest[:2]), "", ""][:2]
        return to in ("to", "on", "for") and deed in self._words.missions

    def _told(
        self,
        number: int,
        match: Sequence[Element],
        frame: DealFrame,
        sides: Sides,
        armed: Element,
        thing: Thing,
    ) -> Told:
        tokens = range(match[0].first, match[-1].last)
        start, end = self._evidence.bounds(tokens)
        head = armed.last - 1
        count = self._counts.of(thing, self._weapons.counted(thing, head))
        predicate = self._predicate(number, start, end)
        one = Handover(
            predicate=predicate,
            act=frame.act,
            told=frame.told,
            marks=frame.marks,
            weapon=thing.weapon,
            giver=sides.giver,
            receiver=sides.receiver,
            licensor=sides.giver if frame.act == "licensed_production" else None,
            number=count.number,
            whole=count.whole,
            value=self._money(number),
            portion=frame.portion,
            when=None if predicate is None else self._predicates[predicate].when,
            planned=frame.planned,
            modality=frame.modality,
            evidence=(self._evidence.at(start, end),),
        )
        return Told(number, thing.start, one)

    def _predicate(self, sentence: int, start: int, end: int) -> int | None:
        """The predicate within the words of a match, else another one of its sentence."""
        own = [n for n, one in enumerate(self._predicates) if one.sentence == sentence]
        inside = [n for n in own if start <= self._predicates[n].trigger.start < end]
        return next(iter(inside or own), None)

    def _money(self, number: int) -> Quantity | None:
        sentence = self._tree.sentences[number]
        return self._counts.money(sentence.start, sentence.end)


def _until_pause(row: Sequence[Element]) -> Iterator[Element]:
    """What belongs to the same clause still."""
    for one in row:
        if one.text in _PAUSES or one.lemma in ("but", "and", "while", "which"):
            return
        yield one


def _uses_adjective(match: Match[str]) -> bool:
    """Whether the weapon's source is the adjective before it."""
    pattern = match.re
    return "S" not in pattern.groupindex and (
        r"WA\d" in pattern.pattern or r"WG\d" in pattern.pattern
    )


def _text(row: Sequence[Element]) -> tuple[str, list[int]]:
    """A row as patterns see it, and where each element begins; the last is the end."""
    parts, starts, at = [], [], 0
    for number, one in enumerate(row):
        kind = one.kind
        if kind == "W" and one.state is not None:
            kind = "WG" if one.given else "WA"
        part = f"{kind}{number}" if kind else one.text
        starts.append(at)
        parts.append(part)
        at += len(part) + 1
    return "".join(f"{part} " for part in parts), [*starts, at]
