"""Stories: which articles are about one dispute.

For now a batch is one story: whoever passes a folder says that its articles belong together. The
contract holds for clustering too: articles in, disjoint stories out, each article in exactly one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.model.collation import Story
from sayso.model.ids import content_id
from sayso.model.reading import Ledger
from sayso.model.text import Article, When

_KEYWORDS = 8


def find_stories(
    ledgers: Sequence[Ledger], titles: Mapping[str, frozenset[str]]
) -> tuple[Story, ...]:
    """The stories of a batch; none for an empty one. `titles` holds each article's title as stems."""
    if not ledgers:
        return ()
    articles = tuple(ledger.article.id for ledger in ledgers)
    dated = [
        when for when in (ledger.article.published for ledger in ledgers) if when and when.start
    ]
    dated.sort(key=_start)
    return (
        Story(
            id=content_id("story", articles),
            title=_title([ledger.article for ledger in ledgers], titles),
            articles=articles,
            first=dated[0] if dated else None,
            last=dated[-1] if dated else None,
            keywords=_keywords(ledgers),
        ),
    )


def _start(when: When) -> tuple[str, str]:
    return when.start or "", when.text


def _title(articles: Sequence[Article], titles: Mapping[str, frozenset[str]]) -> str:
    """The title that shares most words with the others; an untitled batch says so."""
    counts = Counter(stem for stems in titles.values() for stem in stems)
    titled = [article for article in articles if article.title]
    if not titled:
        return "Untitled"

    def rank(article: Article) -> tuple[float, int, str]:
        stems = titles[article.id]
        central = sum(counts[stem] - 1 for stem in stems) / (len(stems) or 1)
        return -central, len(article.title or ""), article.title or ""

    return min(titled, key=rank).title or "Untitled"


def _keywords(ledgers: Sequence[Ledger]) -> tuple[str, ...]:
    """Names of actors, weapons and places, by the number of articles and then of mentions."""
    articles: dict[str, set[str]] = {}
    total: Counter[str] = Counter()
    for ledger in ledgers:
        for mention in ledger.mentions:
            named = mention.actor or mention.weapon or mention.place
            if named is not None:
                articles.setdefault(named.name, set()).add(ledger.article.id)
                total[named.name] += 1
    ranked = sorted(articles, key=lambda name: (-len(articles[name]), -total[name], name))
    return tuple(ranked[:_KEYWORDS])
