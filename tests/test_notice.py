"""The notice names every package that Sayso declares, for users and for developers."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_declared_dependency_is_in_the_notice() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[<>=~!\[; ]", dependency)[0] for dependency in declared}
    words = set(re.findall(r"[\w.-]+", (ROOT / "NOTICE").read_text(encoding="utf-8")))
    assert {name for name in names if name not in words} == set()


def test_the_locks_hold_hashes_and_no_addresses() -> None:
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        assert "--find-links" not in text
        assert "index-url" not in text
        pins = re.findall(r"^[\w.-]+==.*?(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
        assert len(pins) > 50
        assert all("--hash=sha256:" in pin for pin in pins)
