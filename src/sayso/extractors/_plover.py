"""What a predicate tells to have happened, typed as PLOVER does.

The types, modes and what becomes of them in the future tense follow the PLOVER manual (Open Event Data
Alliance, 2021): cooperation that is announced is AGREE, a retreat that is announced CONCEDE, and one's own
hostile act that is announced THREATEN. What is denied, imagined, feared, wanted or conditional is no event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, get_args

from sayso.model.ledger import UTTERED, EventType
from sayso.model.reading import Argument, Conditional, Predicate, Reading
from sayso.model.text import Party

_BOOK = "events:"
_TYPES: Mapping[str, EventType] = {name: name for name in get_args(EventType)}

_COOPERATION = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
_GIVING = _COOPERATION | {"AGREE", "CONCEDE", "RETREAT"}
_NOT_MEANT = frozenset({"possible", "requested", "denied"})
_REFUSABLE = _GIVING - {"SUPPORT", "AID"}  # not to praise or to help somebody refuses nothing
_INTENT, _PLAN, _THREAT = "intent", "plan", "threat"
# "Promised to | continue | backing Bern": what is promised stands below.
_LEADING = frozenset({"continue", "keep", "start", "begin", "resume", "seek", "try", "help"})
_UNWILLING = "unwilling"
_SPOKEN = frozenset({_INTENT, _PLAN, _THREAT})

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


class Scene(NamedTuple):
    """One sentence of a Reading: its predicates and its conditions."""

    reading: Reading
    predicates: Sequence[Predicate]
    conditions: Sequence[Conditional]


class Kind(NamedTuple):
    """A type with its mode."""

    type: EventType
    mode: str | None


def scenes(reading: Reading) -> Iterator[Scene]:
    """The sentences that hold predicates, in text order."""
    conditions: dict[int, list[Conditional]] = {}
    for condition in reading.conditions:
        conditions.setdefault(condition.sentence, []).append(condition)
    for number, predicates in groupby(reading.predicates, key=lambda one: one.sentence):
        yield Scene(reading, tuple(predicates), conditions.get(number, ()))


def told_by(predicate: Predicate) -> Kind | None:
    """The first sense that is an event's."""
    for sense in predicate.senses:
        if sense.startswith(_BOOK):
            name, _, mode = sense.removeprefix(_BOOK).partition(".")
            return Kind(_TYPES[name], mode or None)
    return None


def told(scene: Scene, predicate: Predicate) -> Kind | None:
    """What a predicate tells to have happened; None where it tells of no event."""
    kind = told_by(predicate)
    if kind is None or predicate.condition is not None:
        return None
    if predicate.noun and predicate.tense == "none":
        return None
    if _follows(scene, predicate):
        if predicate.modality in _NOT_MEANT or not _is_own_word(scene, predicate):
            return None
        return _announced(scene, predicate, kind)
    if predicate.modality not in ("asserted", "doubted"):
        return None
    if predicate.tense == "future":
        return _announced(scene, predicate, kind)
    if predicate.negated:
        return _refused(scene, predicate, kind)
    return _governing(scene, predicate, kind)


def _refused(scene: Scene, predicate: Predicate, kind: Kind) -> Kind | None:
    """What it amounts to that something is not done: "does not talk", "was not ready to talk"."""
    if kind.mode == _UNWILLING:
        inner = inner_of(scene, predicate)
        meant = None if inner is None else told_by(inner)
        return Kind("REJECT", None if meant is None else _ASKED.get(meant.type))
    refused = kind.type in _REFUSABLE and predicate.tense == "present"
    return Kind("REJECT", _ASKED.get(kind.type)) if refused else None


def _announced(scene: Scene, predicate: Predicate, kind: Kind) -> Kind | None:
    """What the announcement of an act amounts to."""
    if predicate.negated:
        return Kind("REJECT", _ASKED.get(kind.type)) if kind.type in _GIVING else None
    if kind.mode in _SPOKEN or _is_foretold(scene, predicate):
        return None
    if kind.type in _COOPERATION or kind.type == "AGREE":
        return Kind("AGREE", None)
    if kind.type in ("RETREAT", "CONCEDE"):
        return Kind("CONCEDE", None)
    if kind.type in _HOSTILE and _is_own_word(scene, predicate):
        return Kind("THREATEN", _threatened(kind))
    return None


