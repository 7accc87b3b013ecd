"""What became of a deal, told behind it: "agreed to buy them, but the deal *fell through*"."""

from __future__ import annotations

from sayso.books.deals import DealBook
from sayso.reading.en.deals.marks import Governor, Marks
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_ENDED = ("cancelled", "suspended")
_BESIDE = ("cancelled", "suspended", "prohibited")
_POINTING = frozenset({"the", "that", "this", "its", "their"})


class Endings:
    """Reads the clauses joined to a deal's."""

    def __init__(self, tree: Tree, book: DealBook) -> None:
        self._tree = tree
        self._book = book
        self._marks = Marks(tree, book)

    def of(self, index: int, governors: tuple[Governor, ...]) -> tuple[Governor, ...]:
        """The word that tells the end of what a word tells, if one does."""
        tree = self._tree
        beside = self._beside(index)
        if beside is not None:
            return (beside,)
        top = governors[-1].at if governors else index
        while not tree.tokens[top].tag.startswith("VB") and tree.tokens[top].head != top:
            top = tree.tokens[top].head
        if any(one.mark in _ENDED for one in governors):
            return ()
        for clause in tree.children(top, "conj"):
            mark = self._marks.of(clause)
            if mark in _ENDED and clause > index and self._is_of_it(clause):
                return (self._marks.governor(clause, mark, clause),)
        return self._next(index)

    def _next(self, index: int) -> tuple[Governor, ...]:
        """What the next sentence says became of the deal: "The *deal was* later *cancelled*"."""
        tree = self._tree
        number = tree.sentence(index) + 1
        if number >= len(tree.sentences):
            return ()
        sentence = tree.sentences[number]
        root = next(
            (at for at in range(sentence.first, sentence.last) if tree.tokens[at].head == at), None
        )
        mark = self._marks.of(root) if root is not None else None
        if root is None or mark not in _ENDED or tree.is_negated(root):
            return ()
        helpers = {tree.tokens[at].tag for at in tree.children(root, "aux")}
        subjects = tree.children(root, *SUBJECTS, *PASSIVE_SUBJECTS)
        nouns = all(tree.tokens[at].pos == "NOUN" for at in subjects)
        if (
            tree.children(root, "dobj")
            or helpers & {"MD", "TO"}
            or not nouns
            or not self._is_of_it(root)
        ):
            return ()
        return (self._marks.governor(root, mark, root),)

    def _beside(self, index: int) -> Governor | None:
        """The participle beside a noun that tells its end: "its *cancelled* order", "the sale, *blocked* by Rome"."""
        tree = self._tree
        if tree.tokens[index].tag.startswith("VB"):
            return None
        for participle in tree.children(index, "amod", "acl"):
            told = tree.tokens[participle].tag in ("VBN", "VBD", "JJ")
            if told and self._marks.of_participle(participle) in _BESIDE:
                mark = self._marks.of_participle(participle)
                return None if mark is None else Governor(participle, mark, negated=False)
        return None

    def _is_of_it(self, clause: int) -> bool:
        """Whether a clause tells of a deal that was told before: "the deal fell through", "dropped the plan"."""
        tree = self._tree
        subjects = tree.children(clause, *SUBJECTS, *PASSIVE_SUBJECTS)
        told = tree.children(clause, "dobj") or subjects
        return bool(told) and all(self._is_again(at) for at in told)

    def _is_again(self, noun: int) -> bool:
        tree = self._tree
        token = tree.tokens[noun]
        if token.lemma.lower() not in self._book.words.again:
            return False
        before = {tree.tokens[at].lemma.lower() for at in tree.children(noun, "det", "poss")}
        content = any(tree.tokens[at].lemma in ("of", "for") for at in tree.children(noun, "prep"))
        return not content and (token.pos == "PRON" or bool(before & _POINTING))
