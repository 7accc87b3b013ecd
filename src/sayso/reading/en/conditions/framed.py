"""Consequences that their frame licenses, whatever the words: "would face …", "would be met with …", "its ports will be …"."""

from __future__ import annotations

from sayso.books.redlines import Pattern, RedLineBook, ResponseWords
from sayso.model.ledger import Mode
from sayso.reading.en.conditions.drafts import has_modal, is_none
from sayso.reading.en.conditions.framed_harm import FramedHarm
from sayso.reading.en.conditions.modes import Modes
from sayso.reading.en.conditions.responses_plain import Match
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_WITH = frozenset({"with", "by", "to", "without", "of"})
_SUBJECT = frozenset({"subject", "liable", "exposed", "vulnerable"})
# What is answered by something; "returned by the jury", "visited by inspectors" tell who does it.
_MET_BY = frozenset(
    {"meet", "answer", "counter", "follow", "punish", "avenge", "repay", "resist", "oppose"}
)
_GO = "go"
_BOUND = frozenset({"have", "need", "go", "better"})
_FOLLOW, _MEET = "follow", "meet"
_SERVING = frozenset(
    {"admit", "serve", "supply", "host", "honour", "honor", "respect", "insure", "spare"}
)
_FROM = frozenset({"from", "against"})
_NONE = frozenset({"no", "nothing", "nobody", "none", "neither"})
_LIKELY = frozenset({"risk", "face", "invite", "court"})
_THINGS = ("NOUN", "PROPN")


