"""How golden statements are compared with those that Sayso gives. README.md tells it in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from golden.passages import Expected, Passage
from sayso.model.ledger import Caveat, Link, Statement
from sayso.model.text import Party

# Beside their own words a cue may hold auxiliaries and adverbs, a name its titles and appositions.
_CUE_SLACK = 4
_NAME_SLACK = 20
_OVERLAP = 0.5
_MARKS = re.compile(r"``|''|[“”„«»\"]|(?<!\w)['‘’`]|['’](?!\w)")
_WORD = re.compile(r"\w[\w'’-]*")

FIELDS = (
    "found",
    "content",
    "speaker",
    "resolved",
    "role",
    "count",
    "cue",
    "form",
    "act",
    "addressees",
    "occasion",
    "modality",
    "chain",
)


class Verdict(NamedTuple):
    """One passage compared: per required statement which fields are right, and what is too much.

    A field that the passage leaves open is absent from `fields`.
    """

    passage: Passage
    fields: tuple[dict[str, bool], ...]
    spurious: tuple[Statement, ...]
    caveats: bool

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong with the passage."""
        right = all(all(fields.values()) for fields in self.fields)
        return right and not self.spurious and self.caveats


def judge(passage: Passage, records: Iterable[object]) -> Verdict:
    """Compare the records of one passage with what it must give."""
    given = list(records)
    statements = [record for record in given if isinstance(record, Statement)]
    pairs, spurious = _pair(passage.statements, statements)
    codes = {record.code for record in given if isinstance(record, Caveat)}
    return Verdict(
        passage,
        tuple(compare(expected, pairs.get(expected)) for expected in passage.required),
        spurious,
        set(passage.caveats) <= codes,
    )


def compare(expected: Expected, found: Statement | None) -> dict[str, bool]:
    """Which fields of a statement are right; all of them are wrong where there is none."""
    judged = [name for name in FIELDS if name not in _open_fields(expected)]
    if found is None:
        return dict.fromkeys(judged, False)
    speaker = found.speaker
    right = {
        "found": True,
        "content": _plain(expected.content) == _plain(_texts(found)),
        "speaker": _names(expected.speaker, speaker),
        "resolved": (speaker.resolved if speaker else None) == (expected.resolved or None),
        "role": speaker is not None
        and _within(expected.role or "", speaker.role or "", _NAME_SLACK),
        "count": speaker is not None and speaker.count == expected.count,
        "cue": _cue(expected.cue or "", found),
        "form": found.form == expected.form,
        "act": found.act == expected.act,
        "addressees": _parties(expected.addressees, found.addressees),
        "occasion": _within(expected.occasion, found.occasion or "", _NAME_SLACK),
        "modality": found.modality == expected.modality,
        "chain": _chain(expected.chain, found.chain),
    }
    return {name: right[name] for name in judged}


def _open_fields(expected: Expected) -> set[str]:
    """The fields that the passage does not judge."""
    may_be = ("resolved", "role", "count", "cue", "form", "act")
    return {name for name in may_be if getattr(expected, name) is None}


def _pair(
    expected: Sequence[Expected], statements: Sequence[Statement]
) -> tuple[dict[Expected, Statement], tuple[Statement, ...]]:
    """One to one, the most alike first; at least half of the words of both must agree."""
    scored = sorted(
        (
            (-_overlap(one.content, _texts(other)), one.optional, left, right)
            for left, one in enumerate(expected)
            for right, other in enumerate(statements)
        ),
    )
    pairs: dict[int, int] = {}
    for score, _, left, right in scored:
        if -score >= _OVERLAP and left not in pairs and right not in pairs.values():
            pairs[left] = right
    spurious = [each for at, each in enumerate(statements) if at not in pairs.values()]
    return {expected[left]: statements[right] for left, right in pairs.items()}, tuple(spurious)


def _overlap(left: Iterable[str], right: Iterable[str]) -> float:
    """The share of common words in the longer of two contents."""
    one, other = _plain(left).split(), _plain(right).split()
    rest = list(other)
    common = 0
    for word in one:
        if word in rest:
            rest.remove(word)
            common += 1
    return common / max(len(one), len(other), 1)


def _texts(statement: Statement) -> tuple[str, ...]:
    return tuple(span.text for span in statement.content)


def _plain(pieces: Iterable[str]) -> str:
    """The words of a content: no quotation marks, nothing but words at its ends, no "that" or "to"."""
    joined = " ".join(_MARKS.sub(" ", piece).strip(" \n.,;:!?") for piece in pieces)
    return re.sub(r"^(that|to) ", "", re.sub(r"\s*[.,]?\s+", " ", joined).strip())


def _within(expected: str, given: str, slack: int) -> bool:
    """Whether the expected words stand together in the given ones, with few others beside."""
    wanted, there = _WORD.findall(expected.lower()), _WORD.findall(given.lower())
    if not wanted:
        return not there
    starts = range(len(there) - len(wanted) + 1)
    together = any(there[at : at + len(wanted)] == wanted for at in starts)
    return together and len(there) <= len(wanted) + slack


def _names(expected: str, party: Party | None) -> bool:
    if party is None or not expected:
        return party is None and not expected
    return _within(expected, party.name, _NAME_SLACK)


def _cue(expected: str, found: Statement) -> bool:
    cue = found.cue.text if found.cue else ""
    return any(_within(one, cue, _CUE_SLACK) for one in expected.split("|"))


def _parties(expected: Sequence[str], found: Sequence[Party]) -> bool:
    return len(expected) == len(found) and all(map(_names, expected, found))


def _chain(expected: Sequence[tuple[str, str]], found: Sequence[Link]) -> bool:
    return len(expected) == len(found) and all(
        link.how in how.split("|") and _names(name, link.party)
        for (name, how), link in zip(expected, found, strict=True)
    )
