"""How often: TIMEX3 sets ("every Monday", "twice a month", "Friday nights"), which have no bounds."""

from __future__ import annotations

from sayso.model.text import When
from sayso.reading.en.times import timex
from sayso.reading.en.times.rules import Context, Found, Rule, unit_of
from sayso.reading.en.words import WORD


def _every(found: Found, context: Context) -> When | None:
    """Reads "every Monday", "each year", "every two weeks", "every few months", "Friday nights"."""
    book = context.book
    part = found.lower("p")
    if name := found.lower("wd"):
        code = f"T{book.dayparts[part.removesuffix('s')]}" if part else ""
        return When(timex=f"XXXX-WXX-{book.weekdays[name.removesuffix('s')]}{code}")
    if name := found.lower("m"):
        return When(timex=f"XXXX-{book.months[name]:02}")
    if name := found.lower("s"):
        return When(timex=f"XXXX-{book.seasons[name]}")
    if part:
        return When(timex=f"XXXX-XX-XXT{book.dayparts[part]}")
    unit = unit_of(found, context)
    if unit is None:
        return None
    if unit.name == "weekend":
        return When(timex="XXXX-WXX-WE")
    if found.get("v"):
        return When(timex=timex.duration(None, unit.code))
    number = found.value("n") or (2 if found.get("other") else 1)
    return When(timex=timex.duration(number, unit.code))


def _rate(found: Found, context: Context) -> When | None:
    """Reads "twice a month", "three times every week": the set of the unit."""
    unit = unit_of(found, context)
    return When(timex=timex.duration(1, unit.code)) if unit else None


def _adverb(found: Found, context: Context) -> When | None:
    """Reads "daily", "annually"; not in a name ("the Daily Post")."""
    word, after = found.words[found.limits()[0]], found.beside(1)
    before = found.beside(-1)
    if word.capital and any(beside.capital and beside.kind == WORD for beside in (before, after)):
        return None
    return When(timex=context.book.adverbs[word.lower])


SET_RULES = (
    Rule("(every|each) wd=WEEKDAY (p=DAYPART)?", "set", _every),
    Rule("wd=WEEKDAYS", "set", _every),
    Rule("wd=WEEKDAY p=DAYPARTS", "set", _every),
    Rule("(every|each) m=MONTH", "set", _every),
    Rule("(every|each) s=SEASON", "set", _every),
    Rule("(every|each) p=DAYPART", "set", _every),
    Rule("(every|each) (n=NUMERIC|v=VAGUE|other=other)? u=ANYUNIT", "set", _every),
    Rule("(?P<span>(u=weekends)) (?!ago|later|earlier)", "set", _every),
    Rule("(HOWOFTEN | (NUMERIC|VAGUE) times) (ARTICLE|every|each|per) u=UNIT", "set", _rate),
    Rule("ADVERB", "set", _adverb),
)
