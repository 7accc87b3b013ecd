"""Standing relations as one article's language tells them: parts of a Reading."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.model.text import Party

BondType = Literal["alliance", "dispute", "sanctions", "partnership"]


class Bond(msgspec.Struct, frozen=True, kw_only=True):
    """A relation that stands: its type, whose it is, and of a dispute what it is about.

    `predicate` is an index into the Reading: the word that names the relation.
    """

    predicate: int
    type: BondType
    parties: tuple[Party, ...]
    about: str | None = None
