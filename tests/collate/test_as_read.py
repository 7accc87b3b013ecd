"""Claims of short texts that are read first: constructions that a claim and its origins rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collate.ledgers import Desk, about, collated
from sayso.collate import Collation
from sayso.engines.local import to_ledger
from sayso.model.collation import Claim
from sayso.model.ledger import Transfer

if TYPE_CHECKING:
    from sayso.reading import Reader

THREAT = (
    "Turkey’s ambassador to Greece, Orhan Sezer, told reporters in Athens that Ankara would regard it as a "
    "breach of the treaty if K9 howitzers bought by Greece were passed on to Cyprus."
)


def read(reader: Reader, *texts: str, outlets: tuple[str, ...] = ()) -> Collation:
    named = (*outlets, *[None] * len(texts))
    desks = [
        Desk(text, path=f"{number}.txt", outlet=outlet)
        for number, (text, outlet) in enumerate(zip(texts, named, strict=False))
    ]
    return collated([to_ledger(reader.read_one(desk.article)) for desk in desks])


def deal(collation: Collation, stage: str) -> Claim:
    [claim] = [
        one
        for one in about(collation, "transfer")
        if isinstance(one.record, Transfer) and one.record.stage == stage
    ]
    return claim


def test_what_a_threat_only_presupposes_has_no_origin_in_it(reader: Reader) -> None:
    bought = deal(read(reader, THREAT), "contracted")
    assert (bought.independent_origins, bought.possible_origins) == (0, 1)
    assert (bought.witnesses, bought.occasions, bought.standing) == (0, None, "unsourced")


def test_who_states_what_another_presupposes_is_its_one_origin(reader: Reader) -> None:
    stated = (
        "Greece’s defence minister, Ioanna Petrou, told reporters that Greece had bought K9 howitzers from "
        "Norway."
    )
    bought = deal(read(reader, THREAT, stated), "contracted")
    assert (bought.independent_origins, bought.possible_origins) == (1, 2)
    [[ground], _] = [one.independence for one in bought.origins]
    assert (ground.verdict, ground.ground) == ("undetermined", "one of them only presupposes it")
