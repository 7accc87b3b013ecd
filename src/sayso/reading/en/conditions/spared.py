"""What is no answer to anybody: harm to the speaker's own, to a whole part of the world, by outlaws, or upon a market's turn; kindnesses, and what markets will do."""

from __future__ import annotations

from collections.abc import Collection

from sayso.books.redlines import RedLineBook
from sayso.model.reading import Response
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.en.conditions.forecasts import Forecasts
from sayso.reading.tree import SUBJECTS

_OWN = "own"
_THINGS = ("dobj", "nsubjpass")


class Spared:
    """Tells which of one article's responses would harm nobody who could be warned by them."""

    def __init__(self, evidence: Evidence, book: RedLineBook) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._book = book
        self._forecasts = Forecasts(evidence.tree, book)

    def of(self, responses: tuple[Response, ...], draft: Draft) -> tuple[Response, ...]:
        """The responses that are left; none where only prices or the weather would have to turn."""
        if not draft.demanded and self._turns(draft.head):
            return ()
        said = {at for one in responses for at in self._said(one)}
        if not draft.demanded and self._forecasts.is_advice(said - draft.condition):
            return ()
        return tuple(one for one in responses if not self._is_spared(one, draft))

    def _turns(self, verb: int) -> bool:
        """Whether only nature or a market would turn."""
        return self._is_of_market(verb) or self._forecasts.is_of_nature(verb)

    def _said(self, answer: Response) -> set[int]:
        """The words of the sentence that an answer stands in."""
        sentences = {self._tree.sentence(at) for at in self._evidence.within(answer.span)}
        spans = (self._tree.sentences[number] for number in sentences)
        return {at for one in spans for at in range(one.first, one.last)}

    def _is_of_market(self, verb: int) -> bool:
        """Reads "should crude fall", "if inflation rises": what nobody does."""
        tree = self._tree
        who = tree.child(verb, *SUBJECTS, "amod")  # the parser takes "crude" for an adjective
        moves = tree.tokens[verb].lemma in self._book.bodies.suffering
        return moves and who is not None and tree.tokens[who].lemma in self._book.bodies.markets

    def _is_spared(self, answer: Response, draft: Draft) -> bool:
        tree = self._tree
        words = self._evidence.within(answer.span)
        limit = answer.kind == "answer" and self._is_limit(words)
        if limit or self._forecasts.is_one(words):
            return True
        if answer.kind != "effect":
            return False
        for verb in (at for at in words if tree.tokens[at].pos == "VERB"):
            if tree.tokens[verb].head not in words and self._is_purpose(verb):
                return True
            who = tree.child(verb, *SUBJECTS)
            if who is not None and self._is_elsewhere(tree.subtree(who), verb, draft):
                return True
            if any(self._is_one_s_own(tree.subtree(at)) for at in tree.children(verb, *_THINGS)):
                return True
        return False

    def _is_limit(self, words: Collection[int]) -> bool:
        """Reads "each side has limits that it cannot cross": what some thing is told by."""
        tree = self._tree
        told = [at for at in words if tree.tokens[at].dep == "relcl" and tree.is_negated(at)]
        return len(words) == 1 and bool(told)

    def _is_purpose(self, verb: int) -> bool:
        """Reads "will send observers to see how it is done": what one's own act is for."""
        tree = self._tree
        aims = any(tree.tokens[at].tag == "TO" for at in tree.children(verb, "aux"))
        lone = not tree.children(verb, *SUBJECTS)
        return aims and lone and tree.tokens[verb].dep == "advcl"

    def _is_one_s_own(self, words: Collection[int]) -> bool:
        """Reads "would haunt our own butchers"."""
        return any(self._tree.tokens[at].lemma == _OWN for at in words)

    def _is_elsewhere(self, words: Collection[int], verb: int, draft: Draft) -> bool:
        """Reads "smugglers will own the valley", "the whole Horn of Africa will pay": no power, and no side of this."""
        tree = self._tree
        head = next((at for at in sorted(words) if tree.tokens[at].head not in words), min(words))
        if tree.tokens[head].lemma.lower() in self._book.bodies.lawless:
            return True
        pays = tree.tokens[verb].lemma in self._book.warnings.paying
        named = tree.tokens[head].pos == "PROPN" and draft.condition.isdisjoint(words)
        return pays and named and self._evidence.party(set(words)).actor is None
