"""Events: who did what to whom, typed as PLOVER does.

The types, modes and what becomes of them in the future tense follow the PLOVER manual (Open Event Data
Alliance, 2021): cooperation that is announced is AGREE, a retreat that is announced CONCEDE, and one's own
hostile act that is announced THREATEN. What is denied, imagined, feared, wanted or conditional is no event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast, get_args

from sayso.extractors._shaping import statement_id
from sayso.model.ids import with_id
from sayso.model.ledger import By, Event, EventType
from sayso.model.reading import Argument, Predicate, Reading
from sayso.model.text import Party, Place

BY = By(extractor="events", version="1")
_BOOK = "events:"
_TYPES = frozenset(get_args(EventType))

_COOPERATION = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
_GIVING = _COOPERATION | {"AGREE", "CONCEDE", "RETREAT"}
_RECIPROCAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
# In whose tense nothing happens yet: what they say is not said.
_UNSAID = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})

# Who is at the other end, first choice first.
_RECIPIENTS = ("patient", "goal", "against", "subject", "with", "benefit", "about", "of", "source")
_VISIT, _HOST, _INTENT, _THREAT = "visit", "host", "intent", "threat"

# The mode of a request, refusal or threat follows from what is asked for, refused or threatened.
_ASKED: Mapping[str, str] = {
    "AID": "assist",
    "COOPERATE": "assist",
    "SUPPORT": "assist",
    "CONSULT": "meet",
    "AGREE": "meet",
    "CONCEDE": "yield",
    "RETREAT": "yield",
}
_THREATENED: Mapping[tuple[str, str | None], str] = {
    ("ASSAULT", None): "violence",
    ("COERCE", "arrest"): "arrest",
    ("COERCE", "deport"): "expel",
    ("COERCE", None): "restrict",
    ("PROTEST", None): "restrict",
    ("SANCTION", "expel"): "expel",
    ("SANCTION", None): "relations",
    ("MOBILIZE", None): "violence",
}


class _Kind(NamedTuple):
    """A type with its mode."""

    type: str
    mode: str | None


def extract(reading: Reading) -> Iterator[Event]:
    """One Event for each predicate that tells of one, in text order."""
    said: list[tuple[Predicate, _Kind]] = []
    for predicate in reading.predicates:
        kind = _told(reading, predicate)
        if kind is not None and not _repeats(predicate, kind, said):
            event = _event(reading, predicate, kind)
            if event is not None:
                said.append((predicate, kind))
                yield event


def _kind(predicate: Predicate) -> _Kind | None:
    """The first sense that is an event's."""
    for sense in predicate.senses:
        if sense.startswith(_BOOK):
            name, _, mode = sense.removeprefix(_BOOK).partition(".")
            return _Kind(name, mode or None) if name in _TYPES else None
    return None


def _told(reading: Reading, predicate: Predicate) -> _Kind | None:
    """What a predicate tells to have happened; None where it tells of no event."""
    kind = _kind(predicate)
    if kind is None or predicate.condition is not None or _follows(reading, predicate):
        return None
    if predicate.modality not in ("asserted", "doubted"):
        return None
    if predicate.noun and predicate.tense == "none":
        return None
    if predicate.negated:
        refused = kind.type in _GIVING and predicate.tense in ("future", "present")
        return _Kind("REJECT", _ASKED.get(kind.type)) if refused else None
    if predicate.tense == "future":
        return _announced(reading, predicate, kind)
    return _governing(reading, predicate, kind)


def _announced(reading: Reading, predicate: Predicate, kind: _Kind) -> _Kind | None:
    """What the announcement of an act amounts to."""
    if kind.type in _COOPERATION or kind.type == "AGREE":
        return _Kind("AGREE", None)
    if kind.type in ("RETREAT", "CONCEDE"):
        return _Kind("CONCEDE", None)
    if kind.type in _HOSTILE and _is_own_word(reading, predicate):
        return _Kind("THREATEN", _threatened(kind))
    return None


def _governing(reading: Reading, predicate: Predicate, kind: _Kind) -> _Kind | None:
    """What a verb amounts to by what it governs: "offered to mediate", "threatened to strike"."""
    inner = _inner(reading, predicate)
    if kind.mode == _INTENT:
        if inner is None or inner.type in _GIVING:
            return _Kind("AGREE", None) if inner is not None else None
        return _Kind("THREATEN", _threatened(inner)) if inner.type in _HOSTILE else None
    if kind.mode == _THREAT:
        return _Kind("THREATEN", None if inner is None else _threatened(inner))
    if inner is not None and kind.mode is None:
        if kind.type == "THREATEN":
            return _Kind("THREATEN", _threatened(inner))
        if kind.type in ("REQUEST", "REJECT"):
            return _Kind(kind.type, _ASKED.get(inner.type))
    return kind


def _threatened(kind: _Kind) -> str | None:
    return _THREATENED.get((kind.type, kind.mode)) or _THREATENED.get((kind.type, None))


