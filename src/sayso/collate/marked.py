"""An article with what is marked in it: what stands between quotation marks, and the names."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sayso.books.accounts import AccountBook
from sayso.collate.words import Word, stems_of, words_of
from sayso.model.reading import Ledger
from sayso.model.text import Article, Span, When
from sayso.reading.en.quotations.quotes import find_quotes

_NAMES = frozenset({"actor", "place", "weapon"})
# What may stand between the end of a sentence and the next one's first word.
_BETWEEN = " \t\n\r“”\"„«»‘’'()[]—–-"
_ENDS = frozenset(".!?…:")
_NEAR = 20  # characters before a word that are looked at
Range = tuple[int, int]


class Marked:
    """Answers about one article. Quotation marks are looked for in parts that are asked for, once in each."""

    def __init__(
        self,
        article: Article,
        named: Mapping[str, Sequence[Range]],
        times: Sequence[tuple[Span, When]],
        *,
        unquoted: bool,
    ) -> None:
        self.article = article
        self._times = times
        self._named = named
        self._unquoted = unquoted
        self._quoted: dict[str, tuple[Range, ...]] = {}

    def quoted(self, part: str) -> tuple[Range, ...]:
        """The ranges of a part that stand between quotation marks."""
        if self._unquoted:
            return ()
        if part not in self._quoted:
            found = find_quotes(self.article.part(part))
            self._quoted[part] = tuple((quote.inner_start, quote.inner_end) for quote in found)
        return self._quoted[part]

    def times(self, spans: Collection[Span]) -> tuple[tuple[Span, When], ...]:
        """The times that some spans tell."""
        return tuple(
            (time, when)
            for time, when in self._times
            if any(
                (one.part, one.start <= time.start, time.end <= one.end) == (time.part, True, True)
                for one in spans
            )
        )

    def timeless(self, span: Span, book: AccountBook) -> tuple[Word, ...]:
        """The words of a span without those of times: "May 6" is nothing that may be."""
        times = [
            (time.start - span.start, time.end - span.start)
            for time, _ in self._times
            if time.part == span.part
        ]
        return tuple(
            word
            for word in words_of(span.text, book)
            if not any(first <= word.start < last for first, last in times)
        )

    def names(self, spans: Iterable[Span], book: AccountBook) -> frozenset[str]:
        """The stems of the names in some spans: of what was read as one, and of words with a capital.

        A sentence's first word has its capital in any case, and is a name only where it was read as one.
        """
        return stems_of(
            word
            for span in spans
            for word in words_of(span.text, book)
            if (span.text[word.start].isupper() and not _opens(span.text, word.start))
            or self._is_named(span.part, span.start + word.start)
        )

    def _is_named(self, part: str, at: int) -> bool:
        ranges = self._named.get(part, ())
        before = bisect_right(ranges, (at, len(self.article.part(part)))) - 1
        return before >= 0 and at < ranges[before][1]


def marked(ledger: Ledger, *, unquoted: bool = False) -> Marked:
    """The article of a ledger, with the names that were read in it; `unquoted` as if it quoted nothing."""
    named: defaultdict[str, list[Range]] = defaultdict(list)
    for mention in ledger.mentions:
        if mention.type in _NAMES:
            named[mention.span.part].append((mention.span.start, mention.span.end))
    ranges = {part: sorted(found) for part, found in named.items()}
    times = [(one.span, one.when) for one in ledger.mentions if one.when is not None]
    return Marked(ledger.article, ranges, times, unquoted=unquoted)


def _opens(text: str, at: int) -> bool:
    """Whether the word there opens a sentence, or the text."""
    before = text[max(0, at - _NEAR) : at].rstrip(_BETWEEN)
    return not before or before[-1] in _ENDS
