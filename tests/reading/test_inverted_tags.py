"""Tags whose teller stands behind the verb: "…, warned the baker Lia Berg"."""

from __future__ import annotations

import pytest

from sayso.reading import Reader
from tellings import chains


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        (
            "The ovens will go cold if the flour runs out, warned the baker Lia Berg.",
            "the baker Lia Berg says",
            "The ovens will go cold if the flour runs out",
        ),
        (
            "The mill is old and slow, complained the miller Jon Vik on Tuesday.",
            "the miller Jon Vik says",
            "The mill is old and slow",
        ),
        (
            "The bridge will be closed next week, announced Mayor Lia Berg in Bergen.",
            "Mayor Lia Berg says",
            "The bridge will be closed next week",
        ),
        (
            "Sacks will be lost if the roof is not mended, predicted the miller Jon Vik.",
            "the miller Jon Vik says",
            "Sacks will be lost if the roof is not mended",
        ),
    ],
)
def test_a_teller_behind_the_verb_is_no_object(
    reader: Reader, text: str, chain: str, content: str
) -> None:
    assert chains(reader, text) == [(chain, content)]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The miller walked to Bergen, warned Jon Vik that rats had come, and left.", "The miller"),
        ("Rats have come, the miller, Jon Vik, told Lia Berg.", "the miller, Jon Vik"),
    ],
)
def test_who_is_told_stays_one(reader: Reader, text: str, chain: str) -> None:
    assert [told.removesuffix(" says") for told, _ in chains(reader, text)] == [chain]
