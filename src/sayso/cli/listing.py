"""Statements as text: who, on whose say-so, the words, and where they stand."""

from __future__ import annotations

from pathlib import PurePath
from textwrap import fill

from sayso.model.ledger import Statement
from sayso.model.text import Article, Party

_INDENT = "    "


def statement_text(statement: Statement, article: Article, width: int) -> str:
    """One statement in two paragraphs: speaker and chain; words with their place in the article."""
    head = " ← ".join([_party(statement.speaker), *_passed_on(statement)])
    facts: list[str] = [statement.form, statement.act]
    if statement.modality != "asserted":
        facts.append(statement.modality)
    if statement.occasion:
        facts.append(statement.occasion)
    words = " … ".join(" ".join(span.text.split()) for span in statement.content)
    return "\n".join(
        (
            fill(f"{head} ({', '.join(facts)})", width, subsequent_indent=_INDENT),
            fill(words, width, initial_indent=_INDENT, subsequent_indent=_INDENT),
            _INDENT + place(statement, article),
        )
    )


def place(statement: Statement, article: Article) -> str:
    """Where the words stand: ``wire.txt, 120-188`` (code points, half-open)."""
    label = PurePath(article.path).name if article.path else article.url or article.id
    spans = statement.content or statement.spans
    ranges = (
        f"{span.start}-{span.end}" + ("" if span.part == "text" else f" of {span.part}")
        for span in spans
    )
    return f"{label}, {', '.join(ranges)}"


def _passed_on(statement: Statement) -> list[str]:
    """The chain from the speaker's side, without the speaker: the nearest to the outlet comes last."""
    parties = [link.party for link in reversed(statement.chain)]
    if parties and parties[0] == statement.speaker:
        parties = parties[1:]
    return [_party(party) for party in parties]


def _party(party: Party | None) -> str:
    if party is None:
        return "somebody not named"
    name = party.resolved or party.name
    return f"{name}, {party.role}" if party.role else name
