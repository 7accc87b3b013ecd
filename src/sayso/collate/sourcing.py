"""From tellings to origins: whose say-so each telling rests on in the end.

The origin is the last party of the chain. A telling that names nobody, or only an institution or a
newsroom, is put to the named person whose quoted words it repeats; with two such people, to neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.collate.clusters import Ties
from sayso.collate.parties import Parties
from sayso.collate.tellings import Telling, stands_inside
from sayso.model.text import Party


class Source(NamedTuple):
    """One origin in the making: its party (None: no source named) and the tellings that rest on it."""

    key: str
    party: Party | None
    tellings: tuple[Telling, ...]

    @property
    def stated(self) -> tuple[Telling, ...]:
        """The tellings that state it; the others only presuppose it."""
        return tuple(telling for telling in self.tellings if not telling.presupposed)


def find_sources(
    tellings: Sequence[Telling], quoted: Ties, parties: Parties, texts: Mapping[str, str]
) -> tuple[Source, ...]:
    """The sources of tellings of one claim, by key.

    `quoted` are the ties of quoted words, and `texts` maps copies of one text to one id.
    """
    keys = {telling.key: _key(telling, parties, texts) for telling in tellings}
    for outer, inner in _frames(tellings):
        keys[outer.key] = keys[inner.key]
    named = {telling.key for telling in tellings if telling.voice == "person"}
    for telling in tellings:
        if telling.key not in named:
            owners = {
                keys[other.key]
                for other, _ in quoted.get(telling.key, ())
                if other.key in named and _may_speak_for(telling, other, parties)
            }
            if len(owners) == 1:
                keys[telling.key] = next(iter(owners))
    members: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        members[keys[telling.key]].append(telling)
    return tuple(Source(key, _party(members[key]), tuple(members[key])) for key in sorted(members))


def _frames(tellings: Sequence[Telling]) -> list[tuple[Telling, Telling]]:
    """Statements that only frame another one of the same article: "the ministry said that Orlo said …".

    The innermost is the one whose words they are; the others pass it on.
    """
    found = []
    by_article: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_article[telling.statement.article].append(telling)
    for outer in tellings:
        inner = [
            other
            for other in by_article[outer.statement.article]
            if other.who != outer.who and stands_inside(other, outer)
        ]
        if inner:
            shortest = min(
                inner, key=lambda t: (sum(len(s.text) for s in t.statement.content), t.key)
            )
            found.append((outer, shortest))
    return found


def _may_speak_for(telling: Telling, person: Telling, parties: Parties) -> bool:
    """False for an institution of another state: words put to it are not the person's."""
    if telling.voice != "institution":
        return True
    state = parties.country(telling.statement.speaker)
    return state is not None and state == parties.country(person.statement.speaker)


def _key(telling: Telling, parties: Parties, texts: Mapping[str, str]) -> str:
    speaker = telling.statement.speaker
    article = texts.get(telling.statement.article, telling.statement.article)
    if speaker is None:
        return f"5 nobody {article}"
    if telling.voice == "document":
        return f"2 document {parties.document_head(speaker)}"
    if telling.voice == "unnamed":
        via = sorted(
            actor.id
            for link in parties.newsrooms(telling.statement)
            if (actor := parties.actor(link.party)) is not None
        )
        return f"4 unnamed {speaker.name.casefold()} {via[0] if via else article}"
    rank = {"person": 0, "institution": 1, "newsroom": 3}[telling.voice]
    return f"{rank} {telling.voice} {speaker.actor or speaker.resolved or speaker.name}"


def _party(members: Iterable[Telling]) -> Party | None:
    """The party as it is named best: by its voice, then with a role, then by the longer name."""
    speakers = [
        (telling.voice != "person", speaker.role is None, -len(speaker.name), telling.key, speaker)
        for telling in members
        if (speaker := telling.statement.speaker) is not None
    ]
    return min(speakers, key=lambda entry: entry[:4])[4] if speakers else None
