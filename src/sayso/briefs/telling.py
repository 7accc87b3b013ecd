"""What sections say alike of any claim: its source and figures, who else tells it, who denies it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.briefs.labels import cite, cite_all
from sayso.briefs.numbers import counted
from sayso.briefs.order import condition_of
from sayso.briefs.page import Page, chain_words
from sayso.briefs.quoting import quoted
from sayso.briefs.sheet import Inline, Line, Words
from sayso.briefs.summary import shortened
from sayso.model.collation import Claim, ClaimRecord, DifferenceValue, Origin, OriginPath
from sayso.model.ledger import RedLine, Statement
from sayso.model.text import Span

LONGEST_TELLING = 110
_MOST_PLACES = 3


def source(page: Page, claim: Claim) -> Line:
    """Where the claim's best wording stands, through whom it came, and its figures."""
    record = claim.record
    words = chain_words(page, evidence(record), record.chain)
    own = "" if record.chain or isinstance(record, Statement) else " ← the outlet's own voice"
    return Line((*words, f"{own} · {counted(claim, page.reach)}"), "dim")


def others(page: Page, claim: Claim) -> Iterator[Line]:
    """How the other articles came by the claim, and their words."""
    paths = [
        path
        for origin in claim.origins
        for path in origin.paths
        if path.article != claim.record.article
    ]
    for path in sorted(paths, key=lambda path: page.labels[path.article]):
        yield Line(_telling(page, claim, path), "dim", lead="also ")


def denials(page: Page, claim: Claim) -> Iterator[Line]:
    """Who denies it, with the words."""
    for origin in claim.denials:
        yield from _denial(page, claim, origin)


def evidence(record: ClaimRecord) -> tuple[Span, ...]:
    """A record's own words."""
    return record.content if isinstance(record, Statement) else record.spans


def words_of(record: ClaimRecord, page: Page | None = None) -> str:
    """A record's own words on one line: direct speech in quotation marks."""
    if isinstance(record, Statement):
        return quoted(record, page.articles.get(record.article) if page else None)
    return " … ".join(" ".join(span.text.split()) for span in record.spans)


def claim_words(page: Page, claim: Claim) -> str:
    """A claim's words on one line: of a red line the condition and the answer, else its best wording."""
    return plain_words(page, claim.record, condition_of(claim, page.records))


def plain_words(page: Page, record: ClaimRecord, condition: tuple[Span, ...] = ()) -> str:
    """A record's words on one line: of a red line the condition, its own where none is given, and the answer."""
    if not isinstance(record, RedLine):
        return words_of(record, page)
    spans = (condition or record.condition.spans, record.consequence.spans)
    parts = [" … ".join(" ".join(span.text.split()) for span in part) for part in spans if part]
    return ": ".join(parts) or words_of(record, page)


def value_words(value: DifferenceValue) -> str:
    """A value with the words that tell it, where these are not the value itself."""
    words = dict.fromkeys(" ".join(span.text.split()) for span in value.spans)
    shown = [f"“{shortened(word, LONGEST_TELLING)}”" for word in words][:_MOST_PLACES]
    listed = ", ".join(shown)
    return listed if value.value in words else f"{value.value}: {listed}"


def _telling(page: Page, claim: Claim, path: OriginPath) -> Words:
    """Another article's account: its chain, what it left out, its own words and their place."""
    most = None if isinstance(claim.record, Statement) else _MOST_PLACES
    words: list[Inline] = [*cite_all(path.evidence, page.labels, most)]
    words += chain_words(page, (), path.chain)
    if path.left_out:
        left = ", ".join(page.name(party) for party in path.left_out)
        words += [f" (left out {left}: ", *cite_all(path.recovered, page.labels), ")"]
    if not path.chain and not isinstance(claim.record, Statement):
        words.append(" ← the outlet's own voice")
    elif path.way == "not_named":
        words.append(" (how it knows is not told)")
    own = page.told_in(claim, path.article)
    shown = [record for record in own if record.chain == path.chain] or own
    return (
        (*words, f": {shortened(words_of(shown[0], page), LONGEST_TELLING)}")
        if own
        else tuple(words)
    )


def _denial(page: Page, claim: Claim, origin: Origin) -> Iterator[Line]:
    who = page.name(origin.party) if origin.party else "somebody not named"
    for path in origin.paths:
        for record in page.told_in(claim, path.article):
            place = cite(evidence(record)[0], page.labels)
            party = record.chain[-1].party if record.chain else None
            if (page.name(party) if party else "somebody not named") == who:
                yield Line((f"{who}: {words_of(record, page)}  (", place, ")"), lead="denied by ")
