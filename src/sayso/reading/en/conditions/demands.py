"""What is demanded, and what is threatened beside it: "urged Oslo to leave and threatened to close the port"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.redlines import WarningWords
from sayso.reading.en.attribution.participants import ASKED
from sayso.reading.en.conditions.drafts import Draft, has_modal
from sayso.reading.en.conditions.given_time import tells_time
from sayso.reading.tree import SUBJECTS, Tree

_SAYING = frozenset({"say", "add"})
_MARKS = ("if", "unless")
_WANTING = frozenset({"want", "expect"})
_GIVING = frozenset({"give", "set", "allow", "grant", "leave", "hand"})
_THAT = frozenset({"that", "this", "which"})


class Demands:
    """Finds what is demanded by one verb and what a second one says will follow otherwise."""

    def __init__(self, tree: Tree, words: WarningWords) -> None:
        self._tree = tree
        self._warning = words.words
        self._urging = words.urging | words.ordering | words.demanding

    def urged(self, otherwise: int) -> Iterator[Draft]:
        """Reads "urged Oslo to leave, warning that it would otherwise open fire", "… and said it would …"."""
        yield from self._told_beside(otherwise, frozenset({otherwise}))

    def timed(self, after: int) -> Iterator[Draft]:
        """Reads "gave Oslo a day to leave, saying it would open fire after that", "… thereafter"."""
        tree = self._tree
        mark = frozenset(tree.subtree(after))
        that = any(tree.tokens[at].text in _THAT for at in mark)
        if not that and tree.tokens[after].lemma != "thereafter":
            return
        for draft in self._told_beside(after, mark):
            above = tree.tokens[tree.tokens[draft.head].head].lemma
            before = range(draft.doer or draft.head, max(draft.condition))
            if above in _GIVING and any(tells_time(tree, at) for at in before):
                yield draft

    def _told_beside(self, at: int, mark: frozenset[int]) -> Iterator[Draft]:
        """What is demanded by one verb and, by a second one with this word, said to follow else."""
        tree = self._tree
        follows = tree.tokens[at].head
        warning = tree.tokens[follows].head
        warns = tree.tokens[warning].lemma in self._warning | _SAYING and has_modal(tree, follows)
        if not warns or tree.tokens[warning].dep not in ("advcl", "conj"):
            return
        asked = self._asked(tree.tokens[warning].head, warning, timed=True)
        if asked is not None:
            yield self._draft(asked, warning, mark, frozenset(tree.subtree(follows) - mark))

    def threatened(self, threat: int) -> Iterator[Draft]:
        """Reads "demanded that Oslo leave and threatened to close the port"."""
        tree = self._tree
        follows = tree.child(threat, "xcomp")
        if (
            follows is None
            or tree.tokens[threat].dep not in ("conj", "advcl")
            or self._is_set(threat)
        ):
            return
        above = tree.tokens[threat].head
        for verb in (above, tree.tokens[above].head):
            asked = self._asked(verb, threat) if tree.tokens[verb].lemma in self._urging else None
            if asked is not None:
                rest = tree.subtree(follows)
                mark = frozenset({min(rest)})
                yield self._draft(asked, threat, mark, frozenset(rest - mark))
                return

    def wanted(self, verb: int, mark: frozenset[int], rest: frozenset[int]) -> Draft | None:
        """Reads "Oslo wants the trawlers out; otherwise, it will …", "demanded that Oslo leave; otherwise, …"."""
        tree = self._tree
        before = min(mark)
        if tree.tokens[verb].lemma not in self._urging | _WANTING or tree.is_negated(verb):
            return None
        asked = self._asked(verb, before)
        thing = tree.child(verb, "dobj")
        if asked is not None:
            draft = self._draft(asked, before, mark, rest)
            return draft._replace(condition=frozenset(at for at in draft.condition if at > verb))
        if thing is None or tree.tokens[verb].lemma not in _WANTING:
            return None
        words = frozenset(at for at in tree.subtree(verb) if verb < at < before)
        words = frozenset(at for at in words if tree.tokens[at].text not in ",;")
        return Draft(thing, words, mark, rest, certain=True, demanded=True, doer=thing)

    def _asked(self, verb: int, before: int, *, timed: bool = False) -> int | None:
        """What is demanded: a clause, also behind "call on", and that for which a time is given; a noun."""
        tree = self._tree
        kinds = ("xcomp", "ccomp", *(("advcl",) if timed else ()))
        clauses = [at for at in tree.children(verb, *kinds) if verb < at < before]
        for preposition in tree.children(verb, "prep"):
            clauses += [at for at in tree.children(preposition, *kinds) if at < before]
        noun = tree.child(verb, "dobj") if tree.tokens[verb].lemma == "demand" else None
        return next(iter(clauses), noun if noun is not None and noun < before else None)

    def _draft(self, asked: int, before: int, mark: frozenset[int], rest: frozenset[int]) -> Draft:
        tree = self._tree
        words = tree.subtree(asked) - tree.subtree(before)
        above = tree.tokens[asked].head
        doer = tree.child(asked, *SUBJECTS) or tree.child(above, "dobj", "dative", "pobj")
        for appeal in (
            tree.children(above, "prep") if doer is None else ()
        ):  # "called on Oslo to leave"
            doer = doer or (
                tree.child(appeal, "pobj") if tree.tokens[appeal].lemma in ASKED else None
            )
        return Draft(
            asked,
            frozenset(at for at in words if at < before),
            mark,
            rest,
            certain=True,
            demanded=not tree.is_negated(asked),
            doer=None if doer == asked else doer,
        )

    def _is_set(self, threat: int) -> bool:
        """Whether what is threatened has a condition of its own."""
        tree = self._tree
        return any(
            tree.tokens[at].dep == "mark" and tree.tokens[at].lemma in _MARKS
            for at in tree.subtree(threat)
        )
