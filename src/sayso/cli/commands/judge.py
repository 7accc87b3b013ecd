"""`sayso judge`: what people know better, beside what was extracted."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import fill
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli import options

if TYPE_CHECKING:
    from sayso.model.collation import Judgement

EXAMPLES = """\b
Examples:
  sayso judge reject statement_k3jx5z2w --reason "the mayor was quoted in jest"
  sayso judge correct transfer_q7m2 status=denied --reason "the denial is in the next sentence"
  sayso judge merge actor_k3jx5z2w actor_q7m2aaaa --reason "one ambassador, two spellings"
  sayso judge split claim_k3jx5z2w statement_q7m2 --reason "another meeting"
  sayso judge add --reason "missed" < record.json
  sayso judge undo judgement_k3jx5z2w
  sayso judge list
"""

group = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Judge what was extracted: beside it, with author, reason and time, and reversible.",
)

Reason = Annotated[
    str, typer.Option("--reason", metavar="TEXT", help="Why; it stands with the judgement.")
]
Record = Annotated[
    str, typer.Argument(metavar="RECORD", help="A record's id, or the beginning of it.")
]
Left = Annotated[
    str,
    typer.Argument(metavar="LEFT", help="An actor's, record's or claim's id, or its beginning."),
]
Right = Annotated[str, typer.Argument(metavar="RIGHT", help="The other's.")]


@group.command("merge")
def merge(
    left: Left,
    right: Right,
    reason: Reason,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Say that two actors are one, or that two claims or records tell one thing."""
    from sayso.judging import judge_pair

    started = (quiet, log_json, given, store)
    _made(started, lambda s, by: judge_pair(s, by, left, right, "same", reason), json)


@group.command("split")
def split(
    left: Left,
    right: Right,
    reason: Reason,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Say that two actors are not one, or that two claims or records tell two things."""
    from sayso.judging import judge_pair

    started = (quiet, log_json, given, store)
    _made(started, lambda s, by: judge_pair(s, by, left, right, "different", reason), json)


@group.command("reject")
def reject(
    record: Record,
    reason: Reason,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Say that a record is wrong: it leaves every answer, and --with-rejected shows it."""
    from sayso import judging

    _made(
        (quiet, log_json, given, store), lambda s, by: judging.reject(s, by, record, reason), json
    )


@group.command("correct")
def correct(
    record: Record,
    values: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH=VALUE",
            help="A field and its value in JSON, or text: modality=denied, speaker.role=null.",
        ),
    ],
    reason: Reason,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Say that fields of a record have other values. Its id and what was extracted stay."""
    from sayso import judging

    started = (quiet, log_json, given, store)
    _made(started, lambda s, by: judging.correct(s, by, record, values, reason), json)


@group.command("add")
def add(
    reason: Reason,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Add a record by hand: JSON on standard input, as other commands print it, with or without an id.

    Its spans must be the words of the article.
    """
    import sys

    from sayso import judging

    content = sys.stdin.buffer.read()
    _made((quiet, log_json, given, store), lambda s, by: judging.add(s, by, content, reason), json)


@group.command("undo")
def undo(
    judgement: Annotated[
        str, typer.Argument(metavar="JUDGEMENT", help="A judgement's id, or its beginning.")
    ],
    reason: Reason = "",
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Say that a judgement does not count any more. Undone itself, it counts again."""
    from sayso import judging

    _made(
        (quiet, log_json, given, store), lambda s, by: judging.undo(s, by, judgement, reason), json
    )


@group.command("list")
def listed(
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Print all judgements: in force, undone, or no longer met since an article was read anew."""
    from sayso.cli.output import write_records, write_text
    from sayso.cli.session import start
    from sayso.judging import states
    from sayso.stores import open_store

    session = start(quiet=quiet, log_json=log_json, given=given, store=store)
    with open_store(session.store) as opened:
        for judgement, state in states(opened):
            if json:
                write_records([judgement])
            else:
                write_text(_text(judgement, state, session.width))


def _made(started: tuple[Any, ...], judge: Callable[[Any, Any], Judgement], json: bool) -> None:
    from sayso.cli.output import write_records, write_text
    from sayso.cli.session import start
    from sayso.stores import open_store

    quiet, log_json, given, store = started
    session = start(quiet=quiet, log_json=log_json, given=given, store=store)
    with open_store(session.store) as opened:
        made = judge(opened, session.author)
        if json:
            write_records([made])
        else:
            write_text(_text(made, "in force", session.width))


def _text(judgement: Judgement, state: str, width: int) -> str:
    ends = " and ".join(filter(None, (judgement.left, judgement.right)))
    lines = [f"{judgement.id}  {state}", f"{judgement.verdict}: {ends}"]
    lines += [f"{change.path} = {change.value}" for change in judgement.changes]
    told = f"{judgement.reason} — " if judgement.reason else ""
    lines.append(f"{told}{judgement.author}, {(judgement.at or '')[:16]}")
    head, *body = lines
    return "\n".join(
        [head, *(fill(x, width, initial_indent="    ", subsequent_indent="    ") for x in body)]
    )
