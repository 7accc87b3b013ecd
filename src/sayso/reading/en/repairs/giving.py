"""Verbs of giving and getting that were hung wrong: "of *supplying* shells to Oslo", "*made* six tanks available to Oslo"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen

DEALING = frozenset(
    {
        "supply",
        "send",
        "sell",
        "ship",
        "deliver",
        "provide",
        "donate",
        "export",
        "transfer",
        "buy",
        "purchase",
    }
    | {
        "acquire",
        "lease",
        "import",
        "give",
        "hand",
        "lend",
        "return",
        "receive",
        "obtain",
        "smuggle",
        "order",
    }
)
_ENDS = frozenset({"to", "from"})


def gerunds(seen: Seen) -> Iterator[Change]:
    """Reads "of | supplying | shells to Oslo", where the verb was taken for a kind of shells."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        preposition, noun = at - 1, tokens[at].head
        if at == seen.sentence.first or noun <= at or tokens[noun].dep != "pobj":
            continue
        if tokens[noun].head != preposition or tokens[preposition].pos not in ("ADP", "SCONJ"):
            continue
        ends = [one for one in tree.children(noun, "prep") if tokens[one].lemma in _ENDS]
        if ends:
            yield at, {"dep": "pcomp", "head": preposition, "pos": "VERB"}
            yield noun, {"dep": "dobj", "head": at}
            for one in ends:
                yield one, {"head": at}


def available(seen: Seen) -> Iterator[Change]:
    """Reads "made | six tanks | available | to Oslo": what is made available is the verb's object."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        verb, thing = tokens[at].head, tree.child(at, "nsubj")
        if thing is None or tokens[verb].lemma != "make" or not verb < thing < at:
            continue
        yield at, {"dep": "oprd"}
        yield thing, {"dep": "dobj", "head": verb}
        for one in tree.children(at, "prep"):
            yield one, {"head": verb}


def free(seen: Seen) -> Iterator[Change]:
    """Reads "got ten tanks | for free | from Oslo", "free of charge from Oslo": the source is the deal's."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        preposition = tokens[at].head
        if preposition != at - 1 or tokens[preposition].lemma not in ("for", "of"):
            continue
        above = tokens[preposition].head
        if tokens[at].lemma == "charge" and tokens[above].lemma != "free":
            continue
        above = tokens[above].head if tokens[above].lemma == "free" else above
        for one in tree.children(at, "prep"):
            if tokens[one].lemma in _ENDS:
                yield one, {"head": above}


FREE = Repair(free, deps=frozenset({"pobj", "amod"}), lemmas=lambda _: ("free", "charge"))
GERUNDS = Repair(
    gerunds,
    tags=frozenset({"VBG"}),
    deps=frozenset({"amod", "compound"}),
    lemmas=lambda _: DEALING,
)
AVAILABLE = Repair(available, deps=frozenset({"ccomp"}), lemmas=lambda _: ("available",))
