"""What was hung on an auxiliary, and is its verb's: "Oslo and Riga *have* between them sold …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.tree import SUBJECTS

_HELPERS = frozenset({"have", "be", "do", "will", "would"})


def freed(seen: Seen) -> Iterator[Change]:
    """Hangs the subject and the phrases of an auxiliary on the verb that it helps."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        verb = tokens[at].head
        own = tree.children(at, *SUBJECTS)
        if verb == at or not own or tree.children(verb, *SUBJECTS):
            continue
        for child in (*own, *tree.children(at, "prep", "punct", "advmod")):
            yield child, {"head": verb}


def ahead(seen: Seen) -> Iterator[Change]:
    """Reads "is (not) going to leave" as "will (not) leave": a verb with its helpers."""
    tree, tokens = seen.tree, seen.tree.tokens
    for going in seen.places:
        verb = tree.child(going, "xcomp")
        helps = tree.children(going, "aux")
        if verb is None or verb <= going or not any(tokens[at].lemma == "be" for at in helps):
            continue
        to = [at for at in tree.children(verb, "aux") if tokens[at].tag == "TO"]
        if tokens[verb].tag != "VB" or not to or tree.children(verb, *SUBJECTS):
            continue
        if any(tokens[at].pos not in ("ADV", "PART") for at in range(going + 1, to[0])):
            continue
        above, dep = tokens[going].head, tokens[going].dep
        yield verb, {"head": verb if above == going else above, "dep": dep}
        for child in tree.children(going):
            if child != verb:
                yield child, {"head": verb}
        yield going, {"head": verb, "dep": "aux", "tag": "MD", "pos": "AUX"}


AHEAD = Repair(ahead, tags=frozenset({"VBG"}), lemmas=lambda _: ("go",))
AUXILIARIES = Repair(freed, deps=frozenset({"aux"}), lemmas=lambda _: _HELPERS)
