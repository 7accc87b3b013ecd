"""Which state's officer somebody is, where no name beside the office tells: by the article.

A minister in an article that names one state is that state's; an ambassador of whom it speaks as "the Peruvian
ambassador" elsewhere is Peru's, where it speaks of no other.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.books.roles import RoleBook
from sayso.model.text import Actor
from sayso.reading.en.page import Page
from sayso.reading.en.people import PersonName
from sayso.reading.en.titles import RoleFound

_STATELIKE = ("state", "government")


class Lands:
    """`only` is the one state of the article, `roles` are its role phrases, beside a name or not."""

    def __init__(
        self, page: Page, only: Actor | None, roles: Iterable[RoleFound], book: RoleBook
    ) -> None:
        self._page = page
        self._only = only.country if only else None
        self._book = book
        self._told: dict[str, set[str]] = {}
        for role in roles:
            if role.noun and role.of and role.of.country and role.of.type in _STATELIKE:
                self._told.setdefault(role.noun.noun, set()).add(role.of.country)

    def with_land(self, name: PersonName) -> PersonName:
        """The name, its office with the state that the article tells."""
        role = name.role
        if role is None or role.noun is None or role.of or role.land or role.tail:
            return name
        if role.noun.class_ not in self._book.offices:
            return name
        told = self._told.get(role.noun.noun, set())
        land = next(iter(told)) if len(told) == 1 else None
        if land is None and not told and self._is_national(role):
            land = self._only
        return name._replace(role=role._replace(land=land)) if land else name

    def _is_national(self, role: RoleFound) -> bool:
        """Whether an office is a state's without more words: a minister's, "President A B"."""
        if role.noun is None or role.noun.class_ in self._book.sent:
            return False
        words = self._page.words[role.noun_first : role.noun_last]
        written = all(word.plain[:1].isupper() for word in words)
        return role.noun.class_ in self._book.national or (
            written and role.noun.class_ in self._book.titled
        )
