"""Sayso: who said what, and on whose say-so.

The public names. Each is imported when it is first used, so that the command line answers at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.engines.local import Taking, read_articles, read_ledgers
    from sayso.errors import SaysoError
    from sayso.schema import json_schema
    from sayso.settings import Settings

__all__ = ["SaysoError", "Settings", "Taking", "json_schema", "read_articles", "read_ledgers"]

_HOMES = {
    "SaysoError": "sayso.errors",
    "Settings": "sayso.settings",
    "Taking": "sayso.engines.local",
    "json_schema": "sayso.schema",
    "read_articles": "sayso.engines.local",
    "read_ledgers": "sayso.engines.local",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
