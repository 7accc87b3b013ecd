"""Where a command's ledgers come from: the paths that were named, or with none the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import msgspec

from sayso.cli.choosing import Choice, by_id
from sayso.cli.intake import take
from sayso.cli.session import Session
from sayso.collate.judged import in_force
from sayso.engines.local import Taking
from sayso.errors import NothingRead
from sayso.held import judged_ledgers
from sayso.model.collation import Judgement
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.stores import EVERYTHING, Selection, Store, open_store


class Supplied(NamedTuple):
    """Ledgers as they are to be read, and the judgements in force that people made in the store."""

    ledgers: Iterator[Ledger]
    judgements: tuple[Judgement, ...] = ()


@contextmanager
def supply(
    paths: Sequence[str] | None,
    taking: Taking,
    session: Session,
    *,
    streams: bool = False,
    articles_only: bool = False,
    with_rejected: bool = False,
) -> Iterator[Iterator[Ledger | Quarantine]]:
    """Ledgers, and what could not be read; at the end the run's outcome is settled.

    `streams` and `articles_only` are those of `take`. From a store, where nothing is read, the quarantined
    inputs of earlier runs come last, and do not change the outcome.
    """
    if paths:
        with take(paths, taking, session, streams=streams, articles_only=articles_only) as items:
            yield items
    else:
        with open_store(session.store) as store:
            yield _all(store, Selection(bare=articles_only), with_rejected=with_rejected)


@contextmanager
def chosen(
    paths: Sequence[str] | None,
    taking: Taking,
    session: Session,
    choice: Choice,
    *,
    selection: Selection = EVERYTHING,
    streams: bool = False,
    articles_only: bool = False,
    with_rejected: bool = False,
) -> Iterator[Supplied]:
    """The same of the articles that are chosen. A store gives only what `selection` asks for.

    What `selection` leaves out must make no difference to the command. From a store, ledgers are as people
    have judged them; `with_rejected` keeps what they rejected.
    """
    if paths:
        with take(paths, taking, session, streams=streams, articles_only=articles_only) as items:
            yield Supplied(choice.choose(items))
    else:
        with open_store(session.store) as store:
            narrowed = msgspec.structs.replace(
                selection,
                articles=None if choice.story is None else _of_story(store, choice.story),
                published_until=choice.as_of,
                bare=articles_only,
            )
            judgements = in_force(store.judgements())
            ledgers = _ledgers(store, narrowed, judgements, with_rejected=with_rejected)
            yield Supplied(ledgers, judgements)


def _of_story(store: Store, story: str) -> frozenset[str]:
    """The articles of a story: words decide, so nothing but the articles is loaded for it."""
    from sayso.collate.stories import find_stories

    held = [ledger.article for ledger in store.ledgers(Selection(bare=True))]
    return frozenset(by_id(story, find_stories(held), "story").articles)


def _all(
    store: Store, selection: Selection, *, with_rejected: bool
) -> Iterator[Ledger | Quarantine]:
    judgements = in_force(store.judgements())
    yield from _ledgers(store, selection, judgements, with_rejected=with_rejected)
    yield from store.quarantines()


def _ledgers(
    store: Store,
    selection: Selection,
    judgements: Sequence[Judgement],
    *,
    with_rejected: bool,
) -> Iterator[Ledger]:
    """NothingRead where there is no article at all."""
    found = False
    for ledger in judged_ledgers(store, selection, judgements, with_rejected=with_rejected):
        found = True
        yield ledger
    if not found and not store.counts()["articles"]:
        raise NothingRead(f"the store at {store.address} holds no article yet")
