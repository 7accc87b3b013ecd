"""Who draws lines: formations, those who lead lands that broke away, rulers of a part of the world; and who is no power."""

from __future__ import annotations

import pytest

from extracted import lines


@pytest.mark.parametrize(
    "text",
    [
        "The Third Army Region said Thai troops would close the Ban Laem checkpoint if Cambodian soldiers did not fill in the trench.",
        "The Abkhaz leader, Inal Berg, said any Georgian patrol on the bridge would be fired upon.",
        "West African leaders gave the colonels in Bissau a week to name a civilian premier, failing which ECOWAS would freeze the country's assets.",
        "The Korean People's Army will shoot down any U.S. plane, General Staff chief Ri Chol Gun said in a press statement.",
        "Peru's Defence Ministry said its units would suppress “by the most decisive means” any new Chilean engineering work along the border.",
        "Warning shots could be fired if a Chinese drone enters the skies over the islands, Japan's Defense Ministry made clear in a paper.",
        "“If our oil cannot leave,” Iranian general Ali Paz told cadets, “no oil will pass the strait.”",
        "“If they touch our boats again,” Peruvian Defence Minister Ana Paz said, “our navy will escort every trip, and the Chilean coast guard can explain itself.”",
        "Peruvian Foreign Minister Ana Paz said Lima would call off its readmission deal with Chile if Santiago suspended visas.",
        "A spokesman for the Tehreek-e-Taliban Pakistan told reporters that police posts would be attacked if Islamabad launched its operation.",
    ],
)
def test_line(text: str) -> None:
    assert len(lines(text)) == 1


def test_its_council_is_not_the_united_nations() -> None:
    text = "The African Union's Peace and Security Council threatened to suspend Madagascar if the colonels put off the election."
    (line,) = lines(text)
    assert line.warner is not None
    assert line.warner.resolved == "African Union Peace and Security Council"


@pytest.mark.parametrize(
    "text",
    [
        "For the French dairy lobby, any cut in the milk price is a red line, its chairwoman, Solange Bouvard, told Ouest-France.",
        "The regional library command said it would close the reading room if the pupils did not keep quiet.",
        "Japan's team will shut the gate if the fans return, the club's captain made clear.",
        "European leaders gave the bank a week to publish its books, failing which it would be fined.",
    ],
)
def test_no_power(text: str) -> None:
    assert lines(text) == ()


def test_a_deputy_spokesman_is_a_spokesman() -> None:
    text = "Hanoi will go to court if Chinese survey ships return to the bank, deputy foreign ministry spokesperson Ngoc Dang said."
    (line,) = lines(text)
    assert line.authority == "spokesperson"


def test_what_an_army_will_do_is_done_by_arms() -> None:
    (line,) = lines(
        "If Chile enters the village, our army will respond, Peruvian President Ana Paz said."
    )
    assert line.consequence.modes == ("military",)
    assert line.consequence.specificity == "vague"


def test_who_is_prosecuted_is_taken_to_court() -> None:
    (line,) = lines(
        "Whoever drills for Chile in the bay without a permit will be prosecuted in our courts, Peruvian Foreign Minister Ana Paz said."
    )
    assert line.consequence.modes == ("legal",)
