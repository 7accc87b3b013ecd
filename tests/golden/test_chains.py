"""Sayso over the golden chains: no share of the half that is only measured may fall under its floor.

``python tests/golden/report.py chains`` prints all shares, and with ``--wrong tuning`` what is behind them.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

# The share that must be right. Raise a floor when the share has risen; never lower one for a rule.
FLOORS: Mapping[str, float] = {
    "found": 0.94,
    "speaker": 0.90,
    "chain": 0.90,
    "precision": 0.96,
}


@pytest.fixture(scope="module")
def reported() -> Mapping[str, tuple[int, int]]:
    """The reported half read once, with the language model."""
    from golden.measure import halves, run

    return halves(run("chains"))["reported"]


@pytest.mark.parametrize("row", FLOORS)
def test_shares_keep_their_floors(reported: Mapping[str, tuple[int, int]], row: str) -> None:
    right, total = reported[row]
    assert right / total >= FLOORS[row], f"{row}: {right} of {total}"
