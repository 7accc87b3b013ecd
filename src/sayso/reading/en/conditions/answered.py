"""What a power will do about an unkind act of another, where no word of it is adverse by itself."""

from __future__ import annotations

from collections.abc import Collection

from sayso.books.redlines import RedLineBook
from sayso.model.ledger import Mode
from sayso.model.reading import Response
from sayso.model.text import Party
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.conditions.doers import Doers
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.en.conditions.welcome import is_welcome

_COMING = frozenset({"will", "would", "shall", "wo", "'ll", "’ll"})
_PEOPLES = ("NORP", "GPE")
_BINDING = frozenset({"have", "force", "oblige", "compel", "constrain", "bind"})
_RETURNED = frozenset({"ours", "yours", "theirs", "mine", "them", "one", "some"})
_ONE_S_OWN = frozenset({"own", "itself", "themselves", "ourselves", "himself", "herself"})


class Answered:
    """Tells answers by two closed lists: of verbs that harm nobody, and of what is refused.

    "Oslo will flood the pits if Bergen tries the crew": nobody sets a deed upon an unkind act of another
    but to answer it, unless the deed is for somebody's good or only befalls who is said to do it. Words
    for such deeds are few; those for adverse ones are without end.
    """

    def __init__(
        self, evidence: Evidence, book: RedLineBook, responses: Responses, doers: Doers
    ) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._book = book
        self._words = book.adverse
        self._acts = book.acts
        self._responses = responses
        self._doers = doers

    def of(self, draft: Draft, rest: Collection[int]) -> tuple[Response, ...]:
        """The deed that is to follow, as the response that it is; () where it or the act is kind."""
        verb = next((at for at in sorted(rest) if self._is_coming(at, rest)), None)
        done = self._done(verb) if verb is not None else None
        if verb is None or done is None:
            return ()
        if not self._is_adverse(done, draft) or not self._is_unkind(done, draft):
            return ()
        by = self._responses.by
        words = by.of(verb, regards=False)
        if not words:
            return ()
        doer, own = self._evidence.party(words), by.is_own(words) or by.is_body(words)
        if not (own or doer.actor):
            return ()
        told = {at for at in self._tree.subtree(verb) if at in rest}
        return (
            Response(
                span=self._evidence.span(told),
                kind="deed",
                actor=doer if doer.actor else None,
                own=own,
                modes=self._responses.words.shown.of(done) or self._modes(done, draft),
                named=True,
            ),
        )

    def _done(self, verb: int) -> int:
        """What somebody "will have to do", "will be forced to do"."""
        tree = self._tree
        below = tree.child(verb, "xcomp")
        bound = tree.tokens[verb].lemma in _BINDING and not tree.is_negated(verb)
        return below if bound and below is not None else verb

    def _is_coming(self, at: int, rest: Collection[int]) -> bool:
        """Whether a verb tells what will be done, and hangs on no other of these words, or on a denial."""
        tree = self._tree
        coming = any(tree.tokens[a].text.lower() in _COMING for a in tree.children(at, "aux"))
        if not coming or not self._responses.to_come(at):
            return False
        return not any(
            tree.tokens[up].pos == "VERB" and (up in rest or tree.is_negated(up))
            for up in tree.ancestors(at)
        )

    def _is_adverse(self, verb: int, draft: Draft) -> bool:
        """Whether a deed harms somebody; "we will not join unless …" is a limit of one's own."""
        tree = self._tree
        lemma = self._lemma(verb)
        if self._is_mirrored(verb, draft):
            return True
        if tree.is_negated(verb):
            return lemma in self._words.refused and not draft.demanded
        things = tree.children(verb, "dobj")
        words = {tree.tokens[below].lemma for at in things for below in tree.subtree(at)}
        helpful = words & (self._words.helpful | _ONE_S_OWN)
        if lemma in self._words.verbs:  # "halt the raids": adverse, but for its object
            helpful |= words & self._words.relieving
        return bool(things) and lemma not in self._words.harmless and not helpful

    def _modes(self, verb: int, draft: Draft) -> tuple[Mode, ...]:
        """The modes of what is done in return: those of what it mirrors."""
        done = self._responses.find(draft.condition) if self._is_mirrored(verb, draft) else ()
        return done[0].modes if done else ("unspecified",)

    def _is_mirrored(self, verb: int, draft: Draft) -> bool:
        """Reads "if Oslo raises tolls, we will raise ours": the like of what harms, done in return."""
        tree = self._tree
        same = any(
            tree.tokens[at].lemma == tree.tokens[verb].lemma and tree.tokens[at].pos == "VERB"
            for at in draft.condition
        )
        returned = any(
            tree.tokens[at].text.lower() in _RETURNED for at in tree.children(verb, "dobj")
        )
        return same and returned and bool(self._responses.find(draft.condition))

    def _is_unkind(self, verb: int, draft: Draft) -> bool:
        """Whether another does harm, or anything but a kindness to what is the speaker's own."""
        tree, head = self._tree, draft.head
        if self._is_mirrored(verb, draft):
            return True
        if is_welcome(self._evidence, self._book, draft):
            return False
        doer, deed = self._doers.of(draft)
        own = self._responses.by.is_own(draft.condition)
        if not (deed or own):
            return False
        if tree.tokens[head].pos == "NOUN":
            return tree.tokens[head].lemma in self._acts.hostile
        if draft.demanded or self._lemma(head) in self._acts.benign:
            return False
        return own or (
            self._doers.deeds.is_hostile(head) and (doer is None or self._is_power(doer))
        )

    def _is_power(self, doer: Party | None) -> bool:
        """Whether a state or a power like it would act, or what is of a people: "Chilean trawlers"."""
        if doer is None or doer.span is None:
            return False
        if doer.actor in self._evidence.powers:
            return True
        tree = self._tree
        words = self._evidence.within(doer.span)
        heads = {at for at in words if tree.tokens[at].head not in words}
        near = heads | {below for at in heads for below in tree.children(at, "amod", "compound")}
        return any(tree.tokens[at].entity.endswith(_PEOPLES) for at in near)

    def _lemma(self, verb: int) -> str:
        """The verb with its particle: "call off"."""
        particle = self._tree.child(verb, "prt")
        lemma = self._tree.tokens[verb].lemma
        return lemma if particle is None else f"{lemma} {self._tree.tokens[particle].lemma}"
