"""Phrases that were hung on a particle of their verb: "walked away from the plan", "gave them back to Oslo"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen

_PARTICLES = ("away", "back", "over", "along", "off", "out", "down", "up", "in")


def behind_particles(seen: Seen) -> Iterator[Change]:
    """Hangs what stands behind a particle on its verb."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        verb = tokens[at].head
        if verb < at and tokens[verb].tag.startswith("VB"):
            for preposition in tree.children(at, "prep"):
                if preposition == at + 1:
                    yield preposition, {"head": verb}


def gerunds(seen: Seen) -> Iterator[Change]:
    """Reads "ruled out | sending | them": what the verb and its particle rule, and nothing beside it."""
    tokens = seen.tree.tokens
    for at in seen.places:
        verb, particle = tokens[at].head, tokens[at - 1]
        if particle.dep == "prt" and particle.head == verb and verb < at:
            yield at, {"dep": "xcomp"}


def no_particles(seen: Seen) -> Iterator[Change]:
    """Reads "will send | T-90 | tanks", where a name before the noun was taken for a particle of the verb."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        held = next((one for one in tree.children(tokens[at].head, "dobj") if one > at), at)
        own = all(tokens[one].head in range(at + 1, held + 1) for one in range(at + 1, held))
        if held > at and own and not tokens[at].text.islower():
            yield at, {"head": held, "dep": "compound", "pos": "PROPN", "tag": "NNP"}


NO_PARTICLES = Repair(no_particles, deps=frozenset({"prt"}))
GERUNDS = Repair(gerunds, deps=frozenset({"advcl"}), tags=frozenset({"VBG"}))
BEHIND_PARTICLES = Repair(
    behind_particles, deps=frozenset({"advmod", "prt"}), lemmas=lambda _: _PARTICLES
)
