"""Red lines that one gate alone stopped: each construction with its near misses."""

from __future__ import annotations

import pytest

from extracted import lines
from sayso.model.ledger import RedLine


def consequence(line: RedLine) -> str:
    return " ".join(span.text for span in line.consequence.spans)


@pytest.mark.parametrize(
    ("text", "warned", "aim"),
    [
        # what is not done is owed
        (
            "Peru will close its ports to Chile if Santiago refuses to return the tug, Foreign Minister Ana Paz said.",
            "Chile",
            "compel",
        ),
        (
            "Oman will expel the consul if Yemen goes on dredging the bay, its foreign minister said.",
            "Yemen",
            "compel",
        ),
        # whose rulers they are
        (
            "The European Union threatened to freeze aid to Malawi if its generals failed to call a vote.",
            "Malawi",
            "compel",
        ),
        # until somebody gives in
        (
            "No Omani tanker will cross the strait until the two divers are released, Yemeni Interior Minister Ali Saleh said.",
            "Oman",
            "compel",
        ),
        # what is not ruled out is a phrase
        (
            "Lima does not rule out the use of force if Ecuador keeps the island, Peruvian Defence Minister Ana Paz said.",
            "Ecuador",
            "compel",
        ),
        # "were Peru to …" with no comma before it
        (
            "Chile would be compelled to respond were Peru to let the fleet anchor at Tacna, President Luis Rojas said.",
            "Peru",
            "deter",
        ),
        # set higher or lower
        (
            "Lima will answer in kind any further cut in Chilean gas deliveries, the Peruvian foreign ministry said.",
            "Chile",
            "deter",
        ),
        # one who holds an office there
        (
            "Serbia would cancel the licences of Croatian banks if the Sabor speaker flew to Pristina, the Serbian ambassador in Zagreb said.",
            "Croatia",
            "deter",
        ),
        # told to one's own farmers, but done by another state
        (
            "“If Chile blocks our grapes, its salmon will not get past our inspectors,” Peruvian Trade Minister Ana Paz told farmers.",
            "Chile",
            "deter",
        ),
    ],
)
def test_whose_act_it_is_and_whether_it_is_owed(text: str, warned: str, aim: str) -> None:
    [found] = lines(text)
    assert found.warned is not None
    assert (found.warned.resolved, found.aim) == (warned, aim)


@pytest.mark.parametrize(
    ("text", "warner"),
    [
        # what one's state gave is told by its minister, or by another's
        (
            "Peru has given Chile a week to free the tug or face a blockade, Peruvian Defence Minister Ana Paz said.",
            "Ana Paz",
        ),
        (
            "Peru has given Chile a week to free the tug or face a blockade, Danish Defence Minister Mette Holm said.",
            "Peru",
        ),
        # one of the army against a band in the same land
        (
            "Ethiopia's army chief said troops would enter Tigray should the TPLF seize the dam.",
            "Ethiopia's army chief",
        ),
        # what one would have to do
        (
            "If Chile bombs the dam, Peru will have to widen its trench, Peruvian President Ana Paz said.",
            "Ana Paz",
        ),
    ],
)
def test_who_warns(text: str, warner: str) -> None:
    [found] = lines(text)
    assert found.warner is not None
    assert warner in (found.warner.resolved, found.warner.name)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Malawi's cabinet warned Zambia that all Zambian guards would have to leave unless the rail deal was cancelled.",
            "all Zambian guards would have to leave",
        ),
        (
            "Hamas said it would treat any vessel mooring off Gaza as a military target.",
            "it would treat as a military target",
        ),
    ],
)
def test_the_whole_of_what_would_follow_is_told(text: str, told: str) -> None:
    [found] = lines(text)
    assert consequence(found) == told


@pytest.mark.parametrize(
    "text",
    [
        # a kindness that is not done is nobody's harm; a limit in a bargain
        "Peru will not sign the pact if Chile refuses to lower its tolls, Foreign Minister Ana Paz said.",
        "The dam will not be filled until the rains return, Ethiopian Water Minister Abel Tola said.",
        "No tourist will cross the pass until the snow is cleared, Georgian Interior Minister Irakli Beria said.",
        "Lima does not rule out the use of rockets on New Year's Eve if the weather holds, Mayor Ana Paz said.",
        "The central bank will respond to any further increase in prices, its governor, Ana Paz, said.",
        "The shop will close if the speaker of the club goes home, its owner said.",
        # told to those who are no power, of what others would do in trade
        "Total could leave the gas field in Oman unless the tax quarrel is settled, the firm's head told investors.",
        # a limit in talks, and one who speaks for no power
        "For the cheese makers of Parma, raw milk is a red line, their chairwoman, Ana Paz, said.",
        # a kindness that is met by another
        "If Lima opens its archive to scholars, Chile will waive the fees for Peruvian students, Foreign Minister Luis Rojas said.",
        # one who speaks for a guild, and who holds another to be something
        "Peru's dockers will block the ports unless the government raises their pay, union leader Luis Rojas said.",
        "If Chile opens the pass, Peru will have to hire more customs men, Trade Minister Ana Paz said.",
        # the state against its own officers, and what should be done
        "Peru will prosecute officers who take bribes, Interior Minister Ana Paz said.",
        "Peru's foreign minister said that should be a lesson, and Lima would suspend the talks.",
        # what a party does in its own house
        "Minister Dov Amsel said his party would leave the coalition if the cabinet did not pass the bill.",
    ],
)
def test_near_misses(text: str) -> None:
    assert lines(text) == ()


def test_what_a_clause_at_the_end_would_bring_is_no_condition_itself() -> None:
    text = (
        "A fishing pact with Japan will be allowed to lapse in May if Tokyo seizes South Korean trawlers, "
        "South Korean Foreign Minister Kim Min-ho said on Friday."
    )
    [found] = lines(text)
    assert found.condition.spans[0].text.startswith("if Tokyo seizes")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "“If Lima seizes our tug, we will halt the ferries until it is returned,” Chilean Transport Minister Luis Rojas said.",
            "If Lima seizes our tug",
        ),
        (
            "No chapter will be opened with Peru until the two divers are freed, Chilean Foreign Minister Luis Rojas said.",
            "until the two divers are freed",
        ),
        (
            "Islands that switch recognition to Taipei would lose their scholarships, China's ambassador to Fiji, Fang Liwei, said.",
            "Islands that switch recognition to Taipei",
        ),
        (
            "Peru would call off its fishing deal with Chile if Santiago dares to board a tug, Peruvian Foreign Minister Ana Paz said.",
            "if Santiago dares to board a tug",
        ),
        (
            "Peru's foreign minister said that should the tug be seized, Lima would suspend its fishing treaty with Chile.",
            "should the tug be seized",
        ),
        (
            "Peru's coast guard said it would arrest Chilean divers who enter the reserve.",
            "Chilean divers who enter the reserve",
        ),
        (
            "South Korea's army said it would fire on the hills if the North sent drones over the wire.",
            "if the North sent drones over the wire",
        ),
    ],
)
def test_one_condition_is_told(text: str, told: str) -> None:
    [found] = lines(text)
    assert " ".join(span.text for span in found.condition.spans) == told


def test_hours_after_something_is_no_condition() -> None:
    text = (
        "Lima said on Friday that another Chilean raid would not go unanswered, hours after families "
        "buried two fishermen."
    )
    assert all("buried" not in one.condition.spans[0].text for one in lines(text))
