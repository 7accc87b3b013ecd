"""Conditions: if this, then that; whose words they are, who would act, and what is threatened."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from sayso.books.cues import CueBook
from sayso.books.redlines import RedLineBook
from sayso.books.senses import SenseBook
from sayso.books.telling import TellingBook
from sayso.model.reading import Attribution, Conditional, Response
from sayso.model.text import Party, Span, When
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.conditions.answered import Answered
from sayso.reading.en.conditions.antecedents import Antecedents
from sayso.reading.en.conditions.at_home import AtHome
from sayso.reading.en.conditions.disowned import Disowned
from sayso.reading.en.conditions.doers import Doers
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.en.conditions.hostile import Hostile
from sayso.reading.en.conditions.own_side import OwnSide
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.en.conditions.responses_told import ToldResponses
from sayso.reading.en.conditions.spared import Spared
from sayso.reading.en.conditions.spoken_to import just_named, spoken_to
from sayso.reading.en.conditions.tagged import TaggedConditions
from sayso.reading.en.conditions.tellings import Tellings
from sayso.reading.en.conditions.trailing import Trailing
from sayso.reading.en.conditions.unquoted import unquoted
from sayso.reading.en.conditions.welcome import is_welcome
from sayso.reading.en.tagging.tagger import Window

_UNTIL = frozenset({"by", "before", "until", "within", "till"})
_CONCEDED = frozenset({"even"})  # "even if" sets no condition on what follows


class Conditions:
    """Makes one article's Conditionals. `times` are (start, end, When) over the text."""

    def __init__(
        self,
        evidence: Evidence,
        attributions: Sequence[Attribution],
        cues: CueBook,
        book: RedLineBook,
        senses: SenseBook,
        telling: TellingBook,
        times: Sequence[tuple[int, int, When]],
    ) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._attributions = list(attributions)
        self._book = book
        self._times = times
        self._tellings = Tellings(evidence.tree, self._attributions, book, evidence.actors)
        self._disowned = Disowned(evidence.tree, book)
        hostile = Hostile(evidence.tree, senses)
        self._responses = Responses(evidence, cues, book, hostile)
        self._own_side = OwnSide(evidence, book, self._responses.by)
        self._spared = Spared(evidence, book)
        self._at_home = AtHome(evidence, book)
        self._told = ToldResponses(evidence, book, self._responses)
        self._trailing = Trailing(
            evidence.tree, self._attributions, self._tellings, self._responses, self._told
        )
        self._antecedents = Antecedents(evidence, book)
        self._doers = Doers(evidence, cues, book, telling, hostile)
        self._answered = Answered(evidence, book, self._responses, self._doers)
        self._starts = [token.start for token in self._tree.tokens]

    def of(self, drafts: Iterable[Draft]) -> tuple[Conditional, ...]:
        """The Conditionals that drafts become, in text order."""
        found: list[Conditional] = []
        for draft in sorted(drafts, key=lambda one: (min(one.condition), one.head)):
            conditional = self._conditional(draft, found)
            if conditional is not None:
                found.append(conditional)
        return tuple(found)

    def tagged(self, windows: Iterable[Window]) -> tuple[Conditional, ...]:
        """The Conditionals that weights found."""
        return TaggedConditions(
            self._evidence,
            self._attributions,
            self._book,
            self._tellings,
            self._responses,
            self._told,
            self._doers,
            self._disowned,
            self._deadline,
        ).of(windows)

    def _conditional(self, draft: Draft, before: Sequence[Conditional]) -> Conditional | None:
        draft, number = self._tellings.within(self._owed(draft))
        meant = self._disowned.is_meant(draft, self._tellings.cue(number))
        if not meant or self._tellings.is_imagined(draft.head):
            return None
        rest, responses = self._answers(draft, number)
        behind, threats = self._trailing.of(draft, number, rest)
        rest, responses = rest | behind, responses + threats
        responses = self._spared.of(responses, draft)
        if not responses and not draft.certain:
            return None
        antecedent: tuple[Span, ...] = ()
        announced = self._tellings.announce(number, responses, self._evidence.powers)
        said = self._attributions[number] if number is not None else None
        speaking = said.speaker if said is not None else None
        doer, deed = self._doer(draft, number, rest, responses, before)
        threatens = self._tellings.threatens(number)
        responses = self._own_side.of(responses, speaking, threatens=threatens)
        if self._tellings.is_told_by(number, self._book.warnings.threats):
            responses = self._own_side.of_it(responses, speaking, doer)
        doer = self._doers.oneself(draft, responses) if doer is None else doer
        own = self._responses.by.is_own(draft.condition)
        befallen = self._told.befalls(responses, draft)
        deed = deed or self._doers.is_somebody(draft) or befallen != responses
        responses = befallen
        warned = self._tellings.is_told_by(number, self._book.warnings.words)
        points = self._antecedents.points(draft)
        if points:
            pointed = self._antecedents.of(draft, before)
            antecedent = pointed.spans
            asked = self._antecedents.asked(pointed.act) if pointed.act is not None else None
            doer = self._doers.regarded(rest) or self._doers.of_antecedent(pointed, asked)
            deed = bool(antecedent) or doer is not None or self._antecedents.tells(draft)
        doer = self._spoken_to(draft, said, doer)
        abroad = not self._tellings.is_inner(number, responses)
        abroad &= not self._at_home.is_set(draft, responses, said, doer, warned=warned)
        words = draft.condition | draft.marker
        if draft.marker and min(draft.marker) > max(draft.condition):
            words = draft.condition
        return Conditional(
            marker=self._evidence.span(draft.marker) if draft.marker else None,
            condition=self._whole(words),
            consequence=self._pieces(rest),
            attribution=number,
            sentence=self._tree.sentence(draft.head),
            antecedent=antecedent,
            doer=doer,
            deed=deed and abroad,
            own=own,
            welcome=not abroad
            or (not draft.demanded and is_welcome(self._evidence, self._book, draft)),
            named=draft.named and (not points or bool(antecedent)),
            demanded=draft.demanded or self._doers.deeds.goes_on(draft),
            deadline=self._deadline(draft.condition),
            responses=responses,
            hedges=tuple(self._evidence.span({at}) for at in self._responses.hedges(rest)),
            private=self._tellings.tells(number, self._book.private),
            against=self._doers.deeds.is_against(draft),
            abroad=self._tellings.is_abroad(number) and self._doers.deeds.is_told(draft),
            announcer=announced,
        )

    def _owed(self, draft: Draft) -> Draft:
        """The condition, as one that demands where it is that something is not done."""
        owed = bool(draft.marker) and self._doers.deeds.is_owed(draft)
        return draft._replace(demanded=True) if owed else draft

    def _doer(
        self,
        draft: Draft,
        number: int | None,
        rest: Collection[int],
        responses: Sequence[Response],
        before: Sequence[Conditional],
    ) -> tuple[Party | None, bool]:
        """Who would act in the condition, and whether it is an act; pronouns by who is told and who is hit."""
        doer, deed = self._doers.of(draft)
        told = self._attributions[number] if number is not None else None
        speaker = told.speaker if told is not None else None
        if not deed and told is not None and told.addressees:
            deed = self._doers.is_pronoun(draft)
        if doer is not None and self._doers.is_pronoun(draft):
            doer = self._doers.not_oneself(doer, responses, rest, told)
            if self._tellings.is_own(number, doer):
                doer = self._doers.others.before(doer, self._sentence_of(draft)) or doer
        if doer is None and responses and number is not None and self._doers.is_it(draft):
            around = self._beside(draft._replace(condition=frozenset()), number)
            hearers = told.addressees if told is not None else ()
            doer = self._doers.befallen(responses) or (hearers[0] if len(hearers) == 1 else None)
            doer = doer or self._doers.of_others(speaker, responses, rest)
            doer = doer or self._doers.of_others(speaker, responses, around)
            doer = doer or self._last_doer(draft, before)
            deed = deed or doer is not None
        if responses and doer is not None and doer.actor is None and self._doers.is_its(draft):
            doer = self._doers.of_others(speaker, responses, rest) or doer
        return doer, deed

    def _spoken_to(
        self, draft: Draft, said: Attribution | None, doer: Party | None
    ) -> Party | None:
        """The doer, else whom the telling shows "they", "you" or an order to be meant for: "…, she said of the Danes"."""
        if said is None or (doer is not None and doer.actor is not None):
            return doer
        if not self._doers.is_addressed(draft):
            told = self._tellings.inside(said.content)
            sent = self._doers.are_forces(draft)
            found = just_named(self._evidence, draft.head, told, said.speaker) if sent else None
            return found or doer
        telling = set(self._sentence_of(draft)) - self._tellings.inside(said.content)
        return spoken_to(self._evidence, telling, said.speaker) or doer

    def _last_doer(self, draft: Draft, before: Sequence[Conditional]) -> Party | None:
        """Who would act in the condition before, in the same sentence."""
        number = self._tree.sentence(draft.head)
        return before[-1].doer if before and before[-1].sentence == number else None

    # --- the words of the consequence ------------------------------------------------------------------

    def _answers(self, draft: Draft, number: int | None) -> tuple[set[int], tuple[Response, ...]]:
        """The words of the consequence, and the adverse responses in them."""
        rest = self._consequence(draft, number)
        if not rest and number is not None:
            rest = self._tellings.behind(number)
        if self._is_conceded(draft):
            return rest, ()
        lasting = draft.demanded
        found = self._responses.find(rest, lasting=lasting)
        if not found and draft.rest and draft.certain:
            wider = self._beside(draft, number)
            found = self._responses.find(wider, lasting=lasting)
            rest = wider if found else rest
        if not found and draft.ultimatum:
            found = (self._told.threatened if draft.certain else self._told.ordered)(rest)
        warnings, open_ = self._book.warnings, draft.certain and not found
        if open_ and self._tellings.is_told_by(number, warnings.threats):
            found = self._told.threatened(rest)
        elif open_ and self._tellings.is_told_by(number, warnings.words):
            found = self._told.warned(rest) or self._told.warned_of(rest)
        if not found and draft.certain and draft.marker:
            found = self._told.verbless(rest)
        if not found and draft.certain and not draft.lasting:
            found = self._answered.of(draft, rest)
        return rest, found

    def _consequence(self, draft: Draft, number: int | None) -> set[int]:
        if draft.rest is None:
            return self._beside(draft, number)
        rest = set(draft.rest) - draft.condition - draft.marker - draft.aside
        if number is None or not rest:
            return rest
        said = rest & self._tellings.inside(self._attributions[number].content)
        if any(self._tree.tokens[at].text != "that" for at in self._tellings.worded(said)):
            return said
        behind = rest & self._tellings.behind(number)  # "Oslo must leave, he said, or we will fire"
        sequel = draft.certain and draft.ultimatum
        return behind or (rest if sequel else self._beside(draft, number))

    def _sentence_of(self, draft: Draft) -> range:
        sentence = self._tree.sentences[self._tree.sentence(draft.head)]
        return range(sentence.first, sentence.last)

    def _beside(self, draft: Draft, number: int | None) -> set[int]:
        """The words of the sentence, as far as they are said together, that are not the condition's."""
        sentence = self._tree.sentences[self._tree.sentence(draft.head)]
        words = set(range(sentence.first, sentence.last)) - draft.condition - draft.marker
        words -= draft.aside
        if number is None:
            return words
        inside = self._tellings.inside(self._attributions[number].content)
        said = words & inside
        return (
            said
            if self._tellings.worded(said)
            else self._next_sentence(inside, max(draft.condition))
        )

    def _next_sentence(self, inside: Collection[int], last: int) -> set[int]:
        """What is said behind a telling that ended the sentence: "“Should they come,” she said, “…”."""
        after = min((at for at in self._tellings.worded(inside) if at > last), default=None)
        if after is None or any(
            self._tree.tokens[at].text in ".!?" for at in range(last + 1, after)
        ):
            return set()
        sentence = self._tree.sentences[self._tree.sentence(after)]
        return {at for at in inside if after <= at < sentence.last}

    def _pieces(self, words: Collection[int]) -> tuple[Span, ...]:
        pieces = self._evidence.pieces(words, ()) if words else ()
        return tuple(unquoted(self._evidence.article, piece) for piece in pieces)

    # --- how it is told --------------------------------------------------------------------------------

    def _whole(self, words: Collection[int]) -> tuple[Span, ...]:
        """The words as one span, or as several where a telling stands between them."""
        gaps = any(at not in words for at in range(min(words), max(words)))
        return self._pieces(words) if gaps else (self._evidence.span(words),)

    def _is_conceded(self, draft: Draft) -> bool:
        first = min(draft.marker | draft.condition)
        return first > 0 and self._tree.tokens[first - 1].lemma in _CONCEDED

    def _deadline(self, condition: Collection[int]) -> When | None:
        for start, end, when in self._times:
            first = bisect_left(self._starts, start)
            inside = first in condition and bisect_left(self._starts, end) - 1 in condition
            if inside and self._tree.tokens[first - 1].lemma in _UNTIL:
                return when
        return None
