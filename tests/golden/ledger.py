"""Runs Sayso over the golden red lines, transfers, policy changes and relations, and counts what is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from golden import legs
from golden.deals import load, read
from golden.halves import Half
from golden.lines import KEYS, line_agrees, load_lines, tell_line
from sayso.extractors import policies, redlines, relations, transfers
from sayso.model.reading import Reading
from sayso.reading import Reader

Fields = Mapping[str, bool]


class Case(NamedTuple):
    """A passage, whatever its set: its text and the records that it must give."""

    text: str
    half: Half
    wanted: tuple[Any, ...]


class Golden(NamedTuple):
    """One set: its passages, who extracts, and how a record is judged and told.

    `keys`: the fields by which a record is known again; one with two of them right is the one that was
    wanted, and its other fields count. `f1`: the fields that must all be right for a record to be right.
    """

    name: str
    cases: tuple[Case, ...]
    extract: Callable[[Reading], Iterable[Any]]
    agrees: Callable[[Any, Any], Fields]
    tell: Callable[[Any], str]
    keys: tuple[str, ...]
    f1: tuple[str, ...]


class Judged(NamedTuple):
    """A passage with what was given for it: the pairs that were found, and what is left on both sides."""

    case: Case
    pairs: tuple[tuple[Any, Any, Fields], ...]
    missing: tuple[Any, ...]
    surplus: tuple[Any, ...]


def goldens() -> tuple[Golden, ...]:
    """The four sets, whole."""
    return (of_redlines(), of_transfers(), of_policies(), of_relations())


def of_redlines(pattern: str = "redlines*") -> Golden:
    """The red lines of the files ``PATTERN.toml``."""
    cases = tuple(Case(one.text, one.half, one.redlines) for one in load_lines(pattern))
    return Golden("red lines", cases, redlines.extract, line_agrees, tell_line, KEYS, KEYS)


def of_transfers(pattern: str = "transfers*") -> Golden:
    """The transfers of the files ``PATTERN.toml``."""
    cases = _cases(pattern, legs.parse_leg)
    keys = ("supplier", "recipient", "weapon")
    extract = transfers.extract
    return Golden("transfers", cases, extract, legs.leg_agrees, legs.tell_leg, keys, legs.PARTIES)


def of_policies(pattern: str = "policies*") -> Golden:
    """The policy changes of the files ``PATTERN.toml``."""
    cases = _cases(pattern, legs.parse_change)
    keys = ("jurisdiction", "direction", "subject")
    extract = policies.extract
    return Golden(
        "policy changes", cases, extract, legs.change_agrees, legs.tell_change, keys, keys
    )


def of_relations(pattern: str = "relations*") -> Golden:
    """The relations of the files ``PATTERN.toml``."""
    cases = _cases(pattern, legs.parse_bond)
    keys = ("type", "parties", "about")
    extract = relations.extract
    return Golden("relations", cases, extract, legs.bond_agrees, legs.tell_bond, keys, keys)


def _cases(pattern: str, parse: Callable[[str], Any]) -> tuple[Case, ...]:
    return tuple(
        Case(one.text, one.half, tuple(parse(line) for line in one.lines)) for one in load(pattern)
    )


def run(golden: Golden, reader: Reader, half: Half | None = None) -> tuple[Judged, ...]:
    """Every passage of a set, or of one half, read as an article of its own and judged."""
    return tuple(
        judge(golden, case, tuple(golden.extract(read(reader, case.text))))
        for case in golden.cases
        if half in (None, case.half)
    )


def judge(golden: Golden, case: Case, given: Sequence[Any]) -> Judged:
    """Pairs what was given with what was wanted: those that agree in most fields first."""
    found = [
        (fields, left, right)
        for left, wanted in enumerate(case.wanted)
        for right, record in enumerate(given)
        if _known(golden, fields := golden.agrees(wanted, record))
    ]
    found.sort(key=lambda one: (_distance(golden, one[0]), one[1], one[2]))
    lefts: set[int] = set()
    rights: set[int] = set()
    pairs = []
    for fields, left, right in found:
        if left not in lefts and right not in rights:
            lefts.add(left)
            rights.add(right)
            pairs.append((case.wanted[left], given[right], fields))
    return Judged(
        case,
        tuple(pairs),
        tuple(one for place, one in enumerate(case.wanted) if place not in lefts),
        tuple(one for place, one in enumerate(given) if place not in rights),
    )


def _known(golden: Golden, fields: Fields) -> bool:
    return sum(fields.get(key, True) for key in golden.keys) >= 2


def _distance(golden: Golden, fields: Fields) -> tuple[int, int]:
    return -sum(fields.get(key, True) for key in golden.keys), -sum(fields.values())


class Share(NamedTuple):
    """So many right of so many."""

    right: int
    of: int

    @property
    def value(self) -> float:
        """From 0 to 1; 1 where there is nothing to be right."""
        return self.right / self.of if self.of else 1.0


class Score(NamedTuple):
    """What one half of a set comes to: records that are right, fields of those found, passages without.

    `whole`: of what was wanted, the records with every judged field right.
    """

    recall: Share
    precision: Share
    whole: Share
    fields: Mapping[str, Share]
    silent: Share

    @property
    def f1(self) -> float:
        """Twice the right over all that was wanted and all that was given."""
        return 2 * self.recall.right / ((self.recall.of + self.precision.of) or 1)


def score(golden: Golden, judged: Iterable[Judged], half: Half) -> Score:
    """Counts one half. A record given where none is wanted lowers precision like any other."""
    right = whole = wanted = given = silent = quiet = 0
    good: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for one in judged:
        if one.case.half != half:
            continue
        wanted += len(one.case.wanted)
        given += len(one.pairs) + len(one.surplus)
        right += sum(is_right(golden, fields) for _, _, fields in one.pairs)
        whole += sum(all(fields.values()) for _, _, fields in one.pairs)
        for _, _, fields in one.pairs:
            good.update({name: int(value) for name, value in fields.items()})
            total.update(fields.keys())
        if not one.case.wanted:
            quiet += 1
            silent += not one.surplus
    return Score(
        Share(right, wanted),
        Share(right, given),
        Share(whole, wanted),
        {name: Share(good[name], total[name]) for name in total},
        Share(silent, quiet),
    )


def is_right(golden: Golden, fields: Fields) -> bool:
    """Whether all that makes a record right is right."""
    return all(fields.get(name, True) for name in golden.f1)
