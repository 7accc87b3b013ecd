"""Rules that change: "eased its rules on arms exports", "the relaxation of export controls"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from sayso.books.deals import DealBook
from sayso.model.deals import Direction, RuleChange
from sayso.model.reading import Attribution, Predicate
from sayso.model.text import Mention, Party, Span
from sayso.reading.en.deal_clauses import Clauses
from sayso.reading.en.deal_parties import Parties
from sayso.reading.en.deal_slots import slots
from sayso.reading.en.deal_times import DealTimes
from sayso.reading.en.deal_words import index_of
from sayso.reading.en.evidence import Evidence

_SENSES: dict[str, Direction] = {f"policies:{one}": one for one in get_args(Direction)}
_ABOUT = frozenset({"on", "of", "for", "against", "governing", "over", "to"})
_SCOPING = frozenset({"authorised", "enabled"})


class RuleChanges:
    """One article's changes of rules on arms and trade."""

    def __init__(
        self,
        evidence: Evidence,
        book: DealBook,
        mentions: Sequence[Mention],
        attributions: Sequence[Attribution],
        predicates: Sequence[Predicate],
    ) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._book = book
        self._predicates = predicates
        self._parties = Parties(evidence, book, mentions)
        self._clauses = Clauses(self._tree, book)
        self._times = DealTimes(self._tree, mentions, attributions)

    def find(self) -> Iterator[RuleChange]:
        """All of them, in the order of their predicates."""
        for number, predicate in enumerate(self._predicates):
            for sense in predicate.senses:
                direction = _SENSES.get(sense)
                index = index_of(self._tree, predicate) if direction is not None else None
                if direction is not None and index is not None:
                    yield from self._of(number, index, direction)

    def _of(self, number: int, index: int, direction: Direction) -> Iterator[RuleChange]:
        predicate = self._predicates[number]
        for rule in self._objects(index):
            if self._tree.tokens[rule].lemma not in self._book.rules.nouns:
                continue
            phrase = self._subject(rule, index)
            if not self._is_about_arms(phrase):
                continue
            subject = self._evidence.words(phrase)
            owner = self._owner(index, rule)
            scope = self._scope(index)
            yield RuleChange(
                predicate=number,
                direction=direction,
                owner=owner,
                subject=subject,
                scope=" ".join(scope.text.split()) if scope is not None else None,
                modality="denied" if predicate.negated else predicate.modality,
                when=self._times.of(predicate, index, None),
                evidence=(self._words(index, phrase, scope, owner),),
            )
            return

    def _objects(self, index: int) -> Iterator[int]:
        if self._clauses.misread(index):
            yield self._tree.tokens[index].head
        for slot in slots(self._tree, self._book, index):
            if slot.word in ("object", "before"):
                yield slot.head

    def _subject(self, rule: int, change: int) -> set[int]:
        """The words that say which rule: without whose it is, and without what came of it."""
        tree = self._tree
        phrase = {rule}
        for child in tree.children(rule):
            token = tree.tokens[child]
            if token.dep in ("compound", "amod", "nmod") and change != child < rule:
                if self._parties.named(child) is None:
                    phrase |= tree.subtree(child)
            elif token.dep == "prep" and token.lemma in _ABOUT and child > rule:
                phrase |= tree.subtree(child, without=("relcl", "acl", "advcl"))
        low = high = rule
        while low - 1 in phrase or (low - 2 in phrase and tree.tokens[low - 1].text == "-"):
            low -= 1
        while high + 1 in phrase:
            high += 1
        return set(range(low, high + 1))

    def _is_about_arms(self, phrase: set[int]) -> bool:
        return any(
            self._tree.tokens[at].lemma.lower() in self._book.rules.subjects for at in phrase
        )

    def _owner(self, index: int, rule: int) -> Party | None:
        """Whose rule it is: its possessor's state, or that of who changes it."""
        tree = self._tree
        for head in (self._clauses.doer(index), tree.child(rule, "poss")):
            if head is None:
                continue
            found = self._state(head)
            if found is not None:
                return found
        for child in (
            *tree.children(rule, "amod", "compound"),
            *tree.children(index, "amod", "compound"),
        ):
            party = self._parties.named(child)
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

    def _scope(self, index: int) -> Span | None:
        """What the change is to allow or to forbid: "to permit …", "allowing …"."""
        tree = self._tree
        tops = [
            index,
            *(at for at in tree.ancestors(index) if tree.sentence(at) == tree.sentence(index)),
        ]
        for top in tops[:4]:
            for child in tree.children(top, "advcl", "xcomp", "acl", "conj"):
                if child <= index:
                    continue
                bare = tree.tokens[child].tag in ("VB", "VBG")
                if bare and self._clauses.mark(child) in (*_SCOPING, "prohibited"):
                    inside = tree.subtree(child, without=("advcl",))
                    return self._evidence.span({at for at in inside if at >= child})
        return None

    def _words(self, index: int, phrase: set[int], scope: Span | None, owner: Party | None) -> Span:
        low, high = min(index, *phrase), max(index, *phrase)
        start, end = self._evidence.bounds(range(low, high + 1))
        for span in (scope, owner.span if owner is not None else None):
            if span is not None:
                start, end = min(start, span.start), max(end, span.end)
        return self._evidence.article.span(start, end)
