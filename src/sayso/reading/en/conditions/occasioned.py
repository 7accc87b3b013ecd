"""Acts that a deed to come is told upon: "upon any postponement", "at the first shot", "in the absence of an apology"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.conditions.acts import Acts
from sayso.reading.en.conditions.drafts import Draft, has_modal, tidy
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.tree import Tree

_UPON = frozenset({"upon", "with", "after", "follow", "following"})
_AT = frozenset({"at", "on"})  # before the verb: "hit back at any raid" tells whom
_NEXT = frozenset(
    {"any", "next", "first", "another", "second", "further", "slightest", "least", "single"}
    | {"small", "slight", "faint"}
)
# What shows that an act has begun: "at the first sign of an advance".
_SIGNS = frozenset(
    {"sign", "signal", "hint", "indication", "trace", "whiff", "suspicion", "evidence", "attempt"}
    | {"shot", "bullet", "shell", "report", "news", "appearance", "sighting", "instance"}
)
_SHOTS = frozenset({"shot", "bullet", "shell"})
_CHANGES = frozenset({"change", "alteration", "shift", "redrawing"})
# Words for what is not there: "without an apology", "failing that", "short of a deal", "in the absence of …".
_LACKING = frozenset({"without", "bar", "barring", "absent", "fail", "failing", "short", "lack"})
_LACKS = frozenset({"absence", "lack", "want"})
# What these open a sentence with is owed, whatever it is: "failing a ceasefire".
_FAILING = frozenset({"failing", "absent", "barring"})
_BESIDE = ("prep", "advcl", "advmod", "npadvmod", "amod")


def upon(tree: Tree, acts: Acts, responses: Responses, verb: int) -> Iterator[Draft]:
    """The condition in a phrase beside a verb to come, where what will be done is adverse."""
    for preposition in tree.children(verb, "prep") if has_modal(tree, verb) else ():
        act = tree.child(preposition, "pobj", "dobj")
        known = _UPON | _AT if preposition < verb else _UPON
        if act is None or tree.tokens[preposition].lemma not in known:
            continue
        before = {tree.tokens[at].lemma for at in tree.children(act, "det", "amod")}
        if not before & _NEXT or not (acts.is_act(act) or _is_sign(tree, acts, act, before)):
            continue
        yield from _beside(tree, responses, verb, preposition, act)


def _is_sign(tree: Tree, acts: Acts, noun: int, before: set[str]) -> bool:
    """Reads "the first sign of an attack", "the first shot", "any change to the border"."""
    lemma = tree.tokens[noun].lemma
    if lemma in _CHANGES:
        return "any" in before
    of = (tree.child(at, "pobj") for at in tree.children(noun, "prep"))
    shown = any(at is not None and acts.is_act(at) for at in of)
    return lemma in _SHOTS or (lemma in _SIGNS and shown)


def lacking(tree: Tree, acts: Acts, responses: Responses, verb: int) -> Iterator[Draft]:
    """Reads "without an apology there will be no envoy", "barring", "in the absence of": what is owed."""
    for at in tree.children(verb, *_BESIDE) if has_modal(tree, verb) else ():
        owed = _lacked(tree, at)
        if owed is None:
            continue
        opens = at < verb and tree.tokens[at].text.lower() in _FAILING
        if acts.is_owed(owed) or (opens and tree.tokens[owed].tag not in ("DT", "WDT")):
            for draft in _beside(tree, responses, verb, at, owed):
                yield draft._replace(demanded=True)


def _lacked(tree: Tree, at: int) -> int | None:
    """What there is none of: the noun behind "without", "short of", "in the absence of"."""
    below = tree.child(at, "pobj", "dobj")
    if tree.tokens[at].lemma.lower() in _LACKING:
        of = tree.child(at, "prep")
        of = of if of is not None and tree.tokens[of].lemma == "of" else None
        return below if below is not None or of is None else tree.child(of, "pobj")
    if below is None or tree.tokens[below].lemma not in _LACKS:
        return None
    behind = tree.child(below, "prep")
    return tree.child(behind, "pobj") if behind is not None else None


def _beside(tree: Tree, responses: Responses, verb: int, phrase: int, act: int) -> Iterator[Draft]:
    """The phrase as the condition of what else the verb tells, where that is adverse."""
    words = frozenset(tidy(tree, tree.subtree(phrase), act))
    rest = frozenset(tree.subtree(verb) - words)
    rest -= {at for at in tree.children(verb, "mark", "cc", "punct") if at < verb}
    if responses.find(rest):
        yield Draft(act, words, rest=rest)
