"""The briefs of the sample disputes, line by line."""

from __future__ import annotations

import pytest

from golden.cut_briefs import FOLDER, brief_of
from sayso.samples import disputes


@pytest.mark.parametrize("dispute", disputes())
def test_the_brief_of_a_sample_is_the_golden_one(dispute: str) -> None:
    assert brief_of(dispute) == (FOLDER / f"{dispute}.txt").read_text("utf-8")
