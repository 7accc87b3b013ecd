"""Time words of a language: months, weekdays, units, feasts, zones, vague times."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from sayso.errors import BookError


class Unit(NamedTuple):
    """A unit of time: `code` is its TIMEX3 designator, with T before units below a day."""

    name: str
    code: str


class Summer(NamedTuple):
    """When summer time holds in the years `first` to `last`: from one date's `hour` to another's.

    Dates are written as feasts are ("nth 7 3 2"); the hour is that of UTC or of the clock on the wall.
    """

    first: int
    last: int
    start: str
    end: str
    hour: int
    utc: bool


class Zone(NamedTuple):
    """Offsets from UTC; `rules` tell summer time, `first` is the first year that the book vouches for."""

    standard: str
    summer: str | None = None
    rules: tuple[Summer, ...] = ()
    first: int = 1


class TimeBook(NamedTuple):
    """The time words of one language, in lower case."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    abbreviations: Mapping[str, str]
    ambiguous: frozenset[str]
    before_ambiguous: frozenset[str]
    after_marches: frozenset[str]
    modal_after: frozenset[str]
    newspaper: frozenset[str]
    before_named_days: frozenset[str]
    seasons: Mapping[str, str]
    decades: Mapping[str, int]
    ages: frozenset[str]
    dayparts: Mapping[str, str]
    hours: Mapping[str, int]
    days: Mapping[str, int]
    singular: Mapping[str, Unit]
    plural: Mapping[str, Unit]
    adverbs: Mapping[str, str]
    lasting: Mapping[str, str]
    speeds: frozenset[str]
    times: Mapping[str, int]
    closing: Mapping[str, float]
    steps: Mapping[str, int]
    contextual: frozenset[str]
    frames_back: frozenset[str]
    frames_ahead: frozenset[str]
    frames_first: frozenset[str]
    frames_last: frozenset[str]
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
    supposing: frozenset[str]
    indefinite: frozenset[str]
    factual: frozenset[str]
    chosen: frozenset[str]
    zones: Mapping[str, Zone]
    shared_zones: frozenset[str]
    city_zones: Mapping[str, Zone]
    feasts: Mapping[str, str]
    named_days: Mapping[str, str]
    named_by: frozenset[str]

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
    summers = {name: tuple(map(_summer, rules)) for name, rules in book["summer"].items()}
    amounts, ambiguous, tense = book["amounts"], book["ambiguous"], book["tense"]
    return TimeBook(
        months=book["months"],
        weekdays=book["weekdays"],
        abbreviations=book["abbreviations"],
        ambiguous=frozenset(ambiguous["words"]),
        before_ambiguous=frozenset(ambiguous["before"]),
        after_marches=frozenset(ambiguous["after_marches"]),
        modal_after=frozenset(ambiguous["modal_after"]),
        newspaper=frozenset(ambiguous["newspaper"]),
        before_named_days=frozenset(ambiguous["before_named_days"]),
        seasons=book["seasons"],
        decades=book["decades"],
        ages=frozenset(ambiguous["ages"]),
        dayparts=book["dayparts"],
        hours=book["hours"],
        days=book["days"],
        singular={name: unit for name, _, unit in units},
        plural={plural: unit for _, plural, unit in units},
        adverbs=book["adverbs"],
        lasting=book["lasting"],
        speeds=frozenset(amounts["speeds"]),
        times=amounts["times"],
        closing=book["closing"],
        steps=book["moving"]["steps"],
        contextual=frozenset(book["moving"]["contextual"]),
        frames_back=frozenset(book["moving"]["back"]),
        frames_ahead=frozenset(book["moving"]["ahead"]),
        frames_first=frozenset(book["moving"]["first"]),
        frames_last=frozenset(book["moving"]["final"]),
        frames=frozenset(
            frame
            for name in ("back", "ahead", "first", "final", "open")
            for frame in book["moving"][name]
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
        supposing=frozenset(tense["supposing"]),
        indefinite=frozenset(ambiguous["indefinite"]),
        factual=frozenset(tense["factual"]),
        chosen=frozenset(tense["chosen"]),
        zones={name: _zone(name, entry, summers) for name, entry in book["zones"].items()},
        shared_zones=frozenset(book["shared_zones"]["names"]),
        city_zones={
            name: _zone(name, entry, summers) for name, entry in book["city_zones"].items()
        },
        feasts=book["feasts"],
        named_days=book["named_days"],
        named_by=frozenset(book["ambiguous"]["named_by"]),
    )


def _summer(entry: Mapping[str, Any]) -> Summer:
    return Summer(
        entry["from"],
        entry.get("until", 9999),
        entry["start"],
        entry["end"],
        entry["hour"],
        entry.get("utc", False),
    )


def _zone(name: str, entry: Mapping[str, Any], summers: Mapping[str, tuple[Summer, ...]]) -> Zone:
    rules = summers.get(entry.get("rule", ""), ())
    if bool(rules) != ("summer" in entry):
        raise BookError(f"times.toml: zone {name}: summer time needs one of {sorted(summers)}")
    first = entry.get("from", min((rule.first for rule in rules), default=1))
    return Zone(entry["standard"], entry.get("summer"), rules, first)
