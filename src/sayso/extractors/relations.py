"""Relations: alliances, disputes, sanctions and partnerships that an article says to stand."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.ids import with_id
from sayso.model.ledger import By, Relation
from sayso.model.reading import Reading

BY = By(extractor="relations", version="3")


def extract(reading: Reading) -> Iterator[Relation]:
    """One Relation for each word that names one, in text order."""
    for bond in reading.bonds:
        predicate = reading.predicates[bond.predicate]
        attribution = predicate.attribution
        yield with_id(
            Relation(
                id="",
                article=reading.article.id,
                spans=(predicate.clause,),
                chain=() if attribution is None else reading.attributions[attribution].chain,
                modality=predicate.modality,
                when=predicate.when,
                by=BY,
                type=bond.type,
                parties=bond.parties,
                about=bond.about,
            )
        )
