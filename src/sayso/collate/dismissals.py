"""Who dismisses what somebody told: "called the report a fable", "rejected the claim", "dismissed the paper as a forgery".

Such words name what they deny by a noun. What is meant is what the article told last of such a thing: of a paper what
a document said, of a claim what somebody else said just before, of somebody's claim what he said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.books.accounts import AccountBook
from sayso.collate.clusters import Cluster
from sayso.collate.parties import Parties
from sayso.collate.tellings import Telling
from sayso.collate.words import stem_of, stems_of, words_of

_LONGEST = 8  # words of what is named and of what it is called
_NAMED = 4  # words of what is named; more are a clause ("denied that it was a report")
_BREAKS = 1  # paragraphs that may end between what is told and who dismisses it


class Dismissals:
    """Finds in the tellings of a story those that dismiss another one of the same article."""

    def __init__(self, parties: Parties, book: AccountBook) -> None:
        self._parties = parties
        self._book = book
        words = book.dismissals
        self._rejecting = _stems(words.rejecting, book)
        self._naming = _stems(words.naming, book)
        self._untrue = _stems(words.untrue, book)
        self._papers = _stems(words.papers, book)

    def find(self, tellings: Sequence[Telling]) -> Mapping[str, Telling]:
        """By the id of a statement that dismisses something, the telling that it denies."""
        found: dict[str, Telling] = {}
        earlier: defaultdict[str, list[Telling]] = defaultdict(list)
        for telling in tellings:
            before = earlier[telling.statement.article]
            noun = self._dismissed(telling)
            meant = noun and self._meant(noun, telling, before[::-1])
            if meant:
                found[telling.record.id] = meant
            else:
                before.append(telling)
        return found

    def _dismissed(self, telling: Telling) -> str | None:
        """The noun for what is dismissed, or the pronoun; None where nothing is."""
        statement = telling.statement
        if statement.cue is None or statement.modality not in {"asserted", "denied"}:
            return None
        content = [w for span in statement.content for w in words_of(span.text, self._book)]
        verbs = stems_of(words_of(statement.cue.text, self._book))
        if not content or len(content) > _LONGEST or telling.negated:
            return None
        named, called = self._parted([word.folded for word in content], bool(verbs & self._naming))
        pronoun = len(named) == 1 and named[0] in self._book.dismissals.pronouns
        if not pronoun and (len(named) > _NAMED or named[-1] not in self._book.dismissals.things):
            return None
        if verbs & self._rejecting and (called or not self._is_paper(named[-1])):
            return named[-1]
        untrue = self._untrue & {stem_of(word, self._book) for word in called}
        return named[-1] if untrue and verbs & (self._rejecting | self._naming) else None

    def _parted(self, words: Sequence[str], is_naming: bool) -> tuple[Sequence[str], Sequence[str]]:
        """What is named, and what it is called."""
        if "as" in words[1:]:
            at = words.index("as")
            return words[:at], words[at + 1 :]
        things = self._book.dismissals.things | self._book.dismissals.pronouns
        at = next((at for at, word in enumerate(words) if word in things), len(words) - 1)
        return (words[: at + 1], words[at + 1 :]) if is_naming else (words, ())

    def _is_paper(self, noun: str) -> bool:
        """Whether to reject such a thing may be to refuse it: to reject a claim is to deny it."""
        return stem_of(noun, self._book) in self._papers

    def _meant(self, noun: str, telling: Telling, before: Sequence[Telling]) -> Telling | None:
        """What is denied; `before` is what the article told before, the last first."""
        others = [
            one
            for one in before
            if one.who != telling.who and one.statement.modality not in {"denied", "hypothetical"}
        ]
        stem = stem_of(noun, self._book)
        if self._is_paper(noun):
            papers = (one for one in others if one.voice == "document")
            anyone = noun in self._book.dismissals.any_paper
            return next((one for one in papers if anyone or self._head(one) == stem), None)
        if telling.names - {stem}:
            return next((one for one in others if self._names(telling, one)), None)
        return next((one for one in others[:1] if self._is_near(telling, one)), None)

    def _head(self, telling: Telling) -> str:
        speaker = telling.statement.speaker
        head = self._parties.document_head(speaker) if speaker else ""
        return stem_of(head, self._book) if head else ""

    def _names(self, telling: Telling, other: Telling) -> bool:
        """Whether it is told whose claim it is, and the other one is that."""
        speaker = other.statement.speaker
        if speaker is None:
            return False
        called = f"{speaker.name} {self._parties.name(speaker)}"
        return bool(telling.names & stems_of(words_of(called, self._book)))

    def _is_near(self, telling: Telling, other: Telling) -> bool:
        here, there = telling.evidence[0], other.evidence[-1]
        text = self._parties.article(here.article).part(here.part)
        between = text[there.end : here.start] if here.part == there.part else ""
        paragraphs = [one for one in between.split("\n") if one.strip()]
        return here.part == there.part and len(paragraphs) <= _BREAKS + 1


def put_denials(
    clusters: Sequence[Cluster], tellings: Sequence[Telling], denied: Mapping[str, Telling]
) -> tuple[Cluster, ...]:
    """The clusters with each telling that dismisses another in that one's cluster, as a denial."""
    added: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.record.id in denied:
            against = telling._replace(denied=True, negated=False)
            added[denied[telling.record.id].record.id].append(against)
    return tuple(
        one._replace(
            tellings=tuple(
                sorted(
                    (*one.tellings, *(t for told in one.tellings for t in added[told.record.id])),
                    key=lambda telling: telling.key,
                )
            )
        )
        for one in clusters
    )


def _stems(words: Sequence[str], book: AccountBook) -> frozenset[str]:
    return frozenset(stem_of(word, book) for word in words)
