"""Find a Chromium for the tests of the desk, or install one: the system's, apt's, or Playwright's own.

The tests look in the same places (tests/desk/chromium.py), and are skipped where there is none.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from desk.chromium import chromium

_WAYS = (
    ("apt-get", "install", "--yes", "--no-install-recommends", "chromium"),
    (sys.executable, "-m", "playwright", "install", "chromium"),
)


def main() -> int:
    """0 where there is a Chromium in the end."""
    for way in ((), *_WAYS):
        if way and not _tried(way):
            continue
        found = chromium()
        if found is not None:
            sys.stdout.write(f"Chromium: {found}\n")
            return 0
    sys.stderr.write("no Chromium: install one, or name it as CHROMIUM=/path\n")
    return 1


def _tried(way: tuple[str, ...]) -> bool:
    """Whether a way of installing could be gone to its end."""
    if way[0] == "apt-get" and (shutil.which("apt-get") is None or os.geteuid() != 0):
        return False
    sys.stderr.write(f"{' '.join(way)}\n")
    if way[0] == "apt-get":  # a fresh machine has no lists of packages, or old ones
        subprocess.run(("apt-get", "update"), check=False)  # noqa: S607
    return subprocess.run(way, check=False).returncode == 0  # noqa: S603 (our own two commands)


if __name__ == "__main__":
    sys.exit(main())
