"""Samples: the same from any order, spread over the strata, each record once."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.audits.sampling import draw, stratum_of
from sayso.model.ledger import Relation
from sayso.model.text import Span

SPAN = Span(article="a", start=0, end=1, text="x")


def records(**counts: int) -> list[tuple[Relation, str]]:
    """So many relations of each type."""
    return [
        (
            _relation(type_, number),
            f"{type_} {number}",
        )
        for type_, count in counts.items()
        for number in range(count)
    ]


def _relation(type_: str, number: int) -> Relation:
    return Relation(
        id=f"relation_{type_}{number}",
        article="a",
        spans=(SPAN,),
        type=type_,  # type: ignore[arg-type]
        parties=(),
    )


COUNTS = st.fixed_dictionaries({name: st.integers(0, 30) for name in ("alliance", "dispute")})


@given(COUNTS, st.integers(1, 40), st.text(max_size=3), st.randoms(use_true_random=False))
def test_the_order_and_what_comes_twice_change_nothing(
    counts: dict[str, int], size: int, seed: str, chance: random.Random
) -> None:
    found = records(**counts)
    again = [*found, *found[:3]]
    chance.shuffle(again)
    assert draw(found, size, seed) == draw(again, size, seed)


@given(COUNTS, st.integers(1, 40))
def test_the_strata_share_evenly_and_are_counted(counts: dict[str, int], size: int) -> None:
    drawn = draw(records(**counts), size, "1")
    assert len(drawn) == min(size, sum(counts.values()))
    taken = Counter(one.stratum for one in drawn)
    for one in drawn:
        assert one.population == counts[one.stratum.split()[1]]
    few, many = sorted(taken[f"relation {name}"] for name in counts)
    if min(counts.values()) >= size:
        assert many - few <= 1


def test_a_larger_sample_holds_the_smaller_one() -> None:
    found = records(sanctions=40)
    small = {one.item for one in draw(found, 10, "1")}
    assert small < {one.item for one in draw(found, 20, "1")}
    assert small != {one.item for one in draw(found, 10, "2")}


def test_every_record_is_as_likely_as_another() -> None:
    """400 draws of 5 out of 20: each about 100 times; 60 and 140 are more than four deviations off."""
    times = Counter(
        one.item for seed in range(400) for one in draw(records(dispute=20), 5, str(seed))
    )
    assert len(times) == 20
    assert 60 < min(times.values()) <= max(times.values()) < 140


def test_a_stratum_is_the_kind_and_what_tells_it_apart() -> None:
    assert stratum_of(_relation("alliance", 1)) == "relation alliance"


@pytest.mark.parametrize("size", [1, 3])
def test_nothing_gives_nothing(size: int) -> None:
    assert draw([], size, "1") == ()
