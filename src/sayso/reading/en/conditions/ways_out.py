"""Conditions as the only way out: "the only way to avoid war is to leave", "can avoid it only by leaving"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.redlines import WarningWords
from sayso.reading.en.conditions.drafts import Draft, has_modal
from sayso.reading.tree import SUBJECTS, Tree

_NARROW = frozenset({"only", "sole", "one"})
_PHRASES = ("prep", "relcl", "acl", "punct")


class WaysOut:
    """Finds what alone would avoid something."""

    def __init__(self, tree: Tree, words: WarningWords) -> None:
        self._tree = tree
        self._avoiding = words.avoiding

    def way_out(self, way: int) -> Iterator[Draft]:
        """Reads "the only way to avoid war is to leave", "leaving is the only way to avoid war"."""
        tree = self._tree
        narrow = {tree.tokens[at].lemma for at in tree.children(way, "amod", "nummod")}
        avoided = next(
            (at for at in tree.children(way, "relcl", "acl") if self._avoids(at)),
            None,
        )
        thing = tree.child(avoided, "dobj", "ccomp", "xcomp") if avoided is not None else None
        if not narrow & _NARROW or avoided is None or thing is None:
            return
        verb = tree.tokens[way].head
        sentence = tree.sentences[tree.sentence(way)]
        colon = next(
            (at for at in range(thing, sentence.last) if tree.tokens[at].text == ":"), None
        )
        if colon is not None:
            words = {at for at in tree.subtree(self._after(colon, sentence.last)) if at > colon}
            head = next((at for at in sorted(words) if tree.tokens[at].head not in words), None)
        else:
            head = tree.child(verb, "xcomp", "csubj", "ccomp")
            words = tree.subtree(head) if head is not None else set()
        if head is not None and words and way not in words:
            rest = frozenset(tree.subtree(thing) - words)
            doer = tree.child(avoided, *SUBJECTS)
            yield Draft(head, frozenset(words), rest=rest, demanded=True, doer=doer, ultimatum=True)

    def only_by(self, verb: int) -> Iterator[Draft]:
        """Reads "Oslo can avoid war only by leaving"."""
        tree = self._tree
        thing, doer = tree.child(verb, "dobj"), tree.child(verb, *SUBJECTS)
        if thing is None or not has_modal(tree, verb):
            return
        for by in tree.children(verb, "prep"):
            head = tree.child(by, "pcomp")
            only = tree.tokens[by - 1].lemma in _NARROW
            if head is not None and only and tree.tokens[by].lemma == "by":
                words, rest = tree.subtree(head), tree.subtree(thing, without=_PHRASES)
                yield Draft(
                    head,
                    frozenset(words),
                    rest=frozenset(rest),
                    demanded=True,
                    doer=doer,
                    ultimatum=True,
                )

    def _after(self, colon: int, last: int) -> int:
        """The verb of what follows a colon."""
        tokens = self._tree.tokens
        return next((at for at in range(colon + 1, last) if tokens[at].pos == "VERB"), colon)

    def _avoids(self, verb: int) -> bool:
        return self._tree.tokens[verb].lemma in self._avoiding
