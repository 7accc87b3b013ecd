"""What the parts of a condition are before they become spans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_NONE = frozenset({"no", "neither", "nobody", "none", "not", "nothing"})


class Draft(NamedTuple):
    """A condition as token indexes.

    `head` is the verb or noun that the condition hangs on; `rest` the words of the consequence, None where
    they are all that is said beside the condition. `certain`: a condition also where nothing adverse
    follows. `demanded`: what is asked for is that the condition be met or stopped. `aside`: words of the
    sentence that belong to neither. `named`: the condition says which act it is. `doer` is who would act,
    where that stands elsewhere. `ultimatum`: by its form whatever follows is threatened. `lasting`: what
    follows holds already, until the condition is met.
    """

    head: int
    condition: frozenset[int]
    marker: frozenset[int] = frozenset()
    rest: frozenset[int] | None = None
    certain: bool = False
    demanded: bool = False
    aside: frozenset[int] = frozenset()
    named: bool = True
    doer: int | None = None
    ultimatum: bool = False
    lasting: bool = False


def moved(draft: Draft, by: int) -> Draft:
    """The draft of a passage as one of the text, in which the passage begins with token `by`."""
    return draft._replace(
        head=draft.head + by,
        condition=_moved(draft.condition, by),
        marker=_moved(draft.marker, by),
        rest=None if draft.rest is None else _moved(draft.rest, by),
        aside=_moved(draft.aside, by),
        doer=None if draft.doer is None else draft.doer + by,
    )


def _moved(words: frozenset[int], by: int) -> frozenset[int]:
    return frozenset(at + by for at in words)


def tidy(tree: Tree, words: set[int], head: int) -> set[int]:
    """The clause without what only hangs behind it after a comma: a participle, an apposition."""
    for child in _behind(tree, words, head):
        branch = tree.subtree(child)
        words = words - branch - {min(branch) - 1}
    return words


def is_none(tree: Tree, head: int) -> bool:
    """Negated itself, or nothing at all: "no plans", "not a single truck will pass", "neither … will"."""
    subjects = tree.children(head, *SUBJECTS, *PASSIVE_SUBJECTS)
    firsts = {min(tree.subtree(at)) for at in subjects}
    dets = {child for at in (head, *subjects) for child in tree.children(at, "det", "preconj")}
    longer = any(tree.is_negated(at) for at in tree.children(head, "advmod"))  # "no longer"
    return (
        longer
        or tree.is_negated(head)
        or any(tree.tokens[at].lemma in _NONE for at in dets | firsts)
    )


def _behind(tree: Tree, words: set[int], head: int) -> Iterator[int]:
    last = max(words)
    for at in sorted(words):
        token = tree.tokens[at]
        participle = token.tag == "VBG" and token.dep in ("advcl", "acl")
        spliced = token.dep == "conj" and token.tag == "VBD" and bool(tree.children(at, *SUBJECTS))
        if at <= head or not (participle or spliced or token.dep == "appos"):
            continue
        branch = tree.subtree(at)
        first = min(branch)
        if first > 0 and tree.tokens[first - 1].text == "," and last in branch:
            yield at


def clause_after(tree: Tree, noun: int) -> int | None:
    """The clause that begins right behind a noun, hung on its verb: "fire the moment | Oslo attacks"."""
    beside = tree.children(tree.tokens[noun].head, "advcl", "ccomp")
    return next((at for at in beside if min(tree.subtree(at)) == noun + 1), None)


def has_modal(tree: Tree, verb: int) -> bool:
    """Whether a verb stands under "will", "would", "could", "must", "had better"."""
    before = tree.children(verb, "aux", "advmod")
    better = {"had", "better"} <= {tree.tokens[at].text for at in before if at < verb}
    return better or any(tree.tokens[at].tag == "MD" for at in tree.children(verb, "aux"))
