"""Whom a telling shows that its words are meant for: "said, addressing Oslo", "said of the Danes", "in a message to Oslo"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sayso.model.text import Party
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.tree import SUBJECTS, Tree

_OF = frozenset({"of", "about", "to"})
_ADDRESSING = frozenset({"address"})
_MEANING = frozenset({"refer", "allude", "point"})
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


def just_named(
    evidence: Evidence, head: int, told: Collection[int], speaker: Party | None
) -> Party | None:
    """The power of which the sentence before is told in the same mouth: "“Oslo plays with fire. If the ships come, …”"."""
    tree = evidence.tree
    number = tree.sentence(head)
    before = tree.sentences[number - 1] if number else None
    if before is None or before.paragraph != tree.sentences[number].paragraph:
        return None
    verbs = (at for at in range(before.first, before.last) if tree.tokens[at].head == at)
    who = next((tree.child(at, *SUBJECTS) for at in verbs), None)
    party = evidence.party({who}) if who is not None and who in told else None
    if party is None or party.actor not in evidence.powers:
        return None
    sides = {actor.id: actor.country for actor in evidence.actors}
    own = sides.get(speaker.actor or "") if speaker is not None else None
    return None if own is not None and sides.get(party.actor or "") == own else party


def _named(tree: Tree, telling: Collection[int]) -> Iterator[int]:
    for at in sorted(telling):
        token = tree.tokens[at]
        things = tree.children(at, "dobj") if token.lemma in _ADDRESSING else []
        if token.lemma in _MEANING:
            things += _governed(tree, at, frozenset({"to"}))
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
