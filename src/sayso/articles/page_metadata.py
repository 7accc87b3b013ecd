"""What a page says of its article: title, authors, outlet, address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from sayso.articles.lines import folded, tidy
from sayso.articles.structured import meta_values, structured_data

_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
# Marks that pages put between a headline and the name of their site in <title>.
_SITE_MARKS = (" | ", " – ", " — ", " - ", " :: ", " · ", " « ", " » ")
_SUMMARIES = ("og:description", "twitter:description", "description")
_BY = re.compile(r"by\s+", re.IGNORECASE)


class Metadata(NamedTuple):
    """What the markup says; `titles` holds the title and its variants, the title first.

    `body` is the article as scripts hold it, `summary` the page's description of itself: for pages that
    show neither.
    """

    titles: tuple[str, ...]
    authors: tuple[str, ...]
    outlet: str | None
    url: str | None
    body: str | None
    summary: str | None


def read_metadata(tree: HtmlElement) -> Metadata:
    """The article's metadata. What is not said is missing; nothing is inferred from the address."""
    meta = meta_values(tree)
    data = tuple(structured_data(tree))
    outlet = _first(meta, _OUTLETS) or next(_names(data, "publisher"), None)
    bodies = (body for entry in data if isinstance(body := entry.get("articleBody"), str))
    return Metadata(
        titles=_titles(tree, meta, data, outlet),
        authors=tuple(dict.fromkeys(_names(data, "author"))) or _authors(meta),
        outlet=outlet,
        url=_url(tree, meta),
        body=next((body for body in bodies if body.strip()), None),
        summary=_first(meta, _SUMMARIES),
    )


def _titles(
    tree: HtmlElement, meta: dict[str, str], data: tuple[dict[str, Any], ...], outlet: str | None
) -> tuple[str, ...]:
    """The page's only <h1> where the metadata tells nearly the same, else what the metadata says first."""
    said = [tidy(h) for entry in data if isinstance(h := entry.get("headline"), str)]
    said += [_without_site(tidy(meta[name]), outlet) for name in _TITLES if name in meta]
    said.append(_without_site(tidy(tree.findtext(".//title") or ""), outlet))
    said = [title for title in said if folded(title)]
    tops = [" ".join(words.split()) for h1 in tree.iter("h1") if (words := tidy(h1.text_content()))]
    shown = [top for top in tops if folded(top) != folded(outlet or "")]
    if len(shown) == 1 and (not said or any(_alike(shown[0], title) for title in said)):
        said.insert(0, shown[0])
    return tuple(dict.fromkeys(said))


def _alike(left: str, right: str) -> bool:
    """If most words of the shorter title are in the other one."""
    one, other = set(folded(left).split()), set(folded(right).split())
    return 2 * len(one & other) > min(len(one), len(other))


def _without_site(title: str, outlet: str | None) -> str:
    """A title without the site's name behind it: behind a mark, where it is the outlet's name."""
    for mark in _SITE_MARKS:
        head, found, tail = title.rpartition(mark)
        if found and outlet is not None and folded(tail) == folded(outlet):
            return head.strip()
    return title.strip()


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((tidy(meta[name]) for name in names if tidy(meta.get(name, ""))), None)


def _authors(meta: dict[str, str]) -> tuple[str, ...]:
    found = _first({k: v for k, v in meta.items() if not v.startswith("http")}, _AUTHORS)
    return (_without_by(found),) if found else ()


def _without_by(name: str) -> str:
    return name[match.end() :] if (match := _BY.match(name)) else name


def _names(data: tuple[dict[str, Any], ...], key: str) -> Iterator[str]:
    """The names under a key of structured data: a text, an object with a name, or several."""
    for entry in data:
        value = entry.get(key)
        for one in value if isinstance(value, list) else [value]:
            name = one.get("name") if isinstance(one, dict) else one
            if isinstance(name, str) and tidy(name) and not name.startswith("http"):
                yield _without_by(tidy(name))


def _url(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (address := link.get("href")):
            return str(address).strip()
    return meta.get("og:url")
