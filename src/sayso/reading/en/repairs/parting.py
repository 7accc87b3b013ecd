"""The verb "part" that was taken for the noun: "was urged to part with its tanks"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS

_NOUNS = frozenset({"NN", "NNS"})
_COUNTED = frozenset({"CD", "PRP$"})
_SAID = frozenset({"GPE", "ORG", "NORP"})


def parting(seen: Seen) -> Iterator[Change]:
    """Reads "to | part | with" and "Oslo | parts | with 40 tanks"."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        behind = at + 2
        if behind >= seen.sentence.last or tokens[at + 1].lemma != "with" or at < 1:
            continue
        before = tokens[at - 1]
        if before.text == "to" and tokens[at].tag == "NN" and before.head != at - 1:
            above = before.head if tokens[at].head == at - 1 else tokens[at].head
            yield at, {"pos": "VERB", "tag": "VB", "dep": "xcomp", "head": above}
            yield at - 1, {"pos": "PART", "tag": "TO", "dep": "aux", "head": at}
        elif tokens[at].tag == "NNS" and tokens[behind].tag in _COUNTED and _is_doer(seen, at):
            yield from _leading(seen, at)
            yield at - 1, {"dep": "nsubj", "head": at}
        else:
            continue
        yield at + 1, {"dep": "prep", "head": at}
        for noun in tree.children(at, "pobj"):
            yield noun, {"dep": "pobj", "head": at + 1}


def _is_doer(seen: Seen, at: int) -> bool:
    """Whether the name before it opens the sentence, or a clause behind a comma."""
    name = seen.tree.tokens[at - 1]
    before = seen.tree.tokens[at - 2] if at - 2 >= seen.sentence.first else None
    return name.entity[2:] in _SAID and (before is None or before.text in (",", "that"))


def _leading(seen: Seen, at: int) -> Iterator[Change]:
    """The verb in the place of the one whose subject it was taken for, which is then joined to it."""
    tokens = seen.tree.tokens
    verb = tokens[at].head
    told: dict[str, object] = {"pos": "VERB", "tag": "VBZ"}
    if verb == at or tokens[at].dep not in SUBJECTS | PASSIVE_SUBJECTS:
        yield at, told
        return
    above = at if tokens[verb].head == verb else tokens[verb].head
    yield at, {**told, "dep": tokens[verb].dep, "head": above}
    yield verb, {"dep": "conj", "head": at}


PARTING = Repair(parting, tags=_NOUNS, lemmas=lambda _: ("part",))
