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
        "Lars Holm was charged with murder over the fire at the mill.",  # what the law does
        "The judge sentenced the miller to ten years in prison.",
        "The clerk was credited with saving the ferry.",
        "The mill was listed as a bakery.",  # a register, and not what rules ask
        "The ferry is required to report to the port at all times.",
        "The mayor has ignored calls for a new vote.",  # the words of others
        "The port did not give much detail about what happened in the night.",  # what nobody said
        "The mayor declined to describe the ship in detail.",
        "The sailors were questioned by a magistrate.",
        "The ministry issued two late rules that fishers fear.",
        "The miller talked about the old gun.",
        "The ministry listed the herring as threatened.",
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
        (
            "Maria Rossi charged that the vote was rigged.",
            "Maria Rossi",
            "that the vote was rigged",
        ),
        (
            "The mill was called by a stranger and told that a bomb was hidden.",
            "a stranger",
            "that a bomb was hidden",
        ),
        ("Police ask anyone with information to call the port.", "Police", "to call the port"),
        (
            "Holm fled, according to court records, which list him twice.",
            "court records",
            "Holm fled",
        ),
        ("A judge on Monday said the road was shut.", "A judge", "the road was shut"),
        ("But, Maria Rossi said, two boats sank.", "Maria Rossi", "two boats sank"),
        ("Two boats sank at 5 p.m., Maria Rossi said.", "Maria Rossi", "Two boats sank at 5 p.m."),
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


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The letter has been labeled “false” by Anna Keller.", ["The letter", "“false”"]),
        (
            "The damage was estimated by the Mill Guild at two million euros.",
            ["The damage", "at two million euros"],
        ),
    ],
)
def test_a_passive_holds_what_the_thing_was_called(
    reader: Reader, text: str, content: list[str]
) -> None:
    (one,) = told(reader, text)
    assert [span.text for span in one.content] == content


def test_a_participle_behind_the_speaker_takes_no_subject(reader: Reader) -> None:
    one = told(
        reader,
        "But the lawyer acting for the miller, who has been fined twice, said that the mill was shut.",
    )[0]
    assert one.speaker is not None
    assert one.speaker.name == "the lawyer"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Two boats left, a navy spokesman said. “We wait,” he said.", "navy spokesman"),
        ("Two boats left, a navy spokesman said. The search went on, he added.", "navy spokesman"),
        ("Two boats left, a navy spokesman said. “We wait,” she said.", None),
        ("Two boats left, police said. “We wait,” he said.", None),
        ("Two boats left, navy spokesmen said. “We wait,” he said.", None),
    ],
)
def test_a_pronoun_stands_for_the_holder_of_an_office_who_spoke_before(
    reader: Reader, text: str, role: str | None
) -> None:
    last = told(reader, text)[-1].speaker
    assert last is not None
    assert (last.role, last.resolved) == (role, None)


def test_a_given_name_alone_tells_whom_she_is_not(reader: Reader) -> None:
    one = told(reader, "Ben went to school in Malta.\n\nShe said he liked the sea.")[0]
    assert one.speaker is not None
    assert one.speaker.resolved is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A spokesman for the U.K. company, Simon Orde, said it was late.", None),
        (
            "Simon Orde, a spokesman for the U.K. company, said it was late.",
            "spokesman for the U.K. company",
        ),
        (
            "Mila Orde, head of Iran's weather centre, said it was late.",
            "head of Iran's weather centre",
        ),
        ("Mila Orde, president of Chile, said it was late.", "president of Chile"),
    ],
)
def test_a_state_that_only_tells_of_a_body_is_not_whose_office_it_is(
    reader: Reader, text: str, role: str | None
) -> None:
    (one,) = told(reader, text)
    assert one.speaker is not None
    assert role is None or one.speaker.role == role
    assert one.speaker.role != "spokesman of the United Kingdom"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Orvane Inc. said it was late. “The line is cut,” Reliance said. The company said it was early.",
            "Reliance",
        ),
        (
            "Orvane Inc. said it was late. Quay Workers Union said it was wrong. The company said it was early.",
            "Orvane Inc",
        ),
        ("The boats left for Chile's navy. The navy said it was late.", "Armed Forces of Chile"),
        ("The boats left for Chile. The navy said it was late.", None),
    ],
)
def test_a_body_is_the_one_that_was_named(reader: Reader, text: str, who: str | None) -> None:
    last = told(reader, text)[-1].speaker
    assert last is not None
    assert last.resolved == who
