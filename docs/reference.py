"""Writes the pages that are generated from the code: commands, settings, records, the schema of the store.

`python docs/reference.py` writes them; with `--check` it only says whether they are as they should be.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from inspect import cleandoc
from pathlib import Path
from typing import Any

import typer
from sqlalchemy.engine import make_url
from sqlalchemy.schema import CreateIndex, CreateTable
from typer.main import get_command

from sayso.cli.app import app
from sayso.cli.commands.settings import shown
from sayso.schema import json_schema
from sayso.settings import PREFIX, resolve
from sayso.stores.tables import metadata

HERE = Path(__file__).parent
WIDTH = 80
NOTE = "<!-- Made by docs/reference.py: run `make reference` after a change. -->\n"


def pages() -> dict[str, str]:
    """The text of each generated page by file name."""
    return {
        "commands.md": NOTE + "\n".join(commands()),
        "settings.md": NOTE + "\n".join(settings()),
        "records.md": NOTE + "\n".join(records()),
        "schema.md": NOTE + "\n".join(schema()),
    }


def commands() -> Iterator[str]:
    """The help of every command, as the command line prints it."""
    yield "# Commands\n"
    yield "What each command prints with `--help`. Exit codes are in [Getting started](start.md).\n"
    group: Any = get_command(app)
    root = typer.Context(group, info_name="sayso", terminal_width=WIDTH, **group.context_settings)
    yield from _helps(group, root)


def _helps(group: Any, parent: typer.Context) -> Iterator[str]:
    for name in group.list_commands(parent):
        command = group.get_command(parent, name)
        context = typer.Context(command, info_name=name, parent=parent, terminal_width=WIDTH)
        yield f"## {context.command_path}\n"
        yield f"```text\n{command.get_help(context).rstrip()}\n```\n"
        if hasattr(command, "list_commands"):
            yield from _helps(command, context)


def settings() -> Iterator[str]:
    """The table of settings with their defaults."""
    yield "# Settings\n"
    yield (
        "A value is taken from the first of: `--set NAME=VALUE`, the variable, `sayso.toml` in the "
        "current folder, `sayso.toml` in the user's configuration folder, the default. `sayso settings` "
        "prints what is in force and where it came from.\n"
    )
    yield "| name | variable | default | unit | meaning |"
    yield "|---|---|---|---|---|"
    for row in resolve({}, {}, Path(), Path()).table:
        variable = f"`{PREFIX}{row.name.upper()}`"
        default = "none" if row.value is None else f"`{shown(row.value)}`"
        yield f"| `{row.name}` | {variable} | {default} | {row.unit} | {row.description} |"
    yield ""


def records() -> Iterator[str]:
    """Every record and every part of one, from the schema."""
    schema = json_schema()
    kinds = {
        reference.rpartition("/")[2]: kind
        for kind, reference in schema["discriminator"]["mapping"].items()
    }
    yield "# Records\n"
    yield (
        "Sayso's output in JSON: one record a line, each with its `kind` first. Every field is printed, "
        "`null` or `[]` where there is nothing. `sayso schema` prints this as JSON Schema.\n"
    )
    for heading, wanted in (("Records", True), ("Parts of records", False)):
        yield f"## {heading}\n"
        for name, definition in sorted(schema["$defs"].items()):
            if (name in kinds) is wanted:
                yield from _definition(name, definition, kinds.get(name))


def _definition(name: str, definition: Mapping[str, Any], kind: str | None) -> Iterator[str]:
    yield f"### {name}\n"
    if kind:
        yield f"`kind`: `{kind}`\n"
    yield cleandoc(definition.get("description", "")) + "\n"
    yield "| field | value |"
    yield "|---|---|"
    for field, value in definition["properties"].items():
        if field != "kind":
            yield f"| `{field}` | {_value(value)} |"
    yield ""


def _value(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(_value(each) for each in schema["anyOf"])
    if schema.get("type") == "array":
        if "prefixItems" in schema:
            return "a list of " + " and ".join(_value(each) for each in schema["prefixItems"])
        return f"list of {_value(schema['items'])}"
    return str(schema["type"])


def schema() -> Iterator[str]:
    """The tables as SQL, for both databases, from what the code knows of them."""
    yield "# The schema of the store\n"
    yield (
        "What the migrations make, as SQL; [The store](store.md) tells what each column holds. Beside these "
        "stand `alembic_version` (the version of the tables) and what the index of words makes for itself.\n"
    )
    for name, scheme in (("SQLite", "sqlite"), ("PostgreSQL", "postgresql+psycopg")):
        dialect = make_url(f"{scheme}://").get_dialect()()
        yield f"## {name}\n"
        yield "```sql"
        for table in metadata.sorted_tables:
            made = str(CreateTable(table).compile(dialect=dialect)).strip()
            yield "\n".join(line.rstrip().replace("\t", "  ") for line in made.splitlines()) + ";"
            for index in sorted(table.indexes, key=lambda one: str(one.name)):
                yield f"{CreateIndex(index).compile(dialect=dialect)};"
            yield ""
        yield "```\n"


def main() -> int:
    """Write the pages, or check them; 1 when a page is not as it should be."""
    made = pages()
    if "--check" not in sys.argv[1:]:
        for name, text in made.items():
            (HERE / name).write_text(text, encoding="utf-8")
        return 0
    stale = [name for name, text in made.items() if _read(HERE / name) != text]
    for name in stale:
        print(f"docs/{name} is not what the code says: run `make reference`", file=sys.stderr)
    return 1 if stale else 0


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main())
