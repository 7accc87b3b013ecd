from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations

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
from sayso.collate.nearness import Lookup, candidates
from sayso.collate.sketches import Sketch, packed, unpacked
from sayso.collate.stories import WINDOW, find_stories
from sayso.collate.subjects import subject_of
from sayso.collate.usage import usage_of
from sayso.collate.vectors import Gauge, Portrait, Vector, key_terms, likeness
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

# One warner, one war, one kind of weapon; the state that is warned is another.
TESSALY = (
    (
        "Corvania warned Tessaly on Monday that any delivery of coastal rockets to the rebels in Marasta would be met with "
        "a harsh answer. Foreign Minister Ilo Brant said in Corvan that Tessaly would carry the blame, and that Tessaly's "
        "ports were within reach. Tessaly's parliament has debated the rockets for weeks; Tessaly has not decided yet. "
        "The rebels in Marasta have asked for rockets since the spring, and the Union backs their request."
    ),
    (
        "Tessaly will not be frightened, its premier Runa Ask said after Corvania's foreign minister, Ilo Brant, had threatened "
        "a harsh answer to rockets for the rebels in Marasta. Tessaly decides for itself what it sells, Ask told "
        "reporters in Lindby. Corvania has called the coastal rockets a hostile act. The Union asked Corvania to keep calm."
    ),
    (
        "Coastal rockets made in Tessaly may not reach Marasta, says Corvania. Its minister Brant repeated on the radio that "
        "Corvania would answer. In Lindby the government of Tessaly said that talks with the rebels went on, and that the "
        "Union had been told. Runa Ask travels to Marasta next week; Tessaly's navy has bought the same rockets."
    ),
)
OSTRAND = (
    (
        "Corvania warned Ostrand on Monday against sending rocket launchers to the rebels in Marasta. Foreign Minister Ilo Brant "
        "said that Ostrand was playing with fire and that its exports of gas were at stake. Ostrand's ruling party wants the "
        "launchers to go; Ostrand's army has forty of them, most of them old. An officer in Greve said that crews from "
        "Marasta had been trained there since autumn."
    ),
    (
        "Ostrand does not bow to threats, Chancellor Pell Horn said in Greve, a day after Corvania and its foreign minister, Ilo Brant, had announced serious steps "
        "if launchers went to Marasta. Horn said that Ostrand helps whom it likes. The gas company of Ostrand lost a tenth "
        "of its value. Corvania's ambassador to Ostrand was told to explain himself."
    ),
    (
        "Trains with launchers crossed Ostrand at night, the railway union in Greve said. Corvania calls such help for the rebels in Marasta "
        "a hostile act. Chancellor Pell Horn would not say where the trains went; Ostrand's opposition asks for a vote."
    ),
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


@pytest.mark.parametrize("words_alone", [False, True])
def test_one_warner_who_warns_two_states_makes_two_disputes(words_alone: bool) -> None:
    first, second = (
        [article(text, published=day) for text, day in zip(texts, days, strict=True)]
        for texts, days in (
            (TESSALY, ("2031-03-03", None, "2031-03-05")),
            (OSTRAND, ("2031-04-03", None, "2031-04-05")),
        )
    )
    found = find_stories([*first, *second], words_alone=words_alone)
    assert {frozenset(story.articles) for story in found} == {
        frozenset(one.id for one in dispute) for dispute in (first, second)
    }


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
) -> dict[str, Portrait]:
    rows = np.zeros((len(batch), 0)) if meaning is None else np.array(meaning)
    return {f"{at}": Portrait(vector, rows[at], {}, {}) for at, vector in enumerate(batch)}


def pairs(batch: dict[str, Portrait], least: float) -> list[tuple[str, str, float]]:
    every = combinations(sorted(batch), 2)
    alike = [(left, right, likeness(batch[left], batch[right])) for left, right in every]
    return [pair for pair in alike if pair[2] >= least]


@settings(max_examples=80)
@given(
    vectors,
    st.lists(st.integers(-9_000, 9_000), min_size=18, max_size=18),
    st.floats(0.05, 1.5),
    st.randoms(use_true_random=False),
)
def test_linkage_is_that_of_the_whole_matrix(
    batch: list[dict[str, float]], numbers: list[int], least: float, shuffling: random.Random
) -> None:
    given = portraits(batch, np.reshape(np.array(numbers, float), (9, 2))[: len(batch)].tolist())
    listed = pairs(given, least)
    found = linked(given, listed, least, WINDOW)
    shuffling.shuffle(listed)
    assert linked(dict(reversed(given.items())), listed, least, WINDOW) == found
    assert sorted(key for group in found for key in group) == sorted(given)
    for left, right in combinations(found, 2):
        average = sum(likeness(given[i], given[j]) for i in left for j in right)
        assert average / (len(left) * len(right)) < least + 1e-6


def test_average_linkage_does_not_chain() -> None:
    # The middle one is alike to both ends, which share nothing: one end stays out.
    chain = portraits([{"a": 1.0}, {"a": 0.8, "b": 0.6}, {"b": 1.0}])
    assert linked(chain, pairs(chain, 0.5), 0.5, WINDOW) == (("0", "1"), ("2",))
    assert linked(chain, pairs(chain, 0.2), 0.2, WINDOW) == (("0", "1", "2"),)


