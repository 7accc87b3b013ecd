"""What has changed: the articles that came in since a day, what they brought, and what that did to the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from sayso.briefs import numbers
from sayso.briefs.labels import cite_all
from sayso.briefs.order import speaker_of
from sayso.briefs.page import Page, when_text
from sayso.briefs.sections.redlines import head_of_line, status_of
from sayso.briefs.sheet import Entry, Inline, Line, Say, Section, Words
from sayso.briefs.summary import shortened
from sayso.briefs.telling import claim_words, words_of
from sayso.model.collation import BriefArticle, Claim, ClaimChange
from sayso.model.ledger import RedLine, Statement

TITLE = "What changed"
_MOST_STATEMENTS = 12
_MOST_PLACES = 1
_LONGEST = 160
# Fields that change where a claim is only told again, or at greater length.
_LITTLE = frozenset({"articles", "text", "possible_occasions"})


def changes(page: Page) -> Section | None:
    """What has changed since the brief's earlier day; None where none was asked for."""
    brief = page.brief
    if brief.since is None:
        return None
    undated = sum(one.published is None and one.possible is None for one in brief.articles)
    kept = f"; {numbers.plural(undated, 'article')} without a date taken as out by then"
    note = f"since the end of {brief.since}{kept * bool(undated)}"
    came = [one for one in brief.articles if _is_later(one, brief.since)]
    if len(came) == len(brief.articles):
        return Section(TITLE, note, (Say(("No article was out by then: all of it is new.",)),))
    if not came and not brief.changes:
        return Section(TITLE, note, (Say(("Nothing.",)),))
    blocks = (*_came(page, came), *_new(page), *_other(page), *_again(page), *_gone(page))
    return Section(TITLE, note, blocks)


def _is_later(article: BriefArticle, day: str) -> bool:
    when = article.published if article.published and article.published.start else article.possible
    return when is not None and when.start is not None and when.start[:10] > day


def _came(page: Page, articles: Sequence[BriefArticle]) -> Iterator[Entry]:
    """The articles that came in."""
    told = []
    for one in articles:
        when = when_text(one.published) if one.published else "no date"
        told.append(
            " · ".join(part for part in (page.labels[one.article], one.outlet, when) if part)
        )
    if told:
        head = numbers.plural(len(told), "article")
        yield Entry("change", "new", (Line((f"{head}: {'; '.join(told)}",)),))


def _new(page: Page) -> Iterator[Entry]:
    """The claims that nobody told before: all but statements, and of these the first."""
    found = [(_claim(page, one.claim), one) for one in page.brief.changes if not one.before]
    plain = [pair for pair in found if pair[0].about != "statement"]
    said = [pair for pair in found if pair[0].about == "statement" and not page.line_of(pair[0])]
    for claim, change in (*plain, *said[:_MOST_STATEMENTS]):
        words = (f"{_told(page, claim)} ", page.note(claim.id), *_places(page, change))
        yield Entry("change", "new", (Line(words),))
    more = said[_MOST_STATEMENTS:]
    if more:
        head = f"and {numbers.plural(len(more), 'more statement')}:"
        yield Entry("change", "new", (Line((head, *_notes(page, [claim for claim, _ in more]))),))


def _other(page: Page) -> Iterator[Entry]:
    """The claims whose figures or standing are others now."""
    for change in page.brief.changes:
        claim = _claim(page, change.claim) if change.claim and change.before else None
        if claim and not _is_little(change) and not page.line_of(claim):
            head: Words = (f"{_told(page, claim)} ", page.note(claim.id), *_places(page, change))
            lines = [Line((words,), hang=2) for words in _turns(change.before, claim)]
            yield Entry("change", "now", (Line(head), *lines))


def _turns(before: Sequence[Claim], claim: Claim) -> Iterator[str]:
    """Each figure that differs, as it was and as it is."""
    if len(before) > 1:
        yield f"{len(before)} claims have become one"
    if isinstance(claim.record, RedLine):
        yield from _turn({status_of(one) for one in before}, status_of(claim))
    for now, *then in zip(_figures(claim), *map(_figures, before), strict=True):
        yield from _turn(set(then), now)
    known = {difference.id for one in before for difference in one.differences}
    fields = {one.field: None for one in claim.differences if one.id not in known}
    if fields:
        yield f"accounts differ: {', '.join(fields)}"


def _figures(claim: Claim) -> tuple[str, ...]:
    return (
        numbers.origins(claim),
        numbers.occasions(claim),
        numbers.witnesses(claim),
        numbers.denials(claim) or "not denied",
    )


def _turn(before: set[str], now: str) -> Iterator[str]:
    """A figure that is another one now. On how many occasions several people say it, none tells."""
    if now and all(before) and now not in before:
        yield f"{' / '.join(sorted(before))} → {now}"


def _again(page: Page) -> Iterator[Entry]:
    """The claims that are only told by more."""
    found = [one for one in page.brief.changes if one.before and _is_little(one)]
    claims = [_claim(page, one.claim) for one in found if one.claim]
    claims = [claim for claim in claims if not page.line_of(claim)]
    if claims:
        words: Words = (
            "told by more articles, and no more is known of them:",
            *_notes(page, claims),
        )
        yield Entry("change", "again", (Line(words),))


def _gone(page: Page) -> Iterator[Entry]:
    """What is told no more: who said it, and the words."""
    for change in page.brief.changes:
        for claim in change.before if change.claim is None else ():
            yield Entry(
                "change", "gone", (Line((shortened(words_of(claim.record, page), _LONGEST),)),)
            )


def _is_little(change: ClaimChange) -> bool:
    return len(change.before) == 1 and _LITTLE.issuperset(change.fields)


def _claim(page: Page, key: str | None) -> Claim:
    return next(claim for claim in page.claims if claim.id == key)


def _notes(page: Page, claims: Sequence[Claim]) -> Words:
    notes = sorted((page.note(claim.id) for claim in claims), key=lambda note: note.number)
    return tuple(part for pair in zip_longest([" "] * len(notes), notes) for part in pair)


def _told(page: Page, claim: Claim) -> str:
    """What a claim is about, on one line."""
    record = claim.record
    if isinstance(record, RedLine):
        return f"red line, {head_of_line(page, claim)}: {shortened(claim_words(page, claim), _LONGEST)}"
    words = shortened(claim_words(page, claim), _LONGEST)
    if not isinstance(record, Statement):
        return f"{claim.about.replace('_', ' ')}: {words}"
    speaker = speaker_of(claim) or record.speaker
    return f"{page.name(speaker)}: {words}" if speaker else words


def _places(page: Page, change: ClaimChange) -> tuple[Inline, ...]:
    if not change.spans:
        return ()
    return ("  (", *cite_all(change.spans, page.labels, _MOST_PLACES), ")")
