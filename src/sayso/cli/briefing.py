"""From paths to printed briefs: what `brief` and `demo` have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sayso.cli.intake import take
from sayso.cli.output import write_records, write_text
from sayso.cli.session import Session, colour
from sayso.engines.local import Taking
from sayso.model.reading import Ledger

Format = Literal["text", "json"]


def print_briefs(
    paths: Sequence[str],
    taking: Taking,
    session: Session,
    *,
    form: Format = "text",
    as_of: str | None = None,
) -> None:
    """Read the articles and print the brief of each story."""
    from sayso.briefs import make_briefs
    from sayso.briefs.text import render
    from sayso.collate import collate

    with take(paths, taking, session) as items:
        ledgers = [item for item in items if isinstance(item, Ledger)]
        briefs = make_briefs(collate(ledgers), as_of=as_of) if ledgers else ()
        if form == "json":
            write_records(briefs)
        elif briefs:
            texts = (render(brief, width=session.width, colour=colour()) for brief in briefs)
            write_text("\n\n".join(texts))
