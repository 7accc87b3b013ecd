"""What a word that governs a deal says of it: agreed, refused, held up, and whether that is negated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.books.deals import DealBook
from sayso.model.deals import Mark
from sayso.reading.en.deals.leave import Leave
from sayso.reading.tree import PASSIVE_SUBJECTS, Tree

_MEANT = frozenset({"intent", "understanding", "interest"})
_NO = frozenset({"no", "neither"})
# What ends a hold-up.
_UNDOING = frozenset({"lifted", "refused", "cancelled"})
# Auxiliaries of a refusal: "does not allow", "would not let".
_DOING = frozenset({"do", "will", "would", "can", "could"})
_MAYBE = frozenset({"can", "could", "may", "might", "would"})
# What leads to a deed that is soon to be done, and is not yet: "is close to signing".
_NEARLY = frozenset({"close", "closer", "closest", "near", "nearer", "verge", "brink", "cusp"})
_NEAR_DONE = frozenset({"contracted", "agreed", "effective", "completed"})
# What forbids without anybody who does.
_RULES = frozenset(
    {"sanction", "law", "rule", "restriction", "moratorium", "constitution", "treaty"}
)
# What is still open behind "whether".
_DECIDED = frozenset({"authorised", "agreed", "contracted", "offered", "announced"})


class Governor(NamedTuple):
    """A word that governs a deal, what it says of it, and whether it is negated."""

    at: int
    mark: Mark
    negated: bool


class Marks:
    """What words say, by token index."""

    def __init__(self, tree: Tree, book: DealBook) -> None:
        self._tree = tree
        self._book = book
        self._leave = Leave(tree, book)

    def of(self, index: int) -> Mark | None:
        """What a governing word says of the deal, with the words that it makes a phrase with."""
        token = self._tree.tokens[index]
        if not token.tag.startswith("VB"):
            claim = token.tag == "NN" and token.lemma in self._book.words.claims  # "talk of a deal"
            mark = self._book.nouns.get(token.lemma) if token.pos in ("NOUN", "PROPN") else None
            if mark == "contracted" and self._tree.below(index) & _MEANT:
                return "agreed"  # "a letter of intent"
            return None if claim and mark == "negotiated" else mark
        if self.is_called_untrue(index):
            return "refused"
        marks = self._book.verbs
        return next((marks[key] for key in self.keys(index) if key in marks), None)

    def of_participle(self, index: int) -> Mark | None:
        """What a participle says, also where it was read as an adjective: "its *cancelled* order"."""
        token = self._tree.tokens[index]
        if token.tag.startswith("VB"):
            return self.of(index)
        lemma = token.lemma.lower()
        stems = (lemma.removesuffix("d"), lemma.removesuffix("ed"), lemma[:-3])
        found = (self._book.verbs.get(one) for one in stems if lemma.endswith("ed"))
        return next((one for one in found if one is not None), None)

    def keys(self, verb: int) -> Iterator[str]:
        """The verb with its particle, preposition or object, also as the subject of its passive, then alone: "call off"."""
        tree = self._tree
        lemma = tree.tokens[verb].lemma
        for child in tree.children(verb, "prep"):
            for governed in tree.children(child, "pobj"):
                yield f"{lemma} {tree.tokens[child].lemma} {tree.tokens[governed].lemma}"
        beside = ("prt", "prep", "dobj", "acomp", "attr", "advmod", *PASSIVE_SUBJECTS)
        for child in tree.children(verb, *beside):
            yield f"{lemma} {tree.tokens[child].lemma.lower()}"
        yield lemma

    def is_called_untrue(self, verb: int) -> bool:
        """Reads "is a lie", "called it fiction"."""
        tree, untrue = self._tree, self._book.words.untrue
        if any(
            tree.tokens[at].lemma in untrue for at in tree.children(verb, "attr", "acomp", "oprd")
        ):
            return True
        if tree.tokens[verb].lemma not in self._book.words.calling:
            return False
        return any(  # read as the last noun's: "called reports of tanks for Oslo *baseless*"
            tree.tokens[at].lemma in untrue and verb < tree.tokens[at].head < at
            for at in tree.subtree(verb, without=("advcl", "conj", "ccomp", "relcl"))
        )

    def is_none(self, noun: int) -> bool:
        """Reads "no talks"."""
        tokens = self._tree.tokens
        return any(tokens[at].lemma in _NO for at in self._tree.children(noun, "det"))

    def is_of_phrase(self, noun: int) -> bool:
        """Whether a noun makes a phrase with its verb, which says what it says: "exercised an *option* to"."""
        token = self._tree.tokens[noun]
        verb = self._tree.tokens[token.head].lemma
        return token.dep == "dobj" and f"{verb} {token.lemma}" in self._book.verbs

    def governor(self, index: int, mark: Mark, below: int, verb: int | None = None) -> Governor:
        """What a word says of what is below it; `verb` is the one that carries it, if it is a noun."""
        tree, words = self._tree, self._book.words
        mark = self._settled(index, mark)
        token = tree.tokens[index]
        ruled = token.lemma in words.excluding and mark == "refused"
        if ruled and tree.is_negated(index):  # "has not ruled out"
            return Governor(index, "considered", negated=False)
        if token.lemma in words.withholding:
            under = tree.tokens[below].lemma
            asked = self.of(below) in ("requested", "authorised") or under in words.permissions
            asked = asked or self.withholds(index)
            mark = (
                "prohibited" if asked else "denied" if token.lemma in words.denying else "refused"
            )
        elif mark in ("suspended", "cancelled") and self._is_by_court(index):
            mark = "prohibited"
        if token.lemma == "fail":
            open_deed = tree.tokens[below].dep == "xcomp"
            blocked = self.of(below) == "prohibited"
            mark = "refused" if open_deed and not blocked else "cancelled"
        if mark in ("begun", "completed") and self.is_to_come(index):
            mark = "announced"
        if mark == "authorised" and self._leave.is_lacking(index):
            mark = "considered"
        if mark == "authorised" and token.lemma in words.letting and self._is_withheld(index):
            return Governor(index, "prohibited", negated=False)
        if mark in _DECIDED and any(
            tree.tokens[child].lemma == "whether" for child in tree.children(index, "mark")
        ):
            mark = "considered"  # "has yet to decide whether to let"
        negated = tree.is_negated(index) or self.is_none(index)
        negated = negated or (verb is not None and tree.is_negated(verb))
        return Governor(index, mark, negated)

    def _settled(self, index: int, mark: Mark) -> Mark:
        """What a word says where it is near to being done, or a rule does it."""
        if mark in _NEAR_DONE and self._is_near(index):
            return "negotiated"
        return "prohibited" if mark == "feared" and self._is_ruled(index) else mark

    def _is_near(self, verb: int) -> bool:
        """Reads "is *close to* signing", "on the *verge of* concluding"."""
        tree = self._tree
        token = tree.tokens[verb]
        above = tree.tokens[tree.tokens[token.head].head]
        return token.dep in ("pcomp", "pobj") and above.lemma.lower() in _NEARLY

    def _is_ruled(self, verb: int) -> bool:
        """Reads "an *embargo* prevents Oslo from": a rule forbids."""
        tree, words = self._tree, self._book.words
        if tree.tokens[verb].lemma not in words.blocking:
            return False
        doers = tree.children(verb, "nsubj")
        for by in tree.children(verb, "agent"):
            doers += tree.children(by, "pobj")
        return any(
            self._book.nouns.get(tree.tokens[at].lemma) == "prohibited"
            or tree.tokens[at].lemma in _RULES
            for at in doers
        )

    def is_to_come(self, verb: int) -> bool:
        """Reads "will begin", "is due to be completed"."""
        helpers = (self._tree.tokens[at] for at in self._tree.children(verb, "aux"))
        return any(one.tag in ("MD", "TO") for one in helpers)

    def _is_withheld(self, verb: int) -> bool:
        """Reads "does not allow", "will not let": who has not done so yet forbids nothing."""
        tree = self._tree
        helpers = {tree.tokens[at].lemma for at in tree.children(verb, "aux")}
        ended = any(tree.tokens[at].lemma == "no" for at in tree.children(verb, "neg"))
        return ended or (tree.is_negated(verb) and bool(helpers & _DOING))

    def withholds(self, verb: int) -> bool:
        """Reads "refused its consent to", "consent was refused": the permission beside what it is for."""
        held = self._tree.children(verb, "dobj", *PASSIVE_SUBJECTS)
        return any(self._tree.tokens[at].lemma in self._book.words.permissions for at in held)

    def _is_by_court(self, verb: int) -> bool:
        """What a court stops is forbidden."""
        tree = self._tree
        doers = [*tree.children(verb, "nsubj")]
        token = tree.tokens[verb]
        if token.dep in ("xcomp", "ccomp"):  # "a court ordered the cabinet to stop"
            doers += tree.children(token.head, "nsubj")
        for by in tree.children(verb, "agent"):
            doers += tree.children(by, "pobj")
        return any(tree.tokens[at].lemma in self._book.words.courts for at in doers)

    def together(self, found: Sequence[Governor]) -> tuple[Governor, ...]:
        """What the words say together, nearest first.

        A claim that is denied ("dismissed the rumour that …") makes nothing less sure, but denied.
        """
        found = [one for one in self._freed(found) if not self._is_attempted(one)]
        return tuple(
            one
            for place, one in enumerate(found)
            if not (
                one.mark == "considered"
                and self._tree.tokens[one.at].lemma in self._book.words.claims
                and any(above.mark in ("refused", "denied") for above in found[place + 1 :])
            )
        )

    def _is_attempted(self, one: Governor) -> bool:
        """Reads "may block", "moved to block": who only can or wants to holds nothing up."""
        tree, words = self._tree, self._book.words
        if one.mark != "prohibited" or tree.tokens[one.at].lemma not in words.blocking:
            return False
        helpers = [tree.tokens[at] for at in tree.children(one.at, "aux")]
        open_ended = any(at.tag == "TO" or at.lemma in _MAYBE for at in helpers)
        near = [tree.tokens[at].lemma for at in (*tree.ancestors(one.at),)][:3]
        return open_ended and words.enacting.isdisjoint(near)

    def _freed(self, found: Sequence[Governor]) -> Sequence[Governor]:
        """What was held up by a deed, and is so no longer, may go on: "lifted his hold on", "failed to block"."""
        for place, one in enumerate(found):
            if self._tree.tokens[one.at].lemma not in self._book.words.blocking:
                continue
            above = found[place + 1] if place + 1 < len(found) else None
            if one.mark == "prohibited" and one.negated:
                above = None
            elif above is None or above.mark not in _UNDOING or above.negated:
                continue
            free = Governor(one.at if above is None else above.at, "authorised", negated=False)
            return (*found[:place], free, *found[place + (1 if above is None else 2) :])
        return found
