"""Statements: by speaker and occasion, the best-sourced wording first, then who else tells it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.briefs.labels import cite, cite_all
from sayso.briefs.numbers import counted
from sayso.briefs.order import by_speaker, speaker_of
from sayso.briefs.page import Page, chain_words, when_text
from sayso.briefs.sheet import Block, Entry, Heading, Inline, Line, Say, Section, Words
from sayso.briefs.summary import quoted, shortened
from sayso.model.collation import Claim, Difference, DifferenceValue, Origin, OriginPath
from sayso.model.ledger import Statement
from sayso.model.text import Party

TITLE = "Statements"
_LONGEST = 600
_LONGEST_TELLING = 110


def statements(page: Page) -> Section:
    """The statements; beside the title it says so where nobody denies anything."""
    told = page.of_kind("statement")
    if not told:
        return Section(TITLE, "", (Say(("No article reports that anybody said anything.",)),))
    denied = any(claim.denials for claim in told)
    blocks: list[Block] = []
    for speaker, claims in by_speaker(told):
        blocks.append(Heading("speaker", _speaker(page, speaker)))
        occasion: str | None = "" if all(not _occasion(claim) for claim in claims) else None
        for claim in claims:
            where = _occasion(claim)
            if where != occasion:
                blocks.append(Heading("occasion", where or "occasion not told"))
                occasion = where
            if isinstance(claim.record, Statement):
                blocks.append(_claim(page, claim, claim.record))
    note = "" if denied else "no denial of any of them is reported"
    return Section(TITLE, note, tuple(blocks))


def _occasion(claim: Claim) -> str:
    parts = []
    for occasion in claim.occasions or ():
        when = when_text(occasion.when) if occasion.when and occasion.when.start else ""
        parts.append(", ".join(part for part in (occasion.occasion or "", when) if part))
    return "; and ".join(part for part in parts if part)


def _speaker(page: Page, speaker: Party | None) -> str:
    if speaker is None:
        return "Voices without a name"
    return f"{page.name(speaker)}, {speaker.role}" if speaker.role else page.name(speaker)


def _claim(page: Page, claim: Claim, record: Statement) -> Entry:
    unnamed = "" if speaker_of(claim) or record.speaker is None else f"{record.speaker.name}: "
    source = chain_words(page, record.content, record.chain)
    figures = counted(claim, len(page.brief.articles))
    others = [
        path for origin in claim.origins for path in origin.paths if path.article != record.article
    ]
    lines = (
        Line((f"{unnamed}{shortened(quoted(record), _LONGEST)}",)),
        Line((*source, f" · {figures}"), "dim"),
        *(
            Line(_telling(page, claim, path), "dim", lead="also ")
            for path in sorted(others, key=lambda path: page.labels[path.article])
        ),
        *(Line(_difference(page, difference), hang=2) for difference in claim.differences),
        *(line for origin in claim.denials for line in _denial(page, claim, origin)),
    )
    return Entry("claim", str(page.numbers[claim.id]), lines)


def _telling(page: Page, claim: Claim, path: OriginPath) -> Words:
    """Another article's account: its chain, what it left out, its own words and their place."""
    words: list[Inline] = [*chain_words(page, path.evidence, path.chain)]
    if path.left_out:
        left = ", ".join(page.name(party) for party in path.left_out)
        words += [f" (left out {left}: ", *cite_all(path.recovered, page.labels), ")"]
    if path.way == "not_named":
        words.append(" (how it knows is not told)")
    own = _records(page, claim, path.article)
    return (*words, f": {shortened(quoted(own[0]), _LONGEST_TELLING)}") if own else tuple(words)


def _difference(page: Page, difference: Difference) -> Words:
    """Where the accounts differ: in how firm they are, or in the quoted words."""
    words: list[Inline] = [f"{difference.field} differs: "]
    for number, value in enumerate(difference.values):
        words += ["; "] * bool(number)
        words += [f"{_value(value)} (", *cite_all(value.spans, page.labels), ")"]
    return tuple(words)


def _value(value: DifferenceValue) -> str:
    words = dict.fromkeys(" ".join(span.text.split()) for span in value.spans)
    listed = ", ".join(f"“{shortened(word, _LONGEST_TELLING)}”" for word in words)
    return listed if value.value in words else f"{value.value}: {listed}"


def _denial(page: Page, claim: Claim, origin: Origin) -> Iterator[Line]:
    who = page.name(origin.party) if origin.party else "somebody not named"
    for path in origin.paths:
        for record in _records(page, claim, path.article):
            if (record.speaker and page.name(record.speaker)) == who:
                place = cite(record.content[0], page.labels)
                yield Line((f"{who}: {quoted(record)}  (", place, ")"), lead="denied by ")


def _records(page: Page, claim: Claim, article: str) -> list[Statement]:
    return [record for record in page.told_in(claim, article) if isinstance(record, Statement)]
