"""Constructions around the word for a relation that name its sides: "allies A and B", "the row pits A against B"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.bonds import BondBook
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_AIMED = frozenset({"on", "against", "upon"})
_PRESENT = ("VBZ", "VBP")
_CALLED = frozenset({"allies", "partners"})


class BondFrames:
    """The heads of noun phrases that stand in a relation, by the token of its word."""

    def __init__(self, tree: Tree, book: BondBook) -> None:
        self._tree = tree
        self._book = book

    def heads(self, index: int) -> Iterator[int]:
        """Who stands in it; a phrase may join several."""
        yield from self._possessors(index)
        yield from self._called(index)
        yield from self._pitted(index)
        if self._tree.tokens[index].tag == "VBZ":  # "Peru disputes Chile's title", read as one name
            yield from self._tree.children(index, "compound")
        yield from self.imposers(index)
        yield from self._leagued(index)
        yield from self._linked(index)
        aside = self.aside(index)
        if aside is not None:
            yield aside

    def _possessors(self, index: int) -> Iterator[int]:
        """Whom a pronoun points to: "A and B, *whose* pact …", "A and B have yet to end *their* row"."""
        tree = self._tree
        for owner in tree.children(index, "poss"):
            if tree.tokens[owner].tag == "WP$":
                clause = next(
                    (at for at in tree.ancestors(owner) if tree.tokens[at].dep == "relcl"), None
                )
                if clause is not None:
                    yield tree.tokens[clause].head
            elif tree.tokens[owner].text.lower() == "their":
                subjects = (
                    one for at in tree.ancestors(index) for one in tree.children(at, *SUBJECTS)
                )
                joined = (one for one in subjects if tree.children(one, "conj"))
                yield from (one for one in joined if index not in tree.subtree(one))

    def _called(self, index: int) -> Iterator[int]:
        """Reads "allies *A and B*", "A's closest ally, *B*"."""
        tree = self._tree
        token = tree.tokens[index]
        several = token.text.lower() in _CALLED
        if (
            several
            and token.dep in ("compound", "nmod", "amod")
            and tree.children(token.head, "conj")
        ):
            yield token.head
        if token.lemma in self._book.members:
            named = tree.children(index, "appos")
            yield from (at for at in named if tree.tokens[at].pos == "PROPN")

    def pitting(self, index: int) -> int | None:
        """The verb that sets the sides of a dispute against each other, also where it was read as a noun's part."""
        tree = self._tree
        token = tree.tokens[index]
        if (
            token.dep in (*SUBJECTS, "compound")
            and tree.tokens[token.head].lemma in self._book.pitting
        ):
            return token.head
        inside = (at for at in tree.subtree(index) if at > index and tree.tokens[at].pos == "VERB")
        return next((at for at in inside if tree.tokens[at].lemma == "pit"), None)

    def _pitted(self, index: int) -> Iterator[int]:
        """Reads "the dispute pits *A* against *B*"."""
        tree = self._tree
        verb = self.pitting(index)
        if verb is None:
            return
        against = [at for at in tree.children(verb, "prep") if tree.tokens[at].lemma == "against"]
        if against:
            yield from tree.children(verb, "dobj")
            yield from (at for one in against for at in tree.children(one, "pobj"))

    def _linked(self, index: int) -> Iterator[int]:
        """Reads "the pact links *A* and *B*", "the alliance that ties *A* to *B*"."""
        tree = self._tree
        above = [tree.tokens[index].head] if tree.tokens[index].dep in SUBJECTS else []
        for verb in (*above, *tree.children(index, "relcl")):
            if tree.tokens[verb].lemma in self._book.linking and tree.tokens[verb].tag in _PRESENT:
                yield from tree.children(verb, "dobj")
                for at in tree.children(verb, "prep", "dative"):
                    if tree.tokens[at].lemma in ("to", "with"):
                        yield from tree.children(at, "pobj")

    def imposers(self, index: int) -> Iterator[int]:
        """Reads "sanctions that *A* keeps against *B*"."""
        tree = self._tree
        for clause in tree.children(index, "relcl"):
            token = tree.tokens[clause]
            if token.lemma not in self._book.imposing or tree.children(clause, "neg"):
                continue
            past = token.tag in ("VBD", "VBN") and not tree.children(clause, "aux")
            gone = past and token.lemma in self._book.having
            aimed = [at for at in tree.children(clause, "prep") if tree.tokens[at].lemma in _AIMED]
            if aimed and not gone:
                yield from tree.children(clause, "nsubj")
                yield from (at for one in aimed for at in tree.children(one, "pobj"))

    def is_league(self, index: int) -> bool:
        """Whether somebody does something "in league": no league of its own."""
        tree = self._tree
        token = tree.tokens[index]
        within = token.dep == "pobj" and tree.tokens[token.head].lemma == "in"
        return within and not tree.children(index, "det", "amod", "compound", "poss")

    def _leagued(self, index: int) -> Iterator[int]:
        tree = self._tree
        if tree.tokens[index].lemma not in ("league", "cahoot", "cahoots") or not self.is_league(
            index
        ):
            return
        verb = tree.tokens[tree.tokens[index].head].head
        yield from tree.children(verb, *SUBJECTS)
        for at in (*tree.children(index, "prep"), *tree.children(verb, "prep")):
            if tree.tokens[at].lemma == "with":
                yield from tree.children(at, "pobj")

    def is_mutual(self, index: int) -> bool:
        """Whether a treaty's own clause says that each is to defend the other."""
        tree = self._tree
        clauses = tree.children(index, "relcl", "acl")
        inside = {tree.tokens[at].lemma for one in clauses for at in tree.subtree(one)}
        return not inside.isdisjoint(self._book.aiding) and not inside.isdisjoint(self._book.other)

    def aside(self, index: int) -> int | None:
        """Who is under it, in an aside right behind: "*A*, under B's sanctions since 1980, …"."""
        tree = self._tree
        token = tree.tokens[index]
        under = token.head
        if (
            token.dep != "pobj"
            or tree.tokens[under].lemma != "under"
            or tree.tokens[under - 1].text != ","
        ):
            return None
        heads = tree.children(tree.tokens[under].head, *SUBJECTS, *PASSIVE_SUBJECTS)
        heads += [tree.tokens[under].head]
        return next(
            (
                at
                for at in heads
                if max(tree.subtree(at, without=("prep", "punct", "relcl"))) == under - 2
            ),
            None,
        )

    def is_tried(self, verb: int) -> bool:
        """Whether what would end it is only tried, or still to come: "has yet to settle", "failed to resolve"."""
        tree = self._tree
        token = tree.tokens[verb]
        to = any(tree.tokens[at].tag == "TO" for at in tree.children(verb, "aux"))
        return token.dep == "xcomp" and to and tree.tokens[token.head].lemma in self._book.trying
