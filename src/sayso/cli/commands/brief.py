"""`sayso brief`: the main job."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli import options

EXAMPLES = """\b
Examples:
  sayso brief articles/
  sayso brief wire.txt page.html --format json > brief.jsonl
  sayso brief articles/*.txt --as-of 2024-03-24 --set width=100
"""


def run(
    paths: options.Paths,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json", help="How the brief is told.")
    ] = "text",
    json: options.Json = False,
    as_of: options.AsOf = None,
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
    if form not in ("text", "json"):
        raise typer.BadParameter(f"{form!r} is not one of text, json", param_hint="--format")
    from sayso.cli.briefing import print_briefs
    from sayso.cli.session import start
    from sayso.engines.local import Taking

    print_briefs(
        paths,
        Taking(as_is=as_is, published=published, language=language),
        start(quiet=quiet, log_json=log_json, given=given),
        form="json" if json or form == "json" else "text",
        as_of=as_of,
    )
