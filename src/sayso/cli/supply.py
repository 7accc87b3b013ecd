"""Where a command's ledgers come from: the paths that were named, or with none the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import msgspec

from sayso.cli.choosing import Choice, by_id
from sayso.cli.intake import take
from sayso.cli.session import Session
from sayso.engines.local import Taking
from sayso.errors import NothingRead
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.stores import EVERYTHING, Selection, Store, open_store


@contextmanager
def supply(
    paths: Sequence[str] | None,
    taking: Taking,
    session: Session,
    *,
    streams: bool = False,
    articles_only: bool = False,
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
            yield _all(store, Selection(bare=articles_only))


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
) -> Iterator[Iterator[Ledger]]:
    """The same of the articles that are chosen. A store gives only what `selection` asks for.

    What `selection` leaves out must make no difference to the command.
    """
    if paths:
        with take(paths, taking, session, streams=streams, articles_only=articles_only) as items:
            yield choice.choose(items)
    else:
        with open_store(session.store) as store:
            narrowed = msgspec.structs.replace(
                selection,
                articles=None if choice.story is None else _of_story(store, choice.story),
                published_until=choice.as_of,
                bare=articles_only,
            )
            yield _ledgers(store, narrowed)


def _of_story(store: Store, story: str) -> frozenset[str]:
    """The articles of a story: words decide, so nothing but the articles is loaded for it."""
    from sayso.collate.stories import find_stories

    held = [ledger.article for ledger in store.ledgers(Selection(bare=True))]
    return frozenset(by_id(story, find_stories(held), "story").articles)


def _all(store: Store, selection: Selection) -> Iterator[Ledger | Quarantine]:
    yield from _ledgers(store, selection)
    yield from store.quarantines()


def _ledgers(store: Store, selection: Selection) -> Iterator[Ledger]:
    """NothingRead where there is no article at all."""
    found = False
    for ledger in store.ledgers(selection):
        found = True
        yield ledger
    if not found and not store.counts()["articles"]:
        raise NothingRead(f"the store at {store.address} holds no article yet")
