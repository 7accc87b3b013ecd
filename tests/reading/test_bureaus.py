"""What bureaus show beside plain cues: what they found out, whose question was answered, hearsay adverbs, translators."""

from __future__ import annotations

import pytest

from sayso.articles import to_article
from sayso.model.text import RawDocument
from sayso.reading import Reader
from tellings import chains, told


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        (
            "Reuters has learned that the mill was sold.",
            "Reuters reports",
            "that the mill was sold",
        ),
        (
            "Reuters has learned from two bakers that the mill was sold.",
            "Reuters cites > two bakers says",
            "that the mill was sold",
        ),
        (
            "The baker has learned that the mill was sold.",
            "The baker thinks",
            "that the mill was sold",
        ),
        (
            "Answering a question from an AFP correspondent, Ivo Lund said the mill was shut.",
            "AFP cites > Ivo Lund says",
            "the mill was shut",
        ),
        (
            "In reply to a question from Kyodo, Ivo Lund said the mill was shut.",
            "Kyodo cites > Ivo Lund says",
            "the mill was shut",
        ),
        (
            "Responding to AFP's query, Ivo Lund said the mill was shut.",
            "AFP cites > Ivo Lund says",
            "the mill was shut",
        ),
        (
            "Asked by a Reuters reporter whether bread was short, Ivo Lund said the mill was shut.",
            "Reuters cites > Ivo Lund says",
            "the mill was shut",
        ),
        (
            "Speaking on condition of anonymity, a baker said the mill was shut.",
            "a baker says",
            "the mill was shut",
        ),
        (
            "The mill was, in the words of the baker, “old and deaf”.",
            "the baker says",
            "The mill was | “old and deaf”",
        ),
        (
            "In the words of its owner, Ivo Lund, the mill was deaf.",
            "its owner, Ivo Lund says",
            "the mill was deaf",
        ),
        ("The minutes record that Ivo Lund left.", "The minutes writes", "that Ivo Lund left"),
        (
            "The mill burned, AFP said, quoting the Belga agency, which quoted the owner.",
            "AFP cites > the Belga agency cites > the owner says",
            "The mill burned",
        ),
        (
            "The mill is sold, five bakers briefed on the sale told AFP.",
            "AFP cites > five bakers briefed on the sale says",
            "The mill is sold",
        ),
        (
            "The mill is sold, according to a baker who spoke to AFP.",
            "AFP cites > a baker who spoke to AFP says",
            "The mill is sold",
        ),
        (
            "Ivo Lund plans to close the mill, as first reported by AFP.",
            "AFP reports > Ivo Lund intends",
            "to close the mill",
        ),
        ("The mill has reportedly burned down.", "None says", "The mill has | burned down"),
        (
            "Ivo Lund reportedly said that the mill was shut.",
            "None reports > Ivo Lund says",
            "that the mill was shut",
        ),
    ],
)
def test_what_bureaus_show(reader: Reader, text: str, chain: str, content: str) -> None:
    (one,) = told(reader, text)
    links = " > ".join(f"{link.party and link.party.name} {link.how}" for link in one.chain)
    assert links == chain
    assert " | ".join(span.text for span in one.content) == content


def test_a_document_that_quotes_somebody_keeps_who_saw_it(reader: Reader) -> None:
    text = "A memo seen by AFP says that the mill is lost. The memo quotes Ivo Lund as saying that it was old."
    assert chains(reader, text)[1] == (
        "AFP cites > The memo cites > Ivo Lund says",
        "that it was old",
    )


@pytest.mark.parametrize(
    ("line", "chain"),
    [
        ("(Translated from Danish by Quay Wire)", "Quay Wire credits > Ivo Lund says"),
        ("Translation: AFP", "AFP credits > Ivo Lund says"),
        ("(Translated by Ida Holm)", "Ivo Lund says"),
    ],
)
def test_an_agency_that_translates_is_credited(reader: Reader, line: str, chain: str) -> None:
    text = f"The mill by the old quay has burned to the ground, Ivo Lund said.\n\n{line}"
    raw = RawDocument(
        captured=text.encode(), content=text, media_type="text/plain", path="mill.txt"
    )
    article, _ = to_article(raw, as_is=False, published=None, language="en")
    (one,) = reader.read_one(article).attributions
    links = [f"{link.party.name} {link.how}" for link in one.chain if link.party is not None]
    assert " > ".join(links) == chain


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("the gates can be opened", "possible"),
        ("the gates cannot be opened", "asserted"),
        ("the gates can no longer be opened", "asserted"),
    ],
)
def test_what_cannot_be_is_nothing_that_may_be(reader: Reader, words: str, modality: str) -> None:
    (one,) = told(reader, f"The baker said that {words}.")
    assert one.modality == modality


def test_whom_the_quoted_told_is_an_addressee(reader: Reader) -> None:
    (one,) = told(reader, "AFP quoted Ivo Lund as telling the court that the mill was shut.")
    assert [party.name for party in one.addressees] == ["the court"]


