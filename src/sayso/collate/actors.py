"""The same person in several articles: joined only on evidence, and each joint is a Judgement.

Two people are one when the surnames are one after romanisation, the given names are compatible and the
country or the office agrees. A conflict in any of them keeps them apart, also across a chain of joins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import msgspec

from sayso.collate.romanised import compatible_given, fold
from sayso.model.collation import Judgement
from sayso.model.ids import content_id
from sayso.model.reading import Ledger
from sayso.model.text import Actor, Role

AUTHOR = "collate.actors"


class Cast(NamedTuple):
    """The actors of a batch after judgement: `actors` by id, `joined` old id → actor it became."""

    actors: Mapping[str, Actor]
    joined: Mapping[str, Actor]
    judgements: tuple[Judgement, ...]


class _Verdict(NamedTuple):
    same: bool
    reason: str


def join_actors(ledgers: Iterable[Ledger]) -> Cast:
    """All actors of the batch, with those that are one person joined."""
    found = _by_id(ledgers)
    people = [actor for actor in found.values() if actor.type == "person"]
    verdicts = _judge(people)
    groups: dict[str, tuple[Actor, ...]] = {actor.id: (actor,) for actor in people}
    for (left, right), verdict in verdicts.items():
        if verdict.same and right not in {actor.id for actor in groups[left]}:
            both = tuple(sorted(groups[left] + groups[right], key=lambda actor: actor.id))
            groups |= {actor.id: both for actor in both}
    judgements = [_judgement(found[a], found[b], verdict) for (a, b), verdict in verdicts.items()]
    joined = {key: _one(group) for key, group in groups.items() if len(group) > 1}
    actors = {key: actor for key, actor in found.items() if key not in joined}
    actors |= {actor.id: actor for actor in joined.values()}
    return Cast(
        {key: actors[key] for key in sorted(actors)},
        {key: joined[key] for key in sorted(joined)},
        tuple(sorted(judgements, key=lambda judgement: judgement.id)),
    )


def _judge(people: Sequence[Actor]) -> dict[tuple[str, str], _Verdict]:
    """The verdicts on all pairs whose names have something in common.

    A name that fits two people who cannot be one is joined to neither: "Sato" beside Kenji and Yuko.
    """
    verdicts = {
        (left.id, right.id): verdict
        for left, right in combinations(people, 2)
        if (verdict := _compare(left, right)) is not None
    }
    fits: dict[str, set[str]] = {}
    for (left, right), verdict in verdicts.items():
        if verdict.same:
            fits.setdefault(left, set()).add(right)
            fits.setdefault(right, set()).add(left)
    by_id = {actor.id: actor for actor in people}
    torn = {
        key
        for key, others in fits.items()
        if any(_opposed(by_id[a], by_id[b]) for a, b in combinations(sorted(others), 2))
        or any(_opposed(by_id[key], by_id[far]) for near in others for far in fits[near] - {key})
    }
    return {
        pair: _Verdict(False, "the name fits two people")
        if verdict.same and torn & set(pair)
        else verdict
        for pair, verdict in verdicts.items()
    }


def _by_id(ledgers: Iterable[Ledger]) -> dict[str, Actor]:
    """Actors by id; what several articles know of one id is put together."""
    found: dict[str, list[Actor]] = {}
    for ledger in ledgers:
        for actor in ledger.actors:
            found.setdefault(actor.id, []).append(actor)
    return {key: _one(tuple(found[key])) for key in sorted(found)}


def _compare(left: Actor, right: Actor) -> _Verdict | None:
    """Whether two people are one; None where their names have nothing in common."""
    pairs = [
        (a, b)
        for a in _spellings(left)
        for b in _spellings(right)
        if fold(a[-1]) == fold(b[-1])
        or (len(a) > 1 and [fold(w) for w in a] == [fold(w) for w in b])
    ]
    if not pairs:
        return None
    if _conflict(left.country, right.country):
        return _Verdict(False, f"one is of {left.country}, the other of {right.country}")
    if not _given_names_agree(left, right):
        return _Verdict(False, "the same surname, another given name")
    if offices := _offices_conflict(left, right):
        return _Verdict(False, f"another office: {offices}")
    shared = _ground(left, right)
    if shared is None:
        return _Verdict(False, "the same surname, and no country or office to tell if they are one")
    return _Verdict(True, f"the same surname, compatible given names, {shared}")


def _opposed(left: Actor, right: Actor) -> bool:
    return _conflict(left.country, right.country) or not _given_names_agree(left, right)


def _spellings(actor: Actor) -> tuple[tuple[str, ...], ...]:
    names = sorted({actor.name, *actor.names})
    return tuple(tuple(name.split()) for name in names if name.split())


def _given_names_agree(left: Actor, right: Actor) -> bool:
    """True unless both have given names and no spelling of one fits a spelling of the other."""
    a = [name[0] for name in _spellings(left) if len(name) > 1]
    b = [name[0] for name in _spellings(right) if len(name) > 1]
    return not a or not b or any(compatible_given(x, y) for x in a for y in b)


def _conflict(left: str | None, right: str | None) -> bool:
    return left is not None and right is not None and left != right


def _offices_conflict(left: Actor, right: Actor) -> str | None:
    """Both hold offices of known bodies, full names are not given for both, and no office is shared."""
    if _full(left) and _full(right):
        return None
    a, b = _offices(left), _offices(right)
    if not a or not b or a & b:
        return None
    return f"{'; '.join(sorted(a))} and {'; '.join(sorted(b))}"


def _full(actor: Actor) -> bool:
    return any(len(name) > 1 for name in _spellings(actor))


def _offices(actor: Actor) -> frozenset[str]:
    return frozenset(role.title.casefold() for role in actor.roles)


def _ground(left: Actor, right: Actor) -> str | None:
    if left.country is not None and left.country == right.country:
        return f"and both of {left.country}"
    shared = sorted(_offices(left) & _offices(right))
    if shared:
        return f"and both {shared[0]}"
    if _full(left) and _full(right):
        return "and no office or country against it"
    return None


def _judgement(left: Actor, right: Actor, verdict: _Verdict) -> Judgement:
    word = "same" if verdict.same else "different"
    content = [left.id, right.id, word, verdict.reason, AUTHOR]
    return Judgement(
        id=content_id("judgement", content),
        left=left.id,
        right=right.id,
        verdict="same" if verdict.same else "different",
        reason=f"{left.name} / {right.name}: {verdict.reason}",
        author=AUTHOR,
    )


def _one(group: tuple[Actor, ...]) -> Actor:
    """One actor for several: the best-known one's id and name, everybody's names and roles."""
    best = min(group, key=_rank)
    names = {name for actor in group for name in (actor.name, *actor.names)} - {best.name}
    roles: dict[bytes, Role] = {}
    for actor in group:
        roles |= {msgspec.json.encode(role): role for role in actor.roles}
    return msgspec.structs.replace(
        best,
        names=tuple(sorted(names)),
        country=best.country or min((a.country for a in group if a.country), default=None),
        owner=best.owner or min((a.owner for a in group if a.owner), default=None),
        roles=tuple(roles[key] for key in sorted(roles)),
    )


def _rank(actor: Actor) -> tuple[bool, int, int, str, str]:
    """The books know best; then the fuller name; then the actor with more names."""
    return (
        actor.source is None,
        -len(actor.name.split()),
        -len(actor.names) - len(actor.roles),
        actor.name,
        actor.id,
    )
