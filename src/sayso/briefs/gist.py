"""One sentence for a claim about a red line, a transfer or a rule, in our words around the articles' own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.books.printed import in_sentence
from sayso.briefs.offices import in_office
from sayso.briefs.order import (
    condition_of,
    in_marks,
    introduce,
    name_of,
    plainest_line,
    warned_by,
)
from sayso.model.collation import Claim, ClaimRecord, Occasion
from sayso.model.ledger import PolicyChange, RedLine, Transfer
from sayso.model.text import Actor, Span

_ACTS = {
    "announced": "{supplier} is to supply {weapon} to {recipient}",
    "agreed": "{supplier} agreed to supply {weapon} to {recipient}",
    "contracted": "{supplier} is under contract to supply {weapon} to {recipient}",
    "delivered": "{supplier} delivered {weapon} to {recipient}",
    "prohibited": "{supplier} may not pass {weapon} on to {recipient}",
}
_LINES = {
    "open": "no article reports the act",
    "reported_met": "the act is reported done",
    "disputed": "the act is reported, and denied",
    "complied": "it is reported complied with",
    "lapsed": "its deadline is over, and no article reports the act",
}
_LONGEST_PIECE = 120
# So few words ("the potential consequences") name no answer that was left open.
_BARE = 4


def gist(
    claim: Claim,
    records: Mapping[str, ClaimRecord],
    actors: Mapping[str, Actor],
    delivered: bool,
) -> str | None:
    """The sentence, or None for what is too little for a summary.

    `delivered` says if any article tells, or may tell, that this transfer arrived.
    """
    record = claim.record
    if isinstance(record, RedLine):
        return _redline(claim, record, records, actors)
    if isinstance(record, Transfer):
        return _transfer(record, delivered, claim.occasions or ())
    return _policy(record) if isinstance(record, PolicyChange) else None


def _redline(
    claim: Claim,
    record: RedLine,
    records: Mapping[str, ClaimRecord],
    actors: Mapping[str, Actor],
) -> str | None:
    if record.warner is None or not record.condition.spans:
        return None
    warned = warned_by(claim, records)
    who = introduce(in_office(record.warner, actors))
    comma = "," if who != name_of(record.warner) else ""
    whom = f" {in_sentence(name_of(warned))}" if warned else ""
    line = plainest_line(claim, records) or record
    consequence = _consequence(line)
    status = _LINES[claim.condition_status or "open"]
    act = _words(condition_of(claim, records) if line is record else line.condition.spans)
    return f"{who}{comma} warned{whom}. The condition: {in_marks(act)}{consequence}; {status}."


def _consequence(record: RedLine) -> str:
    threat = _words(record.consequence.spans)
    if not threat:
        return ""
    if record.consequence.specificity != "named" and len(threat.split()) <= _BARE:
        return "; what would follow is left open"
    return f"; the consequence: {in_marks(threat)}"


def _transfer(record: Transfer, delivered: bool, occasions: Sequence[Occasion]) -> str | None:
    recipient = record.recipient or record.end_user
    words = _ACTS.get(record.status or "")
    if (
        words is None
        or record.act == "licensed_production"
        or record.weapon is None
        or record.supplier is None
        or recipient is None
    ):
        return None
    told = words.format(
        supplier=in_sentence(name_of(record.supplier)),
        weapon=record.weapon.name,
        recipient=in_sentence(name_of(recipient)),
    )
    told = told[:1].upper() + told[1:]
    when = f" ({record.when.text})" if record.when and record.when.text else ""
    waiting = record.status in {"announced", "agreed", "contracted"} and not delivered
    absent = "; no article reports a delivery" if waiting else ""
    teller = record.chain[-1].party if record.chain else None
    own = teller is None or name_of(teller) == name_of(record.supplier)
    whose = "" if own or teller is None else f", according to {in_sentence(name_of(teller))}"
    said = occasions[0].when if len(occasions) == 1 else None
    if whose and not when and said and said.text:
        whose = f"{whose} ({said.text})"
    return f"{told}{when}{whose}{absent}."


def _policy(record: PolicyChange) -> str | None:
    if record.jurisdiction is None:
        return None
    when = f" ({record.when.text})" if record.when and record.when.text else ""
    return f"{name_of(record.jurisdiction)}: {record.subject}, {record.direction}{when}."


def _words(spans: tuple[Span, ...]) -> str:
    words = " … ".join(" ".join(span.text.split()) for span in spans)
    if len(words) <= _LONGEST_PIECE:
        return words
    return f"{words[:_LONGEST_PIECE].rsplit(' ', 1)[0].rstrip(',;:')} …"
