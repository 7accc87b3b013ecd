"""What was typed, read as a question."""

from __future__ import annotations

import pytest

from sayso.errors import UsageError
from sayso.search.query import MOST_WORDS, pieces


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Herring Quota", "herring | quota"),
        ('"free mooring" cod', "=free mooring | cod"),
        ("“free mooring”", "=free mooring"),
        ('-cod -"old net"', "-cod | -=old net"),
        ("fish*", "=fish*"),
        ("X-101", "=x 101"),
        ('cod "open end', "cod | =open end"),
        ("cod cod", "cod"),
        ('-- ? "" - *', ""),
    ],
)
def test_pieces(typed: str, read: str) -> None:
    shown = [
        "-" * one.without + "=" * one.exact + " ".join(one.phrase.words) + "*" * one.phrase.open
        for one in pieces(typed)
    ]
    assert " | ".join(shown) == read


def test_limits() -> None:
    assert len(pieces(" ".join(f"w{number}" for number in range(MOST_WORDS)))) == MOST_WORDS
    with pytest.raises(UsageError, match="at most"):
        pieces("w " * (MOST_WORDS + 1))
    with pytest.raises(UsageError, match="at least 3"):
        pieces("fi*")
