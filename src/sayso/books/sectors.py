"""The book of sectors: which part of society an actor is of, in the codes of PLOVER."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.books.entries_roles import Sectors
from sayso.books.load import read_book
from sayso.books.wording import key, words_of
from sayso.model.text import Actor, ActorType, Sector


class SectorBook(NamedTuple):
    """Sectors by type of actor, kind of organ, and office. Nouns are words in lower case without accents."""

    types: Mapping[ActorType, Sector]
    offices: Mapping[str, Sector]
    classes: Mapping[str, Sector]
    serving: frozenset[str]
    service: Sector
    ranks: frozenset[str]
    nouns: Mapping[tuple[str, ...], Sector]
    words: Mapping[str, Sector]
    served: Mapping[str, Sector]

    def of_role(self, noun: str, class_: str, title: str, of: Actor | None) -> Sector | None:
        """The sector of who holds an office; None where neither the office nor whom it is of tells.

        `title` is the office as written ("former opposition leader"), `noun` its noun ("leader"), `of` whose
        office it is. A body's officer is of the body's sector; a state's is of the office's own.
        """
        for word in key(title):
            if word in self.words:
                return self.words[word]
        if of is not None and of.type != "state":
            return of.sector
        told = self.nouns.get(key(noun)) or self.classes.get(class_)
        return told or (self.service if of is not None and class_ in self.serving else None)

    def of_tail(self, class_: str, tail: str) -> Sector | None:
        """The sector of those whom an officer serves who are told in words: "spokesman *for the rebels*"."""
        if class_ not in self.serving:
            return None
        words = [word.key for word in words_of(tail)]
        for told in (self.words, self.served):
            found = {told.get(word, told.get(word.removesuffix("s"))) for word in words} - {None}
            if found:
                return found.pop() if len(found) == 1 else None
        return None


def load_sectors(language: str = "en") -> SectorBook:
    """The book of sectors; BookError where an entry is broken."""
    book = read_book(language, "sectors", Sectors)
    return SectorBook(
        types=book.types,
        offices=book.offices,
        classes=book.classes,
        serving=frozenset(book.serving),
        service=book.service,
        ranks=frozenset(book.ranks),
        nouns={key(noun): group.sector for group in book.nouns for noun in group.nouns},
        words=book.words,
        served=book.served,
    )
