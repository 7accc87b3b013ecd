"""What a frame of consequence governs: harm of a known mode or none, or a kindness, or what comes by itself."""

from __future__ import annotations

from sayso.books.redlines import RedLineBook
from sayso.model.ledger import Mode
from sayso.reading.en.conditions.modes import Modes
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_SHARES = frozenset({"series", "wave", "range", "set", "kind", "sort", "form", "prospect", "risk"})
_FOES = frozenset({"opposition", "exile", "enemy", "rival", "foe", "opponent", "dissident"})
_WHOSE = frozenset({"its", "their", "your"})
_THEY = frozenset({"it", "they", "you", "he", "she", "whoever", "anyone", "those"})
_NAMES = ("GPE", "NORP", "ORG", "PERSON")
_ANY = frozenset({"any", "every", "whoever", "anyone"})


class FramedHarm:
    """Judges the nouns under the frames of one article."""

    def __init__(self, tree: Tree, book: RedLineBook, shown: Modes) -> None:
        self._tree = tree
        self._book = book
        self._words = book.framed
        self._shown = shown

    def modes(self, thing: int) -> tuple[Mode, ...]:
        """The modes that a thing shows, by itself or by what it governs."""
        if self._tree.tokens[thing].pos == "VERB":
            return self._shown.of(thing)
        return self._words.mode(self._tree.tokens[thing].lemma) or self._shown.told(thing)

    def is_harm(self, noun: int) -> bool:
        """Whether a noun tells of harm: no kindness, and nothing that comes by itself."""
        tree, adverse = self._tree, self._book.adverse
        heads = {noun}
        if tree.tokens[noun].lemma in _SHARES:
            prepositions = tree.children(noun, "prep")
            heads |= {at for of in prepositions for at in tree.children(of, "pobj")}
        if any(word in _FOES | self._book.bodies.rising for word in tree.below(noun)):
            return True  # "support for its opposition"
        lemmas = {tree.tokens[at].lemma for at in heads}
        lemmas |= {tree.tokens[at].lemma for at in tree.children(noun, "amod", "compound")}
        good = self._words.fortunes | adverse.kind | (adverse.helpful - {"people", "citizen"})
        main = {tree.tokens[at].lemma for at in heads}
        return not (lemmas & self._words.fortunes or main & good or self._is_easing(noun))

    def is_by_another(self, verb: int, noun: int) -> bool:
        """Reads "would lead to tough measures by Algeria": an answer of whoever is named."""
        tree = self._tree
        words = tree.subtree(noun) if tree.is_passive(verb) else tree.subtree(verb)
        by = (at for at in words if at > noun and tree.tokens[at].lemma == "by")
        return any(
            tree.tokens[at].pos == "PROPN" for one in by for at in tree.children(one, "pobj")
        )

    def _is_easing(self, noun: int) -> bool:
        """Reads "a lifting of sanctions", "the end of the blockade"."""
        words = self._tree.below(noun)
        return self._book.adverse.is_kind(self._tree.tokens[noun].lemma, words)

    def is_theirs(self, verb: int) -> bool:
        """Whether it falls on somebody who could be warned: a name, "it", "any country", never "we"."""
        tree = self._tree
        below = verb
        who = tree.child(below, *SUBJECTS, *PASSIVE_SUBJECTS)
        while who is None and tree.tokens[below].dep in ("xcomp", "conj"):
            below = tree.tokens[below].head
            ordered = tree.tokens[below].lemma in self._book.warnings.ordering
            who = tree.child(below, *(("dobj",) if ordered else (*SUBJECTS, *PASSIVE_SUBJECTS)))
        if who is None:
            return False
        words = {tree.tokens[at].text.lower() for at in tree.subtree(who, without=("relcl",))}
        if words & self._book.own:
            return False
        token = tree.tokens[who]
        named = token.entity.endswith(_NAMES) or token.pos == "PROPN"
        any_ = bool(words & _ANY) and token.lemma in self._book.bodies.lands
        return named or any_ or token.text.lower() in _THEY

    def is_one_s_own(self, verb: int) -> bool:
        """Whether a verb's subject is a name or the speaker's own: "we would meet with them"."""
        tree = self._tree
        who = tree.child(verb, *SUBJECTS)
        if who is None:
            return True
        named = tree.tokens[who].pos in ("PROPN", "PRON")
        return named or tree.tokens[who].text.lower() in self._book.own

    def is_whose(self, noun: int) -> bool:
        """Reads "its ports", "their planes", "Oslo's embassy"."""
        tree = self._tree
        owners = tree.children(noun, "poss")
        return any(
            tree.tokens[at].text.lower() in _WHOSE or tree.tokens[at].pos == "PROPN"
            for at in owners
        )
