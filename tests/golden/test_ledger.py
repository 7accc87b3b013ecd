"""The golden records: the sets are large and sound, and the half that is only measured keeps its floors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import get_args

import pytest

from golden.deals import load
from golden.halves import HALVES, half_of
from golden.ledger import Golden, Judged, goldens, judge, of_redlines, of_transfers, run, score
from golden.legs import Leg, parse_leg
from golden.lines import load_lines
from golden.sides import alike, common, same
from sayso.model.ledger import (
    Modality,
    Mode,
    RedLine,
    Specificity,
    Stage,
    TransferAct,
    TransferStatus,
)
from sayso.reading import Reader

GOLDENS = goldens()
# On the reported half: the least F1, and the least share of fields among the records found.
FLOORS: Mapping[str, Mapping[str, float]] = {
    "red lines": {"f1": 0.8, "none": 0.95},
    "transfers": {"f1": 0.5, "none": 0.95, "status": 0.8},
    "policy changes": {"f1": 0.6, "none": 0.95},
    "relations": {"f1": 0.55, "none": 0.95},
}

# The passages of the reported half: others may join them.
REPORTED: Mapping[str, int] = {
    "red lines": 176,
    "transfers": 118,
    "policy changes": 23,
    "relations": 19,
}


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.name)
def test_the_reported_half_keeps_its_floors(reader: Reader, golden: Golden) -> None:
    got = score(golden, run(golden, reader, "reported"), "reported")
    values = {"f1": got.f1, "none": got.silent.value}
    values |= {name: share.value for name, share in got.fields.items()}
    low = {
        name: values[name] for name, floor in FLOORS[golden.name].items() if values[name] < floor
    }
    assert not low


def test_the_sets_are_as_large_as_they_should_be() -> None:
    lines, legs, policies, relations = (golden.cases for golden in GOLDENS)
    assert len(lines) >= 200
    assert sum(not case.wanted for case in lines) >= len(lines) / 2
    assert len(legs) >= 200
    assert sum(map(_is_unreal, legs)) >= len(legs) / 3
    assert len(policies) + len(relations) >= 80


def _is_unreal(case: object) -> bool:
    wanted: tuple[Leg, ...] = case.wanted  # type: ignore[attr-defined]
    unreal = {"feared", "requested", "denied", "prohibited", "negotiating", "promised"}
    return all(unreal & set(leg.fields.get("status", ())) for leg in wanted)


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.name)
def test_no_text_stands_twice_and_none_leaves_the_reported_half(golden: Golden) -> None:
    """What is written for tuning alone makes that half the larger one, and the other no smaller."""
    assert len({case.text for case in golden.cases}) == len(golden.cases)
    halves = Counter(case.half for case in golden.cases)
    assert halves["reported"] >= REPORTED[golden.name]


def test_what_a_red_line_expects_stands_in_its_passage() -> None:
    assert len({one.id for one in load_lines()}) == len(load_lines())
    for passage in load_lines():
        for line in passage.redlines:
            words = (line.condition, line.consequence, *line.deadline.split("|"), *line.hedges)
            assert all(word in passage.text for one in words for word in one.split("|")), passage.id
            assert {mode for one in line.modes for mode in one.split("|")} <= set(get_args(Mode))
            assert set(line.specificity.split("|")) <= set(get_args(Specificity))


def test_what_a_leg_expects_is_of_the_contract() -> None:
    known = {
        "act": get_args(TransferAct),
        "stage": (*get_args(Stage), ""),
        "status": (*get_args(TransferStatus), ""),
        "modality": get_args(Modality),
    }
    for passage in load("transfers*"):
        for leg in map(parse_leg, passage.lines):
            for field, words in known.items():
                assert set(leg.fields.get(field, ())) <= set(words), (passage.text, field)


def test_a_leg_is_read_with_its_alternatives_and_what_is_not_judged() -> None:
    leg = parse_leg("sale or supply: - > Chad or - | tanks | * | contracted | via=Togo + Benin")
    assert leg.fields == {
        "act": ("sale", "supply"),
        "supplier": ("",),
        "recipient": ("Chad", ""),
        "weapon": ("tanks",),
        "status": ("contracted",),
        "via": ("Togo + Benin",),
    }
    with pytest.raises(ValueError, match="cannot read"):
        parse_leg("sale: A > B | tanks | contracted | contracted | via")


def test_words_are_held_against_words() -> None:
    assert same(("Chad", ""), "")
    assert same(("The Houthis",), "Houthis")
    assert not same(("Chad",), "Government of Benin")
    assert alike(("Patriot",), "MIM-104 Patriot")
    assert not alike(("Patriot",), "")
    assert common(("ban on arms sales to Turkey",), "its ban on arms sales to Turkey")
    assert not common(("ban on arms sales",), "ban on fish")


def test_halves_come_from_the_text_alone() -> None:
    assert half_of("a") == half_of("a")
    assert {half_of(str(number)) for number in range(20)} == set(HALVES)


def test_each_record_is_paired_once_and_the_rest_is_told(reader: Reader) -> None:
    golden = of_transfers("transfers")
    [case] = [one for one in golden.cases if one.text.startswith("Brazil sold 40")]
    [record] = run(golden._replace(cases=(case,)), reader)[0].pairs
    judged = judge(golden, case, (record[1], record[1]))
    assert (len(judged.pairs), judged.missing, len(judged.surplus)) == (1, (), 1)
    assert score(golden, [judged], case.half).f1 == pytest.approx(2 / 3)


def test_a_record_where_none_is_wanted_is_an_error() -> None:
    golden = of_redlines()
    trap = next(one for one in golden.cases if not one.wanted and one.half == "tuning")
    given: tuple[RedLine, ...] = ()
    quiet = judge(golden, trap, given)
    loud = Judged(trap, (), (), ("anything",))
    assert score(golden, [quiet], "tuning").silent == (1, 1)
    assert score(golden, [loud], "tuning").silent == (0, 1)
    assert score(golden, [loud], "tuning").precision == (0, 1)
