"""Rules that change: "eased its rules on arms exports", "the relaxation of export controls"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import get_args

from sayso.books.actors import ActorBook
from sayso.books.deals import DealBook
from sayso.model.deals import Direction, Mark, RuleChange
from sayso.model.ledger import Modality
from sayso.model.reading import Attribution, Predicate
from sayso.model.text import Mention, Party, Span
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.deals.clauses import Clauses
from sayso.reading.en.deals.parties import Parties
from sayso.reading.en.deals.states import StandIns
from sayso.reading.en.deals.times import DealTimes
from sayso.reading.en.deals.words import index_of
from sayso.reading.en.events.rule_objects import RuleObjects
from sayso.reading.en.events.rule_owners import RuleOwners
from sayso.reading.en.events.rule_phrases import RulePhrases
from sayso.reading.tree import PASSIVE_SUBJECTS

_DIRECTIONS: Mapping[str, Direction] = {
    **{one: one for one in get_args(Direction)},
    "begun": "introduced",
    "forbidden": "introduced",
    "denying": "introduced",
    "freed": "relaxed",
    "granting": "relaxed",
    "exempted": "relaxed",
    "listed": "tightened",
    "delisted": "relaxed",
}
_BOOK = "policies:"
# What stands to change, but was not told to: that is not coded, nor is a rule that stays.
_TOLD: frozenset[Modality] = frozenset({"asserted", "possible", "planned", "promised", "doubted"})
_BEHIND = ("advcl", "xcomp", "acl", "conj")
_BESIDE = ("acl", "relcl")
_BY_DEED = frozenset({"granting", "denying"})
_ABOUT_DEEDS = frozenset({"forbidden", "freed"})
_BY_SUBJECT = frozenset({"begun"}) | _BY_DEED
# The prepositions before the rule that is no object: "exempted Oslo *from* its rules", "added drones *to* its list".
_BEHIND_WORD: Mapping[str, frozenset[str]] = {
    "exempted": frozenset({"from"}),
    "listed": frozenset({"to", "on", "onto"}),
    "delisted": frozenset({"from", "off"}),
}
_ONES = frozenset({"his", "her", "my", "your"})
_CHANGING = frozenset({"relaxed", "tightened", "repealed"})
_MOVED = frozenset({"raised", "lowered"})
_SCOPING: frozenset[Mark] = frozenset({"authorised", "enabled", "prohibited"})


class RuleChanges:
    """One article's changes of rules on arms and trade."""

    def __init__(
        self,
        evidence: Evidence,
        book: DealBook,
        actors: ActorBook,
        mentions: Sequence[Mention],
        attributions: Sequence[Attribution],
        predicates: Sequence[Predicate],
    ) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._predicates = predicates
        states = StandIns(evidence, book.words, actors, mentions, attributions)
        self._parties = Parties(evidence, book, mentions, states)
        self._clauses = Clauses(self._tree, book)
        self._rules = RulePhrases(self._tree, book, self._parties, mentions)
        self._things = RuleObjects(self._tree, book, self._clauses, self._rules)
        self._owners = RuleOwners(evidence, self._clauses, self._parties, states, book.rules)
        self._times = DealTimes(self._tree, mentions, attributions)

        text = evidence.article.text
        self._behind = {
            one.span.start: one.span.end + text[one.span.end :].startswith(" ")
            for one in mentions
            if one.type == "time"
        }
        self._sensed = {
            index: tuple(each.removeprefix(_BOOK) for each in one.senses if each.startswith(_BOOK))
            for one in predicates
            if (index := index_of(self._tree, one)) is not None
        }

    def find(self) -> Iterator[RuleChange]:
        """All of them, in the order of their predicates."""
        taken: set[int] = set()
        for number, predicate in enumerate(self._predicates):
            senses = [one.removeprefix(_BOOK) for one in predicate.senses if one.startswith(_BOOK)]
            index = index_of(self._tree, predicate) if senses else None
            if index is None or predicate.negated or predicate.modality not in _TOLD:
                continue
            if index in taken or self._is_open(index):
                continue
            for sense in senses:
                found = self._of(number, index, sense)
                if found is not None:
                    taken |= self._inside(index)
                    yield found
                    break

    def _is_open(self, index: int) -> bool:
        """Whether it is still a question: "debated *whether* to abolish …"."""
        tree = self._tree
        marks = tree.children(index, "mark", "advmod")
        return any(tree.tokens[at].lemma == "whether" for at in marks)

    def _of(self, number: int, index: int, sense: str) -> RuleChange | None:
        predicate = self._predicates[number]
        done = sense not in _BY_SUBJECT
        if done and self._owners.is_private(index):
            return None
        if sense in _ABOUT_DEEDS and predicate.tense == "present" and not self._is_title(index):
            return None
        for rule in self._ruled(index, sense):
            if self._is_told_within(rule, sense):
                continue
            phrase = self._matter(rule, index, sense)
            direction = self._direction(sense, index, rule)
            owner = self._owners.of(index, rule, done=done)
            armed = self._rules.is_about_arms(phrase) or self._rules.is_regime(owner)
            armed = armed or sense in ("listed", "delisted") or self._rules.is_list(rule)
            if direction is None or not armed or self._is_somebodys(rule, owner):
                continue
            if owner is None and (sense in _ABOUT_DEEDS or self._is_idea(index)):
                continue
            if any(one.mark == "requested" for one in self._clauses.governors(index)):
                continue
            scope = self._scope(index)
            return RuleChange(
                predicate=number,
                direction=direction,
                owner=owner,
                subject=self._evidence.words(phrase),
                scope=" ".join(scope.text.split()) if scope is not None else None,
                modality="planned" if self._owners.is_draft(index) else predicate.modality,
                when=self._times.of(predicate, index, None),
                evidence=(self._words(index, phrase, scope, owner),),
            )
        return None

    def _is_somebodys(self, rule: int, owner: Party | None) -> bool:
        """Whether what ends or is made longer is a service that no state asks for: one person's, or a league's draft."""
        if not self._rules.is_service(rule):
            return False
        pronoun = self._tree.child(rule, "poss")
        whose = self._tree.tokens[pronoun].text.lower() if pronoun is not None else ""
        ref = self._parties.ref(owner)
        return whose in _ONES or ref is None or ref.type not in ("state", "government")

    def _is_title(self, index: int) -> bool:
        """Whether a sentence is a headline, whose present tells what was done: it ends without a stop."""
        sentence = self._tree.sentences[self._tree.sentence(index)]
        return self._tree.tokens[sentence.last - 1].pos != "PUNCT"

    def _is_idea(self, index: int) -> bool:
        """Whether a deed is only named, as what is talked of or thought of: "talks about easing …"."""
        token = self._tree.tokens[index]
        return token.tag == "VBG" and token.dep in ("pcomp", "conj")

    def _ruled(self, index: int, sense: str) -> Iterator[int]:
        """The heads of what is changed by a word in this sense."""
        if sense in _ABOUT_DEEDS:
            yield from (at for at in self._things.objects(index) if self._rules.is_deed(at))
            return
        if sense in _BEHIND_WORD:
            thing = self._tree.child(index, "dobj", *PASSIVE_SUBJECTS)
            for head in self._things.governed(index, _BEHIND_WORD[sense]):
                if self._rules.is_list(head, thing) or self._rules.is_rule(head):
                    yield head
            return
        heads = (
            self._things.subjects(index) if sense in _BY_SUBJECT else self._things.objects(index)
        )
        beside = self._tree.tokens[index].dep in _BESIDE
        for each in heads:
            head = self._rules.with_hole(self._rules.of_part(each) if beside else each)
            if self._rules.is_rule(head) or self._rules.is_paper(head, index):
                if sense in _BY_DEED and not self._rules.is_fresh(head):
                    continue
                yield head

    def _matter(self, rule: int, index: int, sense: str) -> set[int]:
        """The words that say which rule; of one that only is called new, what it allows or forbids."""
        phrase = self._rules.of(rule, index)
        if sense in _BY_DEED and not self._rules.is_about_arms(phrase):
            for deed in self._tree.children(index, "dobj"):
                if self._rules.is_deed(deed):
                    return self._rules.of(deed, index)
        return phrase

    def _is_told_within(self, rule: int, sense: str) -> bool:
        """Whether a clause of the rule tells the change: "passed a law easing its export rules"."""
        return sense == "introduced" and any(
            _CHANGING & set(self._sensed.get(clause, ()))
            for clause in self._tree.children(rule, *_BESIDE)
        )

    def _inside(self, index: int) -> set[int]:
        """The verbs that only say what a change is about: of its scope, and of the rule's own clauses."""
        tree = self._tree
        scope = self._scoping(index)
        found = set() if scope is None else {scope}
        found |= self._summing_up(index)
        for head in (*self._things.objects(index), *self._things.subjects(index)):
            found.update(tree.children(head, *_BESIDE))
        return found

    def _summing_up(self, index: int) -> set[int]:
        """The verbs that only say again what a change did: "scrapped its ban, *ending* a policy of decades"."""
        tree = self._tree
        gerunds = (at for at in tree.children(index, "advcl") if tree.tokens[at].tag == "VBG")
        return {at for at in gerunds if self._sensed.get(at) == self._sensed[index]}

    def _direction(self, sense: str, index: int, rule: int) -> Direction | None:
        """Which way a rule goes: what the word tells, unless the rule is called stricter or looser."""
        if sense == "made":
            return self._rules.made(index, rule)
        if sense == "changed":
            return self._rules.strictness(rule) or self._allowed(index)
        if sense in _MOVED:
            return self._rules.moved(rule, up=sense == "raised")
        told = _DIRECTIONS[sense]
        return self._rules.strictness(rule) or told if told == "introduced" else told

    def _allowed(self, index: int) -> Direction | None:
        """Which way a rule goes by what its change is to allow or to forbid."""
        scope = self._scoping(index)
        if scope is None:
            clauses = self._tree.children(index, "advcl")
            return next((one for at in clauses if (one := self._rules.made(at, at))), None)
        return "tightened" if self._clauses.mark(scope) == "prohibited" else "relaxed"

    def _scope(self, index: int) -> Span | None:
        """What the change is to allow or to forbid: "to permit …", "allowing …"."""
        scoping = self._scoping(index)
        if scoping is None:
            return None
        inside = self._tree.subtree(scoping, without=("advcl",))
        return self._evidence.span({at for at in inside if at >= scoping})

    def _scoping(self, index: int) -> int | None:
        """The verb behind a change that says what it allows or forbids."""
        tree = self._tree
        sentence = tree.sentence(index)
        above = (at for at in tree.ancestors(index) if tree.sentence(at) == sentence)
        for top in (index, *islice(above, 3)):
            for child in tree.children(top, *_BEHIND):
                bare = child > index and tree.tokens[child].tag in ("VB", "VBG")
                if bare and self._clauses.mark(child) in _SCOPING:
                    return child
        return None

    def _words(self, index: int, phrase: set[int], scope: Span | None, owner: Party | None) -> Span:
        low, high = min(index, *phrase), max(index, *phrase)
        start, end = self._evidence.bounds(range(low, high + 1))
        for span in (scope, owner.span if owner is not None else None):
            if span is not None:
                start, end = min(start, span.start), max(end, span.end)
        start = self._behind.get(start, start)  # "Since February Peru has banned": not the month
        return self._evidence.article.span(start, end)
