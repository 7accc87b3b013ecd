"""Words for what somebody does that another may answer."""

from __future__ import annotations

import msgspec


class ActWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for what somebody does, and those that only point back to it."""

    words: frozenset[str]
    pointing: frozenset[str]
    recurring: frozenset[str]
    ongoing: frozenset[str]
    omitting: frozenset[str]
    owed: frozenset[str]
    hostile: frozenset[str]
    moving: frozenset[str]
    trespassing: frozenset[str]
    perceiving: frozenset[str]
    sent: frozenset[str]
    proceeding: frozenset[str]
    benign: frozenset[str]
    asking: frozenset[str]
    deciding: frozenset[str]
    granting: frozenset[str]
    relenting: frozenset[str]
    yielding: frozenset[str]
    forgoing: frozenset[str]
    traded: frozenset[str]
    changing: frozenset[str]
    changed: frozenset[str]
    neglecting: frozenset[str]
    past: frozenset[str]
    unwilled: frozenset[str]
