"""A folder of exports: the parts that many have written at the same time."""

from __future__ import annotations

from pathlib import Path

PREFIX = "part"


def folders(folder: Path) -> tuple[Path, ...]:
    """The parts below a folder, by name; the folder itself where it has none, as it is one export then."""
    return tuple(sorted(folder.glob(f"{PREFIX}_*"))) or (folder,)
