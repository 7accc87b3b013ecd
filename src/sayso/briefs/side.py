"""One article's side of a claim: whom it puts it to, and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from sayso.briefs.order import FORMS, KINDS
from sayso.briefs.page import Page
from sayso.briefs.telling import evidence, plain_words
from sayso.model.collation import Claim, ClaimRecord
from sayso.model.finding import meet
from sayso.model.ledger import RedLine, Statement
from sayso.model.text import Span

NOBODY = "no source named"
# An event is often the verb of a statement: there the statement tells it.
_ORDER = (*(kind for kind in KINDS if kind != "event"), "event")
# "that": what a record may leave out of the words that tell the same.
_BESIDES = 1


class Account(NamedTuple):
    """Whom an article puts a claim to, with those who passed it on, and its words."""

    who: str
    words: str


def accounts(page: Page, claim: Claim, article: str) -> tuple[Account, ...]:
    """What the article tells of the claim: of each voice its best words: an answer by name, then the claim's own."""
    found: dict[str, ClaimRecord] = {}
    told = page.told_in(claim, article)
    for record in sorted(
        told, key=lambda one: (_vague(one), one.id != claim.record.id, _form(one))
    ):
        found.setdefault(_who(page, claim, record), record)
    return tuple(Account(who, plain_words(page, record)) for who, record in found.items())


def once(
    page: Page, claims: Sequence[Claim], articles: Sequence[str], beside: Sequence[Claim] = ()
) -> tuple[Claim, ...]:
    """The claims in the brief's order, without those whose words others of them, or those `beside`, tell.

    The statement in which a red line is drawn or a delivery is told is no second thing beside it.
    """
    kept: list[Claim] = []
    known = [page.records[key] for claim in beside for key in claim.records]
    told = [span for record in known for span in evidence(record)]
    lines = {record.statement for record in known if isinstance(record, RedLine)}
    for claim in sorted(claims, key=lambda one: (_ORDER.index(one.about), page.numbers[one.id])):
        own = [record for article in articles for record in page.told_in(claim, article)]
        if any(record.id not in lines and _left(record, told) > _BESIDES for record in own):
            kept.append(claim)
            told += [span for record in own for span in evidence(record)]
            lines |= {record.statement for record in own if isinstance(record, RedLine)}
    return tuple(sorted(kept, key=lambda one: page.numbers[one.id]))


def _left(record: ClaimRecord, told: Sequence[Span]) -> int:
    """How many words of a record stand outside of what was told."""
    count = 0
    for span in evidence(record):
        letters = list(span.text)
        for other in filter(partial(meet, span), told):
            first, last = max(span.start, other.start), min(span.end, other.end)
            letters[first - span.start : last - span.start] = " " * (last - first)
        count += sum(any(map(str.isalnum, word)) for word in "".join(letters).split())
    return count


def _who(page: Page, claim: Claim, record: ClaimRecord) -> str:
    names = [page.name(link.party) if link.party else "somebody" for link in record.chain]
    if not names and isinstance(record, Statement) and record.speaker:
        names = [page.name(record.speaker)]
    if not names:
        return NOBODY
    *others, last = dict.fromkeys(names)
    through = [name for name in others if name not in last]
    via = f", via {', '.join(through)}" if through else ""
    return f"{last}{', who denies it' if _denies(page, claim, record, last) else ''}{via}"


def _denies(page: Page, claim: Claim, record: ClaimRecord, who: str) -> bool:
    return any(
        origin.party is not None
        and page.name(origin.party) == who
        and any(path.article == record.article for path in origin.paths)
        for origin in claim.denials
    )


def _vague(record: ClaimRecord) -> bool:
    """Whether a red line leaves open what would follow."""
    return isinstance(record, RedLine) and record.consequence.specificity != "named"


def _form(record: ClaimRecord) -> int:
    return FORMS.index(record.form) if isinstance(record, Statement) else len(FORMS)
