"""In which order a brief tells things: never the order in which the inputs came."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.collation import Claim
from sayso.model.ledger import Statement
from sayso.model.reading import Ledger
from sayso.model.text import Party

FORMS = ("direct", "mixed", "indirect")


def order_articles(ledgers: Iterable[Ledger]) -> tuple[Ledger, ...]:
    """Articles by path, then by address, then by id."""
    return tuple(
        sorted(
            ledgers, key=lambda one: (one.article.path or "", one.article.url or "", one.article.id)
        )
    )


def order_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims that most articles tell come first; then named voices, named ways, quoted words."""
    return tuple(sorted(claims, key=_weight))


def _weight(claim: Claim) -> tuple[int, bool, bool, int, int, str]:
    record = claim.record
    form = FORMS.index(record.form) if isinstance(record, Statement) else len(FORMS)
    return (
        -len(claim.articles),
        speaker_of(claim) is None,
        not any(path.way == "named" for origin in claim.origins for path in origin.paths),
        form,
        -sum(len(span.text) for span in record.content) if isinstance(record, Statement) else 0,
        claim.id,
    )


def speaker_of(claim: Claim) -> Party | None:
    """The one whom the claim's best wording is put to, where he is named."""
    party = claim.origins[0].party if claim.origins else None
    if isinstance(claim.record, Statement) and claim.record.speaker is not None:
        party = claim.record.speaker
    return party if party is not None and (party.resolved or party.actor) else None


def name_of(party: Party) -> str:
    """A party's full name where it is known, else its words."""
    return party.resolved or party.name
