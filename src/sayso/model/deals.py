"""Deals in arms and changes of rules as one article's language tells them: parts of a Reading."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.model.ledger import Modality, Stage, TransferAct
from sayso.model.text import Party, Quantity, Span, WeaponRef, When

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
    "effective",
    "begun",
    "completed",
    "done",
    "lifted",
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

    `predicate` is an index into the Reading, None where no verb or noun of the books tells it. `told` is the stage that the word
    tells by itself, None where its form leaves that open ("to send"). `marks` are what the words that govern
    it say of the deal ("agreed to …"), nearest first; `negated` where one of them or the word itself is.
    `planned`: it is told as what is to come. `portion`: a part was handed over, of `whole` where that number is told. `permitter` is who allows or
    forbids it. `modality` is that of the word and its governors.
    """

    predicate: int | None = None
    act: TransferAct
    told: Stage | None = None
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
    whole: Quantity | None = None
    value: Quantity | None = None
    portion: bool = False
    when: When | None = None
    negated: bool = False
    planned: bool = False
    modality: Modality = "asserted"
    evidence: tuple[Span, ...]


class RuleChange(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that was changed: whose, which (in the text's words), how, and to what end."""

    predicate: int
    direction: Direction
    owner: Party | None
    subject: str
    scope: str | None = None
    when: When | None = None
    modality: Modality = "asserted"
    evidence: tuple[Span, ...]
