"""Which articles are to be forgotten, and whether that is meant."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import typer

from sayso.briefs.listing import label
from sayso.cli.naming import article_named
from sayso.errors import UsageError
from sayso.forgetting import tombstone_of
from sayso.stores import Selection, Store, Tombstone


def tombstones(
    store: Store, given: Iterable[str], reason: str | None, author: str
) -> tuple[Tombstone, ...]:
    """What will stand for each article, or already does. UsageError where it is not clear which is meant."""
    made: dict[str, Tombstone] = {}
    for one in given:
        known = store.tombstone(one)
        if known is None:
            [ledger] = store.ledgers(Selection(articles=[article_named(store, one)], bare=True))
            known = tombstone_of(ledger.article, reason, author)
        made.setdefault(known.article, known)
    return tuple(made.values())


def confirm(store: Store, meant: Sequence[Tombstone]) -> None:
    """Ask on a terminal. UsageError elsewhere: whoever cannot be asked says it with --yes."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("what is forgotten does not come back: say that it is meant with --yes")
    ids = [tombstone.article for tombstone in meant]
    for ledger in store.ledgers(Selection(articles=ids, bare=True)):
        title = ledger.article.title or "without a title"
        typer.echo(f"{ledger.article.id}  {title} ({label(ledger.article)})", err=True)
    typer.confirm("Forget it for good?", abort=True, err=True)
