"""Ultimatums told by the time they leave: "gave Oslo until Friday to free the crew or face sanctions"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.contents import has_to
from sayso.reading.en.found import Found
from sayso.reading.en.participants import noun_phrase
from sayso.reading.tree import SUBJECTS, Tree

_TIMES = ("DATE", "TIME")
_BEFALLING = frozenset({"face", "lose", "suffer", "forfeit", "risk", "bear", "pay"})


def gave_time(tree: Tree, verb: int) -> Iterator[Found]:
    """What somebody gives another a time to do, where "or" says what else will follow."""
    giver = tree.child(verb, *SUBJECTS)
    given = tree.child(verb, "dative") or tree.child(verb, "dobj")
    if giver is None or given is None or tree.is_negated(verb):
        return
    unreal = any(tree.tokens[at].tag in ("MD", "TO") for at in tree.children(verb, "aux"))
    if unreal or tree.children(verb, "mark"):
        return  # "would give", "if it gives"
    clause = next(
        (at for at in sorted(tree.subtree(verb)) if at > given and has_to(tree, at)), None
    )
    if clause is None or not _or_befalls(tree, clause):
        return
    if not any(tree.tokens[at].entity.endswith(_TIMES) for at in range(given + 1, clause)):
        return
    yield Found(
        head=verb,
        cue=tree.verb_group(verb),
        act="speech",
        force="assertive",
        frame="demand",
        speaker=noun_phrase(tree, giver),
        hearer={at for at in noun_phrase(tree, given) if at < clause},
        content=tree.subtree(clause),
    )


def _or_befalls(tree: Tree, clause: int) -> bool:
    """Whether "or" follows with what befalls whoever does not: "or face …", "or be bombed"."""
    either = any(tree.tokens[at].lemma == "or" for at in tree.children(clause, "cc"))
    return either and any(
        tree.tokens[at].lemma in _BEFALLING or tree.is_passive(at)
        for at in tree.children(clause, "conj")
    )
