"""What is ordered or wanted, and what "otherwise" says will follow, in one sentence or in the next."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.conditions.asked_before import AskedBefore
from sayso.reading.en.conditions.dares import end_of, is_order, ordered_words
from sayso.reading.en.conditions.demands import Demands
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.tree import Tree

OBLIGING = frozenset({"must", "should", "shall"})


class Otherwise:
    """Reads one article's "otherwise"."""

    def __init__(self, tree: Tree, demands: Demands, before: AskedBefore) -> None:
        self._before = before
        self._tree = tree
        self._demands = demands

    def find(self, index: int) -> Iterator[Draft]:
        """Reads "X must leave. Otherwise, we will open fire": the sentence before is the condition."""
        tree = self._tree
        number = tree.sentence(index)
        sentence = tree.sentences[number]
        yield from self._else(index, sentence.last)
        yield from self._demands.urged(index)
        before = tree.sentences[number - 1] if number else sentence
        if index > sentence.first + 1 or before.paragraph != sentence.paragraph:
            return
        if before is sentence:
            return
        inside = range(before.first, before.last)
        head = next((at for at in inside if tree.tokens[at].head == at), before.first)
        yield Draft(
            head,
            frozenset(inside),
            frozenset({index}),
            frozenset(range(index + 1, sentence.last)),
            demanded=not tree.is_negated(head),
        )

    def _else(self, index: int, last: int) -> Iterator[Draft]:
        """Reads "X must leave, otherwise we will open fire", in one sentence."""
        tree = self._tree
        above = tree.tokens[index].head
        clauses = tree.children(above, "ccomp", "parataxis", "advcl", "dep")
        beside = tree.children(tree.tokens[above].head, "ccomp")  # both told by one verb
        known = (*clauses, above, tree.tokens[above].head, *reversed(beside))
        verbs = [at for at in known if at < index]
        rest = frozenset(range(index + 1, min(last, end_of(tree, above, index))))
        for verb in verbs:
            wanted = self._demands.wanted(verb, frozenset({index}), rest)
            if wanted is not None:
                yield wanted
                return
            modals = {tree.tokens[at].lemma for at in tree.children(verb, "aux")}
            if not (modals & OBLIGING or is_order(tree, verb)):
                continue
            words = ordered_words(tree, verb, index)
            demanded = not tree.is_negated(verb)
            mark = frozenset({index})
            yield Draft(verb, words, mark, rest, certain=True, demanded=demanded, ultimatum=True)
            return
        first = tree.sentences[tree.sentence(index)].first
        asked = self._before.among(first, index)
        if asked is not None and asked.demanded and tree.tokens[index - 1].text in ",;":
            yield Draft(
                asked.head,
                frozenset(at for at in asked.words if at < index),
                frozenset({index}),
                rest,
                certain=True,
                demanded=True,
                ultimatum=True,
                doer=asked.doer,
            )
