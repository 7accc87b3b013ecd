"""Conditions in the clothes of a dare: "do it and …", "let them do it and …", "one more raid and …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.conditions.broken_off import broken_off
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.en.conditions.given_time import BEFALLING
from sayso.reading.tree import SUBJECTS, Tree

_NEXT = frozenset({"more", "another", "any", "further"})
_ONE = frozenset({"one", "single", "false", "wrong"})
_SPLICED = frozenset({"you", "we", "i", "they"})
_LEARNING = BEFALLING | {"find", "learn", "die", "wait"}
_MARKS = frozenset({":", "“", '"', "‘", "«"})
_NEAR = 8  # words between the "and" and the verb of what follows
_FINITE = frozenset({"MD", "VBZ", "VBP"})


class Dares:
    """Finds what somebody is dared to do, and what follows if it is done."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def find(self) -> Iterator[Draft]:
        """All such conditions, in text order."""
        for index, token in enumerate(self._tree.tokens):
            if self._tree.sentence(index) < 0:
                continue
            if token.lemma in ("and", "or") and token.dep == "cc":
                yield from broken_off(self._tree, index)
            if token.lemma == "and" and token.dep == "cc":
                draft = self._and(index) or self._opened(index)
                if draft is not None:
                    yield draft
            elif token.text == "," and index + 1 < len(self._tree.tokens):
                yield from self._spliced(index)

    def _and(self, index: int) -> Draft | None:
        """Reads "cross the river and you will be hit", "let them cross it and they will see"."""
        tree = self._tree
        first = tree.tokens[index].head
        rest = range(index + 1, end_of(tree, first, index))
        more = self._is_next(first) and bool(tree.children(first, "amod", "nummod"))
        comes = _FINITE if more else ("MD",)
        told = next((at for at in rest if tree.tokens[at].tag in comes), None)
        ordered = tree.tokens[first].tag[:2] == "VB" and is_order(tree, first)
        if not (ordered or self._is_next(first)) or told is None:
            return None
        if any(tree.tokens[at].text in ",;:" for at in range(index, told)):
            return None
        words = ordered_words(tree, first, index)
        let = tree.children(first, "ccomp") if tree.tokens[first].lemma == "let" else []
        head = next((at for at in let if at > first), None)
        if head is not None:
            words -= {first}
        return Draft(first if head is None else head, words, rest=frozenset(rest), certain=ordered)

    def _opened(self, index: int) -> Draft | None:
        """The same by the place of the words, where the parser joins the "and" to names before it.

        So it is read where an order, "let" or "one more" opens the sentence, or what follows a colon, and a
        clause with its own subject stands behind the "and".
        """
        tree = self._tree
        start = self._opening(index)
        opens = tree.tokens[start]
        let = opens.lemma == "let"
        verb = opens.tag in ("VB", "VBP") and not tree.children(start, "aux", "mark", "neg")
        verb = verb and not any(at < start for at in tree.children(start, *SUBJECTS))
        more = opens.lemma in ("one", "another", "any") and self._is_more(start, index)
        if not (verb or more) or self._follows(index) is None:
            return None
        between = range(start + 1, index)
        if any(tree.tokens[at].tag == "MD" for at in between):
            return None
        words, head = frozenset(range(start, index)), start
        if let:
            head = next((at for at in between if tree.tokens[at].tag == "VB"), start)
            words -= {start}
        elif more:
            head = next((at for at in between if tree.tokens[at].pos == "NOUN"), start)
        words = frozenset(at for at in words if at < index and tree.tokens[at].text != ",")
        rest = frozenset(range(index + 1, end_of(tree, start, index)))
        return Draft(head, words, rest=rest, certain=verb)

    def _opening(self, index: int) -> int:
        """The first word of the sentence, or behind the last colon or opening mark before."""
        tree = self._tree
        first = tree.sentences[tree.sentence(index)].first
        marks = (at for at in range(first, index) if tree.tokens[at].text in _MARKS)
        start = max(marks, default=first - 1) + 1
        return next((at for at in range(start, index) if tree.tokens[at].pos != "PUNCT"), start)

    def _is_more(self, start: int, index: int) -> bool:
        words = range(start, min(start + 2, index))
        return any(self._tree.tokens[at].lemma in _NEXT for at in words)

    def _follows(self, index: int) -> int | None:
        """The verb of a clause behind the "and" that has a subject there, or "see", "find out"."""
        tree = self._tree
        if tree.tokens[index + 1].lemma in _LEARNING and tree.tokens[index + 1].tag == "VB":
            return index + 1
        last = min(index + _NEAR, tree.sentences[tree.sentence(index)].last)
        for at in range(index + 1, last):
            if tree.tokens[at].text in ",;:":
                return None
            if tree.tokens[at].tag in _FINITE:
                return at if at > index + 1 else None
        return None

    def _spliced(self, comma: int) -> Iterator[Draft]:
        """Reads "you touch our boats, we sink yours": what "you" do, and what it brings, side by side."""
        tree = self._tree
        who = comma + 1
        second = tree.tokens[who].head
        if tree.tokens[who].lemma.lower() not in _SPLICED or tree.tokens[who].dep not in SUBJECTS:
            return
        for first in tree.children(second, "ccomp", "advcl", "parataxis"):
            raised = tree.child(first, *SUBJECTS)
            bare = raised is not None and not tree.children(first, "aux", "mark")
            if first > comma or raised is None or tree.tokens[raised].lemma.lower() != "you":
                continue
            words = frozenset(at for at in tree.subtree(first) if raised <= at < comma)
            if bare and tree.tokens[first].tag in ("VB", "VBP") and max(words) == comma - 1:
                yield Draft(first, words, rest=frozenset(tree.subtree(second) - words))

    def _is_next(self, noun: int) -> bool:
        """Reads "one more raid and we will …": another act, which nobody has done yet.

        So it is of a bare noun at the start ("mess with them and …", "fish here and …"), where the parser takes
        an order for one.
        """
        tree = self._tree
        start = tree.sentences[tree.sentence(noun)].first
        begins = all(tree.tokens[at].pos == "PUNCT" for at in range(start, noun))
        bare = not tree.children(noun, "det", "amod", "poss", "compound")
        if (
            begins
            and bare
            and tree.tokens[noun].tag == "NN"
            and tree.children(noun, "prep", "advmod")
        ):
            return True
        before = {tree.tokens[at].lemma for at in tree.children(noun, "amod", "nummod", "det")}
        one = (
            start_of(tree, noun)
            and bool(before & _ONE)
            and bool(tree.children(noun, "prep", "amod"))
        )
        return tree.tokens[noun].pos == "NOUN" and (one or bool(before & _NEXT))


