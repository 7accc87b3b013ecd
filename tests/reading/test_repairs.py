"""Repairs of a line's parse: where they look, in which order they are made, and what is never made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.books.cues import CueBook, load_cues
from sayso.model.reading import Sentence, Token
from sayso.reading.en.repairs.order import REPAIRS
from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.en.repairs.walk import Repairs
from sayso.reading.tree import Tree

Line = tuple[tuple[Token, ...], tuple[Sentence, ...]]


def line(*words: tuple[str, str, str, int], sentences: int = 1) -> Line:
    """A line of words (text, tag, label, head), told once in each of its sentences."""
    tokens: list[Token] = []
    for first in range(0, len(words) * sentences, len(words)):
        for text, tag, dep, head in words:
            at = len(tokens)
            tokens.append(Token(2 * at, 2 * at + 1, text, text, "X", tag, dep, first + head, ""))
    ranges = range(0, len(tokens), len(words))
    found = (
        Sentence(2 * at, 2 * (at + len(words)) - 1, at, at + len(words), 0, False) for at in ranges
    )
    return tuple(tokens), tuple(found)


@pytest.fixture(scope="module")
def book() -> CueBook:
    return load_cues()


def test_a_line_without_mistakes_is_the_same_tokens(book: CueBook) -> None:
    tokens, sentences = line(("bakers", "NNS", "nsubj", 1), ("bake", "VBP", "ROOT", 1))
    assert Repairs(book)(tokens, sentences) is tokens


def test_a_repair_sees_its_words_in_each_sentence(book: CueBook) -> None:
    seen: list[tuple[int, ...]] = []

    def look(one: Seen) -> Iterator[Change]:
        seen.append(tuple(one.places))
        yield from ()

    asked = Repair(look, tags=frozenset({"NN"}), deps=frozenset({"dobj", "nsubj"}))
    words = line(
        ("mill", "NN", "nsubj", 1),
        ("feeds", "VBZ", "ROOT", 1),
        ("mill", "NN", "pobj", 1),
        sentences=2,
    )
    Repairs(book, (asked,))(*words)
    assert seen == [(0,), (3,)]


def test_each_works_on_what_those_before_it_put_right(book: CueBook) -> None:
    def verb(one: Seen) -> Iterator[Change]:
        yield one.places[0], {"tag": "VBP"}

    def subject(one: Seen) -> Iterator[Change]:
        yield one.places[0] - 1, {"head": one.places[0], "dep": "nsubj"}

    repairs = (
        Repair(verb, tags=frozenset({"NN"})),
        Repair(subject, tags=frozenset({"VBP"})),
    )
    words = line(("bakers", "NNS", "compound", 1), ("plan", "NN", "ROOT", 1))
    first, second = Repairs(book, repairs)(*words)
    assert (first.dep, second.tag) == ("nsubj", "VBP")
    assert Repairs(book, repairs[::-1])(*words)[0].dep == "compound"


def test_no_word_is_hung_below_itself(book: CueBook) -> None:
    def circle(one: Seen) -> Iterator[Change]:
        yield one.places[0], {"head": 1, "dep": "dobj"}

    words = line(("say", "VBP", "ROOT", 0), ("so", "RB", "advmod", 0))
    repair = Repair(circle, lemmas=lambda _: ("say",))
    assert Repairs(book, (repair,))(*words) == words[0]


_BOOK = load_cues()
_SOME = st.sampled_from(
    ["say", "tell", "quote", "paper", "agency", "as", "of", ",", "”", "which", "Kvarn"]
)
_TAGS = st.sampled_from(["NN", "NNS", "VBD", "VBN", "VB", "MD", "IN", ",", "NNP", "PRP"])
_PARTS = st.sampled_from(["NOUN", "VERB", "PROPN", "ADP", "PUNCT", "AUX"])
_DEPS = st.sampled_from(
    ["nsubj", "dobj", "ccomp", "xcomp", "appos", "prep", "pobj", "advcl", "acl", "conj"]
)


@settings(max_examples=60)
@given(st.data(), st.integers(1, 12))
def test_any_tree_stays_one(data: st.DataObject, size: int) -> None:
    tokens = []
    for at in range(size):
        word = data.draw(_SOME)
        head = data.draw(st.integers(0, max(at - 1, 0)))
        dep = data.draw(_DEPS) if at else "ROOT"
        pos, tag = data.draw(_PARTS), data.draw(_TAGS)
        tokens.append(Token(at, at + 1, word, word.lower(), pos, tag, dep, head, ""))
    sentence = Sentence(0, size, 0, size, 0, False)
    space = [Token(size, size, "", "", "SPACE", "_SP", "", at, "") for at in (size, size + 1)]
    mended = Repairs(_BOOK)((*tokens, *space), (sentence,))
    assert [token.text for token in mended] == [token.text for token in (*tokens, *space)]
    for at in range(size):
        above = islice(Tree(mended, (sentence,)).ancestors(at), size + 1)
        assert len(list(above)) < size


def test_every_repair_is_told_once_and_asks_for_something() -> None:
    assert len({repair.mend for repair in REPAIRS}) == len(REPAIRS)
    assert all(repair.mend.__doc__ for repair in REPAIRS)
    assert all(repair.tags or repair.deps or repair.lemmas for repair in REPAIRS)
