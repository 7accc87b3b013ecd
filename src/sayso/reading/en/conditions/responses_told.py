"""Responses that no word of theirs shows, but the form or the cue in which they are told."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import structs

from sayso.books.redlines import RedLineBook
from sayso.model.ledger import Mode
from sayso.model.reading import Response
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.en.conditions.given_time import BEFALLING
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.tree import SUBJECTS


class ToldResponses:
    """Reads what one article's words of warning, threats and ultimatums say will follow."""

    def __init__(self, evidence: Evidence, book: RedLineBook, responses: Responses) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._book = book
        self._responses = responses

    def warned(self, inside: Collection[int]) -> tuple[Response, ...]:
        """What a warning says will follow, where no word of it is adverse by itself; () for no verb."""
        for at in sorted(inside):
            token = self._tree.tokens[at]
            coming = any(self._tree.tokens[a].tag == "MD" for a in self._tree.children(at, "aux"))
            if token.pos not in ("VERB", "AUX") or not coming:
                continue
            doer = self._responses.by.of(at, regards=False)
            if doer and self._responses.by.is_lemma(doer, self._book.bodies.everybody):
                continue
            actor = self._evidence.party(doer) if doer else None
            if actor is not None and actor.actor is None:
                actor = None
            if actor is None and token.lemma in self._book.bodies.suffering:
                continue
            words = {w for w in self._tree.subtree(at) if w in inside}
            own = self._responses.by.is_own(doer) if doer else False
            return (
                Response(
                    span=self._evidence.span(words),
                    kind="effect",
                    actor=actor,
                    own=own,
                    modes=self._responses.words.shown.of(at) or ("unspecified",),
                    named=True,
                ),
            )
        return ()

    def warned_of(self, inside: Collection[int]) -> tuple[Response, ...]:
        """Reads "warned Oslo of the fall of its government if …": the noun that is warned of."""
        tokens, first = self._tree.tokens, min(inside, default=0)
        of = [at for at in inside if tokens[tokens[at].head].lemma in ("of", "about")]
        head = next((at for at in sorted(of) if tokens[at].dep == "pobj"), None)
        above = tokens[tokens[head].head].head if head is not None else None
        if head is None or above is None or first > head:
            return ()
        warns = tokens[above].lemma in self._book.warnings.words
        return self._noun(inside) if warns else ()

    def ordered(self, inside: Collection[int]) -> tuple[Response, ...]:
        """What an ultimatum threatens with where no word of it is adverse: "… or lose our help"."""
        found = self.warned(inside)
        bare = min((at for at in inside if self._is_bare(at)), default=None)
        first = min(inside, default=None)
        taken = bare is None and first is not None and self._tree.tokens[first].lemma in BEFALLING
        if taken:  # "or | brace for war", which the parser takes for a noun
            bare = first
        if not found and bare is None:
            return self.verbless(inside)  # "the only way to avoid | a ban"
        if found or bare is None:
            return tuple(structs.replace(one, kind="deed") for one in found)
        words = set(inside) if taken else {at for at in self._tree.subtree(bare) if at in inside}
        words -= self._tree.punctuation
        span = self._evidence.span(words)
        return (
            Response(
                span=span,
                kind="effect",
                actor=None,
                own=False,
                modes=self._modes(bare, words) or ("unspecified",),
                named=True,
            ),
        )

    def _modes(self, verb: int, inside: Collection[int]) -> tuple[Mode, ...]:
        """The modes of what befalls somebody: of the first noun behind the verb, else of its object."""
        tokens = self._tree.tokens
        nouns = (at for at in sorted(inside) if at > verb and tokens[at].pos == "NOUN")
        heads = (at for at in nouns if tokens[at].dep not in ("compound", "amod", "nmod"))
        head = next(heads, None)
        told = self._book.framed.mode(tokens[head].lemma) if head is not None else ()
        return told or self._responses.words.shown.of(verb)

    def threatened(self, inside: Collection[int]) -> tuple[Response, ...]:
        """What a word of threatening governs, adverse by that: "to sell its bonds", "with tariffs"."""
        told = self.warned(inside) or self.ordered(inside)
        if told:
            return tuple(structs.replace(one, kind="deed") for one in told)
        return self._noun(inside)

    def verbless(self, inside: Collection[int]) -> tuple[Response, ...]:
        """Reads "if they sell it, tariffs the next day!": a noun alone, of a known mode."""
        if any(self._tree.tokens[at].pos in ("VERB", "AUX") for at in inside):
            return ()
        return tuple(one for one in self._noun(inside) if one.named)

    def _noun(self, inside: Collection[int]) -> tuple[Response, ...]:
        """What the first noun of these words threatens with."""
        tokens = self._tree.tokens
        head = next((at for at in sorted(inside) if tokens[at].pos in ("NOUN", "PROPN")), None)
        while head is not None and tokens[head].head != head and tokens[head].head in inside:
            head = tokens[head].head
        if head is None or tokens[head].pos not in ("NOUN", "PROPN"):
            return ()
        words = {at for at in self._tree.subtree(head, without=("advcl", "punct")) if at in inside}
        modes = self._book.framed.mode(tokens[head].lemma)
        modes = modes or self._responses.words.shown.told(head)
        return (
            Response(
                span=self._evidence.span(words),
                kind="answer",
                actor=None,
                own=False,
                modes=modes or ("unspecified",),
                named=bool(modes),
            ),
        )

    def befalls(self, responses: tuple[Response, ...], draft: Draft) -> tuple[Response, ...]:
        """Reads "they will pay if they touch it": what befalls whoever does it is an answer to it."""
        tree = self._tree
        raised = tree.child(draft.head, *SUBJECTS)
        verb = tree.tokens[draft.head].head
        above = tree.child(verb, *SUBJECTS)
        if raised is None or above is None or raised == above:
            return responses
        one, other = tree.tokens[raised], tree.tokens[above]
        if one.tag != "PRP" or one.lemma.lower() != other.lemma.lower():
            return responses
        if one.text.lower() in self._book.own:
            return responses
        return tuple(
            structs.replace(each, kind="answer", actor=None) if each.kind == "effect" else each
            for each in responses
        )

    def _is_bare(self, at: int) -> bool:
        token = self._tree.tokens[at]
        return token.tag == "VB" and token.dep not in ("aux", "auxpass")
