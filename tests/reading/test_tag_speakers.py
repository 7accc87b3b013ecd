"""Who speaks behind what is told: "… in Tarn, Officer Ray Holm said", "… was late, he said"."""

from __future__ import annotations

import pytest

from sayso.model.ids import digest_id
from sayso.model.text import Article
from sayso.reading import Reader


def speakers(reader: Reader, text: str) -> list[tuple[str, str | None]]:
    article = Article(id=digest_id("article", text.encode()), text_sha256="", text=text)
    parties = [one.speaker for one in reader.read_one(article).attributions]
    return [(party.name, party.resolved) for party in parties if party is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Jackson was stopped in San Diego, Officer Ray Holm said.",
        "The thief was caught in Lisbon, Inspector Ray Holm said.",
    ],
)
def test_a_place_before_a_name_is_no_part_of_it(reader: Reader, text: str) -> None:
    [(name, resolved)] = speakers(reader, text)
    assert name.endswith("Ray Holm")
    assert "," not in name
    assert resolved == "Ray Holm"


def test_a_pronoun_is_nobody_whom_its_own_telling_names(reader: Reader) -> None:
    text = "Marcus Weld was fined. Weld was on probation for another theft, he said."
    assert speakers(reader, text) == [("he", None)]
    text = "Marcus Weld was fined. He was on probation for another theft, he said."
    assert speakers(reader, text) == [("he", "Marcus Weld")]
