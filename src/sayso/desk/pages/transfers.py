"""All transfers: each leg with how far it has come."""

from __future__ import annotations

from litestar import get
from litestar.response import Response

from sayso.briefs.numbers import origins, share
from sayso.briefs.page import when_text
from sayso.desk.claiming import party_value, story_value, take_stock
from sayso.desk.showing import KEPT, Asked, OurDesk
from sayso.desk.tables import Row, Value, show_table
from sayso.desk.told import Told
from sayso.desk.words import spoken
from sayso.model.collation import Claim
from sayso.model.ledger import Transfer

_COLUMNS = ("Weapon", "From", "To", "Act", "Status", "When", "Origins", "Told by", "Story")


@get("/transfers", opt=KEPT, sync_to_thread=True)
def show_transfers(request: Asked, desk: OurDesk) -> Response[bytes]:
    """The transfers of a portion of the stories, or of what is asked for."""
    stock = take_stock(request, desk, frozenset({"transfer"}))
    rows = [_row(*found) for found in stock.of_kind(Transfer)]
    return show_table(request, desk, "Transfers", _COLUMNS, rows, stock.stories)


def _row(told: Told, claim: Claim, record: Transfer) -> Row:
    status = spoken(record.status or record.stage or "not told")
    cells = (
        Value(record.weapon.name if record.weapon else "weapons", told.claim_place(claim)),
        party_value(told, record.supplier),
        party_value(told, record.recipient or record.end_user),
        Value(spoken(record.act)),
        Value(status),
        Value(when_text(record.when) if record.when else ""),
        Value(origins(claim)),
        Value(share(claim, told.page.reach)),
        story_value(told),
    )
    keys = tuple(cell.text.casefold() for cell in cells)
    facets = {
        "weapon": cells[0].text,
        "from": cells[1].text,
        "to": cells[2].text,
        "status": status,
    }
    when = (record.when.start if record.when else "") or ""
    number = f"{len(claim.articles):06}"
    return Row(cells, facets, (*keys[:5], when, keys[6], number, keys[8]), claim)


HANDLERS = (show_transfers,)
