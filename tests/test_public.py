"""The public names: a change here is a change of what users rely on."""

from __future__ import annotations

import subprocess
import sys

import pytest

import sayso

PUBLIC = ["SaysoError", "Settings", "Taking", "json_schema", "read_articles", "read_ledgers"]


def test_the_public_names() -> None:
    assert sayso.__all__ == PUBLIC
    for name in PUBLIC:
        assert getattr(sayso, name).__name__ == name


def test_there_are_no_others() -> None:
    with pytest.raises(AttributeError, match="no attribute 'everything'"):
        sayso.everything  # noqa: B018  asking is the test


def test_the_package_itself_imports_nothing_of_its_own() -> None:
    script = "import sys, sayso; print([name for name in sys.modules if name.startswith('sayso.')])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
