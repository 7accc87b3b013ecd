"""Conditions: "if …, then …", an inverted "should …", and what is to follow from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.model.reading import Attribution, Conditional
from sayso.model.text import Span
from sayso.reading.en.evidence import Evidence
from sayso.reading.tree import Tree

_MARKERS = frozenset({"if", "unless"})
_INVERTED = frozenset({"should", "were", "had"})


def find_conditions(
    evidence: Evidence, attributions: Sequence[Attribution]
) -> tuple[Conditional, ...]:
    """All conditions, in text order. The consequence is the rest of the words that hold the condition."""
    tree = evidence.tree
    found: list[Conditional] = []
    for index in range(len(tree.tokens)):
        marker = _marker(tree, index)
        if marker is None:
            continue
        clause = tree.subtree(index)
        condition = evidence.span(clause)
        number = _holding(attributions, condition)
        sentence = tree.sentences[tree.sentence(index)]
        if number is not None:
            whole: Sequence[Span] = attributions[number].content
        else:
            whole = (evidence.article.span(sentence.start, sentence.end),)
        found.append(
            Conditional(
                marker=evidence.span({marker}),
                condition=(condition,),
                consequence=tuple(_without(evidence, whole, condition)),
                attribution=number,
                sentence=tree.sentence(index),
            )
        )
    return tuple(found)


def _marker(tree: Tree, index: int) -> int | None:
    """The token that makes the clause of this verb a condition."""
    if tree.tokens[index].pos not in ("VERB", "AUX") or tree.sentence(index) < 0:
        return None
    for child in tree.children(index, "mark"):
        if tree.tokens[child].lemma in _MARKERS and tree.tokens[index].dep in ("advcl", "ccomp"):
            return child
    if tree.tokens[index].dep not in ("advcl", "ccomp"):
        return None
    first = min(tree.subtree(index))
    inverted = tree.tokens[first].text.lower() in _INVERTED and first != index
    return first if inverted and tree.tokens[first].head == index else None


def _holding(attributions: Sequence[Attribution], condition: Span) -> int | None:
    """The innermost attribution whose content holds the condition."""
    holding = [
        (sum(span.end - span.start for span in one.content), number)
        for number, one in enumerate(attributions)
        if any(span.start <= condition.start and condition.end <= span.end for span in one.content)
    ]
    return min(holding)[1] if holding else None


def _without(evidence: Evidence, whole: Sequence[Span], condition: Span) -> Iterator[Span]:
    """The words of `whole` that are not the condition's."""
    for span in whole:
        for start, end in (
            (span.start, min(span.end, condition.start)),
            (max(span.start, condition.end), span.end),
        ):
            words = evidence.article.text[start:end]
            kept = words.strip(" \t\r\n,;:.“”\"'‘’")
            if len(kept) > 2:
                at = start + words.index(kept)
                yield evidence.article.span(at, at + len(kept))
