"""Nouns of deals that are written as if they were names."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen

_BEFORE = {("foreign", "military"), ("direct", "commercial")}


def titled(seen: Seen) -> Iterator[Change]:
    """Reads "approved a *Foreign Military Sale* to Oslo of …": a sale, and nobody's name."""
    tokens = seen.tree.tokens
    for at in seen.places:
        before = (tokens[at - 2].text.lower(), tokens[at - 1].text.lower())
        if at - 2 < seen.sentence.first or before not in _BEFORE:
            continue
        plural = tokens[at].text.lower().endswith("s")
        yield at, {"pos": "NOUN", "tag": "NNS" if plural else "NN", "lemma": "sale", "entity": ""}
        for one in (at - 2, at - 1):
            yield one, {"pos": "ADJ", "tag": "JJ", "dep": "amod", "head": at, "entity": ""}


SALES = Repair(titled, tags=frozenset({"NNP", "NNPS"}), lemmas=lambda _: ("sale", "sales"))
