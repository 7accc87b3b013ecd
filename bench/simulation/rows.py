"""The figures of one setting: printed in a line, and kept in a file of JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from simulation.scoring import Score, share

HEAD = (
    f"{'':28}{'trees':>6}{'articles':>9}{'too high':>9}{'exact':>7}{'inside':>8}"
    f"{'error':>8}{'possible':>9}{'claims':>8}{'share':>7}"
)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One setting; all shares are from 0 to 1.

    `too_high`, `exact` and `inside` are shares of the trees; `error` and `possible_error` by how much
    `independent_origins` and `possible_origins` are off on average, negative where they are too low.
    """

    name: str
    value: float | None
    trees: int
    articles: int
    too_high: float
    exact: float
    inside: float
    error: float
    possible_error: float
    claims: float
    covered: float

    @property
    def label(self) -> str:
        """The name of its setting."""
        return label_of(self.name, self.value)


def label_of(name: str, value: float | None) -> str:
    """The name of a setting with its value."""
    return name if value is None else f"{name} {value:g}"


def row_of(name: str, value: float | None, scores: Sequence[Score]) -> Row:
    """The figures of a setting by those of its trees."""
    trees, articles = len(scores), sum(one.articles for one in scores)
    return Row(
        name=name,
        value=value,
        trees=trees,
        articles=articles,
        too_high=share([one.over for one in scores]),
        exact=share([one.exact for one in scores]),
        inside=share([one.inside for one in scores]),
        error=sum(one.independent - one.truth for one in scores) / trees,
        possible_error=sum(one.possible - one.truth for one in scores) / trees,
        claims=sum(one.claims for one in scores) / trees,
        covered=sum(one.covered for one in scores) / articles,
    )


def line_of(row: Row) -> str:
    """The line that is printed."""
    return (
        f"{row.label:28}{row.trees:6}{row.articles:9}{row.too_high:9.3f}{row.exact:7.3f}"
        f"{row.inside:8.3f}{row.error:8.2f}{row.possible_error:9.2f}{row.claims:8.2f}{row.covered:7.3f}"
    )


def read_rows(path: Path) -> Iterator[Row]:
    """The figures that a file holds."""
    for line in path.read_bytes().splitlines():
        yield msgspec.json.decode(line, type=Row)


def write_rows(path: Path, rows: Sequence[Row]) -> None:
    """Keep figures in a file."""
    path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
