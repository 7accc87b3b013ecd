"""Sayso over the golden passages: no share may fall under its floor.

``python tests/golden/report.py`` prints all shares, and with ``--wrong tuning`` what is behind them.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from golden.halves import Half

Shares = Mapping[Half, Mapping[str, tuple[int, int]]]

# The share that must be right. Raise a floor when the share has risen; never lower one for a rule.
FLOORS: Mapping[Half, Mapping[str, float]] = {
    "tuning": {
        "found": 0.9,
        "content": 0.88,
        "form": 0.9,
        "act": 0.9,
        "precision": 0.93,
        "no statement": 0.8,
    },
    "reported": {
        "found": 0.9,
        "content": 0.88,
        "form": 0.9,
        "act": 0.9,
        "precision": 0.93,
        "no statement": 0.6,
    },
}


@pytest.fixture(scope="module")
def measured() -> Shares:
    """All passages read once, with the language model."""
    from golden.measure import halves, run

    return halves(run())


@pytest.mark.parametrize(
    ("half", "row"), [(half, row) for half, rows in FLOORS.items() for row in rows]
)
def test_shares_keep_their_floors(measured: Shares, half: Half, row: str) -> None:
    right, total = measured[half][row]
    assert right / total >= FLOORS[half][row], f"{row}: {right} of {total} in the {half} half"


def test_every_row_has_something_to_count(measured: Shares) -> None:
    assert all(total for rows in measured.values() for _, total in rows.values())
