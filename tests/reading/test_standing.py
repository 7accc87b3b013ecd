"""What stands as a statement and what an analyst would strike out: deeds, seeming, names, sides, labels."""

from __future__ import annotations

import pytest

from sayso.reading import Reader
from tellings import told


@pytest.mark.parametrize(
    "text",
    [
        "The council nominated Maria Rossi for the post.",  # a deed, whoever does it
        "The rebels attacked the harbour on Monday.",  # no words are told
        "The senate passed a bill that lowers the price of bread.",
        "Two engines responded to the blaze.",
        "A guard spotted smoke above the mill.",
        "Lars Holm has backed Maria Rossi.",  # whose side he is on
        "The fishers support the mayor.",
        "The mayor seems to have lost the thread.",  # how it looks to the writer
        "It appears that the dam will hold.",
        "It is obvious that the mayor learned little.",
        "Bern's reaction highlights how thin the ice is.",  # a thing shows, and says nothing
        "The strike reveals that the mill is poor.",
        "The rocket, made by the firm Orion and officially called the Spear, flew.",  # a name
        "He read a novel called “The Red Pier”.",
        "Updated: 8 PM on Monday, the ferry sails again.",  # no speaker before the colon
        "The jurors showed little emotion.",
        "http : / / news . example / quay",
        "The police declined to confirm reports of a theft.",  # nothing is said
        "The mayor mentioned the harbour fire.",  # a topic, and nothing said of it
        "Lars Holm pointed to the empty mill.",
        "The fishers refuted it.",  # what, another sentence tells
        "The bakers endorsed Maria Rossi.",
        "The cause of the blaze said that the mill was old.",  # things say nothing
        "The storm threatened to close the port.",
        "Considered one of the last of the great millers, Lars Holm died on Monday.",
        "Lars Holm answered with a “Stop Rossi” drive.",  # a by-word
    ],
)
def test_what_is_no_statement(reader: Reader, text: str) -> None:
    assert told(reader, text) == ()


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The mayor attacked the plan as a waste.", "The mayor", "the plan as a waste"),
        ("Lars Holm has backed the plan for a toll.", "Lars Holm", "the plan for a toll"),
        ("The farmers oppose the toll.", "The farmers", "the toll"),
        (
            "The mayor seems to believe that the dam will hold.",
            "The mayor",
            "to believe that the dam will hold",
        ),
        ("The letter shows that the mill is poor.", "The letter", "that the mill is poor"),
        ("The website says that the ferry is late.", "The website", "that the ferry is late"),
        ("Maria Rossi called the plan a mistake.", "Maria Rossi", "the plan a mistake"),
        ("“No,” said the mayor.", "the mayor", "“No,”"),
        ("The mayor denied the theft.", "The mayor", "the theft"),
        ("Maria Rossi underlined the need for a pier.", "Maria Rossi", "the need for a pier"),
    ],
)
def test_what_is_one(reader: Reader, text: str, speaker: str, content: str) -> None:
    (one,) = told(reader, text)
    assert one.speaker is not None
    assert one.speaker.name == speaker
    assert [span.text for span in one.content] == [content]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The treaty is under strain as President Jan Koval and Prime Minister Lea Brandt plan to meet.",
            "President Jan Koval and Prime Minister Lea Brandt",
        ),
        ("Jan Koval and Lea Brandt said the deal holds.", "Jan Koval and Lea Brandt"),
    ],
)
def test_two_speakers_are_one_party(reader: Reader, text: str, speaker: str) -> None:
    (one,) = told(reader, text)
    assert one.speaker is not None
    assert (one.speaker.name, one.speaker.count) == (speaker, 2)
    assert one.speaker.resolved is None
    assert one.caveats == ()


@pytest.mark.parametrize(
    "text",
    ["The heat told the crew that the mill was lost.", "You say the mill is lost."],
)
def test_neither_things_nor_anybody_tells(reader: Reader, text: str) -> None:
    assert not told(reader, text)


def test_words_that_are_no_words_hold_nothing(reader: Reader) -> None:
    address = "http : / / www . quaypost . com / s / article / 9242 / Gulls _ raid _ the _ quay _ Meridia _"
    assert not told(reader, f"{address} promises _ netting")
