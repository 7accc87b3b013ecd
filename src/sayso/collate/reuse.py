"""Text that one article took from another: shared runs of words, and the edges that follow."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from sayso.books.accounts import AccountBook
from sayso.collate.words import Word, words_of
from sayso.model.collation import SourceEdge
from sayso.model.reading import Ledger
from sayso.model.text import Article, Span
from sayso.reading.en.quotations.quotes import find_quotes

# Longer articles, in characters, are not kept in mind: there are few, and their words take megabytes.
_LONG = 10_000


class Reuse(NamedTuple):
    """Who repeats whose text.

    `copies` are the articles that repeat; `texts` maps an article of a family of copies to the id that
    stands for their text.
    """

    edges: tuple[SourceEdge, ...]
    copies: frozenset[str]
    texts: Mapping[str, str]


def find_reuse(ledgers: Sequence[Ledger], book: AccountBook) -> Reuse:
    """Pairs of articles where most of the shorter one's word runs stand in the other (containment).

    Broder, On the resemblance and containment of documents, 1997. The later one repeats the earlier;
    where a date is missing, the shorter one repeats the longer.
    """
    if len(ledgers) < 2:
        return Reuse((), frozenset(), {})
    words = {ledger.article.id: _own_words(ledger.article.text, book) for ledger in ledgers}
    length = book.limits.reprint_run
    runs = _numbered(words, length)
    kinds = {key: frozenset(found) for key, found in runs.items()}
    edges: list[SourceEdge] = []
    lengths = {key: len(found) for key, found in words.items()}
    articles = {ledger.article.id: ledger.article for ledger in ledgers}
    for (one, other), shared in sorted(_shared(kinds).items()):
        shorter = min(len(kinds[one]), len(kinds[other]))
        if shared < book.limits.reprint_runs or shared / shorter < book.limits.reprint_share:
            continue
        later, earlier = _later(articles[one], articles[other], lengths)
        left, right, n = _longest(runs[later.id], runs[earlier.id])
        here = words[later.id][left : left + n + length - 1]
        there = words[earlier.id][right : right + n + length - 1]
        edges.append(
            SourceEdge(
                article=later.id,
                source=earlier.id,
                how="reprints",
                evidence=((_span(later, here), _span(earlier, there)),),
                score=round(shared / shorter, 4),
            )
        )
    copies = frozenset(edge.article for edge in edges)
    return Reuse(tuple(edges), copies, _family(edges))


def _numbered(words: Mapping[str, tuple[Word, ...]], length: int) -> Mapping[str, tuple[int, ...]]:
    """Each article's runs of so many words, in order, as numbers: equal runs have one number."""
    number: dict[tuple[str, ...], int] = {}
    found = {}
    for key, own in words.items():
        folded = [word.folded for word in own]
        runs = zip(*(folded[at:] for at in range(length)), strict=False)
        found[key] = tuple(number.setdefault(run, len(number)) for run in runs)
    return found


def _shared(runs: Mapping[str, frozenset[int]]) -> Counter[tuple[str, str]]:
    """How many runs each pair of articles shares; pairs without any are not looked at.

    Runs that stand in the same articles are counted together: a text and its copies share hundreds.
    """
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for key in sorted(runs):
        for run in runs[key]:
            holders[run].append(key)
    found: Counter[tuple[str, str]] = Counter()
    for keys, n in Counter(tuple(keys) for keys in holders.values() if len(keys) > 1).items():
        for pair in combinations(keys, 2):
            found[pair] += n
    return found


def _longest(left: Sequence[int], right: Sequence[int]) -> tuple[int, int, int]:
    """Where the longest series of runs that both hold begins in each, and how many runs it has.

    Of several, the one that stands first in `left`, then in `right`.
    """
    places: defaultdict[int, list[int]] = defaultdict(list)
    for j, run in enumerate(right):
        places[run].append(j)
    best = (0, 0, 0)
    ending: dict[int, int] = {}
    for i, run in enumerate(left):
        found = places.get(run)
        if found is None:
            ending = {}
            continue
        ending = {j: ending.get(j - 1, 0) + 1 for j in found}
        for j, n in ending.items():
            if n > best[2]:
                best = (i - n + 1, j - n + 1, n)
    return best


def _span(article: Article, words: Sequence[Word]) -> Span:
    return article.span(words[0].start, words[-1].end)


def _own_words(text: str, book: AccountBook) -> tuple[Word, ...]:
    """The words outside quotation marks: what the article's own writer put down."""
    return _kept(text, book) if len(text) <= _LONG else _unquoted(text, book)


def _unquoted(text: str, book: AccountBook) -> tuple[Word, ...]:
    quoted = iter(find_quotes(text))
    quote = next(quoted, None)
    own = []
    for word in words_of(text, book):
        while quote is not None and quote.end <= word.start:
            quote = next(quoted, None)
        if quote is None or word.start < quote.start:
            own.append(word)
    return tuple(own)


# A story that grows is collated again, and most of its articles are the same.
_kept = lru_cache(maxsize=1 << 10)(_unquoted)


def _later(left: Article, right: Article, lengths: Mapping[str, int]) -> tuple[Article, Article]:
    """The two, the one that repeats the other first."""
    a, b = _day(left), _day(right)
    if a and b and a != b:
        return (left, right) if a > b else (right, left)
    first, second = sorted((left, right), key=lambda article: (lengths[article.id], article.id))
    return first, second


def _day(article: Article) -> str | None:
    return article.published.start if article.published else None


def _family(edges: Sequence[SourceEdge]) -> Mapping[str, str]:
    """Each article of a family of copies → the family's smallest id, which stands for its text."""
    family: dict[str, frozenset[str]] = {}
    for edge in edges:
        here = family.get(edge.article, frozenset({edge.article}))
        there = family.get(edge.source, frozenset({edge.source}))
        if here is not there:
            both = here | there
            family |= dict.fromkeys(both, both)
    least = {members: min(members) for members in set(family.values())}
    return {key: least[family[key]] for key in sorted(family)}
