"""What office a counterpart holds: the one that was told last, of the other state.

"Peru's foreign minister met his Chilean counterpart" makes the counterpart Chile's foreign minister.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.books.roles import RoleBook
from sayso.reading.en.page import Page
from sayso.reading.en.titles import RoleFound

_SENTENCES = 1  # so many before that of "his counterpart" can tell the office


def with_counterparts(
    page: Page, roles: Iterable[RoleFound], book: RoleBook
) -> Iterator[RoleFound]:
    """The roles, counterparts with the office that theirs holds; those of no told state or office left out."""
    told: RoleFound | None = None
    for role in roles:
        if role.noun is None or role.noun.class_ not in book.peers:
            if role.noun is not None and role.noun.class_ in book.offices:
                told = role
            yield role
        elif told is not None and role.of is not None and _near(page, told, role):
            yield role._replace(noun=told.noun, title=told.title, gender=None)


def _near(page: Page, told: RoleFound, role: RoleFound) -> bool:
    sentences = [page.sentence_at(page.words[one.noun_first].start) for one in (told, role)]
    return sentences[1] - sentences[0] <= _SENTENCES
