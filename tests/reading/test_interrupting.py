"""Tellings that interrupt the clause which they vouch for."""

from __future__ import annotations

import pytest

from sayso.reading import Reader
from tellings import chains


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        (
            "A flood of that kind, remarked the miller's daughter on Monday, would drown the wheel.",
            "the miller's daughter says",
            "A flood of that kind | would drown the wheel",
        ),
        (
            "Anyone who naps, the baker Lia Berg told a crowd, in a speech that ran late, will pay.",
            "the baker Lia Berg says",
            "Anyone who naps | will pay",
        ),
        (
            "Flour, the mill's chief engineer told reporters after the meeting, is likely to be dear.",
            "the mill's chief engineer says",
            "Flour | is likely to be dear",
        ),
        (
            "Neither baker, one neighbour conceded on Thursday, has a reason to stay.",
            "one neighbour says",
            "Neither baker | has a reason to stay",
        ),
        (
            "For each sack held, the miller Jon Vik told Reuters, there will be two held in Bergen.",
            "Reuters cites > the miller Jon Vik says",
            "For each sack held | there will be two held in Bergen",
        ),
        (
            "The mill stays shut, the miller said on Tuesday, until the last rat has left it.",
            "the miller says",
            "The mill stays shut | until the last rat has left it",
        ),
        (
            "He will not grind again, the miller Jon Vik told Reuters, so long as the dam leaks.",
            "Reuters cites > the miller Jon Vik says",
            "He will not grind again | so long as the dam leaks",
        ),
        (
            "Our wish is known, the miller, Jon Vik, told Reuters: the day it rains, the wheel turns.",
            "Reuters cites > the miller, Jon Vik says",
            "Our wish is known | the day it rains, the wheel turns",
        ),
    ],
)
def test_the_clause_around_a_telling_is_told(
    reader: Reader, text: str, chain: str, content: str
) -> None:
    assert (chain, content) in chains(reader, text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The wheel is safe, the miller told reporters, adding that two planks would be changed.",
            "The wheel is safe",
        ),
        (
            "The baker will travel to Molde, the miller said on Friday, and a second visit is planned.",
            "The baker will travel to Molde",
        ),
    ],
)
def test_what_goes_on_after_a_whole_clause_is_not_drawn_in(
    reader: Reader, text: str, content: str
) -> None:
    assert content in [told for _, told in chains(reader, text)]
