"""Whether a brief may say that no article reports a delivery: not where words that no record holds may tell of one."""

from __future__ import annotations

import pytest

from collate.ledgers import Desk
from sayso.briefs.arrivals import possible_arrivals
from sayso.model.ledger import Transfer
from sayso.model.text import Span


def found(text: str, weapon: str = "Skarv reconnaissance drones") -> list[str]:
    return [span.text for span in possible_arrivals([weapon], [Desk(text).article], ())]


@pytest.mark.parametrize(
    "sentence",
    [
        "Eight of the drones had already arrived in Poti in May.",
        "“The first Skarv reconnaissance drones reached us,” he said.",
        "A drone was unloaded at night",
        "Tbilisi took delivery of six drones.",
    ],
)
def test_words_that_may_tell_of_an_arrival(sentence: str) -> None:
    assert found(f"Rain fell on Oslo. {sentence}\nThe sea was calm.") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Not one of the drones has arrived.",
        "The drones have n't arrived.",
        "The drones haven't arrived.",
        "If the drones arrived, nobody saw them.",
        "The drones will be delivered in the spring.",
        "The minister arrived in Poti.",
        "The drones are built in Kongsberg.",
    ],
)
def test_words_that_tell_of_none(sentence: str) -> None:
    assert found(sentence) == []


def test_a_general_word_for_weapons_names_none() -> None:
    assert found("The systems arrived.", "Varn missile systems") == []
    assert found("Varn missile systems arrived.", "Varn missile systems") != []
    assert found("The drones arrived.", "") == []


def test_what_a_transfer_reads_is_not_told_again() -> None:
    text = "Six drones were handed over in a dream."
    article = Desk(text).article
    span = Span(article=article.id, part="text", start=0, end=10, text=text[:10])
    record = Transfer(
        id="transfer_x",
        article=article.id,
        spans=(span,),
        act="supply",
        weapon=None,
        stage="produced",
    )
    assert possible_arrivals(["drones"], [article], [record]) == ()
    assert len(possible_arrivals(["drones"], [article], [])) == 1
