"""Runs Sayso over the golden times that were written blind, and counts values as TempEval-3 does.

A given and a wanted time match when they share a character, one to one, largest share first; value F1
counts matches with an equal value against all given and all wanted (UzZaman et al., SemEval-2013 task 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from golden.halves import HALVES, Half, half_of
from golden.passages import FOLDER
from loaded import loaded
from sayso.model.ids import digest_id
from sayso.model.text import Article, Mention, Precision, When


class TimeCase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text with its times in order as (words, value); ``a|b`` is either value, an empty one is open."""

    text: str
    times: tuple[tuple[str, str], ...]
    published: str | None = None

    @property
    def half(self) -> Half:
        """The half that the hash of the text gives."""
        return half_of(self.text)

    @property
    def article(self) -> Article:
        """The text as an article of its day."""
        digest = digest_id("article", self.text.encode())
        day = self.published
        instant: Precision = "instant" if day and "T" in day else "day"
        when = When(start=day, end=day, precision=instant, timex=day) if day else None
        return Article(
            id=digest,
            text_sha256=digest,
            path="time.txt",
            language="en",
            text=self.text,
            published=when,
        )

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Where the words of each time stand; ValueError where they do not."""
        found: list[tuple[int, int]] = []
        for words, _ in self.times:
            start = self.text.index(words, found[-1][0] + 1 if found else 0)
            found.append((start, start + len(words)))
        return tuple(found)


class TimeVerdict(NamedTuple):
    """One case: how many values are right; what was given as (words, value)."""

    case: TimeCase
    right: int
    given: tuple[tuple[str, str], ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    case: tuple[TimeCase, ...]


def load_times() -> tuple[TimeCase, ...]:
    """The cases of ``times_blind.toml``."""
    return msgspec.toml.decode((FOLDER / "times_blind.toml").read_bytes(), type=_File).case


def run() -> tuple[TimeVerdict, ...]:
    """Every case read and judged, each as an article of its own."""
    cases = load_times()
    readings = loaded().read((case.article, ()) for case in cases)
    return tuple(
        judge(case, [mention for mention in reading.mentions if mention.type == "time"])
        for case, reading in zip(cases, readings, strict=True)
    )


def judge(case: TimeCase, mentions: Iterable[Mention]) -> TimeVerdict:
    """Compare the times given for one text with those that it has."""
    given = [
        (mention.span.start, mention.span.end, (mention.when and mention.when.timex) or "")
        for mention in mentions
    ]
    scored = sorted(
        (-min(end, last) + max(start, first), left, right)
        for left, (first, last) in enumerate(case.places)
        for right, (start, end, _) in enumerate(given)
    )
    pairs: dict[int, int] = {}
    for common, left, right in scored:
        if common < 0 and left not in pairs and right not in pairs.values():
            pairs[left] = right
    hits = sum(given[right][2] in case.times[left][1].split("|") for left, right in pairs.items())
    return TimeVerdict(
        case, hits, tuple((case.text[start:end], value) for start, end, value in given)
    )


def value_f1(verdicts: Iterable[TimeVerdict]) -> Mapping[Half, Mapping[str, tuple[int, int]]]:
    """Per half: twice the right values, of all that are given and all that are wanted."""
    kept = tuple(verdicts)
    return {
        half: {
            "value F1": (
                sum(2 * one.right for one in kept if one.case.half == half),
                sum(len(one.given) + len(one.case.times) for one in kept if one.case.half == half),
            )
        }
        for half in HALVES
    }


def explanations(verdicts: Iterable[TimeVerdict], half: Half) -> Iterator[str]:
    """Each text of a half that is not wholly right, with what was wanted and given."""
    for verdict in verdicts:
        most = max(len(verdict.given), len(verdict.case.times))
        if verdict.case.half == half and verdict.right < most:
            yield f"\n{verdict.case.published or 'no date'}: {verdict.case.text}"
            yield f"  wanted {_list(verdict.case.times)}"
            yield f"  given  {_list(verdict.given)}"


def _list(times: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{words} = {value}" for words, value in times)
