"""What office a counterpart holds: the one that was told last, of the other state.

"Peru's foreign minister met his Chilean counterpart" makes the counterpart Chile's foreign minister; so does
"the foreign ministers of Peru and Chile" before "his Chilean colleague".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.books.roles import RoleBook, RoleNoun
from sayso.reading.en.names.titles import RoleFound
from sayso.reading.en.page import Page

_SENTENCES = 1  # so many before that of "his counterpart" can tell the office
_LONGEST = 4  # words of an office in the plural


def with_counterparts(
    page: Page, roles: Iterable[RoleFound], book: RoleBook
) -> Iterator[RoleFound]:
    """The roles, counterparts with the office that theirs holds; those of no told state or place left out.

    A counterpart of a told state whose office nothing tells has a role without a noun.
    """
    told = list(_in_plural(page, book))
    before_here: list[RoleFound] = []
    for role in roles:
        if role.noun is not None and role.noun.noun in book.seconds and _is_owned(page, role, book):
            yield _second(page, role, before_here)
        elif role.noun is None or role.noun.class_ not in book.peers:
            if role.noun is not None and role.noun.class_ in book.offices:
                told.append(Told(role.noun_first, role.noun, role.title))
            yield role
        elif role.of is not None or role.land is not None:
            before = [one for one in told if one.at < role.noun_first]
            last = max(before, key=lambda one: one.at, default=None)
            if last is not None and _near(page, last.at, role.noun_first):
                yield role._replace(noun=last.noun, title=last.title, gender=None)
            elif role.of is not None:
                yield role._replace(noun=None, title="", gender=None)
        before_here.append(role)


def _is_owned(page: Page, role: RoleFound, book: RoleBook) -> bool:
    """Whether a deputy is somebody's and no parliament's: "*his* deputy", "Torres's deputy"."""
    if role.of is not None or role.land is not None or role.tail or not role.first:
        return False
    return page.words[role.first].key == "s" or page.words[
        role.first - 1
    ].key in book.determiners - (book.definite | book.indefinite)


def _second(page: Page, role: RoleFound, before: Sequence[RoleFound]) -> RoleFound:
    """Somebody's deputy, of the one body whose officers the sentence and the one before tell of."""
    near = [one for one in before if one.of and _near(page, one.noun_first, role.noun_first)]
    bodies = {one.of.id: one.of for one in near if one.of}
    of = next(iter(bodies.values())) if len(bodies) == 1 else None
    noun = RoleNoun(role.title, "official", None)
    return role._replace(noun=noun, of=of, of_text=of.name if of and of.type != "state" else "")


def office_of_several(page: Page, at: int, book: RoleBook) -> Told | None:
    """The office of several that was told last before word `at`, in its sentence or the one before."""
    before = [one for one in _in_plural(page, book) if one.at < at and _near(page, one.at, at)]
    return max(before, key=lambda one: one.at, default=None)


class Told(NamedTuple):
    """An office, and the word at which it is told."""

    at: int
    noun: RoleNoun
    title: str


def _in_plural(page: Page, book: RoleBook) -> Iterator[Told]:
    """Offices of several: "the foreign *ministers* of Peru and Chile"."""
    free = 0
    for at in page.places(book.starts_of_several):
        if at < free:
            continue
        noun, free = _plural_at(page, at, book)
        if noun is not None and noun.class_ in book.offices:
            yield Told(at, noun, noun.noun)


def _plural_at(page: Page, at: int, book: RoleBook) -> tuple[RoleNoun | None, int]:
    for last in range(min(at + _LONGEST, len(page.words)), at, -1):
        keys = page.keys(at, last)
        if keys[-1].endswith("s") and all(page.gap(word) == " " for word in range(at, last - 1)):
            noun = book.nouns.get((*keys[:-1], keys[-1].removesuffix("s")))
            if noun is not None:
                return noun, last
    return None, at


def _near(page: Page, told: int, peer: int) -> bool:
    sentences = [page.sentence_at(page.words[word].start) for word in (told, peer)]
    return sentences[1] - sentences[0] <= _SENTENCES
