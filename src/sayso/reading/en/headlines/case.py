"""Headlines in capitals: "Mayor Denies Report of Flood" as a sentence that the parser knows."""

from __future__ import annotations

import re
from collections.abc import Collection

from sayso.model.reading import Token

_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_LONG = 4  # letters; shorter words have small letters in every style
_STOPS = '.!?:“”"‘’'
_MOST = 0.5  # share of the longer words with a capital, from which a headline is in title case


def sentence_case(title: str, names: Collection[str], kept: Collection[int]) -> str | None:
    """The title with small letters but for names; None where it is all capitals and tells no names.

    `names` are the words that have a capital within the article's sentences; `kept` are the offsets of
    words that the books know as names. Every offset stays what it was.
    """
    words = list(_WORD.finditer(title))
    if title.isupper():
        return None
    common = [
        word.group()
        for word in words[1:]
        if len(word.group()) >= _LONG and word.group() not in names and word.start() not in kept
    ]
    capital = [word for word in common if word[0].isupper()]
    if len(capital) <= _MOST * len(common):
        return title
    letters = list(title)
    for word in words[1:]:
        known = word.group() in names or word.start() in kept or word.group()[1:].isupper()
        small = letters[word.start()].lower()
        if not known and len(small) == 1:
            letters[word.start()] = small
    return "".join(letters)


def capitalised(tokens: Collection[Token]) -> frozenset[str]:
    """The names of a text: proper nouns, and what has a capital although no sentence begins with it."""
    after_stop = True
    found: set[str] = set()
    for token in tokens:
        if token.text[:1].isupper() and (not after_stop or token.pos == "PROPN"):
            found.add(token.text)
        after_stop = token.pos == "SPACE" or token.text in _STOPS
    return frozenset(found)
