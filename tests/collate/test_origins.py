"""The cases of docs/origins.md, each told in short articles of ours."""

from __future__ import annotations

import pytest

from collate.deals import CHILE, NORWAY, Dossier, dossiers
from collate.ledgers import Desk, an_actor, collated, day, ledgers
from sayso.collate import Collation
from sayso.model.collation import Claim
from sayso.model.text import Actor, Party

VERIN = an_actor("Olena Verin", country="MDA", office="transport minister")
HALSTEN = an_actor("Per Halsten", country="NOR", office="coast guard commander")
CORVANE = an_actor("Corvane", "agency", owner="Corvane Trust")
DELPHA = an_actor("Delpha", "agency", owner="Delpha Media")
ROTOR = an_actor("Rotor News", "agency", country="KAZ", owner="State Media Holding")
ROTOR_RADIO = an_actor("Rotor Radio", "agency", country="KAZ", owner="State Media Holding")
STEPPE = an_actor("Steppe Wire", "agency", country="KAZ", owner="Office of the President")
MINISTRY = an_actor("Transport Ministry of Moldova", "government", country="MDA")

BRIDGE = "the northern bridge will stay closed to freight trains until autumn"


def only(collation: Collation) -> Claim:
    assert len(collation.claims) == 1, [claim.text for claim in collation.claims]
    return collation.claims[0]


def counts(claim: Claim) -> tuple[int, int, int]:
    return claim.independent_origins, claim.possible_origins, claim.witnesses


def agency_piece(agency: Actor, lead: str = "") -> Desk:
    text = f"{lead}Olena Verin told reporters at a briefing that {BRIDGE}."
    desk = Desk(text, path=f"{agency.name}.txt", outlet=agency.name).knows(agency)
    return desk.said(VERIN, BRIDGE, cue="told", evidence=text, occasion="briefing")


def test_press_conference_with_five_agencies() -> None:
    names = ("Corvane", "Delpha", "Ostra", "Quillon", "Mardent")
    rooms = [an_actor(name, "agency", owner=f"{name} Group") for name in names]
    leads = (
        "",
        "Freight had hoped for summer. ",
        "Farmers along the river were waiting for word. ",
        "It was the first news in weeks. ",
        "Repairs have taken longer than planned. ",
    )
    desks = [agency_piece(room, lead) for room, lead in zip(rooms, leads, strict=True)]
    assert counts(only(collated(ledgers(*desks)))) == (1, 1, 5)


def test_a_copy_of_an_agency_piece_is_no_witness() -> None:
    lead = (
        "Freight from the three valleys has gone by road since the flood carried away a pier of the "
        "bridge in March, and hauliers complain of queues that reach back to the customs yard. "
    )
    wire = agency_piece(CORVANE, lead)
    copy = agency_piece(DELPHA, lead)
    assert counts(only(collated(ledgers(wire, copy)))) == (1, 1, 1)


def test_nearly_one_text_with_another_speaker_is_undetermined() -> None:
    story = (
        " Freight from the three valleys has gone by road since the flood carried away a pier of the "
        "bridge in March, and hauliers complain of queues that reach back to the customs yard."
    )
    desks = [
        Desk(f"{who.name} said that {BRIDGE}.{story}", path=who.name).said(who, BRIDGE, cue="said")
        for who in (VERIN, HALSTEN)
    ]
    claim = only(collated(ledgers(*desks)))
    assert counts(claim)[:2] == (1, 2)
    (tie,) = claim.origins[0].independence
    assert (tie.verdict, tie.ground.split(",")[0]) == ("undetermined", "nearly one text")


def test_one_agency_quotes_another() -> None:
    first = Desk(f"Verin told Corvane that {BRIDGE}.", path="a", outlet="Corvane")
    first.said(VERIN, BRIDGE, cue="told", to=(CORVANE,))
    second = Desk(f"Corvane cited minister Verin as saying {BRIDGE}.", path="b", outlet="Delpha")
    second.knows(DELPHA).said(VERIN, BRIDGE, via=(CORVANE,), cue="cited")
    assert counts(only(collated(ledgers(first, second)))) == (1, 1, 1)


def test_many_who_only_cite_prove_one_witness() -> None:
    first = Desk(f"Verin said {BRIDGE}, Corvane reported.", path="a")
    first.said(VERIN, BRIDGE, via=(CORVANE,), cue="said", how="reports")
    second = Desk(f"Delpha quoted Verin as saying {BRIDGE}.", path="b")
    second.said(VERIN, BRIDGE, via=(DELPHA,), cue="quoted")
    assert counts(only(collated(ledgers(first, second)))) == (1, 1, 1)


