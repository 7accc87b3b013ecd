"""What no article reports: to an analyst, absence is news."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.model.collation import Claim, Sentence
from sayso.model.ledger import Statement
from sayso.model.text import Actor, Party, Span

MOST = 2


def find_absences(
    claims: Sequence[Claim], statements: Mapping[str, Statement], actors: Mapping[str, Actor]
) -> tuple[Sentence, ...]:
    """For states that were spoken to: that no article reports an answer. At most two, each with the words.

    A state has answered where anybody of it is reported to have said anything.
    """
    heard = {_country(record.speaker, actors) for record in statements.values()}
    addressed: Counter[str] = Counter()
    spans: dict[str, list[Span]] = {}
    about: dict[str, list[str]] = {}
    for claim in claims:
        for key in claim.records if claim.about == "statement" else ():
            for party in statements[key].addressees:
                country = _country(party, actors)
                if country is None or country in heard or party.span is None:
                    continue
                addressed[country] += 1
                spans.setdefault(country, []).append(party.span)
                about.setdefault(country, []).append(claim.id)
    names = _state_names(actors)
    ranked = sorted(addressed, key=lambda country: (-addressed[country], country))
    return tuple(
        Sentence(
            text=f"No article reports an answer by {names.get(country, country)}.",
            spans=tuple(spans[country]),
            claims=tuple(dict.fromkeys(about[country])),
        )
        for country in ranked[:MOST]
    )


def _country(party: Party | None, actors: Mapping[str, Actor]) -> str | None:
    actor = actors.get(party.actor) if party and party.actor else None
    return actor.country if actor else None


def _state_names(actors: Mapping[str, Actor]) -> dict[str, str]:
    return {
        actor.country: actor.name
        for actor in sorted(actors.values(), key=lambda actor: actor.id, reverse=True)
        if actor.type == "state" and actor.country is not None
    }
