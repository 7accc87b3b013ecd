"""Relations: alliances, disputes, sanctions and partnerships that an article says to stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal

from sayso.model.ids import with_id
from sayso.model.ledger import By, Relation
from sayso.model.reading import Argument, Predicate, Reading
from sayso.model.text import Party

BY = By(extractor="relations", version="1")

Type = Literal["alliance", "dispute", "sanctions", "partnership"]
_TYPES: Mapping[str, Type] = {
    "relations:alliance": "alliance",
    "relations:dispute": "dispute",
    "relations:sanctions": "sanctions",
    "relations:partnership": "partnership",
}
_TIE = "relations:tie"
_BODIES = frozenset({"state", "government", "organisation", "armed_group"})
# Whose relation it is. What a relation is about can be one of them only where it is directed at them.
_PARTIES: Mapping[Type, tuple[str, ...]] = {
    "alliance": ("agent", "between", "with", "patient", "of"),
    "dispute": ("agent", "between", "with"),
    "sanctions": ("agent", "against", "about"),
    "partnership": ("agent", "between", "with", "of"),
}
_STANDS = frozenset({"asserted", "doubted"})


def extract(reading: Reading) -> Iterator[Relation]:
    """One Relation for each word that names one, in text order."""
    bodies = {actor.id for actor in reading.actors if actor.type in _BODIES}
    for _, predicates in groupby(reading.predicates, key=lambda one: one.sentence):
        sentence = tuple(predicates)
        for predicate in sentence:
            type_ = _type(predicate)
            if type_ is None or predicate.negated or predicate.modality not in _STANDS:
                continue
            parties = _parties(predicate, _PARTIES[type_], bodies)
            if not parties and type_ == "dispute":
                parties = _tied(sentence, bodies)
            if parties:
                yield _relation(reading, predicate, type_, parties)


def _type(predicate: Predicate) -> Type | None:
    return next((_TYPES[sense] for sense in predicate.senses if sense in _TYPES), None)


def _parties(predicate: Predicate, roles: Sequence[str], bodies: set[str]) -> tuple[Party, ...]:
    """The states and organisations in these roles, each once, in the order of the roles."""
    found: dict[str, Party] = {}
    for role in roles:
        for argument in predicate.arguments:
            party = argument.party
            if argument.role == role and party.actor is not None and party.actor in bodies:
                found.setdefault(party.actor, party)
    return tuple(found.values())


def _tied(sentence: Sequence[Predicate], bodies: set[str]) -> tuple[Party, ...]:
    """The parties of the one tie that the sentence speaks of: "the row strains ties between A and B"."""
    ties = [one for one in sentence if _TIE in one.senses]
    return _parties(ties[0], ("between",), bodies) if len(ties) == 1 else ()


def _relation(
    reading: Reading, predicate: Predicate, type_: Type, parties: tuple[Party, ...]
) -> Relation:
    attribution = predicate.attribution
    over = [one for one in predicate.arguments if one.role == "about"]
    about = _name(reading, over[0]) if type_ == "dispute" and over else None
    return with_id(
        Relation(
            id="",
            article=reading.article.id,
            spans=(predicate.clause,),
            chain=() if attribution is None else reading.attributions[attribution].chain,
            modality=predicate.modality,
            when=predicate.when,
            by=BY,
            type=type_,
            parties=parties,
            about=about,
        )
    )


def _name(reading: Reading, argument: Argument) -> str:
    """An argument's words without an article before them, as one line."""
    span = argument.span
    at = bisect_left(reading.tokens, span.start, key=lambda token: token.start)
    token = reading.tokens[at]
    start = token.end if token.pos == "DET" and token.end < span.end else span.start
    return " ".join(span.text[start - span.start :].split())
