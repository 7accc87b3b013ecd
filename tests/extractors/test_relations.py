from __future__ import annotations

import pytest

from sayso.extractors.relations import extract
from sayso.model.ids import digest_id
from sayso.model.ledger import Relation
from sayso.model.text import Article
from sayso.reading import Reader


def relations(reader: Reader, text: str) -> list[Relation]:
    digest = digest_id("article", text.encode())
    article = Article(id=digest, text_sha256=digest, language="en", text=text)
    return list(extract(reader.read_one(article)))


@pytest.mark.parametrize(
    ("text", "type_", "parties", "about"),
    [
        (
            "The long-running row between Kenya and Somalia over the fishing grounds has cooled.",
            "dispute",
            ["Kenya", "Somalia"],
            "fishing grounds",
        ),
        (
            "A territorial dispute over the Spratly Islands strains relations between China and Vietnam.",
            "dispute",
            ["China", "Vietnam"],
            "Spratly Islands",
        ),
        ("India's border dispute with Nepal is old.", "dispute", ["India", "Nepal"], None),
        (
            "The Turkey-Greece dispute over Cyprus is old.",
            "dispute",
            ["Turkey", "Greece"],
            "Cyprus",
        ),
        (
            "The strategic partnership between Ankara and Baku is young.",
            "partnership",
            ["Ankara", "Baku"],
            None,
        ),
        ("Economic sanctions against Belarus have slowed trade.", "sanctions", ["Belarus"], None),
        ("Eritrea, a close ally of Sudan, kept silent.", "alliance", ["Eritrea", "Sudan"], None),
        ("The U.S.-South Korea alliance is old.", "alliance", ["U.S.", "South Korea"], None),
        ("Cuba is an ally of Nicaragua.", "alliance", ["Cuba", "Nicaragua"], None),
    ],
)
def test_standing_relations(
    reader: Reader, text: str, type_: str, parties: list[str], about: str | None
) -> None:
    [relation] = relations(reader, text)
    assert relation.type == type_
    assert [party.name for party in relation.parties] == parties
    assert relation.about == about
    assert all(span.text in text for span in relation.spans)
    assert relation.chain == ()


@pytest.mark.parametrize(
    "text",
    [
        "The pay dispute between the union and the railway dragged on.",
        "The couple ended a row over their garden.",
        "There is no dispute between Oslo and Riga over fish.",
        "Lawmakers proposed possible sanctions against Mali.",
        "The opposition alliance lost the vote.",
        "Experts dispute the claim by Latvia that the bridge was closed.",
    ],
)
def test_what_is_no_relation_between_states(reader: Reader, text: str) -> None:
    assert relations(reader, text) == []


def test_a_relation_in_somebodys_words_has_their_chain(reader: Reader) -> None:
    [relation] = relations(
        reader, "Finland's president said the alliance between Latvia and Estonia was firm."
    )
    assert [link.how for link in relation.chain] == ["says"]
