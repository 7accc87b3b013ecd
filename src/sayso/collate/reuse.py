"""Text that one article took from another: shared runs of words, and the edges that follow."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from sayso.books.accounts import AccountBook
from sayso.collate.words import Word, longest_run, words_of
from sayso.model.collation import SourceEdge
from sayso.model.reading import Ledger
from sayso.model.text import Article
from sayso.reading.en.quotes import find_quotes


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
    words = {ledger.article.id: _own_words(ledger.article.text, book) for ledger in ledgers}
    runs = {key: _runs(found, book.limits.reprint_run) for key, found in words.items()}
    edges: list[SourceEdge] = []
    lengths = {key: len(found) for key, found in words.items()}
    articles = {ledger.article.id: ledger.article for ledger in ledgers}
    for (one, other), shared in sorted(_shared(runs).items()):
        shorter = min(len(runs[one]), len(runs[other]))
        if shared < book.limits.reprint_runs or shared / shorter < book.limits.reprint_share:
            continue
        later, earlier = _later(articles[one], articles[other], lengths)
        run = longest_run(words[later.id], words[earlier.id])
        if run is None:
            continue
        edges.append(
            SourceEdge(
                article=later.id,
                source=earlier.id,
                how="reprints",
                evidence=((later.span(*run.left), earlier.span(*run.right)),),
                score=round(shared / shorter, 4),
            )
        )
    copies = frozenset(edge.article for edge in edges)
    return Reuse(tuple(edges), copies, _family(edges))


def _shared(runs: Mapping[str, frozenset[tuple[str, ...]]]) -> Counter[tuple[str, str]]:
    """How many runs each pair of articles shares; pairs without any are not looked at."""
    holders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(runs):
        for run in runs[key]:
            holders[run].append(key)
    found: Counter[tuple[str, str]] = Counter()
    for keys in holders.values():
        found.update(combinations(keys, 2))
    return found


def _own_words(text: str, book: AccountBook) -> tuple[Word, ...]:
    """The words outside quotation marks: what the article's own writer put down."""
    quotes = find_quotes(text)
    return tuple(
        word
        for word in words_of(text, book)
        if not any(quote.start <= word.start < quote.end for quote in quotes)
    )


def _runs(words: tuple[Word, ...], length: int) -> frozenset[tuple[str, ...]]:
    folded = [word.folded for word in words]
    return frozenset(tuple(folded[i : i + length]) for i in range(len(folded) - length + 1))


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
        both = family.get(edge.article, frozenset({edge.article}))
        both |= family.get(edge.source, frozenset({edge.source}))
        family |= dict.fromkeys(both, both)
    return {key: min(family[key]) for key in sorted(family)}
