"""Tagging: what the nets are given, what is taken of what they say, and that neighbours change nothing."""

from __future__ import annotations

import logging
from functools import cache

import numpy as np
import pytest

from sayso.books.cues import load_words
from sayso.meaning import SIZE
from sayso.model.reading import Sentence
from sayso.model.text import Article
from sayso.reading import Reader
from sayso.reading.en.tagging.inputs import rows, windows
from sayso.reading.en.tagging.net import TAGS, forward
from sayso.reading.en.tagging.tagger import Tagger, filled, taken
from sayso.reading.language import LanguageModel
from sayso.reading.tree import Tree
from sayso.weights.warnings import load_weights

WARNING = (
    "Any Tunisian survey ship that enters the strait will be shown the way out by our gunboats,"
    " Maltese Foreign Minister Rita Vella said."
)
CALM = "The two ministers spoke of the olive harvest, and both went home content."


@cache
def reader() -> Reader:
    return Reader()


def article(text: str) -> Article:
    return Article(id="article_tagged", text_sha256="", language="en", text=text)


def sentence(first: int, last: int) -> Sentence:
    return Sentence(0, 0, first, last, 0, False)


def test_windows_are_of_whole_sentences_and_bounded() -> None:
    spans = [(0, 30), (30, 60), (60, 90), (90, 300), (300, 310)]
    found = list(windows(sentence(*each) for each in spans))
    assert found == [(0, 60), (60, 90), (90, 300), (300, 310)]
    assert list(windows(())) == []


def test_a_word_alone_must_be_nearly_sure_and_gaps_of_one_are_closed() -> None:
    assert taken(np.array([0.6, 0.1, 0.1, 0.9, 0.1, 0.1], np.float32)) == {3}
    assert taken(np.array([0.1, 0.4, 0.6, 0.1, 0.7, 0.6], np.float32)) == {1, 2, 3, 4, 5}
    assert taken(np.array([0.4, 0.4, 0.4], np.float32)) == set()


def test_a_phrase_that_is_mostly_tagged_is_taken_whole() -> None:
    words = LanguageModel(None, load_words())
    tree = Tree(*words.parse("Malta will close the two northern ports if they come."))
    tokens = [token.text for token in tree.tokens]
    some = {tokens.index(word) for word in ("the", "two", "ports")}
    whole = {tokens.index(word) for word in ("the", "two", "northern", "ports")}
    assert filled(tree, some, ()) == whole
    assert filled(tree, some, {tokens.index("northern")}) == some


def test_rows_hold_the_mean_of_a_words_pieces_and_its_traits() -> None:
    tree = Tree(*LanguageModel(None, load_words()).parse("Malta acts."))
    pieces = [(0, 0), (0, 3), (3, 5), (6, 10), (0, 0)]
    vectors = np.arange(5, dtype=np.float32)[:, None] * np.ones((1, SIZE), np.float32)
    columns = {"pos=PROPN": 0, "in=cue": 1}
    told = [("in=cue", article("Malta acts.").span(6, 10))]
    found = rows(tree.tokens, (pieces, vectors), 0, columns, told)
    assert found[:, 0].tolist() == [3.0, 6.0, 0.0]
    assert found[:, SIZE:].tolist() == [[1, 0], [0, 1], [0, 0]]


def test_what_stands_behind_the_last_word_changes_nothing() -> None:
    weights = load_weights()
    random = np.random.default_rng(1)
    words = random.standard_normal((1, 9, SIZE + len(weights.traits))).astype(np.float32)
    there = np.ones((1, 9), np.float32)
    longer = np.concatenate([words, np.zeros_like(words[:, :4])], 1)
    some = np.concatenate([there, np.zeros((1, 4), np.float32)], 1)
    tags, score = forward(weights.nets[0], words, there, np)
    tags_longer, score_longer = forward(weights.nets[0], longer, some, np)
    assert tags.shape == (1, 9, len(TAGS))
    assert np.allclose(tags, tags_longer[:, :9], atol=1e-4)
    assert np.allclose(score, score_longer, atol=1e-4)


def test_a_paragraph_is_tagged_alike_wherever_it_stands() -> None:
    alone = reader().read_one(article(WARNING))
    among = reader().read_one(article(f"{CALM}\n{WARNING}\n{CALM}"))
    assert [one.score for one in alone.tagged] == [one.score for one in among.tagged] != []
    for one, other in zip(alone.tagged, among.tagged, strict=True):
        assert [span.text for span in one.condition] == [span.text for span in other.condition]
        assert one.marker is None
    for one in among.tagged:
        for span in (*one.condition, *one.consequence):
            assert among.article.text[span.start : span.end] == span.text


def test_without_weights_or_their_model_rules_read_alone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert Reader(tagging=False).read_one(article(WARNING)).tagged == ()
    tagger = Tagger(load_weights(), lambda: None)
    with caplog.at_level(logging.ERROR):
        assert list(tagger.of(Tree((), ()), (), (), ())) == []
    assert not caplog.records
