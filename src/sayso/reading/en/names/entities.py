"""What the language model takes for a name, after the article's own majority on each name's kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sayso.reading.en.page import Page

# Of labels that a name gets equally often, the first.
_ORDER = ("PERSON", "GPE", "LOC", "FAC", "ORG", "NORP")


class Entity(NamedTuple):
    """A name as the model marks it: offsets, words [first, last), label."""

    start: int
    end: int
    first: int
    last: int
    label: str


def find_entities(page: Page) -> tuple[Entity, ...]:
    """The model's names, without "the" before and "'s" behind, one label for one name in an article."""
    found = [entity for entity in _marked(page) if entity is not None]
    votes: dict[str, Counter[str]] = {}
    for entity in found:
        if entity.label in _ORDER and not page.heading(entity.start):
            votes.setdefault(page.text[entity.start : entity.end], Counter())[entity.label] += 1
    return tuple(
        entity._replace(
            label=_majority(votes.get(page.text[entity.start : entity.end]), entity.label)
        )
        for entity in found
    )


def _majority(votes: Counter[str] | None, label: str) -> str:
    if votes is None or label not in _ORDER:
        return label
    return min(votes, key=lambda name: (-votes[name], _ORDER.index(name)))


def _marked(page: Page) -> Iterator[Entity | None]:
    tokens = page.tokens
    for start in [at for at, token in enumerate(tokens) if token.entity[:2] == "B-"]:
        end = start + 1
        while end < len(tokens) and tokens[end].entity.startswith("I-"):
            end += 1
        yield _entity(page, tokens[start].start, tokens[end - 1].end, tokens[start].entity[2:])


def _entity(page: Page, start: int, end: int, label: str) -> Entity | None:
    first, last = page.word_from(start), page.word_from(end)
    if first < last and page.words[first].key in ("the", "a", "an") and last - first > 1:
        first += 1
    if last - first > 1 and page.words[last - 1].key == "s" and page.gap(last - 2) == "'":
        last -= 1
    if first >= last:
        return None
    end = page.words[last - 1].end
    if page.text[end : end + 1] == "." and end - page.words[last - 1].start == 1:
        end += 1
    return Entity(page.words[first].start, end, first, last, label)
