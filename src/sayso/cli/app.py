"""The commands together, and what every end of a run means.

Exit codes: 0 done; 1 done, and some inputs were quarantined; 2 wrong usage; 3 nothing could be read;
4 a fault of Sayso's own; 130 interrupted.
"""

from __future__ import annotations

import logging
import os
import sys
import traceback
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from sayso.cli.commands import (
    account,
    audit,
    brief,
    check,
    claims,
    compare,
    demo,
    events,
    export,
    extract,
    forget,
    judge,
    read,
    redlines,
    schema,
    search,
    serve,
    settings,
    statements,
    stories,
    timeline,
    transfers,
    who,
)
from sayso.errors import SaysoError
from sayso.neutral import neutral

FAULT = 4

log = logging.getLogger(__name__)


class Verbs(TyperGroup):
    """Turns every way in which a command can end into an exit code."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in their order; Typer itself would put those that hold others first."""
        names = super().list_commands(ctx)
        return sorted(names, key=lambda name: isinstance(self.commands[name], TyperGroup))

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # The reader has what it wanted (`| head`). Python would complain when it flushes at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except SaysoError as error:
            _say(str(error))
            raise typer.Exit(error.exit_code) from error
        except (typer.Exit, typer.Abort, TyperException):
            raise
        except Exception as error:
            _say_fault(error)
            raise typer.Exit(FAULT) from error
        return result


def _say(message: str) -> None:
    if logging.getLogger("sayso").handlers:
        log.error("%s", message)
    else:  # the settings themselves are wrong, so nothing says how to log
        sys.stderr.write(neutral(f"sayso: error: {message}\n"))


def _say_fault(error: Exception) -> None:
    """Name the place, not the values: an error's own message may hold words of an article."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    _say(f"a fault of Sayso's own: {type(error).__qualname__}\n{frames.rstrip()}")
    log.debug("the fault's own words: %s", error)


app = typer.Typer(
    cls=Verbs,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"sayso {version('sayso')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Who said what, and on whose say-so.

    Reads news articles, finds each statement with its chain of sources, and tells how many origins a
    claim has: a count of outlets is not a count of sources.
    """
    del version


for _name, _command in {
    "brief": brief,
    "read": read,
    "stories": stories,
    "claims": claims,
    "redlines": redlines,
    "transfers": transfers,
    "statements": statements,
    "events": events,
    "timeline": timeline,
    "compare": compare,
    "who": who,
    "search": search,
    "serve": serve,
    "extract": extract,
    "export": export,
    "forget": forget,
    "check": check,
    "demo": demo,
    "schema": schema,
    "settings": settings,
}.items():
    app.command(_name, epilog=_command.EXAMPLES)(_command.run)
app.add_typer(judge.group, name="judge", epilog=judge.EXAMPLES)
app.add_typer(audit.group, name="audit", epilog=audit.EXAMPLES)
app.add_typer(account.group, name="account", epilog=account.EXAMPLES)
