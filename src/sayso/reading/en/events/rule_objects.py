"""What a word of change is done to: the heads of its objects, its subjects and what its prepositions govern."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.deals import DealBook
from sayso.reading.en.deals.clauses import Clauses
from sayso.reading.en.deals.slots import slots
from sayso.reading.en.events.rule_phrases import RulePhrases
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree


class RuleObjects:
    """The nouns around the words of one article that tell a change, by token index."""

    def __init__(self, tree: Tree, book: DealBook, clauses: Clauses, rules: RulePhrases) -> None:
        self._tree = tree
        self._book = book
        self._clauses = clauses
        self._rules = rules

    def subjects(self, index: int) -> Iterator[int]:
        """The rules that do something themselves, or that something is done to in the passive."""
        for head in self._tree.children(index, "nsubj", "nsubjpass"):
            yield self._clauses.antecedent(head)

    def governed(self, index: int, words: frozenset[str]) -> Iterator[int]:
        """What these prepositions govern, behind the word or its object."""
        tree = self._tree
        for top in (index, *tree.children(index, "dobj", *PASSIVE_SUBJECTS)):
            for preposition in tree.children(top, "prep"):
                if tree.tokens[preposition].text.lower() in words:
                    yield from tree.children(preposition, "pobj")

    def objects(self, index: int) -> Iterator[int]:
        """What is changed, named or pointed to."""
        if self._clauses.misread(index):
            yield self._tree.tokens[index].head
        words = {"object", "before"}
        if not self._tree.tokens[index].tag.startswith("VB"):
            words.add("to")
        elif self._tree.children(index, "prt", "advmod"):
            words.add("with")
        yield from self._misplaced(index)
        for slot in slots(self._tree, self._book, index):
            if slot.word in words:
                yield self._named_before(slot.head)

    def _misplaced(self, index: int) -> Iterator[int]:
        """The objects that were read into a clause: "loosens *spending cap*", "made *service* mandatory"."""
        tree = self._tree
        for clause in tree.children(index, "xcomp", "ccomp"):
            if clause == index + 1 and tree.tokens[clause].tag == "VBG":
                for head in tree.children(clause, "dobj"):
                    if not tree.children(head, "det", "poss"):
                        yield head
            if tree.tokens[clause].tag == "JJ":
                yield from tree.children(clause, "nsubj")

    def _named_before(self, head: int) -> int:
        """The rule that "it" stands for, where it is the subject earlier in the sentence; else the word itself."""
        tree = self._tree
        if tree.tokens[head].tag != "PRP" or tree.tokens[head].text.lower() not in ("it", "them"):
            return head
        first = tree.sentences[tree.sentence(head)].first
        for at in range(head - 1, first - 1, -1):
            subject = tree.tokens[at].dep in (*SUBJECTS, *PASSIVE_SUBJECTS)
            if subject and self._rules.is_rule(at):
                return at
        return head
