"""A dispute of our own about herring, in five articles: wire, rewrite, other paper, padded piece, answer."""

from __future__ import annotations

from collate.ledgers import Desk, an_actor, day
from sayso.model.reading import Ledger
from sayso.model.text import Actor

ICELAND = an_actor("Iceland", "state", country="ISL")
NORWAY = an_actor("Norway", "state", country="NOR")
CORVANE = an_actor("Corvane", "agency", country="NOR", owner="Corvane Trust")
DAILY = an_actor("Saga Daily", "outlet", country="ISL")
ENVOY = an_actor("Sigrun Aldal", country="NOR", office="ambassador of Norway to Iceland")
# The same envoy as another paper spells her, without an office.
ENVOY_AGAIN = an_actor("S. Aldal", country="NOR")
DIRECTOR = an_actor("Torvald Lind", country="NOR", office="director of the fisheries department")


def wire() -> Ledger:
    text = (
        "Norway's ambassador to Iceland, Sigrun Aldal, warned Reykjavik of harsh answers if Icelandic "
        "trawlers go on landing herring in Hull.\n"
        "“If the trawlers sail to Hull again, there will be an end to free mooring in Tromsø,” Corvane "
        "cited the ambassador as saying in an interview on 4 May 2025.\n"
        "She said the quota had been agreed in haste."
    )
    desk = Desk(
        text,
        path="herring/001_wire.txt",
        outlet="Northern Ledger",
        published="2025-05-05",
        title="Envoy warns Reykjavik over herring landings",
    ).knows(NORWAY)
    desk.said(
        ENVOY,
        "of harsh answers if Icelandic trawlers go on landing herring in Hull",
        cue="warned",
        to=(desk.party(ICELAND, "Reykjavik"),),
    )
    desk.said(
        ENVOY,
        "“If the trawlers sail to Hull again, there will be an end to free mooring in Tromsø,”",
        via=(CORVANE,),
        cue="cited",
        form="direct",
        occasion="interview",
        when=day("2025-05-04"),
    )
    return desk.said(ENVOY, "the quota had been agreed in haste", cue="said").ledger()


def rewrite() -> Ledger:
    text = (
        "Sigrun Aldal has threatened “an end to free mooring” if Icelandic trawlers go on landing "
        "herring in Hull. The sea is wide, and its future open."
    )
    desk = Desk(text, path="herring/002_rewrite.txt")
    return desk.said(
        ENVOY,
        "“an end to free mooring” if Icelandic trawlers go on landing herring in Hull",
        cue="threatened",
        form="mixed",
    ).ledger()


def other_spelling() -> Ledger:
    text = (
        "At the agency Corvane, S. Aldal spoke about herring. She warned that there could be answers if "
        "trawlers from Iceland keep landing herring in Hull, and that free mooring may end.\n"
        "Torvald Lind, director of the fisheries department, told Saga Daily that the nets are too fine."
    )
    desk = Desk(text, path="herring/003_paper.txt", title="Oslo's envoy on herring in Hull").knows(
        DAILY
    )
    desk.said(
        ENVOY_AGAIN,
        "there could be answers if trawlers from Iceland keep landing herring in Hull, and that free "
        "mooring may end",
        via=(CORVANE,),
        cue="warned",
    )
    return desk.said(DIRECTOR, "the nets are too fine", via=(DAILY,), cue="told").ledger()


def later() -> Ledger:
    text = (
        "Ambassador Sigrun Aldal stressed at a rally on 17 May 2025 that Icelandic trawlers landing herring "
        "in Hull would meet harsh answers."
    )
    desk = Desk(text, path="herring/004_later.txt")
    return desk.said(
        ENVOY,
        "Icelandic trawlers landing herring in Hull would meet harsh answers",
        cue="stressed",
        occasion="rally",
        when=day("2025-05-17"),
    ).ledger()


def copy() -> Ledger:
    """The wire's input once more, under another path: it is one article."""
    ledger = wire()
    return Ledger(
        article=type(ledger.article)(
            **{
                name: getattr(ledger.article, name)
                for name in ledger.article.__struct_fields__
                if name != "path"
            },
            path="herring/009_copy.txt",
        ),
        actors=ledger.actors,
        records=ledger.records,
    )


def dispute() -> list[Ledger]:
    return [wire(), rewrite(), other_spelling(), later(), copy()]


ACTORS: tuple[Actor, ...] = (ICELAND, NORWAY, CORVANE, DAILY, ENVOY, ENVOY_AGAIN, DIRECTOR)
