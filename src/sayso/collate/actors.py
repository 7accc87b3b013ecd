"""The same person in several articles: joined only on evidence, and each joint is a Judgement.

Two people are one when the surnames are one after romanisation, the given names are compatible and the
country or the office agrees. A conflict in any of them keeps them apart, also across a chain of joins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

import msgspec

from sayso.books.persons import PersonalName, names_agree, parted, related
from sayso.books.roles import RoleBook
from sayso.collate.pairs import Pairs
from sayso.model.collation import Judgement
from sayso.model.ids import content_id
from sayso.model.reading import Ledger
from sayso.model.text import Actor, Role

AUTHOR = "collate.actors"
NO_PAIRS = Pairs()


class Cast(NamedTuple):
    """The actors of a batch after judgement: `actors` by id, `joined` old id → actor it became."""

    actors: Mapping[str, Actor]
    joined: Mapping[str, Actor]
    judgements: tuple[Judgement, ...]


class _Verdict(NamedTuple):
    same: bool
    reason: str


class _Person(NamedTuple):
    """An actor with the spellings of his name, the fullest first; `full` where one has given names."""

    actor: Actor
    names: tuple[PersonalName, ...]
    full: bool


def join_actors(ledgers: Iterable[Ledger], roles: RoleBook, pairs: Pairs = NO_PAIRS) -> Cast:
    """All actors of the batch, with those that are one person joined; `roles` knows the parts of names.

    `pairs` are judged by hand, of actors of any kind; they go before what is found here.
    """
    found = _by_id(ledgers)
    people = {actor.id: _person(actor, roles) for actor in found.values() if actor.type == "person"}
    verdicts = _judge(people)
    by_hand = {*pairs.same, *pairs.different}
    verdicts = {pair: verdict for pair, verdict in verdicts.items() if pair not in by_hand}
    groups: dict[str, tuple[Actor, ...]] = {key: (actor,) for key, actor in found.items()}
    for left, right in (*pairs.same, *(pair for pair, one in verdicts.items() if one.same)):
        if left not in groups or right not in groups:
            continue
        mine, theirs = ({actor.id for actor in groups[key]} for key in (left, right))
        if right not in mine and not pairs.apart(mine, theirs):
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


def _person(actor: Actor, roles: RoleBook) -> _Person:
    """The actor's names by their parts; a given name alone is no family name."""
    named = {parted(name.replace(",", " ").split(), roles) for name in (actor.name, *actor.names)}
    given = {word for name in named for word in name.given}
    names = sorted(n for n in named if n.given or n.family not in given)
    full = tuple(name for name in names if name.given)
    return _Person(actor, full or tuple(names), bool(full))


def _judge(people: Mapping[str, _Person]) -> dict[tuple[str, str], _Verdict]:
    """The verdicts on all pairs whose names have something in common.

    A name that fits two people who cannot be one is joined to neither: "Sato" beside Kenji and Yuko.
    """
    verdicts = {pair: _compare(people[pair[0]], people[pair[1]]) for pair in _namesakes(people)}
    fits: dict[str, set[str]] = {}
    for (left, right), verdict in verdicts.items():
        if verdict.same:
            fits.setdefault(left, set()).add(right)
            fits.setdefault(right, set()).add(left)
    # With himself among those whom he fits, people who all fit each other are looked at once.
    around = {key: frozenset({key, *others}) for key, others in fits.items()}
    at_odds = {
        group: any(_opposed(people[a], people[b]) for a, b in combinations(sorted(group), 2))
        for group in set(around.values())
    }
    torn = {
        key
        for key, others in fits.items()
        if at_odds[around[key]]
        or any(
            _opposed(people[key], people[far])
            for far in frozenset().union(*(fits[near] for near in others)) - {key}
        )
    }
    return {
        pair: _Verdict(False, "the name fits two people")
        if verdict.same and torn & set(pair)
        else verdict
        for pair, verdict in verdicts.items()
    }


def _namesakes(people: Mapping[str, _Person]) -> list[tuple[str, str]]:
    """Pairs of ids with a surname in common, as far as romanisation can tell."""
    bearers: dict[str, set[str]] = {}
    for key, person in people.items():
        for name in person.names:
            for surname in name.keys:
                bearers.setdefault(surname, set()).add(key)
    return sorted({pair for keys in bearers.values() for pair in combinations(sorted(keys), 2)})


def _by_id(ledgers: Iterable[Ledger]) -> dict[str, Actor]:
    """Actors by id; what several articles know of one id is put together."""
    found: dict[str, list[Actor]] = {}
    for ledger in ledgers:
        for actor in ledger.actors:
            found.setdefault(actor.id, []).append(actor)
    return {key: _one(tuple(found[key])) for key in sorted(found)}


def _compare(left: _Person, right: _Person) -> _Verdict:
    """Whether two people who share a surname are one."""
    a, b = left.actor, right.actor
    if _conflict(a.country, b.country):
        return _Verdict(False, f"one is of {a.country}, the other of {b.country}")
    if not _given_names_agree(left, right):
        return _Verdict(False, "the same surname, another given name")
    if offices := _offices_conflict(left, right):
        return _Verdict(False, f"another office: {offices}")
    shared = _ground(left, right)
    if shared is None:
        return _Verdict(False, "the same surname, and no country or office to tell if they are one")
    return _Verdict(True, f"the same surname, compatible given names, {shared}")


def _opposed(left: _Person, right: _Person) -> bool:
    return _conflict(left.actor.country, right.actor.country) or not _given_names_agree(left, right)


def _given_names_agree(left: _Person, right: _Person) -> bool:
    """True unless both have given names and none of one fits one of the other with that surname."""
    pairs = [(a, b) for a in left.names for b in right.names if related(a, b)]
    if not pairs:
        return not (left.full and right.full)
    return any(names_agree(a, b) for a, b in pairs)


def _conflict(left: str | None, right: str | None) -> bool:
    return left is not None and right is not None and left != right


def _offices_conflict(left: _Person, right: _Person) -> str | None:
    """One goes by a bare surname, both hold offices, and no office is shared."""
    a, b = _offices(left.actor), _offices(right.actor)
    if (left.full and right.full) or not a or not b or a & b:
        return None
    return f"{'; '.join(sorted(a))} and {'; '.join(sorted(b))}"


def _offices(actor: Actor) -> frozenset[str]:
    return frozenset(role.title.casefold() for role in actor.roles)


def _ground(left: _Person, right: _Person) -> str | None:
    a, b = left.actor, right.actor
    if a.country is not None and a.country == b.country:
        return f"and both of {a.country}"
    shared = sorted(_offices(a) & _offices(b))
    if shared:
        return f"and both {shared[0]}"
    if left.full and right.full:
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
