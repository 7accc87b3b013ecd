"""Of which state a bare office is where the article names several: that which it speaks for.

"*Norway* will sign, Fish Minister A B said" is Norway's minister in an article from Oslo, and "*Norway* has sent ships.
Fish Minister A B said *his country* …" wherever it was written: the state is the subject of his sentence or of the one
before, and his words or the dateline say that it is his own.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.roles import RoleBook
from sayso.model.text import Actor
from sayso.reading.en.datelines import dateline_end
from sayso.reading.en.names.named import ByWord
from sayso.reading.en.names.people import PersonName
from sayso.reading.en.page import Page

_SUBJECTS = ("nsubj", "nsubjpass")
_ASIDE = ("relcl", "acl", "advcl")


class Homes:
    """`names` are the names of the books."""

    def __init__(self, page: Page, names: ByWord, book: RoleBook) -> None:
        self._page = page
        self._names = names
        self._book = book
        self._whence = self._written_in()

    def state_of(self, name: PersonName) -> str | None:
        """The state (ISO 3166-1 alpha-3) whose officer a person no book knows is; None where it is not told."""
        if name.known is not None or not self._page.tokens:
            return None
        number = self._page.sentence_at(name.start)
        here = self._subjects(number)
        if self._whence is not None and self._whence in here:
            return self._whence
        if not self._is_owner(name, number):
            return None
        told = here or (self._subjects(number - 1) if self._goes_on(number) else set())
        return told.pop() if len(told) == 1 else None

    def _written_in(self) -> str | None:
        """The state of the place in the first paragraph's dateline."""
        named = self._names.starting(0)
        line = self._page.text.partition("\n")[0]
        if named is None or named.end > dateline_end(line):
            return None
        where = named.place or named.actor
        return where.country if where else None

    def _goes_on(self, number: int) -> bool:
        """Whether a sentence stands behind another in its paragraph."""
        sentences = self._page.sentences
        return number > 0 and sentences[number].paragraph == sentences[number - 1].paragraph

    def _subjects(self, number: int) -> set[str]:
        """The states that are subjects in a sentence, those of its relative clauses apart."""
        page = self._page
        found = set()
        for word in self._words(number):
            named = self._names.starting(word)
            state = named.actor if named else None
            if named and isinstance(state, Actor) and state.type == "state" and state.country:
                head = page.tokens[page.word_tokens[named.last - 1]]
                aside = page.tokens[head.head].dep in _ASIDE
                if head.dep in _SUBJECTS and named.manner != "adjective" and not aside:
                    found.add(state.country)
        return found

    def _is_owner(self, name: PersonName, number: int) -> bool:
        """Whether "his country" stands behind a name in its sentence."""
        page = self._page
        return any(
            page.words[word].key in self._book.lands
            and page.words[word - 1].key in self._book.owning
            and page.gap(word - 1) == " "
            for word in self._words(number)
            if word > name.last
        )

    def _words(self, number: int) -> Iterator[int]:
        """The indexes of a sentence's words."""
        page, sentences = self._page, self._page.sentences
        after = sentences[number + 1].start if number + 1 < len(sentences) else len(page.text)
        first = page.word_from(sentences[number].start)
        for word in range(first, len(page.words)):
            if page.words[word].start >= after:
                return
            yield word
