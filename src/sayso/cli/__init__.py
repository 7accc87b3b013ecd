"""The command line. Its contract: records on standard output, everything else on standard error."""

from __future__ import annotations


def main() -> None:
    """Run the command line and exit."""
    from sayso.cli.app import app

    app(prog_name="sayso")
