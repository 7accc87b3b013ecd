"""Red lines by forces that are sent, verbal nouns, what is let known, times that run out, and goods that run dry."""

from __future__ import annotations

import pytest

from extracted import drawn, lines, only


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (
            "Peruvian Prime Minister Ana Paz said the envoys would be sent home if the tapping of phones recurred.",
            "the tapping of phones recurred",
            "envoys would be sent home",
        ),
        (
            "“If the commandos come ashore again, they will not be going home,” Peruvian General Ana Paz said.",
            "the commandos come ashore again",
            "not be going home",
        ),
        (
            "“The dispatch of Western troops to Arica will bring grave consequences,” Peruvian senator Ana Paz said.",
            "dispatch of Western troops to Arica",
            "grave consequences",
        ),
        (
            (
                "Chilean boats straying into the bay would be shot at, and Chilean drones crossing the ridge would be "
                "brought down, Peru's defence minister said."
            ),
            "Chilean drones crossing the ridge",
            "brought down",
        ),
        (
            "Peru let Chile know in May that the credit would be withdrawn if the contract went to a Bolivian firm.",
            "the contract went to a Bolivian firm",
            "the credit would be withdrawn",
        ),
        (
            "Peru will raise its tolls and expel the envoys if Chile licenses the wells, President Ana Paz said.",
            "Chile licenses the wells",
            "raise its tolls",
        ),
        (
            "“For each Chilean duty on our fish there will be a duty on their copper,” Peruvian President Ana Paz said.",
            "Chilean duty on our fish",
            "a duty on their copper",
        ),
        (
            "Peru gave Chile until Friday to free the crew, saying it would close the port after that date.",
            "free the crew",
            "close the port",
        ),
        (
            "Peru gave Chile a week to free the crew and said it would otherwise close the port.",
            "free the crew",
            "close the port",
        ),
        (
            "Peru's president told Congress that to cut another cable would leave Lima no option but to call in the navy.",
            "cut another cable",
            "call in the navy",
        ),
        (
            "Peru threatened Chile with war should so much as one lorry roll into Arica.",
            "one lorry roll into Arica",
            "war",
        ),
        (
            "‘Land here once more and we will shell you’: Peruvian coastguard commander warns Chilean trawlers",
            "Land here once more",
            "shell you",
        ),
        (
            (
                "For Lima, the opening of a Chilean base at Arica would be a red line, sources in the Peruvian foreign "
                "ministry said."
            ),
            "opening of a Chilean base at Arica",
            "a red line",
        ),
        (
            "Peru's prime minister said the pass would be sealed if refugees were pushed across it.",
            "refugees were pushed across it",
            "sealed",
        ),
        (
            (
                "“We told Chile not to sell the mine. If it does, our copper purchases will end,” Peruvian Trade Minister "
                "Ana Paz said."
            ),
            "If it does",
            "our copper purchases will end",
        ),
        (
            "“If another of our clinics is bombed, no lorry will get to Arica,” the rebels' spokesman, Abel Cruz, said.",
            "another of our clinics is bombed",
            "no lorry will get to Arica",
        ),
        (
            "Water will run only as long as Chile keeps the mine open, Peruvian Energy Minister Ana Paz said.",
            "Chile keeps the mine open",
            "Water will run",
        ),
        (
            "Boats that bring shells to Arica will share the fate of the Condor, Peruvian General Ana Paz said.",
            "bring shells to Arica",
            "share the fate",
        ),
    ],
)
def test_what_follows_is_told_plainly(text: str, condition: str, consequence: str) -> None:
    """Each with what would bring it and what it would bring."""
    drawn(text, condition, consequence)


def test_an_ultimatum_is_handed() -> None:
    """In the passive its giver is the agent."""
    text = "Chile was handed an ultimatum by Peru on Friday: free the crew by dawn, or Peruvian commandos will come for it."
    line = only(text)
    assert line.warner is not None
    assert line.warner.resolved == "Peru"
    assert line.warned is not None
    assert line.warned.resolved == "Chile"


def test_what_crosses_a_line_is_no_second_one() -> None:
    """The second half tells what would follow."""
    text = (
        "“For Lima, the arrival of Chilean guards at Arica is a red line,” Peruvian spokeswoman Ana Paz said, "
        "“and crossing it will bring in our navy.”"
    )
    assert "navy" in only(text).consequence.spans[-1].text


@pytest.mark.parametrize(
    "text",
    [
        "Peru let Chile know that the loan would be extended if the contract went to a Peruvian firm.",
        "For each wounded soldier there will be a pension, Peruvian President Ana Paz said.",
        "Peru gave Chile until Friday to reply, saying it would reopen the port after that date.",
        "‘Sing here again and you will be famous’: Peruvian critic tells Chilean tenor",
        "If migrants are caught in the desert, they will be sent home, Peru's interior minister said.",
        "Our orders will end if demand falls, Peruvian Trade Minister Ana Paz said.",
    ],
)
def test_what_is_no_threat_draws_no_line(text: str) -> None:
    """Kindness, pensions, praise, the law at home and the market."""
    assert not lines(text)


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        (
            "“Santiago is walking on eggshells. If the destroyers enter the bay, they will be sunk,” Peruvian General Ana Paz said.",
            "Chile",
        ),
        (
            "“The next drone over Tacna will be shot down,” Peruvian President Ana Paz said, referring to Chile.",
            "Chile",
        ),
        (
            "Peru's foreign ministry called on Chile to take down the towers, adding that it would otherwise shut the Concordia crossing.",
            "Chile",
        ),
        (
            "Peru ordered Chile to stop the dredging of the channel or bear the consequences.",
            "Chile",
        ),
        (
            "“One step across the ridge and you will regret it,” Peruvian President Ana Paz told Chile.",
            "Chile",
        ),
    ],
)
def test_who_is_meant(text: str, warned: str) -> None:
    """The land of which the sentence before is told, or whom the telling shows it to be meant for."""
    given = only(text).warned
    assert given is not None
    assert given.resolved == warned


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        (
            "“Let them touch one more of our boats and they will see what our navy can do,” Peruvian President Ana Paz said.",
            ("military",),
        ),
        (
            "“No ship of theirs will be safe if our port is bombed again,” Peruvian General Ana Paz said.",
            ("military",),
        ),
        (
            "Peru will bar Chilean lorries if one more of its envoys is arrested, Peruvian President Ana Paz said.",
            ("territorial",),
        ),
    ],
)
def test_modes(text: str, modes: tuple[str, ...]) -> None:
    """Who teaches the lesson, who is out of danger no more, and what is kept out show the mode."""
    line = only(text)
    assert line.consequence.modes == modes


def test_what_is_told_in_confidence_is_private() -> None:
    assert (
        only(
            "Peru quietly let Chile know that the loan would be withdrawn if it sold the mine."
        ).channel
        == "private"
    )


def test_what_is_closed_is_an_act() -> None:
    text = "“If our school in Arica is closed, we will close theirs,” Peruvian Foreign Minister Ana Paz told reporters."
    assert "close theirs" in only(text).consequence.spans[0].text


def test_what_an_answer_is_given_with_is_nobody() -> None:
    """A passive's "by" may name a means: it is left open who answers."""
    plain = only(
        "Peru's foreign minister, Ana Paz, warned Chile that a landing would be answered by a reckoning."
    )
    assert plain.consequence.specificity == "vague"
    assert not lines(
        "Peru's foreign minister, Ana Paz, said a landing would be answered by the Bolivian army."
    )