def test_two_newsrooms_that_were_told_are_two_witnesses() -> None:
    first = Desk(f"Verin told Corvane that {BRIDGE}.", path="a")
    first.said(VERIN, BRIDGE, via=(CORVANE,), cue="told")
    second = Desk(f"In remarks to Delpha, Verin told it {BRIDGE}.", path="b")
    second.said(VERIN, BRIDGE, via=(DELPHA,), cue="told")
    assert counts(only(collated(ledgers(first, second)))) == (1, 1, 2)


def test_statement_on_a_ministrys_site_told_by_all() -> None:
    desks = []
    for room in (CORVANE, DELPHA):
        desk = Desk(
            f"The ministry wrote on its website that {BRIDGE}, {room.name} said.", path=room.name
        )
        desk.said(MINISTRY, BRIDGE, via=(room,), act="writing", occasion="website")
        desks.append(desk)
    claim = only(collated(ledgers(*desks)))
    assert counts(claim) == (1, 1, 1)
    assert not claim.origins[0].primary_held


def test_the_site_itself_is_held() -> None:
    desk = Desk(f"We announce that {BRIDGE}.", path="a", outlet=MINISTRY.name)
    desk.said(MINISTRY, BRIDGE, act="writing")
    claim = only(collated(ledgers(desk)))
    assert counts(claim) == (1, 1, 1)
    assert claim.origins[0].primary_held


def test_two_unnamed_officials_of_one_government() -> None:
    desk = Desk(f"Two officials told Corvane that {BRIDGE}.", path="a")
    officials = Party(name="Two officials", count=2, span=desk.span("Two officials"))
    desk.said(officials, BRIDGE, via=(CORVANE,), cue="told")
    assert counts(only(collated(ledgers(desk)))) == (1, 2, 1)


def test_a_crowd_is_one_voice() -> None:
    desk = Desk(f"Hundreds of drivers told Corvane that {BRIDGE}.", path="a")
    drivers = Party(name="Hundreds of drivers", count=300, span=desk.span("Hundreds of drivers"))
    desk.said(drivers, BRIDGE, via=(CORVANE,), cue="told")
    assert counts(only(collated(ledgers(desk)))) == (1, 1, 1)


def test_unnamed_officials_of_two_articles_are_undetermined() -> None:
    first = Desk(f"A transport official said {BRIDGE}.", path="a")
    first.said("A transport official", BRIDGE)
    second = Desk(f"Freight firms wait. According to one insider, {BRIDGE}.", path="b")
    second.said("one insider", BRIDGE)
    claim = only(collated(ledgers(first, second)))
    assert (claim.independent_origins, claim.possible_origins) == (1, 2)
    assert claim.occasions is None
    assert {i.verdict for origin in claim.origins for i in origin.independence} == {"undetermined"}


def test_a_leaked_document_seen_by_three_outlets() -> None:
    desks = []
    for number, name in enumerate(("Corvane", "Delpha", "Ostra")):
        room = an_actor(name, "agency", owner=f"{name} Group")
        text = f"{'Yes. ' * number}A memo seen by {name} says {BRIDGE}."
        desk = Desk(text, path=name)
        desk.said(
            "A memo", BRIDGE, via=(room,), act="writing", evidence=f"A memo seen by {name} says"
        )
        desks.append(desk)
    assert counts(only(collated(ledgers(*desks)))) == (1, 1, 3)


SMOKE = "black smoke rose above the grain terminal before the fire brigade arrived"


def seen_by(agency: Actor, number: int) -> Desk:
    text = f"{'Noon. ' * number}A correspondent of {agency.name} saw that {SMOKE}."
    desk = Desk(text, path=agency.name)
    return desk.said(agency, SMOKE, cue="saw", evidence=text)


def test_two_agencies_of_one_owner() -> None:
    claim = only(collated(ledgers(seen_by(ROTOR, 0), seen_by(ROTOR_RADIO, 1))))
    assert counts(claim) == (1, 1, 1)
    assert claim.origins[0].independence[0].ground == "one owner: State Media Holding"


def test_a_third_agency_of_the_same_state() -> None:
    collation = collated(ledgers(seen_by(ROTOR, 0), seen_by(ROTOR_RADIO, 1), seen_by(STEPPE, 2)))
    assert counts(only(collation)) == (1, 2, 2)


def test_confirmed_by_an_observer_of_another_principal() -> None:
    claim = only(
        collated(ledgers(seen_by(ROTOR, 0), seen_by(an_actor("Ostra", "agency", country="FIN"), 1)))
    )
    assert counts(claim) == (2, 2, 2)
    assert claim.standing == "corroborated"


