"""Articles without their records: what a list of them shows."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.text import Article
from sayso.stores import Selection, Store


def heads_of(store: Store, articles: Sequence[str]) -> list[Article]:
    """The articles of these ids that the store has, in their order."""
    chosen = Selection(articles=frozenset(articles), bare=True)
    held = {one.article.id: one.article for one in store.ledgers(chosen)}
    return [held[key] for key in articles if key in held]
