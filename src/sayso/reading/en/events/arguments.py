"""Arguments: who did it, to whom, with what, from the words around a verb or a noun."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.books.telling import TellingBook
from sayso.model.reading import ArgumentRole
from sayso.reading.en.attribution.participants import NOUNS, agent_of, subject
from sayso.reading.en.attribution.somebody import Somebody
from sayso.reading.en.events import objects
from sayso.reading.en.events.doers import (
    agent_or_shared,
    is_passive,
    teller_skipped,
    whom_who_means,
)
from sayso.reading.en.events.governed import Found, each, governed
from sayso.reading.en.events.letters import letter_of
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

# Of a thing, what its phrases say of the verb: "a raid | on Oslo".
_PASSED_ON = frozenset({"goal", "source", "benefit", "via", "against", "with", "between"})


class Arguments:
    """Finds the arguments of one article's predicates."""

    def __init__(
        self,
        tree: Tree,
        cues: CueBook,
        telling: TellingBook,
        somebody: Somebody,
    ) -> None:
        self._tree = tree
        self._cues = cues
        self._telling = telling
        self._somebody = somebody

    def of(self, index: int) -> tuple[Found, ...]:
        """The arguments of a verb or noun, in text order, each once."""
        noun = not self._tree.tokens[index].tag.startswith("VB")
        every = self._of_noun(index) if noun else self._of_verb(index)
        found: dict[tuple[int, str], Found] = {}
        for one in every:
            if one.head != index:
                found.setdefault((one.head, one.role), one)
        return tuple(sorted(found.values(), key=lambda one: (min(one.words), one.role)))

    def light_verb(self, noun: int) -> int | None:
        """The verb that says that what a noun names took place: "launched an attack"."""
        tree = self._tree
        token = tree.tokens[noun]
        up = token.head
        if token.dep == "conj" and tree.tokens[up].pos == "NOUN":
            return self.light_verb(up)
        if token.dep == "pobj" and tree.tokens[up].head != up:
            # "carried out a series of attacks", "called for talks" is none of these
            above = tree.tokens[up].head
            counted = tree.tokens[up].lemma == "of" and tree.tokens[above].pos == "NOUN"
            return self.light_verb(above) if counted else None
        if tree.tokens[up].pos not in ("VERB", "AUX"):
            return None
        lemma = tree.tokens[up].lemma
        if token.dep in ("dobj", *PASSIVE_SUBJECTS) and lemma in self._telling.light:
            return up
        if token.dep == "nsubj" and lemma in self._telling.occurring:
            return up
        return None

    # --- verbs ---------------------------------------------------------------------------------------

    def _of_verb(self, index: int) -> Iterator[Found]:
        tree = self._tree
        passive = is_passive(tree, index, self._telling.with_object)
        yield from self._passive(index) if passive else self._active(index)
        for given in tree.children(index, "dative"):
            to = tree.child(given, "pobj") if tree.tokens[given].pos == "ADP" else given
            if to is not None:
                yield from each(tree, "goal", to)
        yield from governed(tree, self._telling, index)
        for thing in tree.children(index, "dobj", *PASSIVE_SUBJECTS):
            yield from (
                one for one in governed(tree, self._telling, thing) if one.role in _PASSED_ON
            )
        yield from self._beneath(index)

    def _beneath(self, index: int) -> Iterator[Found]:
        tree = self._tree
        for clause in self.clauses(index):
            if tree.tokens[clause].dep in ("ccomp", "xcomp", "acl"):
                for below in tree.children(clause, *SUBJECTS, *PASSIVE_SUBJECTS):
                    if tree.tokens[below].pos in NOUNS:
                        yield from each(tree, "subject", below)
            if clause > index and any(
                tree.tokens[c].tag == "TO" for c in tree.children(clause, "aux")
            ):
                yield Found("purpose", clause, frozenset(tree.subtree(clause)))

    def clauses(self, index: int) -> list[int]:
        """Clauses beneath a verb, or beneath the adjective or noun beside it ("is ready to go")."""
        found = self._tree.children(index, "xcomp", "advcl", "ccomp")
        if not self._tree.tokens[index].tag.startswith("VB"):
            found += self._tree.children(index, "acl")
        for beside in self._tree.children(index, "acomp", "attr", "oprd"):
            found += self._tree.children(beside, "xcomp", "ccomp")
        return found

    def _passive(self, index: int) -> Iterator[Found]:
        tree = self._tree
        raised = tree.child(index, *PASSIVE_SUBJECTS, *SUBJECTS)
        if raised is None and tree.tokens[index].dep in ("acl", "relcl"):
            raised = tree.tokens[index].head
        if raised is None and tree.tokens[index].dep in ("conj", "xcomp"):
            raised = self._raised_by(tree.tokens[index].head)
        if raised is not None:
            yield from each(tree, "patient", self._antecedent(raised))
        agent = agent_or_shared(tree, index)
        if agent is not None:
            yield from each(tree, "agent", agent)

    def _raised_by(self, index: int) -> int | None:
        """Whom the verb tells of that another is joined to: "was shot and killed", "a man shot and killed"."""
        tree = self._tree
        raised = tree.child(index, *PASSIVE_SUBJECTS)
        token = tree.tokens[index]
        if raised is None and token.dep in ("acl", "relcl") and tree.is_passive(index):
            return token.head
        return self._raised_by(token.head) if raised is None and token.dep == "conj" else raised

    def _active(self, index: int) -> Iterator[Found]:
        tree = self._tree
        start = teller_skipped(tree, self._cues, index)
        letter = letter_of(tree, self._telling, index)
        doer = subject(tree, self._cues, start if letter is None else letter.sent)
        if doer:
            outside = (at for at in sorted(doer) if tree.tokens[at].head not in doer)
            head = next(outside, min(doer))
            who = whom_who_means(tree, self._somebody, index, head)
            if who != head:
                yield from each(tree, "agent", who)
            else:
                yield from self._together("agent", head, doer)
        things = objects.objects_of(tree, self._telling, index)
        role: ArgumentRole = "goal"
        if letter is not None and any(tree.tokens[at].tag == "PRP" for at in things):
            role, things = "patient", []  # "sent the envoys a letter, asking them to leave"
        if letter is not None:
            yield from each(tree, role, letter.hearer)
        yield from (Found("as", at, frozenset({at})) for at in objects.held_as(tree, index))
        for thing in things:
            for one in each(tree, "patient", self._antecedent(thing)):
                of = objects.said_of(tree, self._telling, index, one.head)
                yield one._replace(words=one.words - of)

    # --- nouns ---------------------------------------------------------------------------------------

    def _of_noun(self, index: int) -> Iterator[Found]:
        tree = self._tree
        owner = tree.child(index, "poss")
        verb = self.light_verb(index)
        lent = [] if verb is None else list(self._lent(index, verb))
        # "She repeated her promise": the verb names whose it is
        told = owner is not None and tree.tokens[owner].tag == "PRP$"
        if owner is not None and not (told and any(one.role == "agent" for one in lent)):
            yield Found("agent", owner, frozenset(tree.subtree(owner, without=("case",))))
        for before in tree.children(index, "compound", "amod", "nmod"):
            token = tree.tokens[before]
            if token.entity.endswith(("NORP", "GPE")):
                yield from self._joined_names(before)
            elif token.pos in ("NOUN", "PROPN"):
                yield Found("patient", before, frozenset(tree.subtree(before)))
        if self._somebody.can_act(index):
            yield from self._who_is(index)
        for one in governed(tree, self._telling, index):
            yield one._replace(role="patient") if one.role == "of" else one
        yield from self._beneath(index)
        yield from lent

    def _joined_names(self, head: int) -> Iterator[Found]:
        """The names before a noun, each by itself: "the Oslo-Riga pact"."""
        tree = self._tree
        name: list[int] = []
        for index in (*sorted(tree.subtree(head) - {head}), head):
            if tree.tokens[index].dep == "punct":
                name = []
                continue
            name.append(index)
            last = index == head or tree.tokens[index + 1].dep == "punct"
            if last and tree.tokens[index].entity.endswith(("NORP", "GPE")):
                yield Found("agent", index, frozenset(name))

    def _who_is(self, index: int) -> Iterator[Found]:
        """Whom a noun for somebody tells of: "Oslo, an ally of Riga", "Oslo is an ally of Riga"."""
        token = self._tree.tokens[index]
        if token.dep == "appos":
            yield Found("agent", token.head, frozenset({token.head}))
        elif token.dep == "attr":
            yield from (one for one in self._active(token.head) if one.role == "agent")

    def _lent(self, noun: int, verb: int) -> Iterator[Found]:
        """What a noun has from the verb that says that it took place."""
        tree = self._tree
        if tree.tokens[noun].dep in PASSIVE_SUBJECTS:
            agent = agent_of(tree, verb)
            if agent is not None:
                yield from each(tree, "agent", agent)
        elif tree.tokens[verb].lemma in self._telling.light and not tree.is_passive(verb):
            for one in self._active(verb):
                if one.role == "agent" and noun not in one.words:
                    yield one
        for one in governed(tree, self._telling, verb):
            if one.role != "of" and noun not in one.words:
                yield one
        for given in tree.children(verb, "dative"):
            yield from each(tree, "goal", tree.child(given, "pobj") or given)
        if tree.children(verb, "ccomp"):  # "repeated its demand on Monday that Oslo pay"
            yield from self._beneath(verb)

    # --- phrases -------------------------------------------------------------------------------------

    def _together(self, role: ArgumentRole, head: int, words: set[int]) -> Iterator[Found]:
        """A phrase with those joined to it given by themselves."""
        joined = [
            below
            for below in self._tree.children(head, "conj")
            if below in words and self._tree.tokens[below].pos in NOUNS
        ]
        if not joined:
            yield Found(role, head, frozenset(words))
            return
        yield from each(self._tree, role, head)

    def _antecedent(self, index: int) -> int:
        """A relative pronoun's noun."""
        token = self._tree.tokens[index]
        if token.tag in ("WDT", "WP"):
            for up in self._tree.ancestors(index):
                if self._tree.tokens[up].dep == "relcl":
                    return self._tree.tokens[up].head
        return index
