"""The ways that weapons go, leg by leg, as one line: what is firm is drawn through, the rest is dotted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.briefs.page import Page
from sayso.model.collation import Claim
from sayso.model.ledger import Transfer
from sayso.model.text import Party, When

# How far a transfer has come; the further status stands for a leg of which several are told.
RANKS = (
    "denied",
    "feared",
    "requested",
    "negotiating",
    "promised",
    "prohibited",
    "announced",
    "agreed",
    "contracted",
    "delivered",
)
_FIRM = frozenset({"announced", "agreed", "contracted", "delivered"})
_NOBODY = "?"


class Step(NamedTuple):
    """One leg with all claims about it, the one that says most of it first."""

    supplier: str
    recipient: str
    weapon: str
    made: bool
    claims: tuple[Claim, ...]

    @property
    def best(self) -> Transfer:
        """The record that says how far the leg has come."""
        return transfer(self.claims[0])


class Way(NamedTuple):
    """The steps of one weapon's way, each beginning where the one before ends."""

    weapon: str
    steps: tuple[Step, ...]


def transfer(claim: Claim) -> Transfer:
    """The record of a claim about a transfer; TypeError for any other."""
    if not isinstance(claim.record, Transfer):
        raise TypeError(f"claim {claim.id} is about a {claim.about}")
    return claim.record


def find_ways(page: Page) -> tuple[Way, ...]:
    """All ways, the longest first. A leg that only tells a way's ends in short is no way of its own."""
    steps = _steps(page)
    by_record = {claim.record.id: step for step in steps for claim in step.claims}
    after = {
        step: tuple(
            dict.fromkeys(
                by_record[key]
                for claim in step.claims
                for key in transfer(claim).next_legs
                if key in by_record and by_record[key] is not step
            )
        )
        for step in steps
    }
    later = {follower for followers in after.values() for follower in followers}
    ways = [
        Way(step.weapon, path)
        for step in steps
        if step not in later
        for path in _paths((step,), after)
    ]
    return tuple(sorted(ways, key=lambda way: (-len(way.steps), way.weapon, draw(way))))


def draw(way: Way) -> str:
    """The way in one line: "Norway ─agreed, May 2031─► Chile ┄feared┄► Peru"."""
    words = [way.steps[0].supplier]
    for step in way.steps:
        label = label_of(step)
        words.append(f"─{label}─►" if is_firm(step) else f"┄{label}┄►")
        words.append(step.recipient)
    return " ".join(words)


def is_delivered(way: Way) -> bool:
    """True where any leg of the way is told to have been delivered."""
    return any(step.best.status == "delivered" for step in way.steps if not step.made)


def _steps(page: Page) -> tuple[Step, ...]:
    found: dict[tuple[str, str, str, bool], list[Claim]] = {}
    for claim in page.of_kind("transfer"):
        record = transfer(claim)
        key = (
            _name(page, record.supplier),
            _name(page, record.recipient or record.end_user),
            record.weapon.name if record.weapon else "weapons",
            record.act == "licensed_production",
        )
        found.setdefault(key, []).append(claim)
    return tuple(Step(*key, tuple(sorted(found[key], key=_rank))) for key in sorted(found))


def _paths(
    path: tuple[Step, ...], after: dict[Step, tuple[Step, ...]]
) -> Iterator[tuple[Step, ...]]:
    onward = [
        step for step in after[path[-1]] if step not in path and not _in_short(step, path, after)
    ]
    if not onward:
        yield path
    for step in onward:
        yield from _paths((*path, step), after)


def _in_short(step: Step, path: Sequence[Step], after: dict[Step, tuple[Step, ...]]) -> bool:
    """True where another step goes on from here and comes to this one's end by a stop."""
    return any(step in after[other] for other in after[path[-1]] if other is not step)


def _rank(claim: Claim) -> tuple[int, int, str]:
    status = transfer(claim).status
    return -(RANKS.index(status) if status else 0), -len(claim.articles), claim.id


def is_firm(step: Step) -> bool:
    """Whether a leg is announced at least, rather than feared, asked for or denied."""
    return step.made or step.best.status in _FIRM


def label_of(step: Step) -> str:
    """How far a leg has come, and when: "agreed, May 2031"."""
    if step.made:
        return "licence"
    record = step.best
    status = record.status or (record.stage or "told").replace("_", " ")
    when = when_words(record.when)
    return f"{status}, {when}" if when and is_firm(step) else status


def when_words(when: When | None) -> str:
    """A time in the article's words, for a label."""
    return when.text if when and when.text else ""


def _name(page: Page, party: Party | None) -> str:
    return page.name(party) if party else _NOBODY
