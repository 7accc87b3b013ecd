"""Who would meet a condition, and whether it is an act at all."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.books.cues import CueBook
from sayso.books.redlines import RedLineBook
from sayso.books.telling import TellingBook
from sayso.model.reading import Attribution, Response
from sayso.model.text import Party
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.attribution.participants import NOUNS, agent_of, possessor
from sayso.reading.en.conditions.antecedents import Antecedent
from sayso.reading.en.conditions.deeds import Deeds
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.en.conditions.given_time import tells_time
from sayso.reading.en.conditions.hostile import Hostile
from sayso.reading.en.conditions.others import Others
from sayso.reading.en.conditions.owners import Owners
from sayso.reading.en.conditions.undergone import is_borne, is_done, undergone
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS

_BEFORE = ("amod", "compound")
_SOMEBODY = frozenset(
    {"they", "them", "you", "he", "she", "somebody", "someone", "anybody", "anyone"}
)
_SHOWING = frozenset(
    {"see", "sight", "spot", "find", "detect", "observe", "station", "base", "mass"}
)
_RELATIVE = ("relcl", "csubj", "csubjpass")
_NAMES = ("NORP", "ORG", "GPE", "PERSON")


class Doers:
    """Reads the doer of a condition off the words that it hangs on."""

    def __init__(
        self,
        evidence: Evidence,
        cues: CueBook,
        book: RedLineBook,
        telling: TellingBook,
        hostile: Hostile,
    ) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._people = cues.people | telling.doers
        self._book = book
        self.deeds = Deeds(evidence.tree, book, hostile)
        self._owners = Owners(evidence, book)
        self.others = Others(evidence)

    def of(self, draft: Draft) -> tuple[Party | None, bool]:
        """The doer, where somebody is named, and whether the condition is somebody's act."""
        head = draft.head
        tree = self._tree
        if draft.doer is not None:
            return self._of_subject(draft.doer)
        if draft.lasting:
            return self._of_lasting(head)
        if tree.tokens[head].dep == "acl" and tree.tokens[head].head in draft.condition:
            return self._of_subject(tree.tokens[head].head)[
                0
            ], True  # "any Chilean ship found there"
        if not tree.tokens[head].tag.startswith("VB") and not tree.children(head, *SUBJECTS):
            doer = self._owners.of(head)
            open_ = not draft.certain or draft.ultimatum
            return doer, doer is not None or open_ or self.deeds.is_act(head)
        passive = tree.child(head, *PASSIVE_SUBJECTS)
        if passive is not None or tree.children(head, "auxpass") or is_done(tree, head):
            shown = self._shown(head, passive)
            return shown or self._of_agent(agent_of(tree, head)), True
        under = undergone(tree, head, self._book.acts.hostile)
        if under is not None:
            return self._owners.of(under), True
        raised = tree.child(head, *SUBJECTS)
        if raised is None:
            return None, True  # "selling arms", "withdraw"
        return self._of_active(draft, raised)

    def _of_active(self, draft: Draft, raised: int) -> tuple[Party | None, bool]:
        """The doer by the subject of the condition's verb."""
        tree, head = self._tree, draft.head
        anybody = tree.tokens[raised].lemma.lower() == "whoever"
        if anybody or tree.tokens[head].dep in _RELATIVE:
            return self._of_relative(head, raised), True
        if tree.tokens[head].lemma in self._book.acts.perceiving:
            return self._perceived(draft), True
        if self._is_kept(head, raised):
            return None, True
        return self._of_subject(raised, draft.condition)

    def _shown(self, verb: int, raised: int | None) -> Party | None:
        """Reads "if Danish troops are seen there": whose they are who are there again."""
        tree = self._tree
        if raised is None or tree.tokens[verb].lemma not in _SHOWING:
            return None
        sent = self._book.acts.sent | self._book.bodies.armed
        return self._owners.of(raised) if tree.tokens[raised].lemma in sent else None

    def _is_kept(self, verb: int, raised: int) -> bool:
        """Reads "if our oil cannot leave": somebody keeps what is the speaker's from it."""
        tree = self._tree
        helps = {tree.tokens[at].lemma for at in tree.children(verb, "aux")}
        owners = tree.children(raised, "poss")
        ours = any(tree.tokens[at].text.lower() in self._book.own for at in owners)
        return ours and tree.is_negated(verb) and bool(helps & {"can", "could"})

    def _of_agent(self, agent: int | None) -> Party | None:
        """Who does it in the passive; "freed by Sunday" tells a time."""
        if agent is None or tells_time(self._tree, agent):
            return None
        return self._party(self._tree.subtree(agent))

    def of_antecedent(self, one: Antecedent, asked: int | None = None) -> Party | None:
        """Whose act it is that a condition points back to; `asked`: of whom it was asked."""
        if asked is not None:
            return self._of_subject(asked)[0]
        if one.earlier is not None:
            return one.earlier.doer
        if one.act is None:
            return None
        tree, verb = self._tree, one.act
        if tree.tokens[verb].pos == "NOUN":
            return self._owners.of(verb)
        if tree.tokens[verb].dep == "xcomp":  # "Oslo plans to close the port"
            verb = tree.tokens[verb].head
            verb = tree.tokens[verb].head if tree.tokens[verb].dep == "acomp" else verb
        raised = tree.child(verb, *SUBJECTS)
        return self._of_subject(raised)[0] if raised is not None else None

    def _of_lasting(self, verb: int) -> tuple[Party | None, bool]:
        """Of what ends a state ("until …"): somebody's act, or a kindness; else things take their time."""
        raised = self._tree.child(verb, *SUBJECTS)
        doer = self._of_subject(raised)[0] if raised is not None else None
        gives = self._book.acts.relenting | self._book.acts.yielding
        return doer, doer is not None or self._tree.tokens[verb].lemma in gives

    def _of_relative(self, verb: int, raised: int) -> Party | None:
        """Who does what "those who …" do: nobody in particular, but in "Chilean trawlers that …"."""
        if self._tree.tokens[raised].tag in ("WP", "WDT"):
            raised = self._tree.tokens[verb].head
        return self._of_subject(raised)[0]

    def _of_subject(
        self, raised: int, within: Collection[int] | None = None
    ) -> tuple[Party | None, bool]:
        """Who a subject is, and whether what it does is an act; `within` are the condition's words."""
        tree = self._tree
        if tree.tokens[raised].text.lower() in _SOMEBODY:
            return None, self.deeds.is_hostile(tree.tokens[raised].head)
        if tree.tokens[raised].tag == "VBG":  # "Danish shelling of the port"
            shelling = tree.child(raised, *SUBJECTS, "poss", "amod")
            return (self._party({shelling}) if shelling is not None else None), True
        if tree.tokens[raised].pos not in NOUNS:
            return None, False
        words = tree.subtree(raised, without=("relcl", "acl", "advcl", "punct"))
        party = self._party(words & set(within) if within and raised in within else words)
        token = tree.tokens[raised]
        named = party.actor is not None or token.entity.endswith(_NAMES)
        private = token.lemma in self._book.adverse.private
        bodies = self._book.bodies
        named = named or token.text in bodies.blocs or token.lemma in bodies.rising
        named = named or (token.tag == "NNS" and token.lemma in bodies.lands)
        named = named or party.role is not None  # "the speaker of their senate"
        if named or (token.lemma in self._people and not private):
            return party, True
        before = tree.children(raised, *_BEFORE)
        if any(tree.tokens[at].entity.endswith("NORP") or self._is_people(at) for at in before):
            return party, True  # "Chilean trawlers"
        owner = possessor(tree, raised)
        whose = self._party(owner) if owner else None
        if whose is not None and whose.actor is not None:
            return whose, True
        if private:
            return party, False
        return None, self.deeds.is_act(raised) or self.deeds.goes_ahead(tree.tokens[raised].head)

    def is_pronoun(self, draft: Draft) -> bool:
        """Whether "it", "they" or "you" do something: whoever is spoken to."""
        return self._subject_of(draft) in ("it", "they", "you")

    def is_addressed(self, draft: Draft) -> bool:
        """Whether "they" or "you" do something, or nobody but who is told to: "leave, or …"."""
        tree, head = self._tree, draft.head
        subject = self._subject_of(draft)
        bare = not subject and not draft.marker and not tree.children(head, *PASSIVE_SUBJECTS)
        ordered = (bare or draft.demanded) and not subject and tree.tokens[head].tag[:1] in "VN"
        return subject in ("they", "you") or (ordered and draft.doer is None)

    def are_forces(self, draft: Draft) -> bool:
        """Whether "the marines", of nobody who is told, do something."""
        raised = self._tree.child(draft.head, *SUBJECTS)
        if raised is None or self._tree.tokens[min(self._tree.subtree(raised))].lemma != "the":
            return False
        known = self._book.bodies.armed | self._book.acts.sent
        return self._tree.tokens[raised].text.lower().removesuffix("s") in known

    def is_it(self, draft: Draft) -> bool:
        """Whether "it" does something: a power that is named beside."""
        return self._subject_of(draft) == "it"

    def is_its(self, draft: Draft) -> bool:
        """Whether those do it who are another's: "sanctions on Oslo if its rulers …"."""
        raised = self._tree.child(draft.head, *SUBJECTS)
        owners = self._tree.children(raised, "poss") if raised is not None else []
        return any(self._tree.tokens[at].text.lower() in ("its", "their") for at in owners)

    def _subject_of(self, draft: Draft) -> str:
        raised = self._tree.child(draft.head, *SUBJECTS)
        return self._tree.tokens[raised].lemma if raised is not None else ""

    def not_oneself(
        self,
        doer: Party,
        responses: Sequence[Response],
        rest: Collection[int],
        told: Attribution | None,
    ) -> Party:
        """Whom "it" means in the condition of a threat: whom it befalls, who is told, or another.

        Nobody sets a threat on an act of one's own.
        """
        falls_on = self.befallen(responses)
        if falls_on is not None:
            return falls_on
        speaker = told.speaker.actor if told is not None and told.speaker is not None else None
        if told is not None and doer.actor == speaker and len(told.addressees) == 1:
            return told.addressees[0]
        answers = {answer.actor.actor for answer in responses if answer.actor is not None}
        if told is not None and doer.actor in answers and len(told.addressees) == 1:
            return told.addressees[0]
        return (self.others.than(doer, rest) or doer) if doer.actor in answers else doer

    def oneself(self, draft: Draft, responses: Sequence[Response]) -> Party | None:
        """Reads "Holm will review it once he takes office": "he" is the one person whose deed it would be."""
        raised = self._tree.child(draft.head, *SUBJECTS)
        if raised is None or self._tree.tokens[raised].text.lower() not in ("he", "she"):
            return None
        deeds = [one.actor for one in responses if one.kind == "deed" and one.actor is not None]
        return next((one for one in deeds if one.actor in self._evidence.persons), None)

    def befallen(self, responses: Sequence[Response]) -> Party | None:
        """Whom it befalls: "Oslo will pay", "Oslo risks losing its seat"."""
        told = (one.actor for one in responses if one.kind == "effect" or is_borne(self._book, one))
        return next((one for one in told if one is not None and one.actor), None)

    def of_others(
        self, speaker: Party | None, responses: Sequence[Response], rest: Collection[int]
    ) -> Party | None:
        """Whose "its rulers" are in the condition of a threat: those of the only one named that threatens nobody."""
        answers = {one.actor.actor for one in responses if one.actor is not None}
        return self.others.than(speaker, rest, answers)

    def is_somebody(self, draft: Draft) -> bool:
        """Whether "they", whoever they are, do something to what is the speaker's."""
        tree = self._tree
        raised = tree.child(draft.head, *SUBJECTS)
        if raised is None or tree.tokens[raised].text.lower() not in _SOMEBODY:
            return False
        things = (below for at in tree.children(draft.head, "dobj") for below in tree.subtree(at))
        return any(tree.tokens[at].text.lower() in self._book.own for at in things)

    def regarded(self, consequence: Collection[int]) -> Party | None:
        """Reads "would see Oslo's plan as hostile": Oslo's is the act that the condition points to."""
        tokens = self._tree.tokens
        for at in sorted(consequence):
            thing = tokens[at].head
            judged = tokens[thing].dep == "dobj"
            regard = tokens[tokens[thing].head].lemma in self._book.regards
            if tokens[at].dep == "poss" and judged and regard:
                return self._party(self._tree.subtree(at, without=("case",)))
        return None

    def _perceived(self, draft: Draft) -> Party | None:
        """Reads "if it sees Oslo's purchases as a threat": Oslo's is the act."""
        for at in sorted(draft.condition):
            if at > draft.head and self._tree.tokens[at].dep == "poss":
                return self._party(self._tree.subtree(at, without=("case",)))
        return None

    def _is_people(self, at: int) -> bool:
        """Whether a word is the name of a state's people that the names of the text leave out."""
        token = self._tree.tokens[at]
        return token.text.istitle() and self._party({at}).actor in self._evidence.powers

    def _party(self, words: set[int]) -> Party:
        return self._evidence.party(words)
