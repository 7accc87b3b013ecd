"""Attributions put together: speaker, addressees, cue, content, occasion, time and the chain.

The chain runs from the link nearest to the outlet down to the one whose words or thoughts the content
is. An outer link is found where a sentence shows it (a relay, "told X", "an interview with X", a credit
tag, another's content that holds this cue) and carries over while the same speaker goes on speaking.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

import msgspec

from sayso.books.cues import CueBook
from sayso.model.ledger import Act, Form, How, Link
from sayso.model.reading import Attribution
from sayso.model.text import Actor, Article, Party, Span, When
from sayso.reading.en.found import Found
from sayso.reading.en.modality import modality_of
from sayso.reading.en.occasions import OccasionPhrase, occasion_of
from sayso.reading.en.quoted import Quoted
from sayso.reading.en.resourcing import Resourced, stands_for_words
from sayso.reading.tree import Tree, runs

_HOW: dict[Act, How] = {
    "speech": "says",
    "writing": "writes",
    "thought": "thinks",
    "intention": "intends",
}
_CARRIERS = ("agency", "outlet")
_EDGE = " \t\u00a0,;:–—-."
_LONGEST_CUE = 8  # tokens between the first and the last word of a cue


class Cast(Protocol):
    """Who is who in one article."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors that the article names."""

    def party(self, start: int, end: int) -> Party:
        """Who the noun phrase at these offsets is."""


class Credit(NamedTuple):
    """A source that a credit, tag or dateline names for the text of [start, end)."""

    start: int
    end: int
    party: Party
    span: Span


