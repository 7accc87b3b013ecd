"""What has changed between two days: the claims as of the one, held against those as of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.briefs.order import of_kind
from sayso.briefs.telling import evidence
from sayso.errors import UsageError
from sayso.model.collation import Brief, Claim, ClaimChange, ClaimRecord

# What may have changed of a claim, by the field's name; of lists their length counts.
_COMPARED: Mapping[str, Callable[[Claim], object]] = {
    "text": lambda claim: claim.text,
    "articles": lambda claim: claim.articles,
    "independent_origins": lambda claim: claim.independent_origins,
    "possible_origins": lambda claim: claim.possible_origins,
    "witnesses": lambda claim: claim.witnesses,
    "occasions": lambda claim: claim.occasions and len(claim.occasions),
    "possible_occasions": lambda claim: claim.possible_occasions,
    "denials": lambda claim: len(claim.denials),
    "differences": lambda claim: len(claim.differences),
    "standing": lambda claim: claim.standing,
    "condition_status": lambda claim: claim.condition_status,
    "consequence_status": lambda claim: claim.consequence_status,
    "withdrawn": lambda claim: claim.withdrawn,
}


def check_order(since: str, as_of: str | None) -> None:
    """UsageError where nothing can have changed since that day (ISO date): it is not before the other."""
    if as_of is not None and since >= as_of:
        raise UsageError(
            f"since {since} nothing can have changed as of {as_of}: it is not the earlier day"
        )


def with_changes(brief: Brief, since: str, before: Iterable[Claim], out: Collection[str]) -> Brief:
    """The brief, telling what it did not tell as of the day `since` (ISO 8601).

    `before` are the claims as of that day, of this story and perhaps of others; `out` are the articles that were
    out by then: what one of these tells is not new, also where it is worth a claim only now.
    """
    own = frozenset(brief.story.articles)
    earlier = [claim for claim in before if own.intersection(claim.articles)]
    records = {one.id: one for one in brief.records if isinstance(one, ClaimRecord)}
    changes = (*_now(earlier, brief.claims, records, out), *_gone(earlier, records))
    return msgspec.structs.replace(brief, since=since, changes=changes)


def _now(
    earlier: Sequence[Claim],
    claims: Sequence[Claim],
    records: Mapping[str, ClaimRecord],
    out: Collection[str],
) -> Iterator[ClaimChange]:
    """The claims that are new or other, in their order."""
    held: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in earlier:
        for key in claim.records:
            held[key][claim.id] = claim
    for claim in claims:
        found = {key: one for record in claim.records for key, one in held[record].items()}
        then = tuple(found[key] for key in sorted(found))
        fields = _differing(claim, then)
        if fields or len(then) > 1 or not (then or set(out).intersection(claim.articles)):
            old = {key for one in then for key in one.records}
            spans = (s for key in claim.records if key not in old for s in evidence(records[key]))
            yield ClaimChange(
                claim=claim.id, before=then, fields=fields, spans=tuple(dict.fromkeys(spans))
            )


def _differing(claim: Claim, before: Sequence[Claim]) -> tuple[str, ...]:
    """The fields that none of the earlier claims has alike."""
    return tuple(
        name
        for name, value in _COMPARED.items()
        if before and all(value(one) != value(claim) for one in before)
    )


def _gone(earlier: Sequence[Claim], records: Mapping[str, ClaimRecord]) -> Iterator[ClaimChange]:
    """Of the earlier claims those of which no record is told any more."""
    kinds = dict.fromkeys(claim.about for claim in earlier)
    for claim in (one for kind in kinds for one in of_kind(earlier, kind)):
        if records.keys().isdisjoint(claim.records):
            yield ClaimChange(before=(claim,))
