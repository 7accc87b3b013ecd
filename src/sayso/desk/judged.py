"""What the pages of the review share: forms that judge, records as they stand, and what was judged on them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Any, NamedTuple

from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from sayso.collate.judged import in_force
from sayso.desk.showing import Desk
from sayso.errors import JudgementError, UsageError
from sayso.held import judged_ledgers
from sayso.judging import states
from sayso.model.collation import Judgement, LedgerUnion
from sayso.model.reading import Ledger
from sayso.model.text import Article
from sayso.stores import Selection

Form = Annotated[dict[str, Any], Body(media_type=RequestEncodingType.URL_ENCODED)]
MOST_BYTES = 200_000
_LONGEST = 2_000


class Held(NamedTuple):
    """A record of an article as judged so far, and whether it counts."""

    record: LedgerUnion
    ledger: Ledger
    rejected: bool

    @property
    def article(self) -> Article:
        """The article that it stands in."""
        return self.ledger.article


class Past(NamedTuple):
    """A judgement, and what became of it."""

    judgement: Judgement
    state: str


def held_record(desk: Desk, record: str) -> Held:
    """A record by its whole id, rejected or not. UsageError where there is none."""
    store = desk.library.store
    added = {one.record.id: one.record for one in store.judgements() if one.record}
    place = dict(store.locate(record)).get(record)
    if place is None and record in added:
        place = added[record].article
    for ledger in judged(desk, place) if place else ():
        found = {one.id: one for one in (*added.values(), *ledger.records)}.get(record)
        counting = desk.library.ledger(ledger.article.id)
        if found is not None and counting is not None:
            rejected = record not in {one.id for one in counting.records}
            return Held(found, ledger, rejected)
    raise UsageError(f"no record {record} is here")


def judged(desk: Desk, article: str) -> list[Ledger]:
    """The ledger of an article as judged, with what was rejected; none where the article is not there."""
    store = desk.library.store
    chosen = Selection(articles=frozenset((article,)))
    return list(judged_ledgers(store, chosen, in_force(store.judgements()), with_rejected=True))


def past_of(desk: Desk, ids: Collection[str]) -> list[Past]:
    """What was judged on these ids, and what was undone of it, the newest first."""
    every = [Past(*one) for one in states(desk.library.store)]
    wanted = set(ids)
    for one in every:
        if not wanted.isdisjoint((one.judgement.left, one.judgement.right)):
            wanted.add(one.judgement.id)
    return [one for one in reversed(every) if one.judgement.id in wanted]


def field(data: dict[str, Any], name: str, needed: str | None = None) -> str:
    """A field of a form. JudgementError where it is empty and `needed` says so, or far too long."""
    value = str(data.get(name) or "").strip()
    if needed and not value:
        raise JudgementError(needed)
    if name == "reason" and len(value) > _LONGEST:
        raise JudgementError(f"a reason has {_LONGEST:,} characters at most")
    return value


def reason_of(data: dict[str, Any]) -> str:
    """Why something is judged so: every judgement but an undoing says it."""
    return field(data, "reason", "say why: the reason stands with the judgement")


def to_log(made: Judgement) -> Redirect:
    """To where the new judgement stands, and can be undone."""
    return Redirect(f"/review#{made.id}", status_code=303)
