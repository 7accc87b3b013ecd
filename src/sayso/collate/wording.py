"""Where accounts of one utterance differ: whose words they are, the words, and how firm they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Literal

from rapidfuzz import fuzz

from sayso.books.accounts import AccountBook
from sayso.collate.clusters import Cluster
from sayso.collate.independence import shared_words
from sayso.collate.parties import Parties
from sayso.collate.sourcing import Source
from sayso.collate.tellings import Passage, Telling
from sayso.collate.words import Word, words_of
from sayso.model.collation import Difference, DifferenceValue
from sayso.model.ids import content_id
from sayso.model.text import Span

Verdict = Literal["rendering", "drift", "conflict"]
Place = tuple[str, str, int, int]
_EXACT = 100.0
# So many words at the end of a passage are no passage of their own.
_AT_THE_END = 3
# The value of a difference in certainty that the firmest words give.
FIRM = "firm"


def wording_differences(source: Source, book: AccountBook) -> tuple[Difference, ...]:
    """Quotations of one utterance whose words differ between articles.

    ``rendering``: other words, as two translations give them. ``drift``: a number or a negation
    differs, or nearly all words are the same and one was altered.
    """
    found: dict[tuple[str, str, Verdict], tuple[set[Place], set[Place]]] = {}
    for a, b in combinations(source.tellings, 2):
        if a.statement.article == b.statement.article:
            continue
        for left in a.passages:
            for right in b.passages:
                altered = _altered(left, right, book)
                if altered is not None:
                    verdict, first, second = altered
                    if second.text < first.text:
                        first, second = second, first
                    places = found.setdefault((first.text, second.text, verdict), (set(), set()))
                    places[0].add(_place(first))
                    places[1].add(_place(second))
    return tuple(
        _difference("wording", verdict, (_value(one, places[0]), _value(other, places[1])))
        for (one, other, verdict), places in sorted(found.items())
    )


def _altered(left: Passage, right: Passage, book: AccountBook) -> tuple[Verdict, Span, Span] | None:
    """How the shorter passage differs from the same words in the longer one, and both as Spans."""
    limits = book.limits
    short, long = sorted((left, right), key=lambda passage: len(passage.words))
    if len([word for word in short.words if word.stem]) < limits.quote_ratio_words:
        return None
    folded = " ".join(w.folded for w in short.words), " ".join(w.folded for w in long.words)
    ratio = fuzz.partial_ratio(*folded)
    if not limits.rendering_ratio <= ratio < _EXACT:
        return None
    window = _window(long.words, folded)
    if _slots(short.words, book) != _slots(window, book):
        verdict: Verdict = "drift"
    elif ratio >= limits.same_wording_ratio:
        return None
    else:
        verdict = "drift" if ratio >= limits.quote_ratio else "rendering"
    return verdict, _cut(short.span, short.words), _cut(long.span, _widened(long.words, window))


def _window(long: Sequence[Word], folded: tuple[str, str]) -> tuple[Word, ...]:
    """The words of the longer passage that stand where the shorter one fits best."""
    place = fuzz.partial_ratio_alignment(*folded)
    if place is None:
        return tuple(long)
    inside, position = [], 0
    for word in long:
        if place.dest_start < position + len(word.folded) and position < place.dest_end:
            inside.append(word)
        position += len(word.folded) + 1
    return tuple(inside)


def _widened(long: Sequence[Word], window: Sequence[Word]) -> Sequence[Word]:
    """A window with the few words at the ends of its passage: what was altered may be one of them ("not")."""
    first, last = long.index(window[0]), long.index(window[-1]) + 1
    return long[
        0 if first <= _AT_THE_END else first : None if len(long) - last <= _AT_THE_END else last
    ]


def _cut(span: Span, words: Sequence[Word]) -> Span:
    """The piece of a passage that holds these words."""
    start, end = words[0].start, words[-1].end
    return Span(
        article=span.article,
        part=span.part,
        start=span.start + start,
        end=span.start + end,
        text=span.text[start:end],
    )


def _place(span: Span) -> Place:
    return span.article, span.part, span.start, span.end


def _slots(words: Iterable[Word], book: AccountBook) -> tuple[frozenset[str], int]:
    listed = tuple(words)
    numbers = frozenset(word.folded for word in listed if word.folded[0].isdigit())
    return numbers, sum(word.folded in book.negations | book.lacking for word in listed) % 2


def speaker_differences(
    sources: Sequence[Source], cluster: Cluster, parties: Parties, book: AccountBook
) -> tuple[Difference, ...]:
    """The same quoted words are put to two people by name: one account must be wrong.

    A name that is a part of the other ("Reyes", "Inés Reyes") may be the same person's.
    """
    found = []
    named = [
        source
        for source in sources
        if {telling.voice for telling in source.tellings} & {"person", "institution"}
    ]
    for (i, j), quoted in sorted(shared_words(named, cluster).items(), key=lambda pair: pair[0]):
        if quoted.content < book.limits.long_quote_words:
            continue
        a, b = named[i], named[j]
        if (
            a.party is not None
            and b.party is not None
            and not _may_be_one(parties.name(a.party), parties.name(b.party))
        ):
            values = tuple(
                DifferenceValue(value=parties.name(party), articles=(span.article,), spans=(span,))
                for party, span in ((a.party, quoted.left), (b.party, quoted.right))
            )
            found.append(_difference("speaker", "conflict", values))
    return tuple(found)


def _may_be_one(left: str, right: str) -> bool:
    words, others = (frozenset(name.casefold().split()) for name in (left, right))
    return words <= others or others <= words


def certainty_difference(source: Source, book: AccountBook) -> Difference | None:
    """One article gives it firm words ("will"), another only soft ones ("could"), or None."""
    firm = _marked(source.tellings, lambda word: word in book.firm, book)
    soft = _marked(source.tellings, lambda word: word in book.soft, book)
    firm_articles = {span.article for span in firm}
    only_soft = tuple(span for span in soft if span.article not in firm_articles)
    if not firm or not only_soft:
        return None
    return _difference("certainty", "drift", (_values(FIRM, firm), _values("soft", only_soft)))


def _marked(
    tellings: Iterable[Telling], wanted: Callable[[str], bool], book: AccountBook
) -> tuple[Span, ...]:
    """The words of a kind in the tellings' own content, as Spans."""
    return tuple(
        _cut(span, (word,))
        for telling in tellings
        for span in telling.statement.content
        for word in words_of(span.text, book)
        if wanted(word.folded)
    )


def _value(text: str, places: Iterable[Place]) -> DifferenceValue:
    spans = tuple(
        Span(article=article, part=part, start=start, end=end, text=text)
        for article, part, start, end in sorted(places)
    )
    return DifferenceValue(
        value=text, articles=tuple(dict.fromkeys(span.article for span in spans)), spans=spans
    )


def _values(value: str, spans: tuple[Span, ...]) -> DifferenceValue:
    articles = tuple(sorted({span.article for span in spans}))
    return DifferenceValue(value=value, articles=articles, spans=spans)


def _difference(
    field: Literal["wording", "certainty", "speaker"],
    verdict: Verdict,
    values: tuple[DifferenceValue, ...],
) -> Difference:
    key = content_id("difference", [field, verdict, values])
    return Difference(id=key, field=field, verdict=verdict, values=values)
