"""`sayso brief`: the main job."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import options

EXAMPLES = """\b
Examples:
  sayso brief articles/
  sayso brief wire.txt page.html --format json > brief.jsonl
  sayso brief articles/ --format html --out brief.html
  sayso brief articles/ --charts charts/
  sayso brief articles/*.txt --as-of 2024-03-24 --set width=100
  sayso brief articles/ --since 2024-03-22 --as-of 2024-03-24
"""

FORMATS = ("text", "md", "html", "json")


def run(
    paths: options.Paths = None,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="How the brief is told.")
    ] = "text",
    json: options.Json = False,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="Write to this file; into an existing folder, a file for each story.",
        ),
    ] = None,
    charts: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Draw the charts of each story into this folder, as SVG, PNG and Vega-Lite.",
        ),
    ] = None,
    story: options.Story = None,
    as_of: options.AsOf = None,
    since: options.ChangedSince = None,
    store: options.Store = None,
    as_is: options.AsIs = False,
    published: options.Published = None,
    language: options.Language = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Print the brief of each story.

    Who said what, on whose say-so, and how many origins that makes.
    """
    if form not in FORMATS:
        raise typer.BadParameter(
            f"{form!r} is not one of {', '.join(FORMATS)}", param_hint="--format"
        )
    from typing import cast

    from sayso.cli.briefing import Format, print_briefs
    from sayso.cli.choosing import Choice
    from sayso.cli.session import start
    from sayso.engines.local import Taking

    print_briefs(
        paths,
        Taking(as_is=as_is, published=published, language=language),
        start(quiet=quiet, log_json=log_json, given=given, store=store),
        form="json" if json else cast("Format", form),
        choice=Choice(story=story, as_of=as_of),
        since=since,
        out=out,
        charts=charts,
    )
