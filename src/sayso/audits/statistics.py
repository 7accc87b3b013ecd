"""The statistics of an audit: intervals of shares, precision over strata, agreement between coders."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

# The standard normal deviate that leaves 2.5% on either side.
Z95 = 1.959963984540054


class Interval(NamedTuple):
    """A share from 0 to 1 with the ends of its 95% interval."""

    value: float
    low: float
    high: float


class Stratum(NamedTuple):
    """`right` of `coded` records of a stratum that has `population` records."""

    right: int
    coded: int
    population: int


def wilson(right: float, of: float) -> Interval | None:
    """The share `right` / `of` with Wilson's score interval (Wilson 1927), at 95%.

    None where there is nothing to take a share of. `of` need not be whole: an effective sample size is
    none. ValueError unless 0 <= right <= of.
    """
    if not 0 <= right <= of:
        raise ValueError(f"{right} is not between 0 and {of}")
    if of == 0:
        return None
    share = right / of
    square = Z95 * Z95 / of
    middle = (share + square / 2) / (1 + square)
    reach = Z95 * math.sqrt(share * (1 - share) / of + square / (4 * of)) / (1 + square)
    return Interval(
        share,
        0.0 if right == 0 else min(share, middle - reach),
        1.0 if right == of else max(share, middle + reach),
    )


def over_strata(strata: Iterable[Stratum]) -> Interval | None:
    """The share over all strata, each weighted by its population, with its 95% interval.

    The interval is Wilson's with Kish's effective sample size (Kish 1965, 11.7): the square of the sum of
    the records' weights over the sum of their squares. Strata of which nothing was coded are left out; None where
    that is all of them. ValueError where more was coded than there is.
    """
    coded = [one for one in strata if one.coded]
    if any(one.coded > one.population for one in coded):
        raise ValueError("more coded than there is")
    if not coded:
        return None
    population = sum(one.population for one in coded)
    share = sum(one.population * one.right / one.coded for one in coded) / population
    effective = population**2 / sum(one.population**2 / one.coded for one in coded)
    return wilson(min(share, 1.0) * effective, effective)


def alpha(units: Iterable[Sequence[Hashable | None]]) -> float | None:
    """Krippendorff's alpha for nominal data: any number of coders, values may be missing (None).

    One sequence of the coders' values for each unit (Krippendorff 2011, "Computing Krippendorff's
    alpha-reliability", D). None where alpha is not defined: no unit with two values, or only one value in
    all of them, so that no disagreement could be expected.
    """
    totals: Counter[Hashable] = Counter()
    observed = 0.0
    for unit in units:
        values = Counter(value for value in unit if value is not None)
        coders = values.total()
        if coders < 2:
            continue
        totals.update(values)
        agreeing = sum(count * (count - 1) for count in values.values())
        observed += (coders * (coders - 1) - agreeing) / (coders - 1)
    pairable = totals.total()
    expected = pairable**2 - sum(count**2 for count in totals.values())
    if not expected:
        return None
    return 1 - (pairable - 1) * observed / expected
