"""What a condition points back to: "such a step", "if that happens", "if it proceeds"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.books.redlines import RedLineBook
from sayso.model.reading import Conditional
from sayso.model.text import Span
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.attribution.participants import ASKED
from sayso.reading.en.conditions.asked_before import AskedBefore
from sayso.reading.en.conditions.drafts import Draft, has_modal
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS

_POINTERS = frozenset({"this", "that", "these", "those", "such"})
_PRONOUNS = frozenset({"it", "this", "that", "they", "so"})
_SHORT = frozenset({"so", "not"})  # "if so", "if not"
_DETAILS = ("prep", "acl", "compound", "poss")
_FAR = 2  # sentences
_SOON = frozenset({"about", "set", "due", "poised", "ready", "likely"})
_ABOUT = frozenset({"be", "plan", "intend", "mean", "prepare"})  # "was about to", "planned to"


class Antecedent(NamedTuple):
    """What a condition points back to: the condition before it, else the head of an act's words."""

    spans: tuple[Span, ...]
    earlier: Conditional | None = None
    act: int | None = None


class Antecedents:
    """Finds what the conditions of one article point back to."""

    def __init__(self, evidence: Evidence, book: RedLineBook) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._acts = book.acts
        told = book.warnings
        self._before = AskedBefore(evidence.tree, told)
        self._crossing = told.crossing
        self._asking = told.urging | told.ordering | told.demanding | told.words

    def of(self, draft: Draft, before: Sequence[Conditional]) -> Antecedent:
        """The words that the condition points to: an earlier condition's, else the nearest act's."""
        number = self._tree.sentence(draft.head)
        paragraph = self._tree.sentences[number].paragraph
        for earlier in reversed(before):
            there = self._tree.sentences[earlier.sentence]
            if there.paragraph != paragraph or number - earlier.sentence > _FAR:
                break
            return Antecedent(earlier.antecedent or earlier.condition, earlier=earlier)
        act = self._nearest_act(draft, number)
        if act is None and number and self._tree.sentences[number - 1].paragraph == paragraph:
            last = self._tree.sentences[number - 1]  # "knows our position on raids"
            asked = self._before.among(last.first, last.last)
            act = asked.head if asked is not None else None
        return Antecedent(()) if act is None else Antecedent((self._words(act),), act=act)

    def points(self, draft: Draft) -> bool:
        """Whether the condition has no act of its own, or only the name of one."""
        tokens = self._tree.tokens
        head = tokens[draft.head]
        if head.lemma in _SHORT:
            return True
        if head.tag == "VBG" and head.lemma in self._crossing:  # "crossing it" is no other act
            thing = self._tree.child(draft.head, "dobj")
            return thing is None or tokens[thing].text.lower() in _PRONOUNS
        if head.tag.startswith("VB"):
            raised = self._tree.child(draft.head, *SUBJECTS, *PASSIVE_SUBJECTS)
            if raised is None or raised not in draft.condition:
                return False
            pronoun = tokens[raised].text.lower() in _PRONOUNS
            return (pronoun and self._recurs(draft.head)) or self._is_pointer(raised)
        return self._is_pointer(draft.head)

    def tells(self, draft: Draft) -> bool:
        """Whether it says what act it points to: "such a delivery", not "such a step"."""
        lemma = self._tree.tokens[draft.head].lemma
        return lemma in self._acts.words and lemma not in self._acts.pointing

    def asked(self, act: int) -> int | None:
        """Whom somebody asks or warns to do an act: "urged *Oslo* to close the port"."""
        above = self._tree.tokens[act].head
        if self._tree.tokens[act].dep != "xcomp":
            return None
        if self._tree.tokens[above].lemma not in self._asking:
            return None
        beside = self._tree.children(above, "prep")
        appealed = [at for at in beside if self._tree.tokens[at].lemma in ASKED]
        told = (above, *appealed)  # "urged Oslo to …", "called on Oslo to …"
        return next(
            (at for up in told if (at := self._tree.child(up, "dobj", "dative", "pobj"))), None
        )

    def _recurs(self, verb: int) -> bool:
        particle = self._tree.child(verb, "prt", "advmod")
        lemma = self._tree.tokens[verb].lemma
        joined = f"{lemma} {self._tree.tokens[particle].lemma}" if particle is not None else lemma
        return lemma in self._acts.recurring or joined in self._acts.recurring

    def _is_pointer(self, noun: int) -> bool:
        token = self._tree.tokens[noun]
        if token.tag == "DT":
            return token.text.lower() in _POINTERS
        before = self._tree.children(noun, "det", "predet", "amod")
        pointed = any(self._tree.tokens[at].text.lower() in _POINTERS for at in before)
        return pointed and token.lemma in self._acts.words | self._acts.pointing

    def _nearest_act(self, draft: Draft, number: int) -> int | None:
        """The last act that is named before the condition, in its sentence or the few before it."""
        above = set(self._tree.ancestors(draft.head))
        first = self._tree.sentences[number].first
        for at in range(min(draft.condition | draft.marker) - 1, first - 1, -1):
            if at not in above and self._names_act(at):
                return at
        paragraph = self._tree.sentences[number].paragraph
        for earlier in reversed(self._tree.sentences[max(number - _FAR, 0) : number]):
            if earlier.paragraph != paragraph:
                break
            for at in range(earlier.last - 1, earlier.first - 1, -1):
                if self._names_act(at):
                    return self._widest(at)
        return None

    def _widest(self, noun: int) -> int:
        """Reads "any sale of rockets to the rebels. Such a step": the sale, and not the rockets."""
        tokens = self._tree.tokens
        for up in self._tree.ancestors(noun) if tokens[noun].pos == "NOUN" else ():
            if tokens[up].pos not in ("NOUN", "ADP"):
                break
            if tokens[up].pos == "NOUN" and self._is_any(up):
                return up
        return noun

    def _is_any(self, noun: int) -> bool:
        """Reads "any enrichment by Oslo": what nobody has done yet."""
        before = self._tree.children(noun, "det")
        return any(self._tree.tokens[at].lemma == "any" for at in before)

    def _names_act(self, index: int) -> bool:
        token = self._tree.tokens[index]
        if token.pos == "NOUN":
            told = any(child for child in self._tree.children(index, *_DETAILS))
            return told and (token.lemma in self._acts.words or self._is_any(index))
        if token.pos == "VERB" and token.dep in ("ccomp", "pcomp"):
            subjects = self._tree.children(index, *SUBJECTS, *PASSIVE_SUBJECTS)
            named = [at for at in subjects if self._tree.tokens[at].text.lower() not in _PRONOUNS]
            recurs = bool(subjects) and not named and self._recurs(index)  # it points back itself
            return (bool(subjects) and not recurs) or token.tag == "VBG"
        if token.pos == "VERB" and has_modal(self._tree, index) and token.dep in ("ROOT", "ccomp"):
            return bool(self._tree.children(index, *SUBJECTS))  # "Oslo may close the port"
        if token.pos == "VERB" and token.dep == "xcomp":  # "Oslo plans to close the port. That …"
            head = token.head
            if self._tree.tokens[head].lemma in _SOON:  # "is about | to close the port"
                head = self._tree.tokens[head].head
            above = self._tree.tokens[head]
            if above.lemma in self._asking:  # "urged Oslo to close the port"
                return True
            coming = above.tag in ("VBZ", "VBP", "VBG") or above.lemma in _ABOUT
            return coming and bool(self._tree.children(head, *SUBJECTS))
        return False

    def _words(self, act: int) -> Span:
        left_out = ("relcl", "mark", "punct") if self._tree.tokens[act].pos == "NOUN" else ("mark",)
        words = self._tree.subtree(act, without=(*left_out, "advcl"))
        for preposition in self._tree.children(act, "prep"):
            if self._tree.tokens[preposition].lemma == "as":  # what it is held to be
                words -= self._tree.subtree(preposition)
        low = high = act
        while low - 1 in words:
            low -= 1
        while high + 1 in words:
            high += 1
        return self._evidence.span(range(low, high + 1))
