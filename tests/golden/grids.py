"""Grids: frames of sentences that are crossed with acts, answers, weapons and sides into as many texts as are wanted.

A golden passage shows that one sentence is read. A grid shows which *frame* is missed whatever words stand
in it, and which words are missed whatever frame they stand in. README.md tells how its files are written.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from string import Formatter
from typing import Literal, NamedTuple, get_args

import msgspec

from golden.deals import read
from golden.legs import ANY, alternatives
from golden.lines import joined
from golden.sides import alike, name
from sayso.extractors import redlines, transfers
from sayso.model.ledger import LedgerRecord, RedLine, Stage, Transfer, TransferAct, TransferStatus
from sayso.model.text import Party
from sayso.reading import Reader

FOLDER = Path(__file__).parent / "grids"
Kind = Literal["red lines", "near misses", "transfers"]

# The slots whose words must come back, by what they tell.
_WARNERS = ("W", "WS", "WA", "WC", "BODY")
_SUPPLIERS = ("S", "SA", "SF")
_RECIPIENTS = ("R", "RA", "RF")
_OPENING = re.compile(r"(^[\"“']?|[.!?]\s+[\"“]?)([a-z])")
_WORDS = re.compile(r"[\w'-]{3,}")
_SMALL = frozenset({"the", "and", "for"})
# So much of the words of a slot must stand in what is given.
_SHARE = 0.6


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text with slots; for a transfer also the alternatives of its stage and status, and whether a supplier is told."""

    text: str
    act: str = ANY
    stage: str = ANY
    status: str = ANY
    supplied: bool = True


class Grid(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Frames, and pools of words: of each pool one entry is drawn, and its slots are filled from it."""

    kind: Kind
    frames: tuple[Frame, ...]
    pools: Mapping[str, tuple[Mapping[str, str], ...]]


class Crossing(NamedTuple):
    """A frame that was filled: its number, its text, and the words of all slots."""

    number: int
    frame: Frame
    text: str
    slots: Mapping[str, str]


class Verdict(NamedTuple):
    """Whether exactly what was told was given; what is wrong if not, and the records."""

    crossing: Crossing
    wrong: tuple[str, ...]
    given: tuple[LedgerRecord, ...]


def load_grid(path: Path) -> Grid:
    """Reads a grid; msgspec.ValidationError if it is none."""
    return msgspec.toml.decode(path.read_bytes(), type=Grid)


def grids() -> Mapping[str, Grid]:
    """The grids of the folder by name."""
    return {path.stem: load_grid(path) for path in sorted(FOLDER.glob("*.toml"))}


def slots_of(text: str) -> tuple[str, ...]:
    """The slots that a frame has."""
    return tuple(field for _, field, _, _ in Formatter().parse(text) if field)


def cross(
    grid: Grid, times: int, seed: int = 1, rest: Collection[int] = (0, 1)
) -> Iterator[Crossing]:
    """Fills each frame `times` over, each time with other words; `rest`: of odd (1) or even (0) numbers only.

    A frame's draws depend on the seed and its number alone: leaving others out changes nothing.
    """
    for number, frame in enumerate(grid.frames):
        random = Random(f"{seed} {number}")  # noqa: S311  nothing is secret here
        for _ in range(times if number % 2 in rest else 0):
            slots = _drawn(grid, random)
            text = _OPENING.sub(
                lambda found: found[1] + found[2].upper(), frame.text.format(**slots)
            )
            yield Crossing(number, frame, text, slots)


def _drawn(grid: Grid, random: Random) -> Mapping[str, str]:
    """One entry of each pool: no two of one land."""
    while True:
        entries = [random.choice(pool) for pool in grid.pools.values()]
        firsts = {next(iter(entry.values())) for entry in entries}
        if len(firsts) == len(entries):
            return {slot: words for entry in entries for slot, words in entry.items()}


def judge(grid: Grid, crossings: Iterator[Crossing], reader: Reader) -> Iterator[Verdict]:
    """Reads each text as an article of its own, and holds the records against the slots."""
    extract = transfers.extract if grid.kind == "transfers" else redlines.extract
    for crossing in crossings:
        given = tuple(extract(read(reader, crossing.text)))
        yield Verdict(crossing, _wrong(grid.kind, crossing, given), given)


def _wrong(kind: Kind, crossing: Crossing, given: Sequence[LedgerRecord]) -> tuple[str, ...]:
    if kind == "near misses":
        return ("given",) if given else ()
    if not given:
        return ("nothing",)
    least = min((_record_wrong(crossing, record) for record in given), key=len)
    return least or (("surplus",) if kind == "transfers" and len(given) > 1 else ())


def standing(verdicts: Sequence[Verdict]) -> tuple[int, int]:
    """Of the transfers that are right, how many have an act, a stage and a status that their frame allows."""
    found = [
        record.act in _allowed(one.crossing.frame.act)
        and record.stage in _allowed(one.crossing.frame.stage)
        and record.status in _allowed(one.crossing.frame.status)
        for one in verdicts
        for record in one.given
        if not one.wrong and isinstance(record, Transfer)
    ]
    return sum(found), len(found)


def _allowed(told: str) -> Collection[str | None]:
    """The alternatives of a frame."""
    every = (*get_args(TransferAct), *get_args(Stage), *get_args(TransferStatus), None)
    return every if told == ANY else [one or None for one in alternatives(told)]


def _record_wrong(crossing: Crossing, record: LedgerRecord) -> tuple[str, ...]:
    match record:
        case RedLine():
            right = _line_agrees(crossing, record)
        case Transfer():
            right = _leg_agrees(crossing, record)
        case _:
            raise TypeError(f"no grid tells of {record.id}")
    return tuple(field for field, agrees in right.items() if not agrees)


def _line_agrees(crossing: Crossing, line: RedLine) -> Mapping[str, bool]:
    slots = slots_of(crossing.frame.text)
    conditions = [crossing.slots[slot] for slot in slots if slot.startswith("A_")]
    answers = [crossing.slots[slot] for slot in slots if slot.startswith("C_")]
    known = _words(" ".join(crossing.slots[slot] for slot in _WARNERS))
    return {
        "warner": bool(_words(name(line.warner)) & known),
        "condition": _told(conditions, joined(line.condition.spans)),
        "consequence": _told(answers, joined(line.consequence.spans)),
    }


def _told(wanted: Sequence[str], given: str) -> bool:
    have = _words(given)
    return not wanted or any(len(_words(one) & have) >= _SHARE * len(_words(one)) for one in wanted)


def _leg_agrees(crossing: Crossing, leg: Transfer) -> Mapping[str, bool]:
    slots = crossing.slots
    weapon = leg.weapon.name if leg.weapon else ""
    kinds = f"{slots['X']} {slots['XG']}".lower()
    return {
        "supplier": _is_side(leg.supplier, slots, _SUPPLIERS)
        if crossing.frame.supplied
        else leg.supplier is None,
        "recipient": _is_side(leg.recipient, slots, _RECIPIENTS),
        "weapon": alike(slots["name"].split(" or "), weapon)
        or bool(weapon and weapon.lower().rstrip("s") in kinds),
    }


def _is_side(party: Party | None, slots: Mapping[str, str], keys: Sequence[str]) -> bool:
    given = _words(name(party))
    names = [_words(slots[key]) for key in keys]
    return bool(given) and any(given <= one or one <= given for one in names if one)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(text.lower())) - _SMALL
