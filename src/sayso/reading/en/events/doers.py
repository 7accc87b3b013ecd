"""Who does it, where the grammar of a clause alone would name another or a thing."""

from __future__ import annotations

from collections.abc import Collection

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.participants import agent_of
from sayso.reading.en.attribution.somebody import Somebody
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_JOINED = 3  # words from a verb to the one that shares its agent: "shot, beaten", "shot and fatally wounded"


def is_passive(tree: Tree, index: int, with_object: Collection[str]) -> bool:
    """Whether a verb is in the passive; also one of `with_object` that has no object.

    Reads "the men detained said …" and "Envoy accused of spying".
    """
    if tree.is_passive(index):
        return True
    token = tree.tokens[index]
    if token.tag not in ("VBD", "VBN") or token.lemma not in with_object:
        return False
    return not tree.children(index, "dobj", "aux", "dative", "conj")


def whom_who_means(tree: Tree, somebody: Somebody, verb: int, head: int) -> int:
    """The head of the doer: where a verb has "who", and its noun `head` is a thing, the somebody above it.

    Reads "rebels from the hills, who …".
    """
    own = tree.children(verb, *SUBJECTS)
    if not own or tree.tokens[own[0]].tag != "WP":
        return head
    above = head
    while not somebody.can_act(above):
        preposition = tree.tokens[above].head
        if tree.tokens[above].dep != "pobj" or tree.tokens[preposition].dep != "prep":
            return head
        above = tree.tokens[preposition].head
    return above


def agent_or_shared(tree: Tree, verb: int) -> int | None:
    """Who does what a passive says: also told by the one joined right behind ("was shot and killed by guards")."""
    own = agent_of(tree, verb)
    if own is not None:
        return own
    for joined in tree.children(verb, "conj"):
        shared = not tree.children(joined, *SUBJECTS, *PASSIVE_SUBJECTS, "auxpass")
        if shared and joined - verb <= _JOINED and tree.tokens[joined].tag == "VBN":
            return agent_or_shared(tree, joined)
    return None


def teller_skipped(tree: Tree, cues: CueBook, index: int) -> int:
    """The verb whose subject a participle shares: not who tells it ("…, wounding two, police said")."""
    token = tree.tokens[index]
    if token.dep == "conj":
        first = teller_skipped(tree, cues, token.head)
        return first if first != token.head else index
    if token.dep != "advcl":
        return index
    above = tree.tokens[token.head]
    tells = token.lemma in cues.verbs
    if above.dep == "ccomp" and (index < above.head or not tells):
        return token.head
    if above.lemma in cues.verbs:
        told = tree.child(token.head, "ccomp")
        if told is not None and told < index and (index < token.head or not tells):
            return told
    return index
