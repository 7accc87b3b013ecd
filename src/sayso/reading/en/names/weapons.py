"""Weapons in a text: systems by the book's names, and nouns for kinds of weapons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from sayso.books.index import Hit
from sayso.books.weapons import KindNoun, System, WeaponBook
from sayso.model.ids import content_id
from sayso.model.text import WeaponRef
from sayso.reading.en.names.named import Named, in_order
from sayso.reading.en.page import Page

_LONGEST = 5  # words of the longest noun of the book
_JOINED = (" ", "-", "")
_GLUED = ("-", "/", "", ".")
_SHIP = 4  # words of the longest name of a warship
_SHIPS = "warship"
# Words that may stand inside a name of weapons, never at its beginning.
_INNER = frozenset({"and", "to"})
# How the types of arms are designated: "PC-21", "AW139", "AN/TPQ-36", "2S19".
DESIGNATION = re.compile(
    r"[A-Z]{1,4}(/[A-Z]{1,4})?-?\d{1,4}[A-Z]{0,3}(-?\d{1,2})?|\d{1,2}[A-Z]\d{1,3}"
)
# Categories of weapons of which a noun for any of them shows the kind: "Osa systems".
_SYSTEMS = frozenset({"air_defence", "missile", "anti_tank", "rocket_artillery", "artillery"})
_PARTS = 6  # words of the longest designation
_PLURALS = ("NNPS", "NNS", "NNP")
_ARTICLES = frozenset({"the", "a", "an"})


def find_weapons(page: Page, hits: Iterable[Hit[System]], book: WeaponBook) -> tuple[Named, ...]:
    """The weapons of a text in its order. A common word counts only in a text that names other weapons.

    A reporting name ("Bear") counts only with a noun for weapons or the system's own name beside it.

    A system's name runs on over the nouns that follow it: "Patriot missile systems" is one mention.
    """
    nouns = {first: (last, noun) for first, last, noun in _nouns(page, book)}
    systems = list(hits)
    ships = [ship for ship in _ships(page, book) if _apart_from(systems, ship)]
    armed = (
        bool(ships)
        or any(_is_proof(page, first, noun) for first, (_, noun) in nouns.items())
        or any(_is_armed(page, hit, nouns) for hit in systems)
    )
    taken = {word for ship in ships for word in range(ship.first, ship.last)}
    found: list[Named] = []
    for hit in systems:
        needs = hit.value.needs
        before = found[-1] if found else None
        last = _run_on(page, hit.last, nouns, book)
        first = hit.first
        if needs == "weapons" and not (armed and _stands_alone(page, hit)):
            continue
        told = needs != "neighbour" or last != hit.last or _is_counted(page, hit)
        if not told and not _is_told(page, hit, before, book):
            continue
        if before and before.last == first and _same(before, hit) and page.gap(first - 1) == " ":
            first = found.pop().first
        taken.update(range(first, last))
        found.append(_named(page, first, last, hit.value.ref, "name"))
    counting = {first: one for first, one in nouns.items() if armed or not one[1].common}
    return in_order((*found, *_kinds(page, counting, taken, armed, book), *ships))


def _kinds(
    page: Page,
    nouns: Mapping[int, tuple[int, KindNoun]],
    taken: set[int],
    armed: bool,
    book: WeaponBook,
) -> Iterator[Named]:
    """The nouns for kinds of weapons that are not part of a name, with the designation before them."""
    for first, (last, noun) in sorted(nouns.items()):
        if not taken.isdisjoint(range(first, last)):
            continue
        start = _grown_left(page, first, taken, book)
        named = _designated(page, start)
        bare = named == start or not taken.isdisjoint(range(named, start))
        alone = noun.weak and start == first and (bare or not armed)
        if alone or (bare and noun.designated):
            continue
        if page.words[first - 1].key in book.not_after and page.gap(first - 1) in _JOINED:
            continue
        name = _spelt(page, start, last)
        if not bare:
            name = f"{_written(page, named, start)} {name}"
            start = named
        ref = WeaponRef(name=name, category=noun.category)
        taken.update(range(start, last))
        yield _named(page, start, last, ref, "kind")


def _is_armed(page: Page, hit: Hit[System], nouns: dict[int, tuple[int, KindNoun]]) -> bool:
    """Whether a system's name shows that a text is about arms: also a common word that is counted, "24 Typhoons"."""
    if hit.value.needs == "nothing" or _is_of_its_kind(hit, nouns):
        return True
    return _is_counted(page, hit)


def _is_counted(page: Page, hit: Hit[System]) -> bool:
    """Whether a figure counts a name in the plural: "24 Typhoons"."""
    if not hit.first or page.heading(hit.start) or not _stands_alone(page, hit):
        return False
    several = page.words[hit.last - 1].plain.endswith("s") and page.tag(hit.last - 1) in _PLURALS
    return several and page.words[hit.first - 1].plain.isdecimal()


def _is_of_its_kind(hit: Hit[System], nouns: dict[int, tuple[int, KindNoun]]) -> bool:
    """Whether a common word stands before a noun for its own kind of weapons: "Tornado jets"."""
    if hit.value.needs != "weapons" or hit.last not in nouns:
        return False
    noun, category = nouns[hit.last][1], hit.value.ref.category
    return category in _SYSTEMS if noun.weak else noun.category == category


def _is_proof(page: Page, first: int, noun: KindNoun) -> bool:
    """Whether a noun shows that a text is about arms, as it stands there."""
    if noun.designated and not noun.common:
        return _designated(page, first) < first
    return not (noun.common or noun.weak or noun.designated)


