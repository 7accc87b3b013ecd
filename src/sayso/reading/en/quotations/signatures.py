"""Quotations signed with a dash and a name."""

from __future__ import annotations

from sayso.reading.en.attribution.found import Found
from sayso.reading.en.quotations.placed import Quoted
from sayso.reading.tree import Tree

_DASHES = frozenset("—–-―")
_SIGNATURE_WORDS = 9


def signed(tree: Tree, one: Quoted) -> Found | None:
    """Reads "…" — Name: a quotation signed with a dash."""
    at = one.last
    if at + 1 >= len(tree.tokens) or tree.tokens[at].text.strip() not in _DASHES:
        return None
    name = set()
    for index in range(at + 1, min(at + 1 + _SIGNATURE_WORDS, len(tree.tokens))):
        if tree.tokens[index].pos == "SPACE" or tree.tokens[index].text in ".,;":
            break
        if tree.tokens[index].start > tree.tokens[index - 1].end + 1:
            break
        name.add(index)
    if not name or tree.tokens[min(name)].pos != "PROPN":
        return None
    return Found(head=at, cue={at}, act="speech", frame="signature", speaker=name)