def test_confirmed_by_a_source_of_another_principal() -> None:
    first = Desk(f"Minister Verin said {BRIDGE}.", path="a").said(VERIN, BRIDGE)
    second = Desk(f"Commander Halsten confirmed that {BRIDGE}.", path="b").said(HALSTEN, BRIDGE)
    claim = only(collated(ledgers(first, second)))
    assert (claim.independent_origins, claim.possible_origins) == (2, 2)
    assert claim.origins[0].independence[0].ground.startswith("different principals")


def test_confirmed_and_the_source_not_told() -> None:
    first = Desk(f"Minister Verin said {BRIDGE}.", path="a").said(VERIN, BRIDGE)
    second = Desk(f"Corvane confirmed that {BRIDGE}.", path="b").said(CORVANE, BRIDGE)
    claim = only(collated(ledgers(first, second)))
    assert (claim.independent_origins, claim.possible_origins) == (1, 2)


def test_two_ministers_of_one_state_are_never_two_independent_origins() -> None:
    other = an_actor("Ion Dascal", country="MDA", office="economy minister")
    first = Desk(f"Minister Verin said {BRIDGE}.", path="a").said(VERIN, BRIDGE)
    second = Desk(f"Mr Dascal agreed that {BRIDGE}.", path="b").said(other, BRIDGE)
    claim = only(collated(ledgers(first, second)))
    assert (claim.independent_origins, claim.possible_origins) == (1, 2)


def test_people_of_unknown_allegiance_are_undetermined() -> None:
    first = Desk(f"Tessa Quade said {BRIDGE}.", path="a").said(an_actor("Tessa Quade"), BRIDGE)
    second = Desk(f"Bram Oster said {BRIDGE}.", path="b").said(an_actor("Bram Oster"), BRIDGE)
    claim = only(collated(ledgers(first, second)))
    assert (claim.independent_origins, claim.possible_origins) == (1, 2)


@pytest.mark.parametrize(
    ("words", "independent"),
    [
        ("the span of the old bridge at Dubasari fell on Sunday", 1),
        ("the pier of the old bridge at Dubasari fell into the river on Sunday", 1),
        ("the pier of the old bridge at Dubasari fell on Sunday", 2),
    ],
)
def test_two_who_each_say_what_the_other_does_not_are_undetermined(
    words: str, independent: int
) -> None:
    told = "the pier of the old bridge at Dubasari fell at dawn on Sunday"
    first = Desk(f"Minister Verin said {told}.", path="a").said(VERIN, told)
    second = Desk(f"Commander Halsten said {words}.", path="b").said(HALSTEN, words)
    claims = collated(ledgers(first, second)).claims
    assert max(claim.independent_origins for claim in claims) == independent
    assert sum(claim.possible_origins for claim in claims) == 2


def test_both_through_one_agency_are_undetermined() -> None:
    first = Desk(f"Minister Verin told Corvane {BRIDGE}.", path="a")
    first.said(VERIN, BRIDGE, via=(CORVANE,))
    second = Desk(f"Commander Halsten told Corvane {BRIDGE}.", path="b")
    second.said(HALSTEN, BRIDGE, via=(CORVANE,))
    claim = only(collated(ledgers(first, second)))
    assert (claim.independent_origins, claim.possible_origins) == (1, 2)


ARRIVED = "the howitzers from Norway have reached a depot in Chile"
NAVY = an_actor("Navy of Chile", "armed_group", country="CHL")
ARMY = an_actor("Army of Chile", "armed_group", country="CHL")
CUSTOMS = an_actor("Customs Service of Norway", "government", country="NOR")


def delivery(path: str, *says: Actor, words: str = ARRIVED) -> Dossier:
    """An article that tells of one delivery: by those it names, else in the outlet's own voice."""
    return Dossier(path).transfer(
        words, supplier=NORWAY, recipient=CHILE, stage="delivered", status="delivered", says=says
    )


def test_a_delivery_in_the_outlets_own_voice() -> None:
    claim = only(collated(dossiers(delivery("a"))))
    assert counts(claim) == (0, 1, 0)
    assert claim.standing == "unsourced"
    assert claim.occasions is None


def test_a_delivery_confirmed_by_a_second_principal() -> None:
    one = only(collated(dossiers(delivery("a", NAVY))))
    two = only(collated(dossiers(delivery("a", NAVY), delivery("b", CUSTOMS))))
    assert counts(one)[:2] == (1, 1)
    assert counts(two)[:2] == (2, 2)
    assert two.standing == "corroborated"


