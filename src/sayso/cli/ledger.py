"""Commands that print one kind of ledger record: they differ in the kind and in the words of their help."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sayso.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.model.collation import ClaimRecord
    from sayso.model.reading import Ledger
    from sayso.model.text import Article
    from sayso.search.filters import Filter


def lister(kinds: tuple[str, ...], help_text: str) -> Callable[..., None]:
    """The command that prints the records of these kinds."""

    def run(
        paths: options.Paths = None,
        json: options.Json = False,
        story: options.Story = None,
        who: options.Who = None,
        about: options.About = None,
        since: options.Since = None,
        until: options.Until = None,
        as_of: options.AsOf = None,
        with_rejected: options.WithRejected = False,
        store: options.Store = None,
        as_is: options.AsIs = False,
        published: options.Published = None,
        language: options.Language = None,
        quiet: options.Quiet = False,
        log_json: options.LogJson = False,
        given: options.Set = None,
    ) -> None:
        from sayso.briefs.listing import record_text
        from sayso.cli.choosing import Choice
        from sayso.cli.output import write_records, write_text
        from sayso.cli.session import start
        from sayso.cli.supply import chosen
        from sayso.engines.local import Taking
        from sayso.search.filters import Filter
        from sayso.stores import Selection

        session = start(quiet=quiet, log_json=log_json, given=given, store=store)
        wanted = Filter(who=who, about=about, since=since, until=until)
        choice = Choice(story=story, as_of=as_of)
        taking = Taking(as_is=as_is, published=published, language=language)
        asked = Selection(kinds=frozenset(kinds), who=wanted.who_words, since=since, until=until)
        with chosen(
            paths,
            taking,
            session,
            choice,
            selection=asked,
            streams=story is None,
            with_rejected=with_rejected,
        ) as supplied:
            found = _wanted(supplied.ledgers, frozenset(kinds), wanted)
            for number, (record, article) in enumerate(found):
                if json:
                    write_records([record])
                else:
                    gap = "\n" if number else ""
                    write_text(gap + record_text(record, article, session.width))

    run.__doc__ = help_text
    return run


def _wanted(
    ledgers: Iterable[Ledger], kinds: frozenset[str], wanted: Filter
) -> Iterator[tuple[ClaimRecord, Article]]:
    import logging

    from sayso.model.finding import day_range
    from sayso.model.ids import kind_of
    from sayso.model.ledger import Caveat

    undated = 0
    for ledger in ledgers:
        for record in ledger.records:
            if isinstance(record, Caveat) or kind_of(record) not in kinds:
                continue
            if not wanted.concerns(record):
                continue
            days = day_range(record, ledger.article)
            if wanted.in_time(days):
                yield record, ledger.article
            elif days is None:
                undated += 1
    if undated:
        logging.getLogger(__name__).info(
            "%d records have no date, so --since and --until leave them out", undated
        )
