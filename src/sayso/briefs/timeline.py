"""The timeline: what has a time, in its order. What has none is not in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.briefs.dating import begins
from sayso.briefs.order import FORMS, name_of, speaker_of
from sayso.briefs.quoting import quoted
from sayso.briefs.summary import meet, shortened
from sayso.model.collation import Claim, TimelineEntry
from sayso.model.ledger import PolicyChange, Statement, Transfer
from sayso.model.text import Article, When

_LONGEST = 120


def make_timeline(
    articles: Iterable[Article], claims: Sequence[Claim], statements: Mapping[str, Statement]
) -> tuple[TimelineEntry, ...]:
    """Utterances on their evident occasions, transfers, rules and publications, by the first day of each."""
    happened = tuple(_happened(claims))
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


def _happened(claims: Sequence[Claim]) -> Iterable[TimelineEntry]:
    """What is told of transfers and rules, at the time that the best wording gives."""
    for claim in claims:
        record = claim.record
        if isinstance(record, Transfer | PolicyChange) and record.when and record.when.start:
            # "it had sold howitzers" may be what was denied: the words alone do not tell.
            firm = "" if record.modality == "asserted" else f" ({record.modality})"
            text = f"{shortened(' '.join(claim.text.split()), _LONGEST)}{firm}"
            yield TimelineEntry(when=record.when, text=text, claim=claim.id, spans=record.spans)


def _publications(articles: Iterable[Article]) -> Iterable[TimelineEntry]:
    for article in articles:
        if article.published is not None and article.published.start is not None:
            where = article.outlet or article.path or article.url or article.id
            title = f": {article.title}" if article.title else ""
            yield TimelineEntry(
                when=article.published, text=shortened(f"published, {where}{title}", _LONGEST)
            )
