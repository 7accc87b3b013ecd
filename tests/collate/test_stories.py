from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collate.ledgers import day
from sayso import samples
from sayso.books.accounts import load_accounts
from sayso.books.load import parse_book
from sayso.books.stories import StoryBook, load_story_book
from sayso.collate.linkage import linked
from sayso.collate.stories import find_stories
from sayso.collate.subjects import subject_of
from sayso.collate.vectors import Portraits, Vector, alike_pairs, dot, portraits_of
from sayso.engines.local import Taking, read_articles
from sayso.errors import BookError
from sayso.model.ids import digest_id
from sayso.model.reading import Ledger
from sayso.model.text import Article
from sayso.settings import Settings

QUAKE = (
    (
        "A strong earthquake shook the island of Brava before dawn. The governor, Alda Lopes, said that "
        "forty houses fell in Nova Sintra and that boats would bring tents."
    ),
    (
        "Tents for Brava: boats with blankets left for the island after the earthquake, and Governor Alda "
        "Lopes asked for more. In Nova Sintra forty houses are in ruins."
    ),
)
OTHER_QUAKE = (
    (
        "A strong earthquake shook the town of Kolasin before dawn. The mayor, Vuk Radonja, said that "
        "twelve houses fell beside the Tara and that the army would bring tents."
    ),
    (
        "The army brought tents to Kolasin after the earthquake beside the Tara. Twelve houses are in "
        "ruins, according to the town and its mayor, Vuk Radonja."
    ),
)
STRIKE = (
    "Tram drivers in Linz stay at home until the company pays for night shifts, the union Vida said.",
    "No trams in Linz: the company and the union Vida talk about pay for night shifts on Monday.",
)


def article(text: str, title: str | None = None, published: str | None = None) -> Article:
    return Article(
        id=digest_id("article", f"{title}{text}".encode()),
        text_sha256="0",
        title=title,
        text=text,
        published=day(published) if published else None,
    )


def groups(articles: Sequence[Article]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in find_stories(articles)}


def ids(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(article(text).id for text in texts)


def test_two_events_of_one_kind_are_two_stories() -> None:
    batch = [article(text) for text in (*QUAKE, *OTHER_QUAKE, *STRIKE)]
    assert groups(batch) == {ids(QUAKE), ids(OTHER_QUAKE), ids(STRIKE)}


@pytest.mark.parametrize("texts", [QUAKE, OTHER_QUAKE, STRIKE])
def test_a_small_batch_of_one_story_is_one_story(texts: Sequence[str]) -> None:
    assert groups([article(text) for text in texts]) == {ids(texts)}


def test_each_sample_dispute_is_one_story_alone_and_beside_the_others() -> None:
    disputes = [
        [
            item.article
            for item in read_articles([str(p) for p in samples.paths(name)], Settings(), Taking())
            if isinstance(item, Ledger)
        ]
        for name in samples.disputes()
    ]
    expected = {frozenset(one.id for one in dispute) for dispute in disputes}
    assert groups([one for dispute in disputes for one in dispute]) == expected
    for dispute in disputes:
        assert len(find_stories(dispute)) == 1


def test_the_order_of_the_articles_and_copies_change_nothing() -> None:
    batch = [article(text, title="Nova") for text in (*QUAKE, *OTHER_QUAKE, *STRIKE)]
    mixed = [*batch, *batch[:2]]
    random.Random(7).shuffle(mixed)  # noqa: S311 - no secret
    assert find_stories(mixed) == find_stories(batch)


def test_an_empty_batch_has_no_story() -> None:
    assert find_stories([]) == ()


def test_articles_without_a_word_in_common_or_without_any_stand_alone() -> None:
    assert len(find_stories([article("1"), article("?"), article("of the"), article("sea")])) == 4


def test_a_story_has_its_dates_its_most_central_title_and_names_in_full() -> None:
    (story,) = find_stories(
        [
            article(QUAKE[0], "Earthquake on Brava", "2022-06-03"),
            article(QUAKE[1], "Tents and blankets for Brava after the earthquake", "2022-06-05"),
            article(QUAKE[0] + " The sea was calm.", "Our islands"),
        ]
    )
    assert story.title == "Earthquake on Brava"
    assert story.first is not None
    assert story.last is not None
    assert (story.first.start, story.last.start) == ("2022-06-03", "2022-06-05")
    assert "Nova Sintra" in story.keywords
    assert "Alda Lopes" in story.keywords
    assert "Sintra" not in story.keywords


def test_without_titles_and_dates_keywords_stand_for_the_title() -> None:
    (story,) = find_stories([article(QUAKE[0])])
    assert story.title == ", ".join(story.keywords[:3])
    assert (story.first, story.last) == (None, None)
    (wordless,) = find_stories([article("42")])
    assert wordless.title == "Untitled"


def test_capitals_make_names_only_where_no_sentence_begins() -> None:
    text = "Grain is dear. Grain comes from Odra. “Bread first,” said Ilse Maran, and Odra agreed."
    subject = subject_of(article(text), load_accounts())
    assert subject.counts["grain"] == 2
    assert {"odra", "ils", "maran"} == subject.names
    assert set(subject.full_names["maran"]) == {"Ilse Maran"}


def test_a_title_counts_once_whether_or_not_the_text_repeats_it() -> None:
    book = load_accounts()
    apart = subject_of(article("The dam holds.", title="Dam on the Odra"), book)
    together = subject_of(article("Dam on the Odra\nThe dam holds.", title="Dam on the Odra"), book)
    assert apart.counts == together.counts == {"dam": 2, "odra": 1, "hold": 1}


vectors = st.lists(
    st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 1.0), max_size=4), max_size=9
)


