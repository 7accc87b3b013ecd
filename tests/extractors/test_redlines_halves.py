"""Red lines told in two halves, demands with what follows otherwise, and subjects that are the condition."""

from __future__ import annotations

import pytest

from extracted import lines


@pytest.mark.parametrize(
    ("text", "condition", "consequence", "aim"),
    [
        (
            "“Take the barges back by Friday,” Peruvian Foreign Minister Ana Paz said, addressing reporters at the quay, “or we will stop buying your barley.”",
            "Take the barges back by Friday",
            "we will stop buying your barley",
            "compel",
        ),
        (
            "“Pull the trawlers back,” Peruvian Foreign Minister Ana Paz told Chile's envoy, “or face our gunboats.”",
            "Pull the trawlers back",
            "face our gunboats",
            "compel",
        ),
        (
            "“Let Santiago put guards on the bridge,” Peruvian Foreign Minister Ana Paz said in remarks carried by the state news agency, “and the embassy closes the same day.”",
            "Santiago put guards on the bridge",
            "the embassy closes the same day",
            "deter",
        ),
        (
            "“Fire one more shell at our crews,” Peruvian Defence Minister Ana Paz said she had told her counterpart, “and Peru will treat it as an act of war.”",
            "Fire one more shell at our crews",
            "Peru will treat it as an act of war",
            "deter",
        ),
        (
            "“If they tax us,” Peruvian Trade Minister Ana Paz said of the Chileans, as she left the palace, “we tax them.”",
            "If they tax us",
            "we tax them",
            "deter",
        ),
        (
            "“Once an armed drone is inside our twelve miles,” Peruvian Defence Minister Ana Paz told deputies on Friday, in reply to a question, “we will shoot.”",
            "Once an armed drone is inside our twelve miles",
            "we will shoot",
            "deter",
        ),
        (
            "Peru wants all Chilean guards out of Tacna by May; otherwise, it will shut the pass, Peruvian Defence Minister Ana Paz said.",
            "all Chilean guards out of Tacna by May",
            "it will shut the pass",
            "compel",
        ),
        (
            "The rebel Sudan Liberation Movement said it would treat any aircraft landing at Geneina with Chadian drones on board as a military target.",
            "any aircraft landing at Geneina with Chadian drones on board",
            "military target",
            "deter",
        ),
        (
            "Peruvian Irrigation Minister Ana Paz said that to start a second filling would amount to an act of war by Santiago.",
            "to start a second filling",
            "would amount to an act of war by Santiago",
            "deter",
        ),
        (
            "Peru's Defence Ministry said its units would suppress any new Chilean engineering work along the border.",
            "any new Chilean engineering work along the border",
            "its units would suppress",
            "deter",
        ),
        (
            "“If Chile passes this law,” Peru's transport minister Ana Paz said, “we will take the ferries off the run until it is repealed.”",
            "If Chile passes this law",
            "we will take the ferries off the run until it is repealed",
            "deter",
        ),
        (
            "Not one chapter will be opened with Tirana, Greek Foreign Minister Ana Paz said, as long as the mayor sits in an Albanian cell.",
            "as long as the mayor sits in an Albanian cell",
            "Not one chapter will be opened with Tirana",
            "compel",
        ),
    ],
)
def test_red_line(text: str, condition: str, consequence: str, aim: str) -> None:
    (line,) = lines(text)
    assert condition in " ".join(one.text for one in line.condition.spans)
    assert consequence in " ".join(one.text for one in line.consequence.spans)
    assert line.aim == aim


@pytest.mark.parametrize(
    "text",
    [
        "“Come to the table,” Peruvian President Ana Paz said, “and we will talk about the tariffs.”",
        "“Vote for us,” Peruvian Prime Minister Ana Paz told a rally, “and we will cut taxes.”",
        "“Pay your taxes,” Peruvian Prime Minister Ana Paz told shopkeepers, “or we will close you down.”",
        "“Stop the shelling,” Peruvian President Ana Paz said, “and we will lift the sanctions on Chile.”",
        "Peru wants to win the cup; otherwise the coach will be expelled, Peruvian Sports Minister Ana Paz said.",
        "If Santiago opens the gate, Lima will waive visas for Chilean diplomats, Peru's deputy parliament speaker Ana Paz said.",
        "Peruvian Prime Minister Ana Paz said that to open a second clinic would cost a lot.",
    ],
)
def test_no_line(text: str) -> None:
    assert lines(text) == ()
