"""Caveats that only many articles together, or an article as a whole, can show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.books.accounts import AccountBook
from sayso.books.printed import called
from sayso.collate.parties import Parties
from sayso.collate.paths import Path, names_way
from sayso.collate.tellings import Telling
from sayso.model.collation import Claim
from sayso.model.ids import with_id
from sayso.model.ledger import By, Caveat
from sayso.model.text import Party, Span

BY = By(extractor="collate", version="1")


def dropped_attributions(paths: Iterable[Path]) -> tuple[Caveat, ...]:
    """`attribution_dropped`: an article left out a link that another article's words prove."""
    return tuple(
        _caveat(
            path.telling.statement.article,
            "attribution_dropped",
            f"does not name {_names(path.told.left_out)}; quoted words show that it rests on it",
            path.telling.record.id,
            path.telling.evidence,
        )
        for path in paths
        if path.told.left_out
    )


def altered_quotes(
    claims: Iterable[Claim], published: Mapping[str, str | None]
) -> tuple[Caveat, ...]:
    """`quote_altered`: two articles quote one utterance with words that are nearly, not quite, the same.

    It is the later one's doubt, as far as `published` tells.
    """
    found = []
    for claim in claims:
        for difference in claim.differences:
            if difference.field == "wording" and difference.verdict == "drift":
                spans = tuple(span for value in difference.values for span in value.spans)
                detail = "quotes it with other words than another article does"
                last = max(spans, key=lambda span: published[span.article] or "")
                found.append(_caveat(last.article, "quote_altered", detail, claim.id, spans))
    return tuple(found)


def unnamed_sources(
    article: str, tellings: Sequence[Telling], parties: Parties, book: AccountBook
) -> Caveat | None:
    """`source_not_named`: for most of what an article reports it does not say how it knows.

    A newsroom or a document that is named once for a speaker covers all that the article has of him.
    """
    if not tellings:
        return None
    covered = {telling.who for telling in tellings if names_way(telling, parties, book)}
    bare = [telling for telling in tellings if telling.who not in covered]
    if len(bare) <= book.limits.unnamed_source_share * len(tellings):
        return None
    named = sorted({name for telling in bare if (name := _name(telling)) is not None})
    people = sorted({name.casefold(): name for name in reversed(named)}.values())
    of_whom = f" of {', '.join(people)}" if people else ""
    detail = f"names no newsroom or document as its source for the words{of_whom}"
    spans = tuple(span for telling in bare for span in telling.statement.content)
    return _caveat(article, "source_not_named", detail, article, spans)


def _name(telling: Telling) -> str | None:
    speaker = telling.statement.speaker
    return called(speaker) if speaker else None


def _names(parties: tuple[Party, ...]) -> str:
    return ", ".join(party.resolved or party.name for party in parties)


def _caveat(article: str, code: str, detail: str, about: str, spans: tuple[Span, ...]) -> Caveat:
    return with_id(
        Caveat(id="", article=article, spans=spans, code=code, detail=detail, about=about, by=BY)
    )
