"""Whom a telling shows that its words are meant for: "said, addressing Oslo", "said of the Danes", "in a message to Oslo"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sayso.model.text import Party
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.tree import Tree

_OF = frozenset({"of", "about", "to"})
_ADDRESSING = frozenset({"address"})
_SENDING = frozenset({"message", "letter", "note", "warning", "post", "telegram", "appeal"})


def spoken_to(evidence: Evidence, telling: Collection[int], speaker: Party | None) -> Party | None:
    """The one power but the speaker's own that these words of a telling, none of them told, say it is meant for."""
    tree = evidence.tree
    sides = {actor.id: actor.country for actor in evidence.actors}
    own = sides.get(speaker.actor) if speaker is not None and speaker.actor is not None else None
    parties = [
        evidence.party({at})
        for at in dict.fromkeys(_named(tree, telling))
        if tree.tokens[at].pos == "PROPN" or tree.tokens[at].entity.endswith(("GPE", "NORP"))
    ]
    powers = [one for one in parties if one.actor is not None and one.actor in evidence.powers]
    known = {one.actor: one for one in powers if own is None or sides.get(one.actor or "") != own}
    return next(iter(known.values())) if len(known) == 1 else None


def _named(tree: Tree, telling: Collection[int]) -> Iterator[int]:
    for at in sorted(telling):
        token = tree.tokens[at]
        things = tree.children(at, "dobj") if token.lemma in _ADDRESSING else []
        if token.tag == "VBD":
            things += _governed(tree, at, frozenset({"of", "about"}))
        if token.lemma in _SENDING:
            things += _governed(tree, at, _OF)
        yield from things


def _governed(tree: Tree, head: int, prepositions: Collection[str]) -> list[int]:
    """What these prepositions govern behind a word."""
    found = (
        tree.child(at, "pobj")
        for at in tree.children(head, "prep")
        if tree.tokens[at].lemma in prepositions
    )
    return [at for at in found if at is not None]
