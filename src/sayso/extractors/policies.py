"""PolicyChanges: rules on arms and trade that an article tells were changed."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.ids import with_id
from sayso.model.ledger import By, PolicyChange
from sayso.model.reading import Reading

BY = By(extractor="policies", version="3")


def extract(reading: Reading) -> Iterator[PolicyChange]:
    """One PolicyChange for each rule that changed."""
    for one in reading.rule_changes:
        predicate = reading.predicates[one.predicate]
        attribution = predicate.attribution
        yield with_id(
            PolicyChange(
                id="",
                article=reading.article.id,
                spans=one.evidence,
                chain=() if attribution is None else reading.attributions[attribution].chain,
                modality=one.modality,
                when=one.when,
                by=BY,
                jurisdiction=one.owner,
                subject=one.subject,
                direction=one.direction,
                scope=one.scope,
            )
        )
