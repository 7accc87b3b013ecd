"""What several extractors shape alike. No extractor sees another's records; this is how they agree."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.ids import with_id
from sayso.model.ledger import Statement
from sayso.model.reading import Attribution, Reading
from sayso.model.text import Span


def statement_of(article: str, attribution: Attribution) -> Statement:
    """The Statement that an attribution gives; its id is what other records of those words refer to."""
    return with_id(
        Statement(
            id="",
            article=article,
            spans=attribution.evidence,
            chain=attribution.chain,
            modality=attribution.modality,
            when=attribution.when,
            form=attribution.form,
            act=attribution.act,
            speaker=attribution.speaker,
            addressees=attribution.addressees,
            cue=attribution.cue,
            force=attribution.force,
            content=attribution.content,
            occasion=attribution.occasion,
            occasion_outlet=attribution.occasion_outlet,
            occasion_when=attribution.occasion_when,
        )
    )


def statement_id(reading: Reading, attribution: int | None) -> str | None:
    """The id of the Statement of the attribution with this number; None in the outlet's own voice."""
    if attribution is None:
        return None
    return statement_of(reading.article.id, reading.attributions[attribution]).id


def holds(spans: Iterable[Span], span: Span) -> bool:
    """Whether one of these spans holds all of that one."""
    return any(
        one.part == span.part and one.start <= span.start and span.end <= one.end for one in spans
    )
