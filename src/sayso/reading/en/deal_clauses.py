"""The clause of a deal: who acts, and which words govern it, up the tree from the word that tells it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.books.deals import DealBook
from sayso.model.deals import Mark
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_UP = frozenset({"xcomp", "ccomp", "dobj", "pobj", "pcomp", "acl", "prep", "nsubjpass", "attr"})
# Prepositions that lead from what is governed to the word that governs it: "talks on", "approval of".
_LEADING = frozenset(
    {"of", "on", "for", "to", "about", "over", "against", "from", "regarding", "in"}
)
_RELATIVE = frozenset({"WDT", "WP"})
# Prepositions before what the object of a verb does or is kept from: "accused Oslo of", "warned it against".
_BLAMING = frozenset({"of", "from", "against", "for", "into"})
_NO = frozenset({"no", "neither"})
_FARTHEST = 12
# Who does what these say of a noun does the noun's deed too, where nobody else is named: "approved the sale".
_OWN: frozenset[Mark] = frozenset(
    {
        "considered",
        "negotiated",
        "offered",
        "announced",
        "agreed",
        "contracted",
        "begun",
        "completed",
        "suspended",
        "cancelled",
        "denied",
        "refused",
        "notified",
        "authorised",
        "prohibited",
    }
)


class Governor(NamedTuple):
    """A word that governs a deal, what it says of it, and whether it is negated."""

    at: int
    mark: Mark
    negated: bool


class Clauses:
    """Doers and governors by token index."""

    def __init__(self, tree: Tree, book: DealBook) -> None:
        self._tree = tree
        self._book = book

    # --- governors -----------------------------------------------------------------------------------

    def governors(self, index: int) -> tuple[Governor, ...]:
        """The words that govern what this word tells, nearest first."""
        return tuple(self._climb(self._first_part(index)))

    def is_again(self, index: int) -> bool:
        """Whether the word was cut at its hyphen: "re-export"."""
        tokens = self._tree.tokens
        return (
            index >= 2 and tokens[index - 1].text == "-" and tokens[index - 2].text.lower() == "re"
        )

    def _first_part(self, index: int) -> int:
        """Where a word that was cut hangs in the tree: by its first part."""
        return index - 2 if self.is_again(index) else index

    def mark(self, index: int) -> Mark | None:
        """What a governing word says of the deal."""
        token = self._tree.tokens[index]
        if not token.tag.startswith("VB"):
            return self._book.nouns.get(token.lemma) if token.pos in ("NOUN", "PROPN") else None
        particle = self._tree.child(index, "prt")
        joined = f"{token.lemma} {self._tree.tokens[particle].lemma}" if particle else token.lemma
        return self._book.verbs.get(joined) or self._book.verbs.get(token.lemma)

    def _climb(self, index: int) -> Iterator[Governor]:
        tree, words = self._tree, self._book.words
        at, below = index, index
        for _ in range(_FARTHEST):
            token = tree.tokens[at]
            head = token.head
            leads = token.dep in _UP or (token.dep == "advmod" and token.lemma in words.light)
            if head == at or not leads or self._is_thing(at):
                return
            above = tree.tokens[head]
            if above.pos in ("ADP", "SCONJ"):
                if above.lemma not in _LEADING:
                    return
                at = head
                continue
            if self._ensures(head, at):
                yield Governor(head, "feared", negated=False)
                return
            mark = self.mark(head)
            if mark is None:
                if above.lemma not in words.light or token.dep == "ccomp":
                    return
            else:
                yield self._governor(head, mark, below)
                below = head
            at = head

    def _ensures(self, head: int, at: int) -> bool:
        """Reads "make sure that none … reaches": what somebody sees to it that it does not happen."""
        token = self._tree.tokens[head]
        sure = token.lemma in self._book.words.ensuring
        return sure and self._tree.tokens[at].dep == "ccomp" and self._tree.is_negated(at)

    def _is_thing(self, at: int) -> bool:
        """A participle after a noun tells of that noun, and is not governed through it."""
        token = self._tree.tokens[at]
        return token.dep == "acl" and token.tag == "VBN"

    def _governor(self, index: int, mark: Mark, below: int) -> Governor:
        tree, words = self._tree, self._book.words
        token = tree.tokens[index]
        if token.lemma in words.withholding:
            under = tree.tokens[below].lemma
            asked = self.mark(below) in ("requested", "authorised") or under in words.permissions
            asked = asked or self._withholds(index)
            mark = (
                "prohibited" if asked else "denied" if token.lemma in words.denying else "refused"
            )
        negated = tree.is_negated(index) or any(
            tree.tokens[child].lemma in _NO for child in tree.children(index, "det")
        )
        return Governor(index, mark, negated)

    def _withholds(self, verb: int) -> bool:
        """Reads "refused its consent to": the permission beside what it is for."""
        held = self._tree.children(verb, "dobj")
        return any(self._tree.tokens[at].lemma in self._book.words.permissions for at in held)

    # --- doers ---------------------------------------------------------------------------------------

    def doer(self, index: int, steps: int = 8) -> int | None:
        """The head of the noun phrase that does what this word tells; None where nothing shows it."""
        tree = self._tree
        token = tree.tokens[index]
        if not steps:
            return None
        if token.pos in ("NOUN", "PROPN"):
            return self._owner(self._first_part(index), steps)
        if self.misread(index):
            return tree.child(token.head, "nsubj")
        own = next(reversed(tree.children(index, *SUBJECTS)), None)
        if own is not None:
            return self.antecedent(own)
        if tree.is_passive(index):
            by = tree.child(index, "agent")
            return tree.child(by, "pobj") if by is not None else None
        return self._doer_above(self._first_part(index), steps - 1)

    def misread(self, index: int) -> bool:
        """Whether a past that was read as a participle is the verb: its noun has a subject and no copula."""
        token = self._tree.tokens[index]
        if token.tag != "VBN" or token.dep != "amod":
            return False
        own = self._tree.child(token.head, "nsubj")
        return own is not None and own < index and not self._tree.children(token.head, "cop", "aux")

    def antecedent(self, index: int) -> int:
        """A relative pronoun's noun; any other word itself."""
        if self._tree.tokens[index].tag in _RELATIVE:
            for up in (index, *self._tree.ancestors(index)):
                if self._tree.tokens[up].dep == "relcl":
                    return self._tree.tokens[up].head
        return index

    def _doer_above(self, index: int, steps: int) -> int | None:
        tree = self._tree
        token = tree.tokens[index]
        head = token.head
        if token.dep == "conj":
            return self.doer(head, steps)
        if token.dep == "advcl":
            return self.doer(head, steps)
        if token.dep == "pcomp":
            above = tree.tokens[head].head
            told = tree.child(above, "dobj") if tree.tokens[head].lemma in _BLAMING else None
            return told if told is not None else self._controlled(above, steps)
        if token.dep in ("xcomp", "ccomp"):
            return self._controlled(head, steps)
        if token.dep == "acl" and token.tag != "VBN":
            return self._owner(head, steps)
        return None

    def _controlled(self, head: int, steps: int) -> int | None:
        """Who does what a verb or noun governs: its object ("asked Oslo to"), else its own doer."""
        tree = self._tree
        token = tree.tokens[head]
        if token.pos in ("NOUN", "PROPN"):
            return self._owner(head, steps)
        if not token.tag.startswith("VB"):
            return self.doer(token.head, steps) if token.head != head else None
        if token.lemma in self._book.aimed:
            aimed = tree.child(head, "dobj", "dative", *PASSIVE_SUBJECTS)
            if aimed is not None and tree.tokens[aimed].pos != "ADP":
                return aimed
            return self.doer(head, steps) if self.mark(head) == "requested" else None
        passive = tree.child(head, *PASSIVE_SUBJECTS)
        return self.antecedent(passive) if passive is not None else self.doer(head, steps)

    def _owner(self, noun: int, steps: int) -> int | None:
        """Whose deed a noun is: "Oslo's offer", "the offer by Oslo", or of who makes it."""
        tree = self._tree
        lemma = tree.tokens[noun].lemma
        if lemma in self._book.words.permissions:
            return self._permitted(noun, steps)
        if self.mark(noun) == "requested":
            return self._addressee(noun, steps)
        owner = self.owner(noun)
        if owner is not None:
            return owner
        return self._maker_of(noun, steps)

    def owner(self, noun: int) -> int | None:
        """The possessor of a noun, or who stands behind "by", "from" or "between"."""
        owner = self._tree.child(noun, "poss")
        if owner is not None:
            return owner
        for preposition in self._tree.children(noun, "prep", "agent"):
            if self._tree.tokens[preposition].lemma == "by":
                return self._tree.child(preposition, "pobj")
        return None

    def _maker_of(self, noun: int, steps: int) -> int | None:
        """The doer of the verb that a noun is object of: "signed a contract", "held talks"."""
        tree = self._tree
        token = tree.tokens[noun]
        head = token.head
        if token.dep == "pobj" and tree.tokens[head].lemma in _LEADING:
            head = tree.tokens[head].head
            token = tree.tokens[noun]._replace(dep="dobj")
        if head == noun or token.dep != "dobj":
            return None
        mark = self.mark(head)
        if tree.tokens[head].pos in ("NOUN", "PROPN"):
            return self._owner(head, steps - 1) if mark is not None and steps > 1 else None
        if self._withholds(head):
            return None
        if tree.tokens[head].lemma in self._book.words.light or mark in _OWN:
            return self.doer(head, steps - 1)
        return None

    def _permitted(self, noun: int, steps: int) -> int | None:
        """Who may: "gave Oslo permission to", "permission for Oslo to", or who asks for it."""
        tree = self._tree
        for preposition in tree.children(noun, "prep"):
            if tree.tokens[preposition].lemma == "for":
                return tree.child(preposition, "pobj")
        inside = tree.child(noun, "poss", "compound")
        if inside is not None and tree.tokens[inside].pos == "PROPN":
            return inside
        verb = tree.tokens[noun].head
        given = tree.child(verb, "dative") if tree.tokens[noun].dep == "dobj" else None
        if given is not None and tree.tokens[given].pos == "ADP":
            given = tree.child(given, "pobj")
        if given is not None:
            return given
        return self.doer(verb, steps - 1) if self.mark(verb) == "requested" else None

    def _addressee(self, noun: int, steps: int) -> int | None:
        """Who is asked: "the request to Oslo", or who agrees to the request."""
        tree = self._tree
        for preposition in tree.children(noun, "prep"):
            if tree.tokens[preposition].lemma in ("to", "on"):
                return tree.child(preposition, "pobj")
        up = tree.tokens[noun].head
        if tree.tokens[noun].dep == "pobj":
            up = tree.tokens[up].head
        if self.mark(up) in ("agreed", "authorised", "refused") and up != noun:
            return self.doer(up, steps - 1)
        return None
