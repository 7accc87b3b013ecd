"""An actor: names, roles, and the claims in which it has a part, story by story."""

from __future__ import annotations

from litestar import get
from litestar.params import FromPath
from litestar.response import Response

from sayso.briefs.numbers import counted
from sayso.briefs.telling import claim_words
from sayso.briefs.who import KINDS, profile_of
from sayso.desk.showing import KEPT, Asked, OurDesk
from sayso.desk.tables import PART, links, numbered
from sayso.desk.told import Told
from sayso.desk.words import short
from sayso.errors import UsageError
from sayso.model.text import Actor


@get("/actor/{actor:str}", opt=KEPT, sync_to_thread=True)
def show_actor(request: Asked, desk: OurDesk, actor: FromPath[str]) -> Response[bytes]:
    """One actor, as a portion of the stories that name it have it."""
    portion = desk.library.portion(numbered(request, PART), desk.library.naming(actor))
    found = [(told, one) for told in portion.told if (one := _in(told, actor)) is not None]
    if not found:
        raise UsageError(f"no actor {actor} is here")
    kinds = []
    for kind, title in KINDS:
        claims = [
            {
                "number": told.page.numbers[claim.id],
                "place": told.claim_place(claim),
                "words": short(claim_words(told.page, claim), 240),
                "figures": counted(claim, told.page.reach),
                "story": told.story,
            }
            for told, one in found
            for claim in sorted(
                profile_of(told.collation, one).claims, key=lambda c: told.page.numbers[c.id]
            )
            if claim.about == kind
        ]
        if claims:
            kinds.append((title, claims))
    shown = found[0][1]
    return desk.show(
        request,
        "actor.html",
        [
            shown,
            *{
                c.id: c for told, one in found for c in profile_of(told.collation, one).claims
            }.values(),
        ],
        actor=shown,
        names=sorted({name for _, one in found for name in one.names} - {shown.name}),
        stories=[told.story for told, _ in found],
        kinds=kinds,
        portion=portion,
        parts=links(request, PART, portion.number, portion.portions),
    )


def _in(told: Told, actor: str) -> Actor | None:
    """The actor in a story's collation, also under an id that it carried before it was joined."""
    joined = told.collation.joined.get(actor)
    wanted = joined.id if joined else actor
    return next((one for one in told.collation.actors if one.id == wanted), None)


HANDLERS = (show_actor,)
