"""Statements: an article's attributions as records, and the doubts about them as Caveats."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from sayso.extractors._shaping import statement_of
from sayso.model.ids import with_id
from sayso.model.ledger import By, Caveat, Statement
from sayso.model.reading import Attribution, Reading

BY = By(extractor="statements", version="8")


def _in_text(attribution: Attribution) -> bool:
    return attribution.content[0].part != "title"


def extract(reading: Reading) -> Iterator[Statement | Caveat]:
    """One Statement for each attribution, each followed by its Caveats; those of the title come first."""
    for attribution in sorted(reading.attributions, key=_in_text):
        statement = replace(statement_of(reading.article.id, attribution), by=BY)
        yield statement
        for code, detail in attribution.caveats:
            yield with_id(
                Caveat(
                    id="",
                    article=statement.article,
                    spans=statement.content[:1],
                    chain=statement.chain,
                    by=BY,
                    code=code,
                    detail=detail,
                    about=statement.id,
                )
            )
