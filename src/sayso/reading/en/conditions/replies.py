"""Acts that a reply is told to: "vowed a response to any raid", "will close the strait in response to any raid"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.redlines import RedLineBook
from sayso.reading.en.conditions.acts import Acts
from sayso.reading.en.conditions.drafts import Draft, has_modal, tidy
from sayso.reading.tree import Tree

_TO = frozenset({"to", "for", "against", "after"})
_VOWING = frozenset({"vow", "promise", "pledge", "threaten", "swear"})
_ALL = frozenset({"any", "every", "each", "another", "further", "new", "more"})
_SOME = frozenset({"a", "an"})


class Replies:
    """Finds the acts to come that a noun for an answer governs."""

    def __init__(self, tree: Tree, book: RedLineBook) -> None:
        self._tree = tree
        self._book = book
        self._acts = Acts(tree, book)

    def find(self) -> Iterator[Draft]:
        """All such conditions, in text order."""
        for index, token in enumerate(self._tree.tokens):
            if self._tree.sentence(index) < 0 or token.pos != "NOUN":
                continue
            if token.lemma in self._book.warnings.replies or token.lemma in self._book.responses:
                yield from self._to(index)

    def _to(self, reply: int) -> Iterator[Draft]:
        tree = self._tree
        verb = self._told(reply)
        if verb is None:
            return
        for preposition in (*tree.children(reply, "prep"), *tree.children(verb, "prep")):
            act = tree.child(preposition, "pobj")
            if tree.tokens[preposition].lemma not in _TO or act is None or preposition < reply:
                continue
            sent = tree.tokens[act].lemma in self._book.acts.sent and tree.children(act, "relcl")
            if (self._acts.is_act(act) or sent) and self._is_open(
                act, coming=has_modal(tree, verb)
            ):
                words = tidy(tree, tree.subtree(act), act)
                rest = tree.subtree(verb) - tree.subtree(preposition)
                if tree.tokens[reply].dep == "pobj" and not self._in_reply(reply):
                    rest &= tree.subtree(reply)
                yield Draft(act, frozenset(words), rest=frozenset(rest))

    def _told(self, reply: int) -> int | None:
        """The verb by which there will be a reply, or by which one is warned of."""
        tree = self._tree
        token = tree.tokens[reply]
        if token.dep in ("attr", "nsubj"):
            there = tree.children(token.head, "expl")
            coming = has_modal(tree, token.head) or tree.tokens[token.head].tag == "VBZ"
            return token.head if there and coming else None
        if token.dep == "dobj":
            return token.head if tree.tokens[token.head].lemma in _VOWING else None
        warning = tree.tokens[token.head].head
        if self._in_reply(reply):
            return warning
        known = tree.tokens[warning].lemma in self._book.warnings.words
        of = token.dep == "pobj" and tree.tokens[token.head].lemma == "of"
        return warning if of and known else None

    def _in_reply(self, reply: int) -> bool:
        """Whether a deed to come is told "in response to" an act."""
        tree = self._tree
        into = tree.tokens[tree.tokens[reply].head]
        if tree.tokens[reply].dep != "pobj" or into.lemma != "in" or into.dep != "prep":
            return False
        above = tree.ancestors(reply)
        verb = next((at for at in above if tree.tokens[at].pos == "VERB"), into.head)
        threatens = tree.tokens[verb].lemma in _VOWING
        return threatens or has_modal(tree, verb) or tree.tokens[verb].tag == "VB"

    def _is_open(self, act: int, *, coming: bool) -> bool:
        """Whether any such act is meant, done by nobody yet: "any raid"; "a raid" where the reply is to come."""
        before = {self._tree.tokens[at].lemma for at in self._tree.children(act, "det", "amod")}
        return bool(before & (_ALL | _SOME if coming else _ALL))


def is_in_reply(tree: Tree, book: RedLineBook, verb: int) -> bool:
    """Reads "sales could stop in retaliation for any ban": the act is what the reply is to."""
    for into in tree.children(verb, "prep"):
        reply = tree.child(into, "pobj")
        if tree.tokens[into].lemma == "in" and reply is not None:
            known = book.warnings.replies | book.responses.keys()
            to = tree.children(reply, "prep")
            if tree.tokens[reply].lemma in known and any(tree.tokens[at].lemma in _TO for at in to):
                return True
    return False
