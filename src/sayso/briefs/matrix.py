"""WHO SAYS SO: articles across, voices down, and how each article knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from sayso.briefs.layout import centre, pad, wrap
from sayso.briefs.page import Page
from sayso.model.collation import OriginPath
from sayso.model.text import Party

_SIGNS = {"named": "●", "recovered": "◌", "not_named": "?"}
_BEST = ("named", "recovered", "not_named")
_MEANING = (
    ("●", "says how it knows"),
    ("◌", "left its source out; quoted words prove it"),
    ("?", "source not named, perhaps another occasion"),
)
_MOST_ROWS = 12
_NARROWEST_NAME = 20


class Voice(NamedTuple):
    """One row: who speaks, by whom he is heard, and his paths by article."""

    name: str
    paths: tuple[OriginPath, ...]

    @property
    def articles(self) -> frozenset[str]:
        """The articles that tell of this voice."""
        return frozenset(path.article for path in self.paths)


def who_says_so(page: Page) -> list[str]:
    """The matrix, in as many tables as the articles need at this width."""
    voices = _voices(page)
    if not voices:
        return []
    lines = page.heading("WHO SAYS SO")
    shown = voices[:_MOST_ROWS]
    column = max(3, *(cell_len(label) for label in page.labels.values())) + 1
    longest = max(cell_len(voice.name) + 2 for voice in shown)
    name = max(_NARROWEST_NAME, min(page.width // 2, longest))
    articles = [article.article for article in page.brief.articles]
    fit = max(1, (page.width - name) // column)
    for first in range(0, len(articles), fit):
        lines += _table(page, shown, articles[first : first + fit], name, column)
    if len(voices) > len(shown):
        more = len(voices) - len(shown)
        noun = "voice" if more == 1 else "voices"
        lines += wrap(
            f"and {more} more {noun}, told of by no more articles than these", page.width, " "
        )
    return [*lines, *_legend(page, shown)]


def _voices(page: Page) -> list[Voice]:
    """The voices of all claims, those that most articles tell of first."""
    found: dict[str, tuple[str, list[OriginPath]]] = {}
    for claim in page.claims:
        for origin in claim.origins:
            key, name = _voice(page, origin.party)
            found.setdefault(key, (name, []))[1].extend(origin.paths)
        for origin in claim.denials:
            key, name = _voice(page, origin.party)
            found.setdefault(f"{key} denies", (f"{name}, who denies", []))[1].extend(origin.paths)
    voices = [Voice(f"{name}{_via(page, paths)}", tuple(paths)) for name, paths in found.values()]
    return sorted(voices, key=lambda v: (-len(v.articles), -len(v.paths), v.name))


def _voice(page: Page, party: Party | None) -> tuple[str, str]:
    if party is None:
        return "", "nobody named"
    name = page.name(party)
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
        and actor.type in {"agency", "outlet"}
    }
    return f", via {', '.join(sorted(names))}" if names else ""


def _table(
    page: Page, voices: Sequence[Voice], articles: Sequence[str], name: int, column: int
) -> list[str]:
    head = "".join(centre(page.labels[article], column) for article in articles)
    lines = [(" " * name + head).rstrip()]
    for voice in voices:
        signs = "".join(centre(_sign(voice, article), column) for article in articles)
        label = wrap(voice.name, name - 1, " ", "   ")
        lines.append((pad(label[0], name) + signs).rstrip())
        lines.extend(label[1:])
    return lines


def _sign(voice: Voice, article: str) -> str:
    ways = {path.way for path in voice.paths if path.article == article}
    return next((_SIGNS[way] for way in _BEST if way in ways), "·")


def _legend(page: Page, voices: Sequence[Voice]) -> list[str]:
    used = {_sign(voice, a.article) for voice in voices for a in page.brief.articles}
    text = " · ".join(f"{sign} {meaning}" for sign, meaning in _MEANING if sign in used)
    return [page.style.dim(line) for line in wrap(text, page.width, " ")]
