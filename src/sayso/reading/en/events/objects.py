"""What a verb of asking or accusing makes of its object."""

from __future__ import annotations

from sayso.books.telling import TellingBook
from sayso.reading.en.attribution.participants import NOUNS
from sayso.reading.tree import Tree


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
