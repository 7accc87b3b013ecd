"""Transfers: whose leave is given, asked, needed or withheld, and what it makes of the deal."""

from __future__ import annotations

import pytest

from extracted import legs


@pytest.mark.parametrize(
    "text",
    [
        "Oslo has given Latvia the green light to pass torpedoes on to Malta.",
        "Latvia has been cleared by Norway to hand torpedoes on to Malta.",
        "Latvia got the go-ahead from Oslo to pass torpedoes on to Malta.",
        "Norway’s arms inspectorate has given its approval, and Latvia is now free to pass torpedoes on to Malta.",
        "The resale of torpedoes by Latvia to Malta has Norway’s blessing.",
    ],
)
def test_leave_that_is_given(text: str) -> None:
    [leg] = legs(text)
    assert leg == "retransfer: Latvia > Malta | torpedoes | authorised | agreed | consent=Norway"


@pytest.mark.parametrize(
    "text",
    [
        "Latvia has asked Norway for permission to pass torpedoes on to Malta.",
        "Latvia has applied to Norway for permission to send torpedoes to Malta.",
    ],
)
def test_leave_that_is_asked_for(text: str) -> None:
    [leg] = legs(text)
    assert leg == "retransfer: Latvia > Malta | torpedoes | requested | requested | consent=Norway"


@pytest.mark.parametrize(
    "text",
    [
        "Latvia needs Norwegian consent to send torpedoes to Malta.",
        "Latvia must ask Oslo first before it can send torpedoes to Malta.",
        "Latvia must ask Oslo for its consent before sending torpedoes to Malta.",
        "Norway’s approval is needed before Latvia can send torpedoes to Malta.",
        "Any transfer of torpedoes by Latvia to Malta requires Oslo’s permission.",
    ],
)
def test_leave_that_is_needed(text: str) -> None:
    [leg] = legs(text)
    wanted = "retransfer: Latvia > Malta | torpedoes | considered | feared | modality=possible | consent=Norway"
    assert leg == wanted


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Latvia may not send torpedoes to Malta without Norway’s consent.", "-"),
        ("Latvia cannot send torpedoes to Malta unless Norway agrees.", "-"),
        (
            "Norway turned down a request from Riga for permission to send torpedoes to Malta.",
            "authorised",
        ),
        ("Norway rejected Latvia’s application to pass torpedoes on to Malta.", "authorised"),
    ],
)
def test_leave_that_is_withheld(text: str, stage: str) -> None:
    wanted = f"retransfer: Latvia > Malta | torpedoes | {stage} | prohibited | consent=Norway"
    assert legs(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        (
            "Latvia sold six torpedoes to Malta only after Norway had signed off on the resale.",
            "sale: Latvia > Malta | torpedoes | contracted | contracted | ordered=6 | consent=Norway",
        ),
        (  # whose leave is needed for its own sale consents to nothing of others'
            "Italy’s sale of torpedoes to Malta, worth $4 million, awaits approval in Rome.",
            "sale: Italy > Malta | torpedoes | considered | feared | modality=possible | value=4000000",
        ),
        (
            "Tunisia has dropped its veto on the sale of Italian torpedoes to Malta.",
            "sale: Italy > Malta | torpedoes | authorised | agreed | consent=Tunisia",
        ),
        (
            "Malta’s purchase of howitzers from Italy can go ahead now that Germany has dropped its veto.",
            "sale: Italy > Malta | howitzers | considered | feared | modality=possible | consent=Germany",
        ),
        (  # a route is no re-export
            "Tunisia allowed Italy to send rifles to Malta through its airspace.",
            "supply: Italy > Malta | rifles | authorised | agreed | via=Tunisia | consent=Tunisia",
        ),
        (
            "The Security Council authorised the supply of rifles by Italy to Malta.",
            "supply: Italy > Malta | rifles | authorised | agreed | consent=UN Security Council",
        ),
        (
            "Norway has rejected an application by Saab to export torpedoes to Malta.",
            "supply: Saab > Malta | torpedoes | authorised | prohibited | consent=Norway",
        ),
    ],
)
def test_whose_leave_it_is(text: str, leg: str) -> None:
    assert legs(text) == [leg]


def test_an_approval_of_something_else_is_no_consent() -> None:
    text = "Latvia sold six torpedoes to Malta after Norway approved the purchase of new frigates."
    assert legs(text)[0] == "sale: Latvia > Malta | torpedoes | contracted | contracted | ordered=6"


@pytest.mark.parametrize(
    "text",
    [
        "Saab will allow Malta to build Patriot missiles under licence.",
        "Saab has given Malta permission to assemble Patriot missiles.",
        "Malta has received a licence from Saab to build Patriot missiles.",
    ],
)
def test_leave_to_build(text: str) -> None:
    [leg] = legs(text)
    assert (
        leg == "licensed_production: Saab > Malta | Patriot | authorised | agreed | licensor=Saab"
    )


@pytest.mark.parametrize(
    "text",
    [
        "The government allowed Saab to build Patriot missiles at home.",
        "Sweden gave Saab a licence to build missiles.",
    ],
)
def test_a_state_that_lets_its_own_build(text: str) -> None:
    assert legs(text) == []
