"""The ways that weapons go, drawn leg by leg: firm legs through, the others dashed."""

from __future__ import annotations

from typing import NamedTuple

from sayso.briefs.page import Page
from sayso.briefs.summary import shortened
from sayso.briefs.ways import Way, find_ways, is_firm, label_of

BOX, BOX_HEIGHT, LEG = 124, 44, 164
_CHARACTERS = 16
_LABEL = 27


class Stop(NamedTuple):
    """An owner on the way, in pixels from the left; its name in at most two lines."""

    x: int
    lines: tuple[str, ...]


class Leg(NamedTuple):
    """From one owner to the next. `number` is that of the claim which says most of it."""

    x1: int
    x2: int
    label: str
    firm: bool
    number: int


class Chain(NamedTuple):
    """One way of one weapon; `told` says the same in a line."""

    weapon: str
    width: int
    height: int
    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...]
    told: str


def draw_chains(page: Page) -> tuple[tuple[str, tuple[Chain, ...]], ...]:
    """The chains of each weapon, the longest first; those that are drawn alike only once."""
    drawn: dict[str, dict[str, Chain]] = {}
    for way in find_ways(page):
        chain = _chain(page, way)
        drawn.setdefault(chain.weapon, {}).setdefault(chain.told, chain)
    return tuple((weapon, tuple(chains.values())) for weapon, chains in drawn.items())


def _chain(page: Page, way: Way) -> Chain:
    names = [way.steps[0].supplier, *(step.recipient for step in way.steps)]
    stops = tuple(Stop(i * (BOX + LEG), _lines(name)) for i, name in enumerate(names))
    legs = tuple(
        Leg(
            stop.x + BOX,
            stop.x + BOX + LEG,
            shortened(label_of(step), _LABEL),
            is_firm(step),
            page.numbers[step.claims[0].id],
        )
        for stop, step in zip(stops, way.steps, strict=False)
    )
    words = [names[0], *(f"to {step.recipient} ({label_of(step)})" for step in way.steps)]
    return Chain(
        weapon=way.weapon,
        width=len(stops) * BOX + len(legs) * LEG,
        height=BOX_HEIGHT,
        stops=stops,
        legs=legs,
        told=" ".join(words),
    )


def _lines(name: str) -> tuple[str, ...]:
    words = " ".join(name.split()).split(" ")
    lines = [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _CHARACTERS:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    shown = [line if len(line) <= _CHARACTERS else f"{line[: _CHARACTERS - 1]}…" for line in lines]
    return tuple(shown) if len(shown) < 3 else (shown[0], f"{shown[1][: _CHARACTERS - 2]} …")
