"""Parts of days: nights, mornings and what they are parts of."""

from __future__ import annotations

from datetime import timedelta

from sayso.model.text import When
from sayso.reading.en.times import timex
from sayso.reading.en.times.relative import moved_day, origin_of
from sayso.reading.en.times.rules import AFTER_DAY, Context, DayPart, Found, Rule, Value
from sayso.reading.en.words import WORD


def _tonight(_found: Found, context: Context) -> When | None:
    return moved_day(context, 0, "TNI")


def _part_of_context(found: Found, context: Context) -> When | None:
    """Reads "the next morning", "that night"."""
    origin = origin_of(context, "D")
    code = context.book.dayparts[found.lower("p")]
    if origin is None:
        return timex.unresolved(f"XXXX-XX-XXT{code}", "day")
    step = context.book.steps.get(found.lower("r"), 1)
    return timex.day(origin + timedelta(days=step), "context", f"T{code}")


def _part(found: Found, context: Context) -> When | None:
    """Reads "last night", "this morning"; not "Good Morning" or "This Morning", which are programmes."""
    word = found.get("p")
    if word and word.text.istitle():
        return None
    code = context.book.dayparts[found.lower("p")]
    return moved_day(context, context.book.steps[found.lower("r")], f"T{code}")


def _bare_part(found: Found, context: Context) -> DayPart:
    return DayPart(context.book.dayparts[found.lower("p")])


def _night(_found: Found, _context: Context) -> DayPart:
    return DayPart("NI")


def _hours(_found: Found, _context: Context) -> DayPart:
    return DayPart("MO")


def _overnight(found: Found, context: Context) -> Value | None:
    """Reads "closed overnight": the night before publication, or the one after it; not "an overnight bus"."""
    token = context.tenses.token(found.words[found.limits()[0]].start)
    following = found.beside(1)
    if token is None and following.kind == WORD and following.lower not in AFTER_DAY:
        return None
    if (
        token is not None
        and token.tag.startswith(("JJ", "NN"))
        and token.dep in ("amod", "compound")
    ):
        return None
    tense = found.tense(context)
    return moved_day(context, 0 if tense in ("future", "planned") else -1, "TNI")


PART_RULES = (
    Rule("tonight", "date", _tonight),
    Rule("overnight", "date", _overnight),
    Rule("overnight (?=WEEKDAY|DAYWORD|on WEEKDAY)", "part", _night),
    Rule("the (r=CONTEXTUAL|next) p=DAYPART", "date", _part_of_context),
    Rule("r=that p=DAYPART", "date", _part_of_context),
    Rule("r=LASTTHIS p=DAYPART", "date", _part),
    Rule("p=DAYPART", "part", _bare_part),
    Rule("(early|late|mid) (HYPHEN)? p=DAYPART", "part", _bare_part),
    Rule("(in|during) the p=DAYPART (?!of|on)", "part", _bare_part),
    Rule("the p=DAYPART (?=of|on)", "part", _bare_part),
    Rule("(the)? early hours", "part", _hours),
)
