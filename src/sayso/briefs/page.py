"""A brief on its way to words: labels, claim numbers, records by id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.books.printed import called
from sayso.briefs.labels import cite_all, label_articles
from sayso.briefs.numbers import Reach
from sayso.briefs.order import by_speaker, of_kind
from sayso.briefs.sheet import Note, Words
from sayso.model.collation import Brief, Claim, ClaimRecord
from sayso.model.ledger import (
    Event,
    Link,
    PolicyChange,
    RedLine,
    Relation,
    Statement,
    Transfer,
)
from sayso.model.text import Actor, Article, Party, Span, When

_LEDGER = (Statement, Event, RedLine, Transfer, PolicyChange, Relation)
# How many characters of an ISO date a year and a month take.
_WIDTHS = {"year": 4, "month": 7}


class Page(NamedTuple):
    """What every section needs. `numbers` are the claims' footnote numbers, from 1.

    `lines` maps a statement's id to the claim of the red line that it draws.
    """

    brief: Brief
    labels: Mapping[str, str]
    numbers: Mapping[str, int]
    lines: Mapping[str, str]
    records: Mapping[str, ClaimRecord]
    actors: Mapping[str, Actor]
    articles: Mapping[str, Article]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims, the weightiest first."""
        return self.brief.claims

    @property
    def states(self) -> Mapping[str, str]:
        """The names of the states that the brief knows, by code (ISO 3166 alpha-3)."""
        return {
            actor.country: actor.name
            for actor in self.actors.values()
            if actor.type == "state" and actor.country is not None
        }

    @property
    def earlier(self) -> Mapping[str, str]:
        """Of each article that corrects or updates another one, that one's id, by its own."""
        held = (record for record in self.brief.records if isinstance(record, Article))
        return {one.id: one.version_of for one in held if one.version_of is not None}

    @property
    def unread(self) -> Mapping[str, str]:
        """The articles of which nothing is extracted because of their language, and what is told of that."""
        return {
            caveat.article: caveat.detail
            for caveat in self.brief.caveats
            if caveat.code == "language_not_read"
        }

    @property
    def reach(self) -> Reach:
        """How many articles could tell a claim, and how many not."""
        unread = len(self.unread)
        return Reach(len(self.brief.articles) - unread, unread)

    def of_kind(self, about: str) -> tuple[Claim, ...]:
        """The claims of one kind, in the order of the brief."""
        return of_kind(self.claims, about)

    def line_of(self, claim: Claim) -> str | None:
        """The claim of the red line that a statement draws and tells no better than it; else None."""
        return self.lines.get(claim.record.id)

    def told_in(self, claim: Claim, article: str) -> list[ClaimRecord]:
        """The records of a claim that one article holds."""
        found = [self.records[key] for key in claim.records]
        return [record for record in found if record.article == article]

    def name(self, party: Party) -> str:
        """An actor's one name in the brief, else the party's own words."""
        actor = self.actors.get(party.actor or "")
        return actor.name if actor else called(party)

    def note(self, claim: str) -> Note:
        """The number of a claim."""
        return Note(self.numbers[claim])


def open_page(brief: Brief) -> Page:
    """The page of a brief: its claims are numbered as they are printed; events, which have no entry, come last."""
    said = by_speaker(of_kind(brief.claims, "statement"))
    printed = [claim for claim in brief.claims if claim.about not in {"statement", "event"}]
    printed += [claim for _, claims in said for claim in claims]
    printed += of_kind(brief.claims, "event")
    records = {r.id: r for r in brief.records if isinstance(r, _LEDGER)}
    return Page(
        brief=brief,
        labels=label_articles(brief.articles),
        numbers={claim.id: number for number, claim in enumerate(printed, 1)},
        lines={
            record.statement: claim.id
            for claim in of_kind(brief.claims, "redline")
            for key in claim.records
            if isinstance(record := records[key], RedLine) and record.statement is not None
        },
        records=records,
        actors={r.id: r for r in brief.records if isinstance(r, Actor)},
        articles={r.id: r for r in brief.records if isinstance(r, Article)},
    )


def chain_words(page: Page, spans: tuple[Span, ...], links: tuple[Link, ...]) -> Words:
    """A chain from the words in an article to the origin: "001, 5-9 ← Corvane ← Per Holm"."""
    names = [page.name(link.party) if link.party else "somebody" for link in links]
    once = [name for i, name in enumerate(names) if i == 0 or names[i - 1] != name]
    return (*cite_all(spans, page.labels), *(f" ← {name}" for name in once))


def between(when: When) -> str:
    """Possible days: from one to another, or open to one side."""
    if when.start is None:
        return f"on {when.end} or before"
    if when.end is None:
        return f"on {when.start} or after"
    return f"between {when.start} and {when.end}"


def when_text(when: When) -> str:
    """A time as precisely as it is known: a minute in UTC, a day; what is wider keeps its words."""
    if when.start is None:
        return f"“{when.text}” (not resolved)"
    if when.precision == "instant":
        return when.start[:16].replace("T", " ") + " UTC"
    if when.precision == "day":
        return when.start
    if when.precision in _WIDTHS:
        dates = when.start[: _WIDTHS[when.precision]]
    else:
        dates = when.start if when.end in {None, when.start} else f"{when.start} to {when.end}"
    return dates if when.text in {"", dates} else f"{dates} (“{when.text}”)"
