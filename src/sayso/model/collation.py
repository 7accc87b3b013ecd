"""The collation: what many articles say together. The numbers are defined in docs/origins.md."""

from __future__ import annotations

from typing import Literal

from sayso.model.ledger import (
    Caveat,
    Event,
    Link,
    Pattern,
    PolicyChange,
    Quarantine,
    RedLine,
    Relation,
    Statement,
    Transfer,
)
from sayso.model.text import Actor, Article, Mention, Part, Party, Record, Span, When


class Story(Record, tag="story", frozen=True, kw_only=True):
    """Articles about one dispute."""

    id: str
    title: str
    articles: tuple[str, ...]
    first: When | None = None
    last: When | None = None
    keywords: tuple[str, ...] = ()


class OriginPath(Part, frozen=True, kw_only=True):
    """How one article came by a claim: its chain, and the links that it left out.

    `left_out` are links that other articles' words prove; `recovered` are those words. `way` says if
    the article names how it knows, if other articles' words recover it, or neither.
    """

    article: str
    chain: tuple[Link, ...] = ()
    evidence: tuple[Span, ...] = ()
    left_out: tuple[Party, ...] = ()
    recovered: tuple[Span, ...] = ()
    way: Literal["named", "recovered", "not_named"] = "not_named"


class Independence(Part, frozen=True, kw_only=True):
    """How this origin stands to another one, with the ground for it and its words."""

    origin: str
    verdict: Literal["independent", "dependent", "undetermined"]
    ground: str
    spans: tuple[Span, ...] = ()


class Origin(Record, tag="origin", frozen=True, kw_only=True):
    """Where a claim enters the public record. `principal` is whom the party speaks for."""

    id: str
    party: Party | None
    principal: Party | None = None
    occasion: str | None = None
    when: When | None = None
    primary_held: bool = False
    paths: tuple[OriginPath, ...] = ()
    independence: tuple[Independence, ...] = ()


class Occasion(Part, frozen=True, kw_only=True):
    """One time that something was uttered, with its evidence."""

    occasion: str | None = None
    when: When | None = None
    spans: tuple[Span, ...] = ()


class DifferenceValue(Part, frozen=True, kw_only=True):
    """One of the values that accounts give."""

    value: str
    articles: tuple[str, ...]
    spans: tuple[Span, ...] = ()


class Difference(Record, tag="difference", frozen=True, kw_only=True):
    """Where accounts differ, and of what kind the difference is."""

    id: str
    field: Literal[
        "speaker", "destination", "object", "date", "number", "certainty", "occasion", "wording"
    ]
    values: tuple[DifferenceValue, ...]
    verdict: Literal["conflict", "precision", "drift", "rendering", "distinct"]


LedgerUnion = Statement | Event | RedLine | Transfer | PolicyChange | Relation | Caveat
ClaimRecord = Statement | Event | RedLine | Transfer | PolicyChange | Relation


class Claim(Record, tag="claim", frozen=True, kw_only=True):
    """What several records say in common.

    `independent_origins`, `possible_origins` and `witnesses` count as docs/origins.md defines them.
    `occasions` is None for observation, for unsourced claims and where several people spoke; it holds
    those that are evident, and `possible_occasions` how many there may be where that is undetermined.
    """

    id: str
    story: str | None = None
    about: Literal["statement", "event", "redline", "transfer", "policy_change", "relation"]
    text: str
    record: ClaimRecord
    records: tuple[str, ...]
    articles: tuple[str, ...]
    origins: tuple[Origin, ...] = ()
    independent_origins: int
    possible_origins: int
    witnesses: int
    occasions: tuple[Occasion, ...] | None = None
    possible_occasions: int | None = None
    denials: tuple[Origin, ...] = ()
    first_reported: When | None = None
    differences: tuple[Difference, ...] = ()
    standing: Literal["single_origin", "corroborated", "contested", "unsourced"]
    condition_status: Literal["open", "reported_met", "disputed", "complied", "lapsed"] | None = (
        None
    )
    consequence_status: Literal["none_reported", "prepared", "reported", "disclaimed"] | None = None
    withdrawn: bool | None = None
    status_records: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    repeats: str | None = None
    repeats_how: Literal["same", "harder", "softer"] | None = None


