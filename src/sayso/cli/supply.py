"""Where a command's ledgers come from: the paths that were named, or with none the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import msgspec

from sayso.cli.choosing import Choice
from sayso.cli.intake import take
from sayso.cli.naming import nothing_in
from sayso.cli.session import Session
from sayso.collate.judged import in_force
from sayso.engines.local import Taking
from sayso.errors import NothingRead, UsageError
from sayso.held import judged_ledgers
from sayso.model.collation import Judgement, Story
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.stores import EVERYTHING, Selection, Store, open_store


class Supplied(NamedTuple):
    """Ledgers as they are to be read, and what a store knows beside them.

    `judgements` are those in force that people have made, `stories` those that the ledgers' articles are in;
    of files nothing is known beforehand.
    """

    ledgers: Iterator[Ledger]
    judgements: tuple[Judgement, ...] = ()
    stories: tuple[Story, ...] = ()


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
    with_stories: bool = False,
) -> Iterator[Supplied]:
    """The same of the articles that are chosen. A store gives only what `selection` asks for.

    What `selection` leaves out must make no difference to the command. From a store, ledgers are as people
    have judged them; `with_rejected` keeps what they rejected, and `with_stories` adds the stories.
    """
    if paths:
        with take(paths, taking, session, streams=streams, articles_only=articles_only) as items:
            yield Supplied(choice.choose(items, session.settings.story_window))
    else:
        with open_store(session.store) as store:
            stories = None
            if with_stories or choice.story is not None:
                stories = _stories(store, choice.story, session)
            narrowed = msgspec.structs.replace(
                selection,
                articles=None if choice.story is None else _members(stories or ()),
                published_until=choice.as_of,
                bare=articles_only,
            )
            judgements = in_force(store.judgements())
            ledgers = _ledgers(store, narrowed, judgements, with_rejected=with_rejected)
            yield Supplied(ledgers, judgements, stories or ())


def _stories(store: Store, given: str | None, session: Session) -> tuple[Story, ...]:
    """The stories of the store, or the one that is named, also by an id that it had before."""
    from sayso.gathered import bring_up_to_date

    bring_up_to_date(store, session.settings.story_window)
    if given is None:
        return tuple(store.stories())
    found = store.find_stories(given)
    if not found:
        raise UsageError(
            f"no story here has an id that begins with {given!r}; `sayso stories` lists them"
        )
    if len(found) > 1:
        several = ", ".join(found[:3])
        raise UsageError(f"{len(found)} stories are called {given!r}, or were: {several} …")
    return tuple(store.stories(found))


def _members(stories: Sequence[Story]) -> frozenset[str]:
    return frozenset(article for story in stories for article in story.articles)


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
        raise NothingRead(nothing_in(store))
