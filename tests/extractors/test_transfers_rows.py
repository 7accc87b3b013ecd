"""Transfers: several legs of one sentence, each with its own party, and numbers that stand for what was named before."""

from __future__ import annotations

import pytest

from golden.deals import read
from loaded import loaded
from sayso.extractors.transfers import extract
from sayso.model.text import Party


def legs(text: str) -> list[tuple[str, str, str, int | None]]:
    """Supplier, recipient, weapon and number of each leg."""
    given = extract(read(loaded(), text))
    return [
        (
            _name(one.supplier),
            _name(one.recipient),
            one.weapon.name if one.weapon else "",
            _number(one.delivered or one.ordered),
        )
        for one in given
    ]


def _name(party: Party | None) -> str:
    return "" if party is None else party.resolved or party.name


def _number(quantity: object) -> int | None:
    value = getattr(quantity, "value", None)
    return None if value is None else int(value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Tunisia has bought drones from Italy and Patriot air defence systems from Greece.",
            [("Italy", "Tunisia", "drones", None), ("Greece", "Tunisia", "Patriot", None)],
        ),
        (
            "Italy exported howitzers to Malta, patrol boats to Tunisia and lorries to Libya.",
            [
                ("Italy", "Malta", "howitzers", None),
                ("Italy", "Tunisia", "patrol boats", None),
            ],
        ),
        (
            "Fincantieri is building two frigates for Malta and four corvettes for Tunisia.",
            [("Fincantieri", "Malta", "frigates", 2), ("Fincantieri", "Tunisia", "corvettes", 4)],
        ),
        (
            "Italy shipped 12 howitzers to Malta and three to Tunisia this month.",
            [("Italy", "Malta", "howitzers", 12), ("Italy", "Tunisia", "howitzers", 3)],
        ),
        (
            "Italy sold drones to Malta and Tunisia and mortars to Libya.",
            [
                ("Italy", "Malta", "drones", None),
                ("Italy", "Tunisia", "drones", None),
                ("Italy", "Libya", "mortars", None),
            ],
        ),
        (
            "Italy has sold 80 drones to Malta, 42 to Tunisia and 24 to Libya.",
            [
                ("Italy", "Malta", "drones", 80),
                ("Italy", "Tunisia", "drones", 42),
                ("Italy", "Libya", "drones", 24),
            ],
        ),
        (
            "Tanks from Italy and howitzers from Greece have arrived in Malta.",
            [("Italy", "Malta", "tanks", None), ("Greece", "Malta", "howitzers", None)],
        ),
        (
            "Italy approved the export of frigates to Malta and the sale of bread to Tunisia.",
            [("Italy", "Malta", "frigates", None)],
        ),
        (
            "Two corvettes went to Malta and one to Tunisia.",
            [("", "Malta", "corvettes", 2), ("", "Tunisia", "corvettes", None)],
        ),
        (
            "Tunisia ordered two frigates from Italy, six harbour tugs from Greece and an undisclosed number of mortars from Spain.",
            [
                ("Italy", "Tunisia", "frigates", 2),
                ("Spain", "Tunisia", "mortars", None),
            ],
        ),
        (
            "Tunisia fears that Italy could hand Patriot missiles or Su-30 fighters to Libya.",
            [("Italy", "Libya", "Patriot", None), ("Italy", "Libya", "Su-30", None)],
        ),
    ],
)
def test_each_thing_of_a_row_goes_with_its_own_party(
    text: str, told: list[tuple[str, str, str, int | None]]
) -> None:
    assert legs(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Italy pledged to give Malta five more patrol boats and Tunisia another three.",
            [("Italy", "Malta", "patrol boats", 5), ("Italy", "Tunisia", "patrol boats", 3)],
        ),
        (
            "Rome gave Malta howitzers and Tunisia radars.",
            [("Italy", "Malta", "howitzers", None), ("Italy", "Tunisia", "radars", None)],
        ),
        (
            "Italy sent nine howitzers to Malta and Greece four.",
            [("Italy", "Malta", "howitzers", 9), ("Greece", "Malta", "howitzers", 4)],
        ),
        (
            "Malta is buying eight howitzers from Italy for 20 million euros, Tunisia six and Libya another two.",
            [
                ("Italy", "Malta", "howitzers", 8),
                ("Italy", "Tunisia", "howitzers", 6),
                ("Italy", "Libya", "howitzers", 2),
            ],
        ),
        (
            "Leonardo won an order from Malta for 40 mortars and another from Tunisia for howitzers.",
            [("Leonardo", "Malta", "mortars", 40), ("Leonardo", "Tunisia", "howitzers", None)],
        ),
        (
            "Malta signed a contract with Leonardo for ten drones and one with Fincantieri for two frigates.",
            [("Leonardo", "Malta", "drones", 10), ("Fincantieri", "Malta", "frigates", 2)],
        ),
        (
            "Italy provided Malta with howitzers and Tunisia with radars.",
            [("Italy", "Malta", "howitzers", None), ("Italy", "Tunisia", "radars", None)],
        ),
        (
            "Malta signed contracts with Saab for drones and Airbus for howitzers.",
            [("Saab", "Malta", "drones", None), ("Airbus", "Malta", "howitzers", None)],
        ),
        (
            "Greece supplied 31 drones; Italy sent Malta 18 howitzers and Tunisia 14.",
            [
                ("Greece", "", "drones", 31),
                ("Italy", "Malta", "howitzers", 18),
                ("Italy", "Tunisia", "howitzers", 14),
            ],
        ),
        (
            "Malta signed for six of the drones and Tunisia for three.",
            [("", "Malta", "drones", 6), ("", "Tunisia", "drones", 3)],
        ),
    ],
)
def test_a_leg_may_share_the_verb_of_another(
    text: str, told: list[tuple[str, str, str, int | None]]
) -> None:
    assert legs(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Malta has three drones and plans to buy two more from Italy.",
            [("Italy", "Malta", "drones", 2)],
        ),
        (
            "Italy gave Malta ten howitzers. Greece sent 13 of the same type a week later.",
            [("Italy", "Malta", "howitzers", 10), ("Greece", "Malta", "howitzers", 13)],
        ),
        (
            "Malta has bought six drones from Italy. It wants to order another four.",
            [("Italy", "Malta", "drones", 6), ("Italy", "Malta", "drones", 4)],
        ),
        (
            "Italy’s drones will go to Malta, which has ordered three.",
            [("Italy", "Malta", "drones", 3)],
        ),
    ],
)
def test_a_number_alone_stands_for_the_weapon_before(
    text: str, told: list[tuple[str, str, str, int | None]]
) -> None:
    assert legs(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Malta showed tanks from Italy and missiles from Greece at the parade.",
        "The author compares jets from Italy, tanks from Greece and drones from Malta.",
        "Libya fired rockets from Italy and shells from Greece at Malta.",
        "Italy has 12 tanks and Malta six.",
        "Italy lost nine howitzers and Malta four.",
        "Italy flew jets to Malta and helicopters to Tunisia for an exercise.",
        "An appeal from Italy for calm and another from Malta for silence were ignored, and the tanks stayed.",
    ],
)
def test_a_row_hands_nothing_over_by_itself(text: str) -> None:
    assert legs(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Italy sold tanks to Malta. The police arrested 12.",
        "Italy sold tanks to Malta. The union hired 300 workers and sent 40 to Tunisia.",
        "Italy delivered tanks to Malta on Monday, Tunisia two days later closed its ports.",
    ],
)
def test_other_numbers_stand_for_no_weapon(text: str) -> None:
    assert legs(text) == [("Italy", "Malta", "tanks", None)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Italy has sold its drones to a dozen countries, among them Malta and Tunisia.",
            [("Italy", "Malta", "drones", None), ("Italy", "Tunisia", "drones", None)],
        ),
        (
            "Italy supplied howitzers to states including Malta, Tunisia and Libya.",
            [
                ("Italy", "Malta", "howitzers", None),
                ("Italy", "Tunisia", "howitzers", None),
                ("Italy", "Libya", "howitzers", None),
            ],
        ),
        (
            "Malta and Tunisia are among the states to which Leonardo has delivered the drone.",
            [("Leonardo", "Malta", "drone", None), ("Leonardo", "Tunisia", "drone", None)],
        ),
        (
            "Malta, Burkina Faso and Niger are each to get two drones from Italy.",
            [
                ("Italy", "Malta", "drones", 2),
                ("Italy", "Burkina Faso", "drones", 2),
                ("Italy", "Niger", "drones", 2),
            ],
        ),
        (
            "Italy is in talks with Malta and Tunisia on the export of Patriot missiles.",
            [("Italy", "Malta", "Patriot", None), ("Italy", "Tunisia", "Patriot", None)],
        ),
        (
            "Washington has given Italy and the Netherlands permission to transfer their tanks to Malta.",
            [("Italy", "Malta", "tanks", None), ("Netherlands", "Malta", "tanks", None)],
        ),
    ],
)
def test_each_of_those_named_together_has_a_leg(
    text: str, told: list[tuple[str, str, str, int | None]]
) -> None:
    assert legs(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Malta plans to buy ten drones from Italy. The purchase of two frigates from Greece is also planned.",
            [("Italy", "Malta", "drones", 10), ("Greece", "Malta", "frigates", 2)],
        ),
        (
            "Malta has asked to buy five drones from Italy. It has also requested four howitzers.",
            [("Italy", "Malta", "drones", 5), ("Italy", "Malta", "howitzers", 4)],
        ),
        (
            "Italy announced a new list of equipment for Malta on Friday. It includes nine howitzers and Patriot missiles.",
            [("Italy", "Malta", "howitzers", 9), ("Italy", "Malta", "Patriot", None)],
        ),
        (
            "Malta splits its drone order: six Gripens from Italy now, four KF-21s from Greece later.",
            [("Italy", "Malta", "Gripen", 6), ("Greece", "Malta", "KF-21", 4)],
        ),
        (
            "Leonardo will overhaul the Maltese navy's six drones and supply two more.",
            [("Leonardo", "Malta", "drones", 2)],
        ),
        (
            "Malta tested the KF-21, built by Saab, and signed for eight of them.",
            [("Saab", "Malta", "KF-21", 8)],
        ),
    ],
)
def test_what_goes_on_has_the_parties_told_before(
    text: str, told: list[tuple[str, str, str, int | None]]
) -> None:
    assert legs(text) == told


