"""How far a long step is."""

from __future__ import annotations

import logging

import pytest

from sayso.cli.telling import logged


def test_where_no_terminal_is_each_thousand_of_a_step_is_noted_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    watch = logged()
    for done in (50, 950, 1_050, 1_950, 4_100):
        watch("sketched", done)
    watch("gathered", 1_000)
    watch("gathered", 1_999)
    assert caplog.messages == [
        "1,050 articles sketched so far",
        "4,100 articles sketched so far",
        "1,000 articles gathered so far",
    ]
