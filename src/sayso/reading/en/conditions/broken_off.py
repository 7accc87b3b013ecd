"""Dares and orders that a telling breaks off: "“One more raid,” she said, “and we will …”", "“Leave,” he said, “or …”"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.en.conditions.given_time import befalls
from sayso.reading.tree import SUBJECTS, Tree

_OPEN = frozenset({"“", '"', "‘", "«"})
_CLOSED = frozenset({"”", '"', "’", "»"})
_NEXT = frozenset({"one", "another", "any"})
_FINITE = frozenset({"MD", "VBZ", "VBP"})
_NEAR = 9  # words between the "and" and the verb of what follows


def broken_off(tree: Tree, index: int) -> Iterator[Draft]:
    """What the quotation before the telling dares or orders, where this word opens the one behind it.

    It is read by the place of the words: the parser joins the "and" to the telling.
    """
    before = _quoted_before(tree, index)
    if before is None or not _follows(tree, index):
        return
    start = before.start
    either = tree.tokens[index].lemma == "or"
    more = tree.tokens[start].lemma in _NEXT and not either
    ordered = _is_ordered(tree, start)
    if not (more or ordered) or any(tree.tokens[at].tag == "MD" for at in before):
        return
    words, head = set(before), start
    if tree.tokens[start].lemma == "let":
        words -= {start}
        head = next((at for at in before if at > start and tree.tokens[at].pos == "VERB"), start)
    elif more:
        head = next((at for at in before if tree.tokens[at].pos == "NOUN"), start)
    yield Draft(
        head,
        frozenset(words),
        frozenset({index}) if either else frozenset(),
        frozenset(range(index + 1, tree.sentences[tree.sentence(index)].last)),
        certain=ordered,
        demanded=either and not tree.is_negated(head),
        ultimatum=either,
    )


def _quoted_before(tree: Tree, index: int) -> range | None:
    """The words of the quotation that opens the sentence, where this word opens the next one in it."""
    tokens = tree.tokens
    number = tree.sentence(index)
    first = tree.sentences[number].first
    if index - 1 <= first or tokens[index - 1].text not in _OPEN or tokens[first].text not in _OPEN:
        return None
    marks = [at for at in range(first + 1, index - 1) if tokens[at].text in _CLOSED]
    if len(marks) != 1 or marks[0] < first + 3 or tokens[marks[0] - 1].text != ",":
        return None
    return range(first + 1, marks[0] - 1)


def _is_ordered(tree: Tree, verb: int) -> bool:
    """Whether a word that opens a quotation orders something; the parser takes many such verbs for nouns."""
    token = tree.tokens[verb]
    bare = not tree.children(verb, "aux", "mark", "det") and not any(
        at < verb for at in tree.children(verb, *SUBJECTS)
    )
    governs = token.tag in ("NN", "NNP") and bool(tree.children(verb, "dobj"))
    return bare and (token.tag in ("VB", "VBP") or governs)


def _follows(tree: Tree, index: int) -> bool:
    """Whether a clause with a subject of its own begins behind this word, or what befalls one: "or face war"."""
    if tree.tokens[index].lemma == "or" and befalls(tree, index):
        return True
    last = min(index + _NEAR, tree.sentences[tree.sentence(index)].last)
    for at in range(index + 1, last):
        if tree.tokens[at].text in ",;:":
            return False
        if tree.tokens[at].tag in _FINITE:
            return at > index + 1
    return False
