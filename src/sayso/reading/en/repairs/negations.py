"""Negations that were hung on a word beside their verb: "will no longer sell"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.tree import SUBJECTS

_NOUNS = frozenset({"NN", "NNS"})
_INSIDE = frozenset({"compound", "nsubj"})


def no_longer(seen: Seen) -> Iterator[Change]:
    """Reads "will *no* longer sell tanks", also where the verb was taken for a part of its object."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        if at - 1 < seen.sentence.first or tokens[at - 1].lemma != "no":
            continue
        verb = tokens[at].head
        inside = tokens[at + 1] if at + 2 < seen.sentence.last else tokens[at]
        if inside.tag in _NOUNS and inside.dep in _INSIDE and at + 1 < inside.head == verb:
            helpers = [one for one in tree.children(verb, "aux") if tokens[one].tag == "MD"]
            if bool(helpers) == (inside.tag == "NNS"):  # "will … export", "… issues"
                continue
            yield from _freed(seen, at + 1, verb)
            verb = at + 1
        if verb == at + 1 or tokens[verb].tag.startswith("VB"):
            yield at - 1, {"dep": "neg", "head": verb, "lemma": "no"}


def _freed(seen: Seen, at: int, noun: int) -> Iterator[Change]:
    """The verb in the place of its object, which had taken it in."""
    tree, tokens = seen.tree, seen.tree.tokens
    own = tokens[noun].head == noun
    above = at if own else tokens[noun].head
    tag = "VBZ" if tokens[at].tag == "NNS" else "VB"
    yield at, {"pos": "VERB", "tag": tag, "dep": tokens[noun].dep, "head": above}
    yield noun, {"dep": "dobj", "head": at}
    for child in tree.children(noun, "aux", "advmod", "punct", *SUBJECTS):
        if child != at:
            yield child, {"head": at}
    for preposition in tree.children(noun, "prep"):
        if tokens[preposition].lemma in ("to", "from"):
            yield preposition, {"head": at}


NO_LONGER = Repair(no_longer, lemmas=lambda _: ("longer", "long"))
