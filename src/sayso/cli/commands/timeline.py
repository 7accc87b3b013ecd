"""`sayso timeline`: what has a time, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.model.collation import Brief, TimelineEntry
    from sayso.search.filters import Filter

EXAMPLES = """\b
Examples:
  sayso timeline articles/
  sayso timeline articles/ --since 2023-12-01 --about missiles
  sayso timeline articles/ --json
"""

_INDENT = "    "


def run(
    paths: options.Paths = None,
    json: options.Json = False,
    story: options.Story = None,
    who: options.Who = None,
    about: options.About = None,
    since: options.Since = None,
    until: options.Until = None,
    as_of: options.AsOf = None,
    store: options.Store = None,
    as_is: options.AsIs = False,
    published: options.Published = None,
    language: options.Language = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Print what has a time, in its order.

    Story by story. With --json, each story's brief with its timeline and what that refers to, and
    nothing else of it.
    """
    from sayso.briefs import make_briefs
    from sayso.cli.choosing import Choice
    from sayso.cli.collating import collated
    from sayso.cli.output import write_records, write_text
    from sayso.cli.session import start
    from sayso.engines.local import Taking
    from sayso.search.filters import Filter

    session = start(quiet=quiet, log_json=log_json, given=given, store=store)
    wanted = Filter(who=who, about=about, since=since, until=until)
    taking = Taking(as_is=as_is, published=published, language=language)
    with collated(paths, taking, session, Choice(story=story)) as collation:
        briefs = make_briefs(collation, as_of=as_of) if collation.stories else ()
        told = [timed for brief in briefs if (timed := _timed(brief, wanted)).timeline]
        if json:
            write_records(told)
        elif told:
            write_text(_text(told, session.width))


def _timed(brief: Brief, wanted: Filter) -> Brief:
    """The brief with the wanted part of its timeline, and of the rest what that refers to."""
    import msgspec

    from sayso.model.text import Actor, Article

    met = _met(brief, wanted)
    timeline = tuple(entry for entry in brief.timeline if _wanted(entry, wanted, met))
    claims = tuple(c for c in brief.claims if c.id in {entry.claim for entry in timeline})
    kept = {key for claim in claims for key in (*claim.records, *claim.articles)}
    kept |= {span.article for entry in timeline for span in entry.spans}
    return msgspec.structs.replace(
        brief,
        summary=(),
        articles=(),
        claims=claims,
        redlines=(),
        transfers=(),
        policy_changes=(),
        relations=(),
        timeline=timeline,
        differences=(),
        caveats=(),
        records=tuple(
            record
            for record in brief.records
            if isinstance(record, Article | Actor) or getattr(record, "id", None) in kept
        ),
    )


def _met(brief: Brief, wanted: Filter) -> frozenset[str] | None:
    """The claims with a record that has the wanted party and words; None where none are asked for."""
    import msgspec

    from sayso.model.collation import ClaimRecord
    from sayso.model.text import Article

    if wanted.who is None and wanted.about is None:
        return None
    timeless = msgspec.structs.replace(wanted, since=None, until=None)
    articles = {one.id: one for one in brief.records if isinstance(one, Article)}
    met = {
        record.id
        for record in brief.records
        if isinstance(record, ClaimRecord) and timeless.meets(record, articles[record.article])
    }
    return frozenset(claim.id for claim in brief.claims if met.intersection(claim.records))


def _wanted(entry: TimelineEntry, wanted: Filter, met: frozenset[str] | None) -> bool:
    from sayso.model.finding import days_of

    return (met is None or entry.claim in met) and wanted.in_time(days_of(entry.when))


def _text(briefs: Sequence[Brief], width: int) -> str:
    from textwrap import fill

    from sayso.briefs.page import when_text

    parts = []
    for brief in briefs:
        lines = [fill(brief.story.title.upper(), width)]
        for entry in brief.timeline:
            line = f"{when_text(entry.when)}  {' '.join(entry.text.split())}"
            lines.append(fill(line, width, subsequent_indent=_INDENT))
            lines += [fill(one, width, initial_indent=_INDENT) for one in _places(brief, entry)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _places(brief: Brief, entry: TimelineEntry) -> Iterator[str]:
    """Where the words of an entry stand, a line for each article."""
    from sayso.briefs.listing import where
    from sayso.model.text import Article

    for article in (one for one in brief.records if isinstance(one, Article)):
        spans = [span for span in entry.spans if span.article == article.id]
        if spans:
            yield where(spans, article)
