"""Red lines: who warns whom, of what, if what is done; and whether it is reported done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.briefs.labels import cite_all
from sayso.briefs.order import condition_of, in_marks, plainest_line, warned_by
from sayso.briefs.page import Page, when_text
from sayso.briefs.sheet import Entry, Inline, Line, Section
from sayso.briefs.summary import shortened
from sayso.briefs.telling import denials, others, source
from sayso.model.collation import Claim
from sayso.model.ledger import RedLine
from sayso.model.text import Party, Span

TITLE = "Red lines"
_LONGEST = 240
_MOST_PLACES = 3
_STATUS = {
    "open": "open: no article reports the act",
    "reported_met": "reported met",
    "disputed": "disputed: the act is reported, and denied",
    "complied": "complied with",
    "lapsed": "lapsed: its deadline is over, and no article reports the act",
}
_STRENGTHS = {
    "same": "drawn before: ",
    "harder": "drawn before, softer: ",
    "softer": "drawn before, harder: ",
}
_CONSEQUENCES = {
    "none_reported": "no answer is reported",
    "prepared": "an answer is said to be prepared",
    "reported": "an answer is reported",
    "disclaimed": "an answer is disclaimed",
}


def redlines(page: Page) -> Section | None:
    """An entry for each red line, or None where none is drawn."""
    claims = page.of_kind("redline")
    entries = tuple(
        _entry(page, claim, claim.record) for claim in claims if isinstance(claim.record, RedLine)
    )
    return Section(TITLE, "", entries) if entries else None


def _entry(page: Page, claim: Claim, record: RedLine) -> Entry:
    lines = (
        Line((head_of_line(page, claim),)),
        Line((status_of(claim),)),
        *_condition(page, claim, record),
        *_quoted(page, "consequence: ", record.consequence.spans, _threat(record)),
        *_named(page, claim, record),
        *_hedges(page, claim),
        *_deadline(record),
        source(page, claim),
        *others(page, claim),
        *_reported(page, claim),
        *_candidates(page, claim),
        *_again(page, claim),
        *denials(page, claim),
    )
    return Entry("claim", str(page.numbers[claim.id]), lines)


def head_of_line(page: Page, claim: Claim) -> str:
    """Who warns whom: "Chile → Peru, by Rosa Lund, minister"; TypeError for what is no red line."""
    record = claim.record
    if not isinstance(record, RedLine):
        raise TypeError(f"claim {claim.id} is about a {claim.about}")
    warner, warned = _side(page, record.warner), _side(page, warned_by(claim, page.records))
    sides = f"{warner} → {warned}" if warned else warner
    who = page.name(record.warner) if record.warner else "somebody not named"
    role = f", {record.warner.role}" if record.warner and record.warner.role else ""
    return f"{sides}, by {who}{role}" if who != warner else f"{sides}{role}"


def _side(page: Page, party: Party | None) -> str:
    """The state of a party where it is known, else its name."""
    if party is None:
        return ""
    actor = page.actors.get(party.actor or "")
    if actor is None or actor.country is None:
        return page.name(party)
    return page.states.get(actor.country, page.name(party))


def status_of(claim: Claim) -> str:
    """Whether the act is reported, whether an answer is, and whether the line was taken back."""
    act = _STATUS[claim.condition_status or "open"]
    answer = _CONSEQUENCES[claim.consequence_status or "none_reported"]
    withdrawn = "; withdrawn" if claim.withdrawn else ""
    return f"{act}; {answer}{withdrawn}"


def _condition(page: Page, claim: Claim, record: RedLine) -> Iterator[Line]:
    """In its plainest words, and where these are another telling's, in the best one's too."""
    plainest = condition_of(claim, page.records)
    yield from _quoted(page, "condition: ", plainest)
    if plainest != record.condition.spans:
        yield from _quoted(page, "in the fullest telling: ", record.condition.spans)


def _named(page: Page, claim: Claim, record: RedLine) -> Iterator[Line]:
    """Where the best wording leaves open what would follow: the telling that says it, with its own condition."""
    plain = plainest_line(claim, page.records)
    if plain is not None and plain is not record:
        spans = (*plain.condition.spans, *plain.consequence.spans)
        yield from _quoted(page, "named elsewhere: ", spans, _threat(plain))


def _quoted(page: Page, lead: str, spans: Sequence[Span], more: str = "") -> Iterator[Line]:
    if spans:
        words = " … ".join(" ".join(span.text.split()) for span in spans)
        cites = cite_all(spans, page.labels, _MOST_PLACES)
        yield Line((f"{in_marks(shortened(words, _LONGEST))}{more}  (", *cites, ")"), lead=lead)


def _threat(record: RedLine) -> str:
    """Of what kind the consequence is, where it is named; else that it is left open."""
    modes = [mode for mode in record.consequence.modes if mode != "unspecified"]
    named = record.consequence.specificity == "named"
    return f" ({', '.join(modes)})" if modes and named else " (left open)"


def _hedges(page: Page, claim: Claim) -> Iterator[Line]:
    """The words that soften it, by article."""
    found: dict[str, list[Span]] = {}
    for key in claim.records:
        record = page.records[key]
        if isinstance(record, RedLine):
            for span in record.hedges:
                found.setdefault(span.text.casefold(), []).append(span)
    words: list[Inline] = []
    for hedge in sorted(found):
        words += ["; "] * bool(words)
        words += [f"“{hedge}” (", *cite_all(found[hedge], page.labels, _MOST_PLACES), ")"]
    if words:
        yield Line(tuple(words), lead="softened by ")


def _deadline(record: RedLine) -> Iterator[Line]:
    if record.deadline is not None:
        yield Line((when_text(record.deadline),), lead="until ")


def _reported(page: Page, claim: Claim) -> Iterator[Line]:
    """Claims that tell that the act was done, or answered."""
    for other in page.claims:
        if set(claim.status_records) & set(other.records):
            yield _other(page, other, "as reported: ")


def _candidates(page: Page, claim: Claim) -> Iterator[Line]:
    """Claims that may come to meet it and are not shown to."""
    for other in page.claims:
        if other.record.id in claim.candidates:
            yield _other(page, other, "may come to meet it: ")


def _again(page: Page, claim: Claim) -> Iterator[Line]:
    """The earlier line that this one draws again."""
    for other in page.claims:
        if other.id == claim.repeats:
            yield _other(page, other, _STRENGTHS[claim.repeats_how or "same"])


def _other(page: Page, claim: Claim, lead: str) -> Line:
    words = shortened(" ".join(claim.text.split()), _LONGEST)
    return Line((f"{words} ", page.note(claim.id)), lead=lead)
