"""Records of one thing, told by several articles: groups by their slots, never by words alone.

A record that says less joins the records that say more only where all of these are of one thing;
where it fits two that are not, it joins neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from sayso.collate.clusters import Cluster
from sayso.collate.likeness import Likeness
from sayso.collate.profiles import Profile, Slots
from sayso.collate.tellings import Telling
from sayso.model.ledger import Event, RedLine, Transfer

# So many words of two conditions are the same where the threat is quoted alike.
_SHARED = 2
Ties = Mapping[str, Sequence[tuple[str, Likeness]]]


def group_records(
    told: Iterable[tuple[Telling, Profile]], clusters: Iterable[Cluster], slots: Slots
) -> tuple[Cluster, ...]:
    """The groups, in the order of their first telling. `clusters` are those of the statements.

    Tellings whose statements quote the same words are tied by them here too.
    """
    members: dict[Profile, list[Telling]] = {}
    ties = _ties(clusters)
    for telling, profile in _quoted_lines(tuple(told), ties, slots):
        members.setdefault(profile, []).append(telling)
    groups = [
        tuple(sorted((t for profile in group for t in members[profile]), key=lambda t: t.key))
        for group in _join(sorted(members, key=lambda profile: profile.order), slots)
    ]
    return tuple(
        Cluster(tellings, _own_ties(tellings, ties))
        for tellings in sorted(groups, key=lambda group: group[0].key)
    )


def is_worth_telling(group: Cluster) -> bool:
    """False for what would only be noise beside the statements.

    That is an event that one article alone tells, and a transfer of which nothing is told but that
    somebody has weapons in hand: no stage, or one end and no named weapon. Who refuses to let them go is an end.
    """
    records = [telling.record for telling in group.tellings]
    if isinstance(records[0], Event):
        return len({record.article for record in records}) > 1
    return any(not isinstance(record, Transfer) or _says_enough(record) for record in records)


def _says_enough(record: Transfer) -> bool:
    refuser = record.consent.from_ if record.consent and record.status == "prohibited" else None
    ends = (record.supplier or record.via or refuser, record.recipient or record.end_user)
    named = record.weapon is not None and record.weapon.id is not None
    return (record.status or record.stage) is not None and (named or all(ends))


def _join(profiles: Sequence[Profile], slots: Slots) -> list[tuple[Profile, ...]]:
    """Profiles of one thing, the fullest first."""
    group: dict[Profile, tuple[Profile, ...]] = {profile: (profile,) for profile in profiles}
    for bucket in _buckets(profiles):
        for vague in bucket:
            fuller = [p for p in bucket if p is not vague and slots.covers(vague, p)]
            if any(slots.clash(a, b) for a, b in combinations(fuller, 2)):
                continue
            for profile in fuller:
                a, b = group[vague], group[profile]
                if a is b or any(slots.clash(x, y) for x in a for y in b):
                    continue
                both = tuple(sorted(a + b, key=lambda one: one.order))
                group |= dict.fromkeys(both, both)
    return [members for profile, members in group.items() if members[0] is profile]


def _buckets(profiles: Iterable[Profile]) -> Iterable[Sequence[Profile]]:
    """Profiles that may be compared: by kind; events, of which there are many, by all exact slots."""
    found: defaultdict[tuple[object, ...], list[Profile]] = defaultdict(list)
    for profile in profiles:
        slots = profile.exact if profile.kind == "event" else ()
        found[profile.kind, slots].append(profile)
    return found.values()


def _ties(clusters: Iterable[Cluster]) -> Ties:
    """By a statement's id, the statements that quote the same words, each pair once."""
    found: defaultdict[str, list[tuple[str, Likeness]]] = defaultdict(list)
    for cluster in clusters:
        for a, b, likeness in cluster.ties:
            if likeness.quoted:
                found[a.record.id].append((b.record.id, likeness))
    return found


def _quoted_lines(
    told: Sequence[tuple[Telling, Profile]], ties: Ties, slots: Slots
) -> Iterable[tuple[Telling, Profile]]:
    """The same, where a red line whose act only words tell is one whose act is read and whose threat is quoted alike.

    The conditions have some words in common, and no two such lines can be meant.
    """
    read: defaultdict[str, set[Profile]] = defaultdict(set)
    for telling, profile in told:
        if isinstance(telling.record, RedLine) and not profile.by_words:
            read[telling.statement.id].add(profile)
    tied: defaultdict[str, set[str]] = defaultdict(set)
    for left, others in ties.items():
        for right, _ in others:
            tied[left].add(right)
            tied[right].add(left)
    for telling, profile in told:
        one = profile
        if isinstance(telling.record, RedLine) and profile.by_words:
            bare = profile._replace(words=frozenset())
            meant = {
                other
                for key in tied.get(telling.statement.id, ())
                for other in read.get(key, ())
                if len(other.words & profile.words) >= _SHARED and not slots.clash(bare, other)
            }
            if meant and not any(slots.clash(a, b) for a, b in combinations(meant, 2)):
                one = min(meant, key=lambda other: other.order)
        yield telling, one


def _own_ties(
    tellings: Sequence[Telling], ties: Ties
) -> tuple[tuple[Telling, Telling, Likeness], ...]:
    by_statement: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_statement[telling.statement.id].append(telling)
    return tuple(
        (left, right, likeness)
        for left in tellings
        for key, likeness in ties.get(left.statement.id, ())
        for right in by_statement.get(key, ())
    )
