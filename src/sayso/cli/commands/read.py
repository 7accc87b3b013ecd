"""`sayso read`: articles into the store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sayso.cli import options

if TYPE_CHECKING:
    from sayso.cli.filling import Outcome

Engine = Literal["local", "ray"]

EXAMPLES = """\b
Examples:
  sayso read articles/
  sayso read archive/ --jobs 4 --store archive.sqlite
  sayso read crawl/ --engine ray --workers 8 --store crawl.sqlite
  sayso read crawl/ --engine ray --address auto --parts parts/
  sayso read articles/ --again
  sayso read wire.jsonl --store postgresql://sayso@db.example/news
  sayso read --from-parquet export/ --store other.sqlite
"""


def run(
    paths: options.Given = None,
    from_parquet: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Take over what `sayso export` or --parts has written there."
        ),
    ] = None,
    jobs: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many processes read at the same time.")
    ] = 1,
    engine: Annotated[
        Engine,
        typer.Option(help="Where to read: on this machine, or on a cluster of Ray (sayso[ray])."),
    ] = "local",
    address: Annotated[
        str | None,
        typer.Option(
            metavar="HOST:PORT",
            help="The cluster; auto finds the one this machine is in. With none, that of RAY_ADDRESS, "
            "or one that is started here and ends with the run.",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            help="How many workers read on the cluster. With none, one for each processor.",
            show_default=False,
        ),
    ] = None,
    parts: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Have the workers write Parquet there, for --from-parquet, and nothing into the store.",
            show_default=False,
        ),
    ] = None,
    again: Annotated[
        bool,
        typer.Option(
            "--again", help="Read anew what another version of Sayso's rules and books has read."
        ),
    ] = False,
    json: options.Json = False,
    store: options.Store = None,
    as_is: options.AsIs = False,
    published: options.Published = None,
    language: options.Language = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Read articles into the store.

    What is there already is not read again. A run that was stopped goes on where it was when it is
    repeated: nothing is there twice, and nothing by half. With --json, the figures of the run.
    """
    if bool(paths) == bool(from_parquet):
        raise typer.BadParameter("either PATH... or --from-parquet", param_hint="PATH")
    if engine == "local" and (address or workers or parts):
        raise typer.BadParameter("--address, --workers and --parts are for --engine ray")
    if engine == "ray" and jobs != 1:
        raise typer.BadParameter("--engine ray takes --workers", param_hint="--jobs")
    if parts is not None and again:
        raise typer.BadParameter("parts are of one version each", param_hint="--again")
    from sayso.cli.exchange import take_over
    from sayso.cli.filling import Cluster, fill
    from sayso.cli.output import write_records, write_text
    from sayso.cli.session import start
    from sayso.engines.local import Taking

    session = start(quiet=quiet, log_json=log_json, given=given, store=store)
    if from_parquet is not None:
        taken = take_over(from_parquet, session, again=again)
        write_records([taken]) if json else write_text(taken.table())
        return
    taking = Taking(as_is=as_is, published=published, language=language)
    cluster = Cluster(address, workers) if engine == "ray" else None
    if parts is not None:
        from sayso.cli.parting import part

        outcome = part(paths or [], parts, taking, session, Cluster(address, workers))
    else:
        outcome = fill(paths or [], taking, session, jobs=jobs, cluster=cluster, again=again)
    if json:
        write_records([outcome])
    else:
        write_text(_table(outcome))
    outcome.settle()


def _table(outcome: Outcome) -> str:
    rows = [
        ("read", outcome.read, "new articles"),
        ("read again", outcome.renewed, "articles that another version had read"),
        ("known", outcome.known, "articles that were there already"),
        ("copies", outcome.copies, "of articles of this run"),
        ("forgotten", outcome.forgotten, "not read"),
        ("quarantined", outcome.quarantined, "inputs that could not be read"),
        ("skipped", outcome.skipped, "files of unknown type"),
        ("added", outcome.records_added, "records"),
        ("removed", outcome.records_removed, "records"),
        ("kept", outcome.records_kept, "records of articles that were read again"),
    ]
    always = {"read", "known", "added"}
    told = [row for row in rows if row[1] or row[0] in always]
    width = max(len(f"{number:,}") for _, number, _ in told)
    lines = [f"{name:<12}{number:>{width},}  {what}" for name, number, what in told]
    pace = f"{outcome.words:,} words in {outcome.seconds:.1f} s"
    if outcome.words:
        pace += f", {outcome.words / max(outcome.seconds, 0.001):,.0f} a second"
    return "\n".join([*lines, pace, outcome.store])
