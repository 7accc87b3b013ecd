"""Why a claim has its numbers: the origin tree, with the words of every step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.briefs.labels import cite_all
from sayso.briefs.layout import wrap
from sayso.briefs.making import make_briefs
from sayso.briefs.numbers import counted
from sayso.briefs.page import Page, chain_words, open_page, when_text
from sayso.briefs.sheet import Words, plain
from sayso.briefs.telling import words_of
from sayso.collate import Collation
from sayso.errors import UsageError
from sayso.model.collation import Claim, Independence, Origin, OriginPath
from sayso.model.text import Span

_STANDINGS = {
    "single_origin": "a single origin",
    "corroborated": "corroborated by independent origins",
    "contested": "contested",
    "unsourced": "no source is named",
}

_WAYS = {"named": "", "recovered": " (recovered)", "not_named": " (how it knows is not told)"}
# How a twig begins and what stands before its further lines: one that others follow, and the last.
_EDGES = (("├─ ", "│    "), ("└─ ", "     "))


class Twig(NamedTuple):
    """An article's path to the origin, or how the origin stands to another; then the words that show it."""

    words: Words
    more: tuple[Words, ...]


class Bough(NamedTuple):
    """An origin of the claim, or one of its denial (`lead` says which), with its twigs."""

    lead: str
    words: Words
    twigs: tuple[Twig, ...]


class Remark(NamedTuple):
    """An occasion of the claim, or what shows its status."""

    lead: str
    words: Words


class Why(NamedTuple):
    """Why a claim has its numbers."""

    standing: str
    boughs: tuple[Bough, ...]
    notes: tuple[Remark, ...]


def render(collation: Collation, claim_id: str, width: int = 80) -> str:
    """The origin tree of a claim as lines of at most `width` cells.

    `claim_id` may be the beginning of an id; UsageError where no claim, or more than one, has it.
    """
    found = [claim for claim in collation.claims if claim.id.startswith(claim_id)]
    if len(found) != 1:
        problem = (
            "several claims have ids that begin" if found else "no claim has an id that begins"
        )
        raise UsageError(f"{problem} with {claim_id!r}")
    [claim] = found
    page = next(
        open_page(brief) for brief in make_briefs(collation) if brief.story.id == claim.story
    )
    return "\n".join(_tree(page, claim, width)) + "\n"


def explain(page: Page, claim: Claim) -> Why:
    """The origin tree of a claim in words, with where they stand."""
    origins = tuple(
        _bough(page, claim, f"origin {number}", origin)
        for number, origin in enumerate(claim.origins, 1)
    )
    denials = tuple(_bough(page, claim, "denied by", origin) for origin in claim.denials)
    return Why(
        standing=_STANDINGS[claim.standing],
        boughs=(*origins, *denials),
        notes=(*_occasions(page, claim), *_status(page, claim)),
    )


def _tree(page: Page, claim: Claim, width: int) -> Iterator[str]:
    why = explain(page, claim)
    yield from wrap(f"{claim.about.replace('_', ' ')}: {words_of(claim.record, page)}", width)
    yield from wrap(f"{claim.id} · {why.standing}", width, "  ")
    yield from wrap(counted(claim, page.reach), width, "  ")
    for bough in why.boughs:
        yield ""
        yield from wrap(plain(bough.words), width, f"{bough.lead}: ", "  ")
        for position, twig in enumerate(bough.twigs):
            mark, stem = _EDGES[position == len(bough.twigs) - 1]
            yield from wrap(plain(twig.words), width, f"  {mark}", f"  {stem}")
            for words in twig.more:
                yield from wrap(plain(words), width, f"  {stem}", f"  {stem}")
    for note in why.notes:
        yield from wrap(plain(note.words), width, f"{note.lead}: ", "  ")


def _occasions(page: Page, claim: Claim) -> Iterator[Remark]:
    for occasion in claim.occasions or ():
        when = when_text(occasion.when) if occasion.when else ""
        told = ", ".join(part for part in (occasion.occasion, when) if part) or "not told when"
        yield Remark("occasion", _placed(page, told, occasion.spans))


def _status(page: Page, claim: Claim) -> Iterator[Remark]:
    if claim.status_records:
        shown = [span for key in claim.status_records for span in page.records[key].spans]
        status = (claim.condition_status or "").replace("_", " ")
        yield Remark("status", _placed(page, status, shown))


def _bough(page: Page, claim: Claim, lead: str, origin: Origin) -> Bough:
    name = page.name(origin.party) if origin.party else "nobody is named"
    speaks = origin.principal
    for_whom = f", for {page.name(speaks)}" if speaks and page.name(speaks) != name else ""
    held = " · its own text is among the articles" if origin.primary_held else ""
    ids = [one.id for one in claim.origins]
    return Bough(
        lead,
        (f"{name}{for_whom}{held}",),
        (
            *(_path(page, claim, path) for path in origin.paths),
            *(_verdict(page, ids, verdict) for verdict in origin.independence),
        ),
    )


def _path(page: Page, claim: Claim, path: OriginPath) -> Twig:
    chain = plain(chain_words(page, (), path.chain)) or " ← the outlet's own voice"
    more = [
        _placed(page, words_of(record, page), record.spans[:1])
        for record in page.told_in(claim, path.article)
        if record.chain == path.chain
    ]
    if path.left_out:
        names = ", ".join(page.name(party) for party in path.left_out)
        more.append(_placed(page, f"left out {names}; proven by", path.recovered))
        more += [
            _placed(page, f"“{' '.join(span.text.split())}”", (span,)) for span in path.recovered
        ]
    return Twig((f"{page.labels[path.article]}{chain}{_WAYS[path.way]}",), tuple(more))


def _verdict(page: Page, ids: Sequence[str], one: Independence) -> Twig:
    other = f"origin {ids.index(one.origin) + 1}" if one.origin in ids else "another denial"
    return Twig(_placed(page, f"with {other}: {one.verdict}, {one.ground}", one.spans), ())


def _placed(page: Page, text: str, spans: Sequence[Span]) -> Words:
    return (f"{text} (", *cite_all(spans, page.labels), ")")
