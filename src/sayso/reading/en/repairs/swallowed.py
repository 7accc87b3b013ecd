"""Subjects that swallowed their verb's clause: "Oslo will fire if | shelling of the town | resumes"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.en.tags import FINITE
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS

_MARKS = frozenset({"if", "unless", "once", "until", "when", "should"})


def doings(seen: Seen) -> Iterator[Change]:
    """Makes what was read as a clause without a subject, "if shelling of the town", the subject of the verb behind it."""
    tree, tokens, sentence = seen.tree, seen.tree.tokens, seen.sentence
    for doing in seen.places:
        marks = [at for at in tree.children(doing, "mark") if tokens[at].lemma in _MARKS]
        of = [at for at in tree.children(doing, "prep") if at == doing + 1]
        if not marks or not of or tokens[of[0]].lemma != "of":
            continue
        above, behind = tokens[doing].head, max(tree.subtree(doing)) + 1
        if behind >= sentence.last or tokens[behind].tag not in FINITE:
            continue
        first = min(tree.subtree(doing))
        own = [at for at in tree.children(behind, *SUBJECTS, *PASSIVE_SUBJECTS) if at < first]
        held = [at for at in tree.children(behind, "ccomp") if at < first]
        if own or bool(held) == (above == behind):
            continue
        if held:
            yield held[0], {"head": held[0], "dep": "ROOT"}
            for at in tree.children(behind, "punct"):
                yield at, {"head": held[0]}
        main = tokens[behind].head if above == behind else above
        if main == behind:
            continue
        yield behind, {"head": main, "dep": "advcl", "pos": "VERB"}
        yield doing, {"head": behind, "dep": "nsubj", "tag": "NN", "pos": "NOUN"}
        for mark in marks:
            yield mark, {"head": behind}


DOINGS = Repair(doings, tags=frozenset({"VBG", "NN"}), deps=frozenset({"advcl"}))
