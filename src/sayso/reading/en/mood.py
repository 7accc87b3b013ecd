"""How a predicate is told: its modality, its tense and its time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.books.telling import TellingBook
from sayso.model.ledger import Modality
from sayso.model.reading import Attribution, Conditional, Tense
from sayso.model.text import Span, When
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_GOVERNED = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "prep", "conj", "pobj"})
_OPEN: frozenset[Modality] = frozenset({"planned", "promised", "requested"})
# What a content has from a word somewhere in it, and each of its verbs from its own.
_MARKED: frozenset[Modality] = frozenset({"hypothetical", "possible"})


class Mood:
    """Tells of one article's predicates whether they happened, and when."""

    def __init__(
        self,
        tree: Tree,
        telling: TellingBook,
        times: Sequence[tuple[int, int, When]],
        attributions: Sequence[Attribution],
        conditions: Sequence[Conditional],
    ) -> None:
        self._tree = tree
        self._telling = telling
        self._attributions = attributions
        self._starts = [token.start for token in tree.tokens]
        self._said = self._innermost([one.content for one in attributions])
        self._met = self._innermost([one.condition for one in conditions])
        self._conditional = {one.sentence for one in conditions}
        self._times: dict[int, list[tuple[int, When]]] = {}
        for start, _, when in times:
            token = self._token(start)
            # A dateline's day is no word of a sentence: it tells when was written, not what happened.
            spoken = (
                bool(tree.tokens) and tree.tokens[token].start <= start < tree.tokens[token].end
            )
            if spoken and when.precision not in (None, "duration"):
                self._times.setdefault(tree.sentence(token), []).append((start, when))

    def modality(self, index: int, verb: int) -> Modality:
        """The modality of the word at `index`, whose verb (its own or a light one) is at `verb`."""
        tree = self._tree
        at = tree.tokens[index].start
        if self.condition_at(at) is not None:
            return "hypothetical"
        marks = {
            tree.tokens[child].lemma
            for token in (index, verb)
            for child in tree.children(token, "aux", "amod", "advmod")
        }
        if marks & (self._telling.possible | self._telling.thought_of):
            return "possible"
        attribution = self.attribution_at(at)
        if self._has_would(verb) and not self._is_told_future(verb, attribution):
            return "hypothetical"
        beneath = self._beneath(verb)
        if beneath is not None:
            return beneath
        if attribution is None:
            return "asserted"
        said = self._attributions[attribution].modality
        if said in _MARKED and self.tense(index, verb) in ("past", "present"):
            return "asserted"
        return "asserted" if said in _OPEN and self._is_aside(verb) else said

    def tense(self, index: int, verb: int) -> Tense:
        """The tense; "would" in reported speech is a future."""
        tree = self._tree
        if not tree.tokens[verb].tag.startswith(("VB", "MD")):
            return "none"
        tags = {tree.tokens[child].tag for child in tree.children(verb, "aux", "auxpass")}
        words = {tree.tokens[child].lemma for child in tree.children(verb, "aux")}
        if words & {"will", "shall"} or self._is_going(verb):
            return "future"
        attribution = self.attribution_at(tree.tokens[index].start)
        if self._has_would(verb):
            return "future" if self._is_told_future(verb, attribution) else "none"
        token = tree.tokens[verb]
        if token.tag == "VBD" or "VBD" in tags or (token.tag == "VBN" and "have" in words):
            return "past"
        if token.tag in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
            return "present"
        return "none"

    def when(self, index: int) -> When | None:
        """The time nearest to the word in its sentence, on the same side of what is said and not said."""
        at = self._tree.tokens[index].start
        inside = self.attribution_at(at)
        near = [
            (abs(start - at), start, when)
            for start, when in self._times.get(self._tree.sentence(index), ())
            if self.attribution_at(start) == inside
        ]
        return min(near, key=lambda one: one[:2])[2] if near else None

    def attribution_at(self, offset: int) -> int | None:
        """The innermost attribution whose content holds this offset."""
        return self._said.get(self._token(offset))

    def quotation_at(self, offset: int) -> int | None:
        """The same, where its content is quoted word by word."""
        number = self.attribution_at(offset)
        direct = number is not None and self._attributions[number].form == "direct"
        return number if direct else None

    def condition_at(self, offset: int) -> int | None:
        """The condition that this offset is part of."""
        return self._met.get(self._token(offset))

    def _token(self, offset: int) -> int:
        """The token at an offset."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _innermost(self, many: Sequence[tuple[Span, ...]]) -> dict[int, int]:
        """By token, the number of the shortest of the passages that hold it."""
        sizes = [sum(span.end - span.start for span in spans) for spans in many]
        held: dict[int, int] = {}
        for number in sorted(range(len(many)), key=lambda one: (sizes[one], one), reverse=True):
            for span in many[number]:
                first = bisect_left(self._starts, span.start)
                held.update(
                    dict.fromkeys(range(first, bisect_left(self._starts, span.end)), number)
                )
        return held

    def _has_would(self, verb: int) -> bool:
        return any(
            self._tree.tokens[child].text.lower() in ("would", "'d")
            for child in self._tree.children(verb, "aux")
        )

    def _is_going(self, verb: int) -> bool:
        """Reads "is going to leave" and "is to leave"."""
        tree = self._tree
        token = tree.tokens[verb]
        if token.dep != "xcomp" or not self._is_infinitive(verb):
            return False
        above = tree.tokens[token.head]
        return above.text.lower() == "going" or (above.lemma == "be" and above.tag != "VB")

    def _is_told_future(self, verb: int, attribution: int | None) -> bool:
        """Whether "would" is the "will" of indirect speech, not a consequence that is imagined."""
        if attribution is None or self._attributions[attribution].form == "direct":
            return False
        tree = self._tree
        if tree.sentence(verb) in self._conditional:
            return False
        return not any(
            tree.tokens[word].lemma in self._telling.imagined
            for subject in tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
            for word in (subject, *tree.children(subject, "det", "amod"))
        )

    def _beneath(self, verb: int) -> Modality | None:
        """What the verb or noun makes of it that governs its clause."""
        tree = self._tree
        index = verb
        if tree.tokens[verb].dep == "csubj":
            return "possible"
        while tree.tokens[index].dep in _GOVERNED:
            token = tree.tokens[index]
            above = token.head
            spoken_of = tree.tokens[above].lemma in self._telling.not_done
            if token.dep == "pcomp" and spoken_of:
                return "possible"
            if token.dep == "pobj" and not spoken_of:
                return None
            if token.dep == "advcl" and not self._is_infinitive(index):
                return None
            if token.dep == "conj" and tree.children(index, *SUBJECTS):
                return None
            finite = token.dep == "ccomp" and token.tag in ("VBD", "VBZ", "VBP")
            found = self._telling.beneath.get(tree.tokens[above].lemma)
            if found is not None and token.dep != "conj" and not finite:
                return found
            achieved = tree.tokens[above].lemma in self._telling.achieving
            if self._is_infinitive(index) and token.dep != "conj" and not achieved:
                return "planned"
            index = above
        return None

    def _is_infinitive(self, verb: int) -> bool:
        tree = self._tree
        return any(tree.tokens[child].tag == "TO" for child in tree.children(verb, "aux"))

    def _is_aside(self, verb: int) -> bool:
        """Whether a word stands in a relative clause of its own tense, beside what is said."""
        tree = self._tree
        token = tree.tokens[verb]
        tags = {token.tag, *(tree.tokens[c].tag for c in tree.children(verb, "aux", "auxpass"))}
        return token.dep == "relcl" and bool(tags & {"VBD", "VBZ", "VBP"})
