"""The pipeline run by hand gives what spaCy's own run gives, whatever stands in the batch."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from sayso.reading.encoder import Encoder
from sayso.reading.language import LanguageModel, find_pipeline
from sayso.reading.pipeline import Pipeline

WRITTEN = """the Let 's minister of Norway Ms. Solveig Aas said in New York on Tuesday that 40 Danish
 ships left Port of Tyne . ; " ( Reuters ) U.S. Senate 3 million kroner next year's National Gas Council
 isn't Klaipėda \u2014 Київ I gonna 's IBM Corp"""
TEXTS = (
    "Solveig Aas, who heads the National Grid Council in Oslo, met Danish officials on 3 May 2011.",
    "Let's go, said Acme Holdings Ltd. of New South Wales; it's $40 million!  He isn't amused.",
    " Two  spaces , and the Bank of Jutland\u2019s Mr. Holm",
    "A",
)
SIZES = (1, 2, 3)
words = st.lists(st.sampled_from([*WRITTEN.split(), " ", "\t"]), min_size=1, max_size=30)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(find_pipeline(None))


@pytest.fixture(scope="module")
def pipeline(nlp: Language) -> Pipeline:
    return Pipeline(nlp)


@pytest.fixture(scope="module")
def by_size() -> Mapping[int, LanguageModel]:
    return {size: LanguageModel(None, batch_size=size) for size in (*SIZES, 64)}


def told(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (token.text, token.tag_, token.dep_, token.head.i, token.ent_iob_, token.ent_type_)
        for token in doc
    ]


def alike(nlp: Language, pipeline: Pipeline, texts: list[str]) -> None:
    whole = list(nlp.pipe(texts, disable=["attribute_ruler", "lemmatizer"]))
    ours = pipeline(texts)
    assert [list(map(str, doc.sents)) for doc in ours] == [
        list(map(str, doc.sents)) for doc in whole
    ]
    assert list(map(told, ours)) == list(map(told, whole))


def test_texts_are_read_as_the_model_itself_reads_them(nlp: Language, pipeline: Pipeline) -> None:
    alike(nlp, pipeline, list(TEXTS))
    assert [span.label_ for span in pipeline([TEXTS[0]])[0].ents][:1] == ["PERSON"]


@settings(max_examples=40)
@given(st.lists(words, min_size=1, max_size=6))
def test_any_words_are_read_as_the_model_itself_reads_them(
    nlp: Language, pipeline: Pipeline, texts: list[list[str]]
) -> None:
    alike(nlp, pipeline, [" ".join(text) for text in texts])


def test_vectors_are_those_of_the_layers(nlp: Language) -> None:
    docs = [nlp.make_doc(text) for text in (*TEXTS, "")]
    model = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    for ours, theirs in zip(Encoder(model)(docs), model.predict(docs), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=2e-5)
    assert Encoder(model)([nlp.make_doc("")])[0].shape == (0, 96)


@settings(max_examples=20)
@given(st.lists(words, min_size=2, max_size=6), st.sampled_from(SIZES))
def test_the_size_of_a_batch_changes_nothing(
    by_size: Mapping[int, LanguageModel], texts: list[list[str]], size: int
) -> None:
    text = "\n".join(" ".join(one) for one in texts)
    assert by_size[size].parse(text) == by_size[64].parse(text)
