"""Transfers: the golden passages, stage and status, and what a leg says of its parties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extracted import transfers
from golden.deals import load
from golden.halves import HALVES, Half
from golden.ledger import of_transfers, run, score
from golden.legs import tell_leg
from loaded import loaded
from sayso.extractors.transfers import stage_of, status_of
from sayso.model.deals import Handover, Mark
from sayso.model.ledger import Modality, Stage, TransferStatus
from sayso.model.text import Party, Span, WeaponRef

# Of the lines: the share that is right of those wanted, and of those given. Raise, never lower.
FLOORS: Mapping[Half, tuple[float, float]] = {"tuning": (1.0, 1.0), "reported": (0.8, 0.85)}
EVIDENCE = (Span(article="a", start=0, end=1, text="x"),)


@pytest.mark.parametrize("half", HALVES)
def test_golden_passages_keep_their_floors(half: Half) -> None:
    golden = of_transfers("transfers")
    got = score(golden, run(golden, loaded(), half), half)
    recall, precision = FLOORS[half]
    assert got.whole.value >= recall
    assert got.whole.right / got.precision.of >= precision


def handover(
    *marks: Mark, told: Stage | None = None, modality: Modality = "asserted", planned: bool = False
) -> Handover:
    return Handover(
        predicate=0,
        act="supply",
        told=told,
        marks=marks,
        weapon=WeaponRef(name="tank"),
        modality=modality,
        planned=planned,
        evidence=EVIDENCE,
    )


@pytest.mark.parametrize(
    ("one", "stage", "status"),
    [
        (handover(told="delivered"), "delivered", "delivered"),
        (handover(told="shipped"), "shipped", "contracted"),
        (handover("agreed", "announced"), "agreed", "agreed"),
        (handover("requested", "agreed"), "agreed", "agreed"),
        (handover("contracted", "negotiated"), "negotiated", "negotiating"),
        (handover("offered", modality="promised"), "offered", "promised"),
        (handover("negotiated", modality="denied"), "negotiated", "denied"),
        (handover(told="delivered", modality="denied"), "delivered", "denied"),
        (handover(modality="possible"), "considered", "feared"),
        (handover("negotiated", modality="possible"), "negotiated", "negotiating"),
        (handover("notified", modality="possible"), "notified", "announced"),
        (handover("begun"), "part_delivered", "delivered"),
        (handover("suspended", told="contracted"), "suspended", None),
        (handover("authorised", "prohibited"), "authorised", "prohibited"),
        (handover(modality="planned", planned=True), None, "announced"),
        (handover(), None, None),
    ],
)
def test_stage_and_status(
    one: Handover, stage: Stage | None, status: TransferStatus | None
) -> None:
    assert (stage_of(one), status_of(one, stage_of(one))) == (stage, status)


@given(
    st.lists(st.sampled_from(get_args(Mark)), max_size=4),
    st.sampled_from([None, "shipped", "delivered", "contracted"]),
    st.sampled_from(get_args(Modality)),
)
def test_nothing_doubted_is_delivered(
    marks: list[Mark], told: Stage | None, modality: Modality
) -> None:
    one = handover(*marks, told=told, modality=modality)
    status = status_of(one, stage_of(one))
    if modality in ("feared", "possible", "hypothetical", "denied"):
        assert status not in ("delivered", "contracted", "agreed")


def test_route_and_quantity() -> None:
    [one] = transfers("Bulgaria shipped 300 rifles to Chad via Cameroon in 2020.")
    assert [party.resolved for party in one.via] == ["Cameroon"]
    assert one.delivered is not None
    assert (one.delivered.value, one.ordered) == (300, None)
    assert one.when is not None
    assert one.when.start == "2020-01-01"


def test_who_refuses_consent_is_not_the_supplier() -> None:
    [one] = transfers("Oslo refused Belgium permission to re-export the missiles to Georgia.")
    assert (one.act, one.status) == ("retransfer", "prohibited")
    assert one.supplier is not None
    assert one.supplier.resolved == "Belgium"
    assert one.consent is not None
    assert one.consent.from_ is not None
    assert (one.consent.from_.resolved, one.consent.status) == ("Norway", "refused")


def test_who_is_ordered_to_do_something_is_not_bought() -> None:
    assert not transfers("The frigate Vela hailed the boats and ordered the corvettes to turn.")
    assert not transfers("Norway ordered its tanks to the border.")
    [bought] = transfers("Norway ordered 54 tanks from Germany.")
    assert tell_leg(bought).startswith("sale: Germany > Norway | ")


def test_a_participle_does_not_swallow_the_route() -> None:
    text = (
        "Moscow watches any potential shipment of howitzers made in Korea to Moldova via Romania."
    )
    [one] = transfers(text)
    assert one.recipient is not None
    assert one.recipient.resolved == "Moldova"
    assert [party.resolved for party in one.via] == ["Romania"]


def test_the_licence_is_a_leg_of_its_own() -> None:
    text = "If Leopard tanks, built under a German licence in Brazil, are sold to Peru, Chile will object."
    legs = {one.act: one for one in transfers(text)}
    licence, sale = legs["licensed_production"], legs["sale"]
    assert licence.supplier == licence.licensor
    assert tell_leg(licence).startswith("licensed_production: Germany > Brazil | ")
    assert (licence.modality, sale.modality) == ("asserted", "hypothetical")


def test_the_missiles_are_those_named_before() -> None:
    text = "Ankara bought S-400 missiles. Greece warned of measures should the missiles end up in Libya."
    onward = [one for one in transfers(text) if one.recipient and one.recipient.resolved == "Libya"]
    assert [one.weapon.name for one in onward if one.weapon] == ["S-400"]
    assert len(onward[0].spans) == 2


def test_weapons_that_stay_in_one_state_change_no_hands() -> None:
    assert transfers("The French government supplied France with mortars.") == ()


def test_the_chain_is_that_of_whose_words_they_are() -> None:
    [one] = transfers("Mina Okafor told Reuters that Ghana had sold ten tanks to Togo.")
    names = [(link.party.name if link.party else None, link.how) for link in one.chain]
    assert names == [("Reuters", "cites"), ("Mina Okafor", "says")]


def test_every_span_is_its_text() -> None:
    for passage in load("transfers"):
        for one in transfers(passage.text):
            assert one.spans
            assert all(passage.text[span.start : span.end] == span.text for span in one.spans)


def test_each_who_receives_is_a_leg() -> None:
    legs = transfers("Norway sold torpedoes to Chile and to Peru.")
    assert [one.recipient.resolved for one in legs if one.recipient] == ["Chile", "Peru"]


def test_of_two_who_deal_the_state_of_the_maker_gives() -> None:
    [one] = transfers("A contract between Chile and Germany for Leopard 2 tanks was signed.")
    assert one.supplier is not None
    assert one.recipient is not None
    assert (one.supplier.resolved, one.recipient.resolved) == ("Germany", "Chile")
    assert transfers("A contract between Chile and Peru for rifles was signed.") == ()


def test_an_order_and_its_delivery_are_one_leg() -> None:
    [one] = transfers("Norway has delivered two of the nine howitzers ordered by Chile.")
    assert one.supplier is not None
    assert one.recipient is not None
    assert (one.supplier.resolved, one.recipient.resolved) == ("Norway", "Chile")
    assert one.ordered is not None
    assert one.delivered is not None
    assert (one.ordered.value, one.delivered.value, one.stage) == (9, 2, "part_delivered")


@pytest.mark.parametrize(
    ("text", "stage", "status"),
    [
        ("Chile's contract with Norway for howitzers came into force.", "contracted", "contracted"),
        ("The sale of howitzers from Norway to Chile fell through.", "cancelled", None),
        ("Talks on the sale of howitzers to Chile have not taken place.", "negotiated", "denied"),
        ("Norway allegedly sold howitzers to Chile.", "contracted", "contracted"),
        ("Chile took delivery of ten howitzers from Norway.", "delivered", "delivered"),
        (
            "A court stopped the delivery of howitzers from Norway to Chile.",
            None,
            "prohibited",
        ),
        ("Should Norway sell howitzers to Chile, Peru would protest.", "considered", "feared"),
    ],
)
def test_what_happens_to_a_deal(
    text: str, stage: Stage | None, status: TransferStatus | None
) -> None:
    [one] = transfers(text)
    assert (one.stage, one.status) == (stage, status)


def test_an_organ_acts_for_its_state() -> None:
    [one] = transfers("The Norwegian navy received two submarines from Germany.")
    assert one.recipient is not None
    assert (one.recipient.name, one.recipient.resolved) == ("The Norwegian navy", "Norway")


@pytest.mark.parametrize(
    "text",
    [
        "France sent frigates to Cyprus to patrol the coast, and a submarine.",
        "The airline bought helicopters from Airbus.",
        "The police returned a pistol to Karl Otto.",
    ],
)
def test_no_leg(text: str) -> None:
    assert transfers(text) == ()


def name(party: Party | None) -> str | None:
    return None if party is None else party.resolved or party.name


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        ("The Danes delivered six Osa launchers to Malta.", "Denmark", "Malta"),
        ("Latvia’s army chief said his country had given howitzers to Malta.", "Latvia", "Malta"),
        ("Latvia fears a war. The country has bought howitzers from Malta.", "Malta", "Latvia"),
        (
            "“We will send ten Marder vehicles to Riga,” the German chancellor said.",
            "Germany",
            "Latvia",
        ),
        ("Latvia bought howitzers from the Swedish company Bofors.", "Bofors", "Latvia"),
        ("Latvia asked Norway for permission to re-export torpedoes to Malta.", "Latvia", "Malta"),
        ("Latvia was given permission to re-export torpedoes to Malta.", "Latvia", "Malta"),
        ("Norway has yet to deliver the torpedoes that Latvia ordered.", "Norway", "Latvia"),
        ("Navantia will build two frigates for Latvia.", "Navantia", "Latvia"),
        ("Latvia has picked the Norwegian NASAMS launcher.", "Norway", "Latvia"),
        ("Latvia leased a British submarine.", "United Kingdom", "Latvia"),
        ("A freighter carrying mortars from Libya docked in Malta.", "Libya", "Malta"),
        ("Three Mi-17 helicopters left Kazan for Harare.", None, "Zimbabwe"),
        ("Latvia has replaced its mortars with howitzers from Norway.", "Norway", "Latvia"),
        ("Latvia signed a letter of intent for twelve howitzers from Norway.", "Norway", "Latvia"),
        ("Howitzers bound for Malta were seized in Libya.", None, "Malta"),
        ("Norway refused to let Latvia re-export torpedoes to Malta.", "Latvia", "Malta"),
        (
            "Malta and Norway have agreed on the transfer of six of Oslo’s frigates to the Maltese navy.",
            "Norway",
            "Malta",
        ),
        (
            "The patrol stopped 300 rifles that were on their way from Libya to Malta.",
            "Libya",
            "Malta",
        ),
        ("Latvia has exercised an option for three more NASAMS launchers.", None, "Latvia"),
        (
            "Malta took delivery on Friday of the first pair of howitzers from Nammo.",
            "Nammo",
            "Malta",
        ),
        ("Malta has ordered two Hercules transport planes from Norway.", "Norway", "Malta"),
        ("Malta has dropped its plan to take over ten howitzers from Norway.", "Norway", "Malta"),
        ("Latvia wants to hand its howitzers on to Malta.", "Latvia", "Malta"),
        ("Deliveries of Bayraktar drones to Malta began in May.", None, "Malta"),
    ],
)
def test_who_gives_and_who_gets(text: str, supplier: str | None, recipient: str) -> None:
    [one] = transfers(text)
    assert (name(one.supplier), name(one.recipient)) == (supplier, recipient)


def test_what_is_built_for_several_is_a_leg_for_each() -> None:
    found = transfers("Navantia has a contract to build six frigates for Malta and Latvia.")
    assert [name(one.recipient) for one in found] == ["Malta", "Latvia"]
    assert {name(one.supplier) for one in found} == {"Navantia"}


def test_an_office_of_a_state_that_equips_itself_is_no_leg() -> None:
    assert transfers("The Internal Revenue Service bought 5,000 rounds of ammunition.") == ()
    [one] = transfers("The Maltese government bought 5,000 rounds of ammunition.")
    assert name(one.recipient) == "Malta"


def test_all_of_them_points_back() -> None:
    _, gift = transfers("Latvia bought ten howitzers from Norway and gave all of them to Malta.")
    assert (name(gift.supplier), name(gift.recipient)) == ("Latvia", "Malta")
    assert gift.weapon is not None
    assert gift.weapon.name == "howitzers"


@pytest.mark.parametrize(
    ("text", "stage", "status", "modality"),
    [
        (
            "Latvia has not ruled out leasing howitzers from Norway.",
            "considered",
            "feared",
            "possible",
        ),
        (
            "Norway rejected as baseless a report that it had shipped howitzers to Libya.",
            "shipped",
            "denied",
            "denied",
        ),
        ("Latvia will neither sell nor lend torpedoes to Malta.", None, "denied", "denied"),
        ("Norway has promised Latvia ten howitzers.", "offered", "promised", "promised"),
        ("Latvia has asked Norway for howitzers.", "requested", "requested", "requested"),
        ("Latvia has chosen howitzers from Norway.", None, "announced", "asserted"),
        ("Latvia is buying howitzers from Norway.", "contracted", "contracted", "asserted"),
        (
            "Ten howitzers are on their way to Latvia from Norway.",
            "shipped",
            "contracted",
            "asserted",
        ),
        (
            "“We bought howitzers from Norway,” Latvia’s minister told the parliament.",
            "contracted",
            "contracted",
            "asserted",
        ),
    ],
)
def test_how_firmly_it_is_told(
    text: str, stage: Stage | None, status: TransferStatus | None, modality: Modality
) -> None:
    [one] = transfers(text)
    assert (one.stage, one.status, one.modality) == (stage, status, modality)
