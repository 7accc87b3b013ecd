"""Predicates: what happens, to whom, by whom, from the verbs and nouns that the books of senses know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.books.cues import CueBook
from sayso.books.senses import SenseBook
from sayso.model.ledger import Modality
from sayso.model.reading import Argument, ArgumentRole, Conditional, Predicate, Tense
from sayso.model.text import When
from sayso.reading.en.evidence import Evidence
from sayso.reading.en.participants import NOUNS, agent_of, subject
from sayso.reading.tree import PASSIVE_SUBJECTS

# What a preposition says of the noun it governs.
_ROLES: Mapping[str, ArgumentRole] = {
    "to": "goal",
    "into": "goal",
    "toward": "goal",
    "towards": "goal",
    "from": "source",
    "for": "benefit",
    "via": "via",
    "through": "via",
    "in": "place",
    "at": "place",
    "under": "under",
    "with": "with",
    "of": "of",
    "about": "about",
    "over": "about",
    "on": "about",
    "regarding": "about",
    "against": "against",
    "as": "as",
    "between": "between",
    "by": "agent",
}
_MARKED = frozenset({"could", "may", "might"})
_POTENTIAL = frozenset({"potential", "possible", "alleged", "planned", "proposed", "likely"})


class Predicates:
    """Finds one article's predicates; offsets of attributions and conditions are given as ranges."""

    def __init__(
        self,
        evidence: Evidence,
        cues: CueBook,
        senses: SenseBook,
        times: Sequence[tuple[int, int, When]],
        said: Sequence[tuple[tuple[tuple[int, int], ...], Modality]],
        conditions: Sequence[Conditional],
    ) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._cues = cues
        self._senses = senses
        self._times = times
        self._said = said
        self._conditions = conditions

    def find(self) -> Iterator[Predicate]:
        """All predicates of the text, in order; headings have none."""
        for index, token in enumerate(self._tree.tokens):
            if token.pos not in ("VERB", "AUX", "NOUN", "PROPN"):
                continue
            senses = self._senses_of(index)
            number = self._tree.sentence(index)
            if senses and number >= 0 and not self._tree.sentences[number].heading:
                yield self._predicate(index, senses)

    def _senses_of(self, index: int) -> tuple[str, ...]:
        token = self._tree.tokens[index]
        if not token.tag.startswith("VB"):
            return self._senses.nouns.get(token.lemma, ()) if token.pos == "NOUN" else ()
        particle = self._tree.child(index, "prt")
        if particle is not None:
            joined = f"{token.lemma} {self._tree.tokens[particle].lemma}"
            if joined in self._senses.verbs:
                return self._senses.verbs[joined]
        return self._senses.verbs.get(token.lemma, ())

    def _predicate(self, index: int, senses: tuple[str, ...]) -> Predicate:
        token = self._tree.tokens[index]
        noun = not token.tag.startswith("VB")
        found = list(self._noun_arguments(index) if noun else self._verb_arguments(index))
        arguments = tuple(
            Argument(
                role=role,
                span=self._evidence.span(phrase),
                head=self._tree.tokens[head].lemma,
                party=self._evidence.party(phrase),
            )
            for role, head, phrase in sorted(found, key=lambda one: (min(one[2]), one[0]))
        )
        group = {index} if noun else self._tree.verb_group(index)
        group = {at for at in group if abs(at - index) <= len(group) + 1}
        whole = group.union(*(phrase for _, _, phrase in found)) if found else group
        condition = self._condition_at(token.start)
        attribution = self._attribution_at(token.start)
        return Predicate(
            lemma=token.lemma,
            noun=noun,
            senses=senses,
            trigger=self._evidence.span(group),
            arguments=arguments,
            negated=self._tree.is_negated(index),
            modality=self._modality(index, condition, attribution),
            tense=self._tense(index),
            when=self._when(index),
            attribution=attribution,
            condition=condition,
            sentence=self._tree.sentence(index),
            clause=self._evidence.span(whole),
        )

    # --- arguments -----------------------------------------------------------------------------------

    def _verb_arguments(self, index: int) -> Iterator[tuple[ArgumentRole, int, set[int]]]:
        tree = self._tree
        yield from self._passive(index) if tree.is_passive(index) else self._active(index)
        for given in tree.children(index, "dative"):
            governed = tree.child(given, "pobj") if tree.tokens[given].pos == "ADP" else given
            if governed is not None:
                yield self._noun("goal", governed)
        yield from self._governed(index)
        for thing in tree.children(index, "dobj", *PASSIVE_SUBJECTS):
            yield from (
                one
                for one in self._governed(thing)
                if one[0] in ("goal", "source", "benefit", "via")
            )
        for clause in tree.children(index, "xcomp", "advcl"):
            if clause > index and any(
                tree.tokens[c].tag == "TO" for c in tree.children(clause, "aux")
            ):
                yield "purpose", clause, tree.subtree(clause)

    def _passive(self, index: int) -> Iterator[tuple[ArgumentRole, int, set[int]]]:
        tree = self._tree
        raised = tree.child(index, *PASSIVE_SUBJECTS)
        if raised is None and tree.tokens[index].dep in ("acl", "relcl"):
            raised = tree.tokens[index].head
        if raised is not None:
            yield self._noun("patient", self._antecedent(raised))
        agent = agent_of(tree, index)
        if agent is not None:
            yield self._noun("agent", agent)

    def _active(self, index: int) -> Iterator[tuple[ArgumentRole, int, set[int]]]:
        tree = self._tree
        doer = subject(tree, self._cues, index)
        if doer:
            outside = (at for at in sorted(doer) if tree.tokens[at].head not in doer)
            yield "agent", next(outside, min(doer)), doer
        for thing in tree.children(index, "dobj"):
            yield self._noun("patient", self._antecedent(thing))

    def _noun_arguments(self, index: int) -> Iterator[tuple[ArgumentRole, int, set[int]]]:
        tree = self._tree
        owner = tree.child(index, "poss")
        if owner is not None:
            yield "agent", owner, tree.subtree(owner, without=("case",))
        for before in tree.children(index, "compound", "amod"):
            if tree.tokens[before].pos in ("NOUN", "PROPN"):
                yield "patient", before, tree.subtree(before)
        for role, head, phrase in self._governed(index):
            yield ("patient" if role == "of" else role), head, phrase

    def _governed(self, index: int) -> Iterator[tuple[ArgumentRole, int, set[int]]]:
        waiting = list(self._tree.children(index, "prep", "agent"))
        while waiting:
            preposition = waiting.pop(0)
            role = _ROLES.get(self._tree.tokens[preposition].text.lower())
            for governed in self._tree.children(preposition, "pobj", "pcomp"):
                is_thing = self._tree.tokens[governed].pos in (*NOUNS, "VERB")
                if role is not None and is_thing and not self._is_time(governed):
                    yield self._noun(role, governed)
                waiting.extend(self._tree.children(governed, "prep"))

    def _noun(self, role: ArgumentRole, head: int) -> tuple[ArgumentRole, int, set[int]]:
        phrase = self._tree.subtree(
            head, without=("relcl", "acl", "advcl", "punct", "prep", "cc", "conj")
        )
        phrase |= {
            below
            for preposition in self._tree.children(head, "prep")
            if self._tree.tokens[preposition].lemma == "of"
            for below in self._tree.subtree(preposition, without=("relcl", "acl", "punct"))
        }
        low = high = head
        while low - 1 in phrase:
            low -= 1
        while high + 1 in phrase:
            high += 1
        return role, head, set(range(low, high + 1))

    def _antecedent(self, index: int) -> int:
        """A relative pronoun's noun."""
        token = self._tree.tokens[index]
        if token.tag in ("WDT", "WP"):
            for up in self._tree.ancestors(index):
                if self._tree.tokens[up].dep == "relcl":
                    return self._tree.tokens[up].head
        return index

    # --- how it is told ------------------------------------------------------------------------------

    def _modality(self, index: int, condition: int | None, attribution: int | None) -> Modality:
        if condition is not None:
            return "hypothetical"
        marks = {
            self._tree.tokens[child].lemma
            for child in self._tree.children(index, "aux", "amod", "advmod")
        }
        if marks & _MARKED or marks & _POTENTIAL:
            return "possible"
        if "would" in {
            self._tree.tokens[c].text.lower() for c in self._tree.children(index, "aux")
        }:
            return "hypothetical"
        if attribution is not None:
            return self._said[attribution][1]
        return "asserted"

    def _tense(self, index: int) -> Tense:
        token = self._tree.tokens[index]
        tags = {
            self._tree.tokens[child].tag for child in self._tree.children(index, "aux", "auxpass")
        }
        words = {self._tree.tokens[child].lemma for child in self._tree.children(index, "aux")}
        if words & {"will", "shall"}:
            return "future"
        if token.tag == "VBD" or "VBD" in tags or (token.tag == "VBN" and "have" in words):
            return "past"
        if token.tag in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
            return "present"
        return "none"

    def _when(self, index: int) -> When | None:
        """The time nearest to the word in its sentence, on the same side of what is said and not said."""
        at = self._tree.tokens[index].start
        sentence = self._tree.sentences[self._tree.sentence(index)]
        inside = self._attribution_at(at)
        near = [
            (abs(start - at), start, when)
            for start, _, when in self._times
            if sentence.start <= start < sentence.end
            and when.precision not in (None, "duration")
            and self._attribution_at(start) == inside
        ]
        return min(near, key=lambda one: one[:2])[2] if near else None

    def _is_time(self, index: int) -> bool:
        start = self._tree.tokens[index].start
        return any(low <= start < high for low, high, _ in self._times)

    def _attribution_at(self, offset: int) -> int | None:
        """The innermost attribution whose content holds this offset."""
        holding = [
            (sum(high - low for low, high in ranges), number)
            for number, (ranges, _) in enumerate(self._said)
            if any(low <= offset < high for low, high in ranges)
        ]
        return min(holding)[1] if holding else None

    def _condition_at(self, offset: int) -> int | None:
        for number, one in enumerate(self._conditions):
            if any(span.start <= offset < span.end for span in one.condition):
                return number
        return None
