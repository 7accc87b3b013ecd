"""The batch as a set: each article once, in an order that does not depend on how it came."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.reading import Ledger


def settle(ledgers: Iterable[Ledger]) -> tuple[Ledger, ...]:
    """Each article once, by article id. Of copies of one input, the smallest path stays."""
    best: dict[str, Ledger] = {}
    for ledger in ledgers:
        known = best.get(ledger.article.id)
        if known is None or _rank(ledger) < _rank(known):
            best[ledger.article.id] = ledger
    return tuple(best[key] for key in sorted(best))


def _rank(ledger: Ledger) -> tuple[str, str]:
    return ledger.article.path or "", ledger.article.url or ""
