"""Which article corrects or updates which: the one that stood at its address before, with another text.

Of two that may be of one day nothing tells which came first, so these are not linked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sayso.model.text import Article

_DAY = len("2021-05-04")


class Version(NamedTuple):
    """An article at an address. `first` and `last` bound its publication (ISO 8601)."""

    id: str
    text_sha256: str
    first: str | None
    last: str | None


def version_of(article: Article) -> Version:
    """What tells an article from others at its address."""
    when = article.published
    return Version(
        article.id, article.text_sha256, when.start if when else None, when.end if when else None
    )


def earlier(one: Version, at_address: Iterable[Version]) -> str | None:
    """The id of the last that came before it, for certain, with another text."""
    found = [
        (other.first, other.id)
        for other in at_address
        if other.text_sha256 != one.text_sha256 and _is_before(other, one)
    ]
    return max(found)[1] if found else None


def earlier_of_all(articles: Iterable[Article]) -> Mapping[str, str]:
    """The earlier version of each article that has one, by its id."""
    held: defaultdict[str, list[Version]] = defaultdict(list)
    for article in articles:
        if article.url:
            held[article.url].append(version_of(article))
    links = {one.id: earlier(one, versions) for versions in held.values() for one in versions}
    return {key: before for key, before in links.items() if before is not None}


def _is_before(one: Version, other: Version) -> bool:
    if one.last is None or one.first is None or other.first is None:
        return False
    last, first = one.last, other.first
    if len(last) > _DAY and len(first) > _DAY:
        return last < first
    return last[:_DAY] < first[:_DAY]
