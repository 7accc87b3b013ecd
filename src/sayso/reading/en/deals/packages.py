"""Aid that contains weapons, and weapons given for others: who gives, and who gets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.books.deals import DealWords
from sayso.model.reading import Attribution
from sayso.model.text import Party
from sayso.reading.en.deals.clauses import Clauses
from sayso.reading.en.deals.doers import Deal, Doers
from sayso.reading.en.deals.pairs import Pairs, Sides
from sayso.reading.en.deals.parties import Parties
from sayso.reading.en.deals.sources import Sources
from sayso.reading.tree import Tree

_TO = frozenset({"to", "for"})
_BEFORE = ("poss", "amod", "compound", "nmod")


class Packages:
    """Reads "a package of aid for Oslo that includes tanks" and "swapped its tanks for Danish jets"."""

    def __init__(
        self,
        tree: Tree,
        words: DealWords,
        clauses: Clauses,
        parties: Parties,
        doers: Doers,
        pairs: Pairs,
        sources: Sources,
        attributions: Sequence[Attribution],
    ) -> None:
        self._tree = tree
        self._words = words
        self._clauses = clauses
        self._parties = parties
        self._doers = doers
        self._pairs = pairs
        self._sources = sources
        self._attributions = attributions

    def held(self, deal: Deal) -> tuple[Sides, ...]:
        """The sides of what aid contains, once for each who gets it; nobody where that is not told."""
        aid = self._aid(deal)
        if aid is None:
            return ()
        receivers = list(self._for_whom(deal, aid))
        if not receivers:
            return self._before(deal, aid)
        to = {one.actor for one in receivers}
        giver = self._pairs.acting(self._giver(deal, aid))
        if giver is None or giver.actor in to:
            return ()
        return tuple(Sides(giver, one) for one in receivers)

    def swapped(self, deal: Deal, head: int) -> tuple[Sides, ...]:
        """Who gives what he has, or gets what he has it swapped for."""
        doer = self._doers.of(deal)
        got = [slot.head for slot in deal.around if slot.word == "for"]
        partner = self._doers.first(deal, "with", "from")
        for at in got:
            partner = partner or self._sources.national_of(at) or self._sources.origin(at)
        return (Sides(partner, doer) if head in got else Sides(doer, partner),)

    def _before(self, deal: Deal, aid: int) -> tuple[Sides, ...]:
        """Reads "The package includes …" of the aid that the sentence before told of."""
        tree = self._tree
        number = tree.sentence(aid)
        before = [tree.tokens[at].text.lower() for at in tree.children(aid, "det")]
        pointing = before == ["the"] or tree.tokens[aid].pos == "PRON"
        if number < 1 or not pointing or tree.children(aid, "prep"):
            return ()
        sentence = tree.sentences[number - 1]
        for at in range(sentence.first, sentence.last):
            if tree.tokens[at].lemma in self._words.aids:
                receivers = list(self._for_whom(deal, at))
                giver = self._pairs.acting(self._giver(deal, at))
                if receivers and giver is not None:
                    to = [one for one in receivers if one.actor != giver.actor]
                    return tuple(Sides(giver, one) for one in to)
        return ()

    def _aid(self, deal: Deal) -> int | None:
        """The aid that contains it, also where its clause hangs on whom it is for."""
        at, aid = self._clauses.doer(deal.at), None
        if self._tree.tokens[deal.at].dep == "prep":  # "a package, including"
            at = self._tree.tokens[deal.at].head
            if self._tree.tokens[at].tag.startswith("VB"):
                at = self._tree.child(at, "dobj")
        while at is not None:
            token = self._tree.tokens[at]
            told = token.lemma in self._words.aids or token.text.lower() in self._words.pronouns
            aid = at if told else aid
            at = token.head if token.dep in ("pobj", "prep") else None
        return aid

    def _giver(self, deal: Deal, aid: int) -> Party | None:
        inside = (self._parties.named(at) for at in self._tree.children(aid, *_BEFORE))
        own = next(filter(None, inside), None)
        if own is not None and self._is_told_to(aid, own):
            own = None
        sent = bool(self._beside(aid))
        by = self._clauses.doer(self._tree.tokens[aid].head if sent else aid)
        announced = self._parties.of(by)
        if announced is None:
            announced = self._announcing(aid)
        number = deal.predicate.attribution
        told = self._attributions[number].speaker if number is not None else None
        states = (
            one for one in (own, announced, told) if self._pairs.is_state(self._pairs.acting(one))
        )
        return next(states, None)

    def _announcing(self, aid: int) -> Party | None:
        """By whom the words behind it say that it is announced: "the package *announced by Oslo*"."""
        for participle in self._tree.children(aid, "acl"):
            by = self._tree.child(participle, "agent")
            if by is not None:
                return self._parties.of(self._tree.child(by, "pobj"))
        return None

    def _beside(self, aid: int) -> list[int]:
        """To whom a verb gives aid: "will send *Oslo* a package"."""
        verb = self._tree.tokens[aid].head
        if self._tree.tokens[aid].dep != "dobj":
            return []
        given = self._tree.children(verb, "dative", "prep")
        found = [at for at in given if self._tree.tokens[at].pos != "ADP"]
        for at in given:
            if self._tree.tokens[at].lemma == "to":
                found += self._tree.children(at, "pobj")
        return found

    def _is_told_to(self, aid: int, party: Party) -> bool:
        """Whether the name before it tells for whom it is: "the *Oslo* aid package"."""
        span = party.span
        for at in self._tree.children(aid, "compound", "nmod"):
            token = self._tree.tokens[at]
            if span is not None and span.start <= token.start < span.end:
                return token.tag == "NNP"
        return False

    def _for_whom(self, deal: Deal, aid: int) -> Iterator[Party]:
        heads = [slot.head for slot in deal.around if slot.word in _TO]
        heads += self._beside(aid)
        waiting = [aid]
        for noun in waiting:
            for preposition in self._tree.children(noun, "prep"):
                below = self._tree.children(preposition, "pobj")
                if self._tree.tokens[preposition].lemma in _TO:
                    heads += below
                elif self._tree.tokens[preposition].lemma in ("of", "in"):
                    waiting += below
        seen = set()
        for at in heads:
            for party in self._parties.members(at):
                if self._pairs.is_state(self._pairs.acting(party)) and party.span not in seen:
                    seen.add(party.span)
                    yield party
