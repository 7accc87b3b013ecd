"""People whom the model takes for bodies: "T.S. Torres", "Ana Torres won the race"."""

from __future__ import annotations

from sayso.books.roles import RoleBook
from sayso.reading.en.names.entities import Entity
from sayso.reading.en.page import Page

_INITIALS = 3  # words from which on initials and a family name are a person's
_FAMILY = 5  # letters of a family name that its ending tells
_CALLED = 2  # words of a given name and a family name
_DOES = ("VBD", "VBZ", "MD")  # tags of verbs of which a name is the subject


def is_somebody(page: Page, entity: Entity, book: RoleBook) -> bool:
    """Whether what the model takes for a body is a person by its words."""
    if entity.label != "ORG" or not page.words[entity.last - 1].plain[1:].islower():
        return False
    if entity.last - entity.first == 1:
        return _is_family(page, entity, book)
    return (
        _has_initials(page, entity)
        or _is_called(page, entity, book)
        or page.keys(entity.last, entity.last + 1) == ("who",)
    )


def _is_family(page: Page, entity: Entity, book: RoleBook) -> bool:
    """Whether a name of one word ends as family names do: "Torrenko said no"."""
    word = page.words[entity.first]
    led = page.keys(max(entity.first - 1, 0), entity.first) == ("the",)
    alone = not led and word.key not in page.small and len(word.plain) >= _FAMILY
    return alone and word.key.endswith(book.endings)


def _has_initials(page: Page, entity: Entity) -> bool:
    """Whether a name is one family name after initials."""
    if entity.last - entity.first < _INITIALS:
        return False
    initials = page.words[entity.first : entity.last - 1]
    dotted = all(page.gap(at)[:1] in (".", " ") for at in range(entity.first, entity.last - 1))
    stops = all(page.text[word.end : word.end + 1] == "." for word in initials)
    return dotted and stops and all(len(word.plain) == 1 for word in initials)


def _is_called(page: Page, entity: Entity, book: RoleBook) -> bool:
    """Whether a name is a given name and one more word, without article, and does something."""
    first, last = entity.first, entity.last
    return (
        last - first == _CALLED
        and page.gap(first) == " "
        and page.words[first].key in book.given
        and page.words[last - 1].key not in page.small
        and page.keys(max(first - 1, 0), first) != ("the",)
        and last < len(page.words)
        and page.gap(last - 1) == " "
        and page.tag(last).startswith(_DOES)
    )
