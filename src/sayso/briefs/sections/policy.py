"""Policy: rules that changed."""

from __future__ import annotations

from sayso.briefs.page import Page, when_text
from sayso.briefs.sheet import Entry, Line, Section
from sayso.briefs.summary import shortened
from sayso.briefs.telling import denials, others, source, words_of
from sayso.model.collation import Claim
from sayso.model.ledger import PolicyChange

TITLE = "Policy"
_LONGEST = 200


def policy(page: Page) -> Section | None:
    """An entry for each rule that changed, or None."""
    entries = tuple(
        _entry(page, claim, claim.record)
        for claim in page.of_kind("policy_change")
        if isinstance(claim.record, PolicyChange)
    )
    return Section(TITLE, "", entries) if entries else None


def _entry(page: Page, claim: Claim, record: PolicyChange) -> Entry:
    lines = (
        Line((f"{told_shortly(page, record)}: {shortened(words_of(record), _LONGEST)}",)),
        source(page, claim),
        *others(page, claim),
        *denials(page, claim),
    )
    return Entry("claim", str(page.numbers[claim.id]), lines)


def told_shortly(page: Page, record: PolicyChange) -> str:
    """Whose rule changed, how and when: "Chile: export rules, relaxed, 2031"."""
    whose = page.name(record.jurisdiction) if record.jurisdiction else "somebody not named"
    when = f", {when_text(record.when)}" if record.when and record.when.text else ""
    return f"{whose}: {record.subject}, {record.direction}{when}"
