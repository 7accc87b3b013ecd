"""Where people are named in a text: by the book, by the model, and after a title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.books.roles import RoleBook
from sayso.model.text import Actor
from sayso.reading.en.names.counterparts import with_counterparts
from sayso.reading.en.names.entities import Entity
from sayso.reading.en.names.leading import heading
from sayso.reading.en.names.mistaken import is_somebody
from sayso.reading.en.names.named import ByWord, Named
from sayso.reading.en.names.outlines import Outlines, without_strays
from sayso.reading.en.names.people import PersonName, apart
from sayso.reading.en.names.served import bench_after, body_after
from sayso.reading.en.names.titles import RoleFound, RolePhrases
from sayso.reading.en.page import Page

_LONGEST = 5  # words of a name after a title
_NOUNS = 2  # words before an office that tell more of it
_TAKING = 5  # words of "has been sworn in as"
_INSIDE = (" ", "-", "'")
_BETWEEN = (", ", " (", " - ", ",")
_VERBS = ("VBZ", "VBD", "VBG")


class PersonFinder:
    """Finds names of people on one page; `names` are what is already known to be something else.

    `towns` are places that only the model marks: an office can be one's.
    """

    def __init__(
        self,
        page: Page,
        names: ByWord,
        roles: RolePhrases,
        book: RoleBook,
        locative: frozenset[str],
        towns: Iterable[Named] = (),
    ) -> None:
        self._page = page
        self._names = names
        self._owners = ByWord((*names, *towns))
        self._phrases = roles
        self._book = book
        inside = {w for n in names if n.manner == "pattern" for w in range(n.first + 1, n.last)}
        found = (r for r in roles.find(page, self._owners) if r.noun_first not in inside)
        self.roles = tuple(with_counterparts(page, found, book))
        self._noun_of = {
            word: role for role in self.roles for word in range(role.noun_first, role.noun_last)
        }
        self._begun = {
            word: role for role in self.roles for word in range(role.first, role.noun_first + 1)
        }
        self._ended = {role.last: role for role in self.roles}
        self._outlines = Outlines(page, names, self._noun_of, book, locative)

    def find(self, known: Iterable[Named], entities: Iterable[Entity]) -> tuple[PersonName, ...]:
        """All names of people, none overlapping, in the text's order, each with the role beside it."""
        spans: dict[int, tuple[int, Actor | None]] = {}
        for entity in entities:
            personal = entity.label == "PERSON" or is_somebody(self._page, entity, self._book)
            if personal and not self._page.heading(entity.start):
                trimmed = self._outlines.of(entity.first, entity.last)
                if trimmed:
                    spans[self._from_given(trimmed[0])] = (trimmed[1], None)
        for role in self.roles:
            if not self._page.heading(self._offset(role.first)):
                for first, last in self._beside(role):
                    spans.setdefault(first, (last, None))
        for named in known:
            inside = spans.get(named.first, (0, None))[0] > named.last
            if named.manner == "name" or not (inside or self._within(spans, named)):
                spans[named.first] = (
                    max(named.last, spans.get(named.first, (0, None))[0]),
                    named.actor,
                )
        found = (self._with_role(first, last, known) for first, last, known in _apart(spans))
        return without_strays(self._page, found, self._book)

    def _beside(self, role: RoleFound) -> Iterator[tuple[int, int]]:
        """Names that only their place beside an office shows: after it, after its comma, before its comma."""
        last = self._run(role.noun_last)
        if last and self._page.gap(role.noun_last - 1) != ", ":
            yield role.noun_last, last
        if role.noun is None and not role.owned:
            return
        if self._page.gap(role.last - 1) == ", " and role.last not in self._noun_of:
            last = self._run(role.last)
            if last and last - role.last > 1 and (role.owned or self._set_off(role, last)):
                yield role.last, last
        before = role.first
        if before and self._page.words[before - 1].key in self._book.determiners:
            before -= 1
        if (role.owned or role.tail or before < role.first) and self._page.gap(before - 1) == ", ":
            first = before
            while first > 0 and (first == before or self._page.gap(first - 1) in _INSIDE):
                if self._names.ending(first) or not self._page.tag(first - 1).startswith("NNP"):
                    break
                first -= 1
            first = self._from_given(first)
            if 1 < before - first < _LONGEST and first not in self._noun_of:
                yield first, before

    def _from_given(self, first: int) -> int:
        """Where a name begins whose given name the model took for a preposition: "*Per* Torres"."""
        page = self._page
        before = page.words[first - 1] if first and page.gap(first - 1) == " " else None
        if before is None or not before.plain[:1].isupper() or page.tag(first - 1) != "IN":
            return first
        return first - 1 if before.key in self._book.given else first

    def _titles(self, role: RoleFound) -> bool:
        """Whether a name follows an office as its title: "Senator A B"."""
        return bool(self._run(role.noun_last)) and self._page.gap(role.noun_last - 1) != ", "

    def _within(self, spans: dict[int, tuple[int, Actor | None]], named: Named) -> bool:
        """Whether a bare family name is the end of another person's full name."""
        return any(
            first in spans and spans[first][0] >= named.last and spans[first][1] is None
            for first in range(max(named.first - _LONGEST, 0), named.first)
        )

    def _run(self, first: int) -> int | None:
        """The end of the capitalised words after a title."""
        page = self._page
        at = first
        while at < len(page.words) and at < first + _LONGEST:
            word = page.words[at]
            between = page.gap(at - 1)
            initial = between == ". " and len(page.words[at - 1].plain) == 1 and at > first
            begins = at == first and (between == ", " or (between == ". " and self._is_short(at)))
            glued = between in _INSIDE or initial or begins
            if not glued or (at == first and between in ("-", "'")):
                break
            if word.key == "s" and between == "'":
                break
            if between != "-" and (self._names.starting(at) or not self._is_name(at, at == first)):
                break
            at += 1
        while at > first and self._is_loose(at - 1, at - first):
            at -= 1
        return at if at > first else None

    def _is_short(self, first: int) -> bool:
        """Whether an abbreviated title stands before a word: "Amb. Torres", and not "… a judge. Torres"."""
        return any(
            self._page.keys(first - size, first) not in self._book.nouns
            and self._noun_of.get(first - size) is not None
            for size in (1, 2)
            if first >= size
        )

    def _is_loose(self, last: int, size: int) -> bool:
        """Whether the last word of a run is no part of a name: "Minister Torres *Warns*"."""
        page = self._page
        if page.words[last].plain.islower():
            return page.gap(last - 1) != "-"
        tag = page.tag(last)
        return tag.startswith(_VERBS) and (
            size > 1 or tag == "VBZ" or page.words[last].key in page.small
        )

    def _is_name(self, at: int, begins: bool) -> bool:
        word = self._page.words[at]
        if word.key in self._book.particles:
            return True
        if not word.plain[:1].isupper() or (begins and not word.plain[1:] and len(word.plain) == 1):
            return False
        if begins and (word.key in self._book.modifiers or (word.key,) in self._book.nouns):
            return False
        if begins and at in self._noun_of and self._page.gap(at) == ". ":
            return False  # "spokesman *Col.* A B"
        if self._outlines.is_other(at):
            return False
        return self._page.tag(at).startswith(("NN", "FW", "JJ", "VB"))

    def _with_role(self, first: int, last: int, known: Actor | None) -> PersonName:
        page = self._page
        start, end = page.words[first].start, page.words[last - 1].end
        words = tuple(page.text[start:end].split())
        role, also = self._roles_of(first, last)
        return PersonName(start, end, first, last, words, known, role, also)

    def _roles_of(self, first: int, last: int) -> tuple[RoleFound | None, RoleFound | None]:
        """The role phrase beside a name: before it, before a comma, or after it; and one more after it."""
        before = self._role_before(first, last)
        after = self._role_after(last) or heading(self._page, self._names, self._book, last)
        after = after or body_after(self._page, self._names, self._book, last)
        after = after or bench_after(self._page, self._names, self._book, last)
        if before is None:
            return after, None
        led = self._led_by(before, last)
        if before.last > last:
            return before, led
        if after is not None and after.noun is not None and not self._goes_with(before, after):
            after = None
        return before, led or after

    def _led_by(self, title: RoleFound, last: int) -> RoleFound | None:
        """The office before a title: "*army spokesman* Colonel A B", "*Peru's interior minister*, General A B, …"."""
        role, between = self._ended.get(title.first), self._page.gap(title.first - 1)
        if role is None or role.noun is None or between not in (" ", ", "):
            return None
        beside = between == " " or role.owned or self._set_off(role, last)
        return role if title.noun_first == title.first and beside else None

    def _goes_with(self, before: RoleFound, after: RoleFound) -> bool:
        """Whether a second office is the same person's, and no list goes on: "President A, the premier and B"."""
        page = self._page
        following = page.words[after.last].key if after.last < len(page.words) else ""
        listed = page.gap(after.last - 1) == " " and following in ("and", "or")
        left, right = (one.noun.class_ if one.noun else None for one in (before, after))
        return not listed and (left is None or right is None or not apart(left, right))

    def _role_before(self, first: int, last: int) -> RoleFound | None:
        role = self._ended.get(first)
        if role is not None:
            between = self._page.gap(first - 1)
            titled = between == " " or (between == ". " and role.noun_last == first)
            apposed = between == ", " and (role.noun is not None or role.owned)
            if titled or (apposed and (role.owned or self._set_off(role, last))):
                return self._phrases.complete(self._page, self._owners, role, last)
        return None

    def _set_off(self, role: RoleFound, last: int) -> bool:
        """Whether a name stands in apposition to a definite office: "the rebels' spokesman, A B, …"."""
        page = self._page
        at = role.first
        while at > 0 and page.gap(at - 1) == " " and page.tag(at - 1).startswith("NNP"):
            at -= 1  # "an NWB spokesman"
        definite = at > 0 and page.words[at - 1].key in self._book.determiners
        owned = page.words[role.first].key == "s" or page.gap(role.first - 1) in ("' ", "'")
        owned = owned or page.tag(role.first - 1) == "PRP$"
        ends = last == len(page.words) or page.gap(last - 1)[:1] in (",", ".")
        return (definite or owned) and ends

    def _role_after(self, last: int) -> RoleFound | None:
        page = self._page
        at = last
        if page.gap(last - 1) not in _BETWEEN:
            if last >= len(page.words) or page.gap(last - 1) != " ":
                return None
            at = self._taken(last)
            if at == last and page.words[last].key not in self._book.copula:
                return None
        while at < len(page.words) and page.words[at].key in self._book.copula:
            at += 1
        if at < len(page.words) and page.words[at].key in self._book.determiners:
            at += 1
        role = self._begun.get(at) or self._begun.get(self._described(at))
        if role is None or role.noun is None or role.first < last or self._titles(role):
            return None
        return role

    def _described(self, at: int) -> int:
        """Where an office begins behind nouns that tell more of it: "a *department* director"."""
        page, end = self._page, at
        while end < min(at + _NOUNS, len(page.words)) and page.gap(end) == " ":
            if not (page.tag(end) in ("NN", "JJ") and page.words[end].plain.islower()):
                break
            end += 1
            if end in self._begun:
                return end
        return at

    def _taken(self, at: int) -> int:
        """The end of words of taking, holding or leaving an office from `at` on: "*was named*", "*resigned as*"."""
        page, book = self._page, self._book
        end = at
        while end < min(at + _TAKING, len(page.words)) and page.gap(end - 1) == " ":
            if page.words[end].key not in book.taking:
                break
            end += 1
        words = {word.key for word in page.words[at:end]}
        chosen = bool(words & book.chosen) and bool(words & book.being)
        return (
            end
            if chosen or (words - book.being - {"as"} and page.words[end - 1].key == "as")
            else at
        )

    def _offset(self, word: int) -> int:
        return self._page.words[word].start


def _apart(
    spans: dict[int, tuple[int, Actor | None]],
) -> Iterator[tuple[int, int, Actor | None]]:
    """Spans in order; of two that overlap the one that the book knows, else the first."""
    end = 0
    for first, (last, known) in sorted(spans.items(), key=lambda item: item[0]):
        if first >= end:
            yield first, last, known
            end = last
