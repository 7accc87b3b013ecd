"""What somebody is held to owe: "without an apology there will be no envoy", "failing a release, sanctions will follow"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.redlines import RedLineBook
from sayso.reading.en.conditions.drafts import Draft, has_modal
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.tree import Tree

_FAILING = frozenset({"failing", "absent", "barring"})


class Owed:
    """Finds what is demanded by telling what there will be without it."""

    def __init__(self, tree: Tree, book: RedLineBook, responses: Responses) -> None:
        self._tree = tree
        self._acts = book.acts
        self._responses = responses

    def find(self, verb: int) -> Iterator[Draft]:
        """What is owed, told beside this verb to come."""
        if has_modal(self._tree, verb):
            yield from self._without(verb)
            yield from self._failing(verb)

    def _without(self, verb: int) -> Iterator[Draft]:
        """Reads "without an apology there will be no envoy": what is owed, and what will be else."""
        tree = self._tree
        for preposition in tree.children(verb, "prep"):
            owed = tree.child(preposition, "pobj")
            if owed is None or tree.tokens[preposition].lemma != "without":
                continue
            if tree.tokens[owed].lemma in self._acts.owed:
                yield from self._owed(verb, preposition, owed)

    def _owed(self, verb: int, first: int, owed: int) -> Iterator[Draft]:
        """What somebody is to do, and what will be where he does not."""
        condition = self._tree.subtree(first)
        rest = self._tree.subtree(verb) - condition
        if self._responses.find(rest):
            yield Draft(owed, frozenset(condition), rest=frozenset(rest), demanded=True)

    def _failing(self, verb: int) -> Iterator[Draft]:
        """Reads "failing a release by June, sanctions will follow", "absent an apology, …"."""
        tree = self._tree
        for at in tree.children(verb, "advcl", "prep"):
            owed = tree.child(at, "dobj", "pobj")
            opens = at < verb and tree.tokens[at].text.lower() in _FAILING
            if opens and owed is not None and tree.tokens[owed].tag not in ("DT", "WDT"):
                yield from self._owed(verb, at, owed)
