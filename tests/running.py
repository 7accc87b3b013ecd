"""How a run of the command line ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec


class Finished(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [msgspec.json.decode(line) for line in self.out.splitlines()]


Cli = Callable[..., Finished]
