"""What is spoken of behind a day, hung on the verb: "warned Oslo on Monday | of reprisals"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.reading import Sentence, Token
from sayso.reading.tree import Tree

_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    | {"yesterday", "today", "night", "morning", "afternoon", "evening", "week"}
)
_TIMES = ("DATE", "TIME")


def hang_topics(tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> tuple[Token, ...]:
    """The same tokens; an "of" that the parser hung on a day, and that tells no time, is the verb's."""
    tree = Tree(tokens, sentences)
    changes = [change for sentence in sentences for change in _behind_days(tree, sentence)]
    if not changes:
        return tokens
    mended = list(tokens)
    for at, verb in changes:
        mended[at] = mended[at]._replace(head=verb)
    return tuple(mended)


def _behind_days(tree: Tree, sentence: Sentence) -> Iterator[tuple[int, int]]:
    tokens = tree.tokens
    for at in range(sentence.first, sentence.last):
        day = tokens[at].head
        topic = tree.child(at, "pobj", "pcomp") if tokens[at].text == "of" else None
        if topic is None or day != at - 1 or tokens[day].text.lower() not in _DAYS:
            continue
        verb = tokens[day].head if tokens[day].dep == "npadvmod" else tokens[tokens[day].head].head
        held = tokens[day].dep == "npadvmod" or tokens[tokens[day].head].dep == "prep"
        timed = any(
            tokens[below].entity.endswith(_TIMES) for below in tree.subtree(at) if below > at
        )
        if held and not timed and tokens[verb].pos == "VERB":
            yield at, verb
