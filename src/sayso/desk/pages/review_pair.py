"""Claims and actors under review: what is one with which, and what is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect, Response

from sayso.briefs.telling import words_of
from sayso.desk.judged import MOST_BYTES, Form, field, past_of, reason_of, to_log
from sayso.desk.showing import Asked, Desk, OurDesk
from sayso.desk.told import Told
from sayso.desk.words import short
from sayso.errors import JudgementError, UsageError
from sayso.judging import judge_pair
from sayso.model.collation import Claim
from sayso.model.text import Actor
from sayso.stores import Selection

_VERDICTS = frozenset({"same", "different"})
_MOST_CHARS = 140


class Choice(NamedTuple):
    """What something may be joined with or parted from: an id, and what it is."""

    id: str
    words: str


@get("/review/claim/{story:str}/{claim:str}", sync_to_thread=True)
def show_claim(
    request: Asked, desk: OurDesk, story: FromPath[str], claim: FromPath[str]
) -> Response[bytes]:
    """A claim: claims of its kind that it may be one with, and records that are not of it."""
    told, found = desk.library.claim(story, claim)
    return desk.show(
        request,
        "review_pair.html",
        [found, *(told.page.records[key] for key in found.records)],
        heading=f"Claim {told.page.numbers[found.id]}",
        words=words_of(found.record),
        back=told.claim_place(found),
        left=found.record.id,
        joinable=_alike(told, found),
        partable=[one for one in _records(told, found) if one.id != found.record.id],
        what="claim",
        past=past_of(desk, found.records),
        members=_records(told, found),
    )


@get("/review/actor/{actor:str}", sync_to_thread=True)
def show_actor(request: Asked, desk: OurDesk, actor: FromPath[str]) -> Response[bytes]:
    """An actor: those of its stories who may be the same, and ids that were joined into it."""
    stories = desk.library.portion(1, desk.library.naming(actor)).told
    held: dict[str, Actor] = {}
    joined: dict[str, Actor] = {}
    for told in stories:
        held |= {one.id: one for one in told.collation.actors}
        joined |= told.collation.joined
    found = joined.get(actor) or held.get(actor)
    if found is None:
        raise UsageError(f"no actor {actor} is here")
    parts = {key for key, one in joined.items() if one.id == found.id} - {found.id}
    return desk.show(
        request,
        "review_pair.html",
        [found],
        heading=found.name,
        words="; ".join(sorted(set(found.names))),
        back=f"/actor/{found.id}",
        left=found.id,
        joinable=_others(held, found),
        partable=[Choice(key, _as_read(desk, key)) for key in sorted(parts)],
        what="actor",
        past=past_of(desk, {found.id, actor, *parts}),
        members=(),
    )


@post("/review/pair", sync_to_thread=True, request_max_body_size=MOST_BYTES)
def judge_two(request: Asked, desk: OurDesk, data: Form) -> Redirect:
    """Say that two are one, or are not."""
    verdict = field(data, "verdict")
    if verdict not in _VERDICTS:
        raise JudgementError("two are one, or they are not")
    left = field(data, "left", "the one of the two is not named")
    right = field(data, "right", "the other of the two is not named")
    store, author = desk.library.store, request.user.known_as
    return to_log(judge_pair(store, author, left, right, verdict, reason_of(data)))


def _alike(told: Told, claim: Claim) -> list[Choice]:
    """Claims of the same kind, those that were thought of as the same first, then in the brief's order."""
    found = [one for one in told.page.claims if one.about == claim.about and one.id != claim.id]
    near = set(claim.candidates)
    found.sort(key=lambda one: (near.isdisjoint(one.records), told.page.numbers[one.id]))
    return [
        Choice(
            one.record.id,
            f"{told.page.numbers[one.id]}. {short(words_of(one.record), _MOST_CHARS)}",
        )
        for one in found
    ]


def _records(told: Told, claim: Claim) -> list[Choice]:
    records = [told.page.records[key] for key in claim.records]
    return [
        Choice(one.id, f"{told.page.labels[one.article]}: {short(words_of(one), _MOST_CHARS)}")
        for one in records
    ]


def _as_read(desk: Desk, actor: str) -> str:
    """An actor as the first article that names it has it; its id where none does."""
    store = desk.library.store
    first = store.articles(Selection(actors=(actor,)))[:1]
    for ledger in store.ledgers(Selection(articles=first)):
        for one in ledger.actors:
            if one.id == actor:
                return _actor_words(one)
    return actor


def _actor_words(one: Actor) -> str:
    roles = [role.title for role in one.roles[:1]]
    return ", ".join(filter(None, (one.name, one.type, one.country, *roles)))


def _others(held: Mapping[str, Actor], actor: Actor) -> Sequence[Choice]:
    found = sorted(held.values(), key=lambda one: (one.type != actor.type, one.name, one.id))
    return [Choice(one.id, _actor_words(one)) for one in found if one.id != actor.id]


HANDLERS = (show_claim, show_actor, judge_two)
