"""What a clause names as handed over: one weapon, and how many of it."""

from __future__ import annotations

from typing import NamedTuple

from sayso.model.reading import Token
from sayso.model.text import Quantity, Span, WeaponRef

# What stands for things that were named before, also beside a number: "another four", "the rest".
REST = frozenset({"more", "another", "other", "others", "rest", "remainder", "balance"})
_NUMBERS = frozenset({"CD", "JJR", "RBR", "DT"})


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


def is_left_out(token: Token) -> bool:
    """Whether a token is a number that was read as a noun, or stands for the rest: "six to Malta"."""
    return token.pos == "NOUN" and (token.tag in _NUMBERS or token.lemma in REST)
