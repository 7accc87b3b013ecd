"""A small language for patterns of words, compiled to regular expressions over one character a word.

In a pattern, lower case is that word itself ("the"), upper case is a kind or a class of words ("DOM",
"UNIT"), ``name=`` before either remembers it, and ( ) | ? * and look-around mean what they mean in
regular expressions::

    (UNIT|UNITS) ago          n=NUM (HYPHEN)? u=UNIT          (?P<span>the past) (?!NUM)

Each word of a text is one character, so a pattern looks at a bounded number of words and matching a
long text takes time in proportion to its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sayso.reading.en.words import WORD, Word

_TERM = re.compile(
    r"(?P<look>\(\?(?:P<\w+>|<?[=!]))|(?:(?P<name>\w+)=)?(?P<term>[A-Z_]+|[a-z]+)|(?P<open>\()"
)
_NAMED = re.compile(r"\(\?P<\w+>")
_PRIVATE = 0xE000
_UNKNOWN = "."


class Phrases:
    """The alphabet of a set of patterns: which words and kinds they can tell apart."""

    def __init__(self, sources: Iterable[str], classes: Mapping[str, Iterable[str]]) -> None:
        self._classes = {name: tuple(members) for name, members in classes.items()}
        known: dict[str, None] = {}
        for source in sources:
            for match in _TERM.finditer(source):
                if term := match["term"]:
                    known.update(dict.fromkeys(self._classes.get(term, (term,))))
        for members in self._classes.values():
            known.update(dict.fromkeys(members))
        self._letters = {term: chr(_PRIVATE + number) for number, term in enumerate(known)}

    def compile(self, source: str) -> re.Pattern[str]:
        """The regular expression of a pattern, to be matched on what `encode` gives."""
        spaced = _TERM.sub(self._replace, source)
        return re.compile(spaced.replace(" ", ""))

    def any_of(self, sources: Iterable[str]) -> re.Pattern[str]:
        """One expression that finds each place where any of the patterns matches; it takes up no letters."""
        every = (_NAMED.sub("(?:", self.compile(source).pattern) for source in sources)
        return re.compile(f"(?={'|'.join(every)})")

    def encode(self, words: Iterable[Word]) -> str:
        """One character a word: the word itself where a pattern names it, else its kind, else unknown."""
        letters = self._letters
        return "".join(
            letters.get(word.lower if word.kind == WORD else word.kind, _UNKNOWN) for word in words
        )

    def _replace(self, match: re.Match[str]) -> str:
        if match["look"]:
            return match["look"]
        if match["open"]:
            return "(?:"
        members = self._classes.get(match["term"], (match["term"],))
        letters = "".join(self._letters[member] for member in members)
        body = f"[{letters}]" if letters else "(?!)"
        return f"(?P<{match['name']}>{body})" if match["name"] else body
