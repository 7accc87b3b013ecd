"""What governs a deal: the words up the tree from the word that tells it, and what each says of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.books.deals import DealBook
from sayso.model.deals import Mark
from sayso.reading.en.deals.leave import Leave, is_infinitive
from sayso.reading.en.deals.marks import Governor, Marks
from sayso.reading.en.deals.slots import is_modifier, is_swallowed
from sayso.reading.en.deals.unwilling import foresees, is_unwilling, undone
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_UP = frozenset({"xcomp", "ccomp", "dobj", "pobj", "pcomp", "acl", "prep", "nsubjpass", "attr"})
# Prepositions that lead from what is governed to the word that governs it: "talks on", "approval of".
_LEADING = frozenset(
    {
        "of",
        "on",
        "for",
        "to",
        "about",
        "over",
        "against",
        "from",
        "regarding",
        "in",
        "at",
        "as",
        "out",
    }
)
_FARTHEST = 12
_DROPPING = frozenset({"cancelled", "lifted"})
# What nouns say under which something is to be done.
_LAYING = frozenset({"agreed", "contracted", "announced"})
_PROVIDING = frozenset({"provide", "stipulate", "envisage", "foresee", "specify", "call", "oblige"})
# Nouns that a verb may carry beside the deal: a verb that says nothing itself, and one that does.
_HELD = ("requested", "negotiated", "agreed", "authorised", "suspended", "prohibited")
_HELD_BY_ANY = ("requested", "agreed", "suspended", "prohibited")


class _Step(NamedTuple):
    """Where a step leads, the last word that said something, and what was said; nowhere after the last."""

    at: int | None
    below: int
    said: tuple[Governor, ...] = ()


class Governors:
    """Governing words by token index."""

    def __init__(self, tree: Tree, book: DealBook) -> None:
        self._tree = tree
        self._book = book
        self._marks = Marks(tree, book)
        self._leave = Leave(tree, book)

    def of(self, index: int) -> tuple[Governor, ...]:
        """The words that govern what this word tells, nearest first."""
        withheld = self._leave.withheld(index)
        own = () if withheld is None else (Governor(withheld, "prohibited", negated=False),)
        return self._marks.together((*own, *self._climb(index)))

    def mark(self, index: int) -> Mark | None:
        """What a governing word says of the deal."""
        return self._marks.of(index)

    def keys(self, verb: int) -> tuple[str, ...]:
        """What a verb is called, with the words that it makes a phrase with and alone."""
        return tuple(self._marks.keys(verb))

    def withholds(self, verb: int) -> bool:
        """Reads "refused its consent to"."""
        return self._marks.withholds(verb)

    def _climb(self, index: int) -> Iterator[Governor]:
        at: int | None = index
        below = index
        for _ in range(_FARTHEST):
            step = self._step(at, below) if at is not None else None
            if step is None:
                return
            yield from step.said
            at, below = step.at, step.below

    def _step(self, at: int, below: int) -> _Step | None:
        """From a word to the one above it; None where that governs nothing."""
        tree = self._tree
        head = tree.tokens[at].head
        if self._is_part(at):
            return _Step(head, below)
        talks = self._talks(at)
        if talks is not None:
            said = self._marks.governor(talks, self._marks.of(talks) or "negotiated", below)
            return _Step(talks, talks, (said,))
        had = self._leave.had(at)
        if had is not None:
            return _Step(head, had, (self._marks.governor(had, "authorised", below, head),))
        if head == at or not self._leads(at) or self._is_thing(at):
            return None
        away = tree.tokens[head].pos == "ADV" and tree.tokens[at].dep == "prep"  # "away from"
        if tree.tokens[head].pos in ("ADP", "SCONJ") or away:
            return _Step(head, below) if self._is_leading(head) else None
        last = self._settling(head, at)
        return self._said(head, at, below) if last is None else _Step(None, below, (last,))

    def _said(self, head: int, at: int, below: int) -> _Step | None:
        """What the word above says, with the noun that it carries."""
        said = []
        held = self._held(head, at)
        if held is not None:
            said.append(
                self._marks.governor(held, self._marks.of(held) or "negotiated", below, head)
            )
            below = held
            if self._tree.tokens[held].head != head:  # "the hold placed on"
                return _Step(held, below, tuple(said))
        mark = self._own(head, self._tree.tokens[at].pos == "ADP")
        if foresees(self._tree, head):
            mark = "announced"
        mark = self._laid(head) or mark
        if mark is not None:
            said.append(self._marks.governor(head, mark, below))
            below = head
        elif held is None and not self._is_open(head, at):
            return None
        elif (mark := undone(self._tree, self._book.words, head, below)) is not None:
            said.append(Governor(head, mark, negated=False))
        return _Step(head, below, tuple(said))

    def _laid(self, verb: int) -> Mark | None:
        """What a paper says that provides for a deal: "the *contract* provides for Oslo to send"."""
        if self._tree.tokens[verb].lemma not in _PROVIDING:
            return None
        papers = map(self._marks.of, self._tree.children(verb, "nsubj"))
        return next((one for one in papers if one in ("agreed", "contracted")), None)

    def _is_part(self, at: int) -> bool:
        """Whether a word is read with the one above it, and what governs that governs it."""
        return is_swallowed(self._tree, at) or is_modifier(self._tree, at)

    def _own(self, head: int, below: bool) -> Mark | None:
        """What a word says by itself; nothing where its verb says it with it ("exercised an option")."""
        mark = None if self._marks.is_of_phrase(head) else self._marks.of(head)
        return None if mark == "effective" and below else mark

    def _is_open(self, head: int, at: int) -> bool:
        """Whether what stands above may still govern."""
        if self._marks.is_of_phrase(head):
            return True
        return self._marks.of(head) is None and self._is_passed(head, at)

    def _settling(self, head: int, at: int) -> Governor | None:
        """A word that says all of the deal, whatever stands above it."""
        if is_unwilling(self._tree, self._book.words, head):
            return Governor(head, "refused", negated=False)
        if self._ensures(head, at):
            return Governor(head, "feared", negated=False)
        if self._tree.tokens[head].lemma in self._book.words.untrue:
            return Governor(head, "refused", negated=False)
        below = self._tree.tokens[at]
        if below.lemma == "for" and self._is_blamed(head):
            return Governor(head, "done", self._tree.is_negated(head))
        punished = self._tree.children(head, "dobj") if below.lemma == "for" else ()
        if any(self._tree.tokens[at].lemma in self._book.words.penalties for at in punished):
            return Governor(head, "done", self._tree.is_negated(head))
        if self._is_dropped(head, at):
            return Governor(head, "authorised", self._tree.is_negated(head))
        return self._lacking(head)

    def _is_blamed(self, head: int) -> bool:
        """Reads "jailed *for* smuggling", "jailed a dealer *for* smuggling", however that was read."""
        tree, token = self._tree, self._tree.tokens[head]
        if token.lemma in self._book.words.blaming:
            return True
        return token.dep == "dobj" and tree.tokens[token.head].lemma in self._book.words.blaming

    def _is_dropped(self, head: int, at: int) -> bool:
        """Reads "dropped its objection to", wherever the preposition was hung."""
        tree, words = self._tree, self._book.words
        verb = tree.tokens[head].head if tree.tokens[head].dep == "dobj" else head
        held = tree.children(verb, "dobj") if self._marks.of(verb) in _DROPPING else ()
        beside = tree.tokens[at].pos == "ADP"
        return beside and any(tree.tokens[one].lemma in words.objections for one in held)

    def _lacking(self, noun: int) -> Governor | None:
        """What it means that there is none of it: "no truth to", "no evidence that", "no objection to"."""
        words = self._book.words
        lemma = self._tree.tokens[noun].lemma
        if not self._marks.is_none(noun):
            return None
        if lemma in words.truths:
            return Governor(noun, "refused", negated=False)
        if lemma in words.signs:
            return Governor(noun, "done", negated=True)
        return Governor(noun, "authorised", negated=False) if lemma in words.objections else None

    def _is_passed(self, head: int, at: int) -> bool:
        """Whether a word says nothing of the deal itself, but what governs it does."""
        words = self._book.words
        above = self._tree.tokens[head]
        if self._tree.tokens[at].dep == "relcl" and above.lemma in words.arrangements:
            return True
        if above.lemma in words.claims | words.signs or self._is_notified(head, at):
            return True
        return above.lemma in words.light and self._tree.tokens[at].dep != "ccomp"

    def _is_leading(self, preposition: int) -> bool:
        """Whether a preposition leads from what is governed to its governor: also in "went ahead with"."""
        token = self._tree.tokens[preposition]
        ahead = token.lemma == "with" and self._marks.of(token.head) == "announced"
        return ahead or token.lemma in _LEADING or token.pos == "ADV"

    def _talks(self, at: int) -> int | None:
        """Reads "is in *talks* with Oslo to buy", "left a *deal* to", where the infinitive hangs on the verb."""
        tree = self._tree
        token = tree.tokens[at]
        above = token.head
        if token.dep == "ROOT":  # "Oslo in *talks* to buy tanks"
            above = next(iter(tree.children(at, "nsubj")), at)
        elif token.dep not in ("advcl", "xcomp"):
            above = at
        if above >= at or token.tag != "VB":
            return None
        nouns = tree.children(above, "dobj")
        prepositions = tree.children(above, "prep", "advmod")
        for preposition in prepositions:
            prepositions.extend(tree.children(preposition, "prep"))
            if tree.tokens[preposition].lemma in ("in", "into", "of", "from"):
                nouns += tree.children(preposition, "pobj")
        held = ("negotiated", "agreed", "contracted")
        return next((n for n in nouns if n < at and self._marks.of(n) in held), None)

    def _held(self, verb: int, below: int) -> int | None:
        """The noun that a verb carries beside the deal: "talks are held on …", "lifted its hold on …"."""
        tree = self._tree
        dep = tree.tokens[below].dep
        if dep not in ("prep", "xcomp", "advcl", "dative") or tree.tokens[verb].pos == "NOUN":
            return None
        kinds = _HELD if self._marks.of(verb) is None else _HELD_BY_ANY if dep == "prep" else ()
        for noun in (*tree.children(verb, "dobj", *PASSIVE_SUBJECTS), *self._told_of(verb)):
            at = tree.tokens[noun]
            own = at.pos == "NOUN" and noun < below and not self._marks.is_of_phrase(noun)
            if own and self._marks.of(noun) in kinds:
                return noun
        return None

    def _told_of(self, verb: int) -> Iterator[int]:
        """The noun that a verb behind it tells of: "the hold *placed* on", "the hold that he had *placed* on"."""
        tree = self._tree
        token = tree.tokens[verb]
        relative = (
            tree.tokens[at].tag in ("WDT", "WP", "IN") for at in tree.children(verb, "dobj")
        )
        if (token.dep == "acl" and token.tag == "VBN") or (token.dep == "relcl" and any(relative)):
            yield token.head

    def _leads(self, at: int) -> bool:
        token = self._tree.tokens[at]
        if token.dep == "oprd":  # "called *reports of it* a lie"
            return self._marks.is_called_untrue(token.head)
        if token.dep in SUBJECTS:
            return self._happens(token.head)
        if token.dep == "ccomp" and token.head > at:  # "the ban ended, so the sale can go ahead"
            return not self._is_happening(token.head)
        if token.dep == "relcl":  # read as one: "a rumour that …", "a resolution to …"
            head = self._tree.tokens[token.head].lemma
            said = self._book.words.claims | self._book.words.untrue
            if head in said or is_infinitive(self._tree, at):
                return True
            return self._is_laid_down(at)
        if token.dep == "advcl":
            aimed = any(key in self._book.aimed for key in self._marks.keys(token.head))
            talking = self._marks.of(token.head) == "negotiated" and token.head < at
            talking = talking and is_infinitive(self._tree, at)  # "is negotiating with Oslo to buy"
            return talking or self._leave.lets(token.head, at, aimed)
        if token.dep == "acomp":  # "is free to send"
            return f"be {token.lemma}" in self._book.verbs
        blessed = token.dep == "dative" and token.pos == "ADP"  # "gave its blessing to the sale"
        light = token.dep == "advmod" and (
            token.lemma in self._book.words.light or bool(self._tree.children(at, "prep"))
        )
        return token.dep in _UP or blessed or light

    def _is_happening(self, verb: int) -> bool:
        return any(key in self._book.words.happening for key in self._marks.keys(verb))

    def _happens(self, verb: int) -> bool:
        """Whether a verb tells of its subject that it comes about, or fails to."""
        happens = self._is_happening(verb)
        if happens and self._marks.of(verb) == "announced":
            return self._marks.is_to_come(verb)  # "will go ahead", not "is going ahead"
        return happens or self._marks.is_called_untrue(verb)

    def _is_laid_down(self, at: int) -> bool:
        """Reads "a deal under which Oslo will send them", "a licence that lets Oslo send": what it lays down."""
        tree = self._tree
        noun = tree.tokens[at].head
        by_it = any(tree.tokens[one].tag == "WDT" for one in tree.children(at, "nsubj"))
        if by_it and self._marks.of(at) == "authorised":
            return self._marks.of(noun) in (*_LAYING, "authorised")
        settled = tree.tokens[noun].lemma in self._book.words.arrangements
        if not settled and self._marks.of(noun) not in _LAYING:
            return False
        ahead = any(tree.tokens[child].tag in ("MD", "TO") for child in tree.children(at, "aux"))
        by = any(
            tree.tokens[governed].tag in ("WDT", "WP")
            for preposition in tree.children(at, "prep")
            for governed in tree.children(preposition, "pobj")
        )
        where = any(tree.tokens[child].tag == "WRB" for child in tree.children(at, "advmod"))
        return ahead and (by or where or foresees(tree, at))

    def _is_notified(self, index: int, at: int) -> bool:
        """Reads "notified Congress of the sale", with the sale below those who are told."""
        token = self._tree.tokens[index]
        if self._tree.tokens[at].pos != "ADP":
            return False
        return token.dep == "dobj" and self._marks.of(token.head) in ("notified", "done")

    def _ensures(self, head: int, at: int) -> bool:
        """Reads "make sure that none … reaches": what somebody sees to it that it does not happen."""
        token = self._tree.tokens[head]
        sure = token.lemma in self._book.words.ensuring
        return sure and self._tree.tokens[at].dep == "ccomp" and self._tree.is_negated(at)

    def _is_thing(self, at: int) -> bool:
        """A participle after a noun tells of that noun, and is not governed through it."""
        token = self._tree.tokens[at]
        return token.dep == "acl" and token.tag == "VBN" and not self._tree.children(at, "aux")
