"""What was taken from others, and is no deal where it is handed to nobody who is named."""

from __future__ import annotations

from sayso.books.deals import DealWords
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.deals.doers import Deal
from sayso.reading.en.deals.things import Thing


class Captured:
    """The captured weapons of one article: "handed the *seized* rifles over to the police"."""

    def __init__(self, evidence: Evidence, words: DealWords) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._words = words

    def holds(self, deal: Deal, head: int, thing: Thing) -> bool:
        """Whether what is given is told to be taken from others, beside it or where it was told before."""
        if deal.sense.frame != "give":
            return False
        tokens, captured = self._tree.tokens, self._words.captured
        if any(tokens[at].lemma in captured for at in self._tree.children(head, "amod", "acl")):
            return True
        behind = self._evidence.within(thing.behind) if thing.behind is not None else ()
        above = (tokens[at] for at in behind if tokens[at].dep in ("dobj", "nsubjpass"))
        return any(tokens[one.head].lemma in captured for one in above)