def test_what_is_together_beforehand_stays_together() -> None:
    chain = portraits([{"a": 1.0}, {"a": 0.8, "b": 0.6}, {"b": 1.0}])
    assert linked(chain, pairs(chain, 0.5), 0.5, WINDOW, [("1", "2")]) == (("0",), ("1", "2"))


def test_whatever_hangs_together_can_be_linked_by_itself() -> None:
    one, other = [{"a": 1.0}, {"a": 0.9}], [{"b": 1.0}, {"b": 0.7, "c": 0.5}]
    whole = portraits([*one, *other])
    parts = [{key: whole[key] for key in keys} for keys in (("0", "1"), ("2", "3"))]
    apart = [group for part in parts for group in linked(part, pairs(part, 0.3), 0.3, WINDOW)]
    assert linked(whole, pairs(whole, 0.3), 0.3, WINDOW) == tuple(apart)


def sketch(text: str, meaning: Sequence[int] = ()) -> Sketch:
    one = article(text)
    subject = subject_of(one, load_accounts())
    known = np.array(meaning, np.int8).tobytes()
    return Sketch(article=one.id, title=None, published=None, subject=subject, meaning=known)


def test_what_means_the_same_is_more_alike() -> None:
    limits = load_story_book()
    rows = [(127, 0), (127, 0), (0, 127)]
    batch = [sketch(text, row) for text, row in zip((*QUAKE, STRIKE[0]), rows, strict=True)]
    gauge = Gauge(usage_of(one.subject for one in batch), limits, True, load_accounts())
    seen = [gauge.portrait(one) for one in batch]
    assert all(likeness(one, one) == pytest.approx(1.0, abs=1e-3) for one in seen)
    assert likeness(seen[0], seen[1]) > limits.meaning_share
    assert likeness(seen[0], seen[1]) == likeness(seen[1], seen[0])
    assert likeness(seen[0], seen[2]) < 0.1


def test_a_sketch_comes_back_from_its_bytes() -> None:
    made = sketch(QUAKE[0], (3, -127))
    assert unpacked(packed(made)) == made
    assert packed(unpacked(packed(made))) == packed(made)


def test_candidates_share_heavy_words_within_some_days() -> None:
    limits = load_story_book()
    texts = {article(text).id: text for text in (*QUAKE, *STRIKE)}
    batch = {key: sketch(text) for key, text in texts.items()}
    gauge = Gauge(usage_of(one.subject for one in batch.values()), limits, False, load_accounts())
    terms = {
        key: key_terms(gauge.portrait(one).words, limits.key_terms) for key, one in batch.items()
    }
    first, second = (article(text).id for text in QUAKE)
    found = []
    for days in ((700_000, 700_090), (700_000, 700_091), (700_000, 0), (0, 700_091)):
        lookup = Lookup()
        dated = {**dict.fromkeys(batch, 700_000), first: days[0], second: days[1]}
        for key in batch:
            lookup.add(key, dated[key], terms[key])
        found.append(candidates(first, dated[first], terms[first], lookup, 90, limits))
    assert found == [(second,), (), (second,), (second,)]


def test_two_earthquakes_of_one_country_a_year_apart_are_two_stories() -> None:
    quakes = [
        article(QUAKE[0] + note, published=published)
        for published in ("2021-06-03", "2022-06-03")
        for note in ("", " The sea was calm.")
    ]
    dated = {
        published: [one.id for one in quakes if one.published and one.published.start == published]
        for published in ("2021-06-03", "2022-06-03")
    }
    assert groups(quakes) == {frozenset(ids) for ids in dated.values()}
    assert len(find_stories(quakes, window=365)) == 1


def test_an_article_without_a_date_joins_what_it_tells_and_bridges_no_two_years() -> None:
    years = ("2021-06-03", "2022-06-03")
    first, second = (
        [article(f"{text} So it was in {year[:4]}.", published=year) for text in QUAKE]
        for year in years
    )
    more = "Blankets and tents are on boats for Nova Sintra, where forty houses fell. Alda Lopes, Governor of Brava:"
    undated = [
        article(f"{more} {note}") for note in ("wait.", "we shall rebuild.", "the sea was calm.")
    ]
    assert groups([*first, undated[0]]) == {frozenset(one.id for one in (*first, undated[0]))}
    found = groups([*first, *second, *undated, article(STRIKE[0])])
    for year in (first, second):
        [held] = [group for group in found if year[0].id in group]
        assert {one.id for one in year} <= held
    assert len(found) == 3
    assert all(any(one.id in group for group in found if len(group) > 1) for one in undated)


def test_a_story_goes_on_as_long_as_it_is_told() -> None:
    months = [article(f"{QUAKE[0]} Day {n}.", published=f"2022-{n:02}-01") for n in range(1, 13)]
    assert len(find_stories(months, window=31)) == 1
    assert len(find_stories(months, window=29)) > 1


def test_a_threshold_that_is_missing_is_named() -> None:
    with pytest.raises(BookError, match="likeness"):
        parse_book('measured = "nowhere"', StoryBook)
