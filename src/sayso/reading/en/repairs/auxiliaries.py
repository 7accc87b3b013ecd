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


AUXILIARIES = Repair(freed, deps=frozenset({"aux"}), lemmas=lambda _: _HELPERS)
