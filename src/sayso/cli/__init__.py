"""The command line. Its contract: records on standard output, everything else on standard error."""

from __future__ import annotations

import os

INTERRUPTED = 130
# One thread for each process: the model's matrices are small, and more threads on one of them only get into
# each other's way. Where a variable is set already, it stays so.
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS")


def one_thread() -> None:
    """Have each process calculate in one thread; only before numpy is there."""
    for name in _ONE_THREAD:
        os.environ.setdefault(name, "1")


def main() -> None:
    """Run the command line and exit."""
    one_thread()
    try:
        from sayso.cli.app import app

        app(prog_name="sayso")
    except KeyboardInterrupt:  # before the commands are there to end it
        raise SystemExit(INTERRUPTED) from None
