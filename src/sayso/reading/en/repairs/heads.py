"""Heads of noun phrases that were mistaken: which word of a phrase is the thing, and which the one who gets it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.tree import Tree

# Verbs of giving somebody something.
_GIVING = frozenset(
    {"give", "grant", "send", "sell", "offer", "promise", "lend", "loan", "hand", "deny", "refuse"}
)
_ROLES = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "dative"})


def worth(seen: Seen) -> Iterator[Change]:
    """Reads "a contract for 17 jets | worth | three million": the jets were taken for what is worth it in a clause."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        thing = tree.child(at, "nsubj")
        if thing is None or tree.children(at, "cop", "aux") or tokens[at].dep != "advcl":
            continue
        preposition = min(tree.subtree(thing)) - 1
        if preposition < seen.sentence.first or tokens[preposition].pos != "ADP":
            continue
        if not tree.children(preposition, "pobj"):
            yield thing, {"head": preposition, "dep": "pobj"}
            yield at, {"head": thing, "dep": "amod"}


def adjectives(seen: Seen) -> Iterator[Change]:
    """Reads "to the | paramilitary | Northern Force": the name is whom it is about, not the word before it."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        name = tree.child(at, "appos")
        if name is None or tokens[at].dep not in _ROLES or tokens[name].pos != "PROPN":
            continue
        if min(tree.subtree(name)) != at + 1:
            continue
        yield name, {"head": tokens[at].head, "dep": tokens[at].dep}
        yield at, {"head": name, "dep": "amod"}
        for child in tree.children(at):
            if child != name:
                yield child, {"head": name}


def given_to_two(seen: Seen) -> Iterator[Change]:
    """Reads "gave Oslo and | Riga guns |", where the guns were taken for the second of those who get them."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        first = tokens[at].head
        verb = tokens[first].head
        second = _name_before(tree, at)
        if second is None or tokens[first].dep not in ("dobj", "dative"):
            continue
        if not tokens[first].entity.endswith("GPE") or tokens[verb].lemma not in _GIVING:
            continue
        yield first, {"dep": "dative"}
        yield second, {"head": first, "dep": "conj"}
        for article in tree.children(at, "det"):
            if article < second:
                yield article, {"head": second}
        yield at, {"head": verb, "dep": "dobj"}


def given_to_one(seen: Seen) -> Iterator[Change]:
    """Reads "promised | Oslo | 30 jets", where who gets them was taken for a part of the jets' name."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        thing = tokens[at].head
        verb = tokens[thing].head
        if tokens[thing].dep != "dobj" or tokens[verb].lemma not in _GIVING or at > thing:
            continue
        others = [o for o in tree.children(at, "conj") if tokens[o].entity.endswith("GPE")]
        two = bool(others) and others[-1] == thing - 1 and tokens[at].entity.endswith("GPE")
        if not two and not _is_count(tree, at + 1, thing):
            continue
        yield at, {"head": verb, "dep": "dative"}
        first = min(tree.subtree(at))
        for article in tree.children(thing, "det"):
            if article == first - 1:
                yield article, {"head": at}


def _name_before(tree: Tree, at: int) -> int | None:
    """The state's name that was read as a part of a common noun."""
    for child in tree.children(at, "compound", "nmod"):
        token = tree.tokens[child]
        if token.pos == "PROPN" and token.entity.endswith("GPE") and child < at:
            return child
    return None


def _is_count(tree: Tree, at: int, thing: int) -> bool:
    """Whether a number of the thing, or of a number of it, begins at a token."""
    above = tree.tokens[at].head
    counts = tree.tokens[at].tag == "CD" and at < thing
    return counts and (above == thing or tree.tokens[above].head == thing)


REPAIRS = (
    Repair(worth, lemmas=lambda _: ("worth",)),
    Repair(adjectives, tags=frozenset({"JJ"}), deps=_ROLES),
    Repair(given_to_two, tags=frozenset({"NN", "NNS"}), deps=frozenset({"conj"})),
    Repair(given_to_one, tags=frozenset({"NNP"}), deps=frozenset({"nmod", "compound"})),
)