def test_a_second_organ_of_one_state_is_undetermined() -> None:
    saw = "The army saw with its own eyes that the howitzers from Norway are in a depot in Chile"
    for second in (delivery("b", ARMY), delivery("b", ARMY, words=saw)):
        claim = only(collated(dossiers(delivery("a", NAVY), second)))
        assert counts(claim)[:2] == (1, 2)
        assert claim.origins[0].independence[0].verdict == "undetermined"
        assert claim.origins[0].independence[0].ground == "both speak for Chile"


def test_a_delivery_that_a_second_outlet_only_repeats_counts_once() -> None:
    claim = only(collated(dossiers(delivery("a", NAVY), delivery("b", NAVY), delivery("c"))))
    assert counts(claim)[:2] == (1, 2)


def test_a_denial() -> None:
    first = Desk(f"Minister Verin said {BRIDGE}.", path="a").said(VERIN, BRIDGE)
    second = Desk(f"Commander Halsten denied that {BRIDGE}.", path="b")
    second.said(HALSTEN, BRIDGE, modality="denied")
    claim = only(collated(ledgers(first, second)))
    assert (claim.independent_origins, claim.possible_origins) == (1, 1)
    assert [o.party.resolved for o in claim.denials if o.party] == ["Per Halsten"]
    assert claim.standing == "contested"
    assert claim.articles == tuple(sorted((first.article.id, second.article.id)))


def test_the_same_speaker_on_another_day() -> None:
    first = Desk(f"On Monday Verin said {BRIDGE}.", path="a")
    first.said(VERIN, BRIDGE, when=day("2025-03-03"))
    second = Desk(f"Verin said again on Friday that {BRIDGE}.", path="b")
    second.said(VERIN, BRIDGE, when=day("2025-03-07"))
    claim = only(collated(ledgers(first, second)))
    assert (claim.independent_origins, claim.possible_origins) == (1, 1)
    assert claim.occasions is not None
    assert sorted(o.when.start or "" for o in claim.occasions if o.when) == [
        "2025-03-03",
        "2025-03-07",
    ]


def test_no_occasion_is_told() -> None:
    first = Desk(f"Verin said {BRIDGE}.", path="a").said(VERIN, BRIDGE)
    second = Desk(f"The minister, Verin, stressed that {BRIDGE}.", path="b").said(VERIN, BRIDGE)
    claim = only(collated(ledgers(first, second)))
    assert claim.occasions is not None
    assert (len(claim.occasions), claim.possible_occasions) == (1, 2)


@pytest.mark.parametrize(
    ("left", "right", "evident"),
    [
        ("an interview with Corvane", "an interview with Delpha", 2),
        ("an interview with Corvane", "a rally", 2),
        ("an interview with Corvane", "a statement", 1),
        ("an interview with Corvane", "his first interview", 1),
    ],
)
def test_occasions_that_cannot_be_one(left: str, right: str, evident: int) -> None:
    first = Desk(f"In {left} Verin said {BRIDGE}.", path="a").knows(CORVANE, DELPHA)
    first.said(VERIN, BRIDGE, occasion=left)
    second = Desk(f"In {right} Verin said {BRIDGE}.", path="b").said(VERIN, BRIDGE, occasion=right)
    claim = only(collated(ledgers(first, second)))
    assert claim.occasions is not None
    assert len(claim.occasions) == evident


def test_no_source_named() -> None:
    desk = Desk(f"It was said that {BRIDGE}.", path="a").said(None, BRIDGE)
    claim = only(collated(ledgers(desk)))
    assert counts(claim) == (0, 1, 0)
    assert claim.standing == "unsourced"
    assert claim.occasions is None


def test_a_thought_is_no_utterance() -> None:
    desk = Desk(f"Verin hopes that {BRIDGE}.", path="a")
    desk.said(VERIN, BRIDGE, act="thought")
    assert collated(ledgers(desk)).claims == ()


def test_what_people_say_of_themselves_is_not_shared() -> None:
    words = "we will answer every closure of the canal with closures of our own"
    first = Desk(f"Verin: {words}.", path="a").said(VERIN, words)
    second = Desk(f"Halsten: {words}.", path="b").said(HALSTEN, words)
    assert len(collated(ledgers(first, second)).claims) == 2


def test_the_outlet_that_was_told_itself_is_a_witness() -> None:
    desk = Desk(f"Verin told the Delpha Evening that {BRIDGE}.", path="a", outlet="Delpha Evening")
    desk.said(VERIN, BRIDGE, cue="told", to=("Delpha Evening",))
    assert counts(only(collated(ledgers(desk)))) == (1, 1, 1)
