"""The golden times: our sentences, and the values that TimeML's guidelines give them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.model.reading import Sentence, Token
from sayso.model.text import When
from sayso.reading.en.times.finder import find_times
from sayso.reading.language import LanguageModel

GOLDEN = Path(__file__).parents[1] / "golden"
FILES = ("times.toml", "times_news.toml")
Parse = Callable[[str], tuple[tuple[Token, ...], tuple[Sentence, ...]]]


def no_model(_text: str) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    return (), ()


@pytest.fixture(scope="module", params=["words alone", "language model"])
def parse(request: pytest.FixtureRequest) -> Parse:
    return no_model if request.param == "words alone" else LanguageModel(None).parse


def cases(name: str) -> list[dict[str, Any]]:
    text = (GOLDEN / name).read_text("utf-8")
    book: dict[str, list[dict[str, Any]]] = tomllib.loads(text)
    return book["case"]


def said(case: dict[str, Any], parse: Parse) -> list[tuple[str, str]]:
    day = case.get("published")
    published = When(start=day, end=day, precision="day", timex=day) if day else None
    tokens, sentences = parse(case["text"])
    found = find_times(case["text"], tokens, sentences, published)
    return [(case["text"][start:end], when.timex or "") for start, end, when in found]


@pytest.mark.parametrize("name", FILES)
def test_there_are_enough_golden_times(name: str) -> None:
    assert sum(len(case["times"]) for case in cases(name)) >= 150


@pytest.mark.parametrize("name", FILES)
def test_value_f1_on_the_golden_times(parse: Parse, name: str) -> None:
    right = asked = given = 0
    wrong = []
    for case in cases(name):
        wanted = [(words, value) for words, value in case["times"]]
        found = said(case, parse)
        shared = [pair for pair in wanted if pair in found]
        right, asked, given = right + len(shared), asked + len(wanted), given + len(found)
        if len(shared) < max(len(wanted), len(found)):
            wrong.append((case["text"], wanted, found))
    f1 = 2 * right / (asked + given)
    assert f1 >= (0.93 if parse is no_model else 0.97), "\n".join(map(str, wrong))
