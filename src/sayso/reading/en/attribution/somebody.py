"""Who can act, and whose a thing is."""

from __future__ import annotations

from sayso.books.cues import CueBook
from sayso.books.telling import TellingBook
from sayso.reading.en.attribution.participants import agent_of
from sayso.reading.tree import Tree

_PEOPLE = ("PERSON", "NORP", "GPE", "ORG")
_BESIDE = frozenset({"relcl", "acl", "advcl", "punct", "prep", "cc", "conj", "appos"})
_OF_GUNS = frozenset(
    {"magazines", "rifles", "pistols", "revolvers", "rounds", "cartridges", "handguns"}
)
_JOINING = ("as", "well", "and", "or", "but", "plus", ",")  # words that a phrase does not end with
_WITHIN = ("-", ",")
_BEFORE = ("amod", "compound", "nmod")
_CLAUSES = frozenset({"relcl", "acl", "advcl", "appos"})
_DOERS = frozenset({"by", "from", "of"})
_WHOSE = _DOERS | {"on", "against"}
_PREFIXES = frozenset({"anti", "pro", "non"})
_BUILDINGS = frozenset({"house", "houses"})  # "the House", "the lower house" can act
_THINGS = frozenset({"it", "itself"})


class Somebody:
    """Tells the words for somebody who can act from those for things."""

    def __init__(self, tree: Tree, cues: CueBook, telling: TellingBook) -> None:
        self._tree = tree
        self._words = cues.people | telling.doers
        self._quantities = telling.quantities
        self._festive = telling.festive

    def can_act(self, head: int) -> bool:
        """Whether a phrase's head is a word for somebody; names that are only words are left open."""
        token = self._tree.tokens[head]
        if token.pos == "PRON":
            return token.tag in ("PRP", "WP") and token.text.lower() not in _THINGS
        if (token.lemma == "party" and self._is_occasion(head)) or self._is_counted_thing(head):
            return False
        if token.entity.endswith(_PEOPLE):
            return True
        if token.lemma in self._words:
            return token.text not in _BUILDINGS or bool(self._tree.children(head, "amod"))
        if token.pos == "PROPN" and self._is_told_of(head):
            return True
        counted = self._counted(head)
        return counted is not None and self.can_act(counted)

    def _is_occasion(self, head: int) -> bool:
        """Whether a party is one that is held: "a Christmas party"."""
        before = self._tree.children(head, "amod", "compound", "nmod", "poss")
        return any(self._tree.tokens[at].text.lower() in self._festive for at in before)

    def _is_counted_thing(self, head: int) -> bool:
        """Whether it is so many of a gun's: "12 magazines", "14 AK-47 rifles", in one name or not."""
        token = self._tree.tokens[head]
        counted = any(
            self._tree.tokens[at].tag == "CD"
            for at in self._tree.children(head, "nummod", "compound")
        )
        return counted and token.text.lower() in _OF_GUNS

    def _is_told_of(self, head: int) -> bool:
        """Whether words for somebody stand behind a name: "Vella, the minister of ports"."""
        return any(
            self._tree.tokens[beside].lemma in self._words
            for beside in self._tree.children(head, "appos")
        )

    def _counted(self, head: int) -> int | None:
        """What a number or a quantity counts: "scores of villagers", "two of the ministers"."""
        tree = self._tree
        token = tree.tokens[head]
        if token.pos != "NUM" and token.lemma not in self._quantities:
            return None
        for preposition in tree.children(head, "prep"):
            if tree.tokens[preposition].lemma == "of":
                return tree.child(preposition, "pobj")
        return None

    def owner(self, head: int, doer: bool = False) -> frozenset[int] | None:
        """Whose a thing is: "Haiti's efforts", "a Swiss offer", "an offer from Bern" or "made by Bern".

        Where the thing does something (`doer`), it is not that of those whom it is aimed at ("a raid on the port").
        """
        tree = self._tree
        for child in tree.children(head, "poss"):
            if tree.tokens[child].tag == "PRP$":
                return None
            if tree.tokens[child].entity.endswith(("DATE", "TIME")):
                continue
            if tree.tokens[child].tag == "WP$":
                return self._whose(child)
            return frozenset(tree.subtree(child, without=("case",)))
        before = self._owner_before(head, doer)
        if before is not None:
            return before
        for preposition in tree.children(head, "prep"):
            if tree.tokens[preposition].lemma in (_DOERS if doer else _WHOSE):
                governed = tree.child(preposition, "pobj")
                if governed is not None and self.can_act(governed):
                    return phrase_of(tree, governed)
        return self._maker(head)

    def _maker(self, head: int) -> frozenset[int] | None:
        """Who made a thing by a participle behind it: "an offer tabled by Bern"."""
        tree = self._tree
        of = [at for at in tree.children(head, "prep") if tree.tokens[at].lemma == "of"]
        for thing in (head, *(below for at in of for below in tree.children(at, "pobj"))):
            for participle in tree.children(thing, "acl"):
                by = agent_of(tree, participle)
                if by is not None and self.can_act(by):
                    return phrase_of(tree, by)
        return None

    def _owner_before(self, head: int, doer: bool) -> frozenset[int] | None:
        """Whose a thing is by a word before it: "a Swiss offer", not "anti-Swiss words"."""
        tree = self._tree
        before = tree.children(head, "amod", "compound", "nmod")
        if any(tree.tokens[child].text.lower() in _PREFIXES for child in before):
            return None
        for child in before:
            # "the Iran deal" is not Iran's: it is about it; "a US offer" has no other word for whose
            token = tree.tokens[child]
            about = doer and token.dep == "compound" and not token.text.isupper()
            if token.entity.endswith(("NORP", "ORG") if about else ("NORP", "GPE", "ORG")):
                return frozenset(tree.subtree(child))
        return None

    def _whose(self, pronoun: int) -> frozenset[int] | None:
        """Whom a clause with "whose" tells of."""
        for up in self._tree.ancestors(pronoun):
            if self._tree.tokens[up].dep == "relcl":
                return phrase_of(self._tree, self._tree.tokens[up].head)
        return None


def phrase_of(tree: Tree, head: int) -> frozenset[int]:
    """The noun phrase of a head alone, with what "of" adds to it, unbroken."""
    phrase = tree.subtree(head, without=_BESIDE)
    for before in tree.children(head, *_BEFORE):
        if before < head and tree.children(before, "conj"):  # "the Maltese and Tunisian envoys"
            phrase |= {at for at in tree.subtree(before, without=_CLAUSES) if at < head}
    phrase |= {
        below
        for preposition in tree.children(head, "prep")
        if tree.tokens[preposition].lemma == "of"
        for below in tree.subtree(preposition, without=("relcl", "acl", "punct"))
    }
    low = high = head
    while low - 1 in phrase or (low - 2 in phrase and tree.tokens[low - 1].text in _WITHIN):
        low -= 1
    while high + 1 in phrase:
        high += 1
    while high > head and tree.tokens[high].text.lower() in _JOINING:
        high -= 1  # "the envoys as well as"
    return frozenset(range(low, high + 1))
