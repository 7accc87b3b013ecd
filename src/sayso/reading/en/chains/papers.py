"""Papers and stations that no book and no model knows: a bare name that cites somebody."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from sayso.books.roles import RoleBook
from sayso.model.ledger import Link
from sayso.model.reading import Attribution, Token
from sayso.model.text import Actor, actor_id


def name_papers(
    attributions: Sequence[Attribution], tokens: Sequence[Token], book: RoleBook
) -> tuple[tuple[Attribution, ...], tuple[Actor, ...]]:
    """The attributions with such a name as an outlet, and these outlets: "Kvarn cited the envoy as saying …"."""
    found: dict[str, Actor] = {}
    named = []
    for one in attributions:
        chain = []
        for link in one.chain:
            if link is not one.chain[-1] and _is_paper(link, tokens):
                actor = _outlet(link, book)
                found[actor.id] = actor
                party = link.party and replace(link.party, resolved=actor.name, actor=actor.id)
                chain.append(replace(link, party=party))
            else:
                chain.append(link)
        named.append(replace(one, chain=tuple(chain)))
    return tuple(named), tuple(found[key] for key in sorted(found))


def _is_paper(link: Link, tokens: Sequence[Token]) -> bool:
    party = link.party
    if link.how != "cites" or party is None or party.span is None or party.span.part != "text":
        return False
    span = party.span
    words = [token for token in tokens if span.start <= token.start < span.end]
    return party.actor is None and bool(words) and all(word.pos == "PROPN" for word in words)


def _outlet(link: Link, book: RoleBook) -> Actor:
    name = link.party.name if link.party else ""
    return Actor(
        id=actor_id(name, None),
        type="outlet",
        name=name,
        names=(name,),
        sector=book.sectors.types.get("outlet"),
    )
