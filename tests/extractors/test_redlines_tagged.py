"""Red lines in words that no book holds: what weights find where rules are silent, and what becomes of it."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec import structs

from golden.deals import read
from golden.lines import joined
from golden.sides import name
from loaded import loaded
from sayso.extractors import redlines
from sayso.model.ledger import RedLine

GUNBOATS = (
    "Any Tunisian survey ship that enters the strait will be shown the way out by our gunboats,"
    " Maltese Foreign Minister Rita Vella said."
)
HARBOUR = (
    "Maltese Foreign Minister Rita Vella let Tunis know that the harbour would be off limits to its"
    " trawlers for good should another net be cut."
)


@cache
def lines(text: str) -> tuple[RedLine, ...]:
    return tuple(redlines.extract(read(loaded(), text)))


def by_rules(text: str) -> tuple[RedLine, ...]:
    return tuple(redlines.extract(read(loaded(tagging=False), text)))


@pytest.mark.parametrize(
    ("text", "warner", "condition", "consequence"),
    [
        (GUNBOATS, "Rita Vella", "Any Tunisian survey ship", "will be shown the way out"),
        (HARBOUR, "Rita Vella", "should another net be cut", "the harbour would be off limits"),
    ],
)
def test_weights_find_what_rules_do_not(
    text: str, warner: str, condition: str, consequence: str
) -> None:
    assert by_rules(text) == ()
    [line] = lines(text)
    assert name(line.warner) == warner
    assert condition in joined(line.condition.spans)
    assert consequence in joined(line.consequence.spans)
    assert line.by is not None
    assert 0.9 < (line.by.score or 0) <= 1
    for span in (*line.spans, *line.condition.spans, *line.consequence.spans):
        assert text[span.start : span.end] == span.text


def test_a_line_is_not_given_twice() -> None:
    text = (
        "“If Tunisia seizes the trawler, we will recall our ambassador,” Maltese Foreign Minister"
        " Rita Vella said."
    )
    [line] = by_rules(text)
    [both] = lines(text)
    assert (both.condition.spans, both.warner) == (line.condition.spans, line.warner)


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers spoke of the olive harvest, and both went home content.",
        "Malta shut its ports to Tunisian trawlers in May after a seizure off Gozo.",
        "In the new film a Maltese admiral warns Tunisia that his gunboats will sink its fleet.",
        "“We never said that we would sink your boats if they came,” Rita Vella said in Valletta.",
        "Ana Paz will take the tram if it rains.",
        "Malta has been told to expect a reply from Tunis should its nets turn up off Sfax again.",
    ],
)
def test_nothing_is_found_where_nobody_warns(text: str) -> None:
    assert lines(text) == ()


def test_a_condition_without_a_word_is_none() -> None:
    reading = read(loaded(), GUNBOATS)
    [one] = reading.tagged
    bare = structs.replace(reading, tagged=(structs.replace(one, condition=()),))
    assert tuple(redlines.extract(bare)) == ()
