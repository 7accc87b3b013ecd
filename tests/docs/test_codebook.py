"""The codebook is the extractors': their versions stand in it, and its examples are what they give."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from golden import legs
from golden.deals import read
from golden.lines import Line, line_agrees
from sayso.extractors import events, policies, redlines, relations, statements, transfers
from sayso.model.reading import Reading
from sayso.reading import Reader

TEXT = (Path(__file__).parents[2] / "docs" / "codebook.md").read_text(encoding="utf-8")
EXTRACTORS = {
    one.BY.extractor: one.BY
    for one in (statements, events, redlines, transfers, policies, relations)
}
_BLOCK = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_VERSION = re.compile(r"^\| \w+ \| `(\w+)` \| (\S+) \|$", re.MULTILINE)


class Example(NamedTuple):
    """A sentence with the lines that stand under it."""

    sentence: str
    lines: tuple[str, ...]


class Coding(NamedTuple):
    """How a kind of line is read, extracted and judged."""

    parse: Callable[[str], Any]
    extract: Callable[[Reading], Iterable[Any]]
    agrees: Callable[[Any, Any], Mapping[str, bool]]


def parse_line(line: str) -> Line:
    """``warner > warned | condition | consequence | modes | specificity | aim``."""
    sides, condition, consequence, modes, specificity, aim = (
        piece.strip() for piece in line.split("|")
    )
    warner, warned = ("" if side == "-" else side for side in sides.split(" > "))
    return Line(
        warner=warner,
        warned=warned,
        condition=condition,
        consequence=consequence,
        modes=tuple(modes.split(", ")) if modes else (),
        specificity=specificity,
        aim=aim,
    )


def key_fields(line: Line, given: Any) -> Mapping[str, bool]:
    """The fields that the examples of red lines tell."""
    told = ("warner", "warned", "condition", "consequence", "modes", "specificity", "aim")
    agreed = line_agrees(line, given)
    return {name: agreed[name] for name in told}


def parse_event(line: str) -> tuple[str, ...]:
    """``TYPE.mode: actors > recipients | when``."""
    kind, _, rest = line.partition(": ")
    sides, when = rest.split(" | ")
    return (kind, *sides.split(" > "), when)


def event_agrees(told: tuple[str, ...], given: Any) -> Mapping[str, bool]:
    """The fields that the examples of events tell."""
    sides = (given.actors, given.recipients)
    names = (", ".join(party.name for party in side) or "-" for side in sides)
    kind = f"{given.type}.{given.mode}" if given.mode else given.type
    when = "-" if given.when is None else given.when.text
    fields = ("type", "actors", "recipients", "when")
    pairs = zip(fields, told, (kind, *names, when), strict=True)
    return {field: want == have for field, want, have in pairs}


CODINGS = {
    "event": Coding(parse_event, events.extract, event_agrees),
    "redline": Coding(parse_line, redlines.extract, key_fields),
    "transfer": Coding(legs.parse_leg, transfers.extract, legs.leg_agrees),
    "policy": Coding(legs.parse_change, policies.extract, legs.change_agrees),
    "relation": Coding(legs.parse_bond, relations.extract, legs.bond_agrees),
}


def examples() -> list[Example]:
    return [
        Example(sentence, tuple(line.removeprefix("= ") for line in lines))
        for block in _BLOCK.findall(TEXT)
        for sentence, *lines in (piece.splitlines() for piece in block.strip().split("\n\n"))
    ]


def test_the_versions_are_those_of_the_extractors() -> None:
    assert dict(_VERSION.findall(TEXT)) == {name: by.version for name, by in EXTRACTORS.items()}


def test_every_kind_has_examples_and_every_example_a_line() -> None:
    kinds = {line.partition(":")[0] for example in examples() for line in example.lines}
    assert kinds == {*CODINGS, *(f"no {kind}" for kind in CODINGS)}
    assert all(example.lines for example in examples())


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.sentence[:50])
def test_an_example_is_coded_as_it_says(reader: Reader, example: Example) -> None:
    reading = read(reader, example.sentence)
    for line in example.lines:
        kind, _, rest = line.partition(": ")
        coding = CODINGS[kind.removeprefix("no ")]
        given = list(coding.extract(reading))
        if kind.startswith("no "):
            assert given == []
        else:
            [record] = given
            wrong = [
                name for name, good in coding.agrees(coding.parse(rest), record).items() if not good
            ]
            assert not wrong, record
