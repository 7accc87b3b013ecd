"""Transfers: the ways that weapons go, then each leg with its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.briefs.arrivals import possible_arrivals
from sayso.briefs.labels import cite
from sayso.briefs.order import in_marks
from sayso.briefs.page import Page
from sayso.briefs.sheet import Block, Entry, Heading, Inline, Line, Say, Section
from sayso.briefs.summary import shortened
from sayso.briefs.telling import LONGEST_TELLING, denials, others, source, words_of
from sayso.briefs.ways import Step, Way, draw, find_ways, is_delivered, transfer
from sayso.model.collation import Claim
from sayso.model.ledger import Transfer
from sayso.model.text import Quantity

TITLE = "Transfers"
_LONGEST = 200
_MOST_PLACES = 3


def transfers(page: Page) -> Section | None:
    """The ways by weapon, with every leg's claims; None where no article tells of any."""
    ways = find_ways(page)
    if not ways:
        return None
    blocks: list[Block] = []
    told: set[str] = set()
    for own in _by_weapon(ways):
        blocks.append(Heading("speaker", ", ".join(dict.fromkeys(way.weapon for way in own))))
        blocks += [Say((drawn,)) for drawn in dict.fromkeys(draw(way) for way in own)]
        if not any(is_delivered(way) for way in own):
            blocks.append(_absence(page, own))
        blocks += list(_legs(page, own, told))
    return Section(TITLE, "", tuple(blocks))


def _absence(page: Page, ways: list[Way]) -> Say:
    """That no article reports a delivery; or the words that may, and are no leg here."""
    records = [one for one in page.records.values() if isinstance(one, Transfer)]
    found = possible_arrivals({way.weapon for way in ways}, page.articles.values(), records)
    if not found:
        return Say(("No article reports a delivery.",))
    words: list[Inline] = ["No delivery is read in the articles, but words may tell of one: "]
    for number, span in enumerate(found[:_MOST_PLACES]):
        told = shortened(" ".join(span.text.split()), LONGEST_TELLING)
        words += ["; "] * bool(number) + [f"{in_marks(told)} (", cite(span, page.labels), ")"]
    return Say(tuple(words))


def _by_weapon(ways: Iterable[Way]) -> Iterator[list[Way]]:
    """The ways of each weapon; those of two weapons that go together in the same words are told as one."""
    by_weapon: dict[str, list[Way]] = {}
    for way in ways:
        by_weapon.setdefault(way.weapon, []).append(way)
    together: dict[object, list[Way]] = {}
    for own in by_weapon.values():
        key = tuple((draw(way), tuple(_words_key(step) for step in way.steps)) for way in own)
        together.setdefault(key, []).extend(own)
    yield from together.values()


def _words_key(step: Step) -> tuple[object, ...]:
    return tuple((claim.record.spans, claim.record.chain, claim.articles) for claim in step.claims)


def _legs(page: Page, ways: list[Way], told: set[str]) -> Iterator[Entry]:
    """An entry for each claim; one in words that another weapon's has already only points to that."""
    first: dict[object, Claim] = {}
    for way in ways:
        for step in way.steps:
            for claim in step.claims:
                if claim.id in told:
                    continue
                told.add(claim.id)
                words = (step.supplier, step.recipient, claim.record.spans, claim.record.chain)
                known = first.setdefault(words, claim)
                alike = known.articles == claim.articles and not claim.denials
                if alike and transfer(known).weapon != transfer(claim).weapon:
                    line = Line((f"{way.weapon}: in the words of ", page.note(known.id)))
                    yield Entry("claim", str(page.numbers[claim.id]), (line,))
                else:
                    yield _entry(page, claim, transfer(claim))


def _entry(page: Page, claim: Claim, record: Transfer) -> Entry:
    lines = (
        Line((f"{_what(page, record)}: {shortened(words_of(record), _LONGEST)}",)),
        source(page, claim),
        *others(page, claim),
        *denials(page, claim),
    )
    return Entry("claim", str(page.numbers[claim.id]), lines)


def _what(page: Page, record: Transfer) -> str:
    """The slots of a transfer: ends, status, act, number, consent."""
    recipient = record.recipient or record.end_user
    ends = [page.name(party) if party else "?" for party in (record.supplier, recipient)]
    made = record.act == "licensed_production"
    parts = [
        " → ".join(ends),
        "made under licence" if made else (record.status or record.stage or "").replace("_", " "),
        "" if made or record.act == "supply" else record.act,
        *(f"through {page.name(party)}" for party in record.via),
        _number("ordered", record.ordered),
        _number("delivered", record.delivered),
        _number("worth", record.value),
    ]
    if record.consent is not None and record.consent.status:
        of = f" by {page.name(record.consent.from_)}" if record.consent.from_ else ""
        parts.append(f"consent {record.consent.status}{of}")
    return ", ".join(part for part in parts if part)


def _number(lead: str, quantity: Quantity | None) -> str:
    if quantity is None or quantity.value is None:
        return ""
    return f"{lead} {quantity.value:g} {quantity.unit or ''}".strip()
