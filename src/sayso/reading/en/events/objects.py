"""What a verb of asking or accusing makes of its object."""

from __future__ import annotations

from sayso.books.telling import TellingBook
from sayso.reading.en.attribution.participants import NOUNS
from sayso.reading.tree import SUBJECTS, Tree

_JOINED = 3  # words from a verb to the one whose object it has too: "arrested and later charged"
_HELD_AS = frozenset({"hostage", "captive", "prisoner"})


def said_of(tree: Tree, telling: TellingBook, verb: int, head: int) -> set[int]:
    """The words behind an object that are the verb's: "accused the lodgers of theft"."""
    if tree.tokens[verb].lemma not in telling.of_something:
        return set()
    of = [at for at in tree.children(head, "prep") if tree.tokens[at].lemma == "of"]
    return set().union(*(tree.subtree(at) for at in of))


def is_addressed(tree: Tree, telling: TellingBook, verb: int, head: int) -> bool:
    """Whether a verb makes its object somebody: "told the lodgers to go", "accused the lodgers of theft"."""
    lemma = tree.tokens[verb].lemma
    if lemma not in telling.addressing or tree.tokens[head].pos not in NOUNS:
        return False
    told = any(
        tree.tokens[aux].tag == "TO"
        for clause in tree.children(verb, "xcomp", "ccomp")
        for aux in tree.children(clause, "aux")
    )
    of = (*tree.children(verb, "prep"), *tree.children(head, "prep"))
    accused = lemma in telling.of_something and any(tree.tokens[at].lemma == "of" for at in of)
    return told or accused


def objects_of(tree: Tree, telling: TellingBook, verb: int) -> list[int]:
    """A verb's objects: its own, else those of the one joined right behind it ("arrested and charged a captain").

    What follows a comma beside another object names the deed ("asked her to pose, a move that …"), and a bare
    "hostage" what somebody is made ("took them hostage").
    """
    own = tree.children(verb, "dobj")
    if not own and tree.tokens[verb].lemma in telling.joined_object:
        joined = [at for at in tree.children(verb, "conj") if verb < at <= verb + _JOINED]
        last = next((at for at in joined if not tree.children(at, *SUBJECTS, "aux")), None)
        return [] if last is None else objects_of(tree, telling, last)
    first, *others = own or [verb]
    apart = [at for at in others if "," not in tree.words(range(first, at))]
    held = held_as(tree, verb)
    if len(own) == 1 and _is_made(tree, first) and tree.tokens[verb].dep == "relcl":
        return [tree.tokens[verb].head]  # "a woman he took hostage"
    return [at for at in (first, *apart) if at not in held] if own else []


def held_as(tree: Tree, verb: int) -> list[int]:
    """The bare "hostage" behind another object."""
    first, *others = tree.children(verb, "dobj", "oprd") or [verb]
    alone = [first] if tree.tokens[verb].dep == "relcl" else []
    return [at for at in (*alone, *others) if _is_made(tree, at)]


def _is_made(tree: Tree, head: int) -> bool:
    bare = tree.tokens[head].tag == "NN" and not tree.children(head)
    return bare and tree.tokens[head].lemma in _HELD_AS
