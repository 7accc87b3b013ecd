"""Times that stand beside each other and are one: a clock and its day, a day and its morning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from sayso.model.text import When
from sayso.reading.en.times import timex
from sayso.reading.en.times.clock import joined
from sayso.reading.en.times.rules import Clock, Context, DayPart, Item
from sayso.reading.en.words import Word

# Two times that are one have at most so many words between them.
_WIDEST = 2
_Gap = tuple[str, ...]
_CLOCK_DAY: frozenset[_Gap] = frozenset({(), (",",), ("on",), (",", "on"), ("of",)})
_DAY_CLOCK: frozenset[_Gap] = frozenset({(), (",",), ("at",), (",", "at"), ("around",), ("by",)})
_PART_DAY: frozenset[_Gap] = frozenset({(), ("of",), ("on",)})
_FEAST_DAY: frozenset[_Gap] = frozenset({("on",), (",",), ("(",)})


def joined_items(
    items: tuple[Item, ...], words: Sequence[Word], context: Context
) -> Iterator[tuple[Item, When]]:
    """The times of a text, parts of days and clocks put to their days.

    A clock alone takes the day last named, else that of publication; a part of a day alone is no time.
    """
    for combine in (_parts, _clocks, _feasts):
        items = _pairwise(items, words, context, combine)
    yield from _placed(_in_order(items, words, context), context)


def _parts(left: Item, right: Item, gap: _Gap, _context: Context) -> Item | None:
    """Joins "Friday morning", "the night of March 21", "mid-afternoon Thursday"."""
    if isinstance(left.value, When) and isinstance(right.value, DayPart):
        value = _with_part(left.value, right.value) if gap == () else None
        return Item(left.first, right.last, "date", value) if value else None
    if isinstance(left.value, DayPart) and _is_day(right) and gap in _PART_DAY:
        value = _with_part(_when(right), left.value)
        return Item(left.first, right.last, "date", value) if value else None
    return None


def _clocks(left: Item, right: Item, gap: _Gap, context: Context) -> Item | None:
    """Joins "9 a.m. on Tuesday", "March 3 at 14:00"."""
    if isinstance(left.value, Clock) and _is_day(right) and gap in _CLOCK_DAY:
        value = joined(_when(right), left.value, context.book)
    elif isinstance(right.value, Clock) and _is_day(left) and gap in _DAY_CLOCK:
        value = joined(_when(left), right.value, context.book)
    else:
        return None
    return Item(left.first, right.last, "date", value)


def _feasts(left: Item, right: Item, gap: _Gap, _context: Context) -> Item | None:
    """Joins "Victory Day on May 9"."""
    if left.kind != "feast" or not _is_day(right) or gap not in _FEAST_DAY:
        return None
    return Item(left.first, right.last, "date", right.value)


def _pairwise(
    items: tuple[Item, ...],
    words: Sequence[Word],
    context: Context,
    combine: Callable[[Item, Item, _Gap, Context], Item | None],
) -> tuple[Item, ...]:
    done: list[Item] = []
    for item in items:
        both = None
        if done and item.first - done[-1].last <= _WIDEST:
            gap = tuple(word.lower for word in words[done[-1].last : item.first])
            both = combine(done[-1], item, gap, context)
        if both is None:
            done.append(item)
        else:
            done[-1] = both
    return tuple(done)


def _when(item: Item) -> When:
    if not isinstance(item.value, When):
        raise TypeError(f"not a day: {item}")
    return item.value


def _is_day(item: Item) -> bool:
    return (
        item.kind in ("date", "distance", "feast")
        and isinstance(item.value, When)
        and item.value.precision == "day"
    )


def _with_part(when: When, part: DayPart) -> When | None:
    value = when.timex
    if when.precision != "day" or value is None or "T" in value:
        return None
    return msgspec.structs.replace(when, timex=f"{value}T{part.code}")


def _in_order(items: tuple[Item, ...], words: Sequence[Word], context: Context) -> tuple[Item, ...]:
    """Reads "from Friday to Tuesday": bare weekdays of a run follow each other, a week apart at most."""
    done: list[Item] = []
    for item in items:
        moved = item
        if done and context.today and _is_run(done[-1], item, words, context):
            left, right = _when(done[-1]), _when(item)
            if left.start and right.start and left.start > right.start:
                if right.start <= context.today.isoformat():
                    done[-1] = done[-1]._replace(value=_week_away(left, -7))
                else:
                    moved = item._replace(value=_week_away(right, 7))
        done.append(moved)
    return tuple(done)


def _is_run(left: Item, right: Item, words: Sequence[Word], context: Context) -> bool:
    weekdays = context.book.weekdays
    alone = all(
        item.last == item.first + 1 and words[item.first].lower in weekdays
        for item in (left, right)
    )
    if not alone or right.first != left.last + 1 or left.first == 0:
        return False
    joint, before = words[left.last].lower, words[left.first - 1].lower
    return (joint in ("to", "through", "until") and before == "from") or (
        joint == "and" and before == "between"
    )


def _week_away(when: When, days: int) -> When:
    moved = date.fromisoformat(when.start or "") + timedelta(days=days)
    return timex.day(moved, when.anchor)


def _placed(items: tuple[Item, ...], context: Context) -> Iterator[tuple[Item, When]]:
    """Each item with its time; clocks that found no day beside them take the day last named."""
    last = timex.day(context.today, "publication") if context.today else None
    for item in items:
        if isinstance(item.value, Clock):
            if not item.value.sure:
                continue
            yield item, joined(last or timex.unresolved(), item.value, context.book)
        elif isinstance(item.value, When):
            if _is_day(item) and item.value.start:
                last = item.value
            yield item, item.value
