"""`sayso stories`: which articles are about one dispute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.cli import options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.model.collation import Story
    from sayso.model.text import Article

EXAMPLES = """\b
Examples:
  sayso stories articles/
  sayso stories articles/ --as-of 2024-03-24 --json
"""


def run(
    paths: options.Paths = None,
    json: options.Json = False,
    as_of: options.AsOf = None,
    store: options.Store = None,
    as_is: options.AsIs = False,
    published: options.Published = None,
    language: options.Language = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Print the stories that the articles tell.

    Each with its articles, dates and keywords. Nothing is parsed: what the leads mean and the words of
    the articles decide.
    """
    from sayso.cli.choosing import Choice
    from sayso.cli.output import write_records, write_text
    from sayso.cli.session import start
    from sayso.cli.supply import chosen
    from sayso.collate.stories import stories_among
    from sayso.engines.local import Taking

    session = start(quiet=quiet, log_json=log_json, given=given, store=store)
    taking = Taking(as_is=as_is, published=published, language=language)
    choice = Choice(as_of=as_of)
    with chosen(paths, taking, session, choice, articles_only=True, with_stories=True) as supplied:
        articles = [ledger.article for ledger in supplied.ledgers]
        stories = stories_among(articles, supplied.stories, session.settings.story_window)
        if json:
            write_records(stories)
        elif stories:
            known = {article.id: article for article in articles}
            write_text("\n\n".join(_text(story, known, session.width) for story in stories))


def _text(story: Story, articles: Mapping[str, Article], width: int) -> str:
    from textwrap import fill

    from sayso.books.languages import is_read
    from sayso.briefs.listing import label
    from sayso.briefs.numbers import articles_told
    from sayso.briefs.page import when_text
    from sayso.cli.choosing import short_id

    indent = "    "
    others = [key for key in story.articles if not is_read(articles[key].language)]
    facts = [short_id(story.id), articles_told(len(story.articles), len(others))]
    dates = [when_text(when) for when in (story.first, story.last) if when]
    if dates:
        facts.append(" to ".join(dict.fromkeys(dates)))
    lines = [" · ".join(facts), ", ".join(story.keywords)]
    named = {key: label(articles[key]) for key in story.articles}
    named |= {key: f"{named[key]} ({articles[key].language})" for key in others}
    lines.append(", ".join(sorted(named.values())))
    return "\n".join(
        [
            fill(story.title, width, subsequent_indent=indent),
            *(fill(line, width, initial_indent=indent, subsequent_indent=indent) for line in lines),
        ]
    )
