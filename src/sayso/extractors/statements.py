"""Statements: an article's attributions as records, and the doubts about them as Caveats."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.ids import with_id
from sayso.model.ledger import By, Caveat, Statement
from sayso.model.reading import Attribution, Reading

BY = By(extractor="statements", version="1")


def extract(reading: Reading) -> Iterator[Statement | Caveat]:
    """One Statement for each attribution, each followed by its Caveats."""
    for attribution in reading.attributions:
        statement = _statement(reading.article.id, attribution)
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


def _statement(article: str, attribution: Attribution) -> Statement:
    return with_id(
        Statement(
            id="",
            article=article,
            spans=attribution.evidence,
            chain=attribution.chain,
            modality=attribution.modality,
            when=attribution.when,
            by=BY,
            form=attribution.form,
            act=attribution.act,
            speaker=attribution.speaker,
            addressees=attribution.addressees,
            cue=attribution.cue,
            content=attribution.content,
            occasion=attribution.occasion,
        )
    )
