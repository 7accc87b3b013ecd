"""When what a predicate tells took place: the times that hang on it, and on nothing else.

A time is its verb's or its noun's own. It is shared where the grammar shares it: by verbs that are joined
after it ("On Tuesday they met and agreed"), by a participle beside its clause, by the infinitive of a verb
that brings it about ("was forced in July to resign"), by the verb of which a dated noun is the subject
("Tuesday's raid killed two"). A time behind a lower verb can be either's, and is left open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from sayso.books.telling import TellingBook
from sayso.model.text import When
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_BETWEEN = frozenset({"ADP", "SCONJ", "ADV", "ADJ", "NUM", "DET", "PART"})
_NAMING = frozenset({"poss", "compound", "nmod", "amod", "npadvmod", "nummod", "appos"})
_DAYS = frozenset({"on", "late", "early"})  # before the day of a deed, seldom of a thing
_APART = frozenset(
    {"before", "after", "since", "until", "following"}
)  # "convicted before the arrest on Monday"
_WIDEST = 2  # words between two verbs that share what stands about them ("shot and killed")


class _Time(NamedTuple):
    """A time: its first token, the verb or noun that it hangs on, and itself."""

    first: int
    owner: int
    when: When


class OwnTimes:
    """The times of one article's predicates; `deeds` are nouns that name what happens ("summit")."""

    def __init__(
        self,
        tree: Tree,
        telling: TellingBook,
        times: Sequence[tuple[int, int, When]],
        deeds: Collection[str],
        can_act: Callable[[int], bool],
    ) -> None:
        self._tree = tree
        self._telling = telling
        self._deeds = deeds
        self._can_act = can_act
        self._times: dict[int, list[_Time]] = {}
        starts = [token.start for token in tree.tokens]
        for start, end, when in times:
            first = bisect_left(starts, start)
            # A dateline's day is no word of a sentence: it tells when was written, not what happened.
            spoken = first < len(starts) and starts[first] == start
            if spoken and when.precision not in (None, "duration"):
                owner = self._owner(range(first, bisect_left(starts, end)))
                found = self._times.setdefault(tree.sentence(first), [])
                found.append(_Time(first, owner, when))

    def of(self, index: int, verb: int, allowed: Callable[[int], bool]) -> When | None:
        """The nearest time of the word at `index` whose verb (its own or a light one) is at `verb`.

        `allowed` tells by its first token whether a time is told by whoever tells of the word.
        """
        times = [
            one for one in self._times.get(self._tree.sentence(index), ()) if allowed(one.first)
        ]
        if not times:
            return None
        for owners in self._sharing(index, verb):
            own = [one for one in times if owners(one)]
            if own:
                return min(own, key=lambda one: (abs(one.first - index), one.first)).when
        return None

    # --- what a time hangs on --------------------------------------------------------------------------

    def _owner(self, words: range) -> int:
        """The verb or noun that a time hangs on."""
        tree = self._tree
        outside = (at for at in words if tree.tokens[at].head not in words)
        at = next(outside, words[0])
        preposition = ""
        while tree.tokens[at].head != at:
            above = tree.tokens[at].head
            token = tree.tokens[above]
            if token.lemma in _APART and at not in words:
                return at
            if token.tag.startswith(("VB", "MD")):
                return above
            if token.pos in _BETWEEN:
                preposition = token.lemma if token.pos == "ADP" else preposition
            elif tree.tokens[at].dep in _NAMING or not self._is_passed(above, preposition):
                return above
            at = above
        return at

    def _is_passed(self, noun: int, preposition: str) -> bool:
        """Whether a time behind a noun is not the noun's: of people and places, and the day of a thing."""
        token = self._tree.tokens[noun]
        if token.pos in ("PROPN", "PRON") or self._can_act(noun):
            return True
        return preposition in _DAYS and token.lemma not in self._deeds

    # --- whose a time is -------------------------------------------------------------------------------

    def _sharing(self, index: int, verb: int) -> Iterator[Callable[[_Time], bool]]:
        """Ever wider: the predicate's own times, then those that it shares."""
        tree = self._tree
        if index != verb or not tree.tokens[index].tag.startswith("VB"):
            yield lambda one: one.owner == index
        if not tree.tokens[verb].tag.startswith(("VB", "MD")):
            return
        yield self._is_of(verb)
        subjects = set(tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS))
        yield lambda one: one.owner in subjects and tree.tokens[one.owner].lemma in self._deeds
        yield from self._joined(verb)
        above = self._brought_about_by(verb)
        if above is not None:
            yield from self._sharing(above, above)

    def _is_of(self, verb: int) -> Callable[[_Time], bool]:
        return lambda one: one.owner == verb and not self._is_behind_another(verb, one.first)

    def _is_behind_another(self, verb: int, time: int) -> bool:
        """Whether a lower verb stands between: "convicted of killing two in May"."""
        tree = self._tree
        below = tree.subtree(verb)
        return any(
            at in below
            and tree.tokens[at].tag.startswith("VB")
            and tree.tokens[at].dep not in ("aux", "auxpass", "amod", "compound")
            and tree.tokens[at].head != at
            for at in range(verb + 1, time)
        )

    def _joined(self, verb: int) -> Iterator[Callable[[_Time], bool]]:
        """Times before the first of several joined verbs, and behind two that stand together."""
        tree = self._tree
        first = verb
        while tree.tokens[first].dep == "conj" and tree.tokens[first].pos == tree.tokens[verb].pos:
            first = tree.tokens[first].head
        if first != verb:
            fronted = tree.children(first, *SUBJECTS, *PASSIVE_SUBJECTS)
            start = min((*fronted, first))
            yield lambda one: one.owner == first and one.first < start
        for last in tree.children(verb, "conj"):
            if last - verb <= _WIDEST and tree.tokens[last].tag == tree.tokens[verb].tag:
                yield self._is_of(last)

    def _brought_about_by(self, verb: int) -> int | None:
        """The verb whose time is the word's too: of a participle beside it, or brought about by it."""
        tree = self._tree
        token = tree.tokens[verb]
        above = token.head
        if not tree.tokens[above].tag.startswith("VB") or above == verb:
            return None
        if token.dep == "advcl" and token.tag == "VBG" and not tree.children(verb, "mark", "aux"):
            return above
        brought = tree.tokens[above].lemma in self._telling.achieving
        return above if token.dep == "xcomp" and brought else None
