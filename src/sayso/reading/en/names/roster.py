"""Who is named in a text and what points back to them, kept for a text that comes again word for word.

A Roster hangs on the text and its tokens alone: outlet, day, title and credits of the article have no say in it.
Unlike a passage's telling it hangs on the whole text, since a name far away tells who a bare family name is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.books.library import Books
from sayso.reading.en.names.candidates import Candidate
from sayso.reading.en.names.coreference import Coreference
from sayso.reading.en.names.names import Names, find_names
from sayso.reading.en.page import Page
from sayso.reading.kept import Kept


class Roster(NamedTuple):
    """The names of a page; by token whom a pronoun or noun points back to, and how many a "they" joins."""

    names: Names
    pointed: Mapping[int, Candidate]
    joined: Mapping[int, int]


def find_roster(page: Page, books: Books) -> Roster:
    """The Roster of a page."""
    names = find_names(page, books)
    back = Coreference(page, names, books.actors, books.roles)
    return Roster(names, back.pointed, back.joined)


class Rosters:
    """Finds Rosters, and keeps those of the last texts, `reuse` tokens in all.

    Only for pages whose tokens hang on their text alone, as a LanguageModel gives them: not for titles.
    """

    def __init__(self, reuse: int = 0) -> None:
        self._kept: Kept[str, Roster] = Kept(reuse)

    def of(self, page: Page, books: Books) -> Roster:
        """The Roster of a page, found or kept."""
        roster = self._kept.get(page.text)
        if roster is None:
            roster = find_roster(page, books)
            self._kept.put(page.text, roster, len(page.tokens))
        return roster
