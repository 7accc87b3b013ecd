"""How a record is told: the statement that it stands in, or the outlet's own voice."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.books.accounts import AccountBook
from sayso.collate.parties import Parties
from sayso.collate.profiles import Profile
from sayso.collate.profiling import Profiler
from sayso.collate.tellings import UTTERANCES, Telling, telling_of
from sayso.model.collation import ClaimRecord
from sayso.model.ledger import Caveat, Event, RedLine, Statement
from sayso.model.reading import Ledger
from sayso.model.text import Article, Party, Span


def tell_records(
    ledgers: Iterable[Ledger],
    tellings: Iterable[Telling],
    profiler: Profiler,
    parties: Parties,
    book: AccountBook,
) -> tuple[tuple[Telling, Profile], ...]:
    """All records but statements that can be compared, each as it is told, in order.

    An event that is the statement itself ("warned") tells nothing beside it and is left out.
    """
    known = {telling.record.id: telling for telling in tellings}
    found = []
    for ledger in ledgers:
        statements = [record for record in ledger.records if isinstance(record, Statement)]
        cues = {_place(s.cue) for s in statements if s.cue is not None}
        for record in ledger.records:
            if isinstance(record, Statement | Caveat) or not record.spans:
                continue
            if isinstance(record, Event) and _place(record.trigger) in cues:
                continue
            profile = profiler.profile(record)
            if profile is not None:
                statement = _around(record, statements)
                telling = known.get(statement.id) or telling_of(
                    statement, ledger.article, _nothing_quoted(ledger.article), parties, book
                )
                told = telling._replace(
                    record=record,
                    voice=parties.voice(statement.speaker),
                    statement=statement,
                    negated=False,
                    denied=record.modality == "denied",
                    fullness=profile.fullness,
                )
                found.append((told, profile))
    return tuple(sorted(found, key=lambda pair: pair[0].key))


def _around(record: ClaimRecord, statements: Iterable[Statement]) -> Statement:
    """The narrowest statement of the same chain that the record stands in; else one made of the record."""
    if isinstance(record, RedLine | Event) and record.statement is not None:
        for statement in statements:
            if statement.id == record.statement and statement.act in UTTERANCES:
                return statement
    if record.chain:
        around = [
            statement
            for statement in statements
            if statement.chain == record.chain
            and statement.content
            and any(_inside(record.spans[0], span) for span in statement.content)
        ]
        if around:
            return min(around, key=lambda s: (sum(len(c.text) for c in s.content), s.id))
    return Statement(
        id=record.id,
        article=record.article,
        spans=record.spans,
        chain=record.chain,
        modality=record.modality,
        when=record.when,
        form="indirect",
        act="speech",
        speaker=_speaker(record),
        cue=None,
        content=record.spans,
    )


def _speaker(record: ClaimRecord) -> Party | None:
    """The chain's last party. A red line is its warner's utterance, whoever tells of it."""
    if record.chain:
        return record.chain[-1].party
    return record.warner if isinstance(record, RedLine) else None


def _inside(part: Span, whole: Span) -> bool:
    return part.part == whole.part and part.start < whole.end and whole.start < part.end


def _nothing_quoted(article: Article) -> dict[str, tuple[tuple[int, int], ...]]:
    dropped = (f"dropped/{number}" for number in range(len(article.dropped)))
    return dict.fromkeys(("text", "title", *dropped), ())


def _place(span: Span) -> tuple[str, int, int]:
    return span.part, span.start, span.end
