"""Structured data of web pages: JSON-LD objects that describe an article, and <meta> by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

# The types of schema.org/Article and below that news pages use.
ARTICLE_TYPES = frozenset(
    [
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "ReviewNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "Report",
        "WebPage",
    ]
)


def structured_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article, in page order.

    Broken ones are passed over: they are other people's scripts, and the rest of the page still speaks.
    """
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles(found)


def meta_values(tree: HtmlElement) -> dict[str, str]:
    """The contents of <meta> by `property`, `name` or `itemprop` in lower case; the first of each."""
    named: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = meta.get("content")
        for key in ("property", "name", "itemprop"):
            if content and (name := meta.get(key)):
                named.setdefault(name.strip().lower(), content)
    return named


def _articles(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, list):
        for entry in found:
            yield from _articles(entry)
    elif isinstance(found, dict):
        types = found.get("@type")
        names = [types] if isinstance(types, str) else types if isinstance(types, list) else []
        if any(name in ARTICLE_TYPES for name in names if isinstance(name, str)):
            yield found
        for key in ("@graph", "mainEntity"):
            yield from _articles(found.get(key))
