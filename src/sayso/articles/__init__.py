"""From a document to an Article: cleaned, dated, with its outlet and its language."""

from __future__ import annotations

from sayso.articles.build import to_article

__all__ = ["to_article"]
