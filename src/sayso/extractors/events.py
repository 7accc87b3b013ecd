"""Events: who did what to whom, typed as PLOVER does (Open Event Data Alliance, manual of 2021)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from sayso.extractors._plover import Kind, Scene, inner_of, scenes, told
from sayso.extractors._shaping import statement_id
from sayso.model.ids import with_id
from sayso.model.ledger import By, Event
from sayso.model.reading import Argument, Predicate, Reading
from sayso.model.text import Mention, Party, Place

BY = By(extractor="events", version="1")

_TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_JOINED = _TOGETHER | {"SUPPORT"}
# Who is at the other end, first choice first.
_RECIPIENTS = ("patient", "goal", "against", "subject", "with", "benefit", "about", "of", "source")
_RECIPIENTS_OF: Mapping[tuple[str, str | None], tuple[str, ...]] = {
    ("AID", None): ("goal", "benefit", *_RECIPIENTS),
    ("ASSAULT", None): (*_RECIPIENTS, "place"),
    ("CONSULT", None): ("patient", "goal", "with"),
    ("MOBILIZE", None): ("against",),
    ("RETREAT", "withdraw"): ("source",),
    ("SANCTION", "withdraw"): ("source", "with", "place"),
}
_VISIT, _HOST = "visit", "host"


def extract(reading: Reading) -> Iterator[Event]:
    """One Event for each predicate that tells of one, in text order."""
    for scene in scenes(reading):
        found = [
            (predicate, kind)
            for predicate in scene.predicates
            if (kind := told(scene, predicate)) is not None
        ]
        for predicate, kind in found:
            if predicate.noun and _has_verb(predicate, kind, found):
                continue
            if kind.type == "REQUEST" and _is_topic(predicate, found):
                continue
            event = _event(scene, predicate, _with_mode(predicate, kind, found))
            if event is not None:
                yield event


def _has_verb(noun: Predicate, kind: Kind, found: Sequence[tuple[Predicate, Kind]]) -> bool:
    """Whether a verb already tells what the noun names: "launched an attack", "the blast killed two"."""
    return any(
        not verb.noun and other.type == kind.type and _holds(verb, noun) for verb, other in found
    )


def _is_topic(request: Predicate, found: Sequence[tuple[Predicate, Kind]]) -> bool:
    """Whether it is what a protest is for, which PLOVER does not code by itself."""
    agents = {one.span for one in request.arguments if one.role == "agent"}
    return any(
        kind.type == "PROTEST"
        and not agents.isdisjoint(one.span for one in protest.arguments if one.role == "agent")
        for protest, kind in found
    )


def _with_mode(verb: Predicate, kind: Kind, found: Sequence[tuple[Predicate, Kind]]) -> Kind:
    """The verb's kind; its mode may stand in its noun: "the drone strike killed two"."""
    if kind.mode is not None:
        return kind
    modes = (
        other.mode
        for noun, other in found
        if noun.noun and other.type == kind.type and other.mode and _holds(verb, noun)
    )
    return Kind(kind.type, next(modes, None))


def _holds(verb: Predicate, noun: Predicate) -> bool:
    """Whether one of the verb's arguments holds the noun."""
    return verb.sentence == noun.sentence and any(
        one.span.start <= noun.trigger.start < one.span.end for one in verb.arguments
    )


# --- the record ------------------------------------------------------------------------------------------


def _event(scene: Scene, predicate: Predicate, kind: Kind) -> Event | None:
    actors = _named(predicate, ("agent",))
    between = _named(predicate, ("between",))
    recipients: tuple[Party, ...] = ()
    if between and kind.type in _TOGETHER:
        actors = between if predicate.noun or not actors else actors
        recipients = between if actors is not between else ()
    else:
        recipients = tuple(party for party in _aimed(scene, predicate, kind) if party not in actors)
    if kind == ("CONSULT", _HOST):
        actors, recipients, kind = recipients, actors, Kind("CONSULT", _VISIT)
    elif kind.type in _JOINED and not _is_visit(kind) and _are_joined(predicate, recipients):
        actors, recipients = (*actors, *recipients), ()
    if not actors and not recipients:
        return None
    attribution = predicate.attribution
    return with_id(
        Event(
            id="",
            article=scene.reading.article.id,
            spans=(predicate.clause,),
            chain=() if attribution is None else scene.reading.attributions[attribution].chain,
            modality=predicate.modality,
            when=predicate.when,
            by=BY,
            type=kind.type,
            mode=kind.mode,
            contexts=predicate.contexts,
            actors=actors,
            recipients=recipients,
            trigger=predicate.trigger,
            place=_place(scene, predicate),
            statement=statement_id(scene.reading, attribution),
        )
    )


def _is_visit(kind: Kind) -> bool:
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


def _aimed(scene: Scene, predicate: Predicate, kind: Kind) -> tuple[Party, ...]:
    """The recipients, or those of the act that is promised, refused or threatened."""
    found = tuple(_recipients(predicate, kind))
    governed = None if found else inner_of(scene, predicate)
    return found if governed is None else tuple(_recipients(governed, kind))


def _recipients(predicate: Predicate, kind: Kind) -> Iterator[Party]:
    """Those at the other end: the first role that holds somebody; else the owner of the first thing."""
    by_role: dict[str, list[Argument]] = {}
    for argument in predicate.arguments:
        by_role.setdefault(argument.role, []).append(argument)
    roles = _RECIPIENTS_OF.get(
        (kind.type, kind.mode), _RECIPIENTS_OF.get((kind.type, None), _RECIPIENTS)
    )
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


def _place(scene: Scene, predicate: Predicate) -> Place | None:
    """The place that the predicate's own words name."""
    mentions = scene.reading.mentions
    places = (
        mention.place
        for argument in predicate.arguments
        if argument.role == "place"
        for mention in mentions[
            _at(mentions, argument.span.start) : _at(mentions, argument.span.end)
        ]
    )
    return next((place for place in places if place is not None), None)


def _at(mentions: Sequence[Mention], offset: int) -> int:
    return bisect_left(mentions, offset, key=lambda one: one.span.start)
