"""Consequences that their frame licenses, whatever the words: "would face …", "would be met with …", "its ports will be …"."""

from __future__ import annotations

from sayso.books.redlines import Pattern, RedLineBook, ResponseWords
from sayso.model.ledger import Mode
from sayso.reading.en.conditions.drafts import has_modal
from sayso.reading.en.conditions.modes import Modes
from sayso.reading.en.conditions.responses_plain import Match
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_WITH = frozenset({"with", "by", "to"})
_BOUND = frozenset({"have", "need", "go", "better"})
_FOLLOW = "follow"
_LIKELY = frozenset({"risk", "face"})
_WHOSE = frozenset({"its", "their", "your"})
_THEY = frozenset({"it", "they", "you", "he", "she", "whoever", "anyone", "those"})
_NAMES = ("GPE", "NORP", "ORG", "PERSON")
_ANY = frozenset({"any", "every", "whoever", "anyone"})
_SHARES = frozenset({"series", "wave", "range", "set", "kind", "sort", "form", "prospect", "risk"})
_THINGS = ("NOUN", "PROPN")


class FramedResponses:
    """Reads consequences off the frames of one article."""

    def __init__(self, tree: Tree, book: RedLineBook, shown: Modes) -> None:
        self._tree = tree
        self._book = book
        self._words = book.framed
        self._shown = shown

    def match(self, verb: int) -> Match | None:
        """What this verb licenses as a consequence; None where nothing, or what is no answer."""
        if self._tree.tokens[verb].pos not in ("VERB", "AUX") or self._tree.is_negated(verb):
            return None
        return (
            self._met(verb)
            or self._endured(verb)
            or self._brought(verb)
            or self._lost(verb)
            or self._undergone(verb)
            or self._is_price(verb)
        )

    # --- the frames --------------------------------------------------------------------------------

    def _met(self, verb: int) -> Match | None:
        """Reads "would be met with regime change", "will be repaid with arms for the rebels"."""
        meets = self._tree.tokens[verb].lemma in self._words.meeting
        if not meets or not self._tree.is_passive(verb) or not self._is_coming(verb):
            return None
        return self._with(verb, "answer")

    def _endured(self, verb: int) -> Match | None:
        """Reads "they would face the loss of the islands", "should expect …", "will have to cope with …"."""
        tree = self._tree
        lemma = tree.tokens[verb].lemma
        if not self._is_coming(verb) or not self._is_theirs(verb):
            return None
        if tree.is_passive(verb):
            return self._with(verb, "effect") if lemma in self._words.undergoing else None
        thing = tree.child(verb, "dobj")
        if lemma in self._words.receiving and thing is not None:
            done = self._words.is_event(tree.tokens[thing].lemma)
            return self._told(verb, thing, "effect") if done else None
        if lemma in self._words.enduring:
            thing = thing if thing is not None else self._clause(verb)
            return self._told(verb, thing, "effect") if thing is not None else None
        for preposition in tree.children(verb, "prep", "prt"):
            told = f"{lemma} {tree.tokens[preposition].lemma}"
            governed = tree.child(preposition, "pobj", "pcomp")
            if told in self._words.enduring_with and governed is not None:
                return self._told(verb, governed, "effect")
        return None

    def _brought(self, verb: int) -> Match | None:
        """Reads "warned Oslo that a raid would lead to the loss of its ports"; untold, of what is done alone."""
        tree = self._tree
        lemma = tree.tokens[verb].lemma
        if not self._is_coming(verb) or tree.is_passive(verb):
            return None
        thing = tree.child(verb, "dobj")
        for preposition in tree.children(verb, "prep", "prt"):
            if f"{lemma} {tree.tokens[preposition].lemma}" in self._words.bringing:
                lemma = f"{lemma} {tree.tokens[preposition].lemma}"
                thing = tree.child(preposition, "pobj") or thing
        if lemma not in self._words.bringing or thing is None:
            return None
        done = self._words.is_event(tree.tokens[thing].lemma)
        return self._told(verb, thing, "effect") if done or self._is_warned(verb) else None

    def _lost(self, verb: int) -> Match | None:
        """Reads "it will lose the enclave", "its government will fall"."""
        tree = self._tree
        lemma, thing = tree.tokens[verb].lemma, tree.child(verb, "dobj")
        if not self._is_coming(verb) or tree.is_passive(verb):
            return None
        if lemma in self._words.losing and thing is not None and self._is_theirs(verb):
            kept = tree.tokens[thing].lemma in self._words.kept
            return None if kept else self._told(verb, thing, "effect")
        who = tree.child(verb, *SUBJECTS)
        if lemma in self._words.fallen and who is not None and self._is_whose(who):
            return self._match(verb, who, "effect", self._modes(who))
        return None

    def _undergone(self, verb: int) -> Match | None:
        """Reads "its convoys will be stopped": what is done to what is another's, but for his good."""
        tree = self._tree
        what = tree.child(verb, *PASSIVE_SUBJECTS)
        if what is None or not self._is_coming(verb) or not self._is_whose(what):
            return None
        harmless = self._book.adverse.harmless | self._book.acts.benign
        moved = tree.children(verb, "prt", "advmod") or self._is_out(verb)
        if tree.tokens[verb].lemma in harmless and not moved:
            return None
        if tree.tokens[what].lemma in self._book.adverse.relieving | self._words.fortunes:
            return None  # "its sanctions will be lifted"
        modes = self._shown.of(verb) or self._modes(what)
        return self._match(verb, what, "answer", modes)

    def _is_price(self, verb: int) -> Match | None:
        """Reads "the price of landing would be a blockade", "a blockade would follow any landing"."""
        tree = self._tree
        what, thing = tree.child(verb, *SUBJECTS), tree.child(verb, "attr")
        if what is None or not has_modal(tree, verb):
            return None
        lemma = tree.tokens[what].lemma
        if tree.tokens[verb].lemma == _FOLLOW:
            done = self._words.is_event(lemma) or lemma in self._words.vague
            return self._told(verb, what, "effect") if done else None
        if thing is None or lemma not in self._words.prices:
            return None
        return self._told(verb, thing, "answer")

    # --- their parts -------------------------------------------------------------------------------

    def _with(self, verb: int, kind: str) -> Match | None:
        for preposition in self._tree.children(verb, "prep", "agent"):
            governed = self._tree.child(preposition, "pobj")
            if self._tree.tokens[preposition].lemma in _WITH and governed is not None:
                return self._told(verb, governed, kind)
        return None

    def _told(self, verb: int, thing: int, kind: str) -> Match | None:
        """The consequence that a noun or a clause tells; None for a kindness, or what comes by itself."""
        tree = self._tree
        if tree.tokens[thing].pos in _THINGS and not (
            self._is_harm(thing) and not self._is_by_another(verb, thing)
        ):
            return None
        if tree.tokens[thing].pos not in (*_THINGS, "VERB"):
            return None
        return self._match(verb, thing, kind, self._modes(thing))

    def _match(self, verb: int, thing: int, kind: str, modes: tuple[Mode, ...]) -> Match:
        vague = self._tree.tokens[thing].lemma in self._words.vague
        says = ResponseWords(
            "answer" if kind == "answer" else "effect",
            modes or ("unspecified",),
            named=bool(modes) or not vague,
        )
        words = tuple(sorted({verb, thing}))
        return Match(verb, words, Pattern((self._tree.tokens[verb].lemma,), "VERB", says))

    def _modes(self, thing: int) -> tuple[Mode, ...]:
        """The modes that a thing shows, by itself or by what it governs."""
        if self._tree.tokens[thing].pos == "VERB":
            return self._shown.of(thing)
        return self._words.mode(self._tree.tokens[thing].lemma) or self._shown.told(thing)

    def _is_harm(self, noun: int) -> bool:
        tree, adverse = self._tree, self._book.adverse
        heads = {noun}
        if tree.tokens[noun].lemma in _SHARES:
            prepositions = tree.children(noun, "prep")
            heads |= {at for of in prepositions for at in tree.children(of, "pobj")}
        lemmas = {tree.tokens[at].lemma for at in heads}
        lemmas |= {tree.tokens[at].lemma for at in tree.children(noun, "amod", "compound")}
        good = self._words.fortunes | adverse.kind | (adverse.helpful - {"people", "citizen"})
        main = {tree.tokens[at].lemma for at in heads}
        return not (lemmas & self._words.fortunes or main & good or self._is_easing(noun))

    def _is_by_another(self, verb: int, noun: int) -> bool:
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

    def _clause(self, verb: int) -> int | None:
        """Reads "risks being cut off", "should expect to be struck"."""
        return self._tree.child(verb, "xcomp", "pcomp")

    def _is_coming(self, verb: int) -> bool:
        """Whether it is to come: "will face", "will have to face", "risks"; also "risked", told in the past."""
        tree = self._tree
        if has_modal(tree, verb):
            return True
        token = tree.tokens[verb]
        above = tree.tokens[token.head]
        if token.dep in ("xcomp", "conj") and above.lemma in _BOUND:
            return has_modal(tree, token.head) or above.tag in ("VBZ", "VBP")
        if token.dep == "conj" and token.tag == "VB":
            return has_modal(tree, token.head)
        told = token.dep == "ccomp" and above.tag == "VBD" and token.tag == "VBD"
        return token.lemma in _LIKELY and (token.tag in ("VBZ", "VBP") or told)

    def _is_theirs(self, verb: int) -> bool:
        """Whether it falls on somebody who could be warned: a name, "it", "any country", never "we"."""
        tree = self._tree
        below = verb
        who = tree.child(below, *SUBJECTS, *PASSIVE_SUBJECTS)
        while who is None and tree.tokens[below].dep in ("xcomp", "conj"):
            below = tree.tokens[below].head
            who = tree.child(below, *SUBJECTS, *PASSIVE_SUBJECTS)
        if who is None:
            return False
        words = {tree.tokens[at].text.lower() for at in tree.subtree(who, without=("relcl",))}
        if words & self._book.own:
            return False
        token = tree.tokens[who]
        named = token.entity.endswith(_NAMES) or token.pos == "PROPN"
        any_ = bool(words & _ANY) and token.lemma in self._book.bodies.lands
        return named or any_ or token.text.lower() in _THEY

    def _is_whose(self, noun: int) -> bool:
        """Reads "its ports", "their planes", "Oslo's embassy"."""
        tree = self._tree
        owners = tree.children(noun, "poss")
        return any(
            tree.tokens[at].text.lower() in _WHOSE or tree.tokens[at].pos == "PROPN"
            for at in owners
        )

    def _is_out(self, verb: int) -> bool:
        return any(
            self._tree.tokens[at].lemma in ("out", "off", "away", "from", "up", "down")
            for at in self._tree.children(verb, "prep")
        )

    def _is_warned(self, verb: int) -> bool:
        """Whether a word of warning tells it: "warned Oslo that a raid would lead to …"."""
        words = self._book.warnings.words
        return any(self._tree.tokens[at].lemma in words for at in self._tree.ancestors(verb))
