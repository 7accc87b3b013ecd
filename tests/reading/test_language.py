"""The language model: which one is taken, its weights, sentences and headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.books.cues import load_words
from sayso.errors import ModelError
from sayso.reading.language import DIGESTS, LanguageModel, check_weights, find_pipeline


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    words = load_words()
    return LanguageModel(None, words)


def test_the_default_pipeline_has_the_known_weights() -> None:
    check_weights(find_pipeline(None))


def test_other_weights_are_refused(tmp_path: Path) -> None:
    for part in DIGESTS:
        (tmp_path / part).parent.mkdir(parents=True)
        (tmp_path / part).write_bytes(b"other weights")
    with pytest.raises(ModelError, match="is not the known one"):
        check_weights(tmp_path)


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with pytest.raises(ModelError, match="no_such_pipeline is not installed"):
        find_pipeline("no_such_pipeline")


def test_offsets_are_code_points_of_the_text(model: LanguageModel) -> None:
    text = "🚢 The ship left Łódź.\r\n\r\nIt came back — “late”.\n"
    tokens, sentences = model.parse(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert [text[s.start : s.end] for s in sentences] == [
        "🚢 The ship left Łódź.",
        "It came back — “late”.",
    ]


def test_an_abbreviated_title_ends_no_sentence(model: LanguageModel) -> None:
    _, sentences = model.parse("Later Amb. Ruiz met Col. Diaz there.")
    assert len(sentences) == 1


def test_a_full_stop_after_a_name_of_one_letter_ends_its_sentence(model: LanguageModel) -> None:
    text = "She wrote it on X. Nobody saw Francis X. Diaz there."
    tokens, sentences = model.parse(text)
    assert [text[one.start : one.end] for one in sentences] == [text[:18], text[19:]]
    assert [token.text for token in tokens[3:6]] == ["on", "X", "."]


def test_a_form_with_a_wrong_lemma_is_mended(model: LanguageModel) -> None:
    tokens, _ = model.parse("She hopes to win.")
    assert tokens[1].lemma == "hope"


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("A Port Between Two Powers", True),
        ("The port is shut.", False),
        ("“The port is shut,” she said. (Source: Reuters)", False),
        ("What happened next?", False),
    ],
)
def test_headings_are_told_from_sentences(model: LanguageModel, line: str, heading: bool) -> None:
    _, sentences = model.parse(f"{line}\nThe port is still shut.")
    assert sentences[0].heading is heading
    assert not sentences[-1].heading


def test_what_stands_before_a_sentence_is_left_out(model: LanguageModel) -> None:
    tokens, sentences = model.parse("XX: The port is shut.", lambda line: 4)
    assert tokens[0].text == "The"
    assert sentences[0].start == 4


@pytest.mark.parametrize("text", ["", " \n\t\n", "\n\n"])
def test_nothing_to_read_gives_nothing(model: LanguageModel, text: str) -> None:
    assert model.parse(text) == ((), ())
