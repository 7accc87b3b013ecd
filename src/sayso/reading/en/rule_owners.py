"""Whose rule it is."""

from __future__ import annotations

from collections.abc import Collection

from sayso.model.text import Party
from sayso.reading.en.deal_clauses import Clauses
from sayso.reading.en.deal_parties import Parties
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_WHERE = frozenset({"in", "by"})


class RuleOwners:
    """Owners of the rules of one article, by the tokens of the change and of the rule."""

    def __init__(
        self, tree: Tree, clauses: Clauses, parties: Parties, makers: Collection[str]
    ) -> None:
        self._tree = tree
        self._clauses = clauses
        self._parties = parties
        self._makers = makers

    def is_private(self, index: int) -> bool:
        """Whether those who change the rule make none for a state: a club, a shop, campaigners."""
        doer = self._clauses.doer(index)
        if doer is None:
            return False
        token = self._tree.tokens[doer]
        if token.pos == "PRON":
            return False
        party = self._parties.of(doer)
        if self._parties.is_state(party):
            return False
        if token.pos != "PROPN":
            return token.lemma not in self._makers
        ref = self._parties.ref(party)
        return ref is not None and ref.type == "company"

    def of(self, index: int, rule: int, *, done: bool = True) -> Party | None:
        """Whose rule it is: that of who changes it, else its possessor's state.

        `done`: whether the word at `index` is a deed; else the rule itself is its subject ("came into force").
        """
        tree = self._tree
        heads = [self._clauses.doer(index) if done else None, tree.child(rule, "poss")]
        heads += self._passers(rule)
        for head in heads:
            found = None if head is None else self._state(head)
            if found is not None:
                return found
        for top in (rule, index):
            for child in tree.children(top, "amod", "compound"):
                party = self._parties.named(child)
                if self._parties.is_state(party):
                    return party
        return self._placed(index, rule) or self._misread(index)

    def _passers(self, rule: int) -> list[int]:
        """By whom the rule was made, as a participle beside it tells: "a law passed by Malta"."""
        tree = self._tree
        agents = [by for acl in tree.children(rule, "acl") for by in tree.children(acl, "agent")]
        return [head for by in agents for head in tree.children(by, "pobj")]

    def _misread(self, index: int) -> Party | None:
        """The name right before a verb without a subject, which was not read as a noun."""
        tree = self._tree
        if not tree.tokens[index].tag.startswith("VB") or tree.children(
            index, *SUBJECTS, *PASSIVE_SUBJECTS
        ):
            return None
        before = min(tree.verb_group(index)) - 1
        party = self._parties.named(before) if tree.tokens[before].dep == "advmod" else None
        return party if self._parties.is_state(party) else None

    def _placed(self, index: int, rule: int) -> Party | None:
        """The state in which a rule changes, where nobody is named who changes it: "eased in Italy"."""
        tree = self._tree
        for top in (index, rule):
            for preposition in tree.children(top, "prep"):
                place = tree.child(preposition, "pobj")
                if place is not None and tree.tokens[preposition].lemma in _WHERE:
                    party = self._parties.named(place)
                    if self._parties.is_state(party):
                        return party
        return None

    def _state(self, head: int) -> Party | None:
        """The party itself where it is a state, else the state that its words name."""
        party = self._parties.of(head)
        if self._parties.is_state(party):
            return party
        inside = self._tree.subtree(head, without=("relcl", "acl", "advcl", "conj"))
        for at in sorted(inside):
            named = self._parties.named(at)
            if self._parties.is_state(named):
                return named
        return None
