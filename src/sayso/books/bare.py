"""Organs that news names without their state: "Congress", "the Treasury"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sayso.books.entries import Offices
from sayso.errors import BookError
from sayso.model.text import Actor


class BareOrgan(NamedTuple):
    """An organ named without its state: its kind, and whom such a name means by itself, if anybody.

    `states` are the other states that have one of this name.
    """

    kind: str
    actor: Actor | None
    states: frozenset[str] = frozenset()


def bare_organs(
    book: Offices, named: Mapping[str, Actor]
) -> Iterator[tuple[tuple[str, ...], BareOrgan]]:
    """Organs by the words that name them alone; BookError for an unknown kind or organ."""
    for entry in book.bare:
        if entry.kind not in [office.kind for office in book.offices]:
            raise BookError(f"offices.toml: no such office: {entry.kind}")
        if entry.actor is not None and entry.actor not in named:
            raise BookError(f"offices.toml: no such organ: {entry.actor}")
        actor = named[entry.actor] if entry.actor else None
        organ = BareOrgan(entry.kind, actor, frozenset(entry.states))
        yield from ((tuple(name.split()), organ) for name in entry.names)
