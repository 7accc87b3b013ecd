"""Who stands in a relation: the names that the clause around its word gives, and whether it is over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.books.bonds import BondBook
from sayso.model.reading import Predicate
from sayso.model.text import Mention, Party
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.events.bond_claims import BondClaims
from sayso.reading.en.events.bond_frames import BondFrames
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS

_BODIES = frozenset({"state", "government", "organisation", "armed_group"})
_WITHIN = frozenset({"in", "at", "under", "by", "to"})
_OVER = frozenset({"over", "about", "on"})
_AIMED = frozenset({"on", "against"})


class BondSides:
    """The sides of one article's relations, by the token of the word that names the relation."""

    def __init__(self, evidence: Evidence, book: BondBook, mentions: Sequence[Mention]) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._book = book
        actors = {one.actor.id: one.actor for one in mentions if one.actor is not None}
        self._mentions = {one.span.start: one for one in mentions if one.actor or one.place}
        self.frames = BondFrames(self._tree, book)
        self.claims = BondClaims(self._tree, book, self._mentions)
        self._bodies = {key: who.type for key, who in actors.items() if who.type in _BODIES}

    def add(self, found: dict[str, Party], party: Party | None) -> None:
        """Keeps a party that is a state or an organisation, once."""
        if party is not None and party.actor is not None and party.actor in self._bodies:
            found.setdefault(party.actor, party)

    def around(self, index: int) -> Iterator[Party]:
        """The parties that stand outside the word's own phrase."""
        subject = self._subject(index)
        if subject is not None:
            yield from self._pair(subject) or self._each(subject)
        if self._tree.tokens[index].tag.startswith("VB"):
            for doer in self._tree.children(index, "nsubj"):
                yield from self._pair(doer)
        for head in self.frames.heads(index):
            yield from self._each(head)
        yield from self._imposed(index)
        yield from self._before(index)
        token = self._tree.tokens[index]
        if token.lemma in self._book.members:
            after = index + 1
            if after < len(self._tree.tokens) and self._tree.tokens[after].pos == "PROPN":
                yield self._evidence.party({after})
            if token.dep == "conj":
                yield self._evidence.party({token.head})

    def _before(self, index: int) -> Iterator[Party]:
        """Whose it is, by adjective or name: "British and EU sanctions", "contests British rule"."""
        tree = self._tree
        verb = tree.tokens[index].tag.startswith("VB")
        heads = tree.children(index, "dobj") if verb else [index]
        if not verb and tree.tokens[index].lemma in self._book.members:
            return
        for head in heads:
            waiting = tree.children(head, "amod", "compound", "nmod", "poss")
            for at in waiting:
                waiting += tree.children(at, "conj")
                party = self._named(min(tree.subtree(at, without=("conj", "cc", "case", "det"))))
                if party is not None:
                    yield party
        if verb:
            for head in heads:
                for clause in tree.children(head, "relcl", "acl"):
                    for by in tree.children(clause, "agent"):
                        for doer in tree.children(by, "pobj"):
                            yield from self._each(doer)

    def holders(self, index: int) -> Iterator[Party]:
        """Who claims, and from whom: also by a noun, or where another holds the land."""
        for head in (self.claims.holder(index), *self.claims.claimants(index)):
            if head is not None:
                yield from self._each(head)

    def _pair(self, subject: int) -> list[Party]:
        """The two states of the sentence that "the two governments" are."""
        tree = self._tree
        token = tree.tokens[subject]
        counted = {tree.tokens[at].lemma for at in tree.children(subject, "nummod", "det")}
        if token.lemma not in self._book.pair or not counted & {"two", "both"}:
            return []
        first = tree.sentences[tree.sentence(subject)].first
        named: dict[str, Party] = {}
        for at in range(first, min(tree.subtree(subject))):
            self.add(named, self._named(at))
        return list(named.values()) if len(named) == 2 else []

    def _named(self, index: int) -> Party | None:
        mention = self._mentions.get(self._tree.tokens[index].start)
        if mention is None or mention.actor is None:
            return None
        who = mention.actor
        return Party(name=mention.span.text, resolved=who.name, actor=who.id, span=mention.span)

    def _subject(self, index: int) -> int | None:
        """Who is "at odds", "locked in a dispute", "under sanctions", or "has a partnership"."""
        verb = self._holder(index)
        if verb is None:
            return None
        subjects = self._tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        if not subjects:
            return None
        if self._tree.tokens[subjects[-1]].tag in ("WDT", "WP"):
            return self._tree.tokens[verb].head
        return subjects[-1]

    def _is_place(self, head: int) -> bool:
        return any(self._tree.tokens[at].start in self._mentions for at in self._tree.subtree(head))

    def _holder(self, index: int) -> int | None:
        """The verb whose subject is in the relation."""
        tree, book = self._tree, self._book
        token = tree.tokens[index]
        above = token.head
        if token.dep == "dobj" and tree.tokens[above].lemma in book.having:
            return above
        if token.dep == "attr":
            return above
        if token.dep != "pobj" or tree.tokens[above].lemma not in _WITHIN:
            return None
        verb = tree.tokens[above].head
        if tree.tokens[verb].lemma not in book.standing:
            return None
        return tree.tokens[verb].head if tree.tokens[verb].dep == "acomp" else verb

    def _imposed(self, index: int) -> Iterator[Party]:
        """By and on whom, as a participle beside the word tells: "sanctions imposed by A on B"."""
        tree = self._tree
        for participle in tree.children(index, "acl"):
            for preposition in tree.children(participle, "agent", "prep"):
                lemma = tree.tokens[preposition].lemma
                if lemma == "by" or lemma in _AIMED:
                    for head in tree.children(preposition, "pobj"):
                        yield from self._each(head)

    def _each(self, head: int) -> Iterator[Party]:
        """A noun phrase and those joined to it, each by itself."""
        without = ("conj", "cc", "preconj", "appos", "relcl", "acl", "punct")
        yield self._evidence.party(self._tree.subtree(head, without=without))
        for joined in self._tree.children(head, "conj"):
            yield from self._each(joined)

    def is_frame(self, index: int, party: Party) -> bool:
        """Whether a party is the organisation whose member the word's noun is: "a NATO ally"."""
        body = self._bodies.get(party.actor) if party.actor is not None else None
        return body == "organisation" and self._tree.tokens[index].lemma in self._book.members

    def is_met(self, index: int) -> bool:
        """Whether the words tell whom sanctions meet: "is under sanctions", "imposed on A"."""
        holder = self._holder(index)
        under = holder is not None and self._tree.tokens[index].dep == "pobj"
        aimed = (*self.frames.imposers(index), *self._imposed(index))
        return under or bool(aimed) or self.frames.aside(index) is not None

    def has_many(self, index: int, predicate: Predicate) -> bool:
        """Whether one party is enough: another is meant that no name tells ("their alliance with")."""
        named = {"agent", "between", "with", "patient", "of", "against", "about"}
        if not predicate.noun or predicate.lemma in self._book.members:
            return False
        holder = self._holder(index)
        return holder is None and any(one.role in named for one in predicate.arguments)

    def matter(self, index: int) -> set[int]:
        """What the clause says that it is about, where its verb has taken that."""
        tree = self._tree
        token = tree.tokens[index]
        if self.frames.pitting(index) is not None:
            before = tree.children(index, "compound", "amod", "nmod")
            named = [at for at in before if self._is_place(at)]
            return {at for one in named for at in tree.subtree(one)}
        verb = self._holder(index)
        tops = [token.head] if token.dep == "pobj" else []
        for top in (*tops, *(() if verb is None else (verb,))):
            for preposition in tree.children(top, "prep"):
                if tree.tokens[preposition].lemma in _OVER and preposition > index:
                    for head in tree.children(preposition, "pobj"):
                        return tree.subtree(head, without=("relcl", "acl", "advcl", "prep"))
        return set()

    def is_over(self, index: int, reported: bool) -> bool:
        """Whether the words say that the relation has ended, or tell it as of the past.

        In what somebody is reported to have said the past tense may be that of the report.
        """
        tree, book = self._tree, self._book
        token = tree.tokens[index]
        above = token.head
        if token.dep in ("dobj", *PASSIVE_SUBJECTS) and tree.tokens[above].lemma in book.ending:
            return not (tree.is_negated(above) or self.frames.is_tried(above))
        if token.dep in SUBJECTS and tree.tokens[above].lemma in book.lapsing:
            return not tree.is_negated(above)
        verb = self._holder(index) if not token.tag.startswith("VB") else index
        if verb is None:
            return False
        if any(tree.tokens[at].lemma in book.over for at in tree.children(verb, "advmod")) and (
            "no" in tree.words(tree.subtree(verb))
        ):
            return True
        perfect = any(
            tree.tokens[aux].tag in ("VBZ", "VBP") for aux in tree.children(verb, "aux", "auxpass")
        )
        return tree.is_negated(verb) or not (reported or perfect or self._is_present(verb))

    def _is_present(self, verb: int) -> bool:
        """Whether a verb's first word is no past: participles hang on what is told with them."""
        group = sorted(self._tree.verb_group(verb))
        tags = [self._tree.tokens[at].tag for at in group]
        return "VBD" not in tags and not (tags == ["VBN"] and self._tree.tokens[verb].dep == "ROOT")
