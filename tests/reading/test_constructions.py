"""Constructions of attribution, each in a sentence or two: whose words, which words, and what is none."""

from __future__ import annotations

import pytest

from sayso.reading import Reader
from tellings import told


def said(reader: Reader, text: str) -> list[tuple[str | None, str]]:
    return [
        (one.speaker.name if one.speaker else None, " | ".join(span.text for span in one.content))
        for one in told(reader, text)
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The mayor called on the bakers to stop the strike.",
            "The mayor",
            "to stop the strike",
        ),
        (
            "She called for both sides to leave the valley.",
            "She",
            "both sides to leave the valley",
        ),
        (
            "Polls show the Greens leading the Liberals by nine points.",
            "Polls",
            "the Greens leading the Liberals by nine points",
        ),
        (
            "It was a plan that the mayor described as “a gift to smugglers.”",
            "the mayor",
            "as “a gift to smugglers.”",
        ),
        (
            "The mayor likened the tax to a fine on honesty.",
            "The mayor",
            "the tax to a fine on honesty",
        ),
        ("The talks, in the envoy’s view, were over.", "the envoy", "The talks | were over"),
        ("In the words of one baker, the tax was a fine.", "one baker", "the tax was a fine"),
        (
            "Lopez told farmers to “plough on” and then “wait for rain.”",
            "Lopez",
            "to “plough on” and then “wait for rain.”",
        ),
        (
            "The mayor said he has one rule for the winter: “Patience, and more patience.”",
            "The mayor",
            "he has one rule for the winter: “Patience, and more patience.”",
        ),
        (
            "The mayor’s call for a ban on fireworks pleased nobody.",
            "The mayor",
            "a ban on fireworks",
        ),
        ("Anna Keller: The ferries will not sail.", "Anna Keller", "The ferries will not sail"),
        (
            "The minister went on to say that the dam would hold.",
            "The minister",
            "that the dam would hold",
        ),
        (
            "The minister questioned whether the dam would hold.",
            "The minister",
            "whether the dam would hold",
        ),
    ],
)
def test_who_and_what(reader: Reader, text: str, speaker: str, content: str) -> None:
    assert said(reader, text) == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister did not respond to requests for an interview.",
        "The mayor refrained from blaming the bakers.",
        "If Lopez asks him about the dam, the session ends.",
        "They hoped in vain for rain and left without naming the culprit.",
        "The van was supposed to be escorted by the guard.",
        "Ask the farmers what the dam has done.",
        "The lake is a place where the two found common ground.",
        "The villagers were left with nothing after the mine closed.",
        "The new rules seek to limit noise.",
    ],
)
def test_what_is_no_statement(reader: Reader, text: str) -> None:
    assert said(reader, text) == []


def test_a_condition_before_the_cue_belongs_to_what_was_said(reader: Reader) -> None:
    (one,) = told(reader, "If the dredger breaks down, Keller warned, the ferries could stop.")
    assert [span.text for span in one.content] == [
        "If the dredger breaks down",
        "the ferries could stop",
    ]
    assert one.modality == "hypothetical"


def test_a_speaker_in_two_parts_after_the_words(reader: Reader) -> None:
    text = (
        "Dredging of the old quay is put off until autumn, the port director, Anna Keller, "
        "told Reuters on Monday."
    )
    (one,) = told(reader, text)
    assert one.speaker is not None
    assert one.speaker.resolved == "Anna Keller"
    assert one.content[0].text == "Dredging of the old quay is put off until autumn"


def test_a_quotation_within_words_keeps_its_marks(reader: Reader) -> None:
    text = "The envoy said she welcomed what she calls a “truce of the tired.”"
    assert said(reader, text) == [
        ("The envoy", "she welcomed what she calls a “truce of the tired.”")
    ]


def test_whom_one_calls_on_is_addressed(reader: Reader) -> None:
    (one,) = told(reader, "The bishop appealed to the rebels to lay down their arms.")
    assert [party.name for party in one.addressees] == ["the rebels"]
    assert one.modality == "requested"


@pytest.mark.parametrize(
    ("text", "act", "modality"),
    [
        ("The memo says the valves were never tested.", "writing", "asserted"),
        ("The guard says the valves were never tested.", "speech", "asserted"),
        ("The miners’ claim that the dam leaks was new.", "speech", "doubted"),
        ("The miners’ pledge to return was new.", "speech", "promised"),
        ("Lopez seeks to buy the mine.", "intention", "planned"),
    ],
)
def test_act_and_modality(reader: Reader, text: str, act: str, modality: str) -> None:
    (one,) = told(reader, text)
    assert (one.act, one.modality) == (act, modality)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The letter attacking the mayor was unsigned.", "The letter"),
        ("Lopez issued a statement criticizing the mayor.", "Lopez"),
    ],
)
def test_a_letter_speaks_unless_somebody_gives_it(reader: Reader, text: str, speaker: str) -> None:
    assert {name for name, _ in said(reader, text)} == {speaker}


def test_a_title_does_not_carry_speech_on(reader: Reader) -> None:
    text = "“The river will rise,” Lopez said.\n\n“All Roads Lead North”\n\nThe road is shut."
    assert said(reader, text) == [("Lopez", "“The river will rise,”")]


def test_a_tag_in_brackets_credits_its_paragraph(reader: Reader) -> None:
    text = "“The tower is sold,” Otto Brandl said. (Source: Reuters)\n\n“Sold,” Otto Brandl said again."
    first, second = told(reader, text)
    assert [link.how for link in first.chain] == ["credits", "says"]
    assert [link.how for link in second.chain][:1] != ["credits"]


def test_the_cue_is_no_part_of_what_was_said(reader: Reader) -> None:
    text = "Wells had dried up, Lopez noted, so that the only water came by train."
    [one] = told(reader, text)
    assert not any("noted" in span.text for span in one.content)
