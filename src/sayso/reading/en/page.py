"""One text as words, tokens and sentences, each found from the others by offset."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Set
from functools import cached_property
from itertools import pairwise

from sayso.books.wording import Word, gap, words_of
from sayso.model.reading import Sentence, Token


class Page:
    """A text with its words (as the books compare them), tokens and sentences."""

    def __init__(
        self, text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.sentences = sentences
        self.words: tuple[Word, ...] = words_of(text)
        self._starts = [token.start for token in tokens]
        self._sentence_starts = [sentence.start for sentence in sentences]
        self._word_starts = [word.start for word in self.words]
        self._keys = tuple(word.key for word in self.words)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, key in enumerate(self._keys):
            found.setdefault(key, []).append(at)
        return found

    def places(self, keys: Set[str]) -> list[int]:
        """Where one of these folded words stands, in text order."""
        places = self._places
        return sorted(at for key in keys & places.keys() for at in places[key])

    def written(self, words: Container[str]) -> list[int]:
        """Where one of these words stands as written, but for accents, in text order."""
        return [at for at, word in enumerate(self.words) if word.plain in words]

    @cached_property
    def capitals(self) -> tuple[int, ...]:
        """Where a word with a capital stands."""
        return tuple(at for at, word in enumerate(self.words) if word.plain[:1].isupper())

    @cached_property
    def word_tokens(self) -> tuple[int, ...]:
        """For each word the index of the token that it begins in."""
        found = []
        at, following = 0, (*self._starts[1:], len(self.text) + 1)
        for word in self.words:
            while following[at] <= word.start:
                at += 1
            found.append(at)
        return tuple(found)

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the text writes in small letters somewhere, and whole: not the "don" of "don't"."""
        return frozenset(
            word.key
            for word, gap in zip(self.words, (*self._gaps, "\n"), strict=False)
            if word.plain.islower() and gap != "'"
        )

    @cached_property
    def quoted(self) -> bytes:
        """One byte a token: 1 inside quotation marks (those that open and close in one paragraph)."""
        flags = bytearray(len(self.tokens))
        paragraph, inside = -1, False
        for sentence in self.sentences:
            if sentence.paragraph != paragraph:
                paragraph, inside = sentence.paragraph, False
            for index in range(sentence.first, sentence.last):
                text = self.tokens[index].text
                if text in "“«„":
                    inside = True
                elif text in "”»":
                    inside = False
                elif text == '"':
                    inside = not inside
                flags[index] = inside
        return bytes(flags)

    def token_at(self, offset: int) -> int:
        """The index of the token that holds, or last began before, an offset."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def word_from(self, offset: int) -> int:
        """The index of the first word that begins at or after an offset."""
        return bisect_right(self._word_starts, offset - 1)

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds an offset, or last began before it."""
        return max(bisect_right(self._sentence_starts, offset) - 1, 0)

    def tag(self, word: int) -> str:
        """The Penn tag of a word's token."""
        return self.tokens[self.word_tokens[word]].tag if self.tokens else ""

    def heading(self, offset: int) -> bool:
        """Whether an offset lies in a section heading."""
        return bool(self.sentences) and self.sentences[self.sentence_at(offset)].heading

    def gap(self, left: int) -> str:
        """What stands between word `left` and the next; a line break where there is none."""
        return self._gaps[left] if 0 <= left < len(self._gaps) else "\n"

    @cached_property
    def _gaps(self) -> tuple[str, ...]:
        found = []
        for left, (word, following) in enumerate(pairwise(self.words)):
            between = gap(self.text, word, following)
            if between == " ":
                found.append(between)
                continue
            ends = between[:1] == "." and between != "." and self._initials(left)
            found.append(between[1:] if ends else between)
        return tuple(found)

    def _initials(self, word: int) -> bool:
        """Whether a word is the last letter of initials, whose full stop ends no sentence: "U.S."."""
        if word < 1 or len(self.words[word].plain) != 1 or len(self.words[word - 1].plain) != 1:
            return False
        return gap(self.text, self.words[word - 1], self.words[word]) == "."

    def keys(self, first: int, last: int) -> tuple[str, ...]:
        """The folded words [first, last)."""
        return self._keys[first:last]
