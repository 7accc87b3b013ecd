"""Numbers in words that mean what docs/origins.md means; never a bare count."""

from __future__ import annotations

from typing import NamedTuple

from sayso.books.printed import called
from sayso.briefs.labels import TIE
from sayso.model.collation import Claim
from sayso.model.ledger import Statement

# A figure of at most so many characters is not broken over two lines.
_TIED = 30
_TIMES = ("never", "once", "twice")


class Reach(NamedTuple):
    """How many articles of a story could tell a claim, and how many are in languages that are not read."""

    read: int
    unread: int = 0


def counted(claim: Claim, reach: Reach) -> str:
    """All the numbers of a claim: "1 origin · said once or twice · 1 witness · told by 4 of 5"."""
    parts = [
        origins(claim),
        occasions(claim),
        witnesses(claim),
        f"told by {share(claim, reach)}",
        denials(claim),
    ]
    return " · ".join(
        part if len(part) > _TIED else part.replace(" ", TIE) for part in parts if part
    )


def articles_told(number: int, unread: int) -> str:
    """How many articles, and of how many nothing is extracted.

    >>> articles_told(1, 0), articles_told(7, 2), articles_told(1, 1)
    ('1 article', '7 articles, 2 of them not read', '1 article, not read')
    """
    if not unread:
        return plural(number, "article")
    which = "not read" if unread == number else f"{unread} of them not read"
    return f"{plural(number, 'article')}, {which}"


def origins(claim: Claim) -> str:
    """How many origins the content has, and how many at most."""
    shown, most = claim.independent_origins, claim.possible_origins
    if shown == 0:
        named = any(origin.party is not None for origin in claim.origins)
        few = "its source is not told" if named else "no source named"
        return few if most <= 1 else f"{few}, at most {most} origins"
    head = "1 origin" if shown == 1 else f"{shown} independent origins"
    return head if most <= shown else f"{head}, at most {most}"


def occasions(claim: Claim) -> str:
    """How many times it was said, as far as the articles tell."""
    if claim.occasions is None:
        return ""
    record = claim.record
    verb = "written" if isinstance(record, Statement) and record.act == "writing" else "said"
    least = len(claim.occasions)
    most = max(least, claim.possible_occasions or least)
    if least == most:
        return f"{verb} {_times(least)}"
    if (least, most) == (1, 2):
        return f"{verb} once or twice"
    return f"{verb} at least {_times(least)}"


def _times(n: int) -> str:
    return _TIMES[n] if n < len(_TIMES) else f"on {n} occasions"


def witnesses(claim: Claim) -> str:
    """How many newsrooms or primary texts recorded the utterance itself."""
    if claim.witnesses == 0:
        return "no witness named"
    return plural(claim.witnesses, "witness", "witnesses")


def share(claim: Claim, reach: Reach) -> str:
    """How many of the articles tell it: "4 of 5", and "4 of 5 read" where others are not read."""
    return f"{len(claim.articles)} of {reach.read}{' read' if reach.unread else ''}"


def denials(claim: Claim) -> str:
    """Who denies it."""
    names = [called(origin.party) for origin in claim.denials if origin.party is not None]
    if not claim.denials:
        return ""
    return f"denied by {', '.join(names)}" if names else "denied, by whom is not told"


def plural(n: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 article", "2 articles"."""
    return f"{n} {one if n == 1 else many or one + 's'}"
