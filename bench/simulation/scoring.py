"""The numbers that Sayso gives, held against the tree that the articles were made from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.collate import Collation
from sayso.model.collation import Claim
from simulation.publishing import Tree

_COMMON = 0.5  # share of the matter's words


class Score(NamedTuple):
    """One tree: what is true, and the interval that Sayso gives; `claims` it was told as."""

    truth: int
    independent: int
    possible: int
    claims: int
    articles: int
    covered: int

    @property
    def exact(self) -> bool:
        """Whether the number of independent origins is the true one."""
        return self.independent == self.truth

    @property
    def over(self) -> bool:
        """Whether more origins are counted as independent than there are."""
        return self.independent > self.truth

    @property
    def inside(self) -> bool:
        """Whether the true number lies in the interval."""
        return self.independent <= self.truth <= self.possible


def score(tree: Tree, collation: Collation) -> Score:
    """The claim that most articles tell the matter by, held against the truth.

    Where the matter was told as several claims, the others count against `covered`.
    """
    outlets = {ledger.article.id: ledger.article.outlet for ledger in collation.ledgers}
    telling = {copy.outlet for copy in tree.copies if not copy.utterance.near}
    held = [
        (sum(outlets[article] in telling for article in claim.articles), claim)
        for claim in collation.claims
        if _is_on(claim, tree)
    ]
    found = [(count, claim) for count, claim in held if count]
    if not found:
        return Score(tree.origins, 0, 0, 0, tree.told, 0)
    covered, main = max(found, key=lambda one: (one[0], one[1].independent_origins, one[1].id))
    return Score(
        truth=tree.origins,
        independent=main.independent_origins,
        possible=main.possible_origins,
        claims=len(found),
        articles=tree.told,
        covered=covered,
    )


def share(scores: Sequence[bool]) -> float:
    """How many are true, from 0 to 1."""
    return sum(scores) / len(scores) if scores else 0.0


def _is_on(claim: Claim, tree: Tree) -> bool:
    said = _words(claim.text)
    return any(
        len(said & _words(wording)) >= _COMMON * len(_words(wording))
        for wording in tree.matter.wordings
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip(".,“”").lower() for word in text.split() if len(word) > 3)
