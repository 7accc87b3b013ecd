"""The clause of a deal: who acts, up the tree from the word that tells it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.books.deals import DealBook
from sayso.model.deals import Mark
from sayso.reading.en.deals.endings import Endings
from sayso.reading.en.deals.leave import carried, is_infinitive
from sayso.reading.en.deals.marks import Governor
from sayso.reading.en.deals.owners import Owners
from sayso.reading.en.deals.slots import is_swallowed
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

# Prepositions that lead from a noun to the word that it belongs to.
_LEADING = frozenset(
    {"of", "on", "for", "to", "about", "over", "against", "from", "regarding", "in"}
)
_ALSO = frozenset({"also", "too", "additionally", "likewise", "further", "furthermore"})
# Prepositions before what the object of a verb does or is kept from: "accused Oslo of", "warned it against".
_BLAMING = frozenset({"of", "from", "against", "for", "into"})
# Prepositions before what the doer of a verb does too: "must ask Oslo before sending".
_BESIDE = frozenset({"before", "after", "without", "by", "since", "upon", "while", "when"})
# The same before a noun of what somebody is blamed for: "criticised Oslo over the sale".
_BLAMED = frozenset({"for", "over", "of", "about"})
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


class Clauses(Owners):
    """Doers, and the words that govern a deal, by token index."""

    def __init__(self, tree: Tree, book: DealBook) -> None:
        super().__init__(tree, book)
        self._endings = Endings(tree, book)

    def governors(self, index: int) -> tuple[Governor, ...]:
        """The words that govern what this word tells, nearest first."""
        found = self._above.of(index)
        return (*found, *self._endings.of(index, found))

    def doer(self, index: int, steps: int = 8) -> int | None:
        """The head of the noun phrase that does what this word tells; None where nothing shows it."""
        tree = self._tree
        token = tree.tokens[index]
        if not steps:
            return None
        if token.pos in ("NOUN", "PROPN"):
            gerund = token.dep in ("xcomp", "pcomp") or is_swallowed(tree, index)
            return self._doer_above(index, steps - 1) if gerund else self._owner(index, steps)
        if self.misread(index):
            return tree.child(token.head, "nsubj")
        by = tree.child(index, "agent")
        named = tree.child(by, "pobj") if by is not None else None
        if named is not None:
            return named
        own = next(reversed(tree.children(index, *SUBJECTS)), None)
        if own is not None:
            return self.antecedent(own)
        if tree.is_passive(index):
            return None
        return self._doer_above(index, steps - 1)

    def goes_on(self, index: int, above: Sequence[Governor]) -> bool:
        """Whether it is told as one more of what was told before: "has also asked for"."""
        told = (index, self._tree.tokens[index].head, *(one.at for one in above))
        return any(
            self._tree.tokens[at].lemma in _ALSO
            for verb in told
            for at in self._tree.children(verb, "advmod")
        )

    def _doer_above(self, index: int, steps: int) -> int | None:
        tree = self._tree
        token = tree.tokens[index]
        head = token.head
        if token.dep == "conj":
            return self.doer(self._joined_to(index, head), steps)
        if token.dep == "advcl":
            return self._doer_beside(head, index, steps)
        if token.dep == "pcomp":
            return self._doer_behind(head, steps)
        if token.dep in ("xcomp", "ccomp"):
            return self._controlled(head, steps, index)
        if is_swallowed(tree, index):
            return self._controlled(tree.tokens[head].head, steps, index)
        infinitive = is_infinitive(tree, index)
        if token.tag == "VBG" and index and tree.tokens[index - 1].tag == "POS":
            return tree.tokens[index - 1].head  # "an objection to Oslo's giving"
        if (token.dep == "acl" and token.tag != "VBN") or (token.dep == "relcl" and infinitive):
            found = (self._meant(head, index), self._owner(head, steps), self._winner(head, steps))
            named = tree.tokens[head].pos == "PROPN" and head < index
            own = (
                head if named and (token.tag == "VBG" or tree.tokens[head].dep == "ROOT") else None
            )
            return next((one for one in found if one is not None), own)
        return None

    def _joined_to(self, index: int, head: int) -> int:
        """The verb that another goes on from: in "Oslo sent six, an aide said, and *will send* more" what was said."""
        tree = self._tree
        said = next((at for at in tree.children(head, "ccomp") if at < head), None)
        who = tree.child(head, "nsubj")
        ahead = any(tree.tokens[at].tag == "MD" for at in tree.children(index, "aux"))
        inserted = said is not None and who is not None and said < who < index
        return said if said is not None and inserted and ahead else head

    def _winner(self, noun: int, steps: int) -> int | None:
        """Who is to do what a paper is for: "*Saab* won a contract to build"."""
        token = self._tree.tokens[noun]
        won = self._tree.tokens[token.head].lemma in self._book.words.winning
        paper = self.mark(noun) in ("contracted", "agreed")
        return self.doer(token.head, steps - 1) if won and paper and token.dep == "dobj" else None

    def _doer_behind(self, preposition: int, steps: int) -> int | None:
        """Who does what a preposition holds: "accused *Oslo* of selling", "*Oslo* must ask before sending"."""
        tree = self._tree
        above = tree.tokens[preposition].head
        if tree.tokens[preposition].lemma in _BESIDE:
            return self.doer(above, steps)
        told = tree.child(above, "dobj") if tree.tokens[preposition].lemma in _BLAMING else None
        told = self._punished(above, told)
        if tree.tokens[above].dep == "dobj" and self.mark(tree.tokens[above].head) == "done":
            told = above  # "accused smugglers of selling"
        return told if told is not None else self._controlled(above, steps)

    def _doer_beside(self, verb: int, below: int, steps: int) -> int | None:
        """Who does what a verb tells beside it: "*Oslo* was cleared by Rome to send", "*Oslo* got leave to send"."""
        held = carried(self._tree, self._book, verb)
        if below < verb or not is_infinitive(self._tree, below):
            return self.doer(verb, steps)
        if held is not None:
            return self._permitted(held, steps)
        aimed = not self._book.aimed.isdisjoint(self._above.keys(verb))
        return self._controlled(verb, steps, below) if aimed else self.doer(verb, steps)

    def _controlled(self, head: int, steps: int, below: int = -1) -> int | None:
        """Who does what a verb or noun governs: its object ("asked Oslo to"), else its own doer."""
        tree = self._tree
        token = tree.tokens[head]
        if token.pos in ("NOUN", "PROPN"):
            return self._owner(head, steps)
        if not token.tag.startswith("VB"):
            return self.doer(token.head, steps) if token.head != head else None
        if not self._book.aimed.isdisjoint(self._above.keys(head)):
            aimed = tree.child(head, "dobj", "dative", *PASSIVE_SUBJECTS)
            if aimed is not None and aimed > below > head:  # what was read as one behind its deed
                aimed = None
            if aimed is not None and tree.tokens[aimed].pos != "ADP":
                return aimed
            asked = self._behind(head, "to", "on", "with")
            if asked is not None and self.mark(head) == "requested":
                return asked
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
            own = lemma in self._book.words.applications
            return self.asker(noun) if own else self._addressee(noun, steps)
        if lemma in self._book.words.customers | self._book.words.suppliers:
            return self._called(noun, steps)
        owner = self.owner(noun)
        if owner is None and self.mark(noun) == "offered":
            owner = self._behind(noun, "from")
        if owner is not None and tree.tokens[owner].tag != "PRP$":
            return owner
        above = self._maker_of(noun, steps)
        if above is None:
            above = self._being_in(noun)
        if above is None and owner is not None and self.mark(noun) in ("contracted", "agreed"):
            above = self._beside_owner(noun, owner)
        return above if above is not None else owner

    def _being_in(self, noun: int) -> int | None:
        """Who is in talks, by a headline without its verb: "*Oslo* in talks to buy"."""
        tree = self._tree
        preposition = tree.tokens[noun].head
        name = tree.tokens[preposition].head
        while tree.tokens[name].dep == "conj":
            name = tree.tokens[name].head
        held = tree.tokens[noun].dep == "pobj" and tree.tokens[preposition].lemma == "in"
        named = tree.tokens[name].pos == "PROPN" and name < preposition
        return name if held and named and self.mark(noun) == "negotiated" else None

    def _called(self, noun: int, steps: int) -> int | None:
        """Whom a noun is said of: "Oslo became a customer", "Oslo, a customer of", "the buyer of them is *Oslo*"."""
        token = self._tree.tokens[noun]
        if token.dep == "appos":
            return token.head
        if token.dep == "nsubj" and self._tree.tokens[token.head].lemma == "be":
            return self._tree.child(token.head, "attr")
        return self.doer(token.head, steps - 1) if token.dep == "attr" else None

    def granter(self, noun: int) -> int | None:
        """Who gives or withholds a permission: its owner, whom it comes from, or the doer of "gave"."""
        owner = self.owner(noun)
        verb = self._tree.tokens[noun].head
        if owner is not None and self._tree.tokens[owner].tag == "PRP$":  # "gave its blessing"
            return self._giver_of(verb)
        if owner is not None:
            return owner
        source = self._behind(noun, "from")
        if source is None and self._tree.tokens[verb].tag.startswith("VB"):
            source = self._behind(verb, "from")
        if source is not None or self._tree.tokens[noun].dep not in ("dobj", *PASSIVE_SUBJECTS):
            return source
        return self._giver_of(verb)

    def _giver_of(self, verb: int) -> int | None:
        given = self._tree.tokens[verb].lemma in self._book.words.granting
        return self.doer(verb) if given else None

    def _maker_of(self, noun: int, steps: int) -> int | None:
        """The doer of the verb that a noun is object of: "signed a contract", "held talks"."""
        tree = self._tree
        token = tree.tokens[noun]
        head, through = token.head, False
        ahead = (
            tree.tokens[head].lemma == "with" and self.mark(tree.tokens[head].head) == "announced"
        )
        if token.dep == "pobj" and (ahead or tree.tokens[head].lemma in _LEADING):
            through = tree.tokens[head].lemma in _BLAMED
            head = tree.tokens[head].head
            if tree.tokens[head].pos in ("ADP", "ADV"):  # "pulled out of", "walked away from"
                head = tree.tokens[head].head
            token = tree.tokens[noun]._replace(dep="dobj")
        if head == noun or token.dep not in ("dobj", "nsubjpass"):
            return None
        mark = self.mark(head)
        if tree.tokens[head].pos in ("NOUN", "PROPN"):
            return self._owner(head, steps - 1) if mark is not None and steps > 1 else None
        if self._above.withholds(head):
            return None
        if tree.tokens[head].lemma in self._book.words.blaming and through:
            return tree.child(head, "dobj", *PASSIVE_SUBJECTS)  # "criticised Oslo over the sale"
        if tree.tokens[head].lemma in self._book.aimed and mark == "contracted":
            return tree.child(head, "dative", *PASSIVE_SUBJECTS)
        letter = tree.tokens[noun].lemma in self._book.words.papers
        if letter and tree.tokens[head].lemma in self._book.words.sending:
            return self.doer(head, steps - 1)
        placed = mark == "effective" and tree.tokens[noun].dep == "dobj"
        placed = placed and tree.tokens[head].lemma not in self._book.words.winning
        if tree.tokens[head].lemma in self._book.words.light or mark in _OWN or placed:
            return self.doer(head, steps - 1)
        return None

    def _permitted(self, noun: int, steps: int) -> int | None:
        """Who may: "gave Oslo permission to", "permission for Oslo to", or who asks for it."""
        tree = self._tree
        for preposition in tree.children(noun, "prep"):
            whom = tree.child(preposition, "pobj")
            named = whom is not None and tree.tokens[whom].pos == "PROPN"
            if tree.tokens[preposition].lemma == "for" and named:
                return whom
        verb = tree.tokens[noun].head
        if tree.tokens[verb].pos == "ADP":  # "asked for permission to"
            verb = tree.tokens[verb].head
        if tree.tokens[verb].lemma in self._book.words.needing:
            passive = tree.child(verb, *PASSIVE_SUBJECTS)
            return self.doer(verb, steps - 1) if passive is None else None
        inside = tree.child(noun, "poss", "compound", "nmod")
        if inside is not None and tree.tokens[inside].pos == "PROPN":
            return inside
        given = tree.child(verb, "dative") if tree.tokens[noun].dep == "dobj" else None
        if given is not None and tree.tokens[given].pos == "ADP":
            given = tree.child(given, "pobj")
        if given is None and tree.tokens[noun].dep == "dobj":
            given = tree.child(verb, *PASSIVE_SUBJECTS)  # "was given permission to"
        if given is not None:
            return given
        # Who grants or refuses a licence for exports is whose goods they are; a consent may be anybody's.
        own = tree.tokens[noun].lemma in self._book.words.own_permits
        return self.doer(verb, steps - 1) if own or self.mark(verb) == "requested" else None

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