def _inner(reading: Reading, predicate: Predicate) -> _Kind | None:
    """The event in the clause that the predicate governs, its first word first."""
    clauses = [one.span for one in predicate.arguments if one.role == "purpose"]
    for other in reading.predicates:
        inside = any(
            span.start <= other.trigger.start < span.end
            for span in clauses
            if other is not predicate
        )
        if inside and (kind := _kind(other)) is not None:
            return kind
    return None


def _follows(reading: Reading, predicate: Predicate) -> bool:
    """Whether the predicate stands in what is to follow from a condition."""
    at = predicate.trigger.start
    return predicate.tense in ("future", "none") and any(
        one.sentence == predicate.sentence
        and any(span.start <= at < span.end for span in one.consequence)
        for one in reading.conditions
        if predicate.attribution is None or one.attribution == predicate.attribution
    )


def _is_own_word(reading: Reading, predicate: Predicate) -> bool:
    """Whether they who would act say so themselves."""
    if predicate.attribution is None:
        return False
    speaker = reading.attributions[predicate.attribution].speaker
    if speaker is None:
        return False
    agents = [one.party for one in predicate.arguments if one.role == "agent"]
    return any(
        agent.name == speaker.name
        or (agent.actor is not None and agent.actor == speaker.actor)
        or (agent.resolved is not None and agent.resolved == speaker.resolved)
        for agent in agents
    )


def _repeats(predicate: Predicate, kind: _Kind, said: list[tuple[Predicate, _Kind]]) -> bool:
    """Whether a verb and its noun would tell one event twice: "launched an attack"."""
    return any(
        other.sentence == predicate.sentence
        and before.type == kind.type
        and predicate.noun != other.noun
        and _within(predicate if predicate.noun else other, other if predicate.noun else predicate)
        for other, before in said
    )


def _within(noun: Predicate, verb: Predicate) -> bool:
    return any(
        one.span.start <= noun.trigger.start < one.span.end
        for one in verb.arguments
        if one.role != "agent"
    )


# --- the record ------------------------------------------------------------------------------------------


def _event(reading: Reading, predicate: Predicate, kind: _Kind) -> Event | None:
    actors = _named(predicate, ("agent",))
    between = _named(predicate, ("between",))
    recipients: tuple[Party, ...] = ()
    if between and kind.type in _RECIPROCAL:
        actors = between if predicate.noun or not actors else actors
        recipients = between if actors is not between else ()
    else:
        recipients = tuple(
            party for party in _recipients(predicate, kind) if party not in actors
        )
    if kind == ("CONSULT", _HOST):
        actors, recipients, kind = recipients, actors, _Kind("CONSULT", _VISIT)
    elif kind.type in _RECIPROCAL and not _is_visit(kind) and _are_joined(predicate, recipients):
        actors, recipients = (*actors, *recipients), ()
    if not actors and not recipients:
        return None
    attribution = predicate.attribution
    return with_id(
        Event(
            id="",
            article=reading.article.id,
            spans=(predicate.clause,),
            chain=() if attribution is None else reading.attributions[attribution].chain,
            modality=predicate.modality,
            when=predicate.when,
            by=BY,
            type=cast(EventType, kind.type),
            mode=kind.mode,
            contexts=predicate.contexts,
            actors=actors,
            recipients=recipients,
            trigger=predicate.trigger,
            place=_place(reading, predicate),
            statement=statement_id(reading, attribution),
        )
    )


def _is_visit(kind: _Kind) -> bool:
    return kind.type == "CONSULT" and kind.mode == _VISIT


def _named(predicate: Predicate, roles: tuple[str, ...]) -> tuple[Party, ...]:
    """The somebodies in these roles, each once; of a thing its owner ("the ministry's letter")."""
    found: dict[str, Party] = {}
    for argument in predicate.arguments:
        if argument.role in roles:
            party = argument.party if argument.somebody else argument.owner
            if party is not None:
                found.setdefault(party.resolved or party.name, party)
    return tuple(found.values())


def _recipients(predicate: Predicate, kind: _Kind) -> Iterator[Party]:
    """Those at the other end: the first role that holds somebody; else the owner of the first thing."""
    by_role: dict[str, list[Argument]] = {}
    for argument in predicate.arguments:
        by_role.setdefault(argument.role, []).append(argument)
    roles = _RECIPIENTS if kind.type != "ASSAULT" else (*_RECIPIENTS, "place")
    held = (
        [one.party for one in by_role.get(role, ()) if one.somebody]
        or [one.owner for one in by_role.get(role, ()) if one.owner is not None]
        for role in roles
    )
    return iter(next((parties for parties in held if parties), []))


def _are_joined(predicate: Predicate, recipients: tuple[Party, ...]) -> bool:
    """Whether the recipients do it together with the actors: "met with", "agreed with"."""
    together = _named(predicate, ("with", "between"))
    return bool(recipients) and all(party in together for party in recipients)


def _place(reading: Reading, predicate: Predicate) -> Place | None:
    """The place that the predicate's own words name."""
    spans = [one.span for one in predicate.arguments if one.role == "place"]
    return next(
        (
            mention.place
            for mention in reading.mentions
            if mention.place is not None
            and any(span.start <= mention.span.start < span.end for span in spans)
        ),
        None,
    )
