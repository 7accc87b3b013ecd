"""The Reader that tests share: to load the language model takes longer than most of them do."""

from __future__ import annotations

from functools import cache

from sayso.reading import Reader


def loaded(
    model: str | None = None,
    batch_size: int = 64,
    reuse: int = 1_000_000,
    *,
    tagging: bool = True,
) -> Reader:
    """What `Reader` makes of the same, made once in this process.

    What it has read changes nothing of what it reads next: tests/reading/test_reuse.py shows it.
    """
    return _made(model, batch_size, reuse, tagging)


@cache
def _made(model: str | None, batch_size: int, reuse: int, tagging: bool) -> Reader:
    return Reader(model, batch_size, reuse, tagging=tagging)
