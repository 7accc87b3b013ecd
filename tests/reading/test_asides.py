"""Tellings that stand beside a clause: before it with "as", behind it, or inverted after a quotation."""

from __future__ import annotations

import pytest

from sayso.reading import Reader
from tellings import chains, told


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        (
            "As the baker Lia Berg told Reuters on Friday, the mill is shut.",
            "Reuters cites > the baker Lia Berg says",
            "the mill is shut",
        ),
        (
            "As the owner of the mill, Lia Berg, said, the wheel will stay broken until June.",
            "the owner of the mill, Lia Berg says",
            "the wheel will stay broken until June",
        ),
        (
            "As Lia Berg put it, the mill is a museum.",
            "Lia Berg says",
            "the mill is a museum",
        ),
        (
            "The mill will close in May, the Interfax agency reported on Friday.",
            "the Interfax agency reports",
            "The mill will close in May",
        ),
        (
            "The mill would miss the harvest, the owner, Lia Berg, told the daily Kontur.",
            "the daily Kontur cites > the owner, Lia Berg says",
            "The mill would miss the harvest",
        ),
        (
            "“The mill is full of rats”, declared the owner of the bakery.",
            "the owner of the bakery says",
            "“The mill is full of rats”",
        ),
        (
            "«We have flour», said the owner, Lia Berg, in an interview to the paper «Novo Delo».",
            "Novo Delo cites > the owner, Lia Berg says",
            "«We have flour»",
        ),
        (
            "The mill is shut, a baker told El Correo.",
            "El Correo cites > a baker says",
            "The mill is shut",
        ),
        (
            "“We will not grind,” Lia Berg told the Press Trust of India.",
            "the Press Trust of India cites > Lia Berg says",
            "“We will not grind,”",
        ),
    ],
)
def test_a_telling_beside_a_clause(reader: Reader, text: str, chain: str, content: str) -> None:
    assert (chain, content) in chains(reader, text)


def test_going_on_is_saying_more(reader: Reader) -> None:
    text = "“The mill is shut,” Lia Berg told Reuters. She went on: “Nobody will open it.”"
    assert ("Reuters cites > She says", "“Nobody will open it.”") in chains(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "As the owner met the bakers, the mill burned.",
        "He hailed the plan, a scheme announced on Friday.",
        "As the owner said goodbye, the lights went out.",
    ],
)
def test_what_only_happens_beside_a_clause_tells_nothing(reader: Reader, text: str) -> None:
    assert not [
        one for one in told(reader, text) if one.cue and one.cue.text in ("said", "announced")
    ]


def test_a_listener_with_a_foreign_article_is_no_paper(reader: Reader) -> None:
    (one,) = told(reader, "The owner told La Paz officials that the mill was shut.")
    assert [party.name for party in one.addressees] == ["La Paz officials"]


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        (
            "The wheel could break within days, the village miller, Lia Berg, warned on Friday.",
            "the village miller, Lia Berg says",
            "The wheel could break within days",
        ),
        (
            "The young baker, Lia Berg, promised on Friday to open the mill.",
            "The young baker, Lia Berg says",
            "to open the mill",
        ),
        (
            "Exports of flour fell by a fifth, according to Lia Berg, the Interfax agency reports.",
            "the Interfax agency reports > Lia Berg says",
            "Exports of flour fell by a fifth",
        ),
    ],
)
def test_a_teller_taken_for_an_apposition_has_its_verb(
    reader: Reader, text: str, chain: str, content: str
) -> None:
    assert (chain, content) in chains(reader, text)


def test_a_subject_that_a_relative_clause_parts_from_its_verb_stays(reader: Reader) -> None:
    text = "The mill, which employs nine bakers, said it had not been asked."
    assert ("The mill says", "it had not been asked") in chains(reader, text)


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        (
            "Lia Berg, a baker, said on Monday that the mill would stay shut, Kyodo News reported.",
            "Kyodo News reports > Lia Berg, a baker says",
            "that the mill would stay shut",
        ),
        (
            "Lia Berg told bakers at the Lund mill that it would open, state television reported.",
            "state television reports > Lia Berg says",
            "that it would open",
        ),
        (
            "Quoting the owner of the mill, Lia Berg, the Lusa agency said that it had stopped.",
            "the Lusa agency cites > the owner of the mill, Lia Berg says",
            "that it had stopped",
        ),
        (
            "With reference to a baker of Lund, Lia Berg, the agency BTA writes that it will close.",
            "the agency BTA cites > a baker of Lund, Lia Berg says",
            "that it will close",
        ),
        (
            "The draft contract, a copy of which was seen by Reuters, says the mill will close.",
            "Reuters cites > The draft contract writes",
            "the mill will close",
        ),
    ],
)
def test_a_source_around_a_telling(reader: Reader, text: str, chain: str, content: str) -> None:
    assert (chain, content) in chains(reader, text)
