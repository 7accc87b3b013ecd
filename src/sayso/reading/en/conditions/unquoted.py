"""Words without a quotation mark at their edge whose fellow lies outside."""

from __future__ import annotations

from sayso.model.text import Article, Span

_MARKS = "“”\"'‘’'«»"
_FELLOWS = {"“": "”", "”": "“", "‘": "’", "’": "‘", "«": "»", "»": "«"}
_EDGE = " \t\u00a0,;:.–—-"


def unquoted(article: Article, span: Span) -> Span:
    """The span without such marks, and without what else stands at that edge."""
    words, start = span.text, span.start
    while words[-1] in _MARKS and _lonely(words, words[-1]):
        words = words[:-1].rstrip(_EDGE)
    while words[0] in _MARKS and _lonely(words, words[0]):
        start += len(words) - len(words[1:].lstrip(_EDGE))
        words = words[1:].lstrip(_EDGE)
    return article.span(start, start + len(words))


def _lonely(words: str, mark: str) -> bool:
    return words.count(mark) % 2 == 1 if mark not in _FELLOWS else _FELLOWS[mark] not in words
