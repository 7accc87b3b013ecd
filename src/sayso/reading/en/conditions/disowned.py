"""What is told as untrue or in jest: reports that are denied, letters that are forged, threats that nobody wants made."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sayso.books.redlines import RedLineBook
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_BESIDE = ("conj", "parataxis", "advcl")
_OF = frozenset({"of", "for"})
_OPEN = ("xcomp", "csubj", "advcl", "acl")
_SAID_TO_BE = ("attr", "acomp", "oprd")
_APART = frozenset({"against", "from", "without"})  # "spoke out against threatening"


class Disowned:
    """Tells whether nobody means the words of a condition, by what stands around them in one article."""

    def __init__(self, tree: Tree, book: RedLineBook) -> None:
        self._tree = tree
        self._phrases = book.denied
        self._tellings = book.warnings.words
        self._book = book.denials

    def is_meant(self, draft: Draft, cue: Collection[int]) -> bool:
        """Whether somebody stands by the condition; `cue`: the words by which it is told."""
        if self._is_worded(draft) or self._is_asked(cue):
            return False
        starts = (draft.head, *(at for at in sorted(cue) if at != draft.head))
        return not any(
            self._is_disowned(below, up, draft, cue)
            for start in starts
            for below, up in self._above(start, draft)
        )

    def _is_worded(self, draft: Draft) -> bool:
        """Reads "there is no truth in the claim that": phrases before the condition."""
        sentence = self._tree.sentences[self._tree.sentence(draft.head)]
        before = range(sentence.first, min(draft.condition))
        told = f" {' '.join(self._tree.tokens[at].text.lower() for at in before)} "
        return any(f" {phrase} " in told for phrase in self._phrases)

    def _is_asked(self, cue: Collection[int]) -> bool:
        """Reads "Did Oslo threaten to close the port over …?"."""
        tree = self._tree
        return any(
            helping < min(tree.subtree(who)) and tree.tokens[helping].lemma == "do"
            for verb in cue
            for helping in tree.children(verb, "aux")
            for who in tree.children(verb, *SUBJECTS)
        )

    def _above(self, start: int, draft: Draft) -> Iterator[tuple[int, int]]:
        """Each word above another, up to a clause that only stands beside: "denied it, but …"."""
        below = start
        for up in self._tree.ancestors(start):
            if below != draft.head and self._tree.tokens[below].dep in _BESIDE:
                return
            yield below, up
            below = up

    def _is_disowned(self, below: int, up: int, draft: Draft, cue: Collection[int]) -> bool:
        tree = self._tree
        token = tree.tokens[up]
        if token.pos in ("NOUN", "PROPN"):
            return self._is_untrue(up)
        if token.pos == "ADP":
            return self._is_kept_from(below, up, cue)
        if token.lemma in self._book.joking:
            return True
        dep = tree.tokens[below].dep
        if dep in ("ccomp", "xcomp") and self._is_denying(up):
            return True
        if token.lemma in self._book.accusing and tree.tokens[below].lemma in _OF:
            return not self._tells(tree.child(below, "pcomp"), cue)
        if self._tells(below, cue) and self._is_unwanted(below, up):
            return True
        claims = tree.children(up, "dobj", *PASSIVE_SUBJECTS)
        return any(at < draft.head and self._is_untrue(at) for at in claims)

    def _is_denying(self, verb: int) -> bool:
        """Reads "denied having threatened to", "we are not saying that"."""
        tree = self._tree
        lemma = tree.tokens[verb].lemma
        if lemma in self._book.denying:
            return not tree.is_negated(verb)
        return lemma in self._book.saying and tree.is_negated(verb)

    def _tells(self, at: int | None, cue: Collection[int]) -> bool:
        """Whether a word tells the condition, or warns or threatens."""
        return at is not None and (at in cue or self._tree.tokens[at].lemma in self._tellings)

    def _is_kept_from(self, doing: int, preposition: int, cue: Collection[int]) -> bool:
        """Reads "spoke out against threatening", "refrained from threatening"."""
        tree = self._tree
        gerund = tree.tokens[doing].dep == "pcomp" and self._tells(doing, cue)
        return gerund and tree.tokens[preposition].lemma in _APART

    def _is_unwanted(self, telling: int, up: int) -> bool:
        """Reads "it would be wrong to threaten", "spoke out against threatening", "advised them not to threaten"."""
        tree = self._tree
        if tree.tokens[telling].dep == "xcomp" and tree.is_negated(telling):
            return True
        said = {tree.tokens[at].lemma for at in (up, *tree.children(up, *_SAID_TO_BE))}
        return tree.tokens[telling].dep in _OPEN and bool(said & self._book.wrong)

    def _is_untrue(self, noun: int) -> bool:
        """Whether a claim is rejected or called untrue, or anything told is forged."""
        tree, book = self._tree, self._book
        token = tree.tokens[noun]
        if token.lemma not in book.claims | book.papers:
            return False
        made = {tree.tokens[at].lemma for at in tree.children(noun, "amod", "compound")}
        if made & book.untrue:
            return True
        verb = token.head
        if token.dep == "pobj":  # "distanced himself from the claim"
            verb = tree.tokens[verb].head
        above = tree.tokens[verb]
        if token.dep in SUBJECTS or token.dep in PASSIVE_SUBJECTS:
            if self._is_called_untrue(verb):
                return True
            turned = tree.is_passive(verb)
            return turned and (
                self._verb(verb) in book.invented
                or (token.lemma in book.claims and self._verb(verb) in book.rejecting)
            )
        last = tree.sentences[tree.sentence(verb)].last
        said = (tree.tokens[at].lemma for at in range(verb, last))
        if above.lemma in book.naming and not book.untrue.isdisjoint(said):
            return True
        rejected = book.rejecting if token.lemma in book.claims else book.invented
        return self._verb(verb) in rejected

    def _is_called_untrue(self, verb: int) -> bool:
        """Reads "is a lie", "are untrue"."""
        tree = self._tree
        said = tree.children(verb, *_SAID_TO_BE)
        return any(tree.tokens[at].lemma in self._book.untrue for at in said)

    def _verb(self, verb: int) -> str:
        """The verb with its particle: "make up"."""
        tree = self._tree
        particle = tree.child(verb, "prt", "advmod")
        lemma = tree.tokens[verb].lemma
        return lemma if particle is None else f"{lemma} {tree.tokens[particle].lemma}"
