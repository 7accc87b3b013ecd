"""What is told in a text, passage by passage: its attributions as the syntax shows them, and its quotations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.clauses import find_attributions
from sayso.reading.en.attribution.deciding import decide
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.halves import in_halves
from sayso.reading.en.attribution.mending import mend
from sayso.reading.en.attribution.narration import without_narration
from sayso.reading.en.attribution.passages import (
    Part,
    Telling,
    each,
    moved,
    packed,
    placed,
)
from sayso.reading.en.attribution.realis import took_place
from sayso.reading.en.quotations.nested import join_nested
from sayso.reading.en.quotations.placed import Quoted, place_quotes
from sayso.reading.en.quotations.quoted import join_quotes
from sayso.reading.en.quotations.quotes import find_quotes
from sayso.reading.kept import Kept
from sayso.weights.attributions import AttributionWeights


class Told(NamedTuple):
    """What is told in a text. The attributions are the reader's own, to be worked on."""

    decided: list[Found]
    quoted: list[Quoted]
    nested: tuple[Quoted, ...]


class Tellings:
    """Reads passages, and keeps what the last of them told, `reuse` tokens in all."""

    def __init__(
        self,
        book: CueBook,
        weights: AttributionWeights,
        reuse: int = 0,
    ) -> None:
        self._book = book
        self._weights = weights
        self._kept: Kept[str, Telling] = Kept(reuse)

    def of(self, parts: Iterable[Part]) -> Told:
        """What a text tells; its tokens hang on its words alone, as a LanguageModel gives them."""
        told = Told([], [], ())
        nested: list[Quoted] = []
        for passage, one in each(parts, self._kept, self._read):
            told.decided.extend(placed(found, passage.first) for found in one.decided)
            told.quoted.extend(moved(quoted, passage) for quoted in one.quoted)
            nested.extend(moved(quoted, passage) for quoted in one.nested)
        told.decided.sort(key=lambda found: (found.head, min(found.content)))
        return told._replace(nested=tuple(nested))

    def _read(self, part: Part) -> Telling:
        words, tree = part.words, part.tree
        quoted = place_quotes(tree, find_quotes(words))
        found = join_quotes(tree, find_attributions(tree, self._book), quoted)
        nested = join_nested(tree, found, quoted, words)
        found = mend(tree, found)
        kept = took_place(tree, self._book, found, quoted)
        decided = decide(tree, self._book, self._weights, found, kept, quoted)
        told = (in_halves(tree, without_narration(tree, one, quoted), quoted) for one in decided)
        return Telling(tuple(map(packed, told)), tuple(quoted), nested)
