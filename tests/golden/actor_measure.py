"""Runs Sayso over the golden actors; README.md says how each field is compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from golden.actors import ActorPassage, Named, load_actors
from golden.halves import HALVES, Half
from loaded import loaded
from sayso.extractors import extract_all
from sayso.model.ledger import Event, Statement
from sayso.model.reading import Reading
from sayso.model.text import Actor, Mention, Party

FIELDS = ("found", "type", "name", "country", "sector", "one or two", "nobody", "open")
Shares = Mapping[str, tuple[int, int]]
# Words answer others where they share at least this much of the longer of the two.
_SHARE = 0.5


class Answer(NamedTuple):
    """What was given for some words; `who` is the actor's id, None for a place or nobody."""

    start: int
    end: int
    type: str | None
    name: str | None
    country: str | None = None
    sector: str | None = None
    who: str | None = None


class ActorVerdict(NamedTuple):
    """One mention: its half and which of the judged fields are right."""

    half: Half
    passage: ActorPassage
    named: Named
    answer: Answer | None
    fields: Mapping[str, bool]


def run() -> tuple[ActorVerdict, ...]:
    """Every passage read and judged, each as an article of its own."""
    passages = load_actors()
    readings = loaded().read((passage.article, ()) for passage in passages)
    return tuple(
        verdict
        for passage, reading in zip(passages, readings, strict=True)
        for verdict in judge(passage, *answers(reading))
    )


def answers(reading: Reading) -> tuple[tuple[Answer, ...], tuple[Answer, ...]]:
    """What a Reading says of words: as mentions, and as parties of statements and events."""
    actors = {actor.id: actor for actor in reading.actors}
    mentions = tuple(filter(None, map(_of_mention, reading.mentions)))
    parties = (party for record in extract_all(reading) for party in _parties(record))
    return mentions, tuple(
        _of_party(party, actors)
        for party in parties
        if party.span is not None and party.span.part == "text"
    )


def judge(
    passage: ActorPassage, mentions: Sequence[Answer], parties: Sequence[Answer]
) -> Iterator[ActorVerdict]:
    """Compare what is given for the words of one passage with what they stand for."""
    pairs = [
        (named, best(passage.place_of(named), mentions, parties)) for named in passage.mentions
    ]
    for named, answer in pairs:
        fields = _compare(named, answer)
        if named.type == "":
            place = passage.place_of(named)
            fields = {"nobody": not any(_common(place, given) for given in mentions)}
        elif named.person is not None:
            fields["one or two"] = _told_apart(named, answer, pairs)
        yield ActorVerdict(passage.half, passage, named, answer, fields)


def _told_apart(
    named: Named, answer: Answer | None, pairs: Sequence[tuple[Named, Answer | None]]
) -> bool:
    """Whether a person is one with whom they should be, and only with them."""
    if answer is None or answer.who is None:
        return False
    return all(
        (other.person == named.person) == (found.who == answer.who)
        for other, found in pairs
        if other.person is not None and found is not None and found.who is not None
    )


def shares(verdicts: Iterable[ActorVerdict]) -> Mapping[Half, Shares]:
    """Per half and field how many are right, of how many.

    `all` counts the mentions that are right in every field, `all but sector` in every other one.
    """
    right: Counter[tuple[Half, str]] = Counter()
    total: Counter[tuple[Half, str]] = Counter()
    for verdict in verdicts:
        seen = {name: good for name, good in verdict.fields.items() if name != "sector"}
        rows = {
            **verdict.fields,
            "all": all(verdict.fields.values()),
            "all but sector": all(seen.values()),
        }
        for name, good in rows.items():
            total[verdict.half, name] += 1
            right[verdict.half, name] += good
    rows_shown = (*FIELDS, "all", "all but sector")
    return {
        half: {row: (right[half, row], total[half, row]) for row in rows_shown} for half in HALVES
    }


def _of_mention(mention: Mention) -> Answer | None:
    start, end = mention.span.start, mention.span.end
    if mention.span.part != "text":
        return None
    if mention.actor is not None:
        actor = mention.actor
        return Answer(start, end, actor.type, actor.name, actor.country, actor.sector, who=actor.id)
    if mention.place is not None:
        return Answer(start, end, "place", mention.place.name, mention.place.country)
    return None


def _of_party(party: Party, actors: Mapping[str, Actor]) -> Answer:
    assert party.span is not None
    actor = actors.get(party.actor or "")
    return Answer(
        party.span.start,
        party.span.end,
        actor.type if actor else None,
        party.resolved,
        actor.country if actor else None,
        actor.sector if actor else None,
        who=party.actor,
    )


def _parties(record: object) -> Iterator[Party]:
    if isinstance(record, Statement):
        yield from (link.party for link in record.chain if link.party)
        yield from record.addressees
    elif isinstance(record, Event):
        yield from (*record.actors, *record.recipients)


def best(
    place: tuple[int, int], mentions: Sequence[Answer], parties: Sequence[Answer]
) -> Answer | None:
    """The mention that shares most with the words; where there is none, the party that does."""
    for given in (mentions, parties):
        scored = [(_common(place, answer), -at) for at, answer in enumerate(given)]
        share, at = max(scored, default=(0.0, 0))
        if share >= _SHARE:
            return given[-at]
    return None


def _common(place: tuple[int, int], answer: Answer) -> float:
    """The share of common characters in the longer of the two."""
    start, end = place
    common = min(end, answer.end) - max(start, answer.start)
    return max(common, 0) / max(end - start, answer.end - answer.start)


def _compare(named: Named, answer: Answer | None) -> dict[str, bool]:
    if named.name == "":
        return {"open": answer is None or answer.name in (None, named.words)}
    fields = {"found": answer is not None}
    for field in ("type", "name", "country", "sector"):
        wanted: str | None = getattr(named, field)
        if wanted is not None:
            given = getattr(answer, field) if answer else None
            fields[field] = given is not None and given.casefold() in wanted.casefold().split("|")
    return fields
