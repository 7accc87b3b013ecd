"""Stories of a store, as articles come: those of one batch, with their history."""

from __future__ import annotations

import random
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from collate.test_stories import OTHER_QUAKE, QUAKE, STRIKE, article
from databases import address, server, store
from sayso.books.accounts import load_accounts
from sayso.books.stories import load_story_book
from sayso.collate.nearness import ALWAYS, Lookup
from sayso.collate.sketches import unpacked
from sayso.collate.stories import WINDOW, find_stories, grouped
from sayso.collate.usage import Usage
from sayso.collate.vectors import Gauge
from sayso.gathered import bring_up_to_date
from sayso.model.reading import Ledger
from sayso.model.text import Article
from sayso.stores import Store, Tombstone, open_store
from sayso.stores.checking_stories import check_stories
from sayso.stores.opening import open_engine
from stores.shelf import LATER, batch

__all__ = ["address", "server", "store"]

TOWNS = ("Brava", "Kolasin", "Linz", "Odra", "Tarsk", "Umbrel")
DEEDS = ("earthquake", "strike", "flood", "election")
MORE = ("", " Boats left.", " Nobody slept.", " The mayor asked for tents.", " Trams stood still.")


@st.composite
def reports(draw: st.DrawFn) -> Article:
    """A few kinds of events in a few towns, told in some years or without a date."""
    town, other = draw(st.sampled_from(TOWNS)), draw(st.sampled_from(TOWNS))
    text = f"The {draw(st.sampled_from(DEEDS))} in {town} is over, Mayor {other}sen said in {town}."
    year = draw(st.sampled_from((None, "2019-03-0", "2019-05-1", "2021-03-0")))
    published = f"{year}{draw(st.integers(1, 9))}" if year else None
    return article(text + draw(st.sampled_from(MORE)), published=published)


def update(store: Store, window: int = WINDOW) -> tuple[str, ...]:
    """By words alone: what leads mean would take a tenth of a second for each article."""
    return bring_up_to_date(store, window, words_alone=True)


def write(store: Store, articles: Sequence[Article]) -> None:
    store.write(batch(*(Ledger(article=one) for one in articles)))
    update(store)


def members(store: Store) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in store.stories()}


def by_one_gauge(store: Store) -> set[frozenset[str]]:
    """The stories of one batch, with words as usual as the store has counted them."""
    with store.gathering() as shelf:
        scale = shelf.scale()
        assert scale is not None
        held = {one.article: one for one in map(unpacked, shelf.first_sketches(1_000))}
    gauge = Gauge(
        msgspec.msgpack.decode(scale.scale, type=Usage), load_story_book(), False, load_accounts()
    )
    portraits = {key: gauge.portrait(sketch) for key, sketch in held.items()}
    return {frozenset(group) for group in grouped(held, portraits, gauge, WINDOW)}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(reports(), min_size=1, max_size=24, unique_by=lambda one: one.id),
    st.integers(1, 9),
    st.randoms(use_true_random=False),
)
def test_stories_are_those_of_one_batch_however_the_articles_came(
    tmp_path_factory: pytest.TempPathFactory,
    articles: list[Article],
    portion: int,
    shuffling: random.Random,
) -> None:
    shuffling.shuffle(articles)
    path = tmp_path_factory.mktemp("store") / "store.sqlite"
    with open_store(str(path), create=True) as held:
        for at in range(0, len(articles), portion):
            write(held, articles[at : at + portion])
        assert members(held) == by_one_gauge(held)
        assert sorted(key for one in members(held) for key in one) == sorted(
            one.id for one in articles
        )


