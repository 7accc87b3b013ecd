"""Verdicts counted: what does not count, what is weighted, who agrees with whom."""

from __future__ import annotations

import pytest

from sayso.audits.scoring import agreements, precisions
from sayso.audits.sheets import Coded, Verdict
from sayso.audits.statistics import wilson


def coded(stratum: str, population: int, *verdicts: Verdict | None) -> list[Coded]:
    return [
        Coded(
            id=f"{stratum} {number}",
            stratum=stratum,
            population=population,
            by="events 1",
            verdict=verdict,
        )
        for number, verdict in enumerate(verdicts)
    ]


ANN = [
    *coded("event AID", 90, "right", "right", "wrong", "unsure", None),
    *coded("event ASSAULT", 10, "wrong"),
]


def test_unsure_and_open_do_not_count() -> None:
    aid, _, _ = precisions("ann.csv", ANN)
    assert (aid.right, aid.wrong, aid.unsure, aid.open, aid.population) == (2, 1, 1, 1, 90)
    assert (aid.precision, aid.low, aid.high) == wilson(2, 3)
    assert aid.by == ("events 1",)


def test_all_is_weighted_by_what_was_found() -> None:
    *_, whole = precisions("ann.csv", ANN)
    assert (whole.stratum, whole.population, whole.right, whole.wrong) == ("all", 100, 2, 2)
    assert whole.precision == pytest.approx(0.9 * 2 / 3)


def test_nothing_coded_has_no_precision() -> None:
    for one in precisions("ann.csv", coded("event AID", 3, None, "unsure")):
        assert (one.precision, one.low, one.high) == (None, None, None)


def test_agreement_is_over_what_both_coded() -> None:
    ben = coded("event AID", 90, "right", "wrong", "wrong", "unsure", "right")
    aid, other, whole = agreements({"ann.csv": ANN, "ben.csv": ben})
    assert (aid.records, aid.agreed) == (4, 3)
    assert aid.alpha is not None
    assert aid.alpha == pytest.approx(1 - 7 * 2 / (64 - (9 + 9 + 4)))
    assert (other.records, other.agreed, other.alpha) == (0, 0, None)
    assert (whole.stratum, whole.records, whole.alpha) == ("all", 4, aid.alpha)
