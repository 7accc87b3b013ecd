"""What the shipped weights decide: cues that no frame of the book holds, and what stays no statement."""

from __future__ import annotations

import pytest

from sayso.reading import Reader
from sayso.reading.en.attribution.cue_candidates import frame_of
from tellings import told


@pytest.mark.parametrize(
    ("text", "speaker", "content", "act"),
    [
        (
            "The governor is confident that the ferry will sail.",
            "The governor",
            "that the ferry will sail",
            "thought",
        ),
        (
            "Farmers are worried about the price of seed.",
            "Farmers",
            "the price of seed",
            "thought",
        ),
        ("He embraced the idea of a toll.", "He", "the idea of a toll", "thought"),
    ],
)
def test_cues_beside_the_book(
    reader: Reader, text: str, speaker: str, content: str, act: str
) -> None:
    (one,) = told(reader, text)
    assert one.speaker is not None
    assert one.speaker.name == speaker
    assert [span.text for span in one.content] == [content]
    assert one.act == act


@pytest.mark.parametrize(
    "text",
    [
        "The dam does not hold.",
        "The company built a mill and sold the bakery.",
        "The deputy could embrace the idea of a toll.",
        "The ministry declined to comment.",
    ],
)
def test_what_no_weights_make_a_statement(reader: Reader, text: str) -> None:
    assert not told(reader, text)


def test_an_attitude_that_is_denied(reader: Reader) -> None:
    (one,) = told(reader, "The mayor does not believe that the dam will hold.")
    assert (one.act, one.modality) == ("thought", "denied")


def test_the_verb_that_a_cue_noun_borrows_tells_nothing_itself(reader: Reader) -> None:
    found = told(reader, "The ministry issued a warning to Oslo about the dredger.")
    assert len(found) == 1


def test_a_relative_pronoun_is_in_the_span_and_not_in_the_name(reader: Reader) -> None:
    (one,) = told(reader, "Jan Novak, who said the mill is closed, left the town.")
    assert one.speaker is not None
    assert one.speaker.name == "Jan Novak"
    assert one.speaker.span is not None
    assert one.speaker.span.text == "Jan Novak, who"


@pytest.mark.parametrize(
    ("structure", "frame"),
    [
        ("ccomp:that", "clause"),
        ("around:parataxis", "clause"),
        ("xcomp:to-comma", "infinitive"),
        ("dobj", "object"),
        ("dobj+", "judgement"),
        ("prep:about", "about"),
        ("lent:for", "for"),
        ("prep:into", "object"),
        ("raised+prep:as", "judgement"),
        ("raised+xcomp:to", "impersonal"),
        ("label-paragraph", "label"),
    ],
)
def test_the_frame_of_a_structure(structure: str, frame: str) -> None:
    assert frame_of(structure) == frame
