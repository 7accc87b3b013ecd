"""What is set to plain people or firms: what the police will do to protesters is no line between powers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sayso.books.redlines import RedLineBook
from sayso.model.reading import Attribution, Response
from sayso.model.text import Party
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS

_FOREIGN = ("NORP", "GPE")
_HOUSES = frozenset({"parliament", "assembly", "legislature", "election", "cabinet", "government"})
_CLOSING = frozenset({"dissolve", "call", "disband", "reshuffle", "suspend", "prorogue"})
_HARMED = ("dobj", "pobj", *PASSIVE_SUBJECTS)


class AtHome:
    """Tells whether a condition of one article is set to those who are no power, named by what they are or do."""

    def __init__(self, evidence: Evidence, book: RedLineBook) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._crowds = book.bodies.crowds
        self._private = book.adverse.private
        self._plain = book.plain

    def is_set(
        self,
        draft: Draft,
        responses: Sequence[Response],
        told: Attribution | None,
        doer: Party | None,
        *,
        warned: bool,
    ) -> bool:
        """Whether plain people are told of it, would meet it, or would be hit where nobody is the `doer`.

        `warned`: whether the telling is a warning; firms that are only told of it may hear of another.
        """
        tree = self._tree
        if told is not None and self._is_told(responses, told, doer, warned=warned):
            return True
        if any(self._is_of_office(one) for one in responses):
            return True
        harmed = [at for one in responses for at in self._harmed(one)]
        if (doer is None or doer.actor is None) and self._is_of_parliament(harmed):
            return True
        undergo = tree.child(draft.head, *PASSIVE_SUBJECTS)
        if undergo is not None and self._is_crowd((undergo,)):
            them = any(tree.tokens[at].tag == "PRP" for at in harmed)
            return them or self._is_crowd(harmed)  # "they will be sent home"
        who = tree.child(draft.head, *SUBJECTS, *PASSIVE_SUBJECTS)
        if tree.tokens[draft.head].dep == "relcl":  # "hunters who shoot wolves"
            who = tree.tokens[draft.head].head
        if who is not None and tree.tokens[who].pos in ("NOUN", "PROPN"):
            return self._is_crowd((who,))
        if doer is not None:
            return False
        return self._is_crowd(harmed)

    def _is_told(
        self, responses: Sequence[Response], told: Attribution, doer: Party | None, *, warned: bool
    ) -> bool:
        """Whether it is plain people or firms who are told of it: "threatened dockers with dismissal"."""
        if told.addressees:
            spans = [one.span for one in told.addressees if one.span is not None]
            words = [self._evidence.within(span) for span in spans]
            if words and all(self._is_crowd(self._heads(one)) for one in words):
                return True
            if self._is_trade(responses, told, doer, warned=warned):
                return True
        cue = self._evidence.within(told.cue) if warned and told.cue is not None else set()
        return self._is_crowd(at for one in cue for at in self._tree.children(one, "dobj"))

    def _is_of_office(self, answer: Response) -> bool:
        """Reads "threatened to resign", "to sack the head of the railways": who will hold an office no more."""
        tree, plain = self._tree, self._plain
        for verb in self._evidence.within(answer.span):
            particle = tree.child(verb, "prt")
            lemma = tree.tokens[verb].lemma
            lemma = lemma if particle is None else f"{lemma} {tree.tokens[particle].lemma}"
            things = {
                tree.tokens[at].lemma for at in tree.children(verb, "dobj", *PASSIVE_SUBJECTS)
            }
            if lemma in plain.leaving or (lemma in plain.sacking and things & plain.officials):
                return tree.tokens[verb].pos == "VERB"
        return False

    def _is_of_parliament(self, harmed: Iterable[int]) -> bool:
        """Reads "threatened to dissolve parliament": what a power does to its own house."""
        tokens = self._tree.tokens
        return any(
            tokens[at].lemma in _HOUSES and tokens[tokens[at].head].lemma in _CLOSING
            for at in harmed
        )

    def _is_trade(
        self, responses: Sequence[Response], told: Attribution, doer: Party | None, *, warned: bool
    ) -> bool:
        """Whether those are told who are no power: "warned airlines that they would lose their slots"."""
        if doer is not None and doer.actor in self._evidence.powers and not warned:
            return False  # "told farmers that he would bar Danish milk"
        if any("military" in answer.modes for answer in responses):
            return False
        spans = [one.span for one in told.addressees if one.actor is None]
        lemmas = [
            {self._tree.tokens[at].lemma for at in self._evidence.within(one)}
            for one in spans
            if one is not None
        ]
        private = all(words & self._private for words in lemmas)
        return bool(lemmas) and len(lemmas) == len(told.addressees) and private

    def _harmed(self, answer: Response) -> list[int]:
        """Whom the words of an answer say it is done to."""
        tree = self._tree
        words = self._evidence.within(answer.span)
        deeds = {at for at in words if tree.tokens[at].pos == "VERB"}
        below = {at for deed in deeds for at in tree.children(deed, *_HARMED, "prep")}
        below |= {at for one in below for at in tree.children(one, "pobj")}
        return [at for at in sorted(below) if tree.tokens[at].dep in _HARMED]

    def _heads(self, words: Collection[int]) -> list[int]:
        return [at for at in sorted(words) if self._tree.tokens[at].head not in words]

    def _is_crowd(self, nouns: Iterable[int]) -> bool:
        """Whether one of these is a crowd that no people or country is said to send."""
        return any(
            self._tree.tokens[at].lemma in self._crowds
            and not any(
                self._tree.tokens[below].entity.endswith(_FOREIGN)
                for below in self._tree.subtree(at, without=("relcl", "acl"))
            )
            for at in nouns
        )
