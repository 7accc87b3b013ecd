"""Whether two accounts tell the same thing, and by which words that is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from rapidfuzz import fuzz

from sayso.books.accounts import AccountBook
from sayso.collate.parties import Parties
from sayso.collate.tellings import Passage, Telling, stands_inside
from sayso.collate.words import longest_run, stems_of
from sayso.meaning import Meaning
from sayso.model.text import Article, Span

if TYPE_CHECKING:
    from numpy.typing import NDArray


# Letters of the words that stand within names and before them: "of", "the".
_SMALL = 3


class Quoted(NamedTuple):
    """Quoted words that two articles share: where they stand in each, and how many carry content."""

    left: Span
    right: Span
    content: int
    exact: bool


class Likeness(NamedTuple):
    """Why two tellings are taken for one: shared quoted words, or shared content (0 to 1)."""

    score: float
    quoted: Quoted | None


class _Meeting(NamedTuple):
    """What two quoted texts share: the offsets of a run in each, or None where they are alike as a whole."""

    left: tuple[int, int] | None
    right: tuple[int, int] | None
    content: int


class Scale:
    """Compares tellings with the weights of one batch, and by what they mean where that is known."""

    def __init__(
        self,
        weights: Mapping[str, float],
        parties: Parties,
        book: AccountBook,
        meaning: Meaning | None = None,
    ) -> None:
        self._weights = weights
        self._parties = parties
        self._limits = book.limits
        self._meaning = meaning
        # What a text means depends on the text alone.
        self._meant: dict[str, NDArray[np.float32]] = {}
        # What two texts share depends on the texts alone: copies are compared once.
        self._met: dict[tuple[str, str], _Meeting | None] = {}

    def compare(self, left: Telling, right: Telling) -> Likeness | None:
        """How alike two tellings are, or None where they are not shown to tell one thing."""
        if self._same_speaker(left, right):
            return self._one_speaker(left, right)
        if self._frames(left, right) or self._frames(right, left):
            return Likeness(1.0, None)
        quoted = self.shared_quote(left, right)
        if quoted and quoted.content >= self._limits.long_quote_words:
            return Likeness(1.0, quoted)
        return self._two_speakers(left, right, quoted)

    def shared_quote(self, left: Telling, right: Telling) -> Quoted | None:
        """The longest run of quoted words that both tellings hold, or None."""
        best: Quoted | None = None
        for a in left.passages:
            for b in right.passages:
                found = self._shared(a, b)
                if found and (best is None or found.content > best.content):
                    best = found
        return best

    def _shared(self, a: Passage, b: Passage) -> Quoted | None:
        texts = (a.span.text, b.span.text)
        if texts not in self._met:
            self._met[texts] = self._meet(a, b)
        met = self._met[texts]
        if met is None or met.left is None or met.right is None:
            return Quoted(a.span, b.span, met.content, False) if met else None
        left = _cut(a.span, *met.left, self._parties)
        return Quoted(left, _cut(b.span, *met.right, self._parties), met.content, True)

    def _meet(self, a: Passage, b: Passage) -> _Meeting | None:
        if len(stems_of(a.words) & stems_of(b.words)) < self._limits.quote_words:
            return None
        run = longest_run(a.words, b.words)
        shorter = min(_content(a), _content(b))
        if run and run.content < shorter and _only_names(a.span.text[slice(*run.left)]):
            return None
        if run and (
            run.content >= self._limits.long_quote_words
            or run.content >= max(self._limits.quote_words, self._limits.quote_share * shorter)
        ):
            return _Meeting(run.left, run.right, run.content)
        if run and shorter >= self._limits.quote_ratio_words:
            ratio = fuzz.partial_ratio(a.span.text.casefold(), b.span.text.casefold())
            if ratio >= self._limits.quote_ratio:
                return _Meeting(None, None, shorter)
        return None

    def _same_speaker(self, left: Telling, right: Telling) -> bool:
        """Whether one speaks in both, or nobody is named and one newsroom passed both on."""
        a, b = left.statement.speaker, right.statement.speaker
        if a is None and b is None:
            return bool(self._newsrooms(left) & self._newsrooms(right))
        if a is None or b is None:
            return False
        if a.actor is not None or b.actor is not None:
            return a.actor == b.actor
        return a.resolved is not None and a.resolved == b.resolved

    def _one_speaker(self, left: Telling, right: Telling) -> Likeness | None:
        quoted = self.shared_quote(left, right)
        same = left.folded == right.folded
        if quoted or same or stands_inside(left, right) or stands_inside(right, left):
            return Likeness(1.0, quoted)
        if left.denied != right.denied or not self._slots_agree(left, right):
            return None
        if self._mean_alike(left, right, self._limits.same_speaker_meaning):
            return Likeness(self._limits.same_speaker_meaning, None)
        if left.lacking != right.lacking:
            return None
        shared = left.stems & right.stems
        one_room = self._newsrooms(left) & self._newsrooms(right)
        fewest = self._limits.same_newsroom_words if one_room else self._limits.same_speaker_words
        if len(shared) < fewest:
            return None
        share = self._weight(shared) / min(self._weight(left.stems), self._weight(right.stems))
        long = len(shared) >= self._limits.same_speaker_long_words
        needed = self._limits.same_speaker_long_share if long else self._limits.same_speaker_share
        return Likeness(share, None) if share >= needed else None

    def _two_speakers(
        self, left: Telling, right: Telling, quoted: Quoted | None
    ) -> Likeness | None:
        """Two speakers say one thing only where nearly all the words agree, or what the words mean.

        What people say of themselves ("we will answer") is theirs alone and cannot be shared; two who each name
        what the other does not (one month, another) speak of two things.
        """
        if left.first_person or right.first_person or left.numbers != right.numbers:
            return None
        if left.names - right.stems and right.names - left.stems:
            return None
        open_ = {"asserted", "denied"}
        if not {left.statement.modality, right.statement.modality} <= open_:
            return None
        if left.lacking == right.lacking:
            alike = self._nearly_worded(left, right, quoted)
            if alike is not None:
                return alike
        if self._is_reworded(left, right):
            return Likeness(self._limits.other_speaker_meaning, quoted)
        return None

    def _nearly_worded(
        self, left: Telling, right: Telling, quoted: Quoted | None
    ) -> Likeness | None:
        """How alike two tellings are by their words, or by what they mean where one names nobody."""
        if self._is_unsaid(left, right) and self._mean_alike(
            left, right, self._limits.no_speaker_meaning
        ):
            return Likeness(self._limits.no_speaker_meaning, quoted)
        shared = left.stems & right.stems
        if len(shared) < self._limits.other_speaker_words:
            return None
        weight = self._weight(shared)
        jaccard = weight / self._weight(left.stems | right.stems)
        share = weight / min(self._weight(left.stems), self._weight(right.stems))
        enough = (
            jaccard >= self._limits.other_speaker_jaccard
            and share >= self._limits.other_speaker_share
        )
        return Likeness(jaccard, quoted) if enough else None

    def _is_unsaid(self, left: Telling, right: Telling) -> bool:
        """Whether one of the two names nobody who says it, and both agree in being negated."""
        nobody = left.statement.speaker is None or right.statement.speaker is None
        return nobody and left.negated == right.negated and left.denied == right.denied

    def _is_reworded(self, left: Telling, right: Telling) -> bool:
        """Whether one tells with the same names, and as much denied, in other words what the other tells.

        Such a pair is one claim and no more: that the two are independent is not shown by likeness.
        """
        return (
            len(left.stems & right.stems) >= self._limits.other_speaker_shared
            and left.names <= right.stems
            and right.names <= left.stems
            and left.denied == right.denied
            and (left.negated != left.lacking) == (right.negated != right.lacking)
            and self._mean_alike(left, right, self._limits.other_speaker_meaning)
        )

    def _mean_alike(self, left: Telling, right: Telling, least: float) -> bool:
        """Whether the cosine of what both mean is so high; never where that is not known."""
        if self._meaning is None:
            return False
        return float(self._vector(left) @ self._vector(right)) >= least

    def _vector(self, telling: Telling) -> NDArray[np.float32]:
        text = " ".join(span.text for span in telling.evidence)
        if text not in self._meant and self._meaning is not None:
            self._meant[text] = self._meaning.vectors([text])[0]
        return self._meant[text]

    def _newsrooms(self, telling: Telling) -> set[str]:
        links = self._parties.newsrooms(telling.statement)
        return {actor.id for link in links if (actor := self._parties.actor(link.party))}

    def _frames(self, outer: Telling, inner: Telling) -> bool:
        """True where one statement holds little else than the other: "she said that he had said …"."""
        if not inner.stems or not stands_inside(inner, outer):
            return False
        return len(inner.stems) / len(outer.stems) >= self._limits.same_speaker_share

    def _slots_agree(self, left: Telling, right: Telling) -> bool:
        if left.numbers and right.numbers and not left.numbers & right.numbers:
            return False
        short = max(len(left.stems), len(right.stems)) <= self._limits.negation_words
        return not short or left.negated == right.negated

    def _weight(self, stems: Iterable[str]) -> float:
        return sum(self._weights[stem] for stem in sorted(stems))


def _only_names(text: str) -> bool:
    """Whether words that two quotations share are a name, of which both only speak: "the Port Safety Act"."""
    words = [word.strip(".,;:!?’'“”\"") for word in text.split()]
    capitals = [word for word in words if word[:1].isupper()]
    return len(capitals) > 1 and all(len(word) <= _SMALL for word in words if word[:1].islower())


def _content(passage: Passage) -> int:
    return sum(word.stem is not None for word in passage.words)


def _cut(span: Span, start: int, end: int, parties: Parties) -> Span:
    article: Article = parties.article(span.article)
    return article.span(span.start + start, span.start + end, span.part)
