"""Two articles for a comparison: files, or articles of the store by their ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sayso.cli.intake import take
from sayso.cli.naming import article_named
from sayso.cli.session import Session
from sayso.cli.supply import Supplied
from sayso.collate.judged import in_force
from sayso.engines.local import Taking
from sayso.held import judged_ledgers
from sayso.model.reading import Ledger
from sayso.stores import Selection, open_store


@contextmanager
def both(left: str, right: str, taking: Taking, session: Session) -> Iterator[Supplied]:
    """The ledgers of the two in their order; at the end the run's outcome is settled.

    Those of the store are as people have judged them. A file that holds several articles gives them all.
    """
    given = (left, right)
    paths = [one for one in given if not _is_id(one)]
    held = _held([one for one in given if _is_id(one)], session)
    if not paths:
        yield held
        return
    stored = list(held.ledgers)
    with take(paths, taking, session) as items:
        read = [item for item in items if isinstance(item, Ledger)]
        ledgers = [*stored, *read] if _is_id(left) else [*read, *stored]
        yield Supplied(iter(ledgers), held.judgements)


def _is_id(given: str) -> bool:
    return given.startswith("article_") and not Path(given).exists()


def _held(ids: Sequence[str], session: Session) -> Supplied:
    """The articles of the store, as people have judged them."""
    if not ids:
        return Supplied(iter(()))
    with open_store(session.store) as store:
        judgements = in_force(store.judgements())
        keys = [article_named(store, one) for one in ids]
        ledgers = {
            ledger.article.id: ledger
            for ledger in judged_ledgers(store, Selection(articles=keys), judgements)
        }
    return Supplied(iter([ledgers[key] for key in keys]), judgements)
