"""Red lines in headlines and briefs, threats over something, and what "we" would do about what was forbidden before."""

from __future__ import annotations

import pytest

from extracted import drawn, lines


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        ("Cairo warns Sudan of visa bans over filling of the dam", "filling of the dam", "visa bans"),
        (
            "Oslo threatens to recall its envoy over Denmark's seizure of the trawlers",
            "Denmark's seizure of the trawlers",
            "recall its envoy",
        ),
        ("Ankara vows a ground incursion over shelling of the farms", "shelling of the farms", "a ground incursion"),
        (
            "Peruvian Foreign Minister Elsa Quispe warned Chile of export curbs over the sale of rockets to Bolivia.",
            "the sale of rockets to Bolivia",
            "export curbs",
        ),
        ("Ankara says will close the straits if Greece mines the bay", "if Greece mines the bay", "will close the straits"),
        ("Beijing to Taipei: Don't lease the islet, or the bridge to it will be closed", "lease the islet", "the bridge to it will be closed"),
        ("Lima to Quito: seize the trawlers and the border will be shut", "seize the trawlers", "the border will be shut"),
        ("Beijing warns Taipei: we will shut the ports if it leases the islet", "if it leases the islet", "we will shut the ports"),
        ("Washington WARNS Caracas: we will seize the tankers if Venezuela jams the radars", "if Venezuela jams the radars", "we will seize the tankers"),
        ("Don't arrest pilots, Rome warns Tunis, or the ferries will be stopped", "arrest pilots", "the ferries will be stopped"),
        (
            "Russia's Security Council: Moscow will shut the canal in case of any further arrest of sailors",
            "any further arrest of sailors",
            "Moscow will shut the canal",
        ),
    ],
)  # fmt: skip
def test_headlines_are_read(text: str, condition: str, consequence: str) -> None:
    drawn(text, condition, consequence)


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (
            "“Togo should think twice before taxing the lorries,” Ghanaian Interior Minister Kofi Mensah said. “Our answer will be the closure of the road.”",
            "taxing the lorries",
            "the closure of the road",
        ),
        (
            "“Let Togo tax the lorries if it dares,” Ghanaian Interior Minister Kofi Mensah told a rally. “We will close the road the next day.”",
            "tax the lorries",
            "We will close the road",
        ),
        (
            "“I say to Muscat: stop arming the rebels while there is time. We will sink its tankers otherwise,” Yemeni army spokesman Ali Saleh said.",
            "stop arming the rebels",
            "We will sink its tankers",
        ),
        (
            "Turkish President Emre Kaya has drawn a line in the sand over any landing on the islet by Greece. Cross it, Kaya told the paper, and its ferries will be sunk.",
            "landing on the islet",
            "its ferries will be sunk",
        ),
        (
            "Iraqi Foreign Minister Adel Jabbar said Baghdad wanted good relations with Kuwait. But if it drains the marsh, Jabbar added, the border will be closed.",
            "if it drains the marsh",
            "the border will be closed",
        ),
    ],
)
def test_what_was_forbidden_before_is_answered(text: str, condition: str, consequence: str) -> None:
    drawn(text, condition, consequence)


@pytest.mark.parametrize(
    "text",
    [
        "Norway pledged grants to Malawi over the next three years, Norwegian Aid Minister Siri Dahl said.",
        "“Sweden must not sell the forest,” Norwegian Trade Minister Siri Dahl said. “We will discuss it at the next meeting.”",
        "“Sweden must stop the felling. We will sing there on Sunday,” Norwegian Culture Minister Siri Dahl said.",
        "Explainer: Why the mayor says the pool will close if it snows",
    ],
)
def test_grants_and_meetings_are_none(text: str) -> None:
    assert lines(text) == ()
