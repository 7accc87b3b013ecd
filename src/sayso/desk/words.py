"""Words in templates: links to words and claims, marks, dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, pass_context
from jinja2.runtime import Context

from sayso.briefs import html
from sayso.briefs.labels import basename, where_from
from sayso.briefs.marks import anchor
from sayso.briefs.page import when_text
from sayso.briefs.sheet import Cite, Entry, Inline, Note
from sayso.desk.drawing.marking import NAME, portion_of
from sayso.errors import UsageError
from sayso.model.text import Party, Span, When

_SPOKEN = {"redline": "red line"}


def environment() -> Environment:
    """Templates of the desk and of briefs."""
    made = html.environment(PackageLoader("sayso.desk", "templates"))
    made.filters |= {
        "href": href,
        "mark_href": mark_to,
        "note_href": note_to,
        "when": _when,
        "spoken": spoken,
        "where_from": where_from,
        "basename": basename,
        "short": short,
        "percent": _percent,
        "query": urlencode,
    }
    return made


def place(span: Span) -> str:
    """The address of words in their article."""
    number = portion_of(span.start) if span.part == "text" else 1
    part = f"?part={number}" if number > 1 else ""
    return f"/article/{quote(span.article)}{part}#{anchor(span, NAME)}"


@pass_context
def href(context: Context, inline: Inline | Span) -> str | None:
    """Where a citation or a note leads to, or None where it is mere words."""
    if isinstance(inline, Note):
        places: Mapping[int, str] = context["claim_places"]
        return places.get(inline.number)
    span = inline.span if isinstance(inline, Cite) else inline
    return place(span) if isinstance(span, Span) else None


@pass_context
def note_to(context: Context, number: int) -> str:
    """Where the number of a claim leads to."""
    places: Mapping[int, str] = context["claim_places"]
    return places[number]


@pass_context
def mark_to(context: Context, entry: Entry) -> str | None:
    """Where the mark of an entry leads to: an article's label to the article, a claim's number to its page."""
    if entry.kind == "claim":
        pages: Mapping[int, str] = context["claim_pages"]
        return pages.get(int(entry.mark))
    found: str | None = html.mark_href(context, entry)
    return found


def spoken(text: str) -> str:
    """A code as words: "policy_change" is "policy change"."""
    return _SPOKEN.get(text, text.replace("_", " "))


def day_of(given: str | None) -> str | None:
    """A day as it was asked for, as an ISO date; None for none. UsageError where it is no date."""
    if not given:
        return None
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError as error:
        raise UsageError(f"{given!r} is no date such as 2024-03-24") from error


def short(text: str, most: int = 160) -> str:
    """The text on one line, cut after a word where it is longer than `most` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return f"{line[:most].rsplit(' ', 1)[0]} …"


def _when(when: When | None) -> str:
    return when_text(when) if when is not None else "no date"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"


def actor_place(party: Party) -> str | None:
    """The address of whoever a party is, where that is known."""
    return f"/actor/{quote(party.actor)}" if party.actor else None
