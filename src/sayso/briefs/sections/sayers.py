"""Who says so: articles across, voices down, and how each article knows."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from sayso.briefs.numbers import plural
from sayso.briefs.page import Page
from sayso.briefs.sheet import Cell, Matrix, Row, Section
from sayso.model.collation import OriginPath
from sayso.model.ledger import Statement
from sayso.model.text import NEWSROOMS, Party

_SIGNS = {"named": "●", "recovered": "◌", "not_named": "?"}
_BEST = ("named", "recovered", "not_named")
_NOTHING = "·"
_UNREAD = "–"
_MEANING = (
    ("●", "says how it knows"),
    ("◌", "left its source out; quoted words prove it"),
    ("?", "source not named, perhaps another occasion"),
    (_UNREAD, "in a language that is not read"),
)
_MOST_ROWS = 12
TITLE = "Who says so"


class Voice(NamedTuple):
    """One row: who speaks, by whom he is heard, and his paths by article."""

    name: str
    paths: tuple[OriginPath, ...]

    @property
    def articles(self) -> frozenset[str]:
        """The articles that tell of this voice."""
        return frozenset(path.article for path in self.paths)


def who_says_so(page: Page) -> Section | None:
    """The matrix of voices and articles, or None where nobody speaks."""
    voices = _voices(page)
    if not voices:
        return None
    shown, more = voices[:_MOST_ROWS], len(voices) - _MOST_ROWS
    articles = [article.article for article in page.brief.articles]
    rows = tuple(
        Row(v.name, tuple(_cell(v, article, page.unread) for article in articles)) for v in shown
    )
    used = {cell.sign for row in rows for cell in row.cells}
    left = f"and {plural(more, 'more voice')}, told of by no more articles than these"
    matrix = Matrix(
        caption="Voices by article, and how each article knows",
        columns=tuple(page.labels[article] for article in articles),
        rows=rows,
        more=left if more > 0 else "",
        legend=tuple((sign, meaning) for sign, meaning in _MEANING if sign in used),
    )
    return Section(TITLE, "", (matrix,))


def _voices(page: Page) -> list[Voice]:
    """The voices of all claims, those that most articles tell of first."""
    found: dict[str, tuple[str, list[OriginPath]]] = {}
    unsettled = _unsettled(page)
    for claim in page.of_kind("statement"):
        for origin in claim.origins:
            key, name = _voice(page, origin.party, unsettled)
            found.setdefault(key, (name, []))[1].extend(origin.paths)
        for origin in claim.denials:
            key, name = _voice(page, origin.party, unsettled)
            found.setdefault(f"{key} denies", (f"{name}, who denies", []))[1].extend(origin.paths)
    voices = [Voice(f"{name}{_via(page, paths)}", tuple(paths)) for name, paths in found.values()]
    return sorted(voices, key=lambda v: (-len(v.articles), -len(v.paths), v.name))


def _unsettled(page: Page) -> frozenset[str]:
    """What speakers are called of whom the text does not settle who they are ("he")."""
    found = set()
    for caveat in page.brief.caveats:
        record = page.records.get(caveat.about or "")
        speaker = record.speaker if isinstance(record, Statement) else None
        if caveat.code == "unresolved_speaker" and speaker and speaker.actor is None:
            found.add(speaker.name.casefold())
    return frozenset(found)


def _voice(page: Page, party: Party | None, unsettled: frozenset[str]) -> tuple[str, str]:
    name = page.name(party) if party is not None else ""
    if party is None or (party.actor is None and name.casefold() in unsettled):
        return "", "nobody named"
    return party.actor or name.casefold(), name


def _via(page: Page, paths: Sequence[OriginPath]) -> str:
    """The newsrooms that the paths come through, for a row's name."""
    names = {
        page.name(link.party)
        for path in paths
        for link in path.chain[:-1]
        if link.party is not None
        and link.party != path.chain[-1].party
        and (actor := page.actors.get(link.party.actor or "")) is not None
        and actor.type in NEWSROOMS
    }
    return f", via {', '.join(sorted(names))}" if names else ""


def _cell(voice: Voice, article: str, unread: Container[str]) -> Cell:
    """The best way by which the article knows, with the first words that it tells so."""
    if article in unread:
        return Cell(_UNREAD)
    own = [path for path in voice.paths if path.article == article]
    if not own:
        return Cell(_NOTHING)
    best = min(own, key=lambda path: _BEST.index(path.way))
    return Cell(_SIGNS[best.way], best.evidence[0] if best.evidence else None)
