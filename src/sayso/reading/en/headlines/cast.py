"""Who is who in a headline: the names that it shares with the text are the text's people."""

from __future__ import annotations

from msgspec.structs import replace

from sayso.model.text import Actor, Article, Party
from sayso.reading.en.names.cast import Cast


class HeadlineCast:
    """The cast of a title, with the people of the text for its bare names and offices.

    `title` was built on the title as a sentence, `body` on the text; words are the title's own.
    """

    def __init__(self, article: Article, title: Cast, body: Cast) -> None:
        self._article = article
        self._title = title
        self._body = body
        known = {actor.id: actor for actor in body.actors}
        self._known = known
        self.actors: tuple[Actor, ...] = tuple(
            known.get(actor.id, actor)
            for actor in {**known, **{a.id: a for a in title.actors}}.values()
        )

    def party(self, start: int, end: int) -> Party:
        """Who the noun phrase at these offsets of the title is."""
        party = self._title.party(start, end)
        if party.span is not None:
            span = self._article.span(party.span.start, party.span.end, "title")
            party = replace(party, name=span.text, span=span)
        if party.actor in self._known or (party.count or 0) > 1:
            return party
        role = self._title.office(start, end)
        if role is not None and party.resolved is None:
            return self._body.as_holder(party, role)
        return self._body.as_named(party, _name(party))


def _name(party: Party) -> str:
    """The words of a name, without an office in capital letters before it ("PM Mori")."""
    words = (party.resolved or party.name).split()
    while len(words) > 1 and words[0].isupper() and "." not in words[0]:
        words = words[1:]
    return " ".join(words)
