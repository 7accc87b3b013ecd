"""Ledgers of every shape to keep: all kinds of records, odd characters, fields that are null."""

from __future__ import annotations

import hashlib
from typing import Any

from hypothesis import strategies as st

from sayso.model.ids import digest_id, with_id
from sayso.model.ledger import (
    Caveat,
    Condition,
    Consequence,
    Event,
    PolicyChange,
    RedLine,
    Relation,
    Statement,
    Transfer,
)
from sayso.model.reading import Ledger
from sayso.model.text import (
    Actor,
    ActorRef,
    Article,
    Mention,
    Party,
    Place,
    Quantity,
    WeaponRef,
    When,
    actor_id,
)
from sayso.stores import Batch, Version

VERSION = Version(
    id="version_one", sayso="1", extractors={"events": "1"}, rules="r", books="b", model="m"
)
LATER = Version(
    id="version_two", sayso="2", extractors={"events": "2"}, rules="s", books="b", model="m"
)
TEXTS = (
    "The mill on the Aller will close, Ona Berg said.\nNobody asked why.",
    "Zażółć gęślą jaźń: “мельница” 製粉所 🌾 it's 100% closed_now\\",
    "A letter with a null \x00 in it, and a tab\t.",
    "Short words.",
)
PATHS = (None, "a.txt", "b/a.txt", "ä.txt", "z.jsonl:3", "Z.txt", "null\ufffd.txt")


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """One article of a few, and what might be read of it; the same text is always read alike."""
    text = draw(st.sampled_from(TEXTS))
    url = f"https://mill.example/{len(text)}"
    article = Article(
        id=digest_id("article", text.encode()),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        path=draw(st.sampled_from(PATHS)),
        url=url if len(text) % 2 else None,
        outlet="The Aller\0 Post" if len(text) % 3 else None,
        title="Mills" if len(text) % 2 else None,
        published=(None, When(start="2021-05-04", text="4 May"), When(text="May"))[len(text) % 3],
        text=text,
    )
    return _read(article)


def _read(article: Article) -> Ledger:
    """All kinds of records, drawn by the text alone."""
    seed = int(article.text_sha256, 16)
    drawn = _drawn(seed)
    span = article.span(0, 3)
    shared: dict[str, Any] = {"id": "", "article": article.id, "spans": (span,), **drawn}
    party = Party(name="the miller", actor=actor_id("Ona Berg", "DEU"), role="miller", span=span)
    records = (
        Statement(**shared, form="direct", act="speech", speaker=party, cue=span, content=(span,)),
        Event(**shared, type="PROTEST", actors=(party,), trigger=span, place=Place(name="Aller")),
        RedLine(
            **shared,
            warner=party,
            warned=None,
            condition=Condition(spans=(span,)),
            consequence=Consequence(spans=(span,), modes=("economic",)),
        ),
        Transfer(**shared, act="sale", weapon=WeaponRef(name="rifles"), value=Quantity(value=0.1)),
        PolicyChange(**shared, jurisdiction=None, subject="milling", direction="repealed"),
        Relation(**shared, type="dispute", parties=(party, Party(name="Ünal"))),
        Caveat(**shared, code="unclosed_quote", detail="“", about=article.id),
    )
    made = tuple(with_id(record) for record in records)
    kept = tuple(one for number, one in enumerate(made) if seed >> number & 1)
    return Ledger(
        article=article,
        # A caveat may stand there twice: what comes back is what went in.
        records=(*kept, *(one for one in kept if isinstance(one, Caveat))),
        actors=(
            Actor(id=actor_id("Ona Berg", "DEU"), type="person", name="Ona Berg", country="DEU"),
        ),
        declared=(party,),
        mentions=(
            Mention(
                type="actor",
                span=span,
                actor=ActorRef(id="x", type="person", name="Ona Berg", sector="BUS"),
            ),
            Mention(type="time", span=span, when=When(start="2021", precision="year")),
            Mention(type="quantity", span=span, quantity=Quantity()),
            Mention(type="place", span=span, place=Place(name="Aller", lat=52.9, lon=-0.0)),
        ),
    )


def _drawn(seed: int) -> dict[str, Any]:
    starts = (None, "2021-05-04", "2021-05-04T23:59:59Z", "1999-12-31")
    when = When(start=starts[seed % 4], end=starts[seed // 4 % 4], text="then")
    return {"when": when if seed % 5 else None, "modality": "denied" if seed % 2 else "asserted"}


def batch(*held: Ledger, version: Version = VERSION, again: bool = False) -> Batch:
    return Batch(version=version, ledgers=held, again=again)
