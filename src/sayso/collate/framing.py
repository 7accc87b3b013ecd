"""Statements that only let another speak: "Reuters reported that the minister had said …"."""

from __future__ import annotations

from sayso.books.accounts import AccountBook
from sayso.collate.words import stems_of, words_of
from sayso.model.ledger import Statement
from sayso.model.text import Party, Span

# Content words that a frame may have besides: the day, whom he told.
_BESIDES = 2


def only_frames(outer: Statement, inner: Statement, book: AccountBook) -> bool:
    """Whether `outer` says no more than that somebody said what `inner` holds.

    The inner one's chain must lead through the outer speaker, and its words, who says them and by what verb
    must stand in the outer one's content, with hardly a word of content besides.
    """
    said = (*inner.content, *_spans(inner))
    if not _passes_through(outer.speaker, inner):
        return False
    if not all(any(_holds(whole, part) for whole in outer.content) for part in said):
        return False
    told = " ".join((*(span.text for span in said), *_described(inner)))
    known = stems_of(words_of(told, book))
    whole = frozenset(
        stem for span in outer.content for stem in stems_of(words_of(span.text, book))
    )
    return len(whole - known) <= _BESIDES


def _passes_through(speaker: Party | None, inner: Statement) -> bool:
    if speaker is None:
        return False
    return any(
        link.party is not None and _who(link.party) == _who(speaker) for link in inner.chain[:-1]
    )


def _who(party: Party) -> str:
    return party.actor or party.resolved or party.name


def _spans(statement: Statement) -> list[Span]:
    speaker = statement.speaker.span if statement.speaker else None
    return [span for span in (speaker, statement.cue) if span is not None]


def _described(statement: Statement) -> list[str]:
    """What the inner speaker and those who were told are called besides."""
    parties = (statement.speaker, *statement.addressees)
    return [word for party in parties if party for word in (party.name, party.role or "")]


def _holds(whole: Span, part: Span) -> bool:
    return whole.part == part.part and whole.start <= part.start and part.end <= whole.end
