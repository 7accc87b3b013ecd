"""How a record is told: the statement that it stands in, or the outlet's own voice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.books.accounts import AccountBook
from sayso.collate.marked import marked
from sayso.collate.parties import Parties
from sayso.collate.profiles import Profile
from sayso.collate.profiling import Profiler, rung
from sayso.collate.tellings import Telling, telling_of
from sayso.model.collation import ClaimRecord
from sayso.model.ledger import UTTERED, Caveat, Event, RedLine, Statement, Transfer
from sayso.model.reading import Ledger
from sayso.model.text import Party, Span

Told = tuple[Telling, Profile]
_THOUGHT = "feared"
_UNSTATED = frozenset({"hypothetical", "feared", "possible"})


def tell_records(
    ledgers: Iterable[Ledger],
    tellings: Iterable[Telling],
    profiler: Profiler,
    parties: Parties,
    book: AccountBook,
) -> tuple[Told, ...]:
    """All records but statements that can be compared, each as it is told, in order.

    An event that is the statement itself ("warned") tells nothing beside it and is left out.
    """
    known = {telling.record.id: telling for telling in tellings}
    found = []
    for ledger in ledgers:
        statements = [record for record in ledger.records if isinstance(record, Statement)]
        acts, around = _speech_acts(ledger), marked(ledger, unquoted=True)
        supposed = _supposed(ledger)
        for record in ledger.records:
            if isinstance(record, Statement | Caveat) or not record.spans:
                continue
            if isinstance(record, Event) and any(_inside(record.trigger, act) for act in acts):
                continue
            profile = profiler.profile(record)
            if profile is not None:
                statement = _around(record, statements)
                telling = known.get(statement.id) or telling_of(statement, around, parties, book)
                told = telling._replace(
                    record=record,
                    voice=parties.voice(statement.speaker),
                    statement=statement,
                    negated=False,
                    lacking=False,
                    denied=_is_denial(record),
                    fullness=profile.fullness,
                    presupposed=_is_presupposed(record, supposed),
                )
                found.append((told, profile))
    return tuple(sorted(_settled(found), key=lambda pair: pair[0].key))


def _speech_acts(ledger: Ledger) -> tuple[Span, ...]:
    """The words by which articles say that somebody speaks or warns."""
    lines = (span for r in ledger.records if isinstance(r, RedLine) for span in r.spans)
    said = [record for record in ledger.records if isinstance(record, Statement)]
    cues = (record.cue for record in said if record.cue is not None)
    around = (
        Span(article=s.article, part=s.part, start=s.start, end=first.start, text="")
        for record in said
        for s in record.spans
        for first in record.content[:1]
        if s.part == first.part and s.start < first.start <= s.end
    )
    return (*cues, *lines, *around)


def _supposed(ledger: Ledger) -> tuple[Span, ...]:
    """What an article tells as threatened, supposed or feared: nobody states what is only named in it."""
    found: list[Span] = []
    for record in ledger.records:
        if isinstance(record, RedLine):
            found += (*record.condition.spans, *record.consequence.spans)
        elif not isinstance(record, Statement | Caveat) and record.modality in _UNSTATED:
            found += record.spans
    return tuple(found)


def _is_presupposed(record: ClaimRecord, supposed: Sequence[Span]) -> bool:
    """Whether a record that is put as a fact has all of its words in what is only supposed."""
    if isinstance(record, RedLine) or record.modality != "asserted":
        return False
    return all(any(_holds(whole, span) for whole in supposed) for span in record.spans)


def _settled(found: Sequence[Told]) -> list[Told]:
    """Red lines whose act cannot be read ("if it goes on") are the one whose act can be.

    Only where the warner draws one such line in that article, to the same side.
    """
    read: dict[tuple[str, ...], set[Profile]] = {}
    for telling, profile in found:
        if isinstance(telling.record, RedLine) and not profile.by_words:
            read.setdefault(_drawn(telling.record, profile), set()).add(profile)
    settled: list[Told] = []
    for telling, profile in found:
        one = profile
        if isinstance(telling.record, RedLine) and profile.by_words:
            meant = read.get(_drawn(telling.record, profile), set())
            one = next(iter(meant)) if len(meant) == 1 else profile
        settled.append((telling, one))
    return settled


def _drawn(record: RedLine, profile: Profile) -> tuple[str, ...]:
    """Where, by whom and to whom a line is drawn."""
    warned = record.warned.actor or record.warned.name if record.warned else ""
    return record.article, profile.exact[0] or "", profile.exact[1] or "", warned


def _around(record: ClaimRecord, statements: Iterable[Statement]) -> Statement:
    """The narrowest statement of the same chain that the record stands in; else one made of the record."""
    if isinstance(record, RedLine | Event) and record.statement is not None:
        for statement in statements:
            if statement.id == record.statement and statement.act in UTTERED:
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


def _is_denial(record: ClaimRecord) -> bool:
    """True for what is denied. What is only feared is not stated, and "lest it come" denies nothing."""
    thought = isinstance(record, Transfer) and rung(record) == _THOUGHT
    return record.modality == "denied" and not thought


def _speaker(record: ClaimRecord) -> Party | None:
    """The chain's last party. A red line is its warner's utterance, whoever tells of it."""
    if record.chain:
        return record.chain[-1].party
    return record.warner if isinstance(record, RedLine) else None


def _holds(whole: Span, part: Span) -> bool:
    return whole.part == part.part and whole.start <= part.start and part.end <= whole.end


def _inside(part: Span, whole: Span) -> bool:
    return part.part == whole.part and part.start < whole.end and whole.start < part.end
