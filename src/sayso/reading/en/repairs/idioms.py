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
# Verbs that make a phrase with "on hold", and with "over".
_PUTTING = frozenset({"put", "place", "keep"})
_OVER = frozenset({"take", "hand", "turn", "make", "sign"})


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


def put_on(seen: Seen) -> Iterator[Change]:
    """Reads "put on | hold | a delivery to Oslo", where "hold" was taken for what governs the delivery."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        on = at - 1
        verb = tokens[on].head if on > seen.sentence.first else on
        if tokens[on].lemma != "on" or tokens[verb].lemma not in _PUTTING or verb != on - 1:
            continue
        held = tree.children(at, "dobj")
        if not held:
            continue
        for child in tree.children(at):
            below = tokens[child].dep in ("dobj", "punct", "advcl", "npadvmod")
            yield child, {"head": verb if below else held[0]}
        yield at, {"head": on, "dep": "pobj", "pos": "NOUN", "tag": "NN"}


def over(seen: Seen) -> Iterator[Change]:
    """Reads "take | over | 33 jets from Oslo": not more than 33 of them."""
    tokens = seen.tree.tokens
    for at in seen.places:
        verb = at - 1
        read = tokens[at].head > at and tokens[tokens[at].head].tag == "CD"
        if verb < seen.sentence.first or not read or not tokens[verb].tag.startswith("VB"):
            continue
        if tokens[verb].lemma in _OVER:
            yield at, {"head": verb, "dep": "prt", "tag": "RP", "pos": "ADP"}


def designated(seen: Seen) -> Iterator[Change]:
    """Reads "settled on the | FA-50 |": letters with a number are a name, and no number, where nothing is counted."""
    tokens = seen.tree.tokens
    for at in seen.places:
        text = tokens[at].text
        if text[0].isupper() and any(one.isdigit() for one in text):
            yield at, {"pos": "PROPN", "tag": "NNP"}


def for_now(seen: Seen) -> Iterator[Change]:
    """Reads "halted for the time | being | by Oslo", where the words behind it were hung on "being"."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        words = [tokens[one].text.lower() for one in range(max(at - 3, 0), at)]
        if words != ["for", "the", "time"] or at - 3 < seen.sentence.first:
            continue
        verb = tokens[at - 3].head
        yield at, {"head": at - 1, "dep": "amod"}
        for one in tree.children(at):
            agent = tokens[one].lemma == "by" and tree.is_passive(verb)
            yield one, {"head": verb, **({"dep": "agent"} if agent else {})}


FOR_NOW = Repair(for_now, tags=frozenset({"VBG"}), lemmas=lambda _: ("be",))
PERMITTED = Repair(permitted, lemmas=lambda _: tuple(_LEAVES))
PUT_ON = Repair(put_on, lemmas=lambda _: ("hold", "ice"))
OVER = Repair(over, lemmas=lambda _: ("over",))
DESIGNATED = Repair(
    designated,
    tags=frozenset({"CD"}),
    deps=frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "conj", "attr"}),
)
ONWARD = Repair(onward, lemmas=lambda _: ("on",))
