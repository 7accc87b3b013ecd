"""Weapons: systems by name, kinds by noun, and words that are neither."""

from __future__ import annotations

import pytest

from casting import Scene


@pytest.mark.parametrize(
    ("text", "weapons"),
    [
        ("Patriot missile systems were sent.", ["Patriot missile systems"]),
        ("The Patriots did not arrive; the launcher did.", []),
        ("The Patriots did not arrive, nor did the missiles.", ["Patriots", "missiles"]),
        ("Two Leopard 2A6 tanks and a T-72B3 burned.", ["Leopard 2A6 tanks", "T-72B3"]),
        ("F-16s and MiG-29s flew.", ["F-16s", "MiG-29s"]),
        ("ballistic and cruise missiles hit it", ["ballistic and cruise missiles"]),
        ("155-mm artillery shells and drones", ["artillery shells", "drones"]),
        ("rocket-propelled grenades", ["rocket-propelled grenades"]),
        ("She leads a think tank and a shell company.", []),
        ("The Patriot Act was renewed, and rifles were banned.", ["rifles"]),
        ("Missile defense is dear.", []),
        ("The aircraft landed in Oslo.", []),
        ("The aircraft dropped two bombs.", ["aircraft", "bombs"]),
        ("military equipment", ["military equipment"]),
        ("kitchen equipment", []),
        ("Two Mirage 2000 fighters landed.", ["Mirage 2000 fighters"]),
        ("Four Tornado jets landed, a tornado did not.", ["Tornado jets"]),
        ("They flew nine PC-7 trainers and a kite.", ["PC-7 trainers"]),
        ("She flew on A330 planes in new trainers.", []),
        ("The F-16 fighter pilots slept.", ["F-16"]),
    ],
)
def test_weapons_in_text(text: str, weapons: list[str]) -> None:
    assert Scene(text).mentions("weapon") == weapons


def test_a_system_under_any_of_its_names_is_one() -> None:
    scene = Scene("Geran-2 drones, Shahed-136 drones and Shaheds")
    assert len({m.weapon.id for m in scene.cast.mentions if m.weapon}) == 1


def test_a_kind_has_a_category_and_no_id() -> None:
    [mention] = Scene("cruise missiles").cast.mentions
    assert mention.weapon is not None
    assert (mention.weapon.id, mention.weapon.category) == (None, "cruise_missile")


def test_a_designation_belongs_to_the_name_of_its_kind() -> None:
    [mention] = Scene("They flew nine XC-41 trainers.").cast.mentions
    assert mention.weapon is not None
    assert mention.weapon.id is None
    assert (mention.weapon.name, mention.weapon.category) == ("XC-41 trainers", "aircraft")


def test_a_weapon_is_never_a_person() -> None:
    scene = Scene("If Gepard and Patriot missiles end up there, Gepard guns will burn.")
    assert scene.people() == []
    assert len(scene.mentions("weapon")) == 3


@pytest.mark.parametrize(
    ("text", "weapons"),
    [
        ("Two Tu-95 Bear bombers flew.", ["Tu-95 Bear bombers"]),
        ("A Bear bomber was seen.", ["Bear bomber"]),
        ("The Tu-22M3 (Backfire) landed.", ["Tu-22M3", "Backfire"]),
        ("The missile, known to NATO as the Kodiak, flew.", ["missile", "Kodiak"]),
        ("Bear with us: the Halo of missiles is a myth.", ["missiles"]),
        ("They ate in Milan before the Freedom class of 2020 met.", []),
        ("Kilo-class submarines for Algeria", ["Kilo-class submarines"]),
        ("The USS Carl Vinson and HMS Daring sailed.", ["USS Carl Vinson", "HMS Daring"]),
        ("HMS is short for a ship's prefix.", []),
    ],
)
def test_reporting_names_and_ships_need_what_is_beside_them(text: str, weapons: list[str]) -> None:
    assert Scene(text).mentions("weapon") == weapons
