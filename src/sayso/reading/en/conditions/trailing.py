"""What a participle behind the telling threatens with: "Oslo would regret it, she said, threatening sanctions"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from sayso.model.reading import Attribution, Response
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.en.conditions.responses_told import ToldResponses
from sayso.reading.en.conditions.tellings import Tellings, is_same
from sayso.reading.tree import Tree

_THREATENING = frozenset({"threaten", "promise", "vow", "pledge", "hint", "warn"})
_TAGS = frozenset({"VBG", "VBD"})
_MARKS = frozenset({"if", "unless", "should", "once", "until"})


class Trailing:
    """Reads one article's participles of threatening behind what the same speaker says."""

    def __init__(
        self,
        tree: Tree,
        attributions: Sequence[Attribution],
        tellings: Tellings,
        responses: Responses,
        told: ToldResponses,
    ) -> None:
        self._tree = tree
        self._attributions = attributions
        self._tellings = tellings
        self._responses = responses
        self._told = told
        self._starts = [token.start for token in tree.tokens]

    def of(
        self, draft: Draft, number: int | None, rest: Collection[int]
    ) -> tuple[set[int], tuple[Response, ...]]:
        """The words of such a threat beside the one that a condition is told by, and what they threaten with."""
        said = self._attributions[number] if number is not None else None
        if said is None or said.cue is None or said.modality == "requested":
            return set(), ()
        known = {*draft.condition, *draft.marker, *rest}
        first = bisect_left(self._starts, said.cue.start)
        for other, one in enumerate(self._attributions):
            if other == number or one.cue is None or not is_same(one.speaker, said.speaker):
                continue
            cue = bisect_left(self._starts, one.cue.start)
            token = self._tree.tokens[cue]
            beside = cue > first and self._tree.sentence(cue) == self._tree.sentence(first)
            if not beside or token.tag not in _TAGS or token.lemma not in _THREATENING:
                continue
            words = self._tellings.worded(self._tellings.inside(one.content))
            own = any(self._tree.tokens[at].text.lower() in _MARKS for at in words)
            if not words or words & known or own or cue in known:
                continue
            found = self._responses.find(words) or self._told.threatened(words)
            return (words, found) if found else (set(), ())
        return set(), ()