def portraits(
    batch: Sequence[Vector], meaning: Sequence[Sequence[float]] | None = None
) -> Portraits:
    rows = np.zeros((len(batch), 0)) if meaning is None else np.array(meaning)
    return Portraits(batch, rows.astype("f4"))


def likeness(batch: Portraits, left: int, right: int) -> float:
    return dot(batch.words[left], batch.words[right]) + float(
        batch.meaning[left] @ batch.meaning[right]
    )


@settings(max_examples=80, deadline=None)
@given(vectors, st.lists(st.floats(-1, 1), min_size=18, max_size=18), st.floats(0.05, 1.5))
def test_linkage_is_that_of_the_whole_matrix(
    batch: list[dict[str, float]], numbers: list[float], least: float
) -> None:
    given = portraits(batch, np.reshape(numbers, (9, 2))[: len(batch)].tolist() or [[]])
    found = linked(given, least)
    assert sorted(index for group in found for index in group) == list(range(len(batch)))
    for number, left in enumerate(found):
        for right in found[number + 1 :]:
            average = sum(likeness(given, i, j) for i in left for j in right)
            assert average / (len(left) * len(right)) < least + 1e-6


def test_average_linkage_does_not_chain() -> None:
    # The middle one is alike to both ends, which share nothing: one end stays out.
    chain = [{"a": 1.0}, {"a": 0.8, "b": 0.6}, {"b": 1.0}]
    assert linked(portraits(chain), 0.5) == ((0, 1), (2,))
    assert linked(portraits(chain), 0.2) == ((0, 1, 2),)


def test_pairs_are_those_of_all_dot_products() -> None:
    book, limits = load_accounts(), load_story_book()
    texts = (*QUAKE, *OTHER_QUAKE, *STRIKE)
    meanings = np.eye(len(texts), 8, dtype="f4")
    meanings[1] = meanings[0]
    batch = portraits_of([subject_of(article(text), book) for text in texts], meanings, limits)
    everyone = range(len(texts))
    assert all(likeness(batch, one, one) == pytest.approx(1.0) for one in everyone)
    assert likeness(batch, 0, 1) > limits.meaning_share
    pairs = {(left, right): likeness for left, right, likeness in alike_pairs(batch, 0.05)}
    expected = {
        (left, right): likeness(batch, left, right)
        for left in everyone
        for right in range(left + 1, len(texts))
    }
    assert pairs == pytest.approx({key: v for key, v in expected.items() if v >= 0.05})


def test_a_threshold_that_is_missing_is_named() -> None:
    with pytest.raises(BookError, match="likeness"):
        parse_book('measured = "nowhere"', StoryBook)
