"""The chain: through whom the words came, from the outlet down to the one who uttered them.

An outer link is found where a sentence shows it (a relay, "told X", "an interview with X"), where a
credit names it, and where the same speaker simply goes on; hearsay puts another's whole chain before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from sayso.books.cues import CueBook
from sayso.model.ledger import UTTERED, Link
from sayso.model.reading import Attribution
from sayso.model.text import ActorType, Party
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.occasions import OccasionPhrase
from sayso.reading.en.chains.carriers import Carriers
from sayso.reading.en.chains.credits import Credit
from sayso.reading.en.chains.going_on import GoingOn
from sayso.reading.en.chains.links import another, holds, same_link, same_name
from sayso.reading.en.chains.passed_on import PassedOn
from sayso.reading.en.chains.resourcing import Resourced, is_its_report, with_source
from sayso.reading.en.names.same import is_same_pronoun, same_party

_FAR = 2  # sentences between words and the sentence that names their source
_FURTHER = 3  # paragraphs over which "also" carries a source
_OWNERS = frozenset({"his", "her"})
_COVERED = 0.5  # share of an outer content that an inner one covers


class Told(NamedTuple):
    """An attribution with the syntax that it was made of."""

    found: Found
    attribution: Attribution


class Chains:
    """Finds the links of one article's attributions; `types` are the actors' types by id."""

    def __init__(
        self,
        evidence: Evidence,
        book: CueBook,
        credited: Sequence[Credit],
        types: dict[str, ActorType],
    ) -> None:
        self._evidence = evidence
        self._book = book
        self._credited = credited
        self._carriers = Carriers(evidence, book, types)
        self._going_on = GoingOn(evidence, book, self._carriers)
        self._passed_on = PassedOn(evidence, book, self._carriers)

    def outer(
        self,
        found: Found,
        occasion: OccasionPhrase | None,
        speaker: Party | None,
        before: Sequence[Told],
    ) -> tuple[Link, ...]:
        """The links between the outlet and the speaker."""
        links = list(self._passed_on.links(found, occasion))
        if any(link.party is not None for link in links):
            links = [*self._going_on.whence(links[0], [one.attribution for one in before]), *links]
            return self._by_its_agency(found, links)
        last = None if occasion and occasion.tokens else self.goes_on(found, speaker, before)
        carried = tuple(link for link in last.chain[:-1] if link.how != "credits") if last else ()
        if carried:
            return self._by_its_agency(found, carried)
        return tuple(links) or self._by_credit(found)

    def is_carrier(self, party: Party) -> bool:
        """Whether a party passes words on by trade: an agency or an outlet."""
        return self._carriers.holds(party)

    def outlet(self, occasion: OccasionPhrase | None) -> Party | None:
        """The agency or outlet that an occasion was for, or that it appeared in."""
        return self._passed_on.outlet(occasion)

    def _by_credit(self, found: Found) -> tuple[Link, ...]:
        at = self._evidence.tree.tokens[min(found.content)].start
        links = [
            Link(party=credit.party, span=credit.span, how="credits")
            for credit in self._credited
            if credit.start <= at < credit.end
        ]
        return tuple(links[:1])

    def _by_its_agency(self, found: Found, links: Sequence[Link]) -> tuple[Link, ...]:
        """The links behind the agency that the whole article is of; whoever told that one, told its own article."""
        whole = len(self._evidence.article.text)
        of_all = {credit.span for credit in self._credited if credit.end == whole}
        first = [link for link in self._by_credit(found) if link.span in of_all]
        if not any(same_link(one, link) for one in first for link in links):
            return (*first, *links)
        told = links[0].how == "cites" and any(same_link(one, links[0]) for one in first)
        return (*first, *links[1:]) if told else tuple(links)

    def adding(self, found: Found, party: Party, before: Sequence[Told]) -> Party | None:
        """Who "it" is in "It added that …": whoever the telling before in its paragraph has for its subject.

        None where that is a person, or two who tell one another's words.
        """
        last = self._added_to(found, party, before)
        if last is None:
            return None
        relay = last.found.relay
        citing = relay is not None and relay[1] == "cites"
        if relay is not None and citing and max(relay[0], default=-1) < last.found.head:
            return self._passed_on.link(last.found, *relay).party
        who = last.attribution.speaker
        return None if who is None or who.actor in self._evidence.persons else who

    def _added_to(self, found: Found, party: Party, before: Sequence[Told]) -> Told | None:
        """The telling that "it added" adds to."""
        if party.name.lower() != "it" or not before or not self._going_on.adds(found):
            return None
        last = before[-1]
        apart = self.paragraph(found) != self.paragraph(last.found)
        held = any(holds(other.found, last.found) for other in before)
        return None if apart or held else last

    def goes_on(
        self, found: Found, speaker: Party | None, before: Sequence[Told]
    ) -> Attribution | None:
        """The attribution before whose speaker goes on, in its paragraph or the next.

        What an agency's tail wraps is told before by whoever it wraps.
        """
        if speaker is None or found.act not in UTTERED:
            return None
        also = self._going_on.continues(found)
        added = self._added_to(found, speaker, before)
        if added is not None and same_name(added.attribution.speaker, speaker):
            return added.attribution
        spoken = [told for told in before if not self._is_aside(told, before)]
        for last in reversed(spoken):
            told = (
                self._within(last, before) if self._is_wrapped(last, before) else last.attribution
            )
            apart = self._opening(found) - self._ending(last.found)
            if not 0 <= apart <= (_FURTHER if also else 1):
                return None
            if told.speaker is not None and (
                same_party(told.speaker, speaker)
                or (apart == 0 and is_same_pronoun(told.speaker, speaker))
                or self._stands_for(speaker, told.speaker, found, spoken, apart)
                or self._going_on.is_again(speaker, told.speaker)
            ):
                return told
            if not also:
                return None
        return None

    def _is_aside(self, one: Told, before: Sequence[Told]) -> bool:
        """Whether a telling is no turn of its own: a thought, or an agency's that holds another's words.

        Nor is one by whom the text calls only "his", where it goes on with the words of the one before.
        """
        told = one.attribution
        if told.act not in UTTERED:
            return True
        who = told.speaker
        owner = who is not None and who.actor is None and who.name.lower() in _OWNERS
        if owner and len(told.chain) > 1:
            return True
        passed_on = told.speaker is not None and self.is_carrier(told.speaker)
        return passed_on and any(holds(one.found, other.found) for other in before)

    def _is_wrapped(self, one: Told, before: Sequence[Told]) -> bool:
        return any(
            holds(other.found, one.found)
            and other.attribution.speaker is not None
            and self.is_carrier(other.attribution.speaker)
            for other in before
        )

    def _stands_for(
        self, party: Party, speaker: Party, found: Found, before: Sequence[Told], apart: int
    ) -> bool:
        """Whether "he" or "the minister" can only be the one who has spoken in this paragraph so far.

        In the next one too, where nothing but his own quotation stands between.
        """
        if party.actor is not None or self.is_carrier(party):
            return False
        here = self._opening(found) - apart
        if apart and (apart > 1 or self.paragraph(found) == self._opening(found)):
            return False
        spoken = [told for told in before if self.paragraph(told.found) >= here]
        if any(
            told.attribution.speaker is None or not same_party(told.attribution.speaker, speaker)
            for told in spoken
        ):
            return False
        return self._going_on.can_be(party, speaker, found)

    # --- what later sentences and outer contents add ---------------------------------------------------

    def resource(self, before: Sequence[Told], again: Resourced) -> Told | None:
        """The last utterance with the source that a later sentence names; None where there is none."""
        near = [
            told
            for told in before
            if 0 <= again.sentence - self.sentence(told.found) <= _FAR
            and told.attribution.act in UTTERED
        ]
        if not near:
            return None
        last = near[-1]
        if again.newsroom is not None:
            apart = again.sentence - self.sentence(last.found)
            told = last.attribution
            if apart != 1 or not is_its_report(
                self._evidence, self._book, self._carriers, told, again.newsroom
            ):
                return None
        resourced = with_source(self._evidence, self._passed_on, last.attribution, again)
        return Told(last.found, resourced)

    def nested(self, told: Sequence[Told]) -> Iterator[Attribution]:
        """Hearsay: a cue within another's content has that other's chain before its own.

        An outlet's or agency's "according to" that only wraps somebody's words is a link, no more.
        """
        for one in told:
            if not self._only_wraps(one, told):
                yield self._within(one, told)

    def _within(self, one: Told, told: Sequence[Told]) -> Attribution:
        """An attribution with the chain of the one that holds it before its own, however deep."""
        holders = [
            (len(outer.found.content), outer.found.head, number)
            for number, outer in enumerate(told)
            if holds(outer.found, one.found)
        ]
        if not holders:
            return one.attribution
        outer = self._within(told[min(holders)[2]], told)
        attribution = another(outer, one.attribution)
        left, right = outer.speaker, attribution.speaker
        if left is not None and right is not None and same_party(left, right):
            return attribution
        chain = (*outer.chain, *self._own(one, outer), attribution.chain[-1])
        return msgspec.structs.replace(attribution, chain=chain)

    def _only_wraps(self, one: Told, told: Sequence[Told]) -> bool:
        speaker = one.attribution.speaker
        if one.found.frame != "according" or speaker is None or not self.is_carrier(speaker):
            return False
        inner = [other.found.content for other in told if holds(one.found, other.found)]
        return len(set().union(*inner)) >= _COVERED * len(one.found.content)

    def _own(self, one: Told, outer: Attribution) -> Iterator[Link]:
        """The links that an inner cue's own sentence shows, beside those that the outer one has."""
        sentence = self._evidence.tree.sentences[self.sentence(one.found)]
        for link in one.attribution.chain[:-1]:
            shown = sentence.start <= link.span.start < sentence.end
            known = any(same_link(link, other) for other in outer.chain)
            if shown and link.span.part == self._evidence.part and not known:
                yield link

    def sentence(self, found: Found) -> int:
        """The number of the sentence that an attribution is told in."""
        return self._evidence.tree.sentence(found.head if found.head >= 0 else min(found.content))

    def _opening(self, found: Found) -> int:
        """The number of the paragraph in which the words or their telling begin."""
        first = self._evidence.tree.sentence(min(found.content))
        return min(self._evidence.tree.sentences[first].paragraph, self.paragraph(found))

    def _ending(self, found: Found) -> int:
        """The number of the paragraph in which the words or their telling end: a quotation may run on."""
        last = self._evidence.tree.sentence(max(found.content))
        return max(self._evidence.tree.sentences[last].paragraph, self.paragraph(found))

    def paragraph(self, found: Found) -> int:
        """The number of its paragraph."""
        return self._evidence.tree.sentences[self.sentence(found)].paragraph
