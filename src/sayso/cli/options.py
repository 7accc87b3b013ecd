"""Arguments and options that several commands share, each written once."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer


def _day(value: str | None) -> str | None:
    """Days are compared as text, so only the one form counts: date.fromisoformat takes others too."""
    if value is not None:
        try:
            same = date.fromisoformat(value).isoformat() == value
        except ValueError:
            same = False
        if not same:
            raise typer.BadParameter(f"{value!r} is no date such as 2024-03-24")
    return value


def _instant(value: str | None) -> str | None:
    if value is not None:
        try:
            datetime.fromisoformat(value)
        except ValueError as error:
            raise typer.BadParameter(
                f"{value!r} is no date such as 2024-03-24 or 2024-03-24T06:21-04:00"
            ) from error
    return value


def _language(value: str | None) -> str | None:
    if value is not None and not (len(value) == 2 and value.isascii() and value.islower()):
        raise typer.BadParameter(f"{value!r} is no ISO 639-1 code such as en")
    return value


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Files, folders (with all below them), globs, or - for input."
    ),
]
Given = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Files, folders (with all below them), globs, or - for input.",
        show_default=False,
    ),
]
Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Files, folders (with all below them), globs, or - for input. With none, the store.",
        show_default=False,
    ),
]
Store = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="The store: sqlite:///FILE, the path of such a file, or postgresql://….",
    ),
]
AsIs = Annotated[
    bool,
    typer.Option("--as-is", help="Take text files exactly as they are: nothing is cut."),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", callback=_instant, help="When the input that does not say it was published."
    ),
]
Language = Annotated[
    str | None,
    typer.Option(metavar="CODE", callback=_language, help="The language (ISO 639-1), as in: en."),
]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress and no notes, only errors.")]
LogJson = Annotated[
    bool, typer.Option("--log-json", help="Messages as JSON, one object a line, for machines.")
]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="NAME=VALUE", help="A setting's value, for this run."),
]
Json = Annotated[bool, typer.Option("--json", help="Records as JSON Lines.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", callback=_day, help="As it could be known at the end of that day."
    ),
]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", callback=_day, help="Not before that day.")
]
ChangedSince = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="DATE", callback=_day, help="Tell what has changed since that day, too."
    ),
]
Until = Annotated[
    str | None, typer.Option(metavar="DATE", callback=_day, help="Not after that day.")
]
Story = Annotated[
    str | None,
    typer.Option(metavar="ID", help="Only that story; the beginning of its id is enough."),
]
Who = Annotated[
    str | None, typer.Option(metavar="WORDS", help="Somebody so named has a part in it.")
]
About = Annotated[
    str | None, typer.Option(metavar="WORDS", help="With all these words in the evidence.")
]
WithRejected = Annotated[
    bool,
    typer.Option("--with-rejected", help="Also what was rejected in the store (see judge)."),
]
