"""Words around a verb that have a label which they cannot have there: objects, subjects, participles."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS


def objects(seen: Seen) -> Iterator[Change]:
    """Reads "will send T-90 | tanks |", "lent Oslo six | tanks |": the object, read as a mark or as another name."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        verb = tokens[at].head
        held = verb < at and tokens[verb].tag.startswith("VB") and tree.child(verb, "dobj") is None
        between = any(tokens[one].text in (",", "–", "—") for one in range(verb, at))
        if held and not between and tokens[at].text.isalpha():
            yield at, {"dep": "dobj"}


def opening(seen: Seen) -> Iterator[Change]:
    """Reads "| Oslo | exported tanks": the name at the beginning is who does it, where nobody else does."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        verb = tokens[at].head
        past = tokens[verb].tag in ("VBN", "VBD") and not tree.children(verb, "aux", "auxpass")
        if not past or at != verb - 1 or min(tree.subtree(at)) != seen.sentence.first:
            continue
        if not tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS) and tree.child(verb, "dobj"):
            yield at, {"dep": "nsubj"}
            yield verb, {"tag": "VBD"}


def reduced(seen: Seen) -> Iterator[Change]:
    """Reads "| the tanks supplied to Oslo by Riga | are old": a participle read as the clause that is the subject."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        told, above = tree.child(at, "nsubj"), tokens[at].head
        by = tree.children(at, "agent")
        if told is None or not told < at < above or not by or tree.children(at, "aux", "mark"):
            continue
        yield told, {"head": above, "dep": "nsubj"}
        yield at, {"head": told, "dep": "acl", "tag": "VBN"}


def free_of_charge(seen: Seen) -> Iterator[Change]:
    """Reads "is to hand to Oslo free of charge | six tanks |": what was hung on "of" is the verb's object."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        of = at - 1
        if of < seen.sentence.first or tokens[of].lemma != "of":
            continue
        held = next((one for one in tree.children(of, "pobj") if one > at), None)
        verb = next((one for one in tree.ancestors(of) if tokens[one].tag[:2] == "VB"), None)
        if held is None or verb is None:
            continue
        for whom in tree.children(verb, "dobj"):
            yield whom, {"dep": "dative"}
        yield held, {"head": verb, "dep": "dobj"}
        yield at, {"head": of, "dep": "pobj"}


FREE_OF_CHARGE = Repair(free_of_charge, lemmas=lambda _: ("charge", "cost"))
OBJECTS = Repair(objects, deps=frozenset({"punct", "appos"}), tags=frozenset({"NN", "NNS"}))
OPENING = Repair(opening, deps=frozenset({"npadvmod"}), tags=frozenset({"NNP", "NNPS"}))
REDUCED = Repair(reduced, deps=frozenset({"csubj"}), tags=frozenset({"VBD", "VBN"}))
