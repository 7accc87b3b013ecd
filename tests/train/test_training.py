"""Training on sentences of our own: it learns a cue that the rules do not know, the same each time."""

from __future__ import annotations

import pytest

from sayso.books.cues import CueBook, load_cues, load_words
from sayso.reading.language import LanguageModel
from sayso.train.attributions import TrainSettings, card, figures_on, read_all, train
from sayso.train.examples import Read
from sayso.train.logistic import FitSettings
from sayso.train.polnear import Marked, MarkedArticle
from sayso.weights.attributions import read_weights

SETTINGS = TrainSettings(fit=FitSettings(epochs=20, rare=1), folds=2, least=2, small=0.0)
NAMES = ("Maria Rossi", "Paul Weber", "Anna Keller", "Jan Novak")
CONTENTS = ("the roof holds", "the ferry is safe", "the bill is paid", "the well is clean")


def marked(name: str, text: str, source: str, cue: str, content: str) -> MarkedArticle:
    def offsets(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),)

    return MarkedArticle(name, text, (Marked(offsets(cue), offsets(content), offsets(source)),))


def articles() -> list[MarkedArticle]:
    made: list[MarkedArticle] = []
    for who in NAMES:
        for what in CONTENTS:
            text = f"{who} vouched that {what}. {who} ensured that {what}."
            made.append(marked(f"{len(made):02}", text, who, "vouched", f"that {what}"))
    return made


@pytest.fixture(scope="module")
def book() -> CueBook:
    return load_cues()


@pytest.fixture(scope="module")
def language() -> LanguageModel:
    return LanguageModel(None, load_words())


@pytest.fixture(scope="module")
def reads(book: CueBook, language: LanguageModel) -> list[Read]:
    return read_all(articles(), language, book)


def test_it_learns_a_cue_that_the_rules_do_not_know(
    book: CueBook, language: LanguageModel, reads: list[Read]
) -> None:
    trained = train(reads, book, SETTINGS)
    assert trained.rules.told()["recall"] == 0.0
    assert trained.together.told()["f1"] == 1.0
    assert "vouch/verb" in trained.weights.cues
    unseen = marked(
        "new",
        "Ivan Petrov vouched that the dam is dry.",
        "Ivan Petrov",
        "vouched",
        "the dam is dry",
    )
    figures = figures_on(read_all([unseen], language, book), book, trained.weights).told()
    assert (figures["f1"], figures["speaker"]) == (1.0, 1.0)


def test_the_same_data_gives_the_same_bytes(book: CueBook, reads: list[Read]) -> None:
    cards = []
    for _ in range(2):
        trained = train(reads, book, SETTINGS)
        cards.append((trained.binary, card(trained, SETTINGS, "train", "0" * 64, len(reads))))
    assert cards[0] == cards[1]
    again = read_weights(cards[0][1], cards[0][0])
    assert again == trained.weights
