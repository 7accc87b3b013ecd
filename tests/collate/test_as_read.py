"""Claims of short texts that are read first: constructions that a claim and its origins rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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


def test_a_paper_that_no_book_knows_is_named_as_a_source(reader: Reader) -> None:
    text = (
        "Malta closed its northern harbour on Sunday. “The harbour stays shut until the wreck is gone,” "
        "Mirante cited the minister Rita Vella as saying at her press conference."
    )
    [claim] = about(read(reader, text), "statement")
    [[path]] = [origin.paths for origin in claim.origins]
    assert [link.party.resolved for link in path.chain if link.party] == [
        "Mirante",
        "Rita Vella",
    ]
    assert path.way == "named"


def test_an_outlet_that_no_book_knows_is_a_witness_of_what_it_has_seen(reader: Reader) -> None:
    letters = [
        f"Malta would buy eight of the cranes, according to a letter from the port seen by {paper}."
        for paper in ("Kvarnbladet", "Faro Uno")
    ]
    [claim] = about(read(reader, *letters, outlets=("Kvarnbladet", "Faro Uno")), "statement")
    assert (claim.independent_origins, claim.witnesses) == (1, 2)


LETTER = "Malta would buy eight of the cranes this year, according to a letter from the port. "
CLAIM = "Malta has bought eight cranes, the Tunisian minister Sami Gharbi said. "


@pytest.mark.parametrize(
    ("told", "denial"),
    [
        (LETTER, "Malta’s transport minister, Rita Vella, dismissed the paper as a forgery."),
        (LETTER, "Malta’s transport minister, Rita Vella, called the letter a fake."),
        (LETTER, "Malta’s government has called such reports a fable."),
        (CLAIM, "Malta’s transport minister, Rita Vella, rejected the report as false."),
        (CLAIM, "Malta’s transport minister, Rita Vella, described the claim as a lie."),
        (CLAIM, "Malta’s transport minister, Rita Vella, called it a fable."),
        (
            f"{CLAIM}The quay is empty, the dockers’ leader Paul Zahra said. ",
            "Malta’s transport minister, Rita Vella, dismissed Gharbi’s claim as nonsense.",
        ),
    ],
)
def test_who_calls_a_report_untrue_denies_it(reader: Reader, told: str, denial: str) -> None:
    contested = [one for one in about(read(reader, told + denial), "statement") if one.denials]
    assert [one.text for one in contested] == [told.split(",", maxsplit=1)[0]]


@pytest.mark.parametrize(
    "words",
    [
        "Malta’s transport minister, Rita Vella, rejected the offer.",
        "Malta’s transport minister, Rita Vella, did not dismiss the claim.",
        "Malta’s transport minister, Rita Vella, called the report a step forward.",
        "Malta’s transport minister, Rita Vella, rejected the letter.",
        "Malta’s transport minister, Rita Vella, denied that its plans had changed.",
        "Malta’s transport minister, Rita Vella, denied that it was the last report.",
        "The minister called his own claim a lie.",
        f"{'The gulls are back. ' * 9}\n\nIt rained.\n\nThe ferry is late.\n\nRita Vella called it a lie.",
    ],
)
def test_who_rejects_something_else_denies_nothing_told(reader: Reader, words: str) -> None:
    claims = about(read(reader, CLAIM + words), "statement")
    assert claims
    assert not any(one.denials for one in claims)


REFUSED = (
    "Lars Holm, a spokesman for the Foreign Ministry in Oslo, said that Norway had refused its consent to a "
    "transfer of the howitzers to Cyprus."
)


LET = (
    "The howitzers are built in Greece under licence from Norway, and Oslo has refused to let them be "
    "transferred to Cyprus."
)


@pytest.mark.parametrize(
    ("other", "refusals"),
    [(LET, 1), (REFUSED.replace("Oslo", "Stockholm").replace("Norway", "Sweden"), 2)],
)
def test_a_refused_consent_is_one_claim_by_who_refuses(
    reader: Reader, other: str, refusals: int
) -> None:
    found = [
        one
        for one in about(read(reader, REFUSED, other), "transfer")
        if isinstance(one.record, Transfer) and one.record.status == "prohibited"
    ]
    assert len(found) == refusals
    assert [one.independent_origins for one in found] == [1] * refusals


@pytest.mark.parametrize(
    ("first", "second", "events"),
    [
        (
            "Ivo Lund was arrested in Malta after the collision.",
            "Ivo Lund was arrested in Malta on Monday.",
            1,
        ),
        (
            "Ivo Lund was arrested in Malta after the collision.",
            "Per Halsten was arrested in Malta after the collision.",
            0,
        ),
        ("A captain was arrested in Malta.", "A captain was arrested in Malta on Monday.", 0),
    ],
)
def test_what_was_done_to_one_person_by_nobody_named_is_one_event(
    reader: Reader, first: str, second: str, events: int
) -> None:
    assert len(about(read(reader, first, second), "event")) == events
