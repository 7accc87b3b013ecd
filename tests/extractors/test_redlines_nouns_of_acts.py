"""Red lines whose act is a noun that no list of acts has: its frame and its form show it to be one."""

from __future__ import annotations

import pytest

from extracted import lines, only

SAID = "Peruvian President Ana Paz said"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Peruvian President Ana Paz told Chile that taxation of copper would trigger retaliation.",
            "taxation of copper",
        ),
        (
            "Peruvian President Ana Paz told Chile that theft of gas from the pipe would bring sanctions.",
            "theft of gas",
        ),
        (f"{SAID} nuclear testing would be met with sanctions.", "nuclear testing"),
        (
            "Peruvian President Ana Paz told Chile that fencing of the pastures would provoke retaliation.",
            "fencing of the pastures",
        ),
    ],
)
def test_a_noun_of_an_act(text: str, condition: str) -> None:
    assert condition in only(text).condition.spans[0].text


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian President Ana Paz told Chile that inflation of prices would bring retaliation.",
        "Peruvian President Ana Paz told lawmakers that depletion of the lake would bring conflict.",
    ],
)
def test_what_nobody_does(text: str) -> None:
    assert not lines(text)


def test_all_words_of_the_act_that_is_answered() -> None:
    line = only(
        f"{SAID} Peru would respond to any passage of a frigate through the narrows by Chile."
    )
    assert [span.text for span in line.condition.spans] == [
        "any passage of a frigate through the narrows by Chile"
    ]
    assert line.warned is not None
    assert line.warned.resolved == "Chile"


def test_how_it_is_answered_is_no_part_of_the_act() -> None:
    line = only(f"{SAID} Peru would respond to any attack by closing the border.")
    assert [span.text for span in line.condition.spans] == ["any attack"]


def test_what_two_rules_read_is_told_once() -> None:
    line = only(
        "Peruvian President Ana Paz threatened Chile with retaliation over sheltering of gangs."
    )
    assert "sheltering of gangs" in line.condition.spans[0].text
