"""What a sentence asks of somebody, forbids or dares him to do: the act that the next one sets a price on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.books.redlines import WarningWords
from sayso.reading.en.attribution.participants import ASKED
from sayso.reading.en.attribution.shapes import has_to
from sayso.reading.en.conditions.dares import is_order
from sayso.reading.en.conditions.given_time import GIVING, tells_time
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_MUST = frozenset({"must", "should", "shall", "ought"})
_BOUND = frozenset({"have", "need"})  # "has to leave"
_OURS = frozenset({"we", "i"})
_GIVING = GIVING | {"leave", "grant", "allow"}
_AGAINST = frozenset({"against", "from"})
_THINKING = frozenset({"of", "before", "about"})
_ENDING = frozenset({"end", "halt", "stop"})
_TIMES = frozenset({"time", "chance", "opportunity", "deadline", "day", "hour"})
_OPENING = frozenset({"“", '"', ":", "‘", "«"})
_PROVIDED = frozenset({"provided", "providing"})
_LINES = frozenset({"line", "position", "stance"})
_OVER = frozenset({"over", "on", "about", "against"})
_EDGES = frozenset({"PUNCT", "SPACE", "CCONJ"})
_LEFT_OUT = ("punct", "parataxis", "cc")


class Asked(NamedTuple):
    """An act: the word it hangs on, its words, whose it would be, and whether it is to be done."""

    head: int
    words: frozenset[int]
    doer: int | None
    demanded: bool


class AskedBefore:
    """Finds what the sentences of one article ask of others."""

    def __init__(self, tree: Tree, words: WarningWords) -> None:
        self._tree = tree
        self._demanding = words.demanding
        self._asking = words.urging | words.ordering | words.demanding | words.words

    def among(self, first: int, last: int) -> Asked | None:
        """The first act that is asked for, or asked not to be done, among these words."""
        return next(self._all(first, last), None)

    def _all(self, first: int, last: int) -> Iterator[Asked]:
        tree = self._tree
        for at in range(first, last):
            token = tree.tokens[at]
            found = None
            if token.pos == "VERB" and token.lemma in self._asking:
                found = self._told(at, last)
            if token.text.lower() in _PROVIDED:
                found = self._provided(at, last)
            if token.pos == "VERB" and token.lemma in _GIVING:
                found = self._given(at, last)
            if found is None and token.pos in ("VERB", "AUX"):
                found = (
                    self._bound(at, first, last)
                    or self._let(at, first, last)
                    or self._ordered(at, first, last)
                )
            if found is None and token.pos == "NOUN" and token.lemma in _TIMES:
                found = self._in_time(at, last)
            if found is None and token.pos == "NOUN" and token.lemma in _LINES:
                found = self._drawn(at, last)
            if found is not None:
                yield found

    def _told(self, verb: int, last: int) -> Asked | None:
        """Reads "urged Oslo (not) to leave", "advised Oslo against leaving", "demanded an end to the raids"."""
        tree = self._tree
        on = [at for at in tree.children(verb, "prep") if tree.tokens[at].lemma in ASKED]
        told = tree.child(verb, "dobj", "dative", *PASSIVE_SUBJECTS)
        if told is None:
            told = next((tree.child(at, "pobj") for at in on), None)
        for clause in tree.children(verb, "xcomp", "ccomp", "advcl"):
            if verb < clause < last and has_to(tree, clause):
                return self._of(clause, verb, last, told, not tree.is_negated(clause))
        wanted = tree.child(verb, "ccomp") if tree.tokens[verb].lemma in self._demanding else None
        who = tree.child(wanted, *SUBJECTS) if wanted is not None else None
        bare = wanted is not None and tree.tokens[wanted].tag in ("VB", "VBP")
        if wanted is not None and who is not None and bare and verb < who < wanted < last:
            return self._of(wanted, verb, last, who, not tree.is_negated(wanted))
        for phrase in (
            below for up in (verb, told) if up is not None for below in tree.children(up, "prep")
        ):
            act = tree.child(phrase, "pcomp", "pobj")
            if act is not None and tree.tokens[phrase].lemma in _AGAINST:
                return self._of(act, phrase, last, told, False)
        thing = tree.child(verb, "dobj")
        if tree.tokens[verb].lemma == "demand" and thing is not None:
            return self._of(thing, verb, last, None, True)
        return None

    def _provided(self, mark: int, last: int) -> Asked | None:
        """Reads "talks could go on provided Oslo stopped the raids"."""
        tree = self._tree
        for verb in range(mark + 2, last):
            raised = tree.child(verb, *SUBJECTS) if tree.tokens[verb].pos == "VERB" else None
            if raised is not None and mark < raised < verb:
                return self._of(verb, mark, last, raised, not tree.is_negated(verb))
        return None

    def _given(self, verb: int, last: int) -> Asked | None:
        """Reads "gave Oslo until Friday to leave", "leaves Oslo two days to leave"."""
        tree = self._tree
        below = sorted(at for at in tree.subtree(verb) if verb < at < last)
        act = next((at for at in below if has_to(tree, at)), None)
        if act is None or not any(tells_time(tree, at) for at in below if at < act):
            return None
        roles = (PASSIVE_SUBJECTS, ("dative",), ("dobj",))
        told = (tree.child(verb, *deps) for deps in roles)
        return self._of(act, verb, last, next((at for at in told if at is not None), None), True)

    def _bound(self, verb: int, first: int, last: int) -> Asked | None:
        """Reads "Oslo must (not) leave", "should not even think of leaving", "should think twice before leaving"."""
        tree = self._tree
        raised = tree.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        helps = {tree.tokens[at].lemma for at in tree.children(verb, "aux")}
        has = (
            tree.tokens[tree.tokens[verb].head].lemma in _BOUND and tree.tokens[verb].dep == "xcomp"
        )
        if has and has_to(tree, verb) and raised is None:
            raised = tree.child(tree.tokens[verb].head, *SUBJECTS)
            helps = {"must"}
        if raised is None or not helps & _MUST or tree.tokens[raised].text.lower() in _OURS:
            return None
        if tree.tokens[verb].lemma == "think":
            for phrase in tree.children(verb, "prep"):
                act = tree.child(phrase, "pcomp", "pobj")
                if act is not None and tree.tokens[phrase].lemma in _THINKING:
                    return self._of(act, phrase, last, raised, False)
        start = min(first, *tree.subtree(raised)) - 1 if verb > raised else first - 1
        asked = not tree.is_negated(verb)
        found = self._of(verb, start, last, raised, asked)
        first_of = min(tree.subtree(verb), default=verb)
        if not has or first_of != tree.tokens[verb].head + 1:
            return found  # also "has until Friday to leave"
        bound = {*tree.subtree(raised), tree.tokens[verb].head}
        return found._replace(words=found.words | {at for at in bound if first <= at < verb})

    def _let(self, verb: int, first: int, last: int) -> Asked | None:
        """Reads "let Oslo close it if it dares": a dare, at the start of what is said."""
        tree = self._tree
        if tree.tokens[verb].lemma != "let" or not is_order(tree, verb):
            return None
        if any(tree.tokens[at].pos not in _EDGES for at in range(first, verb)):
            return None
        act = tree.child(verb, "ccomp", "xcomp")
        raised = tree.child(act, *SUBJECTS) if act is not None else None
        if act is None or raised is None or tree.tokens[raised].text.lower() in ("us", "me"):
            return None
        return self._of(act, verb, last, raised, False)

    def _ordered(self, verb: int, first: int, last: int) -> Asked | None:
        """Reads "stop the raids", at the start of what is said or behind its colon."""
        tree = self._tree
        before = verb - 1 - (tree.tokens[verb - 1].lemma in ("please", "now"))
        opens = before < first or tree.tokens[before].text in _OPENING
        if not opens or not is_order(tree, verb) or tree.tokens[verb].lemma == "let":
            return None
        words = frozenset(tree.subtree(verb, without=_LEFT_OUT) & set(range(verb, last)))
        return Asked(verb, words, self._before(first, verb), not tree.is_negated(verb))

    def _before(self, first: int, verb: int) -> int | None:
        """Who is spoken to before the colon: "I say to Oslo: stop"."""
        tokens = self._tree.tokens
        named = (at for at in range(verb - 1, first, -1) if tokens[at].dep in ("pobj", "dobj"))
        return next((at for at in named if tokens[at].entity.endswith("GPE")), None)

    def _in_time(self, noun: int, last: int) -> Asked | None:
        """Reads "there is still time for Oslo to leave"."""
        tree = self._tree
        for act in range(noun + 1, min(noun + 8, last)):
            if tree.tokens[act].tag != "VB" or not has_to(tree, act):
                continue
            raised = tree.child(act, *SUBJECTS)
            for phrase in tree.children(noun, "prep") if raised is None else ():
                raised = tree.child(phrase, "pobj") if tree.tokens[phrase].lemma == "for" else None
            return self._of(act, noun, last, raised, True) if raised is not None else None
        return None

    def _drawn(self, noun: int, last: int) -> Asked | None:
        """Reads "has drawn a line in the sand over the raids", "knows our position on raids"."""
        tree = self._tree
        beside = (*tree.children(noun, "prep"), *tree.children(tree.tokens[noun].head, "prep"))
        for phrase in sorted(beside):
            act = tree.child(phrase, "pobj", "pcomp")
            if phrase > noun and act is not None and tree.tokens[phrase].lemma in _OVER:
                return self._of(act, phrase, last, None, False)
        return None

    def _of(self, act: int, after: int, last: int, doer: int | None, demanded: bool) -> Asked:
        """The act with its words behind a word that tells it, up to the next mark."""
        tree = self._tree
        own = {at for at in tree.subtree(act, without=_LEFT_OUT) if after < at < last}
        words = {at for at in own if tree.tokens[at].pos != "SPACE"}
        return Asked(act, frozenset(words | {act}), doer, demanded)
