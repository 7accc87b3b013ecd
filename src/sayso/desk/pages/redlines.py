"""All red lines: who warns whom, of what, and what became of it."""

from __future__ import annotations

from litestar import get
from litestar.response import Response

from sayso.briefs.numbers import origins
from sayso.briefs.order import condition_of, warned_by
from sayso.briefs.page import when_text
from sayso.desk.claiming import party_value, story_value, take_stock
from sayso.desk.showing import KEPT, Asked, OurDesk
from sayso.desk.tables import Row, Value, show_table
from sayso.desk.told import Told
from sayso.desk.words import short, spoken
from sayso.model.collation import Claim
from sayso.model.ledger import RedLine

_COLUMNS = ("Warns", "Whom", "Condition", "Answer", "Status", "Drawn", "Origins", "Story")


@get("/redlines", opt=KEPT, sync_to_thread=True)
def show_redlines(request: Asked, desk: OurDesk) -> Response[bytes]:
    """The red lines of a portion of the stories, or of what is asked for."""
    stock = take_stock(request, desk, frozenset({"redline"}))
    rows = [_row(*found) for found in stock.of_kind(RedLine)]
    return show_table(request, desk, "Red lines", _COLUMNS, rows, stock.stories)


def _row(told: Told, claim: Claim, record: RedLine) -> Row:
    page = told.page
    warned = warned_by(claim, page.records)
    condition = " … ".join(span.text for span in condition_of(claim, page.records))
    answer = " … ".join(span.text for span in record.consequence.spans) or "left open"
    act = spoken(claim.condition_status or "open") + (", withdrawn" if claim.withdrawn else "")
    reply = claim.consequence_status or "none_reported"
    status = act if reply == "none_reported" else f"{act}; answer {spoken(reply)}"
    drawn = record.when or claim.first_reported
    cells = (
        party_value(told, record.warner),
        party_value(told, warned),
        Value(short(condition), told.claim_place(claim)),
        Value(short(answer, 110)),
        Value(status),
        Value(when_text(drawn) if drawn else ""),
        Value(origins(claim)),
        story_value(told),
    )
    keys = tuple(cell.text.casefold() for cell in cells)
    facets = {
        "warns": cells[0].text,
        "whom": cells[1].text,
        "act": act,
        "authority": record.authority or "not told",
    }
    return Row(cells, facets, (*keys[:5], (drawn.start if drawn else "") or "", *keys[6:]), claim)


HANDLERS = (show_redlines,)
