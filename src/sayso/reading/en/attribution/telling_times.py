"""When something was said: the time that stands nearest to the cue and tells of nothing else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.model.text import When
from sayso.reading.en.attribution.found import Found
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

# A clause that begins with one of these tells of the same time ("when he met the press on Monday").
_MEANWHILE = frozenset({"when", "as", "while"})


class TellingTimes:
    """The times of one article's tellings; `times` are (start, end, When) over the text."""

    def __init__(self, tree: Tree, times: Sequence[tuple[int, int, When]]) -> None:
        self._tree = tree
        self._times = times
        self._starts = [token.start for token in tree.tokens]

    def of(self, one: Found, sentence: int) -> When | None:
        """The nearest time in the cue's sentence, outside of what was said and of other clauses."""
        if one.head < 0:
            return None
        tree = self._tree
        first, last = tree.sentences[sentence].first, tree.sentences[sentence].last
        cue = tree.tokens[one.head].start
        taken = one.content | (one.speaker or set())
        above = self._above(one)
        free = []
        for start, end, when in self._times:
            words = range(bisect_left(self._starts, start), bisect_left(self._starts, end))
            if (
                when.precision not in (None, "duration")
                and words
                and first <= words[0] < last
                and not taken.intersection(words)
                and self._is_of_telling(words, above)
            ):
                free.append((abs(start - cue), start, when))
        return min(free, key=lambda time: time[:2])[2] if free else None

    def is_time(self, one: Found) -> bool:
        """Whether nothing but a time is left of what was said: "announced today (4 November) that …"."""
        tokens = self._tree.tokens
        said = [tokens[at] for at in one.content if tokens[at].pos not in ("PUNCT", "SPACE")]
        return bool(said) and any(
            all(start <= token.start < end for token in said) for start, end, _ in self._times
        )

    def _above(self, one: Found) -> dict[int, bool]:
        """The cue and what stands above it, each with whether the cue shares what hangs on it."""
        tree, shares = self._tree, True
        found = {one.head: True}
        at = one.head
        while (above := tree.tokens[at].head) != at:
            shares = shares and (above in one.content or not self._parts(at))
            found[above] = shares
            at = above
        return found

    def _is_of_telling(self, words: range, above: dict[int, bool]) -> bool:
        """Whether nothing on the way from a time up to the cue makes it another thing's."""
        tree = self._tree
        at = next((at for at in words if tree.tokens[at].head not in words), words[0])
        while at not in above:
            token = tree.tokens[at]
            if token.head == at or self._parts(at) or self._names(at, token.head):
                return False
            at = token.head
        return above[at]

    def _parts(self, at: int) -> bool:
        """Whether a clause begins there that has a time of its own."""
        token = self._tree.tokens[at]
        if token.dep in ("relcl", "ccomp", "csubj", "csubjpass"):
            return True
        if token.dep == "acl":
            return token.tag != "VBG"
        if token.dep != "advcl" or token.tag in ("VBG", "VBN"):
            return False
        marks = self._tree.children(at, "mark", "advmod")
        subjects = self._tree.children(at, *SUBJECTS, *PASSIVE_SUBJECTS)
        return bool(subjects) and not any(
            self._tree.tokens[mark].lemma in _MEANWHILE for mark in marks
        )

    def _names(self, at: int, above: int) -> bool:
        """Whether a time names a thing: "the storm of 12 May"."""
        return (
            self._tree.tokens[at].dep == "prep"
            and self._tree.tokens[at].lemma == "of"
            and self._tree.tokens[above].pos == "NOUN"
        )
