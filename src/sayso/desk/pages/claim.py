"""A claim: its origin tree drawn, and on demand the grounds and the words of every step."""

from __future__ import annotations

from litestar import get
from litestar.params import FromPath
from litestar.response import Response

from sayso.briefs.compose import compose
from sayso.briefs.numbers import counted
from sayso.briefs.origin_tree import draw_tree
from sayso.briefs.sheet import Entry, Sheet
from sayso.briefs.telling import claim_words
from sayso.briefs.why import explain
from sayso.desk.drawing.differing import contrasts
from sayso.desk.showing import KEPT, Asked, OurDesk


@get("/story/{story:str}/claim/{claim:str}", opt=KEPT, sync_to_thread=True)
def show_claim(
    request: Asked, desk: OurDesk, story: FromPath[str], claim: FromPath[str]
) -> Response[bytes]:
    """One claim of a story."""
    told, found = desk.library.claim(story, claim)
    page, number = told.page, told.page.numbers[found.id]
    places = {article: f"/article/{article}" for article in page.labels}
    return desk.show(
        request,
        "claim.html",
        [found, *(page.records[key] for key in found.records)],
        told=told,
        claim=found,
        number=number,
        words=claim_words(page, found),
        entry=_entry(compose(told.brief), number),
        figures=counted(found, told.page.reach),
        why=explain(page, found),
        tree=draw_tree(page, found, places),
        contrasts=[one for one in contrasts(page) if number in one.claims],
        related=[
            one
            for one in page.claims
            if one.record.id in found.candidates
            or set(found.status_records) & set(one.records)
            or one.id == found.repeats
        ],
        claim_places=told.claim_pages,
        claim_pages=told.claim_pages,
        by_label=told.article_places,
    )


def _entry(sheet: Sheet, number: int) -> Entry | None:
    """What the brief tells of the claim; None where it has no entry of its own."""
    blocks = (block for section in sheet.sections for block in section.blocks)
    entries = (block for block in blocks if isinstance(block, Entry) and block.kind == "claim")
    return next((entry for entry in entries if entry.mark == str(number)), None)


HANDLERS = (show_claim,)
