"""When something was said: the times that a telling has, and those of other things beside it."""

from __future__ import annotations

import pytest

from sayso.reading import Reader
from tellings import told


def when(reader: Reader, text: str) -> list[str | None]:
    return [one.when.text if one.when else None for one in told(reader, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Tuesday, Raud met the press and said that the quay was shut.", "Tuesday"),
        ("Asked on Wednesday about the quay, Petra Ilves said that it was open.", "Wednesday"),
        ("When he visited Hafnir on Thursday, Raud said that the quay was shut.", "Thursday"),
        ("Speaking at a rally in Oslo on Friday, Raud said that the quay was shut.", "Friday"),
        ("The envoy said at a press conference in Hanoi on Monday that it was shut.", "Monday"),
        ("“The quay is void,” Raud wrote in a post on X on Tuesday.", "Tuesday"),
        (
            "Ilves, who met Raud on Monday, told Radio Hafnir on Tuesday that it was void.",
            "Tuesday",
        ),
    ],
)
def test_the_time_of_a_telling(reader: Reader, text: str, expected: str) -> None:
    assert expected in when(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Petra Ilves, who left the party on 3 May 2011, said that the quay was rotten.",
        "The minister who visited Oslo in June 2010 promised that the port would stay.",
        "Ilves criticised the contract signed on 9 May 2011, saying that it was void.",
        "Raud, speaking after the storm of 12 May 2011, said that the port was shut.",
        "“The port is shut,” said Otto Raud, who was elected in 2009.",
        (
            "Judge Otto Raud told the court that he weighed the facts in the fire at Hafnir in June 2005, "
            "and he concluded that the case warrants prison."
        ),
        "After Raud left the country on Monday, Ilves said that all was well.",
    ],
)
def test_the_time_of_something_else_is_not_the_tellings(reader: Reader, text: str) -> None:
    assert set(when(reader, text)) == {None}


def test_a_date_in_brackets_is_not_what_was_announced(reader: Reader) -> None:
    text = "Nordlink announced today (4 November 2011) that repairs have been completed on a cable."
    assert "4" not in [span.text for one in told(reader, text) for span in one.content]


def test_what_is_said_on_another_day_has_another_occasion(reader: Reader) -> None:
    text = "In an interview on Monday, Raud said that the quay was shut. Raud said on Friday that it was open."
    assert [one.occasion for one in told(reader, text)] == ["interview on Monday", None]
