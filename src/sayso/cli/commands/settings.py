"""`sayso settings`: every setting, its value, its unit, and where the value came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.cli import options

if TYPE_CHECKING:
    from sayso.settings import Setting

EXAMPLES = """\b
Examples:
  sayso settings
  SAYSO_WIDTH=100 sayso settings --json
"""


def run(json: options.Json = False, given: options.Set = None) -> None:
    """Print the settings in force.

    Each with its value, its unit and where the value came from.
    """
    from sayso.cli.output import write_text
    from sayso.cli.session import colour, start

    session = start(given=given)
    if json:
        import msgspec

        lines = (msgspec.json.encode(row._asdict()).decode() for row in session.resolved.table)
        write_text("\n".join(lines))
    else:
        coloured = colour()
        table = _table(session.resolved.table, session.width, coloured=coloured)
        write_text(table, coloured=coloured)


def _table(rows: tuple[Setting, ...], width: int, *, coloured: bool) -> str:
    import io

    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, width=width)
    table.add_column("setting", no_wrap=True, style="bold")
    for heading in ("value", "unit", "from"):
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(row.name, shown(row.value), row.unit, row.origin)
    console = Console(file=io.StringIO(), width=width, force_terminal=coloured, highlight=False)
    with console.capture() as capture:
        console.print(table)
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


def shown(value: object) -> str:
    """A value as it would be written in sayso.toml; `-` where none is set."""
    if value is None:
        return "-"
    return str(value).lower() if isinstance(value, bool) else str(value)
