"""Conditions by inversion behind what follows: "we will fire, should Oslo …", "… were Oslo to …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.conditions.drafts import Draft, has_modal
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

INVERTED = frozenset({"should", "were", "had"})


def inverted_behind(tree: Tree, verb: int) -> int | None:
    """Reads "we will fire, should Oslo …", where the parser takes both for one clause; no question.

    So it does where what would follow is a threat told before: "threatened war should Oslo …".
    """
    helping = tree.children(verb, "aux", "auxpass")
    if not any(tree.tokens[at].text in INVERTED for at in helping):
        return None
    raised = tree.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
    last = max(tree.subtree(verb)) + 1
    asks = last < len(tree.tokens) and "?" in tree.tokens[last].text
    for help_ in helping:
        apart = help_ > 0 and tree.tokens[help_ - 1].text == ","
        told = any(max(tree.subtree(at)) < help_ for at in tree.children(verb, "ccomp"))
        inverted = tree.tokens[help_].text in INVERTED and (apart or told)
        if inverted and raised is not None and help_ < raised and not asks:
            return help_
    return None


def inverted_were(tree: Tree, index: int) -> Iterator[Draft]:
    """Reads "we will downgrade relations were Oslo to …", where the parser takes "relations were"."""
    above = tree.tokens[index].head
    doer = tree.child(index, "attr")
    to = infinitive(tree, index) or infinitive(tree, above)
    if tree.tokens[index].text != "were":
        return
    if tree.tokens[index].dep in ("conj", "parataxis", "dep") and index:
        yield from _were_behind_telling(tree, index) or _were_joined(tree, index)
    if tree.tokens[index].dep != "ccomp":
        return
    before = tree.child(index, "ccomp")
    if before is not None and before < index and has_modal(tree, before):
        above, to = before, infinitive(tree, index)  # "would leave | were Rome to …" under "were"
    if doer is None or to is None or to < doer or not has_modal(tree, above):
        return
    words = frozenset(at for at in tree.subtree(index) | tree.subtree(to) if at >= index)
    rest = frozenset(tree.subtree(above) - words)
    yield Draft(to, words, frozenset({index}), rest, certain=True, doer=doer)


def _were_behind_telling(tree: Tree, index: int) -> tuple[Draft, ...]:
    """Reads "Oslo would leave, she warned, were Rome to …": no second verb of the telling."""
    doer = next((at for at in tree.children(index, *SUBJECTS) if at > index), None)
    if doer is None or tree.tokens[index - 1].text != ",":
        return ()
    below = (*tree.children(doer, "relcl", "acl"), *tree.children(index, "xcomp"))
    for to in below:
        if any(tree.tokens[at].tag == "TO" for at in tree.children(to, "aux")):
            words = frozenset(at for at in tree.subtree(index) if at >= index)
            return (Draft(to, words, frozenset({index}), None, certain=True, doer=doer),)
    return ()


def _were_joined(tree: Tree, index: int) -> tuple[Draft, ...]:
    """Reads "would be forced to leave were Rome to …", where the parser joins two verbs without an "and"."""
    above, to = tree.tokens[index].head, infinitive(tree, index)
    doer = next((at for at in tree.children(index, "attr", *SUBJECTS) if at > index), None)
    if doer is None or to is None or to < doer or tree.children(above, "cc"):
        return ()
    if not has_modal(tree, above):
        return ()
    words = frozenset(at for at in tree.subtree(index) | tree.subtree(to) if at >= index)
    rest = frozenset(tree.subtree(above) - words)
    return (Draft(to, words, frozenset({index}), rest, certain=True, doer=doer),)


def infinitive(tree: Tree, verb: int) -> int | None:
    """The verb with "to" that hangs on a verb."""
    return next(
        (
            below
            for below in tree.children(verb, "xcomp", "advcl")
            if any(tree.tokens[aux].tag == "TO" for aux in tree.children(below, "aux"))
        ),
        None,
    )
