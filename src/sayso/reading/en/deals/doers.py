"""Who acts in a deal: its doer, who asks, who accepts, with whom one deals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.books.deals import DealBook, HandingSense
from sayso.model.reading import Attribution, Predicate
from sayso.model.text import Party, Span
from sayso.reading.en.deals.clauses import Clauses
from sayso.reading.en.deals.held import Slot
from sayso.reading.en.deals.listed import listed
from sayso.reading.en.deals.marks import Governor
from sayso.reading.en.deals.parties import Parties
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

# Who signs with somebody buys; a contract that is merely spoken of may be either's.
BINDING = frozenset({"contracted", "agreed", "effective", "negotiated", "cancelled", "suspended"})


_PERSONS = frozenset({"he", "she", "i"})


class Deal(NamedTuple):
    """A word that tells a deal: its token, its sense, what stands around it and what governs it."""

    at: int
    predicate: Predicate
    sense: HandingSense
    around: tuple[Slot, ...]
    governors: tuple[Governor, ...]


class Doers:
    """Those who act in the deals of one article."""

    def __init__(
        self,
        tree: Tree,
        book: DealBook,
        clauses: Clauses,
        parties: Parties,
        weapons: Weapons,
        attributions: Sequence[Attribution],
    ) -> None:
        self._tree = tree
        self._book = book
        self._clauses = clauses
        self._parties = parties
        self._weapons = weapons
        self._attributions = attributions
        words = book.words
        self._groups = words.lands | words.partners | words.customers | {"state", "government"}

    def of(self, deal: Deal) -> Party | None:
        """The doer of a deal, where that is somebody."""
        tree = self._tree
        head = self._clauses.doer(deal.at)
        by = [slot.head for slot in deal.around if slot.word == "by"]
        if by and tree.children(deal.at, "agent") and head not in by:
            return self.first(deal, "by")  # "with tanks by Oslo and with guns by Riga"
        found = self._parties.of(head) if self._is_of_its_words(deal, head) else None
        if found is not None:
            return found
        if not tree.tokens[deal.at].tag.startswith("VB"):
            named = self.before(deal)
            if named is not None:
                return named
        return self._warned(deal)

    def before(self, deal: Deal) -> Party | None:
        """Whose deed a noun is by the word before it: "the Polish offer"."""
        for slot in deal.around:
            named = self._parties.named(slot.head) if slot.word == "before" else None
            if named is not None and not self._weapons.things(slot.head):
                end = named.span.end if named.span is not None else 0
                return None if end > self._tree.tokens[deal.at].start else named
        return None

    def owner(self, deal: Deal) -> Party | None:
        """Whose deed a noun is: "Oslo's offer"."""
        return self._parties.of(self._clauses.owner(deal.at))

    def _is_of_its_words(self, deal: Deal, head: int | None) -> bool:
        """Who speaks of a deed that opens his words does not do it: "Selling these is a mistake, she said"."""
        number = deal.predicate.attribution
        if head is None or number is None or self._tree.tokens[deal.at].dep != "advcl":
            return True
        start = self._tree.tokens[head].start
        return any(s.start <= start < s.end for s in self._attributions[number].content)

    def _warned(self, deal: Deal) -> Party | None:
        """A deed without a doer in what one addressee is told of: "a warning to Oslo about sending"."""
        token = self._tree.tokens[deal.at]
        if deal.predicate.attribution is None or token.dep != "pcomp" or token.tag != "VBG":
            return None
        hearers = self._attributions[deal.predicate.attribution].addressees
        return hearers[0] if len(hearers) == 1 and self._parties.is_state(hearers[0]) else None

    def asker(self, governors: Sequence[Governor]) -> Party | None:
        """Who asks for the weapons gets them where nobody else is named: "Oslo's request to supply"."""
        for one in governors:
            if (
                one.mark != "requested"
                and self._tree.tokens[one.at].lemma not in self._book.words.choosing
            ):
                continue
            noun = not self._tree.tokens[one.at].tag.startswith("VB")
            head = self._clauses.asker(one.at) if noun else self._clauses.doer(one.at)
            party = self._parties.of(head)
            if party is None and noun:
                inside = self._tree.child(one.at, "compound", "amod", "nmod")
                party = self._parties.named(inside) if inside is not None else None
            ref = self._parties.ref(party)
            return party if ref is not None and ref.type not in ("company", "agency") else None
        return None

    def dealing(self, deal: Deal) -> Party | None:
        """Who gets what another signs a deal to give: "a deal with Oslo to supply"; also who gives thanks for it."""
        for one in deal.governors:
            if self._tree.tokens[one.at].lemma == "thank":
                thanking = self._parties.of(self._clauses.doer(one.at))
                return thanking if self._parties.ref(thanking) else None
        with_whom = self.partner(deal) if deal.governors else None
        each = self._parties.each(with_whom)
        return with_whom if all(map(self._parties.is_state, each)) else None

    def accepting(self, deal: Deal) -> Party | None:
        """Who accepts an offer."""
        noun = not self._tree.tokens[deal.at].tag.startswith("VB")
        above = deal.governors[0] if deal.governors else None
        if deal.sense.stage != "offered" or not noun or above is None or above.mark != "agreed":
            return None
        return self._parties.of(self._clauses.doer(above.at))

    def having(self, deal: Deal) -> Party | None:
        """Who flies or replaces weapons that are told to be bought bought them: "flew jets bought from …"."""
        tree = self._tree
        token = tree.tokens[deal.at]
        if token.dep not in ("acl", "amod") or token.tag != "VBN":
            return None
        noun = token.head
        owner = tree.child(noun, "poss")
        if owner is not None and tree.tokens[owner].tag != "PRP$":
            return self._parties.of(owner)
        at = noun
        while (
            tree.tokens[at].dep in ("pobj", "prep", "conj", "dobj") and tree.tokens[at].head != at
        ):
            at = tree.tokens[at].head
        words = self._book.words
        looking = deal.sense.frame == "get" or deal.sense.stage == "offered"
        if at != noun and tree.tokens[at].lemma in words.owning | (
            words.examining if looking else frozenset()
        ):
            return self._parties.of(self._clauses.doer(at))
        used = tree.tokens[tree.tokens[noun].head]
        if tree.tokens[noun].dep in PASSIVE_SUBJECTS and used.lemma in words.owning:
            by = self._clauses.doer(
                tree.tokens[noun].head
            )  # "tanks supplied by Oslo are used by Riga"
            return self._parties.of(by)
        return None

    def confirming(self, deal: Deal) -> Party | None:
        """Who confirms or admits a purchase made it, where nobody else is named: "confirmed the order for"."""
        noun = not self._tree.tokens[deal.at].tag.startswith("VB")
        above = deal.governors[0] if noun and deal.governors else None
        if above is None or self._tree.tokens[above.at].lemma not in self._book.words.telling:
            return None
        party = self._parties.of(self._clauses.doer(above.at))
        return party if self._parties.is_state(party) else None

    def notified(self, deal: Deal) -> Party | None:
        """Whose parliament is told of what is given: "notified Congress of the sale"."""
        tree = self._tree
        for one in deal.governors:
            if one.mark != "notified" or deal.sense.frame != "give":
                continue
            for told in tree.children(one.at, "dobj", *PASSIVE_SUBJECTS):
                own = tree.child(told, "poss")
                if own is not None and tree.tokens[own].tag == "PRP$":  # "notified its parliament"
                    return self._parties.of(self._clauses.doer(one.at))
                ref = self._parties.ref(party := self._parties.of(told))
                if ref is not None and ref.type == "government":
                    return party
        return None

    def is_won(self, deal: Deal, verb: int) -> bool:
        """Whether it is told by the one who sells: "won an order from Oslo", a firm's "received an order"."""
        if verb == deal.at or self._tree.tokens[verb].lemma not in self._book.words.winning:
            return False
        seller = self._parties.of(self._clauses.doer(verb))
        return not self._parties.is_state(seller) or self.first(deal, "from") is not None

    def bought_in(self, deal: Deal) -> Party | None:
        """Reads "bought tanks in Sweden"."""
        state = self.first(deal, "in") if deal.sense.act == "sale" else None
        return state if self._parties.is_state(state) else None

    def partner(self, deal: Deal) -> Party | None:
        """With whom one deals, or holds the talks that govern the deal: "in talks with Oslo to buy"."""
        found = self.first(deal, "with")
        for one in deal.governors:
            if found is None and one.mark in BINDING:
                heads = (
                    *self._behind(one.at, "with"),
                    *self._behind(self._carrier(one.at), "with"),
                )
                found = next(filter(None, map(self._parties.of, heads)), None)
        return found

    def between(self, deal: Deal) -> list[int]:
        """Two who deal with each other, by the first of them: also in the talks that govern the deal."""
        found = [slot.head for slot in deal.around if slot.word == "between"]
        for one in deal.governors:
            if one.mark in ("negotiated", "agreed", "contracted"):
                found += self._behind(one.at, "between")
        return found

    def _behind(self, index: int, word: str) -> Iterator[int]:
        for preposition in self._tree.children(index, "prep"):
            if self._tree.tokens[preposition].lemma == word:
                yield from self._tree.children(preposition, "pobj")

    def _carrier(self, noun: int) -> int:
        """The verb that a noun is told with: "talks *are held*"; the noun itself where there is none."""
        token = self._tree.tokens[noun]
        carried = token.dep in (*SUBJECTS, *PASSIVE_SUBJECTS, "dobj", "attr")
        return token.head if carried else noun

    def speaking(self, deal: Deal) -> Party | None:
        """Who speaks of his own deal, where no buyer is named: "There is no contract with Oslo, the army said"."""
        number = deal.predicate.attribution
        tokens = self._tree.tokens
        told = [deal.at, *(one.at for one in deal.governors)]
        top = [at for at in told if not tokens[at].tag.startswith("VB")][-1:]
        verb = self._carrier(top[0]) if top else deal.at
        if number is None or not top or verb == top[0]:
            return None
        open_ended = any(tokens[at].tag == "MD" for at in self._tree.children(verb, "aux"))
        if open_ended or not (verb in told or tokens[verb].lemma in self._book.words.light):
            return None
        speaker = self._attributions[number].speaker
        ref = self._parties.ref(speaker)
        return (
            speaker if ref is not None and ref.type in ("state", "government", "person") else None
        )

    def denying(self, deal: Deal) -> Party | None:
        """Who denies a report of the deal, or calls it untrue."""
        for one in deal.governors:
            if one.mark in ("denied", "refused") and self._tree.tokens[one.at].tag.startswith("VB"):
                return self._parties.of(self._clauses.doer(one.at))
        return None

    def is_person(self, deal: Deal) -> bool:
        """Reads "a gun that *he* had bought"."""
        head = self._clauses.doer(deal.at)
        return head is not None and self._tree.tokens[head].text.lower() in _PERSONS

    def holder(self, hands: int) -> int | None:
        """Whose hands."""
        owner = self._tree.child(hands, "poss", "amod", "compound")
        if owner is not None:
            return owner
        of = self._tree.child(hands, "prep")
        return self._tree.child(of, "pobj") if of is not None else None

    def beside(self, deal: Deal, head: int) -> Party | None:
        """To whom a verb gives a thing without "to": "gave Oslo its tanks", however that was read."""
        for slot in deal.around:
            before = slot.head < head or head < deal.at
            if slot.word in ("beside", "object") and before:
                party = self.taking(slot.head)
                if party is not None:
                    return party
        after = deal.at + 1
        tokens = self._tree.tokens
        if after >= head or not tokens[deal.at].tag.startswith("VB"):
            return None
        party = self._parties.named(after)
        read = tokens[after].tag == "JJ" or tokens[after].dep == "dobj"
        if read or self._tree.children(after, "case") or not self._parties.is_state(party):
            return None
        return party

    def first(self, deal: Deal, *words: str) -> Party | None:
        """The first party beside the deal that one of these words holds there."""
        for word in words:
            for slot in deal.around:
                if slot.word == word:
                    party = self.taking(slot.head)
                    if party is not None:
                        return party
        return None

    def all(self, deal: Deal, word: str) -> list[Party]:
        """All parties that a word holds beside the deal, each once."""
        found: dict[Span | None, Party] = {}
        for slot in deal.around:
            if slot.word == word and not self._is_thing(slot.head):
                for head in listed(self._tree, slot.head, self._groups) or [slot.head]:
                    for party in self._parties.members(head):
                        found.setdefault(party.span, party)
        return list(found.values())

    def taking(self, head: int) -> Party | None:
        """Somebody who is no weapon: a state by its name or a pronoun, as in "presented them to *it*"."""
        head = self._clauses.antecedent(head)
        if self._is_thing(head):
            return None
        # by itself where a weapon was read as joined to it
        others = self._tree.children(head, "conj")
        if any(map(self._weapons.is_one, others)):
            return self._parties.alone(head)
        named = self._state(head)
        return self._parties.of(head) or named

    def _is_thing(self, head: int) -> bool:
        person = self._tree.tokens[head].pos == "PRON" or self._state(head) is not None
        return not person and self._weapons.is_one(head)

    def _state(self, head: int) -> Party | None:
        """The state whose name stands at a token."""
        named = self._parties.named(head) if self._tree.tokens[head].pos == "PROPN" else None
        return named if self._parties.is_state(named) else None
