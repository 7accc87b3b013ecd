"""Threats over something: "warns Oslo of sanctions over the raids", "threatens to shut the port over its tolls"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import noun_phrase
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.en.conditions.given_time import tells_time
from sayso.reading.tree import SUBJECTS, Tree

_WITH = {"warn": ("of",), "caution": ("of",), "threaten": ("with", "to")}
_VOWING = frozenset({"vow", "threaten", "promise", "pledge", "swear"})
THREATENING = frozenset(_WITH) | _VOWING
_ENDS = frozenset({",", ";", ".", "!", "?", ":", "“", '"', "”"})
_OVER = frozenset({"over"})


class _Over(NamedTuple):
    """What is threatened begins here, and its cause behind this "over"; `act` is the head of the cause."""

    start: int
    over: int
    act: int
    end: int


def _read(tree: Tree, verb: int) -> _Over | None:
    token = tree.tokens[verb]
    if token.lemma not in THREATENING or not token.tag.startswith("VB") or tree.is_negated(verb):
        return None
    last = tree.sentences[tree.sentence(verb)].last
    end = next((at for at in range(verb + 1, last) if tree.tokens[at].text in _ENDS), last)
    over = next((at for at in range(verb + 2, end) if tree.tokens[at].lemma in _OVER), None)
    act = tree.child(over, "pobj", "pcomp") if over is not None else None
    start = _start(tree, verb, over) if over is not None else None
    if over is None or act is None or start is None or start >= over:
        return None
    if tells_time(tree, act) or any(tree.tokens[at].tag == "CD" for at in tree.children(act)):
        return None
    return _Over(start, over, act, end)


def _start(tree: Tree, verb: int, over: int) -> int | None:
    """Where what is threatened begins: behind "of" or "with", at "to", or at the object of a vow."""
    tokens = tree.tokens
    for at in range(verb + 1, over):
        if tokens[at].lemma in _WITH.get(tokens[verb].lemma, ()):
            return at if tokens[at].tag == "TO" else at + 1
        if tokens[at].tag in ("VBD", "VBZ", "MD", "TO") or tokens[at].text == "that":
            return None
    thing = tree.child(verb, "dobj") if tokens[verb].lemma in _VOWING else None
    return min(tree.subtree(thing)) if thing is not None and verb < thing < over else None


def threat_over(tree: Tree, verb: int) -> Iterator[Found]:
    """Whose words the threat and its cause are."""
    giver = tree.child(verb, *SUBJECTS)
    read = _read(tree, verb) if giver is not None and giver < verb else None
    if giver is None or read is None:
        return
    told = tree.child(verb, "dobj", "dative")
    heard = told is not None and told < read.start
    yield Found(
        head=verb,
        cue=tree.verb_group(verb),
        act="speech",
        force="assertive",
        frame="clause",
        modality="promised" if tree.tokens[verb].lemma in _VOWING - set(_WITH) else None,
        speaker=noun_phrase(tree, giver),
        hearer={told} if heard and told is not None else None,
        content=set(range(read.start, read.end)),
    )


def over_acts(tree: Tree, verb: int) -> Iterator[Draft]:
    """The cause as a condition: what somebody does, and is threatened for."""
    read = _read(tree, verb)
    if read is None:
        return
    yield Draft(
        read.act,
        frozenset(range(read.over + 1, read.end)),
        frozenset({read.over}),
        frozenset(range(read.start, read.over)),
        certain=True,
        ultimatum=tree.tokens[verb].lemma in _WITH,
    )
