"""What the plain wires of the world show: bylines, denials of deeds, numbers, who goes on speaking."""

from __future__ import annotations

import pytest

from sayso.articles import to_article
from sayso.model.text import RawDocument
from sayso.reading import Reader
from tellings import chains, told


@pytest.mark.parametrize(
    ("byline", "chain"),
    [
        ("By Ida Holm | Quay Wire", "Quay Wire credits > Ivo Lund says"),
        ("By Ida Holm, Delvane", "Delvane credits > Ivo Lund says"),
        ("By Ida Holm, Quay Press", "Quay Press credits > Ivo Lund says"),
        ("By Ida Holm, Staff Writer", "Ivo Lund says"),
        ("By Ida Holm, Nairobi", "Ivo Lund says"),
        ("By Ida Holm", "Ivo Lund says"),
    ],
)
def test_the_agency_behind_an_authors_name_is_credited(
    reader: Reader, byline: str, chain: str
) -> None:
    text = f"{byline}\n\nThe mill by the old quay has burned to the ground, Ivo Lund said."
    raw = RawDocument(
        captured=text.encode(), content=text, media_type="text/plain", path="mill.txt"
    )
    article, _ = to_article(raw, as_is=False, published=None, language="en")
    (one,) = reader.read_one(article).attributions
    links = [f"{link.party.name} {link.how}" for link in one.chain if link.party is not None]
    assert " > ".join(links) == chain


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        ("Norway denied selling the mill.", "Norway says", "selling the mill"),
        ("The board recommended closing the mill.", "The board says", "closing the mill"),
        ("Police put the loss at 40 sacks.", "Police says", "the loss at 40 sacks"),
        (
            "Letters obtained by the broadcaster Kvarn show that the baker knew.",
            "the broadcaster Kvarn cites > Letters writes",
            "that the baker knew",
        ),
        (
            "Ivo Lund told the newspaper «Kvarn» that the mill was shut.",
            "Kvarn cites > Ivo Lund says",
            "that the mill was shut",
        ),
        (
            "The archbishop urged bakers to wait, Reuters reported.",
            "Reuters reports > The archbishop says",
            "to wait",
        ),
        (
            "The mill is shut, three bakers told Reuters. Two of them said that it was sold.",
            "Reuters cites > Two of them says",
            "that it was sold",
        ),
        (
            "The mill is shut, Reuters said, citing the flour board. It added that bakers had fled.",
            "It reports",
            "that bakers had fled",
        ),
        (
            "OSLO (NTB) - “It burned,” Ivo Lund told Reuters. He added that it was old.",
            "NTB credits > Reuters cites > He says",
            "that it was old",
        ),
        (
            "“The mill is shut,” Ivo Lund said. — AFP",
            "AFP credits > Ivo Lund says",
            "“The mill is shut,”",
        ),
    ],
)
def test_plain_words_of_the_wires(reader: Reader, text: str, chain: str, content: str) -> None:
    assert (chain, content) in chains(reader, text)


@pytest.mark.parametrize(
    "text",
    ["The strike put the mill at risk.", "The navy attacked the mill for the second time."],
)
def test_deeds_are_no_words(reader: Reader, text: str) -> None:
    assert told(reader, text) == ()


def test_a_stray_mark_within_other_words_opens_no_quotation(reader: Reader) -> None:
    text = (
        'The sign on the mill read "Flour and the street was quiet.\n\n'
        '"It burned in the night," Ivo Lund said.'
    )
    (one,) = told(reader, text)
    assert [span.text for span in one.content] == ['"It burned in the night,"']
