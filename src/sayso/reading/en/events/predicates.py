"""Predicates: what happens, to whom, by whom, from the verbs and nouns that the books of senses know."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from sayso.books.cues import CueBook
from sayso.books.senses import ANYTHING, Frame, SenseBook
from sayso.books.telling import TellingBook
from sayso.model.reading import Argument, Attribution, Conditional, Predicate, Token
from sayso.model.text import Party, When
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.attribution.own_words import OwnWords
from sayso.reading.en.attribution.participants import RELATIVES
from sayso.reading.en.attribution.somebody import Somebody
from sayso.reading.en.events.arguments import Arguments
from sayso.reading.en.events.beside import beside
from sayso.reading.en.events.framing import Framed
from sayso.reading.en.events.governed import Found
from sayso.reading.en.events.mood import Mood
from sayso.reading.en.events.objects import is_addressed
from sayso.reading.en.events.own_times import OwnTimes
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS

_SOMEBODY = "#somebody"
_THING = "#thing"
_SINGULAR = frozenset({"he", "she", "him", "her"})
# What is praised, blamed or refused is not that of those it is aimed at ("backs a ban on Lettish ships").
# Nor is who is asked for it: "called for a ban on Lettish ships".
_JUDGED = ("events:SUPPORT", "events:ACCUSE", "events:REJECT", "events:REQUEST")
_REFLEXIVE = ("self", "selves")
_KNOWN = (
    "the ",
    "both ",
    "one of ",
    "two of ",
)  # how the words for those begin whom a text has told of
_ASIDE = frozenset({"relcl", "appos", "conj", "cc", "punct", "advcl", "agent"})
_NAMED = {"#person": ("PERSON",), "#country": ("GPE", "NORP")}  # labels of the language model


_Lemmas = dict[str, set[str]]  # by role, beside one word


class Predicates:
    """Finds one article's predicates."""

    def __init__(
        self,
        evidence: Evidence,
        cues: CueBook,
        senses: SenseBook,
        telling: TellingBook,
        times: Sequence[tuple[int, int, When]],
        attributions: Sequence[Attribution],
        conditions: Sequence[Conditional],
    ) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._attributions = attributions
        self._nobody = cues.nobody
        self._telling = telling
        self._somebody = Somebody(evidence.tree, cues, telling)
        self._arguments = Arguments(evidence.tree, cues, telling, self._somebody)
        starts = [token.start for token in evidence.tree.tokens]
        self._timed = frozenset(
            at
            for low, high, _ in times
            for at in range(bisect_left(starts, low), bisect_left(starts, high))
        )
        self._own = OwnWords(evidence.tree, attributions, cues.people)
        own_times = OwnTimes(
            evidence.tree, telling, times, senses.nouns.keys(), self._somebody.can_act
        )
        self._mood = Mood(evidence.tree, telling, own_times, attributions, conditions)

    def of(self, framed: Iterable[Framed]) -> Iterator[Predicate]:
        """The predicates of the text among the words that may be some."""
        for index, frames, every in framed:
            told = [one for one in every if one.head not in self._timed]
            found = self._within_quotation(index, told)
            lemmas: _Lemmas = {}
            senses = tuple(
                dict.fromkeys(
                    frame.sense for frame in frames if self._fits(frame, index, found, lemmas)
                )
            )
            if senses:
                yield self._predicate(index, senses, found)

    def _within_quotation(self, index: int, found: Sequence[Found]) -> tuple[Found, ...]:
        """The arguments that stand in the same quotation; in indirect speech all of them."""
        starts = self._tree.tokens
        quoted = self._mood.quotation_at(starts[index].start)
        return tuple(
            one
            for one in found
            if quoted is None or self._mood.attribution_at(starts[one.head].start) is not None
        )

    # --- senses --------------------------------------------------------------------------------------

    def _fits(self, frame: Frame, index: int, found: Sequence[Found], lemmas: _Lemmas) -> bool:
        def holds(role: str, words: frozenset[str]) -> bool:
            return self._holds(role, words, index, found, lemmas)

        return all(holds(role, words) for role, words in frame.needs) and not (
            any(holds(role, words) for role, words in frame.bars)
        )

    def _holds(
        self,
        role: str,
        words: frozenset[str],
        index: int,
        found: Sequence[Found],
        lemmas: _Lemmas,
    ) -> bool:
        """Whether one of the words stands in this role; `lemmas` are those of the roles that were asked for."""
        given = [one for one in found if one.role == role]
        if any(self._is_of_kind(word, one) for word in words if word[0] == "#" for one in given):
            return True
        if role not in lemmas:
            inside = {self._tree.tokens[at].lemma for one in given for at in self._inside(one)}
            lemmas[role] = inside | beside(self._tree, self._arguments, role, index)
        told = lemmas[role]
        return not told.isdisjoint(words) or (ANYTHING in words and bool(told))

    def _is_of_kind(self, kind: str, one: Found) -> bool:
        """Whether an argument is of a kind that the book of senses names."""
        token = self._tree.tokens[one.head]
        if kind == _SOMEBODY:
            return self._is_somebody(one)
        if kind == _THING:
            return token.pos == "NOUN" and not self._is_somebody(one)
        named = token.entity.endswith(_NAMED[kind])
        if named or kind != "#person":
            return named
        known = self._evidence.party(one.words).actor in self._evidence.persons
        return known or token.text.lower() in _SINGULAR

    def _inside(self, one: Found) -> frozenset[int]:
        """The words that tell what an argument is: of a clause its verb alone, of a noun not whose it is."""
        if one.role == "purpose":
            return frozenset({one.head})
        head = self._tree.tokens[one.head]
        if head.pos == "NUM" or head.lemma in self._telling.quantities:
            return one.words
        below = (
            self._tree.subtree(preposition) for preposition in self._tree.children(one.head, "prep")
        )
        return one.words.difference(*below)

    # --- the predicate -------------------------------------------------------------------------------

    def _predicate(self, index: int, senses: tuple[str, ...], found: Sequence[Found]) -> Predicate:
        tree = self._tree
        token = tree.tokens[index]
        noun = not token.tag.startswith("VB")
        light = self._arguments.light_verb(index) if noun else None
        verb = index if light is None else light
        group = {index} if noun else tree.verb_group(index)
        group = {at for at in group if abs(at - index) <= len(group) + 1}
        attribution = self._mood.attribution_at(token.start)
        whole = group.union(*(one.words for one in found))
        judged = senses[0].startswith(_JUDGED)
        return Predicate(
            lemma=token.lemma,
            noun=noun,
            senses=senses,
            trigger=self._evidence.span(group),
            arguments=tuple(self._argument(one, attribution, judged, index) for one in found),
            negated=self._is_negated(index, verb),
            modality=self._mood.modality(index, verb),
            tense=self._mood.tense(index, verb),
            when=self._mood.when(index, verb),
            attribution=attribution,
            condition=self._mood.condition_at(token.start),
            sentence=tree.sentence(index),
            clause=self._evidence.span(whole),
            contexts=self._contexts(whole),
        )

    def _argument(self, one: Found, attribution: int | None, judged: bool, verb: int) -> Argument:
        addressed = one.role == "patient" and is_addressed(
            self._tree, self._telling, verb, one.head
        )
        owner = self._somebody.owner(one.head, doer=judged or one.role == "agent")
        party = self._evidence.party(one.words)
        own = self._own.own(one.words, attribution)
        tokens = self._tree.tokens
        unclear = tokens[one.head].tag == "PRP" and own is None and not party.resolved
        unclear = unclear or self._is_another(tokens[one.head], party, attribution)
        oneself = tokens[one.head].lemma.endswith(_REFLEXIVE)
        unclear = unclear or oneself
        related = tokens[one.head].tag in RELATIVES and not party.resolved
        unclear = unclear or related or any(tokens[at].tag == "WP$" for at in one.words)
        span = self._evidence.span(one.words)
        return Argument(
            role=one.role,
            span=span,
            whole=self._evidence.span(self._whole(one)),
            head=self._tree.tokens[one.head].lemma,
            party=party,
            somebody=addressed or self._is_somebody(one),
            owner=None if owner is None else self._evidence.party(owner),
            own=own,
            unclear=unclear,
            known=span.text.lower().startswith(_KNOWN),
            oneself=oneself,
        )

    def _whole(self, one: Found) -> frozenset[int]:
        """An argument's words with the phrases that hang on it: "its frontier with Oslo"."""
        below = one.words | self._tree.subtree(one.head, without=_ASIDE)
        last = max(one.words)
        while last + 1 in below:
            last += 1
        return one.words.union(range(max(one.words), last + 1))

    def _is_another(self, token: Token, party: Party, attribution: int | None) -> bool:
        """Whether it is "he" within the own words of the one whom it is taken for."""
        if attribution is None or token.text.lower() not in _SINGULAR or party.actor is None:
            return False
        said = self._attributions[attribution]
        own = said.speaker is not None and said.speaker.actor == party.actor
        return own and said.form == "direct"

    def _is_somebody(self, one: Found) -> bool:
        if one.role == "purpose":
            return False
        token = self._tree.tokens[one.head]
        if one.role == "agent" and token.pos == "PROPN" and not token.entity:
            return True
        return self._somebody.can_act(one.head) or (
            (token.pos in ("PROPN", "PRON") or token.text.istitle())
            and self._evidence.party(one.words).actor is not None
        )

    def _is_negated(self, index: int, verb: int) -> bool:
        """Reads "did not", "no longer", "no talks", "is not going to"."""
        tree = self._tree
        above = tree.tokens[verb].head
        going = tree.tokens[verb].dep == "xcomp" and tree.tokens[above].text.lower() == "going"
        if going and tree.is_negated(above):
            return True
        gone = any(
            tree.tokens[at].lemma in ("long", "longer") and tree.tokens[at - 1].lemma == "no"
            for at in tree.children(verb, "advmod", "neg")
            if at
        )
        return gone or tree.is_negated(index) or tree.is_negated(verb) or self._is_none(index)

    def _is_none(self, index: int) -> bool:
        """Reads "no talks were held", "held no talks" and "will neither talk nor …"."""
        tree = self._tree
        joined = tree.tokens[index].dep == "conj"
        first = tree.tokens[index].head if joined else index
        if any(tree.tokens[at].lemma == "neither" for at in tree.children(first, "preconj")):
            return True
        subjects = tree.children(index, *SUBJECTS, *PASSIVE_SUBJECTS)
        if any(
            tree.tokens[at].lemma in self._nobody
            or any(
                tree.tokens[one].lemma == "neither" for one in tree.children(at, "preconj", "det")
            )
            for at in subjects
        ):
            return True
        about = (index, *tree.children(index, "dobj", *SUBJECTS, *PASSIVE_SUBJECTS))
        return any(
            tree.tokens[child].lemma == "no" for at in about for child in tree.children(at, "det")
        )

    def _contexts(self, words: set[int]) -> tuple[str, ...]:
        named = {
            context
            for at in words
            for context in self._telling.contexts.get(self._tree.tokens[at].lemma, ())
        }
        return tuple(sorted(named))
