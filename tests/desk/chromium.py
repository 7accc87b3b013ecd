"""Where a Chromium is, if there is one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NO_BROWSER = "no Chromium: `make browser` finds or installs one"
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """The program: as CHROMIUM says, else the system's, else the one that Playwright installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in _NAMES:
        found = shutil.which(name)
        if found is not None:
            return found
    folder = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path.home() / ".cache/ms-playwright"))
    installed = sorted(folder.glob("chromium-*/chrome-linux*/chrome"))
    return str(installed[-1]) if installed else None