class SourceEdge(Record, tag="source_edge", frozen=True, kw_only=True):
    """One article's dependence on a source. `evidence` holds pairs: (here, there)."""

    article: str
    source: str
    how: Literal["cites", "reprints", "rewrites", "same_utterance"]
    evidence: tuple[tuple[Span, Span | None], ...] = ()
    score: float | None = None


class Footing(Part, frozen=True, kw_only=True):
    """What a judgement is about: a record or an actor, and the words by which it is found again.

    `about` is the record's kind, or ``actor``; `spans` are the record's, or one where the actor is named.
    """

    record: str
    about: str
    article: str
    spans: tuple[Span, ...] = ()


class Change(Part, frozen=True, kw_only=True):
    """A field's new value: its path (``speaker.role``, ``spans.0.start``) and the value in JSON."""

    path: str
    value: str


class Judgement(Record, tag="judgement", frozen=True, kw_only=True):
    """Two records are one or are not; or a record is wrong, corrected or added by hand.

    `left` and `right` are ids of records or actors; where the verdict is ``undone``, `left` is the judgement
    that no longer counts. `on` tells what the ids stand for. `changes` are those of a corrected record,
    `record` is the one added. `at` is the instant (ISO 8601, UTC) at which a person judged.
    """

    id: str
    left: str
    right: str | None = None
    verdict: Literal["same", "different", "wrong", "corrected", "added", "undone"]
    score: float | None = None
    reason: str
    author: str
    at: str | None = None
    on: tuple[Footing, ...] = ()
    changes: tuple[Change, ...] = ()
    record: LedgerUnion | None = None


class Sentence(Part, frozen=True, kw_only=True):
    """One sentence of a summary, with the words and the claims that it rests on."""

    text: str
    spans: tuple[Span, ...]
    claims: tuple[str, ...]


class BriefArticle(Part, frozen=True, kw_only=True):
    """One article in a brief. Shares are from 0 to 1.

    Where no date is told, `possible` are the days on which it can have been published, as far as what it
    cites and what cites it show; `possible_by` are the words that show it.
    """

    article: str
    path: str | None
    outlet: str | None
    published: When | None
    possible: When | None = None
    possible_by: tuple[Span, ...] = ()
    declared: tuple[Party, ...] = ()
    left_out: tuple[Party, ...] = ()
    adds: tuple[str, ...] = ()
    new_share: float | None = None
    repeated_share: float | None = None
    unsourced_share: float | None = None


class TimelineEntry(Part, frozen=True, kw_only=True):
    """Something that is reported to have happened, or been said, at a time."""

    when: When
    text: str
    claim: str | None = None
    spans: tuple[Span, ...] = ()


class ClaimChange(Part, frozen=True, kw_only=True):
    """A claim that is told otherwise than as of an earlier day.

    `claim` is its id now, None where it is told no more. `before` is the claim as it was then: none where it is
    new, several where they have become one. `fields` are those of the claim that differ, `spans` the words that came
    to it.
    """

    claim: str | None = None
    before: tuple[Claim, ...] = ()
    fields: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


class Brief(Record, tag="brief", frozen=True, kw_only=True):
    """What an analyst is told of one story; `records` holds every record it refers to.

    `changes` are those from the end of the day `since` to that of the day `as_of`, or to now.
    """

    story: Story
    as_of: str | None = None
    since: str | None = None
    changes: tuple[ClaimChange, ...] = ()
    summary: tuple[Sentence, ...] = ()
    articles: tuple[BriefArticle, ...] = ()
    claims: tuple[Claim, ...] = ()
    redlines: tuple[str, ...] = ()
    transfers: tuple[str, ...] = ()
    policy_changes: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    differences: tuple[Difference, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    records: tuple[
        Article
        | Actor
        | Statement
        | Event
        | RedLine
        | Transfer
        | PolicyChange
        | Relation
        | Judgement
        | SourceEdge,
        ...,
    ] = ()


class Watch(Record, tag="watch", frozen=True, kw_only=True):
    """A pattern over records."""

    id: str
    name: str
    pattern: Pattern


class Alert(Record, tag="alert", frozen=True, kw_only=True):
    """A record that met a watch."""

    id: str
    watch: str
    record: str
    at: str | None = None


AnyRecord = (
    Article
    | Mention
    | Statement
    | Event
    | RedLine
    | Transfer
    | PolicyChange
    | Relation
    | Caveat
    | Quarantine
    | Actor
    | Story
    | Claim
    | Origin
    | SourceEdge
    | Difference
    | Judgement
    | Brief
    | Watch
    | Alert
)