def _governing(scene: Scene, predicate: Predicate, kind: Kind) -> Kind | None:
    """What a verb amounts to by what it governs: "offered to mediate", "threatened to strike"."""
    governed = inner_of(scene, predicate)
    inner = None if governed is None else told_by(governed)
    if governed is not None and governed.negated and kind.mode in _SPOKEN:
        return None
    if kind.mode == _THREAT or kind.type == "THREATEN":
        mode = None if inner is None else _threatened(inner)
        return Kind("THREATEN", mode or (kind.mode if kind.mode != _THREAT else None))
    if kind.mode == _INTENT:
        return Kind("AGREE", None) if inner is None or inner.type not in _HOSTILE else None
    if kind.mode == _PLAN:
        if inner is None or inner.type not in _GIVING:
            return None
        return Kind("CONCEDE" if inner.type == "CONCEDE" else "AGREE", None)
    if inner is not None and kind.type in ("REQUEST", "REJECT"):
        return Kind(kind.type, _ASKED.get(inner.type))
    return kind


def _is_foretold(scene: Scene, predicate: Predicate) -> bool:
    """Whether it is what others think will be done, or what a person will do by the word of another."""
    speaker = speaker_of(scene, predicate)
    if predicate.attribution is not None:
        attribution = scene.reading.attributions[predicate.attribution]
        if attribution.act == "thought":
            return attribution.speaker is None or not _is_agent(predicate, attribution.speaker)
    persons = {actor.id for actor in scene.reading.actors if actor.type == "person"}
    if speaker is None or speaker.actor not in persons or _is_own_word(scene, predicate):
        return False
    return any(one.role == "agent" and one.party.actor in persons for one in predicate.arguments)


def _threatened(kind: Kind) -> str | None:
    return _THREATENED.get((kind.type, kind.mode)) or _THREATENED.get((kind.type, None))


def inner_of(scene: Scene, predicate: Predicate) -> Predicate | None:
    """The predicate of the clause that this one governs."""
    for clause in predicate.arguments:
        if clause.role != "purpose":
            continue
        for other in scene.predicates:
            inside = clause.span.start <= other.trigger.start < clause.span.end
            led = other.lemma == clause.head or clause.head in _LEADING
            if inside and led and told_by(other) is not None:
                return other
    return None


def _follows(scene: Scene, predicate: Predicate) -> bool:
    """Whether the predicate is what is to follow from a condition."""
    at = predicate.trigger.start
    return predicate.tense in ("future", "none") and any(
        span.start <= at < span.end for one in scene.conditions for span in one.consequence
    )


def _is_own_word(scene: Scene, predicate: Predicate) -> bool:
    """Whether they who would act say so themselves."""
    speaker = speaker_of(scene, predicate)
    return speaker is not None and _is_agent(predicate, speaker)


def _is_agent(predicate: Predicate, speaker: Party) -> bool:
    return any(is_own(one, speaker) for one in predicate.arguments if one.role == "agent")


def is_own(argument: Argument, speaker: Party) -> bool:
    """Whether an argument of what is said is the speaker."""
    unsettled = argument.own is not None and argument.party.actor is None
    return unsettled or is_same(argument.party, speaker)


def speaker_of(scene: Scene, predicate: Predicate) -> Party | None:
    """Who speaks or writes the words that a predicate stands in."""
    if predicate.attribution is None:
        return None
    attribution = scene.reading.attributions[predicate.attribution]
    return attribution.speaker if attribution.act in UTTERED else None


def is_same(left: Party, right: Party) -> bool:
    """Whether two parties of one article are one."""
    if left.actor is not None and right.actor is not None:
        return left.actor == right.actor
    return (left.resolved or left.name) == (right.resolved or right.name)
