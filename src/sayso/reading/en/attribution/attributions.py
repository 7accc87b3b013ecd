"""Attributions put together: speaker, addressees, cue, content, occasion, time and chain."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from sayso.books.cues import CueBook
from sayso.model.ledger import UTTERED, Act, Form, How, Link
from sayso.model.reading import Attribution
from sayso.model.text import Actor, Party, Span, When
from sayso.reading.en.attribution.evidence import Evidence, around
from sayso.reading.en.attribution.found import TOPICS, Found
from sayso.reading.en.attribution.modality import modality_of
from sayso.reading.en.attribution.occasions import OccasionPhrase, occasion_of
from sayso.reading.en.attribution.participants import head_of, is_document
from sayso.reading.en.attribution.pointing import unnamed_before
from sayso.reading.en.attribution.telling_times import TellingTimes
from sayso.reading.en.chains.chains import Chains, Told
from sayso.reading.en.chains.credits import Credit
from sayso.reading.en.chains.gathered import gathered
from sayso.reading.en.chains.resourcing import Resourced, stands_for_words
from sayso.reading.en.knowing import with_knowledge
from sayso.reading.en.names.same import is_pronoun
from sayso.reading.en.quotations.placed import Quoted

_HOW: dict[Act, How] = {
    "speech": "says",
    "writing": "writes",
    "thought": "thinks",
    "intention": "intends",
}
_LONGEST_CUE = 8  # tokens between the first and the last word of a cue


class Assembly:
    """Builds one article's attributions; `times` are (start, end, When) over the evidence's part."""

    def __init__(
        self,
        evidence: Evidence,
        book: CueBook,
        actors: Sequence[Actor],
        times: Sequence[tuple[int, int, When]],
        credited: Sequence[Credit],
        quoted: Sequence[Quoted],
        nested: Sequence[Quoted] = (),
    ) -> None:
        self._tree = evidence.tree
        self._book = book
        self._times = times
        self._quoted = quoted
        self._inside = {index for one in quoted for index in range(one.first, one.last)}
        self._within = {index for one in nested for index in range(one.first, one.last)}
        self._marks = {index for one in (*quoted, *nested) for index in (one.first, one.last - 1)}
        self._evidence = evidence
        self._tags = {
            at
            for credit in credited
            if credit.span.part == evidence.part
            for at in around(evidence.within(credit.span))
        }
        types = {actor.id: actor.type for actor in actors}
        self._when = TellingTimes(evidence.tree, times)
        self._chains = Chains(self._evidence, book, credited, types)

    def attributions(
        self, found: Sequence[Found], resourced: Sequence[Resourced]
    ) -> tuple[Attribution, ...]:
        """All attributions, by where they stand in the text."""
        verbs = {again.verb for again in resourced}
        waiting = sorted(resourced, key=lambda again: (again.sentence, again.verb))
        told: list[Told] = []
        for one in sorted(found, key=self._place):
            while waiting and waiting[0].sentence < self._chains.sentence(one):
                self._resource(told, waiting.pop(0))
            if not verbs & one.cue and not self._when.is_time(one):
                told.append(Told(one, self._one(one, told)))
        for again in waiting:
            self._resource(told, again)
        return tuple(self._chains.nested(told))

    def _place(self, one: Found) -> tuple[int, int, int]:
        return self._chains.sentence(one), min(one.content), one.head

    def _resource(self, told: list[Told], again: Resourced) -> None:
        changed = self._chains.resource(told, again)
        if changed is not None:
            number = next(i for i, one in enumerate(told) if one.found is changed.found)
            told[number] = changed

    def _one(self, one: Found, before: Sequence[Told]) -> Attribution:
        occasion = occasion_of(self._tree, self._book, one)
        written = bool(occasion and occasion.written) or is_document(
            self._tree, self._book, one.speaker
        )
        cue = self._cue(one)
        one.content -= self._tags
        content = self._evidence.pieces(one.content, self._marks)
        speaker = self._speaker(one, before)
        if speaker is not None and self._chains.is_carrier(speaker):
            speaker = gathered(self._evidence, self._book, one, speaker)
        written = written or self._is_still_read(one, speaker, before)
        act: Act = "writing" if written and one.act == "speech" else one.act
        outer = self._chains.outer(one, occasion, speaker, before)
        when = self._when.of(one, self._chains.sentence(one))
        goes_on = self._goes_on(one, speaker, outer, occasion, before)
        then = goes_on.when or goes_on.occasion_when if goes_on else None
        if when and then and when != then:  # another day is another occasion
            goes_on = None
        if act == "speech" and goes_on and goes_on.occasion and goes_on.act == "writing":
            act = "writing"
        place = cue or (speaker.span if speaker and speaker.span else content[0])
        return Attribution(
            form=self._form(one),
            act=act,
            speaker=speaker,
            addressees=self._addressees(one, outer, occasion),
            cue=cue,
            force=one.force if cue is not None else None,
            content=content,
            chain=(*outer, Link(party=speaker, span=place, how=self._how(act, speaker))),
            occasion=goes_on.occasion if goes_on else self._occasion(occasion),
            occasion_outlet=goes_on.occasion_outlet if goes_on else self._chains.outlet(occasion),
            occasion_when=goes_on.occasion_when if goes_on else self._occasion_when(one, occasion),
            modality=modality_of(self._tree, self._book, one),
            when=when,
            evidence=self._words(cue, content, speaker, occasion),
            caveats=self._caveats(one, speaker, outer),
        )

    def _how(self, act: Act, speaker: Party | None) -> How:
        """A newsroom's own words are a report."""
        newsroom = speaker is not None and self._chains.is_carrier(speaker)
        return "reports" if newsroom and act in UTTERED else _HOW[act]

    def _speaker(self, one: Found, before: Sequence[Told]) -> Party | None:
        """The speaker; a noun for the words ("The message") stands for whoever uttered them."""
        if not one.speaker:
            return None
        one.speaker = with_knowledge(self._tree, self._book, one)
        party = self._evidence.party(one.speaker)
        head = head_of(self._tree, one.speaker)
        if party.actor is None and stands_for_words(self._tree, self._book, head):
            for told in reversed(before):
                uttered = told.attribution.act in UTTERED
                if uttered and told.attribution.speaker is not None:
                    who = told.attribution.speaker
                    return msgspec.structs.replace(
                        party, resolved=who.resolved, actor=who.actor, role=who.role
                    )
        added = self._chains.adding(one, party, before)
        if added is None:
            role = unnamed_before(self._tree, self._chains, one, party, before)
            return msgspec.structs.replace(party, role=role) if role else party
        return msgspec.structs.replace(
            party, resolved=added.resolved, actor=added.actor, role=added.role
        )

    def _is_still_read(self, one: Found, speaker: Party | None, before: Sequence[Told]) -> bool:
        """Whether "it" is the document that the paragraph has just told from: "It adds that …"."""
        if speaker is None or speaker.name.lower() != "it" or not before:
            return False
        last = before[-1]
        near = self._chains.paragraph(last.found) == self._chains.paragraph(one)
        words = last.found.speaker
        told = last.attribution.speaker
        again = told is not None and told.name.lower() == "it"
        document = again or is_document(self._tree, self._book, words)
        return near and last.attribution.act == "writing" and document

    def _addressees(
        self, one: Found, outer: tuple[Link, ...], occasion: OccasionPhrase | None
    ) -> tuple[Party, ...]:
        """Whom the words were for; a briefing that is told something is the occasion, not somebody."""
        hearer: Collection[int] = one.hearer or ()
        if occasion is not None and not occasion.tokens:
            hearer = hearer or occasion.partner
        if not hearer or (occasion is not None and head_of(self._tree, hearer) in occasion.tokens):
            return ()
        party = self._evidence.party(hearer)
        if self._chains.outlet(occasion) == party:
            return ()
        if any(link.party and _overlap(link.party.span, party.span) for link in outer):
            return ()
        own = [link.span for link in outer if link.span.part == self._evidence.part]
        reach = {*hearer, max(hearer) + 2}
        if any(self._evidence.within(span) & reach for span in own):
            return ()  # "the newspaper «Kvarn»", which a link names by what stands in the marks
        return (party,)

    def _cue(self, one: Found) -> Span | None:
        if not one.cue:
            return None
        tokens = self._tree.tokens
        first, last = min(one.cue), max(one.cue)
        if last - first > _LONGEST_CUE:
            first = last = one.head
        return self._evidence.at(tokens[first].start, tokens[last].end)

    def _form(self, one: Found) -> Form:
        words = [i for i in one.content if self._tree.tokens[i].pos not in ("PUNCT", "SPACE")]
        marked = self._within if one.head in self._inside else self._inside
        within = sum(1 for index in words if index in marked)
        if within == len(words) and one.frame not in TOPICS:
            return "direct"
        return "mixed" if within else "indirect"

    def _occasion(self, occasion: OccasionPhrase | None) -> str | None:
        return self._evidence.words(occasion.tokens) if occasion and occasion.tokens else None

    def _goes_on(
        self,
        one: Found,
        speaker: Party | None,
        outer: tuple[Link, ...],
        occasion: OccasionPhrase | None,
        before: Sequence[Told],
    ) -> Attribution | None:
        """The attribution that goes on with its source: its occasion goes on too."""
        if occasion is not None:
            return None
        last = self._chains.goes_on(one, speaker, before)
        return last if last is not None and last.chain[:-1] == outer else None

    def _occasion_when(self, one: Found, occasion: OccasionPhrase | None) -> When | None:
        """The time that the occasion's own phrase gives, or that follows it at once."""
        if occasion is None or not (occasion.tokens or self._chains.outlet(occasion)):
            return None
        reach = (occasion.reach | occasion.tokens) - one.content - one.cue
        after = max(occasion.tokens or occasion.reach) + 1
        reach |= set(range(after, after + 2)) - one.content - one.cue
        tokens = self._tree.tokens
        starts = {tokens[at].start for at in reach if at < len(tokens)}
        return next(
            (
                when
                for start, _, when in self._times
                if start in starts and when.precision not in (None, "duration")
            ),
            None,
        )

    def _words(
        self,
        cue: Span | None,
        content: tuple[Span, ...],
        speaker: Party | None,
        occasion: OccasionPhrase | None,
    ) -> tuple[Span, ...]:
        spans = set(content)
        if cue is not None:
            spans.add(cue)
        if speaker is not None and speaker.span is not None:
            spans.add(speaker.span)
        if occasion is not None and occasion.tokens:
            spans.add(self._evidence.span(occasion.tokens))
        return tuple(sorted(spans, key=lambda span: (span.part, span.start, span.end)))

    def _caveats(
        self, one: Found, speaker: Party | None, outer: tuple[Link, ...]
    ) -> tuple[tuple[str, str], ...]:
        found: list[tuple[str, str]] = []
        if speaker is None:
            found.append(("unresolved_speaker", "The text does not say whose words these are."))
        elif not (speaker.actor or speaker.resolved or speaker.role) and is_pronoun(speaker.name):
            found.append(
                ("unresolved_speaker", f"The text does not settle who “{speaker.name}” is.")
            )
        if any(link.party is None for link in outer):
            found.append(("source_not_named", "The text does not say who passed these words on."))
        if any(not q.quote.closed and q.first in one.content for q in self._quoted):
            found.append(("unclosed_quote", "The quotation is opened and never closed."))
        return tuple(found)


def _overlap(left: Span | None, right: Span | None) -> bool:
    """Whether two spans of one part have words in common: "the agency Delvane", "Delvane"."""
    if left is None or right is None or left.part != right.part:
        return False
    return left.start < right.end and right.start < left.end
