"""Where accounts of one thing differ in their slots: dates, numbers, destinations, occasions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from sayso.collate.legs import Leg, onward
from sayso.collate.parties import Parties
from sayso.model.collation import Claim, ClaimRecord, Difference, DifferenceValue
from sayso.model.ids import content_id
from sayso.model.ledger import Transfer
from sayso.model.text import Quantity, Span, When

Field = Literal["destination", "date", "number", "occasion"]
Verdict = Literal["conflict", "precision", "distinct"]
_PRECISIONS = ("instant", "day", "week", "month", "quarter", "season", "year", "range", "duration")


def date_difference(records: Sequence[ClaimRecord], parties: Parties) -> Difference | None:
    """Times of one thing that are told more and less precisely, the most precise first.

    Times that exclude each other never meet here: they are of two things.
    """
    found: dict[tuple[str | None, str | None, str], list[ClaimRecord]] = {}
    whens: dict[tuple[str | None, str | None, str], When] = {}
    for record in records:
        when = record.when
        if when is not None and when.text and when.timex != "PRESENT_REF":
            key = (when.start, when.end, when.text if when.start is None else "")
            found.setdefault(key, []).append(record)
            whens.setdefault(key, when)
    if len(found) < 2:
        return None
    keys = sorted(found, key=lambda key: _sharpness(whens[key]))
    values = tuple(
        DifferenceValue(
            value=whens[key].text,
            articles=_articles(found[key]),
            spans=tuple(_words(record, whens[key].text, parties) for record in found[key]),
        )
        for key in keys
    )
    return _difference("date", "precision", values)


def number_differences(records: Sequence[ClaimRecord]) -> tuple[Difference, ...]:
    """Other numbers of the same thing: conflicts."""
    transfers = [record for record in records if isinstance(record, Transfer)]
    named = (
        [(record, record.ordered) for record in transfers],
        [(record, record.delivered) for record in transfers],
        [(record, record.value) for record in transfers],
    )
    return tuple(one for pairs in named if (one := _numbers(pairs)) is not None)


def _numbers(pairs: Iterable[tuple[Transfer, Quantity | None]]) -> Difference | None:
    by_unit: dict[str | None, dict[float, list[Transfer]]] = {}
    for record, quantity in pairs:
        if quantity is not None and quantity.value is not None:
            values = by_unit.setdefault(quantity.unit, {})
            values.setdefault(quantity.value, []).append(record)
    for unit in sorted(by_unit, key=str):
        values = by_unit[unit]
        if len(values) > 1:
            told = tuple(
                DifferenceValue(
                    value=f"{value:g} {unit or ''}".strip(),
                    articles=_articles(values[value]),
                    spans=tuple(record.spans[0] for record in values[value]),
                )
                for value in sorted(values)
            )
            return _difference("number", "conflict", told)
    return None


def occasion_difference(claim: Claim) -> Difference | None:
    """Two evident occasions of one red line."""
    occasions = claim.occasions or ()
    if len(occasions) < 2:
        return None
    values = tuple(
        DifferenceValue(
            value=", ".join(
                part for part in (one.occasion, one.when.text if one.when else None) if part
            ),
            articles=tuple(sorted({span.article for span in one.spans})),
            spans=one.spans,
        )
        for one in occasions
    )
    return _difference("occasion", "distinct", values)


def destination_differences(
    leg: Leg, legs: Sequence[Leg], parties: Parties
) -> tuple[Difference, ...]:
    """Accounts that name the way's end where this one names a stop on it: distinct, no conflict."""
    if leg.made or leg.recipient is None or leg.supplier is None:
        return ()
    after = onward(leg, legs)
    ends = {other.recipient for other in after if other.recipient != leg.recipient}
    found = []
    for end in sorted(one for one in ends if one is not None and one != leg.supplier):
        whole = [other for other in legs if _in_short(leg, other, end)]
        if not whole:
            continue
        here = tuple(other for other in legs if _same_way(leg, other))
        values = tuple(_value(group, parties) for group in (here, whole))
        found.append(_difference("destination", "distinct", values))
    return tuple(found)


def _in_short(leg: Leg, other: Leg, end: str) -> bool:
    """True for a leg to the way's end that leaves out the stop between."""
    return (
        not other.made
        and other.recipient == end
        and other.weapon == leg.weapon
        and other.supplier in {leg.supplier, None}
    )


def _same_way(leg: Leg, other: Leg) -> bool:
    return (leg.supplier, leg.recipient, leg.weapon, leg.made) == (
        other.supplier,
        other.recipient,
        other.weapon,
        other.made,
    )


def _value(legs: Sequence[Leg], parties: Parties) -> DifferenceValue:
    party = legs[0].record.recipient or legs[0].record.end_user
    spans = {
        (span.article, span.part, span.start): span
        for leg in legs
        for origin in leg.claim.origins
        for path in origin.paths
        for span in path.evidence[:1]
    }
    return DifferenceValue(
        value=f"to {parties.name(party)}" if party else "",
        articles=tuple(sorted({article for leg in legs for article in leg.claim.articles})),
        spans=tuple(spans[key] for key in sorted(spans)),
    )


def _words(record: ClaimRecord, text: str, parties: Parties) -> Span:
    """The words of a time where they stand nearest to the record's evidence; else the evidence."""
    article, first = parties.article(record.article), record.spans[0]
    whole = article.part(first.part)
    starts = [match.start() for match in re.finditer(re.escape(text), whole)]
    if not starts:
        return first
    start = min(starts, key=lambda start: (abs(start - first.start), start))
    return article.span(start, start + len(text), first.part)


def _sharpness(when: When) -> tuple[int, bool, str, str]:
    rank = _PRECISIONS.index(when.precision) if when.precision else len(_PRECISIONS)
    return rank, when.start is None, when.start or "", when.text


def _articles(records: Iterable[ClaimRecord]) -> tuple[str, ...]:
    return tuple(sorted({record.article for record in records}))


def _difference(field: Field, verdict: Verdict, values: tuple[DifferenceValue, ...]) -> Difference:
    key = content_id("difference", [field, verdict, values])
    return Difference(id=key, field=field, verdict=verdict, values=values)
