"""Where the name of a person begins and ends: what the model, or a title, took along is left out.

Headlines give every word a capital ("Says Minister Ana Torres Warns"), offices stand inside what the model
marks ("Ohio Senator Ana Torres"), and things bear the names of people ("the Torres Bridge", "USS Torres").
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.books.persons import parted
from sayso.books.roles import RoleBook
from sayso.books.wording import fold
from sayso.reading.en.names.named import ByWord
from sayso.reading.en.names.people import PersonName
from sayso.reading.en.names.titles import RoleFound
from sayso.reading.en.page import Page

_LONGEST = 6  # words of a name
_CUT = 2  # words of a name from which on the model may have cut it
_LONG = 3  # words from which on a last word that is an office is no family name
_GLUE = (" ", "-", "'", ". ", ".")
_BEFORE = frozenset({"IN", "DT", "PRP", "PRP$", "CC", "TO", "RB", "MD", "WP", "UH", "WRB"})
_VERBS = ("VB", "MD")
_OTHER = ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "NORP")


class Outlines:
    """Cuts names to their own words; `nouns` gives the office that a word is part of."""

    def __init__(
        self,
        page: Page,
        names: ByWord,
        nouns: dict[int, RoleFound],
        book: RoleBook,
        locative: frozenset[str],
    ) -> None:
        self._page = page
        self._names = names
        self._nouns = nouns
        self._book = book
        self._locative = locative
        self._things = _things(page, book)

    def of(self, first: int, last: int) -> tuple[int, int] | None:
        """The words of [first, last) that are a name; None where none are."""
        last = self._unbroken(first, self._whole(first, last))
        first = self._after_office(first, last)
        first, last = self._without_edges(first, last)
        if first >= last or last - first > _LONGEST:
            return None
        named = self._names.starting(first)
        if named and (named.last >= last or named.weapon):
            return None
        return (first, last) if self._is_persons(first, last) else None

    def _whole(self, first: int, last: int) -> int:
        """The end of a name whose family name the model leaves out: "Ana Torres | Vega", by the parse one name."""
        page = self._page
        if not page.tokens or last - first < _CUT:
            return last
        while last < len(page.words) and page.gap(last - 1) == " ":
            before, here = (page.tokens[page.word_tokens[at]] for at in (last - 1, last))
            joined = before.dep == "compound" and before.head == page.word_tokens[last]
            named = here.tag == "NNP" and page.words[last].plain[1:].islower()
            known = self._names.starting(last) is not None or last in self._nouns
            if not (joined and named) or known or self.is_other(last):
                break
            last += 1
        return last

    def is_other(self, word: int) -> bool:
        """Whether the model reads a word as a day, a number or a people."""
        page = self._page
        return bool(page.tokens) and page.tokens[page.word_tokens[word]].entity.endswith(_OTHER)

    def _unbroken(self, first: int, last: int) -> int:
        """The end of the words that nothing but spaces, hyphens and the stops of initials parts."""
        page = self._page
        for at in range(first + 1, last):
            between = page.gap(at - 1)
            initial = between not in (". ", ".") or len(page.words[at - 1].plain) <= 1
            suffix = between == ", " and page.words[at].key in self._book.suffixes
            named = self._names.starting(at)
            longer = named is not None and named.last - named.first > 1
            glued = (between in _GLUE and initial) or (len(between) == 1 and not between.isascii())
            if longer or not (suffix or glued):
                return at
        return last

    def _after_office(self, first: int, last: int) -> int:
        for at in range(first, last):
            office = self._nouns.get(at)
            if office is None or at not in (first, office.noun_first):
                continue
            rest = self._page.words[office.noun_last : last]
            if any(word.key not in self._book.suffixes for word in rest) or at == first:
                first = office.noun_last
        return first

    def _without_edges(self, first: int, last: int) -> tuple[int, int]:
        page = self._page
        while first < last and self._leads(first, last):
            first += 1
        while (
            last - first > 1 and page.words[last - 1].plain.islower() and page.gap(last - 2) != "-"
        ):
            last -= 1
        while (
            last - first > 1 and page.tag(last - 1).startswith(_VERBS) and self._is_told(last - 1)
        ):
            last -= 1
        return first, last

    def _leads(self, word: int, last: int) -> bool:
        """Whether a word stands before a name and is no part of it: "Near", "They", "Says"."""
        key, tag = self._page.words[word].key, self._page.tag(word)
        verb = tag.startswith(_VERBS) and last - word > 1 and self._is_told(word)
        return (
            tag in _BEFORE and key not in self._book.given and key not in self._book.particles
        ) or (key in self._locative or verb)

    def _is_told(self, word: int) -> bool:
        """Whether a word that is tagged as a verb is one, and no name that the tagger does not know."""
        key = self._page.words[word].key
        return key not in self._book.given and (
            key in self._page.small or self._page.tag(word) in ("VBZ", "MD")
        )

    def _is_persons(self, first: int, last: int) -> bool:
        page = self._page
        words = page.words[first:last]
        if not words[0].plain[:1].isupper() or any(word.plain.isdigit() for word in words):
            return self._lower_article(first, last)
        if all(word.key in self._book.suffixes for word in words):
            return False
        if first and page.words[first - 1].plain.isupper() and self._is_vessel(first - 1):
            return False
        if self._is_vessel(first):
            return False
        if (
            last - first >= _LONG
            and last - 1 in self._nouns
            and words[0].key not in self._book.given
        ):
            return False
        if last - first == 1:
            name = page.tag(first) == "NNP" and words[0].key not in page.small
            return name and words[0].key not in self._things
        joined = all(page.gap(at) == "-" for at in range(first, last - 1))
        return not joined or words[0].key in self._book.particles

    def _lower_article(self, first: int, last: int) -> bool:
        """Whether a name begins with a small particle: "al-Tamimi"."""
        words = self._page.words[first:last]
        return (
            len(words) > 1
            and words[0].key in self._book.particles
            and words[1].plain[:1].isupper()
            and not any(word.plain.isdigit() for word in words)
        )

    def _is_vessel(self, word: int) -> bool:
        page = self._page
        return page.words[word].plain.isupper() and page.words[word].key in self._book.vessels


def _things(page: Page, book: RoleBook) -> frozenset[str]:
    """The names that have an article of their own somewhere, or are ships': "the Levant", "USS Torres"."""
    found = set()
    for at in page.capitals:
        word, before = page.words[at], page.words[at - 1]
        if at and page.gap(at - 1) == " ":
            ship = before.plain.isupper() and before.key in book.vessels
            alone = before.key == "the" and page.tag(at) == "NNP" and _is_whole(page, at)
            if ship or alone:
                found.add(word.key)
    return frozenset(found)


