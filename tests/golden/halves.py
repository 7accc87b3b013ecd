"""The two halves of a golden set: one that rules may be tuned on, and one that is only measured."""

from __future__ import annotations

import hashlib
from typing import Literal

Half = Literal["tuning", "reported"]
HALVES: tuple[Half, ...] = ("tuning", "reported")


def half_of(key: str) -> Half:
    """The half that a passage falls to by the hash of its name: nobody has chosen it."""
    return HALVES[hashlib.sha256(key.encode()).digest()[0] % 2]
