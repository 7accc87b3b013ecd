"""Articles that must go: what `sayso forget` and the desk leave of them."""

from __future__ import annotations

from datetime import UTC, datetime

from sayso.model.text import Article
from sayso.stores import Forgotten, Store, Tombstone


def tombstone_of(article: Article, reason: str | None, author: str) -> Tombstone:
    """What will stand for an article, from now on."""
    return Tombstone(
        article=article.id,
        text_sha256=article.text_sha256,
        reason=reason,
        author=author,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def forget(store: Store, tombstone: Tombstone) -> Forgotten | None:
    """Delete the article, or None where it was deleted before."""
    if store.tombstone(tombstone.article) is not None:
        return None
    return store.forget(tombstone)
