"""Leave to do a deal: the permission that a verb carries beside it, whatever case the deal stands in."""

from __future__ import annotations

from sayso.books.deals import DealBook
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_MAY = frozenset({"can", "may", "must", "could", "might"})
_UNLESS = frozenset({"unless", "until"})


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Whether a verb stands with "to"."""
    return any(tree.tokens[at].tag == "TO" for at in tree.children(verb, "aux"))


def carried(tree: Tree, book: DealBook, verb: int) -> int | None:
    """The permission that a verb tells of: "got the *go-ahead*", "the *licence* was granted"."""
    held = tree.children(verb, "dobj", *PASSIVE_SUBJECTS)
    return next((at for at in held if tree.tokens[at].lemma in book.words.permissions), None)


class Leave:
    """Reads what hangs on words of permission, by token index."""

    def __init__(self, tree: Tree, book: DealBook) -> None:
        self._tree = tree
        self._book = book

    def lets(self, verb: int, at: int, aimed: bool) -> bool:
        """Whether a clause beside a verb is what it lets somebody do.

        Reads "gave its consent for Oslo to send", "licensed Oslo to build", "was cleared by Oslo to send".
        `aimed`: the verb is told of the one who is to act.
        """
        tree = self._tree
        if any(tree.tokens[child].lemma == "for" for child in tree.children(at, "mark")):
            return True
        if at < verb or not is_infinitive(tree, at):
            return False
        whom = tree.children(verb, "dobj", *PASSIVE_SUBJECTS)
        for preposition in tree.children(verb, "prep") if aimed else ():  # "counts on Oslo to send"
            phrase = f"{tree.tokens[verb].lemma} {tree.tokens[preposition].lemma}"
            if phrase in self._book.aimed:
                whom += tree.children(preposition, "pobj")
        return carried(tree, self._book, verb) is not None or (aimed and bool(whom))

    def had(self, at: int) -> int | None:
        """The permission that a deal has: "the *sale* won approval", "was given the go-ahead"."""
        token = self._tree.tokens[at]
        if token.dep not in (*SUBJECTS, *PASSIVE_SUBJECTS):
            return None
        words = self._book.words
        having = self._tree.tokens[token.head].lemma in words.granting | words.needing
        noun = carried(self._tree, self._book, token.head) if having else None
        if noun == at and self._tree.tokens[token.head].lemma in words.withholding:
            return None  # "*leave* was refused": its verb says the more
        return None if noun is None or noun < at else noun

    def is_lacking(self, noun: int) -> bool:
        """Whether a permission is only needed yet: "needs Oslo's consent to", "consent is required"."""
        token = self._tree.tokens[noun]
        lemma = self._tree.tokens[token.head].lemma
        return token.lemma in self._book.words.permissions and lemma in self._book.words.lacking

    def withheld(self, at: int) -> int | None:
        """What a deed is not to be done without: "may not send them without Oslo's *consent*", "unless Oslo *agrees*"."""
        tree = self._tree
        helpers = {tree.tokens[one].lemma for one in tree.children(at, "aux")}
        if not tree.is_negated(at) or not helpers & _MAY:
            return None
        for clause in tree.children(at, "advcl"):
            unless = any(tree.tokens[o].lemma in _UNLESS for o in tree.children(clause, "mark"))
            if unless and self._book.verbs.get(tree.tokens[clause].lemma) in (
                "agreed",
                "authorised",
            ):
                return clause
        for preposition in tree.children(at, "prep"):
            for noun in tree.children(preposition, "pobj"):
                without = tree.tokens[preposition].lemma.lower() == "without"
                if without and tree.tokens[noun].lemma in self._book.words.permissions:
                    return noun
        return None
