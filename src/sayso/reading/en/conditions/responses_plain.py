"""Answers that no word of the book tells: an act that is not ruled out, forces that will act, what there will be none of."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import structs

from sayso.books.redlines import Pattern, RedLineBook, ResponseWords
from sayso.reading.en.conditions.drafts import has_modal
from sayso.reading.en.conditions.modes import Modes
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_NONE = frozenset({"no", "neither"})
_WITHIN = frozenset({"in", "on", "of"})  # "there will be no pause in reforms"


class Match(NamedTuple):
    """The words of a response; `head` is the verb or noun that they hang on."""

    head: int
    words: tuple[int, ...]
    pattern: Pattern


class PlainResponses:
    """Reads answers off the constructions of one article."""

    def __init__(self, tree: Tree, book: RedLineBook, shown: Modes) -> None:
        self._tree = tree
        self._book = book
        self.shown = shown

    def left_open(self, index: int) -> Match | None:
        """Reads "does not rule out a blockade", "… the use of force", "… boarding the tankers"."""
        tree = self._tree
        token = tree.tokens[index]
        if token.pos == "NOUN" and token.lemma in self._book.acts.words:
            verb = token.head
            open_ = self.excludes(verb) and tree.is_negated(verb)
            says = ResponseWords("answer", self.shown.of(verb) or ("unspecified",), named=True)
            kept = open_ and token.dep in ("dobj", *PASSIVE_SUBJECTS)
            return Match(index, (index,), Pattern((token.lemma,), "NOUN", says)) if kept else None
        if token.tag == "VBG" and self._is_not_excluded(index):
            says = ResponseWords("answer", self.shown.of(index) or ("unspecified",), named=True)
            return Match(index, (index,), Pattern((token.lemma,), "VERB", says))
        return None

    def other(self, index: int) -> Match | None:
        """What no word tells: what it is met with or costs, forces that will do something."""
        tree = self._tree
        token = tree.tokens[index]
        met = self._met_with(index) or self._costs(index)
        if met is not None:
            return met
        subject_ = tree.child(index, *SUBJECTS)
        coming = has_modal(tree, index) or token.tag in ("VBP", "VBZ")
        if token.pos != "VERB" or subject_ is None or not coming:
            return None
        head = tree.tokens[subject_].lemma
        if head in self._book.bodies.armed and token.lemma not in self._book.bodies.peaceful:
            says = ResponseWords("deed", ("military",), named=True)
            return Match(index, (index,), Pattern((token.lemma,), "VERB", says))
        return None

    def _is_not_excluded(self, doing: int) -> bool:
        """Reads "does not rule out | boarding the tankers": what is left open, unless it harms nobody."""
        tree = self._tree
        ups = (at for at in tree.ancestors(doing) if tree.tokens[at].pos == "VERB")
        verb = next(ups, doing)
        behind = tree.tokens[doing - 1].dep == "prt" or verb == doing - 1
        kept = behind and self.excludes(verb) and tree.is_negated(verb)
        return kept and tree.tokens[doing].lemma not in self._book.adverse.harmless

    def _met_with(self, verb: int) -> Match | None:
        """Reads "will be met with higher duties", "answered with drones": what of a known mode it meets."""
        if self._tree.tokens[verb].lemma not in self._book.warnings.answering:
            return None
        modes = self.shown.means(verb) if has_modal(self._tree, verb) else ()
        if not modes or self._tree.child(verb, "dobj", *PASSIVE_SUBJECTS) is None:
            return None
        return Match(verb, (verb,), Pattern((), "VERB", ResponseWords("answer", modes, named=True)))

    def _costs(self, verb: int) -> Match | None:
        """Reads "will cost Oslo its refineries": what whoever does it will have no more."""
        tree = self._tree
        who, thing = tree.child(verb, "dative"), tree.child(verb, "dobj")
        if tree.tokens[verb].lemma != "cost" or who is None or thing is None:
            return None
        if not (has_modal(tree, verb) and tree.children(thing, "poss")):
            return None
        modes = self.shown.told(thing) or ("unspecified",)
        says = ResponseWords("effect", modes, named=True)
        return Match(verb, tuple(sorted((verb, who, thing))), Pattern(("cost",), "VERB", says))

    def none_left(self, verb: int) -> Match | None:
        """Reads "there will be no talks and no trade": what there is to be none of, of known modes."""
        tree = self._tree
        thing = tree.child(verb, "attr")
        if thing is None or not tree.children(verb, "expl") or not has_modal(tree, verb):
            return None
        if tree.tokens[min(tree.subtree(thing))].lemma not in _NONE:
            return None
        joined = [thing, *tree.children(thing, "conj")]
        modes = tuple(sorted({mode for at in joined for mode in self.shown.told(at)}))
        says = ResponseWords("answer", modes, named=True) if modes else self._denied(thing)
        words = tuple(sorted((verb, thing)))
        return None if says is None else Match(verb, words, Pattern(("be",), None, says))

    def _denied(self, thing: int) -> ResponseWords | None:
        """What the book says of there being none of something: "there will be no pause"."""
        behind = self._tree.children(thing, "prep")
        of = {self._tree.tokens[at].lemma for at in behind}
        spared = {self._tree.tokens[at].lemma for up in behind for at in self._tree.subtree(up)}
        if spared & self._book.bodies.lawless:
            return None  # "there will be no mercy for gangs"
        lemmas = ("be", self._tree.tokens[thing].lemma)
        known = (one.says for one in self._book.responses.get("be", ()) if one.lemmas == lemmas)
        says = next((says for says in known if says.negated and not of & _WITHIN), None)
        return None if says is None else structs.replace(says, negated=False)

    def excludes(self, verb: int) -> bool:
        """Whether a verb rules something out: "exclude", "rule out"."""
        particle = self._tree.child(verb, "prt")
        lemma = self._tree.tokens[verb].lemma
        if particle is not None:
            lemma = f"{lemma} {self._tree.tokens[particle].lemma}"
        return lemma in self._book.warnings.excluding
