"""Transfers: what somebody will not or cannot do, has ended, denies or turns down."""

from __future__ import annotations

import pytest

from extracted import told
from golden.deals import read
from loaded import loaded
from sayso.extractors.transfers import extract


def _how(text: str) -> list[tuple[str | None, str | None]]:
    return [(leg.stage, leg.status) for leg in extract(read(loaded(), text))]


@pytest.mark.parametrize(
    "text",
    [
        "Malta is not willing to send howitzers to Libya.",
        "Malta is unable to deliver howitzers to Libya.",
        "Malta will not be able to give Libya howitzers this year.",
        "Malta will no longer export howitzers to Libya.",
        "Malta has ruled out sending howitzers to Libya.",
        "Malta rebuffed calls to send howitzers to Libya.",
    ],
)
def test_who_will_not_or_cannot(text: str) -> None:
    assert told(text) == ["supply: Malta > Libya | howitzers"]
    assert _how(text) == [(None, "denied")] or _how(text) == [("requested", "denied")]


@pytest.mark.parametrize(
    "text",
    [
        "Malta will no longer allow the export of howitzers to Libya.",
        "Malta will no longer issue permits for the export of howitzers to Libya.",
        "Malta no longer issues permits for the export of howitzers to Libya.",
        "Malta will not issue licences for the export of howitzers to Libya.",
    ],
)
def test_what_is_no_longer_allowed_is_forbidden(text: str) -> None:
    assert told(text) == ["supply: Malta > Libya | howitzers"]
    assert [status for _, status in _how(text)] == ["prohibited"]


def test_who_walks_away_from_a_plan_cancels_it() -> None:
    text = "Malta walked away from a plan to hand over its howitzers to Libya."
    assert told(text) == ["supply: Malta > Libya | howitzers"]
    assert _how(text) == [("cancelled", None)]


def test_who_is_able_does_not_refuse() -> None:
    text = "Malta is ready to send howitzers to Libya."
    assert [status for _, status in _how(text)] != ["denied"]
