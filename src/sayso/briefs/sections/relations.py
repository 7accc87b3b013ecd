"""Standing relations: alliances, partnerships, disputes, sanctions."""

from __future__ import annotations

from sayso.briefs.page import Page
from sayso.briefs.sheet import Entry, Line, Section
from sayso.briefs.telling import denials, others, source
from sayso.model.collation import Claim
from sayso.model.ledger import Relation

TITLE = "Standing relations"


def relations(page: Page) -> Section | None:
    """An entry for each relation, or None."""
    entries = tuple(
        _entry(page, claim, claim.record)
        for claim in page.of_kind("relation")
        if isinstance(claim.record, Relation)
    )
    return Section(TITLE, "", entries) if entries else None


def _entry(page: Page, claim: Claim, record: Relation) -> Entry:
    about = f", over {record.about}" if record.about else ""
    parties = ", ".join(sorted({page.name(party) for party in record.parties}))
    lines = (
        Line((f"{record.type}: {parties}{about}",)),
        source(page, claim),
        *others(page, claim),
        *denials(page, claim),
    )
    return Entry("claim", str(page.numbers[claim.id]), lines)
