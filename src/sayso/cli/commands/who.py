"""`sayso who`: one actor in many articles."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli import options

EXAMPLES = """\b
Examples:
  sayso who Zakharova articles/
  sayso who "foreign ministry" articles/ --as-of 2024-03-24
  sayso who Zakharova articles/ --json
"""


def run(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or words of it.")],
    paths: options.Paths = None,
    json: options.Json = False,
    story: options.Story = None,
    as_of: options.AsOf = None,
    store: options.Store = None,
    as_is: options.AsIs = False,
    published: options.Published = None,
    language: options.Language = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Print what the articles have on an actor.

    Names, roles, statements, red lines, relations. With --json, the actors so named and the claims in
    which they have a part.
    """
    if not name.strip():
        raise typer.BadParameter("a name has at least one word", param_hint="NAME")
    from sayso.briefs.labels import TIE
    from sayso.briefs.who import render, who
    from sayso.cli.choosing import Choice
    from sayso.cli.collating import collated
    from sayso.cli.output import write_records, write_text
    from sayso.cli.session import start
    from sayso.engines.local import Taking
    from sayso.errors import UsageError

    session = start(quiet=quiet, log_json=log_json, given=given, store=store)
    taking = Taking(as_is=as_is, published=published, language=language)
    with collated(paths, taking, session, Choice(story=story, as_of=as_of)) as collation:
        if json:
            found = who(collation, name)
            if not found:
                raise UsageError(f"no article names {name!r}")
            write_records(profile.actor for profile in found)
            claims = {claim.id: claim for profile in found for claim in profile.claims}
            write_records(claims[key] for key in sorted(claims))
        else:
            write_text(render(collation, name, session.width).replace(TIE, " "))
