"""`sayso claims`: what several records say in common, and how many origins that has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.collate import Collation
    from sayso.model.collation import Claim
    from sayso.search.filters import Filter

EXAMPLES = """\b
Examples:
  sayso claims articles/
  sayso claims articles/ --who ambassador --about missiles --json
  sayso claims articles/ --why claim_k3jx5z2w
"""


def run(
    paths: options.Paths = None,
    json: options.Json = False,
    why: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="The origin tree of that claim, with the words; the beginning of its id is enough.",
        ),
    ] = None,
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
    """Print the claims of the articles.

    A claim is what several records say in common. Each with its origins, and with the articles.
    """
    from sayso.cli.choosing import Choice
    from sayso.cli.collating import collated
    from sayso.cli.output import write_records, write_text
    from sayso.cli.session import start
    from sayso.engines.local import Taking
    from sayso.model.ids import by_id
    from sayso.search.filters import Filter

    session = start(quiet=quiet, log_json=log_json, given=given, store=store)
    wanted = Filter(who=who, about=about, since=since, until=until)
    taking = Taking(as_is=as_is, published=published, language=language)
    with collated(paths, taking, session, Choice(story=story, as_of=as_of)) as collation:
        if why is not None:
            from sayso.briefs.labels import TIE
            from sayso.briefs.why import render

            claim = by_id(why, collation.claims, "claim")
            if json:
                write_records([claim])
            else:
                write_text(render(collation, claim.id, session.width).replace(TIE, " "))
            return
        found = _chosen(collation, wanted)
        if json:
            write_records(found)
        elif found:
            write_text(_text(collation, found, session.width))


def _chosen(collation: Collation, wanted: Filter) -> list[Claim]:
    """The claims with a record that is wanted, story by story, the weightiest first."""
    from sayso.briefs.order import order_claims
    from sayso.model.ledger import Caveat

    met = {
        record.id
        for ledger in collation.ledgers
        for record in ledger.records
        if not isinstance(record, Caveat) and wanted.meets(record, ledger.article)
    }
    found = [claim for claim in collation.claims if met.intersection(claim.records)]
    return [
        claim
        for story in collation.stories
        for claim in order_claims(one for one in found if one.story == story.id)
    ]


def _text(collation: Collation, claims: Sequence[Claim], width: int) -> str:
    from textwrap import fill

    from sayso.briefs.labels import TIE
    from sayso.briefs.listing import label
    from sayso.briefs.numbers import Reach, counted
    from sayso.cli.choosing import short_id
    from sayso.collate.stories import unread

    stories = {story.id: story for story in collation.stories}
    names = {ledger.article.id: label(ledger.article) for ledger in collation.ledgers}
    own = {ledger.article.id: ledger.article for ledger in collation.ledgers}
    reaches = {
        key: Reach(len(story.articles) - strange, strange)
        for key, story in stories.items()
        for strange in [unread(own[article] for article in story.articles)]
    }
    indent, parts, told = "    ", [], None
    for claim in claims:
        story = stories[claim.story or ""]
        if len(stories) > 1 and story is not told:
            parts.append(fill(story.title.upper(), width))
            told = story
        figures = counted(claim, reaches[story.id]).replace(TIE, " ")
        head = f"{short_id(claim.id)} {claim.about.replace('_', ' ')} · {figures}"
        articles = ", ".join(sorted(names[key] for key in claim.articles))
        body = (" ".join(claim.text.split()), articles)
        parts.append(
            "\n".join(
                [
                    fill(head, width, subsequent_indent=indent),
                    *(
                        fill(x, width, initial_indent=indent, subsequent_indent=indent)
                        for x in body
                    ),
                ]
            )
        )
    return "\n\n".join(parts)
