"""Warnings told as a notice: "put Oslo on notice that any raid would be answered", "served notice on Oslo"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import noun_phrase
from sayso.reading.tree import SUBJECTS, Tree

PUTTING = frozenset({"put", "serve", "give", "place"})
_PREPOSITIONS = frozenset({"on", "to"})
_NEAR = 5  # tokens to "that" or a colon: "notice on Oslo that"


def on_notice(tree: Tree, verb: int) -> Iterator[Found]:
    """What somebody puts another on notice of, in a clause or behind a colon."""
    giver = tree.child(verb, *SUBJECTS)
    notice, told = _noticed(tree, verb)
    if giver is None or notice is None or tree.is_negated(verb):
        return
    content = _noted(tree, verb, notice)
    if content:
        yield Found(
            head=verb,
            cue=tree.verb_group(verb) | {notice},
            act="speech",
            force="assertive",
            frame="clause",
            speaker=noun_phrase(tree, giver),
            hearer=noun_phrase(tree, told) if told is not None else None,
            content=content,
        )


def _noticed(tree: Tree, verb: int) -> tuple[int | None, int | None]:
    """The noun, and who is put on notice or served it."""
    thing = tree.child(verb, "dobj")
    if (
        thing is not None
        and tree.tokens[thing].lemma == "notice"
        and not tree.children(thing, "det", "poss", "nummod")
    ):
        told = tree.child(verb, "dative") or _governed(tree, verb) or _governed(tree, thing)
        return thing, told
    below = _governed(tree, verb)
    known = below is not None and tree.tokens[below].lemma == "notice"
    return (below, thing) if known else (None, None)


def _governed(tree: Tree, above: int) -> int | None:
    for preposition in tree.children(above, "prep"):
        if tree.tokens[preposition].lemma in _PREPOSITIONS:
            return tree.child(preposition, "pobj")
    return None


def _noted(tree: Tree, verb: int, notice: int) -> set[int]:
    """The words of the clause with "that" behind the notice, or of all behind a colon."""
    last = tree.sentences[tree.sentence(verb)].last
    for at in range(notice + 1, min(notice + _NEAR, last)):
        token = tree.tokens[at]
        if token.text == ":":
            return set(range(at + 1, last))
        if token.text == "that" and token.dep == "mark":
            return {below for below in tree.subtree(token.head) if below >= at}
    return set()