def test_what_is_bought_besides_may_come_from_anybody() -> None:
    assert legs("Malta bought drones from Italy. It has also ordered howitzers.") == [
        ("Italy", "Malta", "drones", None),
        ("", "Malta", "howitzers", None),
    ]


def test_what_a_list_holds_is_no_aid() -> None:
    assert legs("The navy drew up a list of harbours. It includes two frigates.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Italy promised the Dominican Republic 20 mortars.",
            [("Italy", "Dominican Republic", "mortars", 20)],
        ),
        (
            "Malta bought weapons worth 9 million euros from Italy, including drones and Patriot missiles.",
            [("Italy", "Malta", "drones", None), ("Italy", "Malta", "Patriot", None)],
        ),
        (
            "Libya accused Italy of supplying mortars to the paramilitary Rapid Support Forces.",
            [("Italy", "Rapid Support Forces", "mortars", None)],
        ),
        (
            "Saab makes Patriot missiles. The contract covers foreign military sales to Malta and Tunisia.",
            [
                ("United States", "Malta", "Patriot", None),
                ("United States", "Tunisia", "Patriot", None),
            ],
        ),
        (
            "Saab has delivered six drones to Malta, the presidency in Valletta said, and will ship a further four.",
            [("Saab", "Malta", "drones", 6), ("Saab", "Malta", "drones", 4)],
        ),
        (
            "Malta signed up for 20 lorries from Italy, six howitzers from Greece and two radars from Spain.",
            [("Greece", "Malta", "howitzers", 6), ("Spain", "Malta", "radars", 2)],
        ),
    ],
)
def test_names_and_lists_are_read_as_they_are_written(
    text: str, told: list[tuple[str, str, str, int | None]]
) -> None:
    assert legs(text) == told


def test_a_maker_before_its_weapon_is_given_nothing() -> None:
    assert legs("Malta bought Italian FK-3 missile batteries for a second brigade.") == [
        ("Italy", "Malta", "HQ-22", None)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Italy gave Malta tanks and Tunisia",
        "Italy gave Malta and Tunisia permission",
        "Italy sent tanks to Malta and six to",
        "Malta bought tanks from Italy, Tunisia six",
        "Italy sold tanks to states, among them",
        "An order from Italy for tanks and another",
        "Italy sold tanks to Malta and",
    ],
)
def test_an_article_may_break_off_anywhere(text: str) -> None:
    for end in range(len(text)):
        legs(text[: end + 1])
