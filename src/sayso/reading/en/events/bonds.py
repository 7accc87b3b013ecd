"""Standing relations: "the pact between A and B", "A and B are at odds over C", "under A's sanctions"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from sayso.books.bonds import BondBook
from sayso.model.bonds import Bond, BondType
from sayso.model.ledger import Modality
from sayso.model.reading import Argument, Predicate
from sayso.model.text import Mention, Party
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.deals.words import index_of
from sayso.reading.en.events.bond_sides import BondSides

_TYPES: Mapping[str, BondType] = {f"relations:{one}": one for one in get_args(BondType)}
_MUTUAL, _LEAGUE = "relations:mutual", "relations:league"
_TIE, _CLAIM, _PARTNERS = "relations:tie", "relations:claim", "relations:partners"
# Whose relation it is. What a relation is about can be one of them only where it is directed at them.
_ROLES: Mapping[BondType, tuple[str, ...]] = {
    "alliance": ("agent", "between", "with", "patient", "of"),
    "dispute": ("agent", "between", "with"),
    "sanctions": ("agent", "against", "about"),
    "partnership": ("agent", "between", "with", "patient", "of"),
}
_AIMED = frozenset({"against", "about", "patient"})
_STANDS: frozenset[Modality] = frozenset({"asserted", "doubted"})


class Bonds:
    """One article's standing relations."""

    def __init__(
        self,
        evidence: Evidence,
        book: BondBook,
        mentions: Sequence[Mention],
        predicates: Sequence[Predicate],
    ) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._predicates = predicates
        self._sides = BondSides(evidence, book, mentions)

    def find(self) -> Iterator[Bond]:
        """One for each word that names one, in text order."""
        for number, predicate in enumerate(self._predicates):
            if predicate.negated or predicate.modality not in _STANDS:
                continue
            if not any(one.startswith("relations:") for one in predicate.senses):
                continue
            index = index_of(self._tree, predicate)
            type_ = None if index is None else self._type(predicate, index)
            if (
                index is None
                or type_ is None
                or self._sides.is_over(index, predicate.attribution is not None)
            ):
                continue
            parties = self._parties(predicate, index, type_)
            if parties:
                about = self._about(predicate, index) if type_ == "dispute" else None
                yield Bond(predicate=number, type=type_, parties=parties, about=about)

    def _type(self, predicate: Predicate, index: int) -> BondType | None:
        found = next((_TYPES[one] for one in predicate.senses if one in _TYPES), None)
        if _CLAIM in predicate.senses and self._sides.claims.is_dispute(index):
            return "dispute"
        if found is None and _MUTUAL in predicate.senses and self._sides.frames.is_mutual(index):
            return "alliance"
        if found is None and _LEAGUE in predicate.senses and self._sides.frames.is_league(index):
            return "alliance"
        if found is None and _PARTNERS in predicate.senses:
            return "partnership" if self._tree.tokens[index].dep == "attr" else None
        return found

    def _parties(self, predicate: Predicate, index: int, type_: BondType) -> tuple[Party, ...]:
        """The states and organisations in it, each once; none where one that must be named is not."""
        claims = _CLAIM in predicate.senses
        found: dict[str, Party] = {}
        aimed = any(one.role == "against" for one in predicate.arguments)
        of = (
            ("patient",) if type_ == "sanctions" and aimed else ()
        )  # "the sanctions of A against B"
        for role in (*of, *_ROLES[type_]):
            for argument in predicate.arguments:
                if argument.role == role and not self._is_frame(argument, index):
                    self._sides.add(found, argument.party)
        around = (*self._sides.around(index), *(self._sides.holders(index) if claims else ()))
        beneath = () if predicate.noun else tuple(_others(predicate, owners_only=claims))
        for party in (*around, *beneath):
            self._sides.add(found, party)
        if not found and type_ == "dispute":
            return self._tied(predicate.sentence)
        if type_ == "sanctions":
            aimed = any(one.role in _AIMED for one in predicate.arguments)
            enough = aimed or self._sides.is_met(index)
        else:
            enough = claims or len(found) > 1 or self._sides.has_many(index, predicate)
        return tuple(found.values()) if enough else ()

    def _is_frame(self, argument: Argument, index: int) -> bool:
        """Whether a name only says within what somebody is an ally: "a NATO ally"."""
        return argument.role == "patient" and self._sides.is_frame(index, argument.party)

    def _tied(self, sentence: int) -> tuple[Party, ...]:
        """The parties of the one tie that the sentence speaks of: "the row strains ties between A and B"."""
        ties = [one for one in self._predicates if one.sentence == sentence and _TIE in one.senses]
        found: dict[str, Party] = {}
        if len(ties) == 1:
            for argument in ties[0].arguments:
                if argument.role == "between":
                    self._sides.add(found, argument.party)
        return tuple(found.values())

    def _about(self, predicate: Predicate, index: int) -> str | None:
        """What a dispute is about, without an article before it, as one line."""
        roles = ("about",) if predicate.noun else ("about", "patient")
        over = [one for role in roles for one in predicate.arguments if one.role == role]
        thing = self._sides.claims.thing(index) if _CLAIM in predicate.senses else None
        if thing is not None:
            words = self._tree.subtree(thing, without=("relcl", "acl", "punct"))
        else:
            words = self._evidence.within(over[0].span) if over else self._sides.matter(index)
        pits = self._sides.frames.pitting(index)
        words = {at for at in words if pits is None or not index < pits <= at}
        while words and self._tree.tokens[min(words)].pos == "DET":
            words = words - {min(words)}
        return self._evidence.words(words) if words else None


def _others(predicate: Predicate, *, owners_only: bool) -> Iterator[Party]:
    """Those whom a verb's relation is with: its object, and whose that is."""
    for argument in predicate.arguments:
        if argument.role in ("patient", "with"):
            if not owners_only:
                yield argument.party
            if argument.owner is not None:
                yield argument.owner
