"""Sample disputes: articles that ship with Sayso, so that it can show its work at once.

Each dispute is a folder with its articles and a ``dispute.toml`` that lists them. One dispute is real
and its facts have sources, the other is invented (docs/samples.md); the sentences and outlets of both are ours.
"""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

from sayso.errors import SaysoError, UsageError

_LIST = "dispute.toml"


def disputes() -> tuple[str, ...]:
    """The names of the sample disputes, sorted."""
    return tuple(sorted(folder.name for folder in _root().iterdir() if (folder / _LIST).is_file()))


def paths(dispute: str) -> tuple[Path, ...]:
    """The article files of a dispute, in the order of its list.

    Raises UsageError when there is no dispute of that name.
    """
    folder = _folder(dispute)
    return tuple(folder / article["file"] for article in _listed(folder)["articles"])


def title(dispute: str) -> str:
    """What a dispute is about, and whether it is invented.

    Raises UsageError when there is no dispute of that name.
    """
    return str(_listed(_folder(dispute))["title"])


def _folder(dispute: str) -> Path:
    known = disputes()
    if dispute not in known:
        raise UsageError(f"no sample dispute {dispute!r}; there is {', '.join(known)}")
    return _root() / dispute


def _listed(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / _LIST).read_text(encoding="utf-8"))


def _root() -> Path:
    root = resources.files(__name__)
    if not isinstance(root, Path):
        raise SaysoError("the sample articles are inside an archive: install Sayso unpacked")
    return root
