"""Actor ids after judgement: the same records, with joined actors under one id.

The ids of the records stay what they were: a judgement never overwrites, it only says how to read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from sayso.model.text import Actor, ActorRef, Party

T = TypeVar("T")


def renamed(value: T, joined: Mapping[str, Actor]) -> T:
    """`value` (a record, or a tuple of them) with every actor id replaced by the joined actor's."""
    return _renamed(value, joined) if joined else value


def _renamed(value: Any, joined: Mapping[str, Actor]) -> Any:
    if isinstance(value, tuple):
        return tuple(_renamed(item, joined) for item in value)
    if not isinstance(value, msgspec.Struct):
        return value
    if isinstance(value, Actor):
        return value
    changes = {}
    for name in value.__struct_fields__:
        old = getattr(value, name)
        new = _renamed(old, joined)
        if new is not old and new != old:
            changes[name] = new
    if isinstance(value, Party) and value.actor is not None and value.actor in joined:
        actor = joined[value.actor]
        changes["actor"] = actor.id
        if value.resolved is not None:
            changes["resolved"] = actor.name
    if isinstance(value, ActorRef) and value.id in joined:
        actor = joined[value.id]
        changes |= {
            "id": actor.id,
            "type": actor.type,
            "name": actor.name,
            "country": actor.country,
        }
    return msgspec.structs.replace(value, **changes) if changes else value
