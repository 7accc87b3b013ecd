"""Forms asked once are those that the whole pipeline gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from sayso.reading.forms import Form, Forms
from sayso.reading.forms_labels import Labels
from sayso.reading.language import find_pipeline

WRITTEN = (
    "there ain't gonna got let 's is are was the minister n't do does did have had that if 'd more "
    "told left leaves better Tuesday ships went . , ; ? his hers it you i c'm on y' all 12 % said"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(find_pipeline(None), exclude=["ner"])


def whole(nlp: Language, text: str) -> Iterator[Form]:
    for token in nlp(text):
        yield Form(token.text, token.lemma_.lower(), token.pos_, token.tag_, token.dep_)


def parsed(nlp: Language, forms: Forms, text: str) -> list[Form]:
    with nlp.select_pipes(disable=forms.rules):
        return forms.of([nlp(text)])[0]


@pytest.mark.parametrize(
    "text",
    [
        "There are two keels in the yard, and there is a third at sea.",
        "They ain't gonna sell it; let's ask what they've got.  He hadn't left, y'all.",
        "Divers couldn't have been lying: the geese were the worst of the lot.",
        " \t odd  spaces ",
    ],
)
def test_forms_are_those_of_the_whole_pipeline(nlp: Language, text: str) -> None:
    forms = Forms(nlp, {})
    assert forms.rules == ("attribute_ruler", "lemmatizer")
    assert parsed(nlp, forms, text) == list(whole(nlp, text))
    assert parsed(nlp, forms, text) == list(whole(nlp, text))


@settings(max_examples=50)
@given(
    st.lists(
        st.lists(st.sampled_from(WRITTEN.split()), min_size=1, max_size=8), min_size=1, max_size=4
    )
)
def test_what_was_asked_before_changes_nothing(nlp: Language, texts: list[list[str]]) -> None:
    forms = Forms(nlp, {})
    for words in texts:
        text = " ".join(words)
        assert parsed(nlp, forms, text) == list(whole(nlp, text))


def test_a_lemma_of_the_books_comes_first(nlp: Language) -> None:
    assert parsed(nlp, Forms(nlp, {"keels": "kelp"}), "Keels")[0].lemma == "kelp"


def test_a_pipeline_with_other_parts_is_left_as_it_is() -> None:
    plain = spacy.blank("en")
    plain.add_pipe("sentencizer")
    forms = Forms(plain, {})
    assert forms.rules == ()
    assert [form.text for form in forms.of([plain("Two words")])[0]] == ["Two", "words"]


def test_labels_are_told_apart_where_a_rule_asks_for_them(nlp: Language) -> None:
    ruler: Any = nlp.get_pipe("attribute_ruler")
    rules = [one for entry in ruler.patterns for one in entry["patterns"]]
    labels = Labels(nlp.vocab.strings, rules)

    def alike(word: str, tag: str, one: str, other: str) -> bool:
        add = nlp.vocab.strings.add
        keys = [(add(word), add(tag), add(label)) for label in (one, other)]
        return labels.told_apart(keys[0]) == labels.told_apart(keys[1])

    assert alike("ferry", "NN", "nsubj", "dobj")
    assert not alike("You", "PRP", "nsubj", "dobj")
    assert alike("you", "PRP", "dobj", "pobj")
    assert not alike("have", "VBP", "aux", "ROOT")
    assert not alike("that", "DT", "det", "nsubj")
    strange = Labels(nlp.vocab.strings, [[{"DEP": {"REGEX": "^n"}}]])
    assert len({strange.told_apart((0, 0, nlp.vocab.strings.add(one))) for one in "ab"}) == 2
