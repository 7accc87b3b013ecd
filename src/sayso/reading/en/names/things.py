"""Names of what is no actor, by the words in them: "Typhoon Lorna", "the tanker Lorna", "the Rivers Act".

Such a name is no mention, and no part of it is: the model takes storms for people and ships for bodies. Places
that are told by their words ("Gulf of Finland", "Lake Victoria") are found here too.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.things import ThingBook, Words
from sayso.model.text import Place
from sayso.reading.en.names.named import ByWord, Named
from sayso.reading.en.page import Page

_LONGEST = 3  # words of an entry of the book
_MOST = 5  # words of a name before and after them
_FARTHEST = 8  # words of what a treaty is on
_INSIDE = (" ", "-")
_LINKS = frozenset({"of", "on", "and", "for", "the"})
_OPENS = frozenset({"of", "on"})
_ARTICLES = frozenset({"the", "this", "that"})


class ThingFinder:
    """`known` are the names that the books know: states and bodies are no part of a thing's name."""

    def __init__(self, page: Page, known: ByWord, book: ThingBook) -> None:
        self._page = page
        self._known = known
        self._book = book
        self._inside = {
            word for named in known for word in range(named.first, named.last) if _is_firm(named)
        }

    def find(self) -> Iterator[Named]:
        """From left to right: things as names of nothing, places as places; none overlap."""
        free = 0
        for at in self._page.written(self._book.starts | self._book.goods):
            if at < free:
                continue
            found = self._thing(at, free) or self._goods(at, free) or self._place(at, free)
            if found is not None:
                yield found
                free = found.last

    def _thing(self, at: int, free: int) -> Named | None:
        for words, last in self._entries(at):
            if words in self._book.before or words in self._book.ships:
                end = self._name_after(last)
                first = last if words in self._book.ships else at
                if end > last:
                    return self._named(first, end)
            elif words in self._book.alone and not self._goes_on(last):
                return self._named(at, last)
            elif words in self._book.papers:
                first, end = self._name_before(at, free, _LINKS - {"the"}), self._linked(last)
                alone = at > 0 and self._page.words[at - 1].key in _ARTICLES
                if first < at or end > last or alone:
                    return self._named(first, end)
            elif words in self._book.made and at > free:
                town = self._known.ending(at)
                if town and town.manner == "capital" and self._page.gap(at - 1) == " ":
                    return self._named(town.first, last)
        return None

    def _goods(self, at: int, free: int) -> Named | None:
        """The name of what is made and sold: "*Lorna* handsets"."""
        page = self._page
        if page.words[at].plain not in self._book.goods or at == free or self._known.ending(at):
            return None
        first = self._name_before(at, free, frozenset())
        return self._named(first, at) if first < at and not self._leads(first) else None

    def _place(self, at: int, free: int) -> Named | None:
        for words, last in self._entries(at):
            if words in self._book.begins:
                end = self._name_after(last)
                if end > last:
                    return self._named(at, end, is_place=True)
            elif words in self._book.ends and not self._goes_on(last):
                first = self._name_before(at, free, frozenset({"of"}))
                if first < at and not self._inside & set(range(first, last)):
                    return self._named(first, last, is_place=True)
        return None

    def _goes_on(self, last: int) -> bool:
        """Whether a name goes on after the words of a place, or is a body's: "Sand River *Army*"."""
        page = self._page
        if last >= len(page.words) or page.gap(last - 1) != " ":
            return False
        if page.words[last].key in self._book.bodies:
            return True
        dated = page.tokens and page.tokens[page.word_tokens[last]].entity.endswith("DATE")
        return page.words[last].plain[:1].isupper() and page.tag(last) == "NNP" and not dated

    def _entries(self, at: int) -> Iterator[tuple[Words, int]]:
        """The words from here on that may be an entry of the book, the longest first."""
        page = self._page
        if page.words[at].plain not in self._book.starts:
            return
        for last in range(min(at + _LONGEST, len(page.words)), at, -1):
            if all(page.gap(word) == " " for word in range(at, last - 1)):
                yield tuple(word.plain for word in page.words[at:last]), last

    def _name_after(self, at: int) -> int:
        """The end of the capitalised words that go on from `at`."""
        end = at
        while end < min(at + _MOST, len(self._page.words)) and self._is_name(end, end - 1):
            end += 1
        return end

    def _name_before(self, at: int, free: int, links: frozenset[str]) -> int:
        """Where the capitalised words begin that end at `at`, without a state's name that leads them."""
        page = self._page
        first = at
        while first > max(free, at - _MOST) and page.gap(first - 1) in _INSIDE:
            joined = page.words[first - 1].key in links and first < at
            if joined and first > free + 1 and self._is_name(first - 2, first - 2):
                first -= 1
            elif not self._is_name(first - 1, first - 1):
                break
            first -= 1
        while first < at and page.tag(first).startswith(("DT", "IN", "PRP", "CC")):
            first += 1
        leads = self._known.starting(first)
        return leads.last if leads and _is_firm(leads) and leads.last <= at else first

    def _leads(self, first: int) -> bool:
        """Whether a word begins its sentence, where any word has a capital."""
        start = self._page.words[first].start
        return self._page.sentences[self._page.sentence_at(start)].start == start

    def _linked(self, last: int) -> int:
        """The end of "of Lisbon", "on the Law of the Sea" behind a treaty."""
        page = self._page
        end = at = last
        if page.gap(last - 1) != " " or page.keys(last, last + 1)[:1] not in [(o,) for o in _OPENS]:
            return last
        while at < min(last + _FARTHEST, len(page.words)) and page.gap(at - 1) == " ":
            if page.words[at].key in _LINKS:
                at += 1
                continue
            named = self._known.starting(at)
            if not page.words[at].plain[:1].isupper() or (named and named.manner != "capital"):
                break
            at = end = at + 1
        return end

    def _is_name(self, word: int, gap: int) -> bool:
        """Whether a word with a capital goes on with a name, `gap` being the word before the space."""
        page = self._page
        if page.gap(gap) not in _INSIDE or not page.words[word].plain[:1].isupper():
            return False
        return page.tag(word).startswith(("NN", "JJ", "FW", "VB", "CD", "RB"))

    def _named(self, first: int, last: int, is_place: bool = False) -> Named | None:
        page = self._page
        if self._inside & set(range(first, last)):
            return None
        start, end = page.words[first].start, page.words[last - 1].end
        place = Place(name=page.text[start:end]) if is_place else None
        return Named(start, end, first, last, "pattern" if is_place else "thing", place=place)


def _is_firm(named: Named) -> bool:
    """Whether a known name stands for itself wherever it is; a capital's name is also in treaties'."""
    return named.manner != "capital"
