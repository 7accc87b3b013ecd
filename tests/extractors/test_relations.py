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
        ("Lima and Quito, whose alliance is old, met.", "alliance", ["Lima", "Quito"], None),
        (
            "Peru and Chile have yet to settle their quarrel over the Nile.",
            "dispute",
            ["Peru", "Chile"],
            "Nile",
        ),
        (
            "Chad, under French sanctions since May, sold oil.",
            "sanctions",
            ["French", "Chad"],
            None,
        ),
        ("Allies Ghana and Togo held a drill.", "alliance", ["Allies Ghana", "Togo"], None),
        ("Peru's closest ally, Chile, sent doctors.", "alliance", ["Peru", "Chile"], None),
        (
            "Both Niger and Benin lay claim to the island of Lete.",
            "dispute",
            ["Niger", "Benin"],
            "island of Lete",
        ),
        ("The valley is claimed by Laos and Vietnam.", "dispute", ["Laos", "Vietnam"], "valley"),
        (
            "The rock, which Britain rules and Spain claims, has an airport.",
            "dispute",
            ["Britain", "Spain"],
            "rock",
        ),
        (
            "Traders suffer from the sanctions that Canada keeps against Myanmar.",
            "sanctions",
            ["Canada", "Myanmar"],
            None,
        ),
        ("The border dispute pits Mexico against Brazil.", "dispute", ["Mexico", "Brazil"], None),
        ("Hezbollah fights in league with Hamas.", "alliance", ["Hezbollah", "Hamas"], None),
        (
            "Iceland is protected by an American security guarantee.",
            "alliance",
            ["American", "Iceland"],
            None,
        ),
        (
            "Fiji and Tonga are bound by a treaty that obliges each to defend the other.",
            "alliance",
            ["Fiji", "Tonga"],
            None,
        ),
        (
            "The line between Laos and Vietnam was never drawn, and the two countries contest the village.",
            "dispute",
            ["Laos", "Vietnam"],
            "village",
        ),
        ("A defence pact links Ghana to Togo.", "alliance", ["Ghana", "Togo"], None),
        ("Kuwait and Oman are divided over the reef.", "dispute", ["Kuwait", "Oman"], "reef"),
        ("The sanctions of Canada against Mali go on.", "sanctions", ["Canada", "Mali"], None),
    ],
)
def test_standing_relations(
    reader: Reader, text: str, type_: str, parties: list[str], about: str | None
) -> None:
    [relation] = relations(reader, text)
    assert relation.type == type_
    assert {party.name for party in relation.parties} == set(parties)
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
        "Neither Peru nor Chile lays claim to the island.",
        "Both Benin and Togo lay claim to the best rice.",
        "The attack, claimed by Hamas and Hezbollah, killed two.",
        "The final pits Croatia against Morocco.",
        "Norway and Russia are bound by a treaty on fisheries.",
        "Serbia and Albania contested the final in Tirana.",
        "Spain and Portugal, whose alliance broke in 1640, played a match.",
        "Chad, once under French sanctions, sells oil.",
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
