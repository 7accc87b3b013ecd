"""Statements: by speaker and occasion, the best-sourced wording first, then who else tells it."""

from __future__ import annotations

from sayso.briefs.labels import cite_all
from sayso.briefs.offices import in_office
from sayso.briefs.order import by_speaker, speaker_of
from sayso.briefs.page import Page, when_text
from sayso.briefs.sheet import Block, Entry, Heading, Inline, Line, Say, Section, Words
from sayso.briefs.summary import shortened
from sayso.briefs.telling import LONGEST_TELLING, denials, others, source, value_words, words_of
from sayso.model.collation import Claim, Difference
from sayso.model.ledger import Statement
from sayso.model.text import Party

TITLE = "Statements"
_LONGEST = 600


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
    role = in_office(speaker, page.actors).role
    return f"{page.name(speaker)}, {role}" if role else page.name(speaker)


def _claim(page: Page, claim: Claim, record: Statement) -> Entry:
    unnamed = (
        "" if speaker_of(claim) or record.speaker is None else f"{page.name(record.speaker)}: "
    )
    line = page.line_of(claim)
    if line is not None:
        words = f"{unnamed}{shortened(words_of(record, page), LONGEST_TELLING)}"
        place = cite_all(record.content, page.labels)
        told = Line((words, " — red line ", page.note(line), "  (", *place, ")"))
        return Entry("claim", str(page.numbers[claim.id]), (told,))
    lines = (
        Line((f"{unnamed}{shortened(words_of(record, page), _LONGEST)}",)),
        source(page, claim),
        *others(page, claim),
        *(Line(_difference(page, difference), hang=2) for difference in claim.differences),
        *denials(page, claim),
    )
    return Entry("claim", str(page.numbers[claim.id]), lines)


def _difference(page: Page, difference: Difference) -> Words:
    """Where the accounts differ: in how firm they are, or in the quoted words."""
    words: list[Inline] = [f"{difference.field} differs: "]
    for number, value in enumerate(difference.values):
        words += ["; "] * bool(number)
        words += [f"{value_words(value)} (", *cite_all(value.spans, page.labels), ")"]
    return tuple(words)
