"""Sayso beside the language model's own NER: person, place or body, at the words that name one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from golden.actor_measure import ActorVerdict, Answer, Shares, best
from golden.actors import Kind, Named, kind_of, load_actors
from golden.halves import HALVES, Half

# The entity labels of spaCy's English models (OntoNotes 5).
_LABELS: Mapping[str, Kind] = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "body",
    "NORP": "body",
}
_ROWS = ("person", "place", "body", "nobody", "all")


def kinds(verdicts: Iterable[ActorVerdict]) -> Mapping[Half, Shares]:
    """How many of the words that name somebody, a place, or neither are told as that by Sayso."""
    return _counted(
        (verdict.half, verdict.named, kind_of(verdict.answer.type) if verdict.answer else None)
        for verdict in verdicts
    )


def model_kinds() -> Mapping[Half, Shares]:
    """The same by the NER of the language model that Sayso reads with, alone."""
    import spacy

    from sayso.reading.language import find_pipeline

    model = spacy.load(find_pipeline(None))
    rows: list[tuple[Half, Named, Kind | None]] = []
    for passage in load_actors():
        entities = tuple(
            Answer(entity.start_char, entity.end_char, entity.label_, None)
            for entity in model(passage.text).ents
            if entity.label_ in _LABELS
        )
        for named in passage.mentions:
            found = best(passage.place_of(named), entities, ())
            rows.append((passage.half, named, _LABELS[found.type or ""] if found else None))
    return _counted(rows)


def _counted(rows: Iterable[tuple[Half, Named, Kind | None]]) -> Mapping[Half, Shares]:
    right: Counter[tuple[Half, str]] = Counter()
    total: Counter[tuple[Half, str]] = Counter()
    for half, named, given in rows:
        if named.refers or named.type is None:
            continue
        for row in (named.kind or "nobody", "all"):
            total[half, row] += 1
            right[half, row] += given == named.kind
    return {half: {row: (right[half, row], total[half, row]) for row in _ROWS} for half in HALVES}
