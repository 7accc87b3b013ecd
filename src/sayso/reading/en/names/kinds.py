"""Bodies that no book knows, by the words of their own names: "Harvest Party", "Teldrin GmbH", "Danish Energy Agency"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from sayso.books.bodies import BodyBook, Kind
from sayso.model.text import Actor, actor_id
from sayso.reading.en.names.named import ByWord, Named
from sayso.reading.en.names.whose import Whose
from sayso.reading.en.page import Page

_LONGEST = 4  # words of a head
_MOST = 7  # words of a name before its head, and after it
_INSIDE = (" ", "-", " & ", "&", "' ")
_LINKS = frozenset({"of", "and", "for", "the", "on"})
_OPENS = frozenset({"of", "for"})
_COMPANY = Kind("company", "BUS", "open")
_COMMON = Kind("organisation", "IGO", "open")


class KindFinder:
    """Finds bodies by legal form and by head; `names` are those that the books know, `offices` nouns for people."""

    def __init__(
        self,
        page: Page,
        names: ByWord,
        whose: Whose,
        book: BodyBook,
        offices: Container[tuple[str, ...]] = (),
    ) -> None:
        self._page = page
        self._offices = offices
        self._names = names
        self._whose = whose
        self._book = book

    def find(self) -> Iterator[Named]:
        """From left to right, none overlapping."""
        free = 0
        for at in self._page.places(self._book.starts):
            if at < free:
                continue
            found = self._by_form(at, free) or self._by_head(at, free) or self._club(at)
            if found:
                yield found
                free = found.last

    def _by_form(self, at: int, free: int) -> Named | None:
        """A company by its legal form: one or more words of a name before it, and no state's name alone."""
        page = self._page
        for last in range(min(at + _LONGEST, len(page.words)), at, -1):
            if tuple(word.plain for word in page.words[at:last]) not in self._book.forms:
                continue
            if any(page.gap(word) not in ("", ".", "/", ". ") for word in range(at, last - 1)):
                continue
            first = self._left(at, free)
            if first == at or page.gap(at - 1) not in _INSIDE or self._is_state(first, at):
                return None
            again = page.gap(last - 1) in (" ", ". ") and self._is_form(last)  # "Pte Ltd"
            return self._named(first, last + again, _COMPANY)
        return None

    def _club(self, at: int) -> Named | None:
        """A sports club by its first word and its town: "Dinamo *Minsk*"."""
        page = self._page
        for last in range(min(at + _LONGEST, len(page.words)), at, -1):
            written = tuple(word.plain for word in page.words[at:last])
            if written not in self._book.clubs or page.gap(last - 1) != " ":
                continue
            town = self._whose.town_at(last)
            if town is None:
                continue
            start, end = page.words[at].start, page.words[last].end
            name = page.text[start:end]
            actor = Actor(id=actor_id(name, town), type="organisation", name=name, country=town)
            return Named(start, end, at, last + 1, "pattern", actor=actor)
        return None

    def _is_form(self, word: int) -> bool:
        return tuple(w.plain for w in self._page.words[word : word + 1]) in self._book.forms

    def _by_head(self, at: int, free: int) -> Named | None:
        page = self._page
        for end in range(min(at + _LONGEST, len(page.words)), at, -1):
            keys = page.keys(at, end)
            kind = self._book.heads.get(keys)
            small = keys in self._book.small and page.words[at].plain.islower()
            if kind is None or not (small or self._is_written(at, end)):
                continue
            first, last = self._left(at, free), self._right(end)
            begins = page.words[end - 1].key in _LINKS
            alone = first == at and (small or last == end or kind.state == "open")
            if alone and end - at > 1 and kind.state == "open":  # "Peru's *Green Party*"
                alone = self._whose.owner_of(at) is None
            if small:
                last = end
            owned = kind.state == "needed" and end - at > 1  # "Peru's *State Bank*"
            if (last == end) if begins else (alone and kind.state != "told" and not owned):
                continue
            described = self._is_state(first, at) and last == end and end - at == 1
            if described and kind.state == "open":
                return None
            return self._named(first, last, kind)
        return None

    def _is_written(self, first: int, last: int) -> bool:
        """Whether a head has its capitals, and nothing but spaces inside."""
        page = self._page
        return all(
            word.plain[:1].isupper() or word.key in _LINKS or word.key == "s"
            for word in page.words[first:last]
        ) and all(page.gap(word) in (" ", "' ", "'") for word in range(first, last - 1))

    def _left(self, at: int, free: int) -> int:
        """Where the name begins whose head is at `at`."""
        page = self._page
        first = at
        while first > max(free, at - _MOST) and page.gap(first - 1) in _INSIDE:
            owner = self._names.ending(first)
            if owner is not None:
                if owner.first < free or (page.gap(first - 1) == "' "):
                    break
                first = owner.first
                continue
            if page.words[first - 1].key == "s" and page.gap(first - 2) == "'":
                if page.words[first - 2].plain not in self._book.owners:  # "*People's* Movement"
                    break
                first -= 2
                continue
            if not self._is_name(first - 1):
                joined = first < at and self._is_joined(first, max(free, at - _MOST))
                if not joined:
                    break
                first -= 1
            first -= 1
        return first

    def _is_joined(self, word: int, least: int) -> bool:
        """Whether a body's name begins before "and": "Peru's *Flood* and *Fire* Relief Agency"."""
        page = self._page
        at = word - 1
        if at <= least or page.words[at].key != "and" or page.gap(at) != " ":
            return False
        while at > least and page.gap(at - 1) == " " and self._is_plain(at - 1):
            at -= 1
        if at == word - 1:
            return False
        return page.gap(at - 2) == "'" and page.words[at - 1].key == "s"

    def _is_plain(self, word: int) -> bool:
        """Whether a word of a name is no known name itself."""
        return self._is_name(word) and not (
            self._names.starting(word) or self._names.ending(word + 1)
        )

    def _right(self, end: int) -> int:
        """Where the name ends that goes on after its head: "of Tourism and Wildlife"."""
        page = self._page
        linked = page.words[end - 1].key in _LINKS
        last = end
        at = end
        while at < min(end + _MOST, len(page.words)) and page.gap(at - 1) in (" ", ", ", "-"):
            word = page.words[at]
            if at == end and not linked and word.key not in _OPENS:
                break
            if word.key in _LINKS and page.gap(at - 1) == " ":
                at += 1
                continue
            if page.words[at - 1].key == "and" and page.keys(at, at + 1) in self._offices:
                break  # "University of Oulu and *Archbishop* A B"
            if not self._is_name(at) or (page.gap(at - 1) == ", " and not self._listed(at)):
                break
            named = self._names.starting(at)
            at = last = named.last if named else at + 1
            if named:
                break
        return last

    def _listed(self, at: int) -> bool:
        """Whether a word after a comma goes on with a list that "and" ends: "of Economy, *Trade* and Industry"."""
        page = self._page
        return page.gap(at) == " " and page.keys(at + 1, at + 2) == ("and",)

    def _is_name(self, word: int) -> bool:
        page = self._page
        plain, tag = page.words[word].plain, page.tag(word)
        if not plain[:1].isupper() or page.words[word].key in _LINKS:
            return False
        begins = (
            page.words[word].start == page.sentences[page.sentence_at(page.words[word].start)].start
        )
        return tag.startswith(("NN", "FW")) or (
            not begins and tag.startswith(("JJ", "VBN", "VBG", "CD", "RB"))
        )

    def _is_state(self, first: int, last: int) -> bool:
        """Whether words are one state's name or adjective: "the Danish party" names no party."""
        named = self._names.starting(first)
        company = named is not None and named.actor is not None and named.actor.type == "company"
        return named is not None and named.last == last and not company

    def _named(self, first: int, last: int, kind: Kind) -> Named | None:
        page = self._page
        inside = [n for w in range(first, last) if (n := self._names.starting(w))]
        bodies = [
            n
            for n in inside
            if (n.actor is None or n.actor.type != "state") and not _is_word(n, kind)
        ]
        lead = page.words[first].key
        if len(bodies) == 1 and kind is _COMPANY and bodies[0].first == first:
            known = bodies[0].actor
            if known is not None and known.type == "company":
                start, end = page.words[first].start, self._end(last)
                return Named(start, end, first, last, "name", actor=known)
        if kind.state == "needed" and lead in self._book.common:
            kind = _COMMON
        if bodies:
            actor = bodies[0].actor
            led = bodies[0].first == first and actor is not None and actor.sector == "IGO"
            if len(bodies) > 1 or not led or kind.state == "open":
                return None
            kind = _COMMON
        if kind.sector == "MIL" and self._book.units & set(page.keys(first, last)):
            return None
        state = self._whose.state_of(first, last, seated=kind.type != "company")
        home = (
            kind.state == "told"
            or kind.sector in self._book.home
            or (kind.state == "needed" and page.words[first].plain in self._book.national)
        )
        if state is None and kind.sector in self._book.seated:
            state = self._whose.town_in(first, last)
        if home and state is None and kind is not _COMMON:
            state = self._whose.only
        if kind.state == "needed" and state is None:
            return None
        start, end = page.words[first].start, self._end(last)
        written = page.text[start:end]
        country = state.country if state else None
        told = any(n.actor is state for n in inside)
        name = written if told or kind.type != "government" else self._whose.named(written, state)
        actor = Actor(
            id=actor_id(name, country),
            type=kind.type,
            name=name,
            country=country,
            sector=self._whose.sector(first, kind.sector),
        )
        return Named(start, end, first, last, "pattern", actor=actor)

    def _end(self, last: int) -> int:
        """The offset after a name's last word, with the stop of a legal form in initials: "S.A."."""
        end = self._page.words[last - 1].end
        return end + (self._page.text[end : end + 1] == "." == self._page.text[end - 2 : end - 1])


def _is_word(named: Named, kind: Kind) -> bool:
    """Whether a known name is but a word of a longer one: the paper in "Liberation Army", the society's own kin."""
    actor = named.actor
    if actor is None:
        return False
    paper = actor.sector == "JRN" and named.last - named.first == 1 and kind.sector != "JRN"
    kin = kind.sector == actor.sector and kind.type == actor.type != "company"
    return paper or (kin and kind.sector is not None)
