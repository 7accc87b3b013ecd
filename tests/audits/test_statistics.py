"""The statistics against worked numbers of the papers, and what must hold for all numbers."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.audits.statistics import Stratum, alpha, over_strata, wilson

Values = Sequence[str | None]


# Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_as_newcombe_has_it(right: int, of: int, low: float, high: float) -> None:
    interval = wilson(right, of)
    assert interval is not None
    assert interval.value == right / of
    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


@given(st.integers(0, 500), st.integers(1, 500))
def test_wilson_holds_the_share_and_mirrors(right: int, of: int) -> None:
    right = min(right, of)
    interval, mirrored = wilson(right, of), wilson(of - right, of)
    assert interval is not None
    assert mirrored is not None
    assert 0 <= interval.low <= interval.value <= interval.high <= 1
    assert interval.low == pytest.approx(1 - mirrored.high)
    assert interval.low < interval.high


def test_wilson_of_nothing_and_of_what_cannot_be() -> None:
    assert wilson(0, 0) is None
    with pytest.raises(ValueError, match="between 0 and 3"):
        wilson(4, 3)


def test_strata_count_by_their_population() -> None:
    """9 of 10 right among 90, 2 of 10 among 10: .9 * .9 + .1 * .2; 1 / (.9 ** 2 / 10 + .1 ** 2 / 10)."""
    interval = over_strata([Stratum(9, 10, 90), Stratum(2, 10, 10)])
    assert interval is not None
    assert interval.value == pytest.approx(0.83)
    same = wilson(0.83 * 12.195122, 12.195122)
    assert same is not None
    assert interval.low == pytest.approx(same.low)


def test_strata_without_verdicts_are_left_out() -> None:
    assert over_strata([Stratum(0, 0, 50)]) is None
    assert over_strata([Stratum(3, 4, 8), Stratum(0, 0, 50)]) == wilson(3, 4)
    with pytest.raises(ValueError, match="more coded"):
        over_strata([Stratum(3, 4, 3)])


@given(
    st.lists(
        st.tuples(st.integers(1, 30), st.integers(0, 30), st.integers(0, 900)).map(
            lambda one: Stratum(min(one[1], one[0]), one[0], one[0] + one[2])
        ),
        min_size=1,
        max_size=8,
    )
)
def test_the_share_over_strata_lies_between_theirs(strata: list[Stratum]) -> None:
    interval = over_strata(strata)
    assert interval is not None
    shares = [one.right / one.coded for one in strata]
    assert min(shares) - 1e-9 <= interval.value <= max(shares) + 1e-9
    assert interval.low <= interval.value <= interval.high


@given(st.integers(1, 40), st.integers(0, 40), st.integers(1, 5))
def test_one_mind_in_proportion_is_as_one_sample(of: int, right: int, times: int) -> None:
    right = min(right, of)
    parts = [Stratum(right, of, of * times), Stratum(right, of, of * times)]
    whole, pooled = over_strata(parts), wilson(2 * right, 2 * of)
    assert whole is not None
    assert whole == pytest.approx(pooled)


def columns(*coders: str) -> list[tuple[str | None, ...]]:
    """Units from each coder's values in a row; a full stop is a missing value."""
    rows = zip(*(coder.split() for coder in coders), strict=True)
    return [tuple(None if value == "." else value for value in unit) for unit in rows]


# Krippendorff 2011, "Computing Krippendorff's alpha-reliability", sections A, B and C.
@pytest.mark.parametrize(
    ("units", "wanted"),
    [
        (columns("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095),
        (columns("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692),
        (
            columns(
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 .",
            ),
            0.743,
        ),
    ],
)
def test_alpha_as_krippendorff_has_it(units: list[Values], wanted: float) -> None:
    got = alpha(units)
    assert got is not None
    assert round(got, 3) == wanted


def test_alpha_is_open_where_no_disagreement_could_be_expected() -> None:
    assert alpha([]) is None
    assert alpha([("right", None), (None, "wrong")]) is None
    assert alpha([("right", "right"), ("right", "right")]) is None


UNITS = st.lists(
    st.lists(st.sampled_from(["right", "wrong", "unsure", None]), min_size=2, max_size=4),
    max_size=12,
)


@given(UNITS)
def test_alpha_is_one_exactly_where_all_agree(units: list[Values]) -> None:
    got = alpha(units)
    if got is not None:
        agree = all(len({value for value in unit if value}) <= 1 for unit in units)
        assert got == 1 if agree else got < 1


@given(UNITS, st.randoms(use_true_random=False))
def test_alpha_knows_no_order_and_no_names(units: list[Values], chance: random.Random) -> None:
    renamed = {"right": "a", "wrong": "b", "unsure": "c", None: None}
    turned = [[renamed[value] for value in chance.sample(unit, len(unit))] for unit in units]
    chance.shuffle(turned)
    assert alpha(turned) == pytest.approx(alpha(units))


@given(UNITS)
def test_units_with_one_value_do_not_count(units: list[Values]) -> None:
    assert alpha([*units, ("wrong", None), (None, None)]) == alpha(units)
