"""Who else is named: "it" in a threat is never who threatens."""

from __future__ import annotations

from collections.abc import Collection

from sayso.model.text import Party
from sayso.reading.en.attribution.evidence import Evidence


class Others:
    """Finds the others that one article's sentences name."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._tree = evidence.tree

    def than(
        self, party: Party | None, rest: Collection[int], besides: Collection[str | None] = ()
    ) -> Party | None:
        """The only one but `party`, and but these actors, that is named in what follows."""
        others: dict[str, Party] = {}
        but = {*besides, None if party is None else party.actor}
        for at in sorted(rest):
            token = self._tree.tokens[at]
            if token.pos == "PROPN" or token.entity.endswith("GPE"):
                named = self._evidence.party({at})
                if named.actor is None or named.actor in self._evidence.persons:
                    continue
                if named.actor not in but:
                    others.setdefault(named.actor, named)
        return next(iter(others.values())) if len(others) == 1 else None

    def before(self, party: Party, sentence: range) -> Party | None:
        """The only other that is named in a sentence, else in the one before it."""
        found = self.than(party, sentence)
        number = self._tree.sentence(sentence.start)
        if found is not None or not number:
            return found
        last = self._tree.sentences[number - 1]
        return self.than(party, range(last.first, last.last))
