"""Whose rule it is."""

from __future__ import annotations

from sayso.books.deals import RuleWords
from sayso.model.text import Party
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.deals.clauses import Clauses
from sayso.reading.en.deals.parties import Parties
from sayso.reading.en.deals.states import StandIns
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS

_WHERE = frozenset({"in", "by", "into"})
_MISREAD = ("advmod", "compound")  # of the doer of a headline's verb
_ANY = frozenset({"a", "an", "another", "any", "some", "no"})


class RuleOwners:
    """Owners of the rules of one article, by the tokens of the change and of the rule."""

    def __init__(
        self,
        evidence: Evidence,
        clauses: Clauses,
        parties: Parties,
        states: StandIns,
        words: RuleWords,
    ) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._clauses = clauses
        self._parties = parties
        self._words = words
        self._states = states

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
            return token.lemma not in self._words.makers | self._words.nouns | self._words.drafts
        ref = self._parties.ref(party)
        return ref is not None and ref.type == "company"

    def of(self, index: int, rule: int, *, done: bool = True) -> Party | None:
        """Whose rule it is: that of who changes it, else its possessor's state.

        `done`: whether the word at `index` is a deed; else the rule itself is its subject ("came into force").
        """
        tree = self._tree
        heads = [self._doer(index) if done else None, tree.child(rule, "poss")]
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
        return self._placed(index, rule) or self._misread(index) or self._unnamed(heads[0])

    def _unnamed(self, doer: int | None) -> Party | None:
        """Who makes rules and is no state of the book: a region's ("the Walloon government"), or "lawmakers" alone."""
        tree = self._tree
        if doer is None or tree.tokens[doer].lemma not in self._words.makers:
            return None
        before = tree.children(doer, "amod", "compound", "nmod", "poss")
        if any(tree.tokens[at].text[:1].isupper() for at in before):
            return self._evidence.party(tree.subtree(doer, without=("relcl", "acl", "prep", "det")))
        indefinite = any(tree.tokens[at].text.lower() in _ANY for at in tree.children(doer, "det"))
        return None if indefinite or tree.children(doer, "prep") else self._states.before(doer)

    def is_draft(self, index: int) -> bool:
        """Whether a draft is what changes the rule: "a bill easing the rules"."""
        doer = self._clauses.doer(index)
        return doer is not None and self._tree.tokens[doer].lemma in self._words.drafts

    def _doer(self, index: int) -> int | None:
        """Who changes the rule; of a law that does, who made that law."""
        doer = self._clauses.doer(index)
        if doer is None or self._tree.tokens[doer].dep not in ("dobj", *PASSIVE_SUBJECTS):
            return doer
        if self._tree.tokens[doer].lemma not in self._words.nouns | self._words.drafts:
            return doer
        above = self._clauses.doer(self._tree.tokens[doer].head)
        return doer if above is None else above

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
        party = self._parties.named(before) if tree.tokens[before].dep in _MISREAD else None
        return party if self._parties.is_state(party) else None

    def _placed(self, index: int, rule: int) -> Party | None:
        """The state in which a rule changes, where nobody is named who changes it: "eased in Italy"."""
        tree = self._tree
        for top in (index, rule):
            for preposition in tree.children(top, "prep"):
                place = tree.child(preposition, "pobj")
                if place is not None and tree.tokens[preposition].lemma in _WHERE:
                    for at in (place, *tree.children(place, "amod", "compound")):
                        party = self._parties.named(at)
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
        return self._seated(head)

    def _seated(self, head: int) -> Party | None:
        """The state in whose capital those who make rules sit: "the government in Lisbon"."""
        tree = self._tree
        if tree.tokens[head].lemma not in self._words.makers:
            return None
        for preposition in tree.children(head, "prep"):
            seat = tree.child(preposition, "pobj")
            if seat is not None and tree.tokens[preposition].lemma == "in":
                party = self._evidence.party({seat})
                return party if party.actor is not None else None
        return None
