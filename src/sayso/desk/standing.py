"""Red lines that stand: drawn, not withdrawn, and neither met nor complied with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.briefs.order import condition_of
from sayso.briefs.sections.redlines import head_of_line, status_of
from sayso.desk.told import Told
from sayso.desk.words import short

_STANDING = frozenset({"open", "disputed"})
_MOST = 140


class Standing(NamedTuple):
    """A red line in short: who warns whom, of what act, and where its claim is."""

    place: str
    who: str
    condition: str
    status: str


def standing_lines(told: Told) -> Iterator[Standing]:
    """The red lines of a story that stand, in the brief's order."""
    for claim in told.page.of_kind("redline"):
        if (claim.condition_status or "open") in _STANDING and not claim.withdrawn:
            yield Standing(
                told.claim_place(claim),
                head_of_line(told.page, claim),
                short(
                    " … ".join(span.text for span in condition_of(claim, told.page.records)), _MOST
                ),
                status_of(claim),
            )
