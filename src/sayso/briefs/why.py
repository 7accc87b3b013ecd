"""Why a claim has its numbers: the origin tree, with the words of every step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.briefs.labels import cite_all
from sayso.briefs.layout import wrap
from sayso.briefs.making import make_briefs
from sayso.briefs.numbers import counted
from sayso.briefs.page import Page, chain_words, open_page, when_text
from sayso.briefs.sheet import plain
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


def _tree(page: Page, claim: Claim, width: int) -> Iterator[str]:
    record = claim.record
    yield from wrap(f"{claim.about.replace('_', ' ')}: {words_of(record)}", width)
    yield from wrap(f"{claim.id} · {_STANDINGS[claim.standing]}", width, "  ")
    yield from wrap(counted(claim, len(page.brief.articles)), width, "  ")
    for number, origin in enumerate(claim.origins, 1):
        yield ""
        yield from _origin(page, claim, f"origin {number}", origin, width)
    for origin in claim.denials:
        yield ""
        yield from _origin(page, claim, "denied by", origin, width)
    for occasion in claim.occasions or ():
        when = when_text(occasion.when) if occasion.when else ""
        told = ", ".join(part for part in (occasion.occasion, when) if part) or "not told when"
        places = plain(cite_all(occasion.spans, page.labels))
        yield from wrap(f"{told} ({places})", width, "occasion: ", "  ")
    if claim.status_records:
        shown = [span for key in claim.status_records for span in page.records[key].spans]
        status = (claim.condition_status or "").replace("_", " ")
        yield from wrap(
            f"{status} ({plain(cite_all(shown, page.labels))})", width, "status: ", "  "
        )


def _origin(page: Page, claim: Claim, lead: str, origin: Origin, width: int) -> Iterator[str]:
    name = page.name(origin.party) if origin.party else "nobody is named"
    speaks = origin.principal
    for_whom = f", for {page.name(speaks)}" if speaks and page.name(speaks) != name else ""
    held = " · its own text is among the articles" if origin.primary_held else ""
    yield from wrap(f"{name}{for_whom}{held}", width, f"{lead}: ", "  ")
    ids = [one.id for one in claim.origins]
    for position, path in enumerate(origin.paths):
        last = position == len(origin.paths) - 1 and not origin.independence
        yield from _path(page, claim, path, "└─ " if last else "├─ ", width)
    for position, verdict in enumerate(origin.independence):
        last = position == len(origin.independence) - 1
        yield from _verdict(page, ids, verdict, "└─ " if last else "├─ ", width)


def _path(page: Page, claim: Claim, path: OriginPath, mark: str, width: int) -> Iterator[str]:
    stem = "│    " if mark.startswith("├") else "     "
    chain = plain(chain_words(page, (), path.chain)) or " ← the outlet's own voice"
    way = {"named": "", "recovered": " (recovered)", "not_named": " (how it knows is not told)"}
    label = page.labels[path.article]
    yield from wrap(f"{label}{chain}{way[path.way]}", width, f"  {mark}", f"  {stem}")
    for record in page.told_in(claim, path.article):
        if record.chain == path.chain:
            yield from _words(page, words_of(record), record.spans[:1], stem, width)
    if path.left_out:
        names = ", ".join(page.name(party) for party in path.left_out)
        yield from _words(page, f"left out {names}; proven by", path.recovered, stem, width)
        for span in path.recovered:
            yield from _words(page, f"“{' '.join(span.text.split())}”", (span,), stem, width)


def _words(page: Page, text: str, spans: Sequence[Span], stem: str, width: int) -> Iterator[str]:
    places = plain(cite_all(spans, page.labels))
    yield from wrap(f"{text} ({places})", width, f"  {stem}", f"  {stem}")


def _verdict(
    page: Page, ids: Sequence[str], one: Independence, mark: str, width: int
) -> Iterator[str]:
    stem = "│    " if mark.startswith("├") else "     "
    other = f"origin {ids.index(one.origin) + 1}" if one.origin in ids else "another denial"
    text = f"with {other}: {one.verdict}, {one.ground} ({plain(cite_all(one.spans, page.labels))})"
    yield from wrap(text, width, f"  {mark}", f"  {stem}")