class FramedResponses:
    """Reads consequences off the frames of one article."""

    def __init__(self, tree: Tree, book: RedLineBook, shown: Modes) -> None:
        self._tree = tree
        self._book = book
        self._words = book.framed
        self._shown = shown
        self._harm = FramedHarm(tree, book, shown)

    def match(self, verb: int) -> Match | None:
        """What this verb licenses as a consequence; None where nothing, or what is no answer."""
        if self._tree.tokens[verb].pos not in ("VERB", "AUX"):
            return None
        if is_none(self._tree, verb):
            return self._spared(verb) or self._undergone(verb, refused=True)
        return (
            self._met(verb)
            or self._endured(verb)
            or self._brought(verb)
            or self._lost(verb)
            or self._undergone(verb)
            or self._is_price(verb)
            or self._there(verb)
            or self._spared(verb)
            or self._driven(verb)
        )

    # --- the frames --------------------------------------------------------------------------------

    def _met(self, verb: int) -> Match | None:
        """Reads "would be met with regime change", "will be repaid with arms for the rebels"."""
        lemma = self._tree.tokens[verb].lemma
        meets = lemma in self._words.meeting and self._tree.is_passive(verb)
        runs = lemma == _MEET and self._tree.child(verb, "dobj") is None
        if not (meets or (runs and not self._harm.is_one_s_own(verb))) or not self._is_coming(verb):
            return None
        return self._with(verb, "answer", _WITH if lemma in _MET_BY else _WITH - {"by"})

    def _endured(self, verb: int) -> Match | None:
        """Reads "they would face the loss of the islands", "should expect …", "will have to cope with …"."""
        tree = self._tree
        lemma = tree.tokens[verb].lemma
        if not self._is_coming(verb) or not self._harm.is_theirs(verb):
            return None
        if tree.is_passive(verb):
            dealt = tree.child(verb, "dobj", "oprd") if lemma in self._words.denying else None
            if dealt is not None:
                return self._match(verb, dealt, "effect", self._harm.modes(dealt))
            return self._with(verb, "effect") if lemma in self._words.undergoing else None
        if tree.tokens[verb].lemma == "be":
            return self._subjected(verb)
        thing = tree.child(verb, "dobj")
        if lemma in self._words.receiving and thing is not None:
            what = tree.tokens[thing].lemma
            done = self._words.is_event(what) or bool(self._words.mode(what))
            done = done or what in self._book.bodies.armed
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

    def _subjected(self, verb: int) -> Match | None:
        """Reads "will be subject to tariffs", "will be liable to seizure"."""
        label = self._tree.child(verb, "acomp")
        if label is None or self._tree.tokens[label].lemma not in _SUBJECT:
            return None
        return self._with(label, "effect")

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
        if lemma in self._words.losing and thing is not None and self._harm.is_theirs(verb):
            kept = tree.tokens[thing].lemma in self._words.kept
            return None if kept else self._told(verb, thing, "effect")
        who = tree.child(verb, *SUBJECTS)
        on = tree.children(verb, "prt", "advmod", "prep", "xcomp", "acomp")
        falls = lemma in self._words.fallen and not (lemma == _GO and on)  # not "can go ahead"
        if falls and who is not None and self._harm.is_whose(who):
            return self._match(verb, who, "effect", self._harm.modes(who))
        return None

    def _undergone(self, verb: int, *, refused: bool = False) -> Match | None:
        """Reads "its convoys will be stopped": what is done to what is another's, but for his good.

        `refused`: what is done to it no more: "its rulers will no longer be recognised".
        """
        tree = self._tree
        what = tree.child(verb, *PASSIVE_SUBJECTS)
        if what is None or not self._is_coming(verb) or not self._harm.is_whose(what):
            return None
        harmless = self._book.adverse.harmless | self._book.acts.benign
        moved = tree.children(verb, "prt", "advmod") or self._is_out(verb)
        if refused and tree.tokens[verb].lemma not in self._book.adverse.refused | _SERVING:
            return None
        if tree.tokens[verb].lemma in harmless and not moved and not refused:
            return None
        if tree.tokens[what].lemma in self._book.adverse.relieving | self._words.fortunes:
            return None  # "its sanctions will be lifted"
        modes = self._shown.of(verb) or self._harm.modes(what)
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

    def _spared(self, verb: int) -> Match | None:
        """Reads "nothing will save Oslo from the loss of its ports"."""
        tree = self._tree
        who, whom = tree.child(verb, *SUBJECTS), tree.child(verb, "dobj")
        if tree.tokens[verb].lemma not in self._words.sparing or who is None or whom is None:
            return None
        first = tree.tokens[min(tree.subtree(who))].lemma.lower()
        for preposition in tree.children(verb, "prep") if first in _NONE else ():
            governed = tree.child(preposition, "pobj")
            if tree.tokens[preposition].lemma in _FROM and governed is not None:
                return self._told(verb, governed, "answer")
        return None

    def _there(self, verb: int) -> Match | None:
        """Reads "there will be war", "there would be “annihilation”": what somebody does, or a vague answer."""
        tree = self._tree
        thing = tree.child(verb, "attr")
        if thing is None or not tree.children(verb, "expl") or not has_modal(tree, verb):
            return None
        lemma = tree.tokens[thing].lemma
        alone = (one for one in self._book.responses.get(lemma, ()) if one.lemmas == (lemma,))
        if any(one.pos == "NOUN" and not (one.says.held or one.says.copular) for one in alone):
            return None  # "retaliation" tells by itself what it is
        known = self._words.mode(lemma) or self._words.is_event(lemma)
        return self._told(verb, thing, "effect") if known else None

    def _driven(self, verb: int) -> Match | None:
        """Reads "would push Oslo into mining the bay", "would oblige Oslo to publish the files"."""
        tree = self._tree
        token = tree.tokens[verb]
        above = token.head
        if token.dep == "pcomp" and tree.tokens[above].lemma == "into":
            above = tree.tokens[above].head
        elif token.dep != "xcomp" or token.tag != "VB":
            return None
        drives = tree.tokens[above].lemma in self._words.driving and has_modal(tree, above)
        if not drives or tree.child(above, "dobj") is None:
            return None
        harmless = self._book.adverse.harmless - self._words.unkind
        things = tree.children(verb, "dobj")
        lemmas = {tree.tokens[one].lemma for at in things for one in tree.subtree(at)}
        if token.lemma in harmless or not things or lemmas & self._words.fortunes:
            return None
        says = ResponseWords("deed", self._shown.of(verb) or ("unspecified",), named=True)
        return Match(verb, (verb,), Pattern((token.lemma,), "VERB", says))

    # --- their parts -------------------------------------------------------------------------------

    def _with(self, verb: int, kind: str, prepositions: frozenset[str] = _WITH) -> Match | None:
        for preposition in self._tree.children(verb, "prep", "agent"):
            governed = self._tree.child(preposition, "pobj")
            if self._tree.tokens[preposition].lemma in prepositions and governed is not None:
                return self._told(verb, governed, kind)
        return None

    def _told(self, verb: int, thing: int, kind: str) -> Match | None:
        """The consequence that a noun or a clause tells; None for a kindness, or what comes by itself."""
        tree = self._tree
        if tree.tokens[thing].pos in _THINGS and not (
            self._harm.is_harm(thing) and not self._harm.is_by_another(verb, thing)
        ):
            return None
        if tree.tokens[thing].pos not in (*_THINGS, "VERB"):
            return None
        return self._match(verb, thing, kind, self._harm.modes(thing))

    def _match(self, verb: int, thing: int, kind: str, modes: tuple[Mode, ...]) -> Match:
        """The consequence as a match; where its verb is negated, as one that is so only then."""
        vague = self._tree.tokens[thing].lemma in self._words.vague
        says = ResponseWords(
            "answer" if kind == "answer" else "effect",
            modes or ("unspecified",),
            named=bool(modes) or not vague,
            negated=is_none(self._tree, verb),
        )
        words = tuple(sorted({verb, thing}))
        return Match(verb, words, Pattern((self._tree.tokens[verb].lemma,), "VERB", says))

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
        if any(tree.tokens[at].lemma == "lest" for at in tree.children(verb, "mark")):
            return True
        if token.dep == "xcomp" and above.lemma in self._book.warnings.ordering:
            return token.tag == "VB"  # "told Oslo to expect …"
        if token.dep in ("xcomp", "conj") and above.lemma in _BOUND:
            return has_modal(tree, token.head) or above.tag in ("VBZ", "VBP")
        if token.dep == "conj" and token.tag == "VB":
            return has_modal(tree, token.head)
        told = token.dep == "ccomp" and above.tag == "VBD" and token.tag == "VBD"
        now = token.tag in ("VBZ", "VBP", "VBG")
        return token.lemma in _LIKELY and (now or told)

    def _is_out(self, verb: int) -> bool:
        return any(
            self._tree.tokens[at].lemma in ("out", "off", "away", "from", "up", "down")
            for at in self._tree.children(verb, "prep")
        )

    def _is_warned(self, verb: int) -> bool:
        """Whether a word of warning tells it: "warned Oslo that a raid would lead to …"."""
        words = self._book.warnings.words
        return any(self._tree.tokens[at].lemma in words for at in self._tree.ancestors(verb))
