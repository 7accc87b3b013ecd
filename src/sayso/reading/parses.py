"""What the model said of a line, kept small, so that a line that comes again is not parsed again.

A line is parsed by itself, so what is said of it holds wherever it stands: in a reprint, in a byline, in what
a page repeats. Only the line's own text counts, whole and exact.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso.reading.forms import Form

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Parse(NamedTuple):
    """One line as the model reads it.

    For each token: where it starts in the line, its head's index less its own, its form. `entities` are
    labels by token (``B-`` on a name's first, ``I-`` on the rest); `sentences` are ranges of tokens, white
    space at their edges left out.
    """

    starts: array[int]
    heads: array[int]
    forms: tuple[Form, ...]
    entities: Mapping[int, str]
    sentences: tuple[tuple[int, int], ...]


def parse_of(doc: Doc, forms: Sequence[Form]) -> Parse:
    """The Parse that a Doc holds."""
    return Parse(
        starts=array("i", doc.to_array(["IDX"]).tolist()),
        # HEAD is relative, and comes as an unsigned number.
        heads=array("i", doc.to_array(["HEAD"]).astype("int64").tolist()),
        forms=tuple(forms),
        entities={
            index: f"{'I' if index > span.start else 'B'}-{span.label_}"
            for span in doc.ents
            for index in range(span.start, span.end)
            if span.label_
        },
        sentences=tuple(_sentences(doc, forms)),
    )


def _sentences(doc: Doc, forms: Sequence[Form]) -> list[tuple[int, int]]:
    found = []
    for span in doc.sents:
        start, end = span.start, span.end
        while start < end and forms[start].text.isspace():
            start += 1
        while end > start and forms[end - 1].text.isspace():
            end -= 1
        if start < end:
            found.append((start, end))
    return found
