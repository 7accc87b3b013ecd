"""Threats over an act to come, and what somebody will do about an act that others expect.

"Vowed the recall of its envoy over any raid", "threatens sanctions over joining the bloc"; and "responding to reports
that Oslo might sell it, she said Rome would …".
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.redlines import RedLineBook
from sayso.reading.en.conditions.acts import Acts
from sayso.reading.en.conditions.drafts import Draft, has_modal, tidy
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_THREATENING = frozenset({"threaten", "vow", "promise", "pledge"})
_OVER = frozenset({"over", "for", "to", "of"})
# "in response to", "in retaliation for", "in case of"
_IN = frozenset(
    {"response", "retaliation", "reply", "answer", "case", "event", "return", "reaction"}
)
_NEXT = frozenset(
    {"any", "further", "new", "more", "another", "future", "possible", "planned", "fresh"}
)
_ABOUT = frozenset({"respond", "react", "comment", "speak", "refer", "reply", "allude"})
_EXPECTED = frozenset(
    {
        "report",
        "possibility",
        "prospect",
        "suggestion",
        "threat",
        "plan",
        "talk",
        "claim",
        "hint",
        "idea",
    }
)
_UNSURE = frozenset({"might", "may", "could", "would", "will"})


class ThreatenedOver:
    """Finds, in one article, an act over which or in view of which somebody threatens."""

    def __init__(self, tree: Tree, book: RedLineBook, responses: Responses) -> None:
        self._tree = tree
        self._acts = Acts(tree, book)
        self._responses = responses

    def find(self) -> Iterator[Draft]:
        """All such conditions, in text order."""
        for index, token in enumerate(self._tree.tokens):
            if self._tree.sentence(index) < 0 or not token.tag.startswith("VB"):
                continue
            if token.lemma in _THREATENING and not self._tree.is_negated(index):
                yield from self._over(index)
            if token.lemma in _ABOUT and token.tag == "VBG" and token.dep == "advcl":
                yield from self._in_view(index)

    def _over(self, verb: int) -> Iterator[Draft]:
        """Reads "vowed sanctions over any raid", "threatens Oslo with sanctions over joining the bloc"."""
        tree = self._tree
        thing = self._threatened(verb)
        if thing is None:
            return
        for preposition, act in self._beside(verb, thing):
            words = frozenset(tidy(tree, tree.subtree(act), act))
            rest = tree.subtree(thing) - tree.subtree(preposition) - words
            if rest and not self._has_condition(verb):
                yield Draft(act, words, rest=frozenset(rest), certain=True, ultimatum=True)
                return

    def _threatened(self, verb: int) -> int | None:
        """What is threatened: behind "with", or the object."""
        tree = self._tree
        by = (at for at in tree.children(verb, "prep") if tree.tokens[at].lemma == "with")
        means = next((tree.child(at, "pobj") for at in by), None)
        thing = means if means is not None else tree.child(verb, "dobj")
        return thing if thing is not None and tree.tokens[thing].pos == "NOUN" else None

    def _beside(self, verb: int, thing: int) -> Iterator[tuple[int, int]]:
        """The phrases of "over any raid", "in response to any raid", each with its act."""
        tree = self._tree
        below = [at for at in tree.subtree(verb) if at > thing and tree.tokens[at].dep == "prep"]
        for at in sorted(below):
            act = tree.child(at, "pobj", "pcomp")
            lemma, up = tree.tokens[at].lemma, tree.tokens[tree.tokens[at].head]
            answers = lemma in ("to", "for", "of") and up.lemma in _IN
            if act is None or not (lemma in ("over", "for") or answers):
                continue
            before = {tree.tokens[one].lemma for one in tree.children(act, "det", "amod")}
            doing = tree.tokens[act].tag == "VBG" and tree.tokens[at].dep == "prep"
            doing = doing and lemma == "over" and tree.tokens[act].dep == "pcomp"
            if doing or (before & _NEXT and self._acts.is_act(act)):
                yield at, act

    def _has_condition(self, verb: int) -> bool:
        tree = self._tree
        marks = {
            tree.tokens[at].lemma for at in tree.subtree(verb) if tree.tokens[at].dep == "mark"
        }
        return bool(marks & {"if", "unless", "once", "until"})

    def _in_view(self, about: int) -> Iterator[Draft]:
        """Reads "responding to reports that Oslo might sell it, she said Rome would close its ports"."""
        tree = self._tree
        verb = tree.tokens[about].head
        told = tree.child(verb, "ccomp", "xcomp")
        if about > verb or told is None or told < verb:
            return
        rest = frozenset(tree.subtree(told))
        for at in tree.subtree(about):
            noun = tree.tokens[at].head
            if (
                tree.tokens[at].dep not in ("acl", "relcl", "ccomp")
                or tree.tokens[noun].lemma not in _EXPECTED
            ):
                continue
            unsure = any(tree.tokens[one].lemma in _UNSURE for one in tree.children(at, "aux"))
            own = tree.children(at, *SUBJECTS, *PASSIVE_SUBJECTS)
            if unsure and own and has_modal(tree, told) and self._responses.find(rest):
                words = frozenset(tree.subtree(at))
                yield Draft(at, words, rest=rest, certain=True)
                return
