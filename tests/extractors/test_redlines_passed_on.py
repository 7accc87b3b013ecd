"""Warnings that are passed on, named by a noun, or told by whose deed somebody hears of."""

from __future__ import annotations

import pytest

from extracted import lines

_WHAT = "Peru would close the canal if Chile mined the strait"
_MINISTER = "Peruvian Defence Minister Ana Paz"


@pytest.mark.parametrize(
    "text",
    [
        f"{_MINISTER} informed the Chilean ambassador that Peru would shut the canal if Chile mined the strait.",
        f"{_MINISTER} informed the Chilean envoy that Peru would go to war if Chile mined the strait.",
        f"{_MINISTER} refused to rule out closing the canal if Chile mined the strait.",
        f"{_MINISTER} would not rule out halting exports of fuel if Chile mined the strait.",
        f"{_MINISTER} left Chile under no illusion that {_WHAT}.",
        f"Chile was left in little doubt by {_MINISTER} that {_WHAT}.",
        f"{_MINISTER} communicated to Santiago through Swiss channels that {_WHAT}.",
        f"{_MINISTER} brought home to Santiago that {_WHAT}.",
        f"{_MINISTER} has sent Santiago word through an envoy that {_WHAT}.",
        f"{_MINISTER} fired a salvo at Chile: if the strait is mined, the canal will be closed.",
        f"It was made clear to Chile by {_MINISTER} that {_WHAT}.",
        f"Chile was handed an ultimatum by {_MINISTER} on Monday: clear the strait, or the canal will be closed.",
        f"Read my lips, {_MINISTER} told Santiago: if Chile mines the strait, Peru will close the canal.",
        f"The threat from {_MINISTER} was stark: if Chile mines the strait, the canal will be closed.",
        f"The word {_MINISTER} brought to Santiago was plain: if Chile mines the strait, the canal will be closed.",
        f"The radio read a warning by {_MINISTER}: if Chile mines the strait, the canal will be closed.",
        f"{_MINISTER} was adamant that {_WHAT}.",
        f"{_MINISTER} could not have been clearer: if Chile mines the strait, Peru will close the canal.",
        f"Santiago has received a letter from {_MINISTER} warning that {_WHAT}.",
    ],
)
def test_who_passes_it_on(text: str) -> None:
    (line,) = lines(text)
    assert line.warner is not None
    assert line.warner.resolved == "Ana Paz"


@pytest.mark.parametrize(
    "text",
    [
        f"Chile was told on Monday that {_WHAT}.",
        f"The Chilean envoy was called in and informed that {_WHAT}.",
        f"A note to the Chilean embassy said that {_WHAT}.",
        "The Peruvian message was stark: if Chile mines the strait, the canal will be closed.",
        f"The message from Lima to Santiago is that {_WHAT}.",
    ],
)
def test_whose_deed_it_is(text: str) -> None:
    (line,) = lines(text)
    assert line.warner is not None
    assert line.warner.resolved == "Peru"


@pytest.mark.parametrize(
    "text",
    [
        f"The strike sent a message that {_WHAT}.",
        f"Investors were told that {_WHAT}.",
        f"{_MINISTER} did not leave Chile in doubt that {_WHAT}.",
        f"{_MINISTER} could send Santiago a message that {_WHAT}.",
        f"A report said that {_WHAT}.",
        "The message that Peru sent was that its fleet would help if Chile asked for it.",
    ],
)
def test_nobody_warns(text: str) -> None:
    assert lines(text) == ()
