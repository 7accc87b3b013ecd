"""Words for bodies that act or speak for a power, and for people who are none."""

from __future__ import annotations

import msgspec


class Bodies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bodies by which a power acts ("the navy"), what of theirs threatens nobody, who is everybody or a bloc of powers or rises against one, what any power is called, how a party is called that rules, which bodies speak for a power or for the one that owns them and what may stand between them and its name, what a bloc is called and a body by those who hold its offices, the houses of a parliament and who sits in them, how formations are called, lands that have broken away and parts of the world, what people suffer, what rises and falls by itself, who is under no law, who is but a crowd, and who and what is a state's own matter."""

    armed: frozenset[str]
    civil: frozenset[str]
    peaceful: frozenset[str]
    everybody: frozenset[str]
    rising: frozenset[str]
    lands: frozenset[str]
    speaking: frozenset[str]
    owned: frozenset[str]
    leading: frozenset[str]
    around: frozenset[str]
    banded: frozenset[str]
    housed: frozenset[str]
    houses: frozenset[str]
    formations: tuple[str, ...]
    seceded: frozenset[str]
    regions: frozenset[str]
    sitting: frozenset[str]
    ruling: frozenset[str]
    blocs: frozenset[str]
    suffering: frozenset[str]
    markets: frozenset[str]
    lawless: frozenset[str]
    crowds: frozenset[str]
    domestic: frozenset[str]
