"""All claims: what several records say in common, with the number of origins that really makes."""

from __future__ import annotations

from litestar import get
from litestar.response import Response

from sayso.briefs.numbers import origins, share
from sayso.briefs.order import speaker_of
from sayso.briefs.telling import claim_words
from sayso.desk.claiming import story_value, take_stock
from sayso.desk.showing import KEPT, Asked, OurDesk
from sayso.desk.tables import Row, Value, show_table
from sayso.desk.told import Told
from sayso.desk.words import actor_place, short, spoken
from sayso.model.collation import Claim

_COLUMNS = ("Claim", "About", "Who", "Origins", "Told by", "Standing", "Story")


@get("/claims", opt=KEPT, sync_to_thread=True)
def show_claims(request: Asked, desk: OurDesk) -> Response[bytes]:
    """The claims of a portion of the stories, or of what is asked for."""
    stock = take_stock(request, desk)
    rows = [_row(told, claim) for told, claim in stock.claims()]
    return show_table(request, desk, "Claims", _COLUMNS, rows, stock.stories)


def _row(told: Told, claim: Claim) -> Row:
    page = told.page
    party = speaker_of(claim)
    who = page.name(party) if party else "no source named"
    cells = (
        Value(short(claim_words(page, claim), 220), told.claim_place(claim)),
        Value(spoken(claim.about)),
        Value(who, actor_place(party) if party else None),
        Value(origins(claim)),
        Value(share(claim, page.reach)),
        Value(spoken(claim.standing)),
        story_value(told),
    )
    keys = [cell.text.casefold() for cell in cells]
    keys[3] = f"{claim.independent_origins:06}"
    keys[4] = f"{len(claim.articles):06}"
    facets = {
        "kind": cells[1].text,
        "voice": who,
        "standing": cells[5].text,
    }
    return Row(cells, facets, tuple(keys), claim)


HANDLERS = (show_claims,)
