"""What a page says of its article: title, authors, outlet, address."""

from __future__ import annotations

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
_TITLE_WORDS = 3


class Metadata(NamedTuple):
    """What the markup says; `titles` holds the title and its variants, the title first."""

    titles: tuple[str, ...]
    authors: tuple[str, ...]
    outlet: str | None
    url: str | None


def read_metadata(tree: HtmlElement) -> Metadata:
    """The article's metadata. What is not said is missing; nothing is inferred from the address."""
    meta = meta_values(tree)
    data = tuple(structured_data(tree))
    outlet = _first(meta, _OUTLETS) or next(_names(data, "publisher"), None)
    authors = tuple(dict.fromkeys(_names(data, "author"))) or _authors(meta)
    return Metadata(
        tuple(dict.fromkeys(_titles(tree, meta, data, outlet))), authors, outlet, _url(tree, meta)
    )


def _titles(
    tree: HtmlElement, meta: dict[str, str], data: tuple[dict[str, Any], ...], outlet: str | None
) -> Iterator[str]:
    """The page's only <h1>, then what the metadata and <title> say."""
    tops = [words for h1 in tree.iter("h1") if (words := tidy(h1.text_content()))]
    if len(tops) == 1 and len(tops[0].split()) >= _TITLE_WORDS:
        yield " ".join(tops[0].split())
    for entry in data:
        if isinstance(headline := entry.get("headline"), str) and tidy(headline):
            yield tidy(headline)
    yield from (_without_site(meta[name], outlet) for name in _TITLES if name in meta)
    if words := tidy(tree.findtext(".//title") or ""):
        yield _without_site(words, outlet)


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
    return (found.removeprefix("By ").removeprefix("by "),) if found else ()


def _names(data: tuple[dict[str, Any], ...], key: str) -> Iterator[str]:
    """The names under a key of structured data: a text, an object with a name, or several."""
    for entry in data:
        value = entry.get(key)
        for one in value if isinstance(value, list) else [value]:
            name = one.get("name") if isinstance(one, dict) else one
            if isinstance(name, str) and tidy(name) and not name.startswith("http"):
                yield tidy(name)


def _url(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (address := link.get("href")):
            return str(address).strip()
    return meta.get("og:url")
