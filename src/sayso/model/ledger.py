"""The ledger: one article's records. Each carries its evidence (spans) and its chain."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.model.text import Part, Party, Place, Quantity, Record, Span, WeaponRef, When

Modality = Literal[
    "asserted",
    "possible",
    "hypothetical",
    "feared",
    "planned",
    "promised",
    "requested",
    "denied",
    "doubted",
]
How = Literal["says", "writes", "thinks", "intends", "cites", "reports", "credits", "recovered"]


class Link(Part, frozen=True, kw_only=True):
    """One link of a chain: who passed it on, the words that show it, and how.

    `party` is None where the text says that somebody spoke but not who ("it was reported").
    """

    party: Party | None
    span: Span
    how: How


class By(Part, frozen=True, kw_only=True):
    """Which extractor made a record; `score` is from 0 to 1, or None where there is none."""

    extractor: str
    version: str
    score: float | None = None


class LedgerRecord(Record, frozen=True, kw_only=True):
    """What all ledger records carry. An empty chain is the outlet's own voice."""

    id: str
    article: str
    spans: tuple[Span, ...]
    chain: tuple[Link, ...] = ()
    modality: Modality = "asserted"
    when: When | None = None
    by: By | None = None


Form = Literal["direct", "indirect", "mixed"]
Force = Literal["neutral", "assertive", "doubting", "denying"]
Act = Literal["speech", "writing", "thought", "intention"]
# What others can hear or read, and witness.
UTTERED: frozenset[Act] = frozenset({"speech", "writing"})


class Statement(LedgerRecord, tag="statement", frozen=True, kw_only=True):
    """Who said, wrote, thought or meant to do what. In hearsay the speaker is the chain's last party.

    `force` is what the cue makes of the words: it reports them, vouches for them, doubts them ("claimed")
    or denies them; None where there is no cue. `occasion` is where or in what it was said, with the outlet
    it was said to or published by, and its time where the phrase itself gives one.
    """

    form: Form
    act: Act
    speaker: Party | None
    addressees: tuple[Party, ...] = ()
    cue: Span | None
    force: Force | None = None
    content: tuple[Span, ...]
    occasion: str | None = None
    occasion_outlet: Party | None = None
    occasion_when: When | None = None


EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]


class Event(LedgerRecord, tag="event", frozen=True, kw_only=True):
    """Who did what to whom, as PLOVER types it."""

    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    trigger: Span
    place: Place | None = None
    statement: str | None = None


Specificity = Literal["none", "vague", "named"]
Mode = Literal["diplomatic", "economic", "military", "legal", "territorial", "unspecified"]
Authority = Literal["leader", "minister", "envoy", "spokesperson", "legislator", "other"]


class Pattern(Part, frozen=True, kw_only=True):
    """What a record must look like: its kind, and the values of the fields that are given."""

    record: Literal["transfer", "event", "statement", "redline"]
    type: str | None = None
    act: str | None = None
    weapon: str | None = None
    supplier: str | None = None
    recipient: str | None = None
    actor: str | None = None


class Condition(Part, frozen=True, kw_only=True):
    """The act that would cross a red line, and where it can be read as such, its pattern."""

    spans: tuple[Span, ...]
    actor: Party | None = None
    pattern: Pattern | None = None
    specificity: Specificity = "none"


class Consequence(Part, frozen=True, kw_only=True):
    """What is threatened, in which modes, and by whom."""

    spans: tuple[Span, ...]
    actor: Party | None = None
    modes: tuple[Mode, ...] = ()
    specificity: Specificity = "none"


class RedLine(LedgerRecord, tag="redline", frozen=True, kw_only=True):
    """A statement that a specified act by another will or may bring an adverse response."""

    statement: str | None = None
    warner: Party | None
    warned: Party | None
    aim: Literal["deter", "compel"] | None = None
    condition: Condition
    consequence: Consequence
    deadline: When | None = None
    scope: str | None = None
    hedges: tuple[Span, ...] = ()
    authority: Authority | None = None
    channel: Literal["public", "private"] | None = None


class Consent(Part, frozen=True, kw_only=True):
    """A licensor's or supplier's consent to a transfer."""

    from_: Party | None = msgspec.field(default=None, name="from")
    for_: str | None = msgspec.field(default=None, name="for")
    status: str | None = None
    instrument: str | None = None


TransferAct = Literal[
    "supply",
    "sale",
    "loan",
    "donation",
    "lease",
    "licensed_production",
    "retransfer",
    "return",
]
Stage = Literal[
    "considered",
    "requested",
    "offered",
    "negotiated",
    "agreed",
    "authorised",
    "notified",
    "contracted",
    "produced",
    "shipped",
    "part_delivered",
    "delivered",
    "in_service",
    "suspended",
    "cancelled",
    "diverted",
]
TransferStatus = Literal[
    "feared",
    "requested",
    "negotiating",
    "promised",
    "announced",
    "agreed",
    "contracted",
    "delivered",
    "denied",
    "prohibited",
]


class Transfer(LedgerRecord, tag="transfer", frozen=True, kw_only=True):
    """One leg of one deal."""

    act: TransferAct
    weapon: WeaponRef | None
    ordered: Quantity | None = None
    delivered: Quantity | None = None
    supplier: Party | None = None
    recipient: Party | None = None
    via: tuple[Party, ...] = ()
    end_user: Party | None = None
    producer: Party | None = None
    licensor: Party | None = None
    value: Quantity | None = None
    stage: Stage | None = None
    consent: Consent | None = None
    next_legs: tuple[str, ...] = ()
    status: TransferStatus | None = None


class PolicyChange(LedgerRecord, tag="policy_change", frozen=True, kw_only=True):
    """A rule that changed."""

    jurisdiction: Party | None
    subject: str
    direction: Literal["relaxed", "tightened", "introduced", "repealed"]
    scope: str | None = None


class Relation(LedgerRecord, tag="relation", frozen=True, kw_only=True):
    """A standing relation between parties."""

    type: Literal["alliance", "dispute", "sanctions", "partnership"]
    parties: tuple[Party, ...]
    about: str | None = None


class Caveat(LedgerRecord, tag="caveat", frozen=True, kw_only=True):
    """Our own doubt, as data. `about` is the id of the record (or article) that it concerns."""

    code: str
    detail: str
    about: str | None = None


class Quarantine(Record, tag="quarantine", frozen=True, kw_only=True):
    """An input that could not be read; `bytes` is their number."""

    path: str
    reason: str
    bytes: int | None = None
    sha256: str | None = None
