"""Faults of Sayso's own, in the log."""

from __future__ import annotations

import logging
import traceback


def log_fault(log: logging.Logger, error: Exception) -> None:
    """Name the place, not the values: an error's own message may hold words of an article."""
    frames = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    log.error("a fault of Sayso's own: %s\n%s", type(error).__qualname__, frames)
