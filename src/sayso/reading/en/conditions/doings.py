"""Acts told as a gerund in frames that make any act a condition: "by arming them, Oslo risks war", "would regard arming them as …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.redlines import RedLineBook
from sayso.reading.en.conditions.drafts import Draft, has_modal
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_INVITING = frozenset(
    {"invite", "court", "risk", "provoke", "cross", "play", "dig", "make", "seek"}
)
_INVITING |= {"become", "forfeit", "gamble", "jeopardise", "jeopardize"}
_REGRETTING = frozenset({"regret", "rue"})
_SOME = frozenset({"a", "an"})
_INSTANTS = frozenset({"day", "moment", "hour", "minute"})
_THINGS = frozenset({"something", "thing", "step", "move", "act"})
_MARKS = frozenset({",", ";", ":", "“", "”", '"', ")", "—", "–"})
_EDGE = frozenset({"“", "”", '"', "'", "‘", "’", ","})


class Doings:
    """Finds the gerunds that only their frame shows to be conditions."""

    def __init__(self, tree: Tree, book: RedLineBook, responses: Responses) -> None:
        self._tree = tree
        self._book = book
        self._responses = responses

    def find(self) -> Iterator[Draft]:
        """All such conditions, in text order; all hold a response."""
        for index, token in enumerate(self._tree.tokens):
            if self._tree.sentence(index) < 0 or token.pos not in ("VERB", "AUX"):
                continue
            yield from self._by(index)
            yield from self._held(index)
            yield from self._regretted(index)
            yield from self._without(index)
            yield from self._day(index)
            yield from self._something(index)

    def _by(self, verb: int) -> Iterator[Draft]:
        """Reads "by arming them, Oslo would become a target", "Oslo is courting war by arming them"."""
        tree = self._tree
        who = tree.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        if who is None or not self._is_to_come(verb):
            return
        for by in tree.children(verb, "prep", "agent"):
            act = self._gerund(by)
            if tree.tokens[by].lemma.lower() != "by" or act is None:
                continue
            words = tree.subtree(by)
            rest = self._rest(verb, words)
            found = self._responses.find(rest)
            if found and all(one.kind != "deed" or one.actor is None for one in found):
                yield Draft(act, frozenset(words), rest=rest, doer=who)

    def _is_to_come(self, verb: int) -> bool:
        """Reads "would become", "is inviting", "risks", and "said that it risked"."""
        tree = self._tree
        token = tree.tokens[verb]
        if has_modal(tree, verb):
            return True
        if token.lemma not in _INVITING:
            return False
        told = token.dep == "ccomp" and tree.tokens[token.head].tag == "VBD"
        present = any(tree.tokens[at].tag in ("VBZ", "VBP") for at in tree.children(verb, "aux"))
        return token.tag in ("VBZ", "VBP") or present or (token.tag == "VBD" and told)

    def _held(self, verb: int) -> Iterator[Draft]:
        """Reads "would regard arming them as a hostile act", "would consider arming them an act of war"."""
        tree = self._tree
        act = self._gerund(verb)
        if act is None or tree.tokens[verb].lemma not in self._book.holding:
            return
        if tree.is_passive(verb) or not has_modal(tree, verb):
            return
        last = self._end(verb)
        label = self._label(act, last)
        if label is None:
            return
        words = frozenset(range(act, label))
        rest = frozenset((tree.subtree(verb) | set(range(label, last))) - words)
        rest -= {at for at in tree.children(verb, "mark", "cc", "punct") if at < verb}
        if self._responses.find(rest):
            yield Draft(act, words, rest=rest)

    def _label(self, act: int, last: int) -> int | None:
        """Where what the act is held to be begins: "as", or the article of a response."""
        tree = self._tree
        for at in range(act + 1, last):
            lemma = tree.tokens[at].lemma
            if lemma == "as":
                return at
            if lemma in _SOME and self._responses.find(range(at, last)):
                return at
        return None

    def _regretted(self, verb: int) -> Iterator[Draft]:
        """Reads "would bitterly regret arming them", "will live to regret it"."""
        tree = self._tree
        act = self._gerund(verb)
        if act is None or tree.tokens[verb].lemma not in _REGRETTING:
            return
        above = verb if has_modal(tree, verb) else tree.tokens[verb].head
        who = tree.child(above, *SUBJECTS)
        if who is None or not has_modal(tree, above) or tree.is_negated(above):
            return
        words = frozenset(range(act, self._end(verb)))
        rest = self._rest(above, words)
        if self._responses.find(rest):
            named = self._tree.tokens[who].pos != "PRON"
            yield Draft(act, words, rest=rest, doer=who if named else None)

    def _without(self, verb: int) -> Iterator[Draft]:
        """Reads "cannot arm them without facing war": what nobody does for nothing."""
        tree = self._tree
        who = tree.child(verb, *SUBJECTS)
        if who is None or not has_modal(tree, verb) or not tree.is_negated(verb):
            return
        for at in tree.children(verb, "prep"):
            cost = tree.child(at, "pcomp")
            bearing = self._book.warnings.bearing | self._book.warnings.bringing | _INVITING
            if tree.tokens[at].lemma != "without" or cost is None or at < verb:
                continue
            rest = frozenset(tree.subtree(at))
            if tree.tokens[cost].lemma in bearing and self._responses.find(rest):
                words = tree.subtree(verb) - rest - set(tree.children(verb, "mark"))
                words = {one for one in words if min(tree.subtree(who)) <= one < at}
                yield Draft(verb, frozenset(words), rest=rest, doer=who)

    def _day(self, verb: int) -> Iterator[Draft]:
        """Reads "the day Oslo lands is the day we fire"."""
        tree = self._tree
        first, second = tree.child(verb, "nsubj"), tree.child(verb, "attr")
        if first is None or second is None or tree.tokens[verb].lemma != "be":
            return
        if not {tree.tokens[first].lemma, tree.tokens[second].lemma} <= _INSTANTS:
            return
        clause = next(iter(tree.children(first, "relcl", "acl")), None)
        rest = frozenset(tree.subtree(second))
        if clause is not None and self._responses.find(rest):
            doer = tree.child(clause, *SUBJECTS)
            yield Draft(clause, frozenset(tree.subtree(first)), rest=rest, doer=doer)

    def _something(self, verb: int) -> Iterator[Draft]:
        """Reads "arming them is something Oslo will not put up with"."""
        tree = self._tree
        act, label = tree.child(verb, *SUBJECTS), tree.child(verb, "attr")
        if act is None or label is None or tree.tokens[verb].lemma != "be":
            return
        if tree.tokens[label].lemma not in _THINGS or tree.tokens[act].pos == "PRON":
            return
        words = frozenset(tree.subtree(act))
        rest = self._rest(verb, words)
        if tree.children(label, "relcl") and self._responses.find(rest):
            yield Draft(act, words, rest=rest)

    def _gerund(self, verb: int) -> int | None:
        """The gerund right behind a verb, whatever the parser takes it for; also in quotation marks."""
        tokens = self._tree.tokens
        at = verb + 1
        while at < len(tokens) and tokens[at].text in _EDGE - {","}:
            at += 1
        if at >= len(tokens) or self._tree.sentence(at) != self._tree.sentence(verb):
            return None
        taken = tokens[at].text.endswith("ing") and tokens[at].dep in ("compound", "amod")
        several = taken and tokens[tokens[at].head].tag == "NNS"  # "regret felling | trees"
        return at if tokens[at].tag == "VBG" or several else None

    def _end(self, verb: int) -> int:
        """Where the clause ends: at a mark, or before a verb that is joined to it."""
        tree = self._tree
        last = tree.sentences[tree.sentence(verb)].last
        joined = [min(tree.subtree(at)) for at in tree.children(verb, "conj", "cc") if at > verb]
        marks = (at for at in range(verb + 2, last) if tree.tokens[at].text in _MARKS | {"."})
        return min([*joined, *marks, last])

    def _rest(self, verb: int, words: frozenset[int] | set[int]) -> frozenset[int]:
        tree = self._tree
        before = {at for at in tree.children(verb, "mark", "cc", "punct") if at < verb}
        return frozenset(tree.subtree(verb) - words - before)