def test_what_goes_on_in_an_email_is_written(reader: Reader) -> None:
    text = "Ivo Lund said in an email to AFP that the mill was shut. He added that it was sold."
    assert [chain for chain, _ in chains(reader, text)] == [
        "AFP cites > Ivo Lund writes",
        "AFP cites > He writes",
    ]


def test_who_recalls_another_is_no_author_of_his_words(reader: Reader) -> None:
    text = "Ida Holm recalled him saying that the mill had no roof."
    assert ("Ida Holm says > him says", "that the mill had no roof") in chains(reader, text)


def test_what_a_second_paragraph_cites_twice_keeps_its_places(reader: Reader) -> None:
    text = (
        "The ferry was late.\n\n"
        "The mill burned, AFP said, quoting the Belga agency, which quoted the owner."
    )
    assert ("AFP cites > the Belga agency cites > the owner says", "The mill burned") in chains(
        reader, text
    )


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "The mill was old, Ivo Lund told the Quay newspaper. Ida Holm told Quay that it was deaf.",
            ("Quay cites > Ida Holm says", "that it was deaf"),
        ),
        (
            "Its author, Ivo Lund, told the paper he stood by every word.",
            ("the paper cites > Its author, Ivo Lund says", "he stood by every word"),
        ),
        (
            "Interviewed on Sky News, the baker, Ivo Lund, said the mill was deaf.",
            ("Sky News cites > the baker, Ivo Lund says", "the mill was deaf"),
        ),
        (
            "Appearing on state television, the baker said the mill was deaf.",
            ("state television cites > the baker says", "the mill was deaf"),
        ),
        (
            "Writing in the Lisvane Standard, Ivo Lund argued that the mill was deaf.",
            ("the Lisvane Standard cites > Ivo Lund writes", "that the mill was deaf"),
        ),
        (
            "Ivo Lund wrote in La Paz that the mill was deaf.",
            ("Ivo Lund writes", "that the mill was deaf"),
        ),
        (
            "Ivo Lund told the newspaper Al-Bahr that the mill was deaf.",
            ("the newspaper Al-Bahr cites > Ivo Lund says", "that the mill was deaf"),
        ),
        (
            "“The mill is deaf,” Ivo Lund told the newspaper Neues am Freitag.",
            ("the newspaper Neues am Freitag cites > Ivo Lund says", "“The mill is deaf,”"),
        ),
        (
            "“An old and deaf mill,” its owner, Will Lund, wrote on Sunday.",
            ("its owner, Will Lund writes", "“An old and deaf mill,”"),
        ),
        (
            "Will Lund said the mill was deaf.",
            ("Will Lund says", "the mill was deaf"),
        ),
        (
            "The palace told AFP that the mill was shut. It said it would be sold.",
            ("AFP cites > It says", "it would be sold"),
        ),
    ],
)
def test_newsrooms_that_other_words_show(reader: Reader, text: str, chain: tuple[str, str]) -> None:
    assert chains(reader, text)[-1] == chain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The mill is sold, Bloomberg reported. The agency cited two bakers.",
            ["Bloomberg cites > two bakers says"],
        ),
        (
            "The mill is sold, Ivo Lund told AFP. The agency cited two bakers.",
            ["AFP cites > Ivo Lund says"],
        ),
        ("The mill is sold, Bloomberg reported. It cited nobody.", ["Bloomberg reports"]),
        (
            "The mill is sold, AFP reported, citing local television.",
            ["AFP cites > local television reports"],
        ),
        (
            "The mill is sold, AFP said, citing a letter it had seen.",
            ["AFP cites > a letter writes"],
        ),
        (
            "The army will not sell the mill, Justice Minister Ivo Lund was cited as saying by the Belga agency.",
            ["the Belga agency cites > Justice Minister Ivo Lund says"],
        ),
        (
            "The mill has no flour, the World Food Programme said.",
            ["the World Food Programme says"],
        ),
        (
            "The report says he told the miller that it was late.",
            ["The report writes", "The report writes > he says"],
        ),
        (
            "Ida Holm said the baker had promised her a new mill.",
            ["Ida Holm says", "Ida Holm says > the baker says"],
        ),
        (
            "“We burned it on Sunday,” Mayor Ivo Lund told AFP. “We had no flour.\n\n“We had no bread.”\n\nLund said it was over.",
            ["AFP cites > Mayor Ivo Lund says", "AFP cites > Lund says"],
        ),
        (
            "Asked by the Asahi Shimbun why the mill was deaf, Ivo Lund said it was old.",
            ["Asahi Shimbun cites > Ivo Lund says"],
        ),
    ],
)
def test_a_newsrooms_sources_and_its_questions_are_no_statements_of_their_own(
    reader: Reader, text: str, found: list[str]
) -> None:
    assert [chain.replace("the Asahi", "Asahi") for chain, _ in chains(reader, text)] == found
