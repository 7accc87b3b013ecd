"""Time words of a language: months, weekdays, units, feasts, zones, vague times."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from sayso.errors import BookError

_RULES = frozenset({"us", "eu"})


class Unit(NamedTuple):
    """A unit of time: `code` is its TIMEX3 designator, with T before units below a day."""

    name: str
    code: str


class Zone(NamedTuple):
    """Offsets from UTC; `rule` says who sets summer time, `first` is the first year it holds for."""

    standard: str
    summer: str | None = None
    rule: str | None = None
    first: int = 1


class TimeBook(NamedTuple):
    """The time words of one language, in lower case."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    abbreviations: Mapping[str, str]
    ambiguous: frozenset[str]
    before_ambiguous: frozenset[str]
    modal_after: frozenset[str]
    newspaper: frozenset[str]
    seasons: Mapping[str, str]
    dayparts: Mapping[str, str]
    hours: Mapping[str, int]
    days: Mapping[str, int]
    singular: Mapping[str, Unit]
    plural: Mapping[str, Unit]
    adverbs: Mapping[str, str]
    lasting: Mapping[str, str]
    steps: Mapping[str, int]
    contextual: frozenset[str]
    frames_back: frozenset[str]
    frames_ahead: frozenset[str]
    frames: frozenset[str]
    later: frozenset[str]
    before_years: frozenset[str]
    before_recent_years: frozenset[str]
    before_clock: frozenset[str]
    references: Mapping[str, str]
    vague: frozenset[str]
    vague_of: frozenset[str]
    approximate: frozenset[str]
    consecutive: frozenset[str]
    ahead: frozenset[str]
    planned: frozenset[str]
    telling: frozenset[str]
    zones: Mapping[str, Zone]
    city_zones: Mapping[str, Zone]
    feasts: Mapping[str, str]
    named_days: Mapping[str, str]

    @property
    def capitalised(self) -> frozenset[str]:
        """Names that English writes with a capital: without it they are other words."""
        return frozenset(self.months) | frozenset(self.weekdays) | self.weekday_plurals

    @property
    def weekday_plurals(self) -> frozenset[str]:
        """Plural weekdays: every one of them."""
        return frozenset(f"{name}s" for name in self.weekdays)


@cache
def load_times(language: str = "en") -> TimeBook:
    """The time words of a language; BookError where a zone names a rule that does not exist."""
    text = files("sayso.books").joinpath(language, "times.toml").read_text("utf-8")
    book: dict[str, Any] = tomllib.loads(text)
    units = [(name, plural, Unit(name, code)) for name, (plural, code) in book["units"].items()]
    amounts, ambiguous, tense = book["amounts"], book["ambiguous"], book["tense"]
    return TimeBook(
        months=book["months"],
        weekdays=book["weekdays"],
        abbreviations=book["abbreviations"],
        ambiguous=frozenset(ambiguous["words"]),
        before_ambiguous=frozenset(ambiguous["before"]),
        modal_after=frozenset(ambiguous["modal_after"]),
        newspaper=frozenset(ambiguous["newspaper"]),
        seasons=book["seasons"],
        dayparts=book["dayparts"],
        hours=book["hours"],
        days=book["days"],
        singular={name: unit for name, _, unit in units},
        plural={plural: unit for _, plural, unit in units},
        adverbs=book["adverbs"],
        lasting=book["lasting"],
        steps=book["moving"]["steps"],
        contextual=frozenset(book["moving"]["contextual"]),
        frames_back=frozenset(book["moving"]["back"]),
        frames_ahead=frozenset(book["moving"]["ahead"]),
        frames=frozenset(
            frame for name in ("back", "ahead", "open") for frame in book["moving"][name]
        ),
        later=frozenset(book["moving"]["later"]),
        before_years=frozenset(book["numbers"]["before_years"]),
        before_recent_years=frozenset(book["numbers"]["before_recent_years"]),
        before_clock=frozenset(book["numbers"]["before_clock"]),
        references={
            phrase: value for value, phrases in book["references"].items() for phrase in phrases
        },
        vague=frozenset(amounts["vague"]),
        vague_of=frozenset(amounts["vague_of"]),
        approximate=frozenset(amounts["approximate"]),
        consecutive=frozenset(amounts["consecutive"]),
        ahead=frozenset(tense["ahead"]),
        planned=frozenset(tense["planned"]),
        telling=frozenset(tense["telling"]),
        zones={name: _zone(name, entry) for name, entry in book["zones"].items()},
        city_zones={name: _zone(name, entry) for name, entry in book["city_zones"].items()},
        feasts=book["feasts"],
        named_days=book["named_days"],
    )


def _zone(name: str, entry: Mapping[str, Any]) -> Zone:
    rule = entry.get("rule")
    if (rule in _RULES) != ("summer" in entry):
        raise BookError(f"times.toml: zone {name}: summer time needs one of {sorted(_RULES)}")
    return Zone(entry["standard"], entry.get("summer"), rule, entry.get("from", 1))
