"""Red lines whose condition an inverted "should" opens, and whose act is that of an "it"."""

from __future__ import annotations

import pytest

from extracted import only


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (
            "Should Chile starve the lake villages of power, Peru will hit back, Peruvian President Ana Paz said.",
            "Should Chile starve the lake villages of power",
            "Peru will hit back",
        ),
        (
            "Should Chile jam radar stations, Peru will retaliate, Peruvian army spokesman Raúl Vega said.",
            "Should Chile jam radar stations",
            "Peru will retaliate",
        ),
        (
            "Should Chile ban flights from Lima, Peru will retaliate, Peruvian President Ana Paz said.",
            "Should Chile ban flights from Lima",
            "Peru will retaliate",
        ),
        (
            "Peruvian President Ana Paz said that should Chile fund rebel bands, Peru will retaliate.",
            "should Chile fund rebel bands",
            "Peru will retaliate",
        ),
    ],
)
def test_should_opens_a_condition(text: str, condition: str, consequence: str) -> None:
    line = only(text)
    assert line.warned is not None
    assert line.warned.resolved == "Chile"
    assert [span.text for span in line.condition.spans] == [condition]
    assert [span.text for span in line.consequence.spans] == [consequence]


@pytest.mark.parametrize(
    "text",
    [
        "Peru's Foreign Ministry warned Chile that Peru would retaliate if it shelled Tacna.",
        "Peru's army said Peru would strike Chile if it shelled Tacna.",
    ],
)
def test_it_is_who_is_told_or_hit(text: str) -> None:
    line = only(text)
    assert line.warned is not None
    assert line.warned.resolved == "Chile"


def test_nobody_retaliates_for_a_kindness() -> None:
    line = only(
        "Peru will retaliate if Chile recognises the rebels, Peruvian President Ana Paz said."
    )
    assert "recognises the rebels" in line.condition.spans[0].text