def test_a_large_archive_has_its_first_stories_before_all_of_it_is_sketched(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = msgspec.structs.replace(load_story_book(), gathered_anew=4)
    monkeypatch.setattr("sayso.gathered.load_story_book", lambda: few)
    texts = [
        f"{words} Day {n}." for words in (QUAKE[0], OTHER_QUAKE[0], STRIKE[0]) for n in range(4)
    ]
    store.write(batch(*(Ledger(article=article(words)) for words in texts)))
    steps: list[tuple[str, int]] = []
    bring_up_to_date(
        store, WINDOW, words_alone=True, watch=lambda step, done: steps.append((step, done))
    )
    assert (
        steps.index(("gathered", 4)) < steps.index(("sketched", 8)) < steps.index(("sketched", 12))
    )
    assert {len(one) for one in members(store)} == {4}
    assert len(members(store)) == 3


def test_one_batch_gives_the_stories_of_that_batch_with_titles_and_keywords(store: Store) -> None:
    articles = [article(words, title=words[:20]) for words in (*QUAKE, *OTHER_QUAKE, *STRIKE)]
    store.write(batch(*(Ledger(article=one) for one in articles)))
    bring_up_to_date(store, WINDOW)
    assert {one.id: one for one in store.stories()} == {
        one.id: one for one in find_stories(articles)
    }


def test_a_story_that_grows_is_found_by_its_old_id(store: Store) -> None:
    write(store, [article(words) for words in (QUAKE[0], *STRIKE)])
    (before,) = [one for one in store.stories() if article(QUAKE[0]).id in one.articles]
    write(store, [article(QUAKE[1])])
    (after,) = [one for one in store.stories() if article(QUAKE[0]).id in one.articles]
    assert set(after.articles) == {article(words).id for words in QUAKE}
    assert store.find_stories(before.id) == store.find_stories(before.id[6:14]) == (after.id,)
    assert before.id not in {one.id for one in store.stories()}
    assert store.find_stories("story_nothing") == ()


def test_an_article_between_two_stories_makes_them_one_and_a_second_of_each_may_part_them(
    store: Store,
) -> None:
    # A window of 40 days: the two are of one story only by what comes between them.
    ends = [article(QUAKE[0], published=day) for day in ("2022-01-01", "2022-03-01")]
    ends[1] = article(QUAKE[0] + " The sea was calm.", published="2022-03-01")
    for end in ends:
        store.write(batch(Ledger(article=end)))
        update(store, 40)
    parted = {story.id for story in store.stories()}
    assert len(parted) == 2
    late = article(QUAKE[0] + " Boats left.", published="2022-02-01")
    store.write(batch(Ledger(article=late)))
    update(store, 40)
    (one,) = store.stories()
    assert all(store.find_stories(story) == (one.id,) for story in parted)
    # What held them together goes: they part again, and the id of both names both.
    store.forget(tombstone(late))
    update(store, 40)
    assert {story.id for story in store.stories()} == parted
    assert set(store.find_stories(one.id)) == parted


def test_of_many_articles_with_one_term_the_newest_are_looked_at_as_in_memory(store: Store) -> None:
    days = ("2021-03-02", "2021-03-04", "2021-03-04", "2021-03-01", None)
    told = [
        article(f"The flood in Linz is over, {number} say.", published=day)
        for number, day in zip(("two", "four", "six", "ten", "all"), days, strict=True)
    ]
    write(store, told)
    lookup = Lookup()
    with store.gathering() as shelf:
        held = {key: unpacked(data) for key, data in shelf.sketches([a.id for a in told]).items()}
        every = shelf.holders(["linz"], ALWAYS.first, ALWAYS.last, 9)["linz"]
        for key, weight in reversed(every):
            lookup.add(key, held[key].day, {"linz": weight})
        for most in (1, 2, 3, 9):
            found = shelf.holders(["linz"], ALWAYS.first, ALWAYS.last, most)
            assert found == lookup.holders(["linz"], ALWAYS, most)
    assert [held[key].published for key, _ in every] == [told[at].published for at in (1, 2, 0, 3)]


def tombstone(one: Article) -> Tombstone:
    return Tombstone(
        article=one.id, text_sha256=one.text_sha256, reason=None, author="Ona", at="2022"
    )


def test_a_forgotten_article_leaves_nothing_in_the_stories(store: Store) -> None:
    first, second = (article(words, title=f"Title {n}") for n, words in enumerate(QUAKE))
    write(store, [first, second])
    store.forget(tombstone(first))
    assert list(store.stories()) == []
    update(store)
    (left,) = store.stories()
    assert left.articles == (second.id,)
    assert left.title == "Title 1"


def test_an_article_that_was_read_anew_is_put_into_stories_anew(store: Store) -> None:
    first, second = (article(words) for words in QUAKE)
    write(store, [first, second])
    assert len(list(store.stories())) == 1
    cleaned = msgspec.structs.replace(first, text=STRIKE[0])
    store.write(batch(Ledger(article=cleaned), version=LATER, again=True))
    update(store)
    assert members(store) == {frozenset([first.id]), frozenset([second.id])}


def test_another_window_groups_all_anew_and_nothing_to_do_is_nothing(store: Store) -> None:
    quakes = [article(QUAKE[0] + note, published=f"202{n}-06-03") for n, note in enumerate(MORE)]
    write(store, quakes)
    assert len(members(store)) == len(quakes)
    assert update(store) == ()
    assert len(update(store, 400)) == 1
    assert len(members(store)) == 1


def test_stories_that_do_not_fit_their_articles_are_named_as_flaws(address: str) -> None:
    with open_store(address, create=True) as held:
        write(held, [article(words) for words in (*QUAKE, *STRIKE)])
        assert not {flaw.table for flaw in held.check()} & {"stories", "sketches"}
    engine, _, _ = open_engine(address, create=False)
    moved = article(QUAKE[0]).id
    try:
        with engine.begin() as connection:
            gone = text("UPDATE sketches SET story = 'story_gone' WHERE article = :article")
            connection.execute(gone, {"article": moved})
            found = list(check_stories(connection))
            connection.rollback()
    finally:
        engine.dispose()
    assert [(flaw.table, flaw.what) for flaw in found] == [
        ("stories", "other articles are in it than it says"),
        ("sketches", "its story is not there"),
    ]


def test_the_bounds_keep_a_story_together_that_is_larger_than_what_is_grouped_anew(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = msgspec.structs.replace(load_story_book(), regrouped=2, regrouped_for_each=1)
    monkeypatch.setattr("sayso.gathered.load_story_book", lambda: book)
    same = [article(f"{QUAKE[0]} {note}", published="2022-06-03") for note in "abcdefgh"]
    for one in same:
        write(store, [one])
    assert members(store) == {frozenset(one.id for one in same)}
