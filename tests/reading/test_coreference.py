"""Pronouns and definite nouns: whom they point back to, and when to nobody."""

from __future__ import annotations

import pytest

from casting import Scene


def test_pronouns_and_nouns_over_paragraphs() -> None:
    scene = Scene(
        "Peru's ambassador to Chile, Aleksei Morozov, met reporters on Monday.\n"
        "The envoy said the talks had stalled. He added that Lima would wait.\n"
        "He further told the daily Estrella that it was late."
    )
    assert scene.who("The envoy") == "Aleksei Morozov"
    assert scene.who("He") == "Aleksei Morozov"
    assert scene.who("He", 1) == "Aleksei Morozov"
    assert scene.role("He") == "ambassador of Peru to Chile"


def test_gender_tells_two_people_apart() -> None:
    scene = Scene("Defence Minister Maria Torres met Colonel Peter Dane. She smiled. He did not.")
    assert scene.who("She") == "Maria Torres"
    assert scene.who("He") == "Peter Dane"


def test_two_who_could_be_meant_are_nobody() -> None:
    assert Scene("Peter Dane and Paul Girard signed it. He left.").who("He") is None


def test_the_subject_comes_first() -> None:
    assert Scene("Peter Dane met Paul Girard. He left early.").who("He") == "Peter Dane"


def test_a_noun_for_one_of_two_is_the_subject() -> None:
    scene = Scene(
        "Fish Minister Maria Torres spoke after talks with Peru's fish minister, Paul Girard.\n"
        "The minister gave no date."
    )
    assert scene.who("The minister") == "Maria Torres"
    joint = Scene("Ministers Maria Torres and Paul Girard were there. The minister gave no date.")
    assert joint.who("The minister") is None


def test_one_of_a_people_is_the_one_told_of_that_state() -> None:
    scene = Scene(
        "Peru's Maria Torres met Chile's foreign minister, Paul Girard. Torres left. The Chilean stayed."
    )
    assert scene.who("The Chilean") == "Paul Girard"


def test_somebody_unnamed_hides_those_named_before() -> None:
    scene = Scene(
        "Paul Girard, head of the agency, spoke. A senior official in Kyiv disagreed."
        " He refused to say why. The official left."
    )
    assert scene.who("He") is None
    assert scene.who("The official") is None


def test_names_inside_quotations_are_not_meant() -> None:
    scene = Scene('Paul Girard was brief. "Peter Dane was wrong," he said.')
    assert scene.who("he") == "Paul Girard"


@pytest.mark.parametrize(
    ("noun", "who"),
    [
        ("The Russian agency", "TASS"),
        ("The South Korean agency", "Yonhap"),
        ("The Danish agency", None),
    ],
)
def test_a_noun_with_a_state_is_of_that_state(noun: str, who: str | None) -> None:
    scene = Scene(f"TASS and Yonhap reported it on Monday. {noun} gave no source.")
    assert scene.who(noun) == who


def test_a_role_noun_finds_the_holder_of_such_an_office() -> None:
    scene = Scene(
        "Kim Dae-sung, head of a department at the South Korean Foreign Ministry, met Senator Bob"
        " Carver. The diplomat said so. The senator denied it. The colonel was silent."
    )
    assert scene.who("The diplomat") == "Kim Dae-sung"
    assert scene.who("The senator") == "Bob Carver"
    assert scene.who("The colonel") is None


def test_a_representative_is_of_the_capital_named() -> None:
    scene = Scene("Luis Vega of the Peruvian Foreign Ministry, a spokesman, met Paul Girard.")
    assert scene.who("Luis Vega") == "Luis Vega"
    later = Scene(
        "Peru's envoy, Luis Vega, and Chile's envoy, Raul Soto, met. The representative from Santiago"
        " left."
    )
    assert later.who("The representative from Santiago") == "Raul Soto"