def _designated(page: Page, end: int) -> int:
    """Where the designation begins that stands right before a word; the word itself where none does."""
    start = end - 1
    if start < 0 or page.gap(start) != " ":
        return end
    while start > 0 and end - start < _PARTS and page.gap(start - 1) in ("", "-", "/"):
        start -= 1
    return start if DESIGNATION.fullmatch(_written(page, start, end)) else end


def _written(page: Page, first: int, last: int) -> str:
    return page.text[page.words[first].start : page.words[last - 1].end]


def _spelt(page: Page, first: int, last: int) -> str:
    """The folded words with the hyphens between them: "anti-tank missiles"."""
    name = page.words[first].key
    for word in range(first + 1, last):
        name += ("-" if page.gap(word - 1) == "-" else " ") + page.words[word].key
    return name


def _ships(page: Page, book: WeaponBook) -> Iterator[Named]:
    """Warships by their prefix and the capitalised words after it: "USS Carl Vinson"."""
    for first in page.written(book.ships):
        word, last = page.words[first], first + 1
        if not (first and page.gap(first - 1) in _GLUED):
            while last < len(page.words) and last - first <= _SHIP and _is_part(page, last):
                last += 1
        if last > first + 1:
            name = page.text[word.start : page.words[last - 1].end]
            ref = WeaponRef(id=content_id("weapon", [name]), name=name, category=_SHIPS)
            yield _named(page, first, last, ref, "name")


def _is_part(page: Page, word: int) -> bool:
    if not page.words[word].plain[:1].isupper() or page.gap(word - 1) not in (" ", ". "):
        return False
    return not page.tokens or page.tag(word).startswith("NNP")


def _apart_from(systems: Iterable[Hit[System]], ship: Named) -> bool:
    return all(hit.last <= ship.first or hit.first >= ship.last for hit in systems)


def _named(page: Page, first: int, last: int, ref: WeaponRef, manner: str) -> Named:
    start, end = page.words[first].start, page.words[last - 1].end
    return Named(start, end, first, last, manner, weapon=ref)


def _nouns(page: Page, book: WeaponBook) -> Iterator[tuple[int, int, KindNoun]]:
    """Nouns for kinds of weapons: words [first, last), the longest at each word, none overlapping."""
    free = 0
    for at in page.places(book.starts):
        if at < free:
            continue
        for last in range(min(at + _LONGEST, len(page.words)), at, -1):
            noun = book.nouns.get(page.keys(at, last))
            if noun and _is_noun(page, at, last, book) and not _is_part_of(page, last, noun):
                yield at, last, noun
                free = last
                break


def _is_part_of(page: Page, last: int, noun: KindNoun) -> bool:
    """Whether a designated noun only stands before the noun that is meant: "F-16 fighter pilots"."""
    if not noun.designated or not page.tokens or page.gap(last - 1) != " ":
        return False
    return last < len(page.words) and page.tag(last) in ("NN", "NNS")


def _is_noun(page: Page, first: int, last: int, book: WeaponBook) -> bool:
    if any(page.gap(word) not in _JOINED for word in range(first, last - 1)):
        return False
    misread = page.tag(last - 1) == "VBZ" and page.words[last - 1].key in book.only_nouns
    if page.tokens and not (misread or page.tag(last - 1).startswith(("NN", "JJ"))):
        return False
    follower = page.words[last].key if last < len(page.words) else ""
    return not (follower in book.not_before and page.gap(last - 1) == " ")


def _grown_left(page: Page, first: int, taken: set[int], book: WeaponBook) -> int:
    start = at = first
    while at > 0 and page.gap(at - 1) in _JOINED and at - 1 not in taken:
        word = page.words[at - 1].key
        if word not in book.before:
            break
        at -= 1
        if word not in _INNER:
            start = at
    return start


def _run_on(page: Page, last: int, nouns: dict[int, tuple[int, KindNoun]], book: WeaponBook) -> int:
    """The end of a system's name with the nouns for weapons that follow it."""
    at = end = last
    while at < len(page.words) and page.gap(at - 1) in (" ", "-"):
        if at in nouns:
            at = end = nouns[at][0]
        elif page.words[at].key in book.before and _may_be_inside(page, at):
            at += 1
        else:
            break
    return end


def _may_be_inside(page: Page, at: int) -> bool:
    """Whether a word can stand between a name and its noun: "to" only in "air-*to*-air"."""
    return page.words[at].key not in _INNER or page.gap(at - 1) == page.gap(at) == "-"


def _is_told(page: Page, hit: Hit[System], before: Named | None, book: WeaponBook) -> bool:
    """Whether a reporting name stands right after its system's name, or after words that announce it."""
    if before is not None and before.last == hit.first and _same(before, hit):
        return True
    end = hit.first
    if end and page.words[end - 1].key in _ARTICLES:
        end -= 1
    return any(page.keys(max(end - words, 0), end) in book.called for words in (1, 2))


def _same(named: Named, hit: Hit[System]) -> bool:
    return named.weapon is not None and named.weapon.id == hit.value.ref.id


def _stands_alone(page: Page, hit: Hit[System]) -> bool:
    """Whether a common word is not part of a longer name ("Patriot Act", "Javelin Capital")."""
    after = page.words[hit.last] if hit.last < len(page.words) else None
    longer = after is not None and page.gap(hit.last - 1) == " " and after.plain[:1].isupper()
    if longer and not page.heading(hit.start):
        return page.words[hit.last].plain.isupper()
    return True
