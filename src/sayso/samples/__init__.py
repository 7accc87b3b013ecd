"""Sample disputes: articles that ship with Sayso, so that it can show its work at once.

Each dispute is a folder with its articles and a ``dispute.toml`` that lists them. One dispute is real
and its facts have sources, the other is invented (docs/samples.md); the sentences and outlets of both are ours.
"""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path

from sayso.errors import SaysoError, UsageError

_LIST = "dispute.toml"


def disputes() -> tuple[str, ...]:
    """The names of the sample disputes, sorted."""
    return tuple(sorted(folder.name for folder in _root().iterdir() if (folder / _LIST).is_file()))


def paths(dispute: str) -> tuple[Path, ...]:
    """The article files of a dispute, in the order of its list.

    Raises UsageError when there is no dispute of that name.
    """
    known = disputes()
    if dispute not in known:
        raise UsageError(f"no sample dispute {dispute!r}; there is {', '.join(known)}")
    folder = _root() / dispute
    listed = tomllib.loads((folder / _LIST).read_text(encoding="utf-8"))["articles"]
    return tuple(folder / article["file"] for article in listed)


def _root() -> Path:
    root = resources.files(__name__)
    if not isinstance(root, Path):
        raise SaysoError("the sample articles are inside an archive: install Sayso unpacked")
    return root
