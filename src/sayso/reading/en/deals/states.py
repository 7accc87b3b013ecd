"""States that a phrase stands for without naming them: "the Danes", "his country", "its army", "we"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.books.actors import ActorBook
from sayso.books.deals import DealWords
from sayso.model.reading import Attribution
from sayso.model.text import Actor, ActorRef, Mention, Party
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS

_HEADS = ("PROPN", "NOUN", "ADJ")
_DOERS = frozenset({*SUBJECTS, *PASSIVE_SUBJECTS})
_CLAUSES = ("relcl", "acl", "advcl")
# Who speaks of states without acting for one.
_TELLERS = frozenset({"agency", "outlet", "company"})
_BACK = 2  # sentences before its own that "the country" looks back over


class StandIns:
    """The states that one article's pronouns and common nouns stand for.

    "Our" and "we" are the speaker's; other phrases point to the one state whose people or organs are
    subjects before them, in their own sentence or the nearest before it. Where two remain it is nobody's.
    """

    def __init__(
        self,
        evidence: Evidence,
        words: DealWords,
        actors: ActorBook,
        mentions: Sequence[Mention],
        attributions: Sequence[Attribution],
    ) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._words = words
        self.states = actors.states
        self.peoples = actors.peoples
        self.capitals = actors.capitals
        self._named = [
            (one.span.start, one.actor) for one in mentions if one.type == "actor" and one.actor
        ]
        self._attributions = attributions

    def of(self, head: int) -> Party | None:
        """The state that a noun phrase stands for; None where it stands for none, or may for several."""
        state = self._state(head)
        if state is None:
            return None
        span = self._evidence.span(self._tree.subtree(head, without=("relcl", "punct", "prep")))
        return Party(name=span.text, resolved=state.name, actor=state.id, span=span)

    def before(self, head: int) -> Party | None:
        """The one state of the subjects before a noun, for those who are told of without it: "lawmakers"."""
        state = self._before(head, _BACK)
        if state is None:
            return None
        span = self._evidence.span(self._tree.subtree(head, without=("relcl", "punct", "prep")))
        return Party(name=span.text, resolved=state.name, actor=state.id, span=span)

    def _state(self, head: int) -> Actor | None:
        token = self._tree.tokens[head]
        if token.pos == "PRON":
            return self._of_pronoun(head)
        if token.pos not in _HEADS:
            return None
        people = self._people(head)
        if people is not None:
            return people
        if token.lemma not in self._words.lands | self._words.organs:
            return None
        owner = self._tree.child(head, "poss")
        if owner is not None:
            return self._owners(owner) if self._tree.tokens[owner].tag == "PRP$" else None
        before = [self._tree.tokens[at].text.lower() for at in self._tree.children(head, "det")]
        if before != ["the"] or self._tree.children(head, "nummod", "prep"):
            return None
        return self._definite(head, self._tree.children(head, "amod", "compound"))

    def _of_pronoun(self, head: int) -> Actor | None:
        token = self._tree.tokens[head]
        word = token.text.lower()
        if token.tag == "PRP$":  # "*its* order"
            return self._nearest(head)
        if word in self._words.ourselves:
            return self._speakers(token.start)
        if word in self._words.addressed:
            return self._addressee(token.start)
        if word not in self._words.themselves:
            return None
        return self._around(head) or self._before(head, 0, self._doer_beside(head))

    def _around(self, pronoun: int) -> Actor | None:
        """The state of the subject above its relative clause: "while *Oslo* turned to Rome, from which *it* bought"."""
        tree = self._tree
        verb = tree.tokens[pronoun].head
        if tree.tokens[pronoun].dep not in _DOERS or tree.tokens[verb].dep != "relcl":
            return None
        for above in tree.ancestors(verb):
            who = tree.child(above, *_DOERS)
            if who is not None and tree.tokens[above].tag.startswith("VB"):
                states = list(self._doing(who, who + 1))
                return states[0] if len(states) == 1 and who < pronoun else None
        return None

    def _nearest(self, index: int) -> Actor | None:
        """The state of the last subject before a token, in its sentence or the one before; None if that is no state's."""
        tree = self._tree
        first = tree.sentences[max(tree.sentence(index) - 1, 0)].first
        for at in range(index - 1, first - 1, -1):
            token = tree.tokens[at]
            if token.dep in _DOERS and token.pos in _HEADS and index not in tree.subtree(at):
                states = list(self._doing(at, at + 1))
                others = tree.children(token.head, "dobj", "dative")
                if any(o < index and tree.tokens[o].pos == "PROPN" for o in others):
                    return None  # "Oslo attacked Rome over *its* order": it may be either's
                return states[0] if len(states) == 1 else None
        return None

    def _definite(self, head: int, told: Sequence[int]) -> Actor | None:
        """Reads "the country", "the government", "the army" of who orders it, and "the African country"."""
        lemma = self._tree.tokens[head].lemma
        land = lemma in self._words.lands
        if not land and told:
            return None
        if lemma in self._words.governing:
            return self._before(head, _BACK)
        if not land:
            return self._of_doer(head)
        found = None if told else self._before(head, _BACK, self._doer_beside(head))
        other = any(self._tree.tokens[at].lemma in self._words.others for at in told)
        return found if found is not None or other else self._named_before(head)

    def _people(self, head: int) -> Actor | None:
        """Reads "the Danes", not "two Danes" nor "the Danish ship"."""
        tokens = self._tree.tokens
        beside = [at for at in self._tree.children(head) if at < head]
        if [tokens[at].text.lower() for at in beside] != ["the"]:
            return None
        return self.peoples.get(self._tree.tokens[head].text)

    def _owners(self, pronoun: int) -> Actor | None:
        """The state of whom a possessive points to."""
        token = self._tree.tokens[pronoun]
        speakers = self._speakers(token.start)
        if token.text.lower() in self._words.ours:
            return speakers
        return self._before(pronoun, 1) or speakers

    def _speakers(self, start: int) -> Actor | None:
        """The state of who says the words at this offset."""
        for one in self._attributions:
            words = one.speaker.span if one.speaker is not None else None
            if words is not None and any(s.start <= start < s.end for s in one.content):
                state = self._within(words.start, words.end, one.speaker)
                if state is not None:
                    return state
        return None

    def _of_doer(self, head: int) -> Actor | None:
        """The state whose own organ its doer gives something or orders: "the Danish king told *the army* to"."""
        doer = self._doer_beside(head)
        states = list(self._doing(doer, doer + 1)) if doer is not None else []
        return states[0] if len(states) == 1 else None

    def _doer_beside(self, index: int) -> int | None:
        """The doer of the clause in which a token is not the doer: "Oslo gave *it* tanks"."""
        tree = self._tree
        verb = next((at for at in tree.ancestors(index) if tree.tokens[at].tag[:2] == "VB"), None)
        doer = tree.child(verb, "nsubj") if verb is not None else None
        return None if doer is None or index in tree.subtree(doer) else doer

    def _named_before(self, index: int) -> Actor | None:
        """The one state that is named before a token, but for who gives it something or takes it from it."""
        tree = self._tree
        number = tree.sentence(index)
        doer = self._doer_beside(index)
        if doer is None:
            return None
        acting = {state.id for state in self._doing(doer, doer + 1)}
        first, last = tree.sentences[max(number - 1, 0)].start, tree.tokens[index].start
        named = {
            actor.id: actor
            for at, actor in self._named
            if first <= at < last and actor.type == "state" and actor.id not in acting
        }
        return self._peer(next(iter(named.values()))) if len(named) == 1 else None

    def _peer(self, actor: ActorRef) -> Actor | None:
        return self.states.get(actor.country or "")

    def _addressee(self, start: int) -> Actor | None:
        """The state of the one to whom the words at this offset are said."""
        for one in self._attributions:
            if any(s.start <= start < s.end for s in one.content) and len(one.addressees) == 1:
                words = one.addressees[0].span
                if words is not None:
                    return self._within(words.start, words.end, one.addressees[0])
        return None

    def _before(self, index: int, back: int, beside: int | None = None) -> Actor | None:
        """The one state of the subjects before a token, in the nearest sentence that has any.

        Not of the subject `beside` it: who gives something to "it" gives it to another.
        """
        tree = self._tree
        here = tree.sentence(index)
        other = {state.id for state in self._doing(beside, beside + 1)} if beside else set()
        for number in range(here, max(here - back, 0) - 1, -1):
            sentence = tree.sentences[number]
            last = index if number == here else sentence.last
            found = {state.id: state for state in self._doing(sentence.first, last)}
            found = {id_: state for id_, state in found.items() if id_ not in other}
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None

    def _doing(self, first: int, last: int) -> Iterator[Actor]:
        """The states whose people or organs are subjects among these tokens."""
        for at in range(first, last):
            if self._tree.tokens[at].dep in _DOERS:
                phrase = self._tree.subtree(at, without=_CLAUSES)
                span = self._evidence.span(phrase)
                party = self._evidence.party(phrase)
                state = self._people(at) or self._within(span.start, span.end, party)
                if state is not None:
                    yield state

    def _within(self, start: int, end: int, party: Party | None) -> Actor | None:
        """The state of a party, else the only one that its words name."""
        named = [actor for at, actor in self._named if start <= at < end]
        if party is not None and party.actor is not None:
            named = [actor for _, actor in self._named if actor.id == party.actor][:1]
        if any(actor.type in _TELLERS for actor in named):
            return None
        countries = {actor.country for actor in named}
        return self.states.get(countries.pop() or "") if len(countries) == 1 else None
