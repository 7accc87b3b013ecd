"""What a brief says in short: sentences made of the articles' own words, each with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from sayso.briefs.arrivals import possible_arrivals
from sayso.briefs.gist import gist
from sayso.briefs.offices import in_office
from sayso.briefs.order import (
    condition_of,
    introduce,
    name_of,
    of_kind,
    plainest_line,
    speaker_of,
)
from sayso.briefs.quoting import quoted
from sayso.model.collation import Claim, ClaimRecord, Sentence
from sayso.model.finding import meet
from sayso.model.ledger import RedLine, Statement, Transfer
from sayso.model.text import Actor, Article, Party, Span

MOST_SENTENCES = 8
_A_SPEAKER = 3
# How many sentences of a kind, the kinds in this order.
_FEW = {"redline": 3, "transfer": 2, "policy_change": 1}
_LONGEST = 260
_LONGEST_GAP = 60
# "has", "has also": what may stand between a subject and its verb.
_HELPERS = 2
# Of a transfer: supplier, recipient and weapon by name, None where not told.
Route = tuple[str | None, ...]


def summarise(
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    records: Mapping[str, ClaimRecord],
    actors: Mapping[str, Actor],
    most: int,
) -> tuple[Sentence, ...]:
    """At most `most` sentences: red lines, transfers and rules first, then what else was said.

    Statements fill what is left: at most three a speaker, and none that a red line tells.
    """
    chosen = [*_gists(claims, articles, records, actors)][:most]
    lines = {record.statement for record in records.values() if isinstance(record, RedLine)}
    told = [
        span
        for claim in claims
        for sentence in chosen
        if claim.id in sentence.claims
        for key in claim.records
        for span in records[key].spans
    ]
    said = [
        claim
        for claim in of_kind(claims, "statement")
        if isinstance(claim.record, Statement)
        and claim.record.id not in lines
        and not any(meet(span, other) for span in claim.record.content for other in told)
    ]
    for claim, record, speaker in _in_turn(said):
        if len(chosen) < most:
            chosen.append(_sentence(claim, record, in_office(speaker, actors), articles))
    return tuple(chosen)


def _in_turn(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Statement, Party]]:
    """Statements of those that are named: what several articles tell first, then one of each speaker after another."""
    spoken: Counter[str] = Counter()
    ranked = []
    for place, claim in enumerate(claims):
        speaker = speaker_of(claim)
        if speaker is not None and isinstance(claim.record, Statement):
            key = speaker.actor or name_of(speaker)
            if spoken[key] < _A_SPEAKER:
                alone = len(claim.articles) == 1
                ranked.append((alone, spoken[key] * alone, place, claim.record, speaker))
                spoken[key] += 1
    for _, _, place, record, speaker in sorted(ranked, key=lambda one: one[:3]):
        yield claims[place], record, speaker


def _gists(
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    records: Mapping[str, ClaimRecord],
    actors: Mapping[str, Actor],
) -> Iterator[Sentence]:
    """Sentences about red lines, transfers and rules, at most a few of each kind."""
    arrived = {
        _route(claim.record)
        for claim in of_kind(claims, "transfer")
        if isinstance(claim.record, Transfer) and claim.record.status == "delivered"
    }
    for kind, few in _FEW.items():
        told = 0
        drawn: dict[str, int] = {}
        for claim in of_kind(claims, kind):
            if _adds_little(claim, drawn):
                continue
            there = _has_arrived(_route(claim.record), arrived) or _may_have(
                claim, articles, records
            )
            text = gist(claim, records, actors, there)
            if text is not None and told < few:
                told += 1
                yield Sentence(text=text, spans=_told_by(claim, records), claims=(claim.id,))


def _told_by(claim: Claim, records: Mapping[str, ClaimRecord]) -> tuple[Span, ...]:
    """The words that a claim's sentence rests on: of a red line those that say what would follow."""
    line = plainest_line(claim, records)
    if line is not None and line is not claim.record:
        return line.spans
    return tuple(dict.fromkeys((*claim.record.spans, *condition_of(claim, records))))


def _adds_little(claim: Claim, drawn: dict[str, int]) -> bool:
    """Whether it is a further red line of one warner, told by fewer articles, that leaves open what would follow.

    `drawn` are the articles that tell the first line of each warner, and grows.
    """
    record = claim.record
    if not isinstance(record, RedLine) or record.warner is None:
        return False
    most = drawn.setdefault(record.warner.actor or name_of(record.warner), len(claim.articles))
    return len(claim.articles) < most and record.consequence.specificity != "named"


def _may_have(
    claim: Claim, articles: Mapping[str, Article], records: Mapping[str, ClaimRecord]
) -> bool:
    """Whether words of any article may tell of an arrival that no record holds."""
    if not isinstance(claim.record, Transfer) or claim.record.weapon is None:
        return False
    transfers = [one for one in records.values() if isinstance(one, Transfer)]
    return bool(possible_arrivals([claim.record.weapon.name], articles.values(), transfers))


def _has_arrived(route: Route, arrived: Collection[Route]) -> bool:
    """Whether an article tells that it was delivered, by that supplier or by nobody named."""
    return any(route[1:] == other[1:] and other[0] in (None, route[0]) for other in arrived)


def _route(record: ClaimRecord) -> Route:
    if not isinstance(record, Transfer):
        return ()
    recipient = record.recipient or record.end_user
    return (
        name_of(record.supplier) if record.supplier else None,
        name_of(recipient) if recipient else None,
        record.weapon.name if record.weapon else None,
    )


def _sentence(
    claim: Claim, record: Statement, speaker: Party, articles: Mapping[str, Article]
) -> Sentence:
    clause = clause_of(record, articles[record.article])
    who = introduce(speaker)
    text = f"{who}{clause}" if clause else f"{who}: {quoted(record, articles[record.article])}"
    return Sentence(
        text=_closed(shortened(text, _LONGEST)), spans=record.content, claims=(claim.id,)
    )


def clause_of(record: Statement, article: Article) -> str | None:
    """The article's own clause from its verb on (", warned Tokyo of …"), or None.

    Only where speaker, cue and content stand in this order with little between them: then the cue is
    the verb of that subject, and the words can follow the speaker's full name as they are.
    """
    speaker, cue = record.speaker, record.cue
    if record.form == "direct" or speaker is None or speaker.span is None or cue is None:
        return None
    if len(record.content) != 1 or {speaker.span.part, cue.part, record.content[0].part} != {
        "text"
    }:
        return None
    content = record.content[0]
    before, between = cue.start - speaker.span.end, content.start - cue.end
    if before < 0 or not 0 <= between <= _LONGEST_GAP:
        return None
    lead = article.text[speaker.span.end : cue.start].split()
    words = article.text[cue.start : content.end]
    if len(lead) > _HELPERS or not all(word.isalpha() for word in lead) or "\n" in words:
        return None
    comma = "," if introduce(speaker) != name_of(speaker) else ""
    return f"{comma} {' '.join([*lead, words])}"


def shortened(text: str, most: int) -> str:
    """At most `most` characters, cut between words."""
    if len(text) <= most:
        return text
    closing = "”" if text.endswith("”") else ""
    return f"{text[:most].rsplit(' ', 1)[0].rstrip(',;:')} …{closing}"


def _closed(text: str) -> str:
    return text if text.rstrip("”")[-1:] in {".", "!", "?", "…"} else f"{text}."
