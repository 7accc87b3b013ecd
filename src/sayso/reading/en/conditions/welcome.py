"""Conditions that nobody sets for others: a request, a kindness, or what is granted in one's own house."""

from __future__ import annotations

from sayso.books.redlines import RedLineBook
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.attribution.participants import agent_of
from sayso.reading.en.conditions.dares import is_order
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_LOWERING = frozenset({"cut", "lower", "reduce", "slash", "halve", "trim"})
_AWAY = frozenset({"away", "back"})
_PUTTING = frozenset({"put", "bring", "make", "call"})  # "puts an end to bombing it"
_STEPS = frozenset({"come", "go", "get", "have", "be"})  # "come closer and we will fire"


def is_welcome(evidence: Evidence, book: RedLineBook, draft: Draft) -> bool:
    """Reads "if Oslo asks", "if sanctions are lifted", "if a judge approves it"."""
    tree, head = evidence.tree, draft.head
    lemma = tree.tokens[head].lemma
    if tree.tokens[head].pos == "NOUN":
        if not _AWAY.isdisjoint(tree.tokens[at].lemma for at in tree.children(head, "advmod")):
            return lemma in book.acts.pointing  # "any step back from it"
        named = tree.children(head, "compound")  # "a port call" is no call for peace
        kind = book.adverse.is_kind(lemma, tree.below(head))
        return kind and not (named and lemma in book.adverse.kind)
    if lemma in book.acts.granting and _is_granted(evidence, book, head):
        return True
    if not draft.marker and lemma in book.acts.benign - _STEPS and is_order(tree, head):
        return True  # "vote for us and we will cut taxes"
    if _is_given_up(tree, book, head):
        return True
    things = tree.children(head, "dobj", *PASSIVE_SUBJECTS)
    if lemma in book.acts.asking:
        own = [at for at in things if tree.tokens[at].text.lower() in {*book.own, "it"}]
        return len(own) == len(things) and (bool(own) or not tree.children(head, "xcomp", "ccomp"))
    adverse = book.adverse.relieving | book.acts.hostile | book.acts.sent
    lowered = lemma in _LOWERING
    adverse = book.adverse.relieving if lowered else adverse
    eased = lowered or lemma in book.acts.relenting
    return eased and any(tree.tokens[at].lemma in adverse for at in things)


def _is_given_up(tree: Tree, book: RedLineBook, verb: int) -> bool:
    """Reads "if it ever stopped bombing the port": never what does good to another, or is traded."""
    particle = tree.child(verb, "prt")
    lemma = tree.tokens[verb].lemma
    lemma = lemma if particle is None else f"{lemma} {tree.tokens[particle].lemma}"
    doing = tree.children(verb, "xcomp", "dobj")
    ended = lemma in _PUTTING and any(tree.tokens[at].lemma in book.acts.forgoing for at in doing)
    if (lemma not in book.acts.forgoing and not ended) or tree.is_negated(verb):
        return False
    if (
        not doing or ended
    ):  # "refrain from bombing"; but to stop a ship from landing is no giving up
        doing = [at for one in tree.children(verb, "prep") for at in tree.children(one, "pcomp")]
    doing = [at for at in doing if tree.tokens[at].tag == "VBG"]
    return bool(doing) and not any(tree.tokens[at].lemma in book.acts.traded for at in doing)


def _is_granted(evidence: Evidence, book: RedLineBook, verb: int) -> bool:
    """Whether those decide who have no name and are of no state."""
    tree = evidence.tree
    who = agent_of(tree, verb) if tree.is_passive(verb) else tree.child(verb, *SUBJECTS)
    if who is None or tree.tokens[who].lemma not in book.acts.deciding:
        return False
    return evidence.party(tree.subtree(who)).actor is None
