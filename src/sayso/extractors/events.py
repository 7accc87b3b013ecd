"""Events: who did what to whom, typed as PLOVER does (Open Event Data Alliance, manual of 2021)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from sayso.extractors._ends import aimed_at, asked_or_blamed, doers, named
from sayso.extractors._plover import Kind, Scene, inner_of, scenes, told
from sayso.extractors._shaping import statement_id
from sayso.model.ids import with_id
from sayso.model.ledger import By, Event
from sayso.model.reading import Predicate, Reading
from sayso.model.text import Mention, Party, Place

BY = By(extractor="events", version="9")

_TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_JOINED = frozenset({"CONSULT", "AGREE"})
_DONE_BY_THINGS = frozenset({"ASSAULT"})
# What one does to oneself is none of these, but for a suicide bomber's blast.
_DONE_TO_OTHERS = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "THREATEN"})
_BLAST = "explosives"
_VISIT, _HOST = "visit", "host"


def extract(reading: Reading) -> Iterator[Event]:
    """One Event for each predicate that tells of one, in text order."""
    for scene in scenes(reading):
        found = [
            (predicate, kind)
            for predicate in scene.predicates
            if (kind := told(scene, predicate)) is not None
        ]
        governed = {id(inner_of(scene, predicate)) for predicate, _ in found}
        given: list[Event] = []
        for predicate, kind in found:
            if id(predicate) in governed and predicate.modality != "asserted":
                continue
            if predicate.noun and _has_verb(predicate, kind, found):
                continue
            if kind.type == "AGREE" and _is_done(scene, predicate, found):
                continue
            if kind.type == "REQUEST" and _is_topic(predicate, found):
                continue
            topics = _topics(predicate, found) if kind.type == "PROTEST" else ()
            event = _event(scene, predicate, _with_mode(predicate, kind, found), topics, given)
            if event is not None and not any(_is_again(event, one) for one in given):
                given.append(event)
                yield event


def _has_verb(noun: Predicate, kind: Kind, found: Sequence[tuple[Predicate, Kind]]) -> bool:
    """Whether a verb already tells what the noun names: "launched an attack", "the blast killed two"."""
    return any(
        not verb.noun and other.type == kind.type and _holds(verb, noun) for verb, other in found
    )


def _is_again(later: Event, earlier: Event) -> bool:
    """Whether a sentence tells the same once more: "was shot and killed", "blamed and denounced them"."""
    return (
        (later.type, later.modality) == (earlier.type, earlier.modality)
        and later.mode in (None, earlier.mode)
        and (later.actors, later.recipients) == (earlier.actors, earlier.recipients)
    )


def _is_done(scene: Scene, decided: Predicate, found: Sequence[tuple[Predicate, Kind]]) -> bool:
    """Whether what somebody decides to do is told as done itself: "decided to back Riga"."""
    inner = inner_of(scene, decided)
    return inner is not None and any(
        other is inner and other.modality == "asserted" for other, _ in found
    )


def _is_topic(request: Predicate, found: Sequence[tuple[Predicate, Kind]]) -> bool:
    """Whether it is what a protest is for, which PLOVER does not code by itself."""
    return any(kind.type == "PROTEST" and _share(request, one) for one, kind in found)


def _topics(
    protest: Predicate, found: Sequence[tuple[Predicate, Kind]]
) -> Iterator[tuple[Predicate, Kind]]:
    """What those who protest ask for, or whom they accuse: "marched, demanding that Bern pay"."""
    for one, kind in found:
        if kind.type in ("REQUEST", "ACCUSE") and one is not protest and _share(protest, one):
            yield one, kind


def _share(left: Predicate, right: Predicate) -> bool:
    """Whether two are told of the same doers."""
    agents = {one.span for one in left.arguments if one.role == "agent"}
    return not agents.isdisjoint(one.span for one in right.arguments if one.role == "agent")


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


def _event(
    scene: Scene,
    predicate: Predicate,
    kind: Kind,
    topics: Iterable[tuple[Predicate, Kind]],
    given: Sequence[Event],
) -> Event | None:
    actors = doers(scene, predicate, kind) or _told_before(predicate, kind, given)
    between = named(predicate, ("between",))
    recipients: tuple[Party, ...] = ()
    if between and kind.type in _TOGETHER:
        actors, recipients = (actors, between) if actors else (between, ())
    else:
        recipients = aimed_at(scene, predicate, kind, actors)
        for topic, meant in () if recipients else topics:
            recipients = recipients or asked_or_blamed(scene, topic, meant, actors)
    if kind == ("CONSULT", _HOST):
        actors, recipients, kind = recipients, actors, Kind("CONSULT", _VISIT)
    elif (
        actors
        and kind.type in _JOINED
        and not _is_visit(kind)
        and _are_joined(predicate, recipients)
    ):
        actors, recipients = (*actors, *recipients), ()
    if kind.type in _DONE_TO_OTHERS and kind.mode != _BLAST and _is_to_oneself(predicate):
        return None
    if not (actors or recipients) or (not actors and _is_by_thing(predicate, kind)):
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


def _told_before(predicate: Predicate, kind: Kind, given: Sequence[Event]) -> tuple[Party, ...]:
    """Who did it, where the sentence goes on with the same deed: "shot three men; the first was shot at noon"."""
    whom = [one for one in predicate.arguments if one.role == "patient"]
    agent = any(one.role == "agent" for one in predicate.arguments)
    if agent or kind.type != "ASSAULT" or not whom or not whom[0].known:
        return ()
    same = (
        one
        for one in given
        if (one.type, one.mode) == kind
        and one.trigger.text.split()[-1] == predicate.trigger.text.split()[-1]
    )
    return next((one.actors for one in same if one.actors and one.recipients), ())


def _is_by_thing(predicate: Predicate, kind: Kind) -> bool:
    """Whether a thing does it that is nobody's ("the book accuses …"); things may kill and destroy."""
    return kind.type not in _DONE_BY_THINGS and any(
        one.role == "agent"
        and not (one.somebody or one.unclear or one.own is not None or one.owner is not None)
        for one in predicate.arguments
    )


def _is_to_oneself(predicate: Predicate) -> bool:
    """Reads "tortured himself over it"."""
    return any(one.role == "patient" and one.oneself for one in predicate.arguments)


def _is_visit(kind: Kind) -> bool:
    return kind.type == "CONSULT" and kind.mode == _VISIT


def _are_joined(predicate: Predicate, recipients: tuple[Party, ...]) -> bool:
    """Whether the recipients do it together with the actors: "met with", "agreed with"."""
    together = named(predicate, ("with", "between"))
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
