"""`sayso forget`: articles that must go, with all that was made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import options

if TYPE_CHECKING:
    from sayso.stores import Forgotten, Tombstone

EXAMPLES = """\b
Examples:
  sayso forget articles/wire.txt --reason "asked for by its author"
  sayso forget article_k3jx5z2w https://news.example/story.html --yes
"""


def run(
    given_articles: Annotated[
        list[str],
        typer.Argument(
            metavar="ARTICLE", help="Articles by id or the beginning of it, by path or address."
        ),
    ],
    reason: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why; it stands with what is left.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Delete articles from the store, with all that was made of them.

    Their text, records, mentions, captures, judgements and words in the index. What stays says that the
    article was forgotten, by whom, when and why, and keeps it from being read again.
    """
    from sayso.cli.forgetting import confirm, tombstones
    from sayso.cli.output import write_records, write_text
    from sayso.cli.session import start
    from sayso.forgetting import forget
    from sayso.stores import open_store

    session = start(quiet=quiet, log_json=log_json, given=given, store=store)
    with open_store(session.store) as opened:
        meant = tombstones(opened, given_articles, reason, session.author)
        if not yes:
            confirm(opened, meant)
        for tombstone in meant:
            done = forget(opened, tombstone)
            if json:
                write_records([done or tombstone])
            else:
                write_text(_told(tombstone, done))
        opened.cleanse()


def _told(tombstone: Tombstone, done: Forgotten | None) -> str:
    if done is None:
        return f"{tombstone.article} was forgotten already, on {tombstone.at} by {tombstone.author}"
    counts = {
        "records": done.records,
        "mentions": done.mentions,
        "captures": done.captures,
        "quarantined inputs": done.quarantines,
        "judgements": done.judgements,
    }
    gone = ", ".join(f"{number:,} {name}" for name, number in counts.items() if number)
    lines = [f"{done.article} is forgotten, with {gone}"]
    if done.same_text:
        lines.append(f"  {done.same_text:,} other articles have the same text and are still there")
    return "\n".join(lines)