def _is_whole(page: Page, word: int) -> bool:
    """Whether a name is a phrase, and no part of one: not "the *Torres* plan"."""
    following = page.tag(word + 1) if page.gap(word) in (" ", "-") else ""
    return page.gap(word) != "'" and not following.startswith(("NN", "JJ", "CD", "VBN", "VBG"))


def without_strays(
    page: Page, names: Iterable[PersonName], book: RoleBook
) -> tuple[PersonName, ...]:
    """The names, a headline's word at the edge of one cut off where the article names that person without.

    Such a word is one that the article also writes small: "Top Torres", "Ana Torres Defiant".
    """
    found = tuple(names)
    full = {tuple(map(fold, name.words)) for name in found if len(name.words) > 1}
    families = {fold(parted(name.words, book).family) for name in found if len(name.words) > 1}
    return tuple(_without_stray(page, name, full, families, book) for name in found)


def _without_stray(
    page: Page, name: PersonName, full: set[tuple[str, ...]], families: set[str], book: RoleBook
) -> PersonName:
    keys = tuple(map(fold, name.words))
    if len(keys) < 2 or len(keys) != name.last - name.first or name.known:
        return name
    for edge, rest, cut in ((keys[0], keys[1:], 1), (keys[-1], keys[:-1], 0)):
        bare = cut and len(rest) == 1 and rest[0] in families
        if edge in page.small and edge not in book.given and (rest in full or bare):
            first, last = (name.first + 1, name.last) if cut else (name.first, name.last - 1)
            start, end = page.words[first].start, page.words[last - 1].end
            words = tuple(page.text[start:end].split())
            return PersonName(start, end, first, last, words, None, name.role)
    return name
