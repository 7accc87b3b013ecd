"""Words that mean one thing together: "the green light", "the go-ahead", "passed them on to"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen

# The last word of what means a permission, and the words before it.
_LEAVES = {
    "light": (("green",),),
    "ahead": (("go", "-"), ("go", "‑")),
    "clear": (("all", "-"),),
    "up": (("thumbs", "-"), ("thumbs",)),
}
_LEAVE = "go-ahead"
# What is passed on, and does not only go on.
_PASSING = frozenset({"pass", "hand", "send", "sell", "ship", "give", "transfer", "move", "resell"})


def permitted(seen: Seen) -> Iterator[Change]:
    """Reads "gave the | green light | to", "the | go-ahead | for": a permission by its one name."""
    tokens = seen.tree.tokens
    for at in seen.places:
        for before in _LEAVES.get(tokens[at].text.lower(), ()):
            first = at - len(before)
            words = tuple(tokens[one].text.lower() for one in range(max(first, 0), at))
            inside = first >= seen.sentence.first and words == before
            if inside and tokens[at].pos in ("NOUN", "PROPN", "ADV", "ADP", "ADJ"):
                yield at, {"lemma": _LEAVE, "pos": "NOUN", "tag": "NN"}


def onward(seen: Seen) -> Iterator[Change]:
    """Reads "passed nine guns | on | to Oslo", where "on" was taken for a preposition of the guns or of "to"."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        to = next((one for one in tree.children(at, "prep") if tokens[one].lemma == "to"), None)
        if to is None and at + 1 < seen.sentence.last and tokens[at + 1].lemma == "to":
            to = at + 1
        if to != at + 1 or tree.child(at, "pobj") is not None or not tree.children(to, "pobj"):
            continue
        verb = tokens[at].head
        if tokens[verb].dep == "dobj":
            verb = tokens[verb].head
        if verb < at and tokens[verb].lemma in _PASSING and tokens[verb].tag.startswith("VB"):
            yield at, {"head": verb, "dep": "prt", "tag": "RP", "pos": "ADP"}
            yield to, {"head": verb, "dep": "prep"}


PERMITTED = Repair(permitted, lemmas=lambda _: tuple(_LEAVES))
ONWARD = Repair(onward, lemmas=lambda _: ("on",))
