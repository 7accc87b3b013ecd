"""STATEMENTS: by speaker and occasion, the best-sourced wording first, then who else tells it."""

from __future__ import annotations

from sayso.briefs.labels import locate, locate_all
from sayso.briefs.layout import wrap
from sayso.briefs.numbers import counted
from sayso.briefs.order import by_speaker, speaker_of
from sayso.briefs.page import Page, chain_text, when_text
from sayso.briefs.summary import quoted, shortened
from sayso.model.collation import Claim, DifferenceValue, Origin, OriginPath
from sayso.model.ledger import Statement
from sayso.model.text import Party

_LONGEST = 600
_LONGEST_TELLING = 110


def statements(page: Page) -> list[str]:
    """The statements section; it says so where nobody denies anything."""
    if not page.claims:
        return [*page.heading("STATEMENTS"), " No article reports that anybody said anything."]
    denied = any(claim.denials for claim in page.claims)
    lines = page.heading("STATEMENTS", "" if denied else "no denial of any of them is reported")
    for speaker, claims in by_speaker(page.claims):
        lines += ["", *_speaker_lines(page, speaker)]
        occasion: str | None = "" if all(not _occasion(claim) for claim in claims) else None
        for claim in claims:
            told = _occasion(claim)
            if told != occasion:
                lines += wrap(told or "occasion not told", page.width, "  — ", "    ")
                occasion = told
            lines += _claim_lines(page, claim)
    return lines


def _occasion(claim: Claim) -> str:
    parts = []
    for occasion in claim.occasions or ():
        when = when_text(occasion.when) if occasion.when and occasion.when.start else ""
        parts.append(", ".join(part for part in (occasion.occasion or "", when) if part))
    return "; and ".join(part for part in parts if part)


def _speaker_lines(page: Page, speaker: Party | None) -> list[str]:
    if speaker is None:
        return [page.style.bold(" Voices without a name")]
    role = f", {speaker.role}" if speaker.role else ""
    lines = wrap(f"{page.name(speaker)}{role}", page.width, " ", "   ")
    return [page.style.bold(line) for line in lines]


def _claim_lines(page: Page, claim: Claim) -> list[str]:
    record = claim.record
    if not isinstance(record, Statement):
        return []
    number = f" [{page.numbers[claim.id]}] "
    indent = " " * len(number)
    unnamed = "" if speaker_of(claim) or record.speaker is None else f"{record.speaker.name}: "
    lines = wrap(f"{unnamed}{shortened(quoted(record), _LONGEST)}", page.width, number)
    source = chain_text(page, record.content, record.chain)
    figures = counted(claim, len(page.brief.articles))
    lines += _dim(page, f"{source} · {figures}", indent)
    others = [
        path for origin in claim.origins for path in origin.paths if path.article != record.article
    ]
    for path in sorted(others, key=lambda path: page.labels[path.article]):
        lines += _dim(page, _telling(page, claim, path), f"{indent}also ", f"{indent}     ")
    lines += _differences(page, claim, indent)
    for origin in claim.denials:
        lines += _denial(page, claim, origin, indent)
    return lines


def _telling(page: Page, claim: Claim, path: OriginPath) -> str:
    """Another article's account: its chain, what it left out, its own words and their place."""
    own = _records(page, claim, path.article)
    words = f": {shortened(quoted(own[0]), _LONGEST_TELLING)}" if own else ""
    left = ", ".join(page.name(party) for party in path.left_out)
    proof = f" (left out {left}: {locate_all(path.recovered, page.labels)})" if left else ""
    bare = "" if path.way != "not_named" else " (how it knows is not told)"
    return f"{chain_text(page, path.evidence, path.chain)}{proof}{bare}{words}"


def _differences(page: Page, claim: Claim, indent: str) -> list[str]:
    """Where the accounts differ: in how firm they are, or in the quoted words."""
    lines = []
    for difference in claim.differences:
        values = "; ".join(
            f"{_value(value)} ({locate_all(value.spans, page.labels)})"
            for value in difference.values
        )
        lines += wrap(f"{difference.field} differs: {values}", page.width, indent, f"{indent}  ")
    return lines


def _value(value: DifferenceValue) -> str:
    words = dict.fromkeys(" ".join(span.text.split()) for span in value.spans)
    listed = ", ".join(f"“{shortened(word, _LONGEST_TELLING)}”" for word in words)
    return listed if value.value in words else f"{value.value}: {listed}"


def _denial(page: Page, claim: Claim, origin: Origin, indent: str) -> list[str]:
    who = page.name(origin.party) if origin.party else "somebody not named"
    lines = []
    for path in origin.paths:
        for record in _records(page, claim, path.article):
            if (record.speaker and page.name(record.speaker)) == who:
                text = f"{quoted(record)}  ({locate(record.content[0], page.labels)})"
                lines += wrap(f"{who}: {text}", page.width, f"{indent}denied by ")
    return lines


def _records(page: Page, claim: Claim, article: str) -> list[Statement]:
    found = [page.statements[key] for key in claim.records]
    return [record for record in found if record.article == article]


def _dim(page: Page, text: str, first: str, rest: str | None = None) -> list[str]:
    return [page.style.dim(line) for line in wrap(text, page.width, first, rest)]
