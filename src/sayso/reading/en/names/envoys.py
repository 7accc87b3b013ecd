"""Whose envoy somebody is, where only the sentence tells.

Who speaks to a state "through" (or "via") an envoy in his own capital speaks through that state's envoy:
"Peru had put its view to Chile through Ambassador A in Lima" makes A the ambassador of Chile.
"""

from __future__ import annotations

from sayso.books.roles import RoleBook
from sayso.model.text import Actor
from sayso.reading.en.names.named import Named
from sayso.reading.en.names.people import PersonName
from sayso.reading.en.names.titles import RoleFound
from sayso.reading.en.page import Page


def with_sender(
    page: Page, name: PersonName, names: tuple[Named, ...], book: RoleBook
) -> PersonName:
    """The name with its envoy's state, where the sentence has one other state, and it is spoken to."""
    role = name.role
    if role is None or role.noun is None or role.noun.class_ not in book.sent:
        return name
    if role.of is not None or role.to is None or not _is_channel(page, role, book):
        return name
    sender = _other_end(page, role, role.to, names, book)
    return name if sender is None else name._replace(role=role._replace(of=sender))


def _is_channel(page: Page, role: RoleFound, book: RoleBook) -> bool:
    before = role.first - 1
    if before >= 0 and page.words[before].key == "the":
        before -= 1
    return before >= 0 and page.words[before].key in book.channels


def _other_end(
    page: Page, role: RoleFound, host: Actor, names: tuple[Named, ...], book: RoleBook
) -> Actor | None:
    """The one state but the host in the sentence before the envoy, if it is addressed."""
    sentence = page.sentences[page.sentence_at(page.words[role.first].start)]
    others = {}
    for named in names:
        state = named.actor
        inside = sentence.start <= named.start and named.last <= role.first
        if inside and state and state.type == "state" and state.id != host.id:
            others[state.id] = (state, page.words[named.first - 1].key if named.first else "")
    if len(others) != 1:
        return None
    [(state, before)] = others.values()
    return state if before in book.addressing else None
