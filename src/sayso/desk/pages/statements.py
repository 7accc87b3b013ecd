"""All statements: who says what, through whom, in which article."""

from __future__ import annotations

from litestar import get
from litestar.response import Response

from sayso.briefs.labels import where_from
from sayso.briefs.page import when_text
from sayso.briefs.telling import words_of
from sayso.desk.claiming import story_value, take_stock
from sayso.desk.showing import KEPT, Asked, OurDesk
from sayso.desk.tables import Row, Value, show_table
from sayso.desk.told import Told
from sayso.desk.words import actor_place, place, short
from sayso.model.ledger import Statement

_COLUMNS = ("Speaker", "Words", "Through", "Form", "Modality", "Article", "Published", "Story")


@get("/statements", opt=KEPT, sync_to_thread=True)
def show_statements(request: Asked, desk: OurDesk) -> Response[bytes]:
    """The statements of a portion of the stories, or of what is asked for, article by article."""
    stock = take_stock(request, desk, frozenset({"statement"}))
    rows = []
    for told in stock.stories.told:
        articles = told.articles
        found = [one for one in told.page.records.values() if isinstance(one, Statement)]
        found.sort(key=lambda one: (told.page.labels[one.article], one.content[0].start, one.id))
        rows += [_row(told, one) for one in found if stock.wanted.meets(one, articles[one.article])]
    return show_table(request, desk, "Statements", _COLUMNS, rows, stock.stories)


def _row(told: Told, record: Statement) -> Row:
    page = told.page
    speaker = page.name(record.speaker) if record.speaker else "somebody not named"
    through = [page.name(link.party) for link in record.chain[:-1] if link.party]
    one = next(one for one in told.brief.articles if one.article == record.article)
    cells = (
        Value(speaker, actor_place(record.speaker) if record.speaker else None),
        Value(short(words_of(record, page), 220), place(record.content[0])),
        Value(", ".join(dict.fromkeys(through))),
        Value(record.form),
        Value(record.modality),
        Value(where_from(one) or page.labels[one.article], f"/article/{one.article}"),
        Value(when_text(one.published) if one.published else ""),
        story_value(told),
    )
    facets = {
        "speaker": speaker,
        "through": cells[2].text or "nobody named",
        "form": record.form,
        "modality": record.modality,
        "act": record.act,
    }
    return Row(cells, facets, tuple(cell.text.casefold() for cell in cells), record)


HANDLERS = (show_statements,)