class Assembly:
    """Builds one article's attributions; `times` are (start, end, When) over the text."""

    def __init__(
        self,
        article: Article,
        tree: Tree,
        book: CueBook,
        cast: Cast,
        times: Sequence[tuple[int, int, When]],
        credits: Sequence[Credit] = (),
    ) -> None:
        self._article = article
        self._tree = tree
        self._book = book
        self._cast = cast
        self._times = times
        self._credits = credits
        self._types = {actor.id: actor.type for actor in cast.actors}

    def attributions(
        self, found: Sequence[Found], quoted: Sequence[Quoted], resourced: Sequence[Resourced]
    ) -> tuple[Attribution, ...]:
        """All attributions, by where they stand in the text."""
        ordered = sorted(found, key=lambda one: (self._sentence(one), min(one.content), one.head))
        built: list[tuple[Found, Attribution]] = []
        waiting = sorted(resourced)
        for one in ordered:
            while waiting and waiting[0].sentence < self._sentence(one):
                self._resource(built, waiting.pop(0))
            if any(again.verb in one.cue for again in resourced):
                continue
            built.append((one, self._one(one, quoted, built)))
        for rest in waiting:
            self._resource(built, rest)
        return tuple(self._nested(built))

    # --- one attribution ---------------------------------------------------------------------------

    def _one(
        self, one: Found, quoted: Sequence[Quoted], built: list[tuple[Found, Attribution]]
    ) -> Attribution:
        occasion = occasion_of(self._tree, self._book, one)
        act: Act = "writing" if occasion and occasion.written and one.act == "speech" else one.act
        cue = self._cue(one)
        content = self._spans(one.content, self._quoted_edges(one, quoted))
        speaker = self._speaker(one, built)
        outer = self._outer_links(one, occasion) or self._carried(one, speaker, built)
        place = cue or (speaker.span if speaker and speaker.span else content[0])
        own = Link(party=speaker, span=place, how=_HOW[act])
        evidence = self._evidence(one, cue, content, speaker, occasion)
        return Attribution(
            form=self._form(one, quoted),
            act=act,
            speaker=speaker,
            addressees=self._addressees(one, outer),
            cue=cue,
            content=content,
            chain=(*outer, own),
            occasion=self._words(occasion.tokens) if occasion else None,
            modality=modality_of(self._tree, self._book, one),
            when=self._when(one),
            evidence=evidence,
            caveats=self._caveats(one, speaker, quoted),
        )

    def _speaker(self, one: Found, built: list[tuple[Found, Attribution]]) -> Party | None:
        if not one.speaker:
            return None
        party = self._party(one.speaker)
        head = self._head(one.speaker)
        if party.actor is None and stands_for_words(self._tree, self._book, head):
            for _, before in reversed(built):
                if before.act in ("speech", "writing") and before.speaker is not None:
                    told = before.speaker
                    return msgspec.structs.replace(
                        party, resolved=told.resolved, actor=told.actor, role=told.role
                    )
        return party

    def _addressees(self, one: Found, outer: tuple[Link, ...]) -> tuple[Party, ...]:
        if not one.hearer:
            return ()
        party = self._party(one.hearer)
        if any(link.party and link.party.span == party.span for link in outer):
            return ()
        return (party,)

    def _outer_links(self, one: Found, occasion: OccasionPhrase | None) -> tuple[Link, ...]:
        links: list[Link] = []
        if one.relay is not None:
            links.append(self._link(one.relay[0], one.relay[1]))
        for tokens in (one.hearer, occasion.partner if occasion else None, self._at(one)):
            if tokens and not links and self._is_carrier(party := self._party(tokens)):
                links.append(Link(party=party, span=party.span or self._span(tokens), how="cites"))
        if not links:
            links.extend(self._credited(one))
        return tuple(links)

    def _link(self, tokens: Iterable[int], how: How) -> Link:
        party = self._party(tokens)
        return Link(party=party, span=party.span or self._span(tokens), how=how)

    def _at(self, one: Found) -> set[int] | None:
        """Reads "At the agency X, the minister discussed …": a carrier before the subject."""
        for preposition in self._tree.children(one.head, "prep") if one.head >= 0 else ():
            governed = self._tree.child(preposition, "pobj")
            if governed is not None and self._tree.tokens[preposition].lemma in ("at", "on", "to"):
                return self._tree.subtree(governed)
        return None

    def _is_carrier(self, party: Party) -> bool:
        return party.actor is not None and self._types.get(party.actor) in _CARRIERS

    def _credited(self, one: Found) -> list[Link]:
        at = self._tree.tokens[min(one.content)].start
        return [
            Link(party=credit.party, span=credit.span, how="credits")
            for credit in self._credits
            if credit.start <= at < credit.end
        ][:1]

    def _carried(
        self, one: Found, speaker: Party | None, built: list[tuple[Found, Attribution]]
    ) -> tuple[Link, ...]:
        """The outer links of the attribution before, while its speaker goes on."""
        if not built or speaker is None or one.act not in ("speech", "writing"):
            return ()
        before, told = built[-1]
        if told.speaker is None or not same_party(told.speaker, speaker):
            return ()
        if not 0 <= self._paragraph(one) - self._paragraph(before) <= 1:
            return ()
        return told.chain[:-1]

    # --- after the fact ------------------------------------------------------------------------------

    def _resource(self, built: list[tuple[Found, Attribution]], again: Resourced) -> None:
        """Gives the last attribution the source that a later sentence names."""
        near = [
            number
            for number, (found, one) in enumerate(built)
            if 0 <= again.sentence - self._sentence(found) <= 2 and one.act in ("speech", "writing")
        ]
        if not near:
            return
        found, one = built[near[-1]]
        chain, speaker = one.chain, one.speaker
        if again.speaker is not None:
            speaker = self._party(again.speaker)
            chain = (
                *chain[:-1],
                Link(party=speaker, span=speaker.span or chain[-1].span, how=chain[-1].how),
            )
        if again.relay is not None and len(chain) == 1:
            chain = (self._link(*again.relay), *chain)
        occasion = one.occasion
        if again.occasion is not None and occasion is None:
            occasion = self._words(again.occasion.tokens)
        sentence = self._tree.sentences[again.sentence]
        words = self._article.span(sentence.start, sentence.end)
        built[near[-1]] = (
            found,
            msgspec.structs.replace(
                one,
                speaker=speaker,
                chain=chain,
                occasion=occasion,
                evidence=(*one.evidence, words),
            ),
        )

    def _nested(self, built: list[tuple[Found, Attribution]]) -> list[Attribution]:
        """Hearsay: a cue within another's content has that other's chain before its own."""
        done: list[Attribution] = []
        for found, one in built:
            holders = [
                (len(outer.content), told)
                for outer, told in built
                if outer is not found
                and found.head in outer.content
                and outer.head not in found.content
            ]
            if not holders:
                done.append(one)
                continue
            told = min(holders, key=lambda holder: holder[0])[1]
            if told.speaker and one.speaker and same_party(told.speaker, one.speaker):
                done.append(one)
                continue
            done.append(msgspec.structs.replace(one, chain=(*told.chain, one.chain[-1])))
        return done

    # --- words ---------------------------------------------------------------------------------------

    def _party(self, tokens: Iterable[int]) -> Party:
        start, end = self._bounds(tokens)
        return self._cast.party(start, end)

    def _bounds(self, tokens: Iterable[int]) -> tuple[int, int]:
        start, end = min(tokens), max(tokens)
        while start < end and self._tree.tokens[start].pos in ("PUNCT", "SPACE"):
            start += 1
        while end > start and self._tree.tokens[end].pos in ("PUNCT", "SPACE"):
            end -= 1
        return self._tree.tokens[start].start, self._tree.tokens[end].end

    def _span(self, tokens: Iterable[int]) -> Span:
        return self._article.span(*self._bounds(tokens))

    def _words(self, tokens: Iterable[int]) -> str:
        return " ".join(self._span(tokens).text.split())

    def _cue(self, one: Found) -> Span | None:
        if not one.cue:
            return None
        if max(one.cue) - min(one.cue) <= _LONGEST_CUE:
            return self._article.span(
                self._tree.tokens[min(one.cue)].start, self._tree.tokens[max(one.cue)].end
            )
        return self._article.span(
            self._tree.tokens[one.head].start, self._tree.tokens[one.head].end
        )

    def _spans(self, content: set[int], quoted: set[int]) -> tuple[Span, ...]:
        spans: list[Span] = []
        for first, last in runs(content):
            start, end = self._tree.tokens[first].start, self._tree.tokens[last - 1].end
            words = self._article.text[start:end]
            if last - 1 not in quoted:
                words = words.rstrip(_EDGE + "\r\n")
            if first not in quoted:
                start += len(words) - len(words.lstrip(_EDGE + "\r\n"))
                words = words.lstrip(_EDGE + "\r\n")
            if words and any(letter.isalnum() for letter in words):
                spans.append(self._article.span(start, start + len(words)))
        return tuple(spans)

    def _quoted_edges(self, one: Found, quoted: Sequence[Quoted]) -> set[int]:
        return {index for q in quoted for index in (q.first, q.last - 1) if index in one.content}

    def _form(self, one: Found, quoted: Sequence[Quoted]) -> Form:
        inside = {index for q in quoted for index in range(q.first, q.last)}
        words = [i for i in one.content if self._tree.tokens[i].pos not in ("PUNCT", "SPACE")]
        within = sum(1 for index in words if index in inside)
        if within == len(words):
            return "direct"
        return "mixed" if within else "indirect"

    def _when(self, one: Found) -> When | None:
        """The time that stands nearest to the cue, in its sentence and outside of what was said."""
        if one.head < 0:
            return None
        sentence = self._tree.sentences[self._tree.sentence(one.head)]
        cue = self._tree.tokens[one.head].start
        taken = [
            (self._tree.tokens[a].start, self._tree.tokens[b - 1].end)
            for a, b in runs(one.content | (one.speaker or set()))
        ]
        free = [
            (abs(start - cue), start, when)
            for start, end, when in self._times
            if sentence.start <= start < sentence.end
            and not any(start < high and low < end for low, high in taken)
            and when.precision not in (None, "duration")
        ]
        return min(free, key=lambda time: time[:2])[2] if free else None

    def _evidence(
        self,
        one: Found,
        cue: Span | None,
        content: tuple[Span, ...],
        speaker: Party | None,
        occasion: OccasionPhrase | None,
    ) -> tuple[Span, ...]:
        spans = list(content)
        if cue is not None:
            spans.append(cue)
        if speaker is not None and speaker.span is not None:
            spans.append(speaker.span)
        if occasion is not None:
            spans.append(self._span(occasion.tokens))
        return tuple(sorted(set(spans), key=lambda span: (span.part, span.start, span.end)))

    def _caveats(
        self, one: Found, speaker: Party | None, quoted: Sequence[Quoted]
    ) -> tuple[tuple[str, str], ...]:
        found: list[tuple[str, str]] = []
        if speaker is None:
            found.append(("unresolved_speaker", "The text does not say who said it."))
        elif speaker.actor is None and speaker.resolved is None and is_pronoun(speaker.name):
            found.append(
                ("unresolved_speaker", f"The text does not settle who “{speaker.name}” is.")
            )
        open_ones = [q for q in quoted if not q.quote.closed and q.first in one.content]
        if open_ones:
            found.append(("unclosed_quote", "The quotation is opened and never closed."))
        return tuple(found)

    def _sentence(self, one: Found) -> int:
        return self._tree.sentence(one.head if one.head >= 0 else min(one.content))

    def _paragraph(self, one: Found) -> int:
        return self._tree.sentences[self._sentence(one)].paragraph

    def _head(self, tokens: Iterable[int]) -> int:
        inside = set(tokens)
        return next(
            (index for index in sorted(inside) if self._tree.tokens[index].head not in inside),
            min(inside),
        )


_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "who",
        "which",
        "that",
        "this",
        "these",
        "those",
    ]
)


def is_pronoun(name: str) -> bool:
    """Whether a name as written is a pronoun."""
    return name.lower() in _PRONOUNS


def same_party(left: Party, right: Party) -> bool:
    """Whether two parties of one article are surely one."""
    if left.actor is not None or right.actor is not None:
        return left.actor == right.actor
    return left.name.lower() == right.name.lower() and not is_pronoun(left.name)
