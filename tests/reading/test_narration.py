"""Where the writer's own words end and what somebody said begins, and whose words they are."""

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


def test_a_month_is_no_part_of_an_agency(reader: Reader) -> None:
    (one,) = told(reader, "Last December Reuters reported that the pact was dead.")
    assert one.speaker is not None
    assert one.speaker.name == "Reuters"


def test_a_states_ambassador_is_who_is_named_as_such(reader: Reader) -> None:
    text = (
        "Peru's ambassador to Chile, Luis Prado, warned of delays on Monday.\n\n"
        "The pier was closed.\n\nThe mayor was ill.\n\nThe sea was calm.\n\n"
        "The warning from Peru's ambassador signals a long wait at the pier."
    )
    last = told(reader, text)[-1]
    assert last.speaker is not None
    assert last.speaker.resolved == "Luis Prado"
