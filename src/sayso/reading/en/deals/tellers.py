"""Those who tell of a deal and are of it: "Oslo has ordered six radars, Saab said"; "… have landed, the army said"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.model.reading import Attribution
from sayso.model.text import Party
from sayso.reading.en.deals.doers import Deal
from sayso.reading.en.deals.parties import Parties
from sayso.reading.en.deals.things import Thing
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import Tree

_BUYING = frozenset({"buy", "purchase", "acquire", "order", "procure"})


class Tellers:
    """Those who speak of the deals of one article."""

    def __init__(
        self,
        tree: Tree,
        parties: Parties,
        weapons: Weapons,
        attributions: Sequence[Attribution],
    ) -> None:
        self._tree = tree
        self._parties = parties
        self._weapons = weapons
        self._attributions = attributions

    def maker(self, deal: Deal, thing: Thing) -> Party | None:
        """The company that speaks, or in whose name somebody speaks, where it makes the weapon."""
        number = deal.predicate.attribution
        speaker = self._attributions[number].speaker if number is not None else None
        if deal.sense.act != "sale" or speaker is None or speaker.span is None:
            return None
        makers = self._weapons.makers(thing.weapon)
        named = (speaker, *self._named(speaker))
        return next((one for one in named if _is_one_of(one, makers)), None)

    def buyer(self, deal: Deal, heads: Sequence[int]) -> Party | None:
        """The state whose forces or ministry tell that what was bought has come: nobody else bought it."""
        number = deal.predicate.attribution
        speaker = self._attributions[number].speaker if number is not None else None
        ref = self._parties.ref(speaker)
        if speaker is None or ref is None or ref.type not in ("state", "government"):
            return None
        bought = [at for head in heads for at in self._tree.children(head, "acl")]
        bought = [at for at in bought if self._tree.tokens[at].lemma in _BUYING]
        if not bought or any(self._tree.children(at, "agent") for at in bought):
            return None
        sources = (
            self._parties.ref(self._parties.of(self._tree.child(preposition, "pobj")))
            for at in bought
            for preposition in self._tree.children(at, "prep")
        )
        own = any(one is not None and one.country == ref.country for one in sources)
        return None if own else speaker

    def _named(self, speaker: Party) -> Iterator[Party]:
        """The companies in the words for who speaks: "a spokesman for Saab"."""
        tokens, words = self._tree.tokens, speaker.span
        at = bisect_left(tokens, words.start, key=lambda token: token.start) if words else 0
        while words is not None and at < len(tokens) and tokens[at].start < words.end:
            found = self._parties.maker(at) or self._parties.named(at)
            if found is not None and self._parties.is_company(found):
                yield found
            at += 1


def _is_one_of(party: Party, makers: Sequence[str]) -> bool:
    """Whether a maker's name begins with a party's, or the other way round: "Bell", "Bell Textron"."""
    names = {name for name in (party.name, party.resolved) if name}
    return any(
        f"{one} ".startswith(f"{name} ") or f"{name} ".startswith(f"{one} ")
        for name in names
        for one in makers
    )
