"""Red lines by further ways of telling who threatens, with what, and upon which act."""

from __future__ import annotations

import pytest

from extracted import lines, only


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (
            "Peru’s army will retaliate if any of its outposts comes under shelling, President Ana Paz said.",
            "comes under shelling",
            "retaliate",
        ),
        (
            "Peru vowed to intercept any foreign survey flight over its waters.",
            "any foreign survey flight over its waters",
            "intercept",
        ),
        (
            "Peru will bring down any helicopter that crosses the ridge, Peruvian President Ana Paz said.",
            "any helicopter that crosses the ridge",
            "bring down",
        ),
        (
            "Peru said it would consider an expansion of Chilean quotas beyond ten tonnes a cause for war.",
            "an expansion of Chilean quotas",
            "a cause for war",
        ),
        (
            "“A blockade of our port would cost Chile its copper fleet,” Peruvian President Ana Paz said.",
            "A blockade of our port",
            "cost Chile its copper fleet",
        ),
        (
            "“Shelling Arica again will cost Chile its bridges,” Peruvian President Ana Paz said.",
            "Shelling Arica",
            "cost Chile its bridges",
        ),
        (
            "Failing a ceasefire by 3 May, sanctions on Chile will follow, Peruvian President Ana Paz said.",
            "Failing a ceasefire by 3 May",
            "sanctions on Chile will follow",
        ),
        (
            "Peru will leave the negotiations if Chile shells the pass, Peruvian President Ana Paz said.",
            "if Chile shells the pass",
            "leave the negotiations",
        ),
        (
            "Peru will return no more prisoners as long as Chile holds the pass, Peruvian President Ana Paz said.",
            "as long as Chile holds the pass",
            "return no more prisoners",
        ),
        (
            "Any expulsion of monitors will be answered by the closure of a Chilean consulate, President Ana Paz of Peru said.",
            "Any expulsion of monitors",
            "answered by the closure of a Chilean consulate",
        ),
        (
            "Imports of Chilean fruit could be halted in retaliation for any levy on tin, Peruvian President Ana Paz said.",
            "any levy on tin",
            "Imports of Chilean fruit could be halted",
        ),
        (
            "Peru has given the officers who hold the port two days to leave it or face an attack.",
            "to leave it",
            "face an attack",
        ),
        (
            "Peru will no longer be bound by the truce of 2011 if Chile crosses the ridge, President Ana Paz of Peru said.",
            "if Chile crosses the ridge",
            "no longer be bound by the truce",
        ),
        (
            "Peru would sell most of its Chilean bonds if Chile taxed its tin, Peruvian President Ana Paz said.",
            "if Chile taxed its tin",
            "sell most of its Chilean bonds",
        ),
        (
            "Any Chilean limit on visas will be met with reciprocal steps, the Peruvian foreign ministry said.",
            "Any Chilean limit on visas",
            "met with reciprocal steps",
        ),
        (
            "“One more arrest in Arica and our ambassador comes home,” Peruvian President Ana Paz said.",
            "One more arrest in Arica",
            "our ambassador comes home",
        ),
        (
            "Peruvian President Ana Paz called on Chile not to dam the river. “If it does, we will close the pass,” she said.",
            "If it does",
            "we will close the pass",
        ),
        (
            "Chile was about to dam the river, President Ana Paz of Peru said. “In that case our army will blow up the dam,” she said.",
            "In that case",
            "our army will blow up the dam",
        ),
    ],
)
def test_ways(text: str, condition: str, consequence: str) -> None:
    line = only(text)
    assert condition in " ".join(one.text for one in line.condition.spans)
    assert consequence in " ".join(one.text for one in line.consequence.spans)


@pytest.mark.parametrize(
    ("text", "warner"),
    [
        ("Yemen’s Houthi group said it would resume attacks if Israel closed the port.", "Houthis"),
        (
            "The Somali militia al-Shabaab said it would strike Arica if Chile bombed the port.",
            "al-Shabaab",
        ),
    ],
)
def test_armed_groups_by_what_they_are(text: str, warner: str) -> None:
    given = only(text).warner
    assert given is not None
    assert given.resolved == warner


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        (
            "“Whoever crosses the ridge will not come home,” said Sheikh Amin Saleh, a deputy commander of Hezbollah.",
            "other",
        ),
        (
            "Kuwait will cut aid to Iraq if Iraq takes the islet, Oil Minister Prince Fahd Saleh said.",
            "minister",
        ),
        (
            "Peru will close the pass if Chile dams the river, Ana Paz, a department director at Peru’s foreign ministry, said.",
            "other",
        ),
        (
            "Paraguay will close the pass if Brazil dams the river, Paraguayan Foreign Minister Raúl Cáceres Ibarra said.",
            "minister",
        ),
        (
            "Peru will take back the islet by force if Chile has not left it, Rasim Quispe, who heads the defence committee of Peru’s parliament, said.",
            "other",
        ),
        (
            "Any raid will be met with a harsh response, the secretary general of the Gulf Cooperation Council, Amin Saleh, said.",
            "other",
        ),
    ],
)
def test_offices(text: str, authority: str) -> None:
    assert only(text).authority == authority


def test_what_is_threatened_with_is_the_own_deed_of_a_bloc() -> None:
    line = only("The African Union threatened Mali with suspension if the vote is put off again.")
    assert "suspension" in line.consequence.spans[0].text


def test_the_units_of_an_army_are_its_own() -> None:
    text = "Lebanon’s army command said its units had orders to open fire on any Israeli patrol that passed the wire."
    assert only(text).consequence.modes == ("military",)


def test_an_armed_group_stands_against_the_army_of_its_state() -> None:
    text = "The M23 rebels will withdraw from the talks if the Congolese army does not stop its raids, M23 spokesman Amani Kabera said."
    assert only(text).aim == "compel"


def test_nobody_threatens_with_what_another_fears_in_a_television_series() -> None:
    assert not lines(
        "In the new Peruvian television series “Ola”, an admiral warns that Arica will burn if Chile does not free the crew."
    )


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        (
            "The European Union will suspend its aid to Chile unless convoys are let into Arica, European Commission spokeswoman Ana Roth said.",
            "Chile",
        ),
        (
            "“A stationing of Chilean guns on the ridge would be a red line for us,” Peruvian President Ana Paz said.",
            "Chile",
        ),
    ],
)
def test_who_is_warned(text: str, warned: str) -> None:
    given = only(text).warned
    assert given is not None
    assert given.resolved == warned


@pytest.mark.parametrize(
    "text",
    [
        "“Our truce ends the day a Turkish soldier enters Gara,” Azad Demir, a member of the PKK’s executive, said.",
        "Any coup will be met with sanctions on Guinea, the president of the ECOWAS commission, Kwame Asante, said.",
    ],
)
def test_who_leads_a_power_speaks_for_it(text: str) -> None:
    assert only(text).authority is not None
