"""What anybody might do: "whoever sells them", "ships that pass", "any bank that leaves"."""

from __future__ import annotations

from sayso.reading.tree import SUBJECTS, Tree

_ALL = frozenset({"any", "every", "each"})
_WHERE = frozenset(
    {
        "of",
        "on",
        "to",
        "by",
        "into",
        "through",
        "across",
        "over",
        "from",
        "in",
        "near",
        "off",
        "along",
    }
)
_WHERE |= {"inside", "within", "against", "beyond", "towards", "toward", "around"}
_MANNERS = frozenset(
    {
        "kind",
        "manner",
        "way",
        "coin",
        "fashion",
        "measure",
        "means",
        "force",
        "spot",
        "scale",
        "place",
        "turn",
    }
)
_THOSE = frozenset({"those", "all", "that"})


def is_any(tree: Tree, index: int) -> bool:
    """Whether a noun has "any", "every" or "each"."""
    return any(tree.tokens[at].lemma in _ALL for at in tree.children(index, "det"))


def whoever(tree: Tree, subject: int) -> int | None:
    """Reads "whoever sells them …", "ships that pass …", "any ship based there": the verb of what anybody might do."""
    token = tree.tokens[subject]
    if token.dep.startswith("csubj"):
        anyone = any(tree.tokens[at].tag == "WP" for at in tree.children(subject))
        return subject if anyone else None
    known = {tree.tokens[at].lemma for at in tree.children(subject, "det", "poss", "nummod")}
    anybody = bool(known & _ALL)
    if (token.pos == "PROPN" and not anybody) or known - _ALL - _THOSE:
        return None
    for clause in tree.children(subject, "relcl", *(("acl",) if anybody else ())):
        own = tree.children(clause, *SUBJECTS)
        which = any(tree.tokens[at].tag in ("WP", "WDT") for at in own)
        it = any(tree.tokens[at].tag == "PRP" for at in own)  # "every dollar it lends them"
        if which or (anybody and not it):
            return clause
    return None


def of_whoever(tree: Tree, subject: int) -> int | None:
    """Reads "the assets of any bank that leaves …": the verb of what anybody might do whom it befalls."""
    for preposition in tree.children(subject, "prep"):
        governed = tree.child(preposition, "pobj")
        of = tree.tokens[preposition].lemma == "of"
        if governed is not None and of and is_any(tree, governed):
            return whoever(tree, governed)
    return None


def with_anyone(tree: Tree, verb: int) -> int | None:
    """Reads "cut ties with any state that …": the verb of what anybody might do."""
    for head in (verb, *tree.children(verb, "dobj")):
        for preposition in tree.children(head, "prep"):
            governed = tree.child(preposition, "pobj")
            if governed is not None and is_any(tree, governed):
                return whoever(tree, governed)
    return None


def is_somebodys(tree: Tree, noun: int) -> bool:
    """Reads "any Danish filling of the bay": what a people or a state does."""
    before = tree.children(noun, "amod", "compound", "poss")
    told = any(tree.tokens[at].entity.endswith(("NORP", "GPE")) for at in before)
    behind = tree.children(noun, "prep", "acl")
    return told and (bool(behind) or is_any(tree, noun))


def is_some(tree: Tree, noun: int) -> bool:
    """Whether a noun has an indefinite article."""
    return any(tree.tokens[at].lemma in ("a", "an") for at in tree.children(noun, "det"))


def is_any_doing(tree: Tree, thing: int) -> bool:
    """Reads "any aircraft | landing there", which the parser takes for a landing."""
    return tree.tokens[thing].tag == "VBG" and is_any(tree, thing)


def gone_on(tree: Tree, verb: int, act: int) -> set[int]:
    """The words of what somebody would answer to, with those that the parser hangs on the answer: "any passage | by Oslo"."""
    words, last = tree.subtree(act), tree.sentences[tree.sentence(verb)].last
    into = tree.tokens[act].head
    if tree.tokens[into].pos != "ADP" or not is_any(tree, act):
        return words
    at = max(words) + 1
    while at < last and tree.tokens[at].head == verb and tree.tokens[at].lemma in _WHERE:
        below = tree.child(at, "pobj")
        if below is None or not _is_part(tree, at, below):
            break
        words = words | tree.subtree(at)
        at = max(words) + 1
    return words


def _is_part(tree: Tree, preposition: int, below: int) -> bool:
    """Whether a phrase tells of the act and not of the answer: "by Oslo", "through the strait", never "in kind"."""
    token = tree.tokens[below]
    if token.entity.endswith(("DATE", "TIME")) or token.lemma in _MANNERS:
        return False
    return tree.tokens[preposition].lemma != "by" or token.pos == "PROPN"


def by_whom(tree: Tree, verb: int, words: set[int]) -> int | None:
    """Whose act these words tell, where the parser hangs "by Oslo" on the answer to it."""
    for at in tree.children(verb, "prep", "agent"):
        if at in words and tree.tokens[at].lemma == "by":
            return tree.child(at, "pobj")
    return None
