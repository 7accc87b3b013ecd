"""Files that are there whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.errors import ExchangeError


@contextmanager
def moved_when_whole(out: Path) -> Iterator[Path]:
    """A place to write to, beside `out`; at the end it is moved there, after a failure it is gone.

    ExchangeError where `out` is there already, or cannot be written.
    """
    if out.exists() or out.is_symlink():
        raise ExchangeError(f"{out} is there already: name another place, or move it away")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as folder:
            # Inside, it has the rights that a new file or folder has.
            temporary = Path(folder) / out.name
            yield temporary
            temporary.rename(out)
    except OSError as error:
        raise ExchangeError(f"cannot write {out}: {error.strerror or error}") from error
