"""An actor: names, roles, statements, red lines, transfers, relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.briefs.labels import cite_all
from sayso.briefs.layout import wrap
from sayso.briefs.making import make_briefs
from sayso.briefs.numbers import counted
from sayso.briefs.page import Page, open_page
from sayso.briefs.sheet import plain
from sayso.briefs.summary import shortened
from sayso.briefs.telling import evidence, words_of
from sayso.collate import Collation
from sayso.errors import UsageError
from sayso.model.collation import Claim
from sayso.model.ledger import PolicyChange, RedLine, Relation, Statement, Transfer
from sayso.model.text import Actor, Party

_LONGEST = 200
KINDS = (
    ("redline", "Red lines"),
    ("transfer", "Transfers"),
    ("policy_change", "Policy"),
    ("relation", "Standing relations"),
    ("statement", "Statements"),
)


class Profile(NamedTuple):
    """One actor with the claims in which it has a part, by kind."""

    actor: Actor
    claims: tuple[Claim, ...]


def who(collation: Collation, name: str) -> tuple[Profile, ...]:
    """The actors of that name, by any spelling that the articles or the books give; the best match first.

    The whole name counts, else every word of it; none for a name that nobody has.
    """
    exact = [actor for actor in collation.actors if name.casefold() in _names(actor)]
    words = frozenset(name.casefold().split())
    near = [a for a in collation.actors if any(words <= set(n.split()) for n in _names(a))]
    found = sorted(exact or near, key=lambda actor: (actor.name, actor.id))
    return tuple(profile_of(collation, actor) for actor in found)


def profile_of(collation: Collation, actor: Actor) -> Profile:
    """An actor of the collation with its claims."""
    claims = collation.claims
    return Profile(actor, tuple(c for c in claims if actor.id in {p.actor for p in _parties(c)}))


def render(collation: Collation, name: str, width: int = 80) -> str:
    """Who an actor is and what is told of it, as lines of at most `width` cells.

    UsageError where no article names anybody of that name.
    """
    found = who(collation, name)
    if not found:
        raise UsageError(f"no article names {name!r}")
    pages = {brief.story.id: open_page(brief) for brief in make_briefs(collation)}
    return "\n\n".join("\n".join(_lines(profile, pages, width)) for profile in found) + "\n"


def _lines(profile: Profile, pages: dict[str, Page], width: int) -> Iterator[str]:
    actor = profile.actor
    facts = [actor.type.replace("_", " "), actor.country or "", actor.owner or ""]
    yield from wrap(f"{actor.name} ({', '.join(fact for fact in facts if fact)})", width)
    others = sorted({one for one in actor.names if one != actor.name})
    if others:
        yield from wrap("; ".join(others), width, "  also written ", "    ")
    for role in actor.roles:
        of = f" of {role.of}" if role.of and role.of not in role.title else ""
        dates = "–".join(day or "" for day in (role.start, role.end)) if role.start else ""
        yield from wrap(
            " ".join(part for part in (f"{role.title}{of}", dates) if part), width, "  "
        )
    for kind, title in KINDS:
        yield from _claims(title, [c for c in profile.claims if c.about == kind], pages, width)


def _claims(
    title: str, claims: Sequence[Claim], pages: dict[str, Page], width: int
) -> Iterator[str]:
    if not claims:
        return
    yield from ("", f"{title} {len(claims)}")
    pairs = [(claim, pages[claim.story]) for claim in claims if claim.story in pages]
    for claim, page in sorted(pairs, key=lambda pair: (pair[0].story, pair[1].numbers[pair[0].id])):
        words = shortened(words_of(claim.record, page), _LONGEST)
        place = plain(cite_all(evidence(claim.record), page.labels, 3))
        yield from wrap(f"{words} ({place})", width, "  ", "    ")
        yield from wrap(counted(claim, page.reach), width, "    ")


def _names(actor: Actor) -> frozenset[str]:
    return frozenset(one.casefold() for one in (actor.name, *actor.names))


def _parties(claim: Claim) -> tuple[Party, ...]:
    """Who has a part in a claim: who speaks, warns, is warned, gives, gets, or stands in a relation."""
    record = claim.record
    found: tuple[Party | None, ...] = ()
    if isinstance(record, Statement):
        found = (record.speaker,)
    elif isinstance(record, RedLine):
        found = (record.warner, record.warned)
    elif isinstance(record, Transfer):
        found = (record.supplier, record.recipient, record.end_user, *record.via)
    elif isinstance(record, PolicyChange):
        found = (record.jurisdiction,)
    elif isinstance(record, Relation):
        found = record.parties
    else:
        found = (*record.actors, *record.recipients)
    speakers = (origin.party for origin in claim.origins) if claim.about == "statement" else ()
    return tuple(party for party in (*found, *speakers) if party is not None)
