"""Threats in a participle behind a telling, over an act to come, in view of one, and by a time that runs out."""

from __future__ import annotations

import pytest

from extracted import drawn, lines

_MINISTER = "Peruvian Defence Minister Ana Paz"


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (f"Chile will rue the day it mined the strait, {_MINISTER} said, promising sanctions.", "mined the strait", "sanctions"),
        (f"Chile would be making a grave mistake by mining the strait, {_MINISTER} said, threatening the closure of the canal.", "mining the strait", "the closure of the canal"),
        (f"{_MINISTER} said Peru would not stay idle if Chile mined the strait, hinting at sanctions.", "Chile mined the strait", "sanctions"),
        (f"{_MINISTER} said Peru would not fold its arms if Chile mined the strait, and promised sanctions.", "Chile mined the strait", "sanctions"),
        (f"{_MINISTER} vowed the closure of its consulates over any mining of the strait.", "mining of the strait", "closure of its consulates"),
        (f"{_MINISTER} pledged a boycott of the fair in response to any mining of the strait by Chile.", "mining of the strait", "boycott of the fair"),
        (f"Reacting to reports that Chile might mine the strait, {_MINISTER} said Peru would close the canal.", "Chile might mine the strait", "close the canal"),
        (f"Chile has been given until Monday by {_MINISTER} to clear the strait; after that, the canal will be closed.", "clear the strait", "canal will be closed"),
        (f"The ultimatum of {_MINISTER} leaves Chile two days to clear the strait; beyond that, the canal will be closed.", "clear the strait", "canal will be closed"),
        (f"State television aired a warning by {_MINISTER} that Peru would close the canal if Chile mined the strait.", "Chile mined the strait", "close the canal"),
    ],
)  # fmt: skip
def test_line(text: str, condition: str, consequence: str) -> None:
    line = drawn(text, condition, consequence)
    assert line.warner is not None
    assert line.warner.resolved == "Ana Paz"


@pytest.mark.parametrize(
    "text",
    [
        f"{_MINISTER} said Chile mined the strait, threatening shipping.",
        f"{_MINISTER} vowed revenge for the killing of the general.",
        f"{_MINISTER} promised help for any victims of the flood.",
        f"{_MINISTER} said the talks had gone well, promising a treaty.",
        f"Reacting to reports that Chile might visit the strait, {_MINISTER} said Peru would send a band.",
    ],
)
def test_no_line(text: str) -> None:
    assert lines(text) == ()
