"""Ledgers made by hand: short articles of ours with the statements that a reading would give."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from sayso.collate import Collation, collate
from sayso.model.collation import Claim
from sayso.model.ids import digest_id, with_id
from sayso.model.ledger import Act, Form, How, Link, Modality, Statement
from sayso.model.reading import Ledger
from sayso.model.text import Actor, ActorType, Article, Party, Role, Span, When, actor_id


def an_actor(
    name: str,
    kind: ActorType = "person",
    country: str | None = None,
    office: str | None = None,
    owner: str | None = None,
) -> Actor:
    return Actor(
        id=actor_id(name, country, office),
        type=kind,
        name=name,
        names=(name,),
        country=country,
        owner=owner,
        roles=(Role(title=office),) if office else (),
    )


def day(iso: str) -> When:
    return When(start=iso, end=iso, precision="day", timex=iso, text=iso, anchor="explicit")


class Desk:
    """One article in the making: `said` adds a statement whose words must stand in the text."""

    def __init__(
        self,
        text: str,
        *,
        path: str = "",
        outlet: str | None = None,
        title: str | None = None,
        published: str | None = None,
    ) -> None:
        self.article = Article(
            id=digest_id("article", f"{path}{text}".encode()),
            text_sha256=hashlib.sha256(text.encode()).hexdigest(),
            path=path or None,
            outlet=outlet,
            title=title,
            published=day(published) if published else None,
            language="en",
            text=text,
        )
        self._actors: dict[str, Actor] = {}
        self._statements: list[Statement] = []

    def span(self, words: str) -> Span:
        start = self.article.text.index(words)
        return self.article.span(start, start + len(words))

    def knows(self, *actors: Actor) -> Desk:
        self._actors |= {actor.id: actor for actor in actors}
        return self

    def party(self, who: Actor | str | Party, words: str | None = None) -> Party:
        if isinstance(who, Party):
            return who
        if isinstance(who, str):
            return Party(name=who, span=self.span(who) if who in self.article.text else None)
        self.knows(who)
        name = words or next(
            (n for n in (who.name, who.name.split()[-1]) if n in self.article.text), who.name
        )
        return Party(
            name=name,
            resolved=who.name,
            actor=who.id,
            role=who.roles[0].title if who.roles else None,
            span=self.span(name) if name in self.article.text else None,
        )

    def said(
        self,
        who: Actor | str | Party | None,
        *content: str,
        via: tuple[Actor | str, ...] = (),
        cue: str | None = None,
        form: Form = "indirect",
        act: Act = "speech",
        to: tuple[Actor | str | Party, ...] = (),
        occasion: str | None = None,
        when: When | None = None,
        modality: Modality = "asserted",
        how: How = "cites",
        evidence: str | None = None,
    ) -> Desk:
        spans = tuple(self.span(words) for words in content)
        speaker = None if who is None else self.party(who)
        links = [self._link(self.party(link), how, spans[0]) for link in via]
        if speaker is not None:
            links.append(self._link(speaker, "writes" if act == "writing" else "says", spans[0]))
        statement = Statement(
            id="",
            article=self.article.id,
            spans=(self.span(evidence),) if evidence else spans,
            chain=tuple(links),
            modality=modality,
            when=when,
            form=form,
            act=act,
            speaker=speaker,
            addressees=tuple(self.party(one) for one in to),
            cue=self.span(cue) if cue else None,
            content=spans,
            occasion=occasion,
        )
        self._statements.append(with_id(statement))
        return self

    def ledger(self) -> Ledger:
        return Ledger(
            article=self.article,
            actors=tuple(self._actors.values()),
            records=tuple(self._statements),
        )

    @staticmethod
    def _link(party: Party, how: How, fallback: Span) -> Link:
        return Link(party=party, span=party.span or fallback, how=how)


def ledgers(*desks: Desk) -> list[Ledger]:
    return [desk.ledger() for desk in desks]


def collated(found: Sequence[Ledger]) -> Collation:
    """The collation of ledgers that we say are of one story: ours are too short to show it."""
    return collate(found, together=True)


def spans_in(value: Any) -> list[Span]:
    """All Spans anywhere inside a record."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple | list):
        return [span for item in value for span in spans_in(item)]
    if hasattr(value, "__struct_fields__"):
        return [span for name in value.__struct_fields__ for span in spans_in(getattr(value, name))]
    return []


def about(collation: Collation, kind: str) -> list[Claim]:
    return [claim for claim in collation.claims if claim.about == kind]
