"""Red lines whose two halves a telling, a semicolon or a comma sets apart, and what is done in return."""

from __future__ import annotations

import pytest

from extracted import lines


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (
            "“Hand back the trawler by Sunday,” Omani Foreign Minister Ali Saleh told Yemen, “or we will close the strait.”",
            "Hand back the trawler by Sunday",
            "we will close the strait",
        ),
        (
            "“One more shell on our harbour,” Peruvian President Ana Paz warned Chile, “and the envoy goes home.”",
            "One more shell on our harbour",
            "the envoy goes home",
        ),
        (
            "“Let Chile dam that river,” Peruvian President Ana Paz said at a rally, “and our army will flatten the dam.”",
            "Chile dam that river",
            "our army will flatten the dam",
        ),
        (
            "Chile has 48 hours to free the pilots, Peruvian President Ana Paz wrote on Monday, or Peru will halt gas exports.",
            "to free the pilots",
            "Peru will halt gas exports",
        ),
        (
            "Peru demanded on Friday that Chile pull back its tugs; otherwise, Foreign Minister Ana Paz said, Lima would recall its envoy.",
            "that Chile pull back its tugs",
            "Lima would recall its envoy",
        ),
        (
            "Peru wants the Chilean tugs out of the bay by May; otherwise Lima will recall its envoy, Foreign Minister Ana Paz said.",
            "the Chilean tugs out of the bay by May",
            "Lima will recall its envoy",
        ),
        (
            "The Peruvian Army has given Chile until dawn to pull back its tugs, or the pier will be shelled.",
            "to pull back its tugs",
            "the pier will be shelled",
        ),
        (
            "Should Chilean tugs enter the bay again, President Ana Paz of Peru said, they would be seized.",
            "Should Chilean tugs enter the bay again",
            "they would be seized",
        ),
        (
            "“If Lima raises its tolls, we will raise ours,” Chilean Trade Minister Luis Rojas said.",
            "If Lima raises its tolls",
            "we will raise ours",
        ),
    ],
)
def test_both_halves_are_one_line(text: str, condition: str, consequence: str) -> None:
    [found] = lines(text)
    assert " ".join(span.text for span in found.condition.spans) == condition
    assert " ".join(span.text for span in found.consequence.spans) == consequence


def test_what_otherwise_opens_is_told_once() -> None:
    text = (
        "Peruvian President Ana Paz called on Chile to pull back its tugs. Otherwise, she said, "
        "the Tacna crossing would be sealed for Chilean lorries."
    )
    assert len(lines(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "“Come to the fair in May,” Omani Trade Minister Ali Saleh told Yemen, “and we will show you our silver.”",
        "“Take the noon train,” the guide told us, “or we will miss the boat.”",
        "“If Lima cuts its tolls, we will cut ours,” Chilean Trade Minister Luis Rojas said.",
        "“If Lima opens its archive, we will open ours,” Chilean Culture Minister Luis Rojas said.",
        "Peru wants more tourists in the bay; otherwise the hotels will close, Tourism Minister Ana Paz said.",
        "The bank has given the shop until dawn to move, or the lease will lapse.",
    ],
)
def test_near_misses(text: str) -> None:
    assert lines(text) == ()
