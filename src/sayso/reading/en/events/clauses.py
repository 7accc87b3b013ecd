"""Clauses that do not tell of what was done: what anybody does, what is wished, what is demanded."""

from __future__ import annotations

from sayso.books.telling import TellingBook
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_PEOPLE = frozenset({"people", "man", "woman", "person", "employee", "worker", "group", "donor"})
_ANYBODY = frozenset(
    {"those", "other", "others", "anyone", "anybody", "everyone", "one", "whoever"}
)


def is_anybodys(tree: Tree, verb: int) -> bool:
    """Whether it is what any of some kind do: "those who pay", never "those who paid"."""
    token = tree.tokens[verb]
    helping = [tree.tokens[at].tag for at in tree.children(verb, "aux", "auxpass")]
    plain = token.tag in ("VBP", "VBZ") if not helping else helping[0] == "MD"
    whose = tree.tokens[token.head]
    told = {tree.tokens[at].dep for at in tree.children(token.head) if at != verb}
    bare = whose.tag == "NNS" and told <= {"amod", "compound"}
    return plain and (whose.lemma in _ANYBODY or (bare and whose.lemma in _PEOPLE))


def is_another(tree: Tree, verb: int) -> bool:
    """Reads "is not the man who did it": it was another; "not the only one who did it" tells it."""
    whose = tree.tokens[verb].head
    only = any(tree.tokens[at].lemma == "only" for at in tree.children(whose, "amod"))
    is_it = tree.tokens[whose].dep == "attr"
    return is_it and not only and tree.is_negated(tree.tokens[whose].head)


def is_wished(tree: Tree, telling: TellingBook, verb: int) -> bool:
    """Whether a participle tells what somebody wants done: "they want the crew freed (and the ship returned)"."""
    token = tree.tokens[verb]
    if token.tag not in ("VBN", "VBD") or tree.children(verb, "aux", "dobj"):
        return False
    above = token.head
    if token.dep == "acl" and tree.tokens[above].dep == "dobj":
        return token.tag == "VBN" and tree.tokens[tree.tokens[above].head].lemma in telling.wishing
    if tree.tokens[above].lemma not in telling.wishing:
        return False
    seen = (above, *tree.children(above, "xcomp"))  # "want to see the crew freed"
    wanted = [at for one in seen for at in tree.children(one, "ccomp")]
    return token.dep == "conj" and any(tree.tokens[at].tag == "VBN" for at in wanted)


def is_demanded(tree: Tree, telling: TellingBook, verb: int) -> bool:
    """Whether a clause tells what is to be done by its bare verb: "repeated that Oslo | pay |"."""
    token = tree.tokens[verb]
    if token.dep != "ccomp" or token.tag not in ("VB", "VBP"):
        return False
    if not tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS) or tree.children(verb, "aux"):
        return False
    that = any(tree.tokens[at].lemma == "that" for at in tree.children(verb, "mark"))
    demanded = tree.tokens[token.head].lemma in telling.demanding
    return demanded or (that and token.tag == "VB")
