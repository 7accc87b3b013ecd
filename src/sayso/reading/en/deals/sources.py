"""Whose a weapon is by the words before it: its owner, the state that it is of, who made it."""

from __future__ import annotations

from sayso.books.deals import DealBook
from sayso.model.text import Party
from sayso.reading.en.deals.doers import Deal
from sayso.reading.en.deals.parties import Parties
from sayso.reading.tree import Tree

_DESIGNED = frozenset({"design", "develop"})
_FORMER = frozenset({"former", "ex", "formerly", "surplus"})
_RETIRED = frozenset(
    {"retire", "decommission", "mothball", "discard", "replace", "own", "operate", "use", "fly"}
)
_CHOSEN = frozenset({"sale", "lease"})


class Sources:
    """Reads what stands before the head of a weapon's noun phrase."""

    def __init__(self, tree: Tree, book: DealBook, parties: Parties) -> None:
        self._tree = tree
        self._book = book
        self._parties = parties

    def owner(self, head: int) -> Party | None:
        """Whose weapons they are: "the sale of Oslo's frigates", "two of Oslo's frigates"."""
        owner = self._tree.child(head, "poss")
        for part in self._tree.children(head, "prep"):
            inside = self._tree.child(part, "pobj")
            if owner is None and inside is not None and self._tree.tokens[part].lemma == "of":
                owner = self._tree.child(inside, "poss")
        return self._parties.of(None if owner is None else self._whose(owner))

    def _whose(self, owner: int) -> int:
        """The noun that "whose" means; any other owner itself."""
        if self._tree.tokens[owner].tag == "WP$":
            for up in self._tree.ancestors(owner):
                if self._tree.tokens[up].dep == "relcl":
                    return self._tree.tokens[up].head
        return owner

    def national(self, deal: Deal, head: int, hindered: bool) -> Party | None:
        """Whose weapons a permission is for: "approved the transfer of Danish jets".

        Who approves a sale may sell what others made; not who only stood in its way (`hindered`).
        """
        if self._tree.tokens[deal.at].tag.startswith("VB"):
            return None
        if deal.sense.act == "sale" and not hindered:
            return None
        before = [*self._tree.children(head, "poss"), *self._before(head)]
        return next(filter(None, map(self._parties.named, before)), None)

    def origin(self, head: int) -> Party | None:
        """From where they are, as the words behind them tell: "rifles from Oslo", "a batch of rifles from Oslo"."""
        for preposition in self._tree.children(head, "prep"):
            governed = self._tree.child(preposition, "pobj")
            party = None
            if self._tree.tokens[preposition].lemma == "from":
                party = self._parties.of(governed)
            elif self._tree.tokens[preposition].lemma == "of" and governed is not None:
                party = self.origin(governed)
            if self._parties.is_state(party) or self._parties.is_company(party):
                return party
        return None

    def bought(self, deal: Deal, head: int, first: int | None = None) -> Party | None:
        """From whom who buys or leases has it, where that is not told: "bought Danish radars", "six Saab jets"."""
        if deal.sense.act not in _CHOSEN:
            return None
        found = self.national_of(head) or self.possessor(head)
        if found is None and first is not None:
            found = self.national_of(first) or self.possessor(first)
        return found or self._made_by(head)

    def _made_by(self, head: int) -> Party | None:
        """The company that the words behind a weapon name as its maker: "the radar, made by Saab"."""
        for participle in self._tree.children(head, "acl"):
            if self._tree.tokens[participle].lemma in self._book.words.makings:
                by = self._tree.child(participle, "agent")
                party = self._parties.of(self._tree.child(by, "pobj")) if by is not None else None
                if self._parties.is_company(party):
                    return party
        return None

    def national_of(self, head: int) -> Party | None:
        """The state or maker that the words before a weapon name: "Danish jets"."""
        for at in self._before(head):
            maker = self._parties.maker(at)
            if maker is not None:
                return maker
            state = self._parties.named(at)
            if state is None or any(map(str.isdigit, self._tree.tokens[at].text)):
                continue  # "six S-70i helicopters": a type by its letters and number
            if self._parties.is_state(state):
                return state
        return None

    def former(self, head: int) -> Party | None:
        """Whose weapons were, who hands them on: "two *former Danish* frigates", "*ex*-Danish frigates"."""
        tokens = self._tree.tokens
        told = [at for at in self._before(head) if tokens[at].lemma.lower() in _FORMER]
        if not told:
            return self._given_up(head)
        states = (self._parties.named(at) for at in self._before(head) if at > told[0])
        return next((one for one in states if self._parties.is_state(one)), None)

    def _given_up(self, head: int) -> Party | None:
        """Who has taken them out of use: "frigates *retired by Denmark*"."""
        for participle in self._tree.children(head, "acl"):
            if self._tree.tokens[participle].lemma in _RETIRED:
                by = self._tree.child(participle, "agent")
                party = self._parties.of(self._tree.child(by, "pobj")) if by is not None else None
                if self._parties.is_state(party):
                    return party
        return None

    def possessor(self, head: int) -> Party | None:
        """The state or maker whose weapons are chosen: "Denmark's radars", not "its radars"."""
        tokens = self._tree.tokens
        inside = (at for at in self._tree.subtree(head) if at < head and tokens[at].dep == "poss")
        owner = next(inside, None)
        if owner is None or tokens[owner].tag == "PRP$":
            return None
        party = self._parties.of(owner)
        return party if self._parties.is_state(party) or self._parties.is_company(party) else None

    def programme(self, at: int) -> Party | None:
        """The state by whose programme it comes, as its sentence tells: "under the Foreign Military Sales programme"."""
        tree = self._tree
        sentence = tree.sentences[tree.sentence(at)]
        words = [tree.tokens[one].text.lower() for one in range(sentence.first, sentence.last)]
        told = " ".join(words)
        for name, country in self._book.words.programmes.items():
            if name in told:
                return self._parties.state(country)
        return None

    def _before(self, head: int) -> list[int]:
        """The words before the head of a phrase, without those that tell who made or has it."""
        before = []
        waiting = [head]
        for above in waiting:
            for at in self._tree.children(above, "amod", "compound", "nmod"):
                if at < head and self._tree.tokens[at].tag not in ("VBN", "VBD"):
                    waiting.append(at)
                    before.append(at)
        return sorted(before)

    def maker(self, head: int) -> Party | None:
        """Who made it, as the words beside it tell: "Swiss-made", "built by Saab", "made in Oslo"."""
        tree = self._tree
        for child in tree.children(head, "amod", "acl"):
            if tree.tokens[child].lemma not in self._book.words.built | _DESIGNED:
                continue
            for before in tree.children(child, "npadvmod", "amod", "compound", "nmod"):
                found = self._parties.named(before) or self._parties.adjective(before)
                if found is not None:
                    return found
            for preposition in tree.children(child, "agent", "prep"):
                if tree.tokens[preposition].lemma in ("by", "in"):
                    for governed in tree.children(preposition, "pobj"):
                        party = self._parties.of(governed)
                        if self._parties.is_state(party) or self._parties.is_company(party):
                            return party
        return None
