"""Threats beside what is asked, in a question or held out in a noun; and what draws no line beside it."""

from __future__ import annotations

import pytest

from extracted import drawn, lines

_MINISTER = "Peruvian Defence Minister Ana Paz"


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (f"{_MINISTER} urged Chile not to mine the strait, warning of sanctions.", "mine the strait", "sanctions"),
        (f"{_MINISTER} cautioned Chile against mining the strait, saying it would lead to sanctions.", "mining the strait", "lead to sanctions"),
        (f"{_MINISTER} advised Chile not to mine the strait, promising a boycott of its fruit.", "mine the strait", "boycott of its fruit"),
        (f"{_MINISTER} dared Chile to mine the strait, adding that Peru would sink the ships.", "mine the strait", "sink the ships"),
        (f"Chile has been told by {_MINISTER} not to mine the strait, on pain of a boycott of its fruit.", "mine the strait", "boycott of its fruit"),
        (f"{_MINISTER} ordered Chile to clear the strait under threat of sanctions.", "clear the strait", "sanctions"),
        (f"{_MINISTER} called on Chile to desist from mining the strait or the canal will be closed.", "mining the strait", "canal will be closed"),
        (f"{_MINISTER} told Chile not to mine the strait or Peru would close the canal.", "mine the strait", "Peru would close the canal"),
        (f"{_MINISTER} remarked that should Chile mine the strait, the answer would be sanctions.", "Chile mine the strait", "answer would be sanctions"),
        (f"{_MINISTER} raised the spectre of sanctions if Chile mined the strait.", "Chile mined the strait", "sanctions"),
        (f"{_MINISTER} hinted at sanctions should Chile mine the strait, the agency reports.", "Chile mine the strait", "sanctions"),
        (f"{_MINISTER} reserved the right to close the canal in response to any mining of the strait.", "mining of the strait", "close the canal"),
        (f"Asked what Peru would do if Chile mined the strait, {_MINISTER} said it would close the canal.", "Chile mined the strait", "close the canal"),
        (f"Asked what Peru would do if Chile mined the strait, {_MINISTER} replied: “We will close the canal.”", "Chile mined the strait", "We will close the canal"),
    ],
)  # fmt: skip
def test_line(text: str, condition: str, consequence: str) -> None:
    line = drawn(text, condition, consequence)
    assert line.warner is not None
    assert line.warner.resolved == "Ana Paz"


def test_who_says_that_a_right_is_reserved() -> None:
    text = (
        f"Peru reserves the right to close the canal if Chile mines the strait, {_MINISTER} said."
    )
    (line,) = lines(text)
    assert line.warner is not None
    assert line.warner.resolved == "Ana Paz"


@pytest.mark.parametrize(
    "text",
    [
        f"{_MINISTER} urged Chile to visit the strait, saying it would be welcome.",
        f"{_MINISTER} raised the prospect of a treaty with Chile.",
        f"{_MINISTER} hinted at a tunnel under the strait.",
        f"Asked whether Chile had mined the strait, {_MINISTER} said it was too early to tell.",
        f"{_MINISTER} kept the right to fish in the strait.",
        f"Asked what Peru would do if Chile mined the strait, {_MINISTER} declined to answer.",
    ],
)
def test_no_line(text: str) -> None:
    assert lines(text) == ()
