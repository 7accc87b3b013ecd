"""JSON Schema (2020-12) of every record, generated from the definitions in `sayso.model`."""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.model.collation import AnyRecord

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The schema of one line of Sayso's JSON: any record, told apart by its `kind`."""
    return {
        "$schema": DIALECT,
        "title": "A record of Sayso",
        **msgspec.json.schema(AnyRecord),
    }
