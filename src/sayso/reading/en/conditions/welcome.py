"""Conditions that nobody sets for others: a request, a kindness, or what is granted in one's own house."""

from __future__ import annotations

from sayso.books.redlines import RedLineBook
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.attribution.participants import agent_of
from sayso.reading.en.conditions.dares import is_order
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS

_LOWERING = frozenset({"cut", "lower", "reduce", "slash", "halve", "trim"})
_STEPS = frozenset({"come", "go", "get", "have", "be"})  # "come closer and we will fire"


def is_welcome(evidence: Evidence, book: RedLineBook, draft: Draft) -> bool:
    """Reads "if Oslo asks", "if sanctions are lifted", "if a judge approves it"."""
    tree, head = evidence.tree, draft.head
    lemma = tree.tokens[head].lemma
    if tree.tokens[head].pos == "NOUN":
        named = tree.children(head, "compound")  # "a port call" is no call for peace
        kind = book.adverse.is_kind(lemma, tree.below(head))
        return kind and not (named and lemma in book.adverse.kind)
    if lemma in book.acts.granting and _is_granted(evidence, book, head):
        return True
    if not draft.marker and lemma in book.acts.benign - _STEPS and is_order(tree, head):
        return True  # "vote for us and we will cut taxes"
    things = tree.children(head, "dobj", *PASSIVE_SUBJECTS)
    if lemma in book.acts.asking:
        own = [at for at in things if tree.tokens[at].text.lower() in {*book.own, "it"}]
        return len(own) == len(things) and (bool(own) or not tree.children(head, "xcomp", "ccomp"))
    adverse = book.adverse.relieving | book.acts.hostile | book.acts.sent
    lowered = lemma in _LOWERING
    adverse = book.adverse.relieving if lowered else adverse
    eased = lowered or lemma in book.acts.relenting
    return eased and any(tree.tokens[at].lemma in adverse for at in things)


def _is_granted(evidence: Evidence, book: RedLineBook, verb: int) -> bool:
    """Whether those decide who have no name and are of no state."""
    tree = evidence.tree
    who = agent_of(tree, verb) if tree.is_passive(verb) else tree.child(verb, *SUBJECTS)
    if who is None or tree.tokens[who].lemma not in book.acts.deciding:
        return False
    return evidence.party(tree.subtree(who)).actor is None
