"""Where the writer's own words end and what somebody said begins."""

from __future__ import annotations

import pytest

from sayso.reading import Reader
from tellings import told


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "A minute later the guard followed up by lamenting the rain: “There is a lot of mud in this job,” he said.",
            "he",
            ["“There is a lot of mud in this job,”"],
        ),
        (
            "“He never paid the toll,” Ida Holm said, as some of the fishers booed.",
            "Ida Holm",
            ["“He never paid the toll,”"],
        ),
        (
            "Sitting down with a weekly, during which he sang, Olav Bern remarked that the pier was late.",
            "Olav Bern",
            ["that the pier was late"],
        ),
        (
            "There is less agreement on the ferry: 40 percent of the voters say the council should sell it.",
            "40 percent of the voters",
            ["the council should sell it"],
        ),
    ],
)
def test_narration_is_no_content(
    reader: Reader, text: str, speaker: str, content: list[str]
) -> None:
    (one,) = [one for one in told(reader, text) if one.speaker and one.speaker.name == speaker]
    assert [span.text for span in one.content] == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("In May, she said, the pier was closed.", ["In May", "the pier was closed"]),
        (
            "“We have one rule: nobody swims,” said Ida Holm.",
            ["“We have one rule: nobody swims,”"],
        ),
        (
            "If the dam breaks, the mayor said, the mill would close.",
            ["If the dam breaks", "the mill would close"],
        ),
    ],
)
def test_what_a_cue_interrupts_is_content(reader: Reader, text: str, content: list[str]) -> None:
    (one,) = told(reader, text)
    assert [span.text for span in one.content] == content


def test_a_caption_above_is_no_part_of_the_speaker(reader: Reader) -> None:
    text = "Ida Holm at the quay\n\nThe mayor said that the quay was safe."
    (one,) = told(reader, text)
    assert one.speaker is not None
    assert one.speaker.name == "The mayor"


def test_of_a_clause_before_a_colon_the_subject_speaks(reader: Reader) -> None:
    text = "A note in the report makes that clear: “These rules do not apply to the ferry.”"
    (one,) = told(reader, text)
    assert one.speaker is not None
    assert one.speaker.name == "A note in the report"