def start_of(tree: Tree, noun: int) -> bool:
    """Whether a noun with its own words before it opens its sentence: "one step too far and …"."""
    start = tree.sentences[tree.sentence(noun)].first
    own = tree.subtree(noun)
    return all(at in own or tree.tokens[at].pos == "PUNCT" for at in range(start, noun))


def is_order(tree: Tree, verb: int) -> bool:
    """Whether a verb is an imperative: a bare form with neither a subject nor "to" or "will"; also "don't leave"."""
    bare = tree.tokens[verb].tag in ("VB", "VBP")
    helps = (at for at in tree.children(verb, "aux") if tree.tokens[at].lemma != "do")
    return bare and not tree.children(verb, *SUBJECTS, "mark") and next(helps, None) is None


def ordered_words(tree: Tree, first: int, before: int) -> frozenset[int]:
    """The words of what is ordered; not those before its colon ("an ultimatum: leave, or …")."""
    own = tree.subtree(first, without=("conj", "cc", "punct", "preconj"))
    start = tree.sentences[tree.sentence(first)].first
    colons = (at for at in range(start, first) if tree.tokens[at].text == ":")
    colon = max(colons, default=-1)
    return frozenset(at for at in own if colon < at < before)


def end_of(tree: Tree, first: int, index: int) -> int:
    """Where what follows ends: before a telling that the parser hangs the order on."""
    last = tree.sentences[tree.sentence(index)].last
    up = tree.tokens[first].head
    if up == first or tree.tokens[first].dep not in ("ccomp", "advcl", "dep") or up < index:
        return last
    told = [at for at in tree.children(up, *SUBJECTS) if at > index]
    return min([min(tree.subtree(told[0])) if told else up, up, last])
