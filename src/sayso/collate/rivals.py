"""Accounts that are alike but for a number: nine dead in one, eleven in the other. They are two claims that conflict."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from sayso.books.accounts import AccountBook
from sayso.collate.doubts import BY
from sayso.collate.tellings import Telling
from sayso.model.collation import Claim, Difference, DifferenceValue
from sayso.model.ids import content_id, with_id
from sayso.model.ledger import Caveat

_LEAST = 3  # content words that two accounts share
_DAY = len("2031-05-20")
Pair = tuple[Telling, Telling]


def with_rivals(claims: Sequence[Claim], rivals: Iterable[Pair]) -> tuple[Claim, ...]:
    """The claims, those of other numbers for one thing with a difference ``number``."""
    claim_of = {key: claim.id for claim in claims for key in claim.records}
    found: defaultdict[str, list[Difference]] = defaultdict(list)
    for a, b in rivals:
        left, right = claim_of.get(a.record.id), claim_of.get(b.record.id)
        if left is not None and right is not None and left != right:
            difference = _difference(a, b)
            found[left].append(difference)
            found[right].append(difference)
    return tuple(
        replace(claim, differences=_once((*claim.differences, *found[claim.id])))
        if claim.id in found
        else claim
        for claim in claims
    )


def contradicting_themselves(rivals: Iterable[Pair]) -> tuple[Caveat, ...]:
    """`contradicts_itself`: one article tells one thing with two numbers."""
    return tuple(
        with_id(
            Caveat(
                id="",
                article=a.statement.article,
                spans=(*a.evidence, *b.evidence),
                code="contradicts_itself",
                detail="tells one thing with two numbers",
                about=a.statement.article,
                by=BY,
            )
        )
        for a, b in rivals
        if a.statement.article == b.statement.article
    )


def find_rivals(tellings: Sequence[Telling], book: AccountBook) -> Iterator[Pair]:
    """Pairs that conflict, in their order. Only those that share one of their rarer words are compared."""
    counted = [telling for telling in tellings if len(telling.counts) == 1]
    usual = Counter(stem for telling in counted for stem in telling.frame)
    share = book.limits.besides_time_share
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for number, telling in enumerate(counted):
        rare = sorted(telling.frame, key=lambda stem: (usual[stem], stem))
        near: set[int] = set()
        for stem in rare[: len(rare) - int(share * len(rare)) + 1]:
            near.update(by_word[stem])
            by_word[stem].append(number)
        for other in sorted(near):
            if _conflict(counted[other], telling, book):
                yield counted[other], telling


def _conflict(a: Telling, b: Telling, book: AccountBook) -> bool:
    shared, all_ = len(a.frame & b.frame), len(a.frame | b.frame)
    return (
        a.counts != b.counts
        and shared >= max(_LEAST, book.limits.besides_time_share * all_)
        and (a.denied, a.negated) == (b.denied, b.negated)
        and a.names & a.frame == b.names & b.frame
        and _may_be_one_time(a, b, book)
    )


def _may_be_one_time(a: Telling, b: Telling, book: AccountBook) -> bool:
    """Whether both may tell of one time: zones and nights blur a single day."""
    if a.dated is None or b.dated is None:
        return True
    first, second = sorted(((a.dated.first, a.dated.last), (b.dated.first, b.dated.last)))
    if second[0] <= first[1]:
        return True
    gap = date.fromisoformat(second[0][:_DAY]) - date.fromisoformat(first[1][:_DAY])
    return gap.days < book.limits.occasion_gap_days


def _difference(a: Telling, b: Telling) -> Difference:
    values = tuple(
        DifferenceValue(
            value=min(one.counts), articles=(one.statement.article,), spans=one.evidence
        )
        for one in sorted((a, b), key=lambda one: (int(min(one.counts)), one.key))
    )
    key = content_id("difference", ["number", "conflict", values])
    return Difference(id=key, field="number", verdict="conflict", values=values)


def _once(found: Iterable[Difference]) -> tuple[Difference, ...]:
    by_id: Mapping[str, Difference] = {one.id: one for one in found}
    return tuple(by_id[key] for key in sorted(by_id))
