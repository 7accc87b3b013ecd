"""The adverb "second-hand" that was taken for what is bought: "tanks bought second-hand from Oslo"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen

_PAST = frozenset({"VBD", "VBN"})


def second_hand(seen: Seen) -> Iterator[Change]:
    """Reads "bought | second-hand | from Oslo"."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        if at - 3 < seen.sentence.first or tokens[at - 1].text != "-":
            continue
        verb = tokens[at].head
        if tokens[at - 2].text.lower() != "second" or verb != at - 3:
            continue
        if tokens[verb].tag not in _PAST:
            continue
        yield at, {"dep": "advmod", "pos": "ADV", "tag": "RB"}
        for preposition in tree.children(at, "prep"):
            yield preposition, {"head": verb}
        if tokens[verb].dep == "acl":
            yield verb, {"tag": "VBN"}


SECOND_HAND = Repair(second_hand, deps=frozenset({"dobj"}), lemmas=lambda _: ("hand",))
