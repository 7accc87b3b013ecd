"""The timeline: what has a time, in its order. What has none is not in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sayso.briefs.dating import begins
from sayso.briefs.order import FORMS, name_of, speaker_of
from sayso.briefs.quoting import quoted
from sayso.briefs.summary import shortened
from sayso.briefs.telling import words_of
from sayso.model.collation import Claim, ClaimRecord, TimelineEntry
from sayso.model.finding import meet
from sayso.model.ledger import PolicyChange, Statement, Transfer
from sayso.model.text import Article, When

_LONGEST = 120
_DAY = len("2024-05-31")


def make_timeline(
    articles: Iterable[Article], claims: Sequence[Claim], records: Mapping[str, ClaimRecord]
) -> tuple[TimelineEntry, ...]:
    """Utterances on their evident occasions, transfers, rules and publications, by the first day of each."""
    statements = {key: one for key, one in records.items() if isinstance(one, Statement)}
    happened = tuple(_happened(claims, records))
    entries = [
        *_utterances(claims, statements, happened),
        *happened,
        *_publications(articles),
    ]
    return tuple(sorted(entries, key=_order))


def _order(entry: TimelineEntry) -> tuple[str, str, str, str]:
    when = entry.when
    return begins(when) or "", when.start or "", when.end or "", entry.text


def _utterances(
    claims: Sequence[Claim],
    statements: Mapping[str, Statement],
    happened: Sequence[TimelineEntry],
) -> Iterable[TimelineEntry]:
    """Occasions of utterances; one that only announces what is told at that time is no entry beside it."""
    for claim in claims:
        speaker = speaker_of(claim)
        if speaker is None or not isinstance(claim.record, Statement):
            continue
        for occasion in claim.occasions or ():
            if occasion.when is not None and occasion.when.start is not None:
                told = [statements[key] for key in claim.records if key in statements]
                if any(_announces(record, occasion.when, happened) for record in told):
                    continue
                then = [record for record in told if record.content[0] in occasion.spans]
                words = quoted(
                    min(then, key=lambda r: (r.id != claim.record.id, FORMS.index(r.form), r.id))
                )
                text = shortened(f"{name_of(speaker)}: {words}", _LONGEST)
                yield TimelineEntry(
                    when=occasion.when, text=text, claim=claim.id, spans=occasion.spans
                )


def _announces(record: Statement, when: When, happened: Iterable[TimelineEntry]) -> bool:
    """Whether something is told at that time in the words of the statement."""
    return any(
        (entry.when.start, entry.when.end) == (when.start, when.end)
        and any(meet(span, other) for span in record.content for other in entry.spans)
        for entry in happened
    )


def _happened(
    claims: Sequence[Claim], records: Mapping[str, ClaimRecord]
) -> Iterable[TimelineEntry]:
    """What is told of transfers and rules, at the time that the best wording gives, or else another one."""
    for claim in claims:
        record = _dated(claim, records)
        if record is not None and record.when is not None:
            # "it had sold howitzers" may be what was denied: the words alone do not tell.
            firm = "" if record.modality == "asserted" else f" ({record.modality})"
            own = words_of(record) if record is not claim.record else claim.text
            text = f"{shortened(' '.join(own.split()), _LONGEST)}{firm}"
            yield TimelineEntry(when=record.when, text=text, claim=claim.id, spans=record.spans)


def _dated(claim: Claim, records: Mapping[str, ClaimRecord]) -> Transfer | PolicyChange | None:
    """The claim's best wording, unless that tells no time: then the telling of the shortest time."""
    told = [claim.record, *(records[key] for key in claim.records)]
    dated = [
        one
        for one in told
        if isinstance(one, Transfer | PolicyChange) and one.when and one.when.start
    ]
    if claim.record in dated:
        dated = dated[:1]
    return min(dated, key=_sharpness, default=None)


def _sharpness(record: Transfer | PolicyChange) -> tuple[bool, int, bool, str]:
    """First those that are asserted, then those of the shortest time."""
    when = record.when
    first, last = (when.start, when.end) if when else (None, None)
    days = (
        (date.fromisoformat(last[:_DAY]) - date.fromisoformat(first[:_DAY])).days
        if first and last
        else 0
    )
    return record.modality != "asserted", days, last is None, record.id


def _publications(articles: Iterable[Article]) -> Iterable[TimelineEntry]:
    for article in articles:
        if article.published is not None and article.published.start is not None:
            where = article.outlet or article.path or article.url or article.id
            title = f": {article.title}" if article.title else ""
            yield TimelineEntry(
                when=article.published, text=shortened(f"published, {where}{title}", _LONGEST)
            )