def test_unnamed_parties() -> None:
    scene = Scene(
        "Two officials familiar with the talks disagreed. Analysts and former officials warned."
        " A spokesman for the Danish Defence Ministry said no."
    )
    two = scene.party("Two officials familiar with the talks")
    assert (two.actor, two.count) == (None, 2)
    assert scene.party("Analysts and former officials").actor is None
    spokesman = scene.party("A spokesman for the Danish Defence Ministry")
    assert spokesman.resolved is None
    assert spokesman.role == "spokesman for the Danish Defence Ministry"


def test_two_joined_are_no_single_voice() -> None:
    joined = Scene("Chile and Peru said that they agreed.").party("Chile and Peru")
    assert (joined.actor, joined.count) == (None, 2)


def test_the_side_of_a_state_is_the_state() -> None:
    assert Scene("The Chilean side has no doubt.").who("The Chilean side") == "Chile"


def test_an_it_that_stands_for_nobody() -> None:
    scene = Scene("Chile refused. It was too early to talk. It said that Peru had lied.")
    assert scene.who("It") is None
    assert scene.who("It", 1) == "Chile"


def test_the_former_and_the_latter() -> None:
    scene = Scene(
        "Minister Ana Torres met Colonel Peter Dane. The former smiled. The latter said no."
    )
    assert scene.who("The former") == "Ana Torres"
    assert scene.who("The latter") == "Peter Dane"


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Torres met Senator Jill Carver and Colonel Peter Dane. The latter said no.",
        "Minister Ana Torres left. The latter said no.",
    ],
)
def test_the_latter_of_none_or_many_is_nobody(text: str) -> None:
    assert Scene(text).who("The latter") is None


def test_a_former_office_is_no_pointer() -> None:
    scene = Scene("Minister Ana Torres met Colonel Peter Dane. The former minister said no.")
    assert scene.who("The former minister") is None


def test_they_are_those_joined_before() -> None:
    they = Scene("Chile and Peru signed the treaty. They said that it was fair.").party("They")
    assert (they.actor, they.count) == (None, 2)


def test_they_is_a_body_that_is_the_only_subject() -> None:
    scene = Scene("The Danish Defence Ministry refused. They said that it was late.")
    assert scene.who("They") == "Defence Ministry of Denmark"


@pytest.mark.parametrize(
    "text",
    [
        "Officials refused. They said that it was late.",
        "Peter Dane refused. They said that it was late.",
        "The ministry refused, and analysts agreed. They said that it was late.",
        "Denmark refused. Experts were glad. They said that it was late.",
    ],
)
def test_they_who_are_not_named(text: str) -> None:
    they = Scene(text).party("They")
    assert (they.actor, they.count) == (None, None)


@pytest.mark.parametrize("text", ["They met on Tuesday. He left.", "Okinawa is calm. He left."])
def test_he_is_no_day_and_no_island(text: str) -> None:
    assert Scene(text).who("He") is None


def test_an_office_that_stands_for_its_holder_is_a_mention_of_him() -> None:
    scene = Scene("Foreign Minister Ana Torres of Peru spoke.\nThe Foreign Minister then left.")
    [office] = [m for m in scene.cast.mentions if m.span.text == "Foreign Minister"]
    assert office.actor is not None
    assert office.actor.name == "Ana Torres"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bishop Anders Lund left. The bishop said that it rains.", "Anders Lund"),
        ("Bishops Anders Lund and Peter Holm left. The nun said that it rains.", None),
        ("Bishop Anders Lund left. Bishop Peter Holm sang. The bishop said that it rains.", None),
    ],
)
def test_an_office_points_to_the_one_who_is_told_to_hold_it(text: str, who: str | None) -> None:
    scene = Scene(text)
    noun = "bishop" if "The bishop" in text else "nun"
    at = text.rindex(f"The {noun}")
    assert scene.cast.party(at, at + len(f"The {noun}")).resolved == who


def test_his_and_her_are_whose_name_stands_before() -> None:
    scene = Scene(
        "Mayor Ana Torres opened the bridge. Her letter asks the council to pay. "
        "Lars Holm and Erik Berg stayed away. His letter came late."
    )
    assert scene.who("Her") == "Ana Torres"
    assert scene.who("His") is None
