"""Words that stand beside a verb or noun and are no arguments of it: complements, clauses, modifiers."""

from __future__ import annotations

from sayso.reading.en.events.arguments import Arguments
from sayso.reading.tree import Tree


def beside(tree: Tree, arguments: Arguments, role: str, index: int) -> set[str]:
    """The lemmas in one of the book's extra roles beside the word at `index`; none for any other role."""
    if role == "around":
        sentence = tree.sentences[tree.sentence(index)]
        return {token.lemma for token in tree.tokens[sentence.first : sentence.last]}
    if role == "complement":
        around = tree.children(index, "acomp", "attr", "oprd", "neg")
    elif role == "clause":
        around = tree.children(index, "ccomp", "xcomp", "pcomp")
    elif role == "infinitive":
        around = [
            clause
            for clause in arguments.clauses(index)
            if tree.tokens[clause].dep != "advcl"
            and any(tree.tokens[aux].tag == "TO" for aux in tree.children(clause, "aux"))
        ]
    elif role == "modal":
        around = [
            below
            for clause in tree.children(index, "ccomp", "parataxis")
            for below in tree.children(clause, "aux")
        ]
    elif role == "modifier":
        around = tree.children(index, "amod", "compound", "nmod")
    elif role == "above":
        verb = arguments.light_verb(index)
        around = [] if verb is None else [verb]
    else:
        around = []
    return {tree.tokens[at].lemma for at in around}
