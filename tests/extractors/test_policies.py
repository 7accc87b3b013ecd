"""Changes of policy: the golden passages, scope, time and whose rule it is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from golden.deals import read
from golden.halves import HALVES, Half
from golden.ledger import of_policies, run, score
from loaded import loaded
from sayso.extractors.policies import extract
from sayso.model.ledger import PolicyChange

# Of the lines: the share that is right of those wanted, and of those given. Raise, never lower.
FLOORS: Mapping[Half, tuple[float, float]] = {"tuning": (1.0, 1.0), "reported": (0.8, 0.8)}


def changes(text: str) -> list[PolicyChange]:
    return list(extract(read(loaded(), text)))


@pytest.mark.parametrize("half", HALVES)
def test_golden_passages_keep_their_floors(half: Half) -> None:
    golden = of_policies("policies")
    got = score(golden, run(golden, loaded(), half), half)
    recall, precision = FLOORS[half]
    assert got.whole.value >= recall
    assert got.whole.right / got.precision.of >= precision


def test_scope_and_time() -> None:
    text = "In May 2016 Slovakia relaxed its rules on arms exports, permitting sales to Serbia."
    [one] = changes(text)
    assert one.scope == "permitting sales to Serbia"
    assert one.when is not None
    assert one.when.timex == "2016-05"


def test_a_rule_of_a_minister_is_that_of_the_state_that_is_named_with_him() -> None:
    [one] = changes("Belgian Defence Minister Luc Maes eased export controls on rifles.")
    assert one.jurisdiction is not None
    assert one.jurisdiction.resolved == "Belgium"


def test_what_may_be_changed_is_not_told_as_changed() -> None:
    [one] = changes("Portugal could lift its embargo on weapons for Angola.")
    assert (one.modality, one.direction) == ("possible", "repealed")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Slovenia has relaxed its rules on arms exports, Defence Minister Maja Kos told editors.",
            "relaxed rules on arms exports",
        ),
        ("Georgia brought back conscription in May.", "introduced conscription"),
        ("Bolivia extended compulsory military service to two years.", None),
        ("Uruguay made military service voluntary.", "relaxed military service"),
        ("Laos lowered its ceiling on defence spending.", "tightened ceiling on defence spending"),
        (
            "Ghana raised the limit on guns for each hunter.",
            "relaxed limit on guns for each hunter",
        ),
        ("Peru exempted Chad from its rules on arms exports.", "relaxed rules on arms exports"),
        ("Oman granted Chad a waiver from its arms export rules.", "relaxed arms export rules"),
        ("Malta added torpedoes to its export control list.", "tightened export control list"),
        ("Chile removed radars from its munitions list.", "relaxed munitions list"),
        (
            "Cyprus closed a gap in its law on war materiel.",
            "tightened law on war materiel",
        ),
        ("Togo stiffened end-use checks for grenades.", "tightened end-use checks for grenades"),
        ("Libya scrapped licences for the import of pistols.", None),
        ("A ban on air guns was written into Nepalese law.", "introduced ban on air guns"),
        ("Iceland outlaws cluster bombs", "introduced cluster bombs"),
        ("Malta loosens spending cap for arms", "relaxed spending cap for arms"),
        (
            "The Wassenaar Arrangement adopted controls on lasers.",
            "introduced controls on lasers",
        ),
        ("A tougher firearms law takes effect in Fiji today.", "tightened tougher firearms law"),
        (
            "Kenya requires more papers: it imposed a licence requirement for equipment sent to Mali.",
            "introduced licence requirement for equipment",
        ),
    ],
)
def test_ways_in_which_rules_change(text: str, wanted: str | None) -> None:
    [one] = changes(text)
    told = f"{one.direction} {one.subject}"
    assert wanted is None or told == wanted
    assert one.modality == "asserted"
    assert one.jurisdiction is not None


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (
            "Lawmakers met in Rabat. Morocco was tense, and the cabinet lifted its ban on rifles.",
            "Morocco",
        ),
        ("The Catalan government eased its limits on hunting rifles.", "Catalan government"),
        ("The limit on Fiji's defence spending was lifted by lawmakers.", "Fiji"),
    ],
)
def test_whose_rule_it_is_where_no_state_changes_it(text: str, owner: str) -> None:
    [one] = changes(text)
    assert one.jurisdiction is not None
    assert (one.jurisdiction.resolved or one.jurisdiction.name) == owner


def test_what_a_change_is_said_to_end_is_no_second_change() -> None:
    text = (
        "Laos scrapped its ban on arms exports, ending a policy that had bound its makers of guns."
    )
    assert len(changes(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The candidates talked about pensions and passing stricter controls on rifles.",
        "The bakery dropped its policy on gun holsters in its shops.",
        "Students called on the cabinet to end its policy of arms exports.",
        "Togo's senators debated whether to lift the ban on arms exports.",
        "The football league abolished its draft lottery.",
        "He ended his military service in Togo in May.",
        "Egypt added eggs to its list of banned imports.",
        "Norway introduced a national health service for reindeer.",
        "Police stiffened checks on drivers in Togo.",
        "Sweden bans the export of mines, as it always has.",
    ],
)
def test_what_is_talked_of_or_not_a_states_is_no_change(text: str) -> None:
    assert changes(text) == []
