"""Weapons changing hands, or built under licence: one Handover for each weapon of each clause that tells it.

Parties are told by the frame of the word (FrameNet's Giving, Getting and Arriving: Fillmore and Baker,
"A Frames Approach to Semantic Analysis", 2010); how far a deal has come by the words that govern it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.books.deal_frames import DealFrames
from sayso.books.deals import DealBook
from sayso.books.library import Books
from sayso.model.deals import Handover, Mark
from sayso.model.reading import Attribution, Predicate
from sayso.model.text import Mention, Span
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.deals.captured import Captured
from sayso.reading.en.deals.cargo import Cargo
from sayso.reading.en.deals.clauses import Clauses
from sayso.reading.en.deals.counts import Counts
from sayso.reading.en.deals.doers import Deal
from sayso.reading.en.deals.elements import Elements
from sayso.reading.en.deals.goods import Goods
from sayso.reading.en.deals.imagined import Imagined
from sayso.reading.en.deals.joining import Told, joined
from sayso.reading.en.deals.left_out import left_out
from sayso.reading.en.deals.marks import Governor
from sayso.reading.en.deals.mood import is_negated, is_reported, is_since, mood, told
from sayso.reading.en.deals.nominal import is_fact, is_on_order, is_to_come
from sayso.reading.en.deals.pairs import Sides
from sayso.reading.en.deals.parties import Parties
from sayso.reading.en.deals.plain import Plain
from sayso.reading.en.deals.rehung import rehung
from sayso.reading.en.deals.same_leg import once
from sayso.reading.en.deals.shares import Shares
from sayso.reading.en.deals.sides import Between
from sayso.reading.en.deals.slots import slots
from sayso.reading.en.deals.states import StandIns
from sayso.reading.en.deals.things import Thing, is_left_out
from sayso.reading.en.deals.times import DealTimes
from sayso.reading.en.deals.unsaid import Unsaid
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.en.deals.words import index_of, own_words
from sayso.reading.tree import SUBJECTS

_ASIDE = ("relcl", "advcl", "cc", "conj", "parataxis", "appos")
# What undoes a prohibition: that tells of a rule, not of a deal.
_UNDOING = frozenset({"lifted", "suspended", "cancelled"})
# How far building has come.
_MAKING = frozenset({"begun", "completed"})
_NEAR = 2  # sentences between a weapon's handing over and its use by somebody else


class Handovers:
    """One article's handovers."""

    def __init__(
        self,
        evidence: Evidence,
        book: DealBook,
        frames: DealFrames,
        known: Books,
        mentions: Sequence[Mention],
        attributions: Sequence[Attribution],
        predicates: Sequence[Predicate],
    ) -> None:
        weapons = Weapons(evidence.tree, book, known, mentions)
        tree = rehung(evidence.tree, weapons, book.words, mentions)
        tree = left_out(tree, Weapons(tree, book, known, mentions))
        evidence = evidence.over(tree)
        self._evidence = evidence
        self._tree = tree
        self._book = book
        self._predicates = predicates
        self._weapons = Weapons(tree, book, known, mentions)
        self._counts = Counts(tree, book, mentions)
        self._clauses = Clauses(tree, book)
        self._shares = Shares(tree, self._weapons)
        cargo = Cargo(tree, book.words, self._clauses, self._weapons)
        self._goods = Goods(tree, book.words, self._weapons, cargo, self._shares)
        states = StandIns(evidence, book.words, known.actors, mentions, attributions)
        makers = {name for one in known.weapons.systems.values() for name in one.makers}
        parties = Parties(evidence, book, mentions, states, makers)
        self._between = Between(
            tree,
            book,
            self._clauses,
            parties,
            self._weapons,
            self._counts,
            cargo,
            attributions,
            known.actors,
        )
        elements = Elements(tree, book.words, frames.row, mentions, parties, self._weapons)
        self._plain = Plain(
            evidence,
            frames,
            book.words,
            elements,
            self._between,
            self._weapons,
            self._counts,
            predicates,
        )
        self._unsaid = Unsaid(tree, self._weapons, self._counts, self._between.standing)
        self._imagined = Imagined(tree, book.words)
        self._captured = Captured(evidence, book.words)
        self._times = DealTimes(tree, mentions, attributions)

    def find(self) -> Iterator[Handover]:
        """All handovers, in the order of their predicates."""
        moved: list[tuple[int, Handover]] = []
        for one in once(self._plain.complete(joined(self._told()))):
            handover = one.handover
            told = handover.user is None or handover.receiver is not None
            onward = told or _is_onward(one.sentence, handover, moved)
            if onward and _is_told(handover) and not self._is_anybody(handover):
                moved.append((one.sentence, handover))
                yield handover

    def _is_anybody(self, one: Handover) -> bool:
        """Whether a kind of people is all that is told of what has not happened: "bar terrorists from buying guns"."""
        came = one.told in ("delivered", "diverted") and not one.marks
        if came or one.giver is not None or one.receiver is None or one.receiver.actor is not None:
            return False
        kinds = {one.receiver.name.lower(), one.receiver.name.lower().removesuffix("s")}
        return not kinds.isdisjoint(self._book.words.holders)

    def _told(self) -> Iterator[Told]:
        named: set[int] = set()  # nouns that name what another word tells: "received a shipment"
        for number, predicate in enumerate(self._predicates):
            for deal in self._deals(predicate):
                if deal.at not in named:
                    named |= {head for head, _ in self._goods.of(deal)}
                    told = list(self._of(number, deal))
                    yield from (*told, *self._unsaid.of(deal, told))

    def _deals(self, predicate: Predicate) -> Iterator[Deal]:
        """The predicate as a deal, in the first of its senses that is one."""
        for name in predicate.senses:
            sense = self._book.senses.get(name)
            index = index_of(self._tree, predicate) if sense is not None else None
            if sense is not None and index is not None and not self._is_only_said(index):
                around = slots(self._tree, self._book, index)
                yield Deal(index, predicate, sense, around, self._clauses.governors(index))
                return

    def _is_only_said(self, index: int) -> bool:
        """Whether a noun hands nothing over: what a paper is for, or "*in return* for"."""
        token = self._tree.tokens[index]
        above = self._tree.tokens[token.head]
        phrase = token.dep == "pobj" and above.lemma == "in" and token.head == index - 1
        talk = token.tag == "NN" and token.lemma in self._book.words.claims  # "talk of a deal"
        return talk or (phrase and token.lemma == "return") or self._is_of_paper(index)

    def _is_of_paper(self, index: int) -> bool:
        """Whether a noun only tells what a paper is: "a letter *of offer and acceptance*"."""
        at = index
        while self._tree.tokens[at].dep == "conj":
            at = self._tree.tokens[at].head
        preposition = self._tree.tokens[at]
        above = self._tree.tokens[self._tree.tokens[preposition.head].head]
        held = preposition.dep == "pobj" and self._tree.tokens[preposition.head].lemma == "of"
        return held and above.lemma in self._book.words.papers

    def _of(self, number: int, deal: Deal) -> Iterator[Told]:
        if any(self._leaves_open(one) for one in deal.governors) or self._is_mission(deal):
            return
        if self._imagined.holds(deal):
            return
        for head, thing in self._goods.of(deal):
            if self._is_summary(deal, thing):
                continue
            own = self._shares.of(deal, self._weapons.head_of(thing, head))
            for sides in self._between.sides(own, head, thing):
                if thing.common and not self._between.are_states(sides):
                    continue
                if self._captured.holds(deal, head, thing) and not self._between.are_known(sides):
                    continue
                one = self._handover(number, deal, sides, head, thing)
                named = thing.start if thing.behind is None else thing.behind.start
                aside = self._is_aside(deal.at)
                out = is_left_out(self._tree.tokens[self._weapons.head_of(thing, head)])
                bought = deal.sense.frame == "get"
                also = bought and self._clauses.goes_on(deal.at, deal.governors)
                yield Told(deal.predicate.sentence, named, one, aside, out, also)

    def _is_summary(self, deal: Deal, thing: Thing) -> bool:
        """Whether a noun only sums up what was told before it: "…, its biggest arms purchase in decades"."""
        tree = self._tree
        if thing.weapon.id is not None or thing.weapon.category != "weapon":
            return False
        token = tree.tokens[deal.at]
        first = min(tree.subtree(deal.at))
        behind = first > 0 and tree.tokens[first - 1].text in (",", "–", "—")
        if (
            token.tag.startswith("VB")
            or not behind
            or token.dep not in ("appos", "dobj", "npadvmod")
        ):
            return False
        rank = {"JJS", "JJ"} & {tree.tokens[at].tag for at in tree.children(deal.at, "amod")}
        return bool(rank) and not any(map(tree.is_passive, tree.children(token.head, "conj")))

    def _is_aside(self, at: int) -> bool:
        """Whether it is told in passing, in a clause or participle behind the weapon."""
        token = self._tree.tokens[at]
        gift = token.dep == "appos" and token.lemma in self._book.words.gifts
        participle = token.dep in ("acl", "amod") and token.tag in ("VBN", "VBD")
        return gift or participle or token.dep == "relcl" or is_on_order(self._tree, at)

    def _framed(self, deal: Deal) -> Iterator[Mark]:
        """What a deed is done under: "will deliver under a contract"."""
        if deal.predicate.tense == "future":
            for slot in deal.around:
                mark = self._clauses.mark(slot.head) if slot.word == "under" else None
                if mark in ("agreed", "contracted"):
                    yield mark

    def _is_to_come(self, deal: Deal) -> bool:
        """Whether it is told as what will be, or is under way: "is buying"."""
        token = self._tree.tokens[deal.at]
        helpers = {self._tree.tokens[at].tag for at in self._tree.children(deal.at, "aux")}
        above = self._tree.tokens[token.head].lemma
        if above in self._book.words.coming and token.dep == "xcomp":
            return True
        if above == "be" and helpers == {"TO"}:
            return True  # "are each to get"
        if (
            token.dep in ("ROOT", "ccomp")
            and "TO" in helpers
            and self._tree.child(deal.at, *SUBJECTS) is not None
        ):
            return True  # "Oslo to buy tanks"
        if not token.tag.startswith("VB") and is_to_come(self._tree, self._book.words, deal.at):
            return True
        going_on = token.tag == "VBG" and bool(helpers & {"VBZ", "VBP"})
        going_on = going_on and not is_since(self._tree, deal.at)
        going_on = going_on or (token.tag == "VBG" and is_reported(self._tree, deal.at))
        return deal.predicate.tense == "future" or going_on or deal.sense.stage is None

    def _is_mission(self, deal: Deal) -> bool:
        """What is sent to do something itself goes with its crew: "sent frigates to Oman to patrol"."""
        if deal.sense.sense != "send":
            return False
        return any(
            self._tree.tokens[at].tag == "VB"
            and self._tree.tokens[at].lemma in self._book.words.missions
            for at in self._tree.children(deal.at, "xcomp", "advcl")
        )

    def _is_taken(self, at: int) -> bool:
        """Whether a noun is told as done by its verb: "took delivery of"."""
        token = self._tree.tokens[at]
        verb = self._tree.tokens[token.head]
        past = verb.tag in ("VBD", "VBN", "VBZ")
        return token.dep == "dobj" and past and verb.lemma in self._book.words.taken

    def _handover(self, number: int, deal: Deal, sides: Sides, head: int, thing: Thing) -> Handover:
        top = deal.governors[-1].at if deal.governors else deal.at
        if deal.at not in self._tree.subtree(top):  # "the sale has the *blessing* of"
            top = self._tree.tokens[top].head
        whole = self._evidence.span(own_words(self._tree, top))
        marks = (*(one.mark for one in deal.governors), *self._framed(deal))
        count = self._counts.of(thing, self._weapons.counted(thing, head))
        stage = told(
            self._tree,
            deal.at,
            deal.predicate,
            deal.sense,
            deal.governors,
            self._is_taken(deal.at)
            or self._goods.is_of_award(deal)
            or is_fact(self._tree, self._book.words, deal.at, deal.predicate, deal.governors),
        )
        words = self._book.words
        building = deal.sense.frame == "make" and not sides.licensor
        if building and any(
            one in _MAKING for one in marks
        ):  # what is begun is built, not delivered
            marks = tuple(one for one in marks if one not in _MAKING)
            stage = "produced"
        via = tuple(self._between.via(deal, sides))
        permitter = self._between.permitter(deal, sides)
        return Handover(
            predicate=number,
            act=self._between.act(deal, sides, permitter, via),
            told=stage,
            marks=marks,
            weapon=thing.weapon,
            giver=sides.giver,
            receiver=sides.receiver,
            via=via,
            user=sides.user
            or self._between.end_user(deal, sides, self._weapons.head_of(thing, head)),
            maker=sides.maker,
            licensor=sides.licensor,
            permitter=permitter,
            number=count.number,
            whole=count.whole,
            value=self._counts.money(whole.start, whole.end),
            portion=self._is_portion(head) or (count.whole or count.number) != count.number,
            when=self._times.of(deal.predicate, deal.at, top),
            negated=is_negated(deal.predicate, deal.governors),
            planned=self._is_to_come(deal) or "announced" in marks,
            modality=mood(self._tree, words, deal.at, deal.predicate, deal.governors, stage),
            evidence=self._words(deal, thing),
        )

    def _leaves_open(self, one: Governor) -> bool:
        """Whether a negated governor leaves the deal open: nobody announced, or nobody forbade it."""
        words = self._book.words
        told = self._tree.tokens[one.at].lemma in words.telling | words.signs
        return one.negated and (told or one.mark == "prohibited")

    def _is_portion(self, head: int) -> bool:
        words = self._book.words
        token = self._tree.tokens[head]
        before = {self._tree.tokens[child].lemma for child in self._tree.children(head, "amod")}
        counted = token.lemma in words.batches or bool(self._tree.children(head, "nummod"))
        return counted and bool(before & words.portions)

    def _words(self, deal: Deal, thing: Thing) -> tuple[Span, ...]:
        """The clause from its governors down, with the weapon where that stands outside."""
        low = high = deal.at
        for at in (deal.at, *(one.at for one in deal.governors)):
            inside = self._tree.subtree(at, without=_ASIDE)
            low, high = min(low, *inside), max(high, *inside)
        start, end = self._evidence.bounds(range(low, high + 1))
        start, end = min(start, thing.start), max(end, thing.end)
        spans = [self._evidence.article.span(start, end)]
        if thing.behind is not None:
            spans.append(thing.behind)
        return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


def _is_told(one: Handover) -> bool:
    """Whether enough is told to be a leg: where it goes, under whose licence, or just what is handed over."""
    for mark, above in pairwise(one.marks):
        if mark == "prohibited" and above in _UNDOING:
            return False
    if one.receiver or one.user or one.licensor:
        return True
    return one.giver is not None and (one.weapon.id is not None or one.number is not None)


def _is_onward(own: int, used: Handover, moved: Sequence[tuple[int, Handover]]) -> bool:
    """Use by somebody to whom the weapons just told of were not given shows that they may go on to him."""
    if used.user is None or used.modality == "asserted":
        return False
    for sentence, other in reversed(moved):
        if other.weapon == used.weapon:
            known = {party.actor for party in (other.receiver, other.giver) if party}
            return own - sentence <= _NEAR and used.user.actor not in known
    return False
