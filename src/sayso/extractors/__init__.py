"""Extractors: one file per ledger record, each with ``extract(reading) -> Iterator[LedgerUnion]``.

They are found by file name, and in other packages by entry points of the group ``sayso.extractors``
whose value is a module with such a function; a file whose name begins with an underscore is a shared
helper. They only shape a Reading and never see each other's output, so their order cannot matter.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import Protocol

from sayso.errors import SaysoError
from sayso.model.collation import LedgerUnion
from sayso.model.ids import kind_of
from sayso.model.reading import Reading

GROUP = "sayso.extractors"


class Extract(Protocol):
    """What an extractor's module offers."""

    def __call__(self, reading: Reading, /) -> Iterable[LedgerUnion]:
        """The records of one article."""


@cache
def registry() -> Mapping[str, Extract]:
    """All extractors by name. SaysoError when two have one name."""
    found: dict[str, Extract] = {
        module.name: import_module(f"{__name__}.{module.name}").extract
        for module in pkgutil.iter_modules(__path__)
        if not module.name.startswith("_")
    }
    for entry in entry_points(group=GROUP):
        if entry.name in found:
            raise SaysoError(f"there are two extractors named {entry.name!r}")
        found[entry.name] = entry.load().extract
    return MappingProxyType(dict(sorted(found.items())))


def extract_all(reading: Reading) -> tuple[LedgerUnion, ...]:
    """All records of one article, in the order of their evidence; each of them once."""
    records = {record.id: record for extract in registry().values() for record in extract(reading)}
    return tuple(sorted(records.values(), key=_place))


def _place(record: LedgerUnion) -> tuple[str, int, int, str, str]:
    if not record.spans:
        return ("", 0, 0, kind_of(record), record.id)
    first = record.spans[0]
    return (first.part, first.start, first.end, kind_of(record), record.id)
