"""Red lines by what would be done with goods, passage, dealings and arms, in the orders in which verbs stand."""

from __future__ import annotations

import pytest

from extracted import lines


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        (
            "“If Chile raises the toll again, I will put 40% on every truck they send us,” Peruvian President Ana Paz said.",
            "economic",
        ),
        (
            "If Chile expels our crews, we will tax every cod they sell here, Peru's trade minister Ana Paz said.",
            "economic",
        ),
        (
            "Peru will switch its jammers back on if Chilean drones cross the river again, Defence Minister Ana Paz said.",
            "military",
        ),
        (
            "Peru would call its fishing agreement with Chile off if Santiago dared to send the fleet, Foreign Minister Ana Paz said.",
            "diplomatic",
        ),
        (
            "Peru would call off its new coastal fishing agreement with Chile if Santiago sent the fleet, Foreign Minister Ana Paz said.",
            "diplomatic",
        ),
        (
            "Lima will not let a single loaded Chilean train through if Santiago keeps the envoy, Peru's foreign minister said.",
            "territorial",
        ),
        (
            "Peru will keep the Tacna crossing shut unless Chile frees the crew, Foreign Minister Ana Paz said.",
            "territorial",
        ),
        (
            "Peru reserves the right to haul Chile before The Hague again if Santiago dams the river, Foreign Minister Ana Paz said.",
            "legal",
        ),
        (
            "Peru will have no choice but to consider legal action at a tribunal if Chilean ships return to the bank, Foreign Minister Ana Paz said.",
            "legal",
        ),
        (
            "We will take the ferries off the Arica run if Chile passes the law, Peruvian Transport Minister Ana Paz said.",
            "economic",
        ),
        (
            "Peru will vote itself out of the Fisheries Treaty if Chile triggers the clause, Foreign Minister Ana Paz said.",
            "diplomatic",
        ),
        (
            "Hezbollah said rockets would fly towards Acre again unless Israel stopped its flights.",
            "military",
        ),
        (
            "Any attempt by Chile to close the gulf will meet with a military response, Peruvian President Ana Paz said.",
            "military",
        ),
        (
            "The navy will escort every trip to the shoal if Chile touches our boats again, Peruvian Defence Minister Ana Paz said.",
            "military",
        ),
        (
            "If Chile sends its gunmen across once more there will be no respite this time, Peruvian President Ana Paz said.",
            "unspecified",
        ),
        (
            "Islands that switched recognition to Taipei would lose their student grants, China's ambassador Fang Liwei said.",
            "economic",
        ),
    ],
)
def test_what_would_be_done_is_a_red_line(text: str, mode: str) -> None:
    (line,) = lines(text)
    assert line.consequence.modes == (mode,)


@pytest.mark.parametrize(
    "text",
    [
        "We will put 10% more on pensions if parliament backs the bill, Peruvian Finance Minister Ana Paz said.",
        "Peru will take the ferries off the Arica run if the storm grows, Transport Minister Ana Paz said.",
        "Chilean missiles would rain on Lima if Santiago won in Bolivia, Peruvian President Ana Paz said.",
        "There will be no pause in reforms if the strike goes on, Peruvian President Ana Paz said.",
        "Chile's rockets will fly again if the engine test succeeds, the Chilean space minister said.",
        "Peru will open legal proceedings against the supplier if he does not pay, Peruvian Trade Minister Ana Paz said.",
        "There will be no mercy for gangs if they attack police again, Peruvian Interior Minister Ana Paz said.",
        "The navy will escort relief ships if Chile asks, Peruvian Defence Minister Ana Paz said.",
        "Peru said days after Chilean families buried nine villagers that the talks would not be suspended.",
    ],
)
def test_no_answer_to_anybody(text: str) -> None:
    assert lines(text) == ()


def test_a_participle_behind_its_noun_is_no_verb_of_the_condition() -> None:
    text = "Lima will not let a single Chilean train through if drones launched from Chilean soil keep shutting the airport, Peruvian Interior Minister Ana Paz said."
    (line,) = lines(text)
    assert line.condition.spans[0].text.endswith("keep shutting the airport")


def test_part_of_what_would_follow_is_no_condition() -> None:
    text = "A Chinese naval base in the islands would force Peru to rethink every dollar it gives Tonga, Peruvian Foreign Minister Ana Paz said."
    (line,) = lines(text)
    assert line.condition.spans[0].text == "A Chinese naval base in the islands"


def test_a_senator_speaks_for_congress() -> None:
    text = "Should Hungary block the credit again, Congress will move to strip it of the waiver, U.S. Senator Ana Paz said."
    (line,) = lines(text)
    assert line.consequence.modes == ("diplomatic",)
