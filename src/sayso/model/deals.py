"""Deals in arms and changes of rules as one article's language tells them: parts of a Reading."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.model.ledger import Modality, Stage, TransferAct
from sayso.model.text import Party, Quantity, Span, WeaponRef

Mark = Literal[
    "considered",
    "requested",
    "negotiated",
    "offered",
    "announced",
    "agreed",
    "authorised",
    "enabled",
    "notified",
    "contracted",
    "begun",
    "completed",
    "suspended",
    "cancelled",
    "diverted",
    "prohibited",
    "refused",
    "denied",
    "feared",
]
Direction = Literal["relaxed", "tightened", "introduced", "repealed"]


class Handover(msgspec.Struct, frozen=True, kw_only=True):
    """A weapon changing hands, or being built under licence, as one clause tells it.

    `predicate` is an index into the Reading. `sense` says what the word means, `act` and `told` what the
    past of that word tells; `settled`: it tells that in every tense. `marks` are what the words that govern
    it say of the deal ("agreed to …"), nearest first. `portion`: a part was handed over. `permitter` is who
    allows or forbids it. `modality` is that of the predicate and its governors.
    """

    predicate: int
    act: TransferAct
    told: Stage
    settled: bool
    marks: tuple[Mark, ...]
    weapon: WeaponRef
    giver: Party | None = None
    receiver: Party | None = None
    via: tuple[Party, ...] = ()
    user: Party | None = None
    maker: Party | None = None
    licensor: Party | None = None
    permitter: Party | None = None
    number: Quantity | None = None
    value: Quantity | None = None
    portion: bool = False
    modality: Modality = "asserted"
    evidence: tuple[Span, ...]


class RuleChange(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that was changed: whose, which (in the text's words), how, and to what end."""

    predicate: int
    direction: Direction
    owner: Party | None
    subject: str
    scope: str | None = None
    modality: Modality = "asserted"
    evidence: tuple[Span, ...]
