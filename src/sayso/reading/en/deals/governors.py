"""What governs a deal: the words up the tree from the word that tells it, and what each says of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.books.deals import DealBook
from sayso.model.deals import Mark
from sayso.reading.en.deals.slots import is_modifier, is_swallowed
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_UP = frozenset({"xcomp", "ccomp", "dobj", "pobj", "pcomp", "acl", "prep", "nsubjpass", "attr"})
# Prepositions that lead from what is governed to the word that governs it: "talks on", "approval of".
_LEADING = frozenset(
    {"of", "on", "for", "to", "about", "over", "against", "from", "regarding", "in", "at", "as"}
)
_NO = frozenset({"no", "neither"})
_FARTHEST = 12
# What is still open behind "whether".
_DECIDED = frozenset({"authorised", "agreed", "contracted", "offered", "announced"})


class Governor(NamedTuple):
    """A word that governs a deal, what it says of it, and whether it is negated."""

    at: int
    mark: Mark
    negated: bool


class Governors:
    """Governing words by token index."""

    def __init__(self, tree: Tree, book: DealBook) -> None:
        self._tree = tree
        self._book = book

    def of(self, index: int) -> tuple[Governor, ...]:
        """The words that govern what this word tells, nearest first.

        A claim that is denied ("dismissed the rumour that …") makes nothing less sure, but denied.
        """
        found = tuple(self._climb(index))
        return tuple(
            one
            for place, one in enumerate(found)
            if not (
                one.mark == "considered"
                and self._tree.tokens[one.at].lemma in self._book.words.claims
                and any(above.mark in ("refused", "denied") for above in found[place + 1 :])
            )
        )

    def mark(self, index: int) -> Mark | None:
        """What a governing word says of the deal, with the words that it makes a phrase with."""
        token = self._tree.tokens[index]
        if not token.tag.startswith("VB"):
            return self._book.nouns.get(token.lemma) if token.pos in ("NOUN", "PROPN") else None
        if self._is_called_untrue(index):
            return "refused"
        marks = self._book.verbs
        return next((marks[key] for key in self._keys(index) if key in marks), None)

    def _keys(self, verb: int) -> Iterator[str]:
        """The verb with its particle, preposition or object, then alone: "call off", "put on hold"."""
        tree = self._tree
        lemma = tree.tokens[verb].lemma
        for child in tree.children(verb, "prep"):
            for governed in tree.children(child, "pobj"):
                yield f"{lemma} {tree.tokens[child].lemma} {tree.tokens[governed].lemma}"
        for child in tree.children(verb, "prt", "prep", "dobj", "acomp", "attr", "advmod"):
            yield f"{lemma} {tree.tokens[child].lemma.lower()}"
        yield lemma

    def _is_called_untrue(self, verb: int) -> bool:
        """Reads "is a lie", "called it fiction"."""
        called = self._tree.children(verb, "attr", "acomp", "oprd")
        return any(self._tree.tokens[at].lemma in self._book.words.untrue for at in called)

    def _climb(self, index: int) -> Iterator[Governor]:
        tree = self._tree
        at, below = index, index
        for _ in range(_FARTHEST):
            token = tree.tokens[at]
            head = token.head
            if self._is_part(at):
                at = head
                continue
            talks = self._talks(at)
            if talks is not None:
                yield self._governor(talks, self.mark(talks) or "negotiated", below)
                at = below = talks
                continue
            if head == at or not self._leads(at) or self._is_thing(at):
                return
            if tree.tokens[head].pos in ("ADP", "SCONJ"):
                if not self._is_leading(head):
                    return
                at = head
                continue
            last = self._settling(head, at)
            if last is not None:
                yield last
                return
            mark = self._own(head, token.pos == "ADP")
            if mark is not None:
                yield self._governor(head, mark, below)
                below = head
            elif not self._is_open(head, at):
                return
            else:
                yield from self._held(head, at)
            at = head

    def _is_part(self, at: int) -> bool:
        """Whether a word is read with the one above it, and what governs that governs it."""
        inside = is_swallowed(self._tree, at) or is_modifier(self._tree, at)
        return inside or self._is_of_phrase(at)

    def _own(self, head: int, below: bool) -> Mark | None:
        """What a word says by itself; nothing where its verb says it with it ("exercised an option")."""
        mark = None if self._is_of_phrase(head) else self.mark(head)
        return None if mark == "effective" and below else mark

    def _is_open(self, head: int, at: int) -> bool:
        """Whether what stands above may still govern."""
        if self._is_of_phrase(head):
            return True
        return self.mark(head) is None and self._is_passed(head, at)

    def _settling(self, head: int, at: int) -> Governor | None:
        """A word that says all of the deal, whatever stands above it."""
        if self._ensures(head, at):
            return Governor(head, "feared", negated=False)
        if self._tree.tokens[head].lemma in self._book.words.untrue:
            return Governor(head, "refused", negated=False)
        above, below = self._tree.tokens[head], self._tree.tokens[at]
        if above.lemma in self._book.words.blaming and below.lemma == "for":
            return Governor(head, "done", self._tree.is_negated(head))
        punished = self._tree.children(head, "dobj") if below.lemma == "for" else ()
        if any(self._tree.tokens[at].lemma in self._book.words.penalties for at in punished):
            return Governor(head, "done", self._tree.is_negated(head))
        return self._lacking(head)

    def _lacking(self, noun: int) -> Governor | None:
        """What it means that there is none of it: "no truth to", "no evidence that", "no objection to"."""
        words = self._book.words
        lemma = self._tree.tokens[noun].lemma
        if not self._is_none(noun):
            return None
        if lemma in words.truths:
            return Governor(noun, "refused", negated=False)
        if lemma in words.signs:
            return Governor(noun, "done", negated=True)
        return Governor(noun, "authorised", negated=False) if lemma in words.objections else None

    def _is_none(self, noun: int) -> bool:
        tokens = self._tree.tokens
        return any(tokens[at].lemma in _NO for at in self._tree.children(noun, "det"))

    def _is_passed(self, head: int, at: int) -> bool:
        """Whether a word says nothing of the deal itself, but what governs it does."""
        words = self._book.words
        above = self._tree.tokens[head]
        if above.lemma in words.claims | words.signs or self._is_notified(head, at):
            return True
        return above.lemma in words.light and self._tree.tokens[at].dep != "ccomp"

    def _is_leading(self, preposition: int) -> bool:
        """Whether a preposition leads from what is governed to its governor: also in "went ahead with"."""
        token = self._tree.tokens[preposition]
        ahead = token.lemma == "with" and self.mark(token.head) == "announced"
        return ahead or token.lemma in _LEADING

    def _is_of_phrase(self, noun: int) -> bool:
        """Whether a noun makes a phrase with its verb, which says what it says: "exercised an *option* to"."""
        token = self._tree.tokens[noun]
        verb = self._tree.tokens[token.head].lemma
        return token.dep == "dobj" and f"{verb} {token.lemma}" in self._book.verbs

    def _talks(self, at: int) -> int | None:
        """Reads "is in *talks* with Oslo to buy" where the infinitive hangs on the verb."""
        tree = self._tree
        token = tree.tokens[at]
        if token.dep not in ("advcl", "xcomp") or token.tag != "VB" or token.head > at:
            return None
        nouns = tree.children(token.head, "dobj")
        for preposition in tree.children(token.head, "prep"):
            if tree.tokens[preposition].lemma in ("in", "into"):
                nouns += tree.children(preposition, "pobj")
        held = ("negotiated", "agreed", "contracted")
        return next((n for n in nouns if n < at and self.mark(n) in held), None)

    def _held(self, verb: int, below: int) -> Iterator[Governor]:
        """The noun that a light verb carries beside the deal: "talks are held on …", "gave consent to …"."""
        tree = self._tree
        if tree.tokens[below].dep not in ("prep", "xcomp", "advcl", "dative"):
            return
        for noun in tree.children(verb, "dobj", *PASSIVE_SUBJECTS):
            mark = self.mark(noun) if tree.tokens[noun].pos == "NOUN" else None
            if mark in ("negotiated", "agreed", "authorised"):
                one = self._governor(noun, mark, below)
                yield one._replace(negated=one.negated or tree.is_negated(verb))
                return

    def _leads(self, at: int) -> bool:
        token = self._tree.tokens[at]
        if token.dep in SUBJECTS:
            keys = self._keys(token.head)
            happens = any(key in self._book.words.happening for key in keys)
            return happens or self._is_called_untrue(token.head)
        if token.dep == "relcl":  # read as one: "a rumour that …", "a resolution to …"
            head = self._tree.tokens[token.head].lemma
            infinitive = any(
                self._tree.tokens[child].tag == "TO" for child in self._tree.children(at, "aux")
            )
            return head in self._book.words.claims or infinitive
        if token.dep == "advcl":  # "gave its consent for Oslo to send"
            marks = self._tree.children(at, "mark")
            return any(self._tree.tokens[child].lemma == "for" for child in marks)
        if token.dep == "dative" and token.pos == "ADP":  # "gave its blessing to the sale"
            return True
        return token.dep in _UP or (token.dep == "advmod" and token.lemma in self._book.words.light)

    def _is_notified(self, index: int, at: int) -> bool:
        """Reads "notified Congress of the sale", with the sale below those who are told."""
        token = self._tree.tokens[index]
        if self._tree.tokens[at].pos != "ADP":
            return False
        return token.dep == "dobj" and self.mark(token.head) in ("notified", "done")

    def _ensures(self, head: int, at: int) -> bool:
        """Reads "make sure that none … reaches": what somebody sees to it that it does not happen."""
        token = self._tree.tokens[head]
        sure = token.lemma in self._book.words.ensuring
        return sure and self._tree.tokens[at].dep == "ccomp" and self._tree.is_negated(at)

    def _is_thing(self, at: int) -> bool:
        """A participle after a noun tells of that noun, and is not governed through it."""
        token = self._tree.tokens[at]
        return token.dep == "acl" and token.tag == "VBN" and not self._tree.children(at, "aux")

    def _governor(self, index: int, mark: Mark, below: int) -> Governor:
        tree, words = self._tree, self._book.words
        token = tree.tokens[index]
        ruled = token.lemma in words.excluding and mark == "refused"
        if ruled and tree.is_negated(index):  # "has not ruled out"
            return Governor(index, "considered", negated=False)
        if token.lemma in words.withholding:
            under = tree.tokens[below].lemma
            asked = self.mark(below) in ("requested", "authorised") or under in words.permissions
            asked = asked or self.withholds(index)
            mark = (
                "prohibited" if asked else "denied" if token.lemma in words.denying else "refused"
            )
        elif mark in ("suspended", "cancelled") and self._is_by_court(index):
            mark = "prohibited"
        if mark in _DECIDED and any(
            tree.tokens[child].lemma == "whether" for child in tree.children(index, "mark")
        ):
            mark = "considered"  # "has yet to decide whether to let"
        negated = tree.is_negated(index) or self._is_none(index)
        return Governor(index, mark, negated)

    def withholds(self, verb: int) -> bool:
        """Reads "refused its consent to": the permission beside what it is for."""
        held = self._tree.children(verb, "dobj")
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
