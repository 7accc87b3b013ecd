"""What an article has to offer for the fields of its records: its parties, weapons, places, times and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from sayso.briefs.order import introduce
from sayso.briefs.page import when_text
from sayso.model.finding import everybody
from sayso.model.ledger import Caveat
from sayso.model.reading import Ledger
from sayso.model.text import Party, Place, Quantity, WeaponRef, When

Value = Party | WeaponRef | When | Quantity | Place
# Of each kind of value so many are offered, those that stand first in the article.
_MOST = 100


class Offer(NamedTuple):
    """A value in words."""

    words: str
    value: Value


def offers_of(ledger: Ledger) -> tuple[Offer, ...]:
    """The values of each kind, each once, in the order of their words."""
    found: dict[tuple[type, str], Offer] = {}
    for value in _values(ledger):
        found.setdefault((type(value), key_of(value)), Offer(value_words(value), value))
    kinds: dict[type, list[Offer]] = {}
    for one in found.values():
        kinds.setdefault(type(one.value), []).append(one)
    some = [one for offers in kinds.values() for one in islice(offers, _MOST)]
    return tuple(sorted(some, key=lambda one: one.words.casefold()))


def key_of(value: Value) -> str:
    """What makes two values one choice: an actor's id, else the words."""
    if isinstance(value, Party) and value.actor:
        return value.actor
    return value_words(value).casefold()


def value_words(value: Value) -> str:
    """A value as people read it."""
    if isinstance(value, Party):
        return introduce(value)
    if isinstance(value, When):
        return when_text(value)
    if isinstance(value, Quantity):
        number = "some" if value.value is None else f"{value.value:,g}"
        return f"{number} {value.unit}" if value.unit else number
    return value.name


def _values(ledger: Ledger) -> Iterator[Value]:
    """Parties first as records have them: they know most of them."""
    for record in ledger.records:
        if not isinstance(record, Caveat):
            yield from everybody(record)
    for one in ledger.mentions:
        if one.actor is not None:
            yield Party(
                name=one.span.text, resolved=one.actor.name, actor=one.actor.id, span=one.span
            )
        for value in (one.weapon, one.when, one.quantity, one.place):
            if value is not None:
                yield value
