"""The command line. Its contract: records on standard output, everything else on standard error."""

from __future__ import annotations

INTERRUPTED = 130


def main() -> None:
    """Run the command line and exit."""
    try:
        from sayso.cli.app import app

        app(prog_name="sayso")
    except KeyboardInterrupt:  # before the commands are there to end it
        raise SystemExit(INTERRUPTED) from None
