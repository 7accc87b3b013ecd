"""The class of an office from its words: "ambassador of Peru to Chile" is an envoy's."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sayso.books.roles import RoleBook, key
from sayso.model.reading import Attribution


def office_class(role: str, book: RoleBook, former: Collection[str]) -> str | None:
    """The class of the first office that these words name; None where none is held any more.

    >>> from sayso.books.roles import load_roles
    >>> office_class("deputy foreign minister of Peru", load_roles(), ("former",))
    'minister'
    """
    words = key(role)
    if words and words[0] in former:
        return None
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            noun = book.nouns.get(words[first:last])
            if noun is not None:
                return noun.class_
    return None


def classes_of(
    attributions: Iterable[Attribution], book: RoleBook, former: Collection[str]
) -> tuple[tuple[str, str], ...]:
    """Role and class, for every role of those who speak or are spoken to; sorted by role."""
    roles = {
        party.role
        for one in attributions
        for party in (one.speaker, *one.addressees)
        if party is not None and party.role is not None
    }
    found = ((role, office_class(role, book, former)) for role in sorted(roles))
    return tuple((role, class_) for role, class_ in found if class_ is not None)
