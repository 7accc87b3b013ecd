"""Red lines in sentences whose clauses the parser hangs in the wrong place."""

from __future__ import annotations

import pytest

from extracted import lines, only
from golden.lines import joined


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (
            "Peru threatened to expel Chile's ambassador if shelling of Tacna resumes.",
            "if shelling of Tacna resumes",
            "to expel Chile's ambassador",
        ),
        (
            "Peru threatened to turn out Chile's envoy if impounding of the river starts without a treaty.",
            "if impounding of the river starts without a treaty",
            "to turn out Chile's envoy",
        ),
        (
            "Peruvian President Ana Paz emphasised the seriousness of Peru's concerns, warning of potential consequences if Chile were to transfer air defence systems, made under U.S. licence, to Bolivia.",
            "if Chile were to transfer air defence systems, made under U.S. licence, to Bolivia",
            "potential consequences",
        ),
        (
            "“Chile has to halt the survey. If not, we will act,” Peruvian Energy Minister Ana Paz said.",
            "Chile has to halt the survey",
            "we will act",
        ),
        (
            "“Peru is not going to look on while Chile shelters the rebels,” Peruvian Foreign Minister Ana Paz said.",
            "while Chile shelters the rebels",
            "Peru is not going to look on",
        ),
        (
            "“Peru will not tolerate drilling off its coast,” Peruvian Foreign Minister Ana Paz said.",
            "drilling off its coast",
            "Peru will not tolerate",
        ),
    ],
)
def test_the_parts_are_whole(text: str, condition: str, consequence: str) -> None:
    line = only(text)
    assert joined(line.condition.spans) == condition
    assert joined(line.consequence.spans) == consequence


def test_a_second_condition_of_a_sentence_has_its_own_answer() -> None:
    text = (
        "“If Chile hides the raiders, our guns will speak, and should it bar our lorries from the road, "
        "we will cut off its fuel,” Peruvian Defence Minister Ana Paz said."
    )
    second = lines(text)[-1]
    assert joined(second.condition.spans) == "should it bar our lorries from the road"
    assert joined(second.consequence.spans) == "we will cut off its fuel"


def test_what_can_go_ahead_is_no_loss() -> None:
    assert not lines("Chile's purchase of the wheat can go ahead, Peruvian President Ana Paz said.")
