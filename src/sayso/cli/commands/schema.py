"""`sayso schema`: JSON Schema of every record."""

from __future__ import annotations

EXAMPLES = """\b
Examples:
  sayso schema > sayso.schema.json
"""


def run() -> None:
    """Print the JSON Schema of every record."""
    import msgspec

    from sayso.cli.output import write_text
    from sayso.schema import json_schema

    write_text(msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode())
