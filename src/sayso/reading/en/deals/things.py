"""What a clause names as handed over: one weapon, and how many of it."""

from __future__ import annotations

from typing import NamedTuple

from sayso.model.text import Quantity, Span, WeaponRef


class Thing(NamedTuple):
    """A weapon as a clause names it: what it is, where, and the words it stands for if it points back.

    `common`: only who buys and sells it shows that it is one ("three helicopters").
    """

    weapon: WeaponRef
    start: int
    end: int
    pointing: bool
    behind: Span | None = None
    common: bool = False


class Count(NamedTuple):
    """How many are meant, and of how many where that is told: "three of the five"."""

    number: Quantity | None
    whole: Quantity | None = None
