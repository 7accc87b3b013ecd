"""What a clause names as handed over: one weapon, and how many of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.model.reading import Token
from sayso.model.text import Quantity, Span, WeaponRef
from sayso.reading.tree import Tree

# What stands for things that were named before, also beside a number: "another four", "the rest".
REST = frozenset({"more", "another", "other", "others", "rest", "remainder", "balance"})
# What numbers are of that count no things.
_OTHER = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")
_YEARS = range(1900, 2100)
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


def may_count(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number may count things: no sum, no time, no year; an age ("Oslo, 42 to Riga") is none by itself."""
    token = tokens[at]
    if token.text.isdigit() and int(token.text) in _YEARS:
        return False
    if not token.entity.endswith(_OTHER):
        return True
    inside = at + 1 < len(tokens) and tokens[at + 1].entity.startswith("I-")
    return token.entity == "B-DATE" and token.text.isdigit() and not inside


def is_left_out(token: Token) -> bool:
    """Whether a token is a number that was read as a noun, or stands for the rest: "six to Malta"."""
    return token.pos == "NOUN" and (token.tag in _NUMBERS or token.lemma in REST)


def is_model(tree: Tree, head: int) -> bool:
    """Whether a noun is a likeness: "a model of *a* howitzer", not "a model of the Gripen"."""
    if tree.tokens[head].lemma != "model":
        return False
    single = (
        tree.tokens[one].lemma in ("a", "an")
        for of in tree.children(head, "prep")
        for noun in tree.children(of, "pobj")
        for one in tree.children(noun, "det")
    )
    return any(single)
