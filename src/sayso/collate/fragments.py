"""Utterances of which only a bare noun phrase is told: "spoke of a hostile act". They belong to the fuller claim."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.books.accounts import AccountBook
from sayso.collate.clusters import Cluster
from sayso.collate.tellings import Telling
from sayso.collate.words import words_of

_LONGEST = 5  # words of such a phrase
_FEWEST = 2  # words of content that it needs to be known again


def join_fragments(clusters: Sequence[Cluster], book: AccountBook) -> tuple[Cluster, ...]:
    """The clusters, those of a bare phrase in the only one in which the same person says all of it and more."""
    home = dict.fromkeys(range(len(clusters)), -1)
    for number, one in enumerate(clusters):
        if all(_is_bare(telling, book) for telling in one.tellings):
            fuller = [
                at
                for at, other in enumerate(clusters)
                if at != number and any(_repeats(one.tellings[0], told) for told in other.tellings)
            ]
            home[number] = fuller[0] if len(fuller) == 1 else -1
    found = []
    for number, one in enumerate(clusters):
        if home[number] >= 0:
            continue
        joined = [clusters[at] for at, to in home.items() if to == number]
        tellings = [t for part in (one, *joined) for t in part.tellings]
        ties = [tie for part in (one, *joined) for tie in part.ties]
        found.append(Cluster(tuple(sorted(tellings, key=lambda t: t.key)), tuple(ties)))
    return tuple(sorted(found, key=lambda one: one.tellings[0].key))


def _is_bare(telling: Telling, book: AccountBook) -> bool:
    """Whether all that is told is a noun with its article and what hangs on it."""
    content = telling.statement.content
    if len(content) != 1 or telling.denied or telling.who is None:
        return False
    words = words_of(content[0].text, book)
    if not _FEWEST <= len(telling.stems) <= len(words) <= _LONGEST:
        return False
    return words[0].folded in book.articles and all(
        word.stem is not None or word.folded in book.phrase_words for word in words
    )


def _repeats(bare: Telling, other: Telling) -> bool:
    return bare.who == other.who and not other.denied and bare.stems < other.stems
