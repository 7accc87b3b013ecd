"""Participles behind a noun that were read as a past: "rifles | sent | to Oslo by Ankara were seized"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.en.tags import FINITE
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_HELPERS = ("aux", "auxpass", "neg")
_LEADING = frozenset({"to", "from"})
_PAST = frozenset({"VBD"})
_GOVERNING = frozenset({"VB", "VBD", "VBN", "VBG", "VBP", "VBZ"})
_DONE = frozenset({"VBD", "VBN"})


def behind_nouns(seen: Seen) -> Iterator[Change]:
    """Reads a past behind a noun that is no clause of its own, and is told with who did it, as a participle."""
    tree = seen.tree
    for at in seen.places:
        if tree.children(at, *SUBJECTS, *_HELPERS, "dobj", "ccomp"):
            continue
        led = {tree.tokens[child].lemma for child in tree.children(at, "prep")}
        if _by(tree, at) is not None or tree.children(at, "dative") or led & _LEADING:
            yield at, {"tag": "VBN"}


def behind_prepositions(seen: Seen) -> Iterator[Change]:
    """Reads "replaced them with tanks | bought | from Oslo": a preposition governs a noun and no past."""
    tree = seen.tree
    for at in seen.places:
        noun = tree.child(at, *SUBJECTS)
        preposition = tree.tokens[at].head
        if noun is None or tree.tokens[preposition].pos != "ADP" or not preposition < noun < at:
            continue
        if not tree.children(at, *_HELPERS, "dobj", "ccomp"):
            yield noun, {"head": preposition, "dep": "pobj"}
            yield at, {"tag": "VBN", "head": noun, "dep": "acl"}


def before_verbs(seen: Seen) -> Iterator[Change]:
    """Reads "The rifles | sent | to Oslo by Ankara are old": the verb behind has no subject but theirs.

    Where it was taken for what is told ("a captain recently | let | go sank a boat"), it cannot be that without one.
    """
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        noun, verb = tree.child(at, "nsubj"), tree.child(at, "ccomp", "conj")
        if noun is None or verb is None or not noun < at < verb:
            continue
        if _by(tree, at) is None and not _holds_bare_clause(tree, at, verb):
            continue
        if tree.children(at, *_HELPERS, "dobj", "cc") or not _has_tense(tree, verb):
            continue
        if tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS, "mark"):
            continue
        head = verb if tokens[at].head == at else tokens[at].head
        yield verb, {"head": head, "dep": tokens[at].dep}
        passive = bool(tree.children(verb, "auxpass"))
        yield noun, {"head": verb, "dep": "nsubjpass" if passive else "nsubj"}
        yield at, {"tag": "VBN", "head": noun, "dep": "acl"}
        for mark in tree.children(at, "punct"):
            yield mark, {"head": verb}


def _holds_bare_clause(tree: Tree, at: int, verb: int) -> bool:
    """Whether a finite clause without mark or subject hangs on a verb, with no mark of speech between."""
    between = any(tree.tokens[place].pos == "PUNCT" for place in range(at + 1, verb))
    joined = bool(tree.children(verb, "expl", "csubj", "attr", "cc"))
    return tree.tokens[verb].dep == "ccomp" and not between and not joined


def _has_tense(tree: Tree, verb: int) -> bool:
    helpers = tree.children(verb, "aux", "auxpass")
    return any(tree.tokens[at].tag in FINITE for at in (verb, *helpers))


def doers(seen: Seen) -> Iterator[Change]:
    """Reads "sent to Oslo | by Ankara": who did what a participle tells."""
    tree = seen.tree
    for at in seen.places:
        by = _by(tree, at) if _is_participle(tree, at) else None
        if by is not None:
            yield by, {"head": at, "dep": "agent"}


def used(seen: Seen) -> Iterator[Change]:
    """Reads "may export | used | tanks to Oslo", where the old things were taken for what is done."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        verb, held = at - 1, tree.child(at, "dobj")
        if held is None or at == seen.sentence.first or tokens[verb].tag not in _GOVERNING:
            continue
        raised = tokens[verb].dep == "aux" and tokens[verb].head == at
        below = tokens[at].head == verb and not tree.children(verb, "dobj")
        if tokens[verb].pos not in ("VERB", "AUX") or not (raised or below):
            continue
        if raised:
            head = verb if tokens[at].head == at else tokens[at].head
            yield verb, {"head": head, "dep": tokens[at].dep, "pos": "VERB"}
        for child in tree.children(at):
            if child != verb:
                yield child, {"head": verb}
        yield at, {"head": held, "dep": "amod", "pos": "ADJ", "tag": "JJ"}


def counted(seen: Seen) -> Iterator[Change]:
    """Reads "is building three | upgraded | frigates for Oslo", where the number was taken for the thing."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        number, held = tokens[at].head, tree.child(at, "dobj")
        if number != at - 1 or tokens[number].tag != "CD" or held is None or held < at:
            continue
        if tree.children(at, *SUBJECTS, *_HELPERS, "agent"):
            continue
        yield held, {"head": tokens[number].head, "dep": tokens[number].dep}
        for child in (*tree.children(number), *tree.children(at)):
            if child not in (at, held):
                yield child, {"head": held}
        yield number, {"head": held, "dep": "nummod"}
        yield at, {"head": held, "dep": "amod", "tag": "VBN", "pos": "VERB"}


def _is_participle(tree: Tree, at: int) -> bool:
    behind = tree.tokens[at].dep == "acl" and tree.tokens[at].tag == "VBN"
    return behind or bool(tree.children(at, "auxpass"))


def _by(tree: Tree, verb: int) -> int | None:
    """The "by" with a name or a noun behind a verb, also where it was hung on whom the verb leads to."""
    if tree.children(verb, "agent"):
        return None
    places = [verb]
    for preposition in tree.children(verb, "prep", "dative"):
        places += tree.children(preposition, "pobj")
    for place in places:
        for by in tree.children(place, "prep"):
            who = tree.child(by, "pobj") if tree.tokens[by].lemma == "by" else None
            if who is not None and by > verb and tree.tokens[who].pos == "PROPN":
                return by
    return None


BEHIND_NOUNS = Repair(behind_nouns, tags=_PAST, deps=frozenset({"acl"}))
BEHIND_PREPOSITIONS = Repair(behind_prepositions, tags=_PAST, deps=frozenset({"pcomp"}))
BEFORE_VERBS = Repair(before_verbs, tags=_PAST)
USED = Repair(used, tags=_DONE, lemmas=lambda _: ("use",))
COUNTED = Repair(counted, tags=_DONE, deps=frozenset({"acl"}))
DOERS = Repair(doers, tags=_DONE)
