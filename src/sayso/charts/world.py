"""The world of maps: shapes of states and where they sit, from world.json, which tools/world_shapes.py writes.

The file has arcs (deltas of longitude and latitude in steps of the grid), for each state (ISO 3166-1 alpha-3) its
pieces of land as rings of arcs (``~n`` is arc n backwards), and its seat: longitude, latitude, capital.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import NamedTuple

import msgspec

Degrees = tuple[float, float]


class Seat(NamedTuple):
    """Where a state's point stands: degrees (WGS 84); the capital, or "" for the middle of its land."""

    longitude: float
    latitude: float
    capital: str


class World(NamedTuple):
    """Rings of (longitude, latitude) by state, outer ones only, and seats."""

    shapes: Mapping[str, tuple[tuple[Degrees, ...], ...]]
    seats: Mapping[str, Seat]


class _File(msgspec.Struct, frozen=True):
    source: str
    grid: int
    arcs: tuple[tuple[int, ...], ...]
    shapes: dict[str, tuple[tuple[int, ...], ...]]
    seats: dict[str, tuple[float, float, str]]


def load_world() -> World:
    """The world as it ships with Sayso."""
    raw = (files(__package__) / "world.json").read_bytes()
    held = msgspec.json.decode(raw, type=_File)
    arcs = [_points(arc, held.grid) for arc in held.arcs]
    return World(
        shapes={
            code: tuple(_ring(ring, arcs) for ring in rings) for code, rings in held.shapes.items()
        },
        seats={code: Seat(*seat) for code, seat in held.seats.items()},
    )


def _points(deltas: tuple[int, ...], grid: int) -> tuple[Degrees, ...]:
    x = y = 0
    points: list[Degrees] = []
    for dx, dy in zip(deltas[::2], deltas[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / grid, y / grid))
    return tuple(points)


def _ring(ring: tuple[int, ...], arcs: list[tuple[Degrees, ...]]) -> tuple[Degrees, ...]:
    points: list[Degrees] = []
    for arc in ring:
        own = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        points += own[1:] if points else own
    return tuple(points)
