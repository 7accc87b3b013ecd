"""Tells how the golden passages fare, in words and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from golden.halves import Half
from golden.measure import halves
from golden.scoring import Verdict
from sayso.model.ledger import Statement

_Name = TypeVar("_Name", bound=str)


def table(verdicts: Sequence[Verdict]) -> str:
    """Field by field and half by half: how many are right, of how many, and the share."""
    return grid(halves(verdicts))


def grid(columns: Mapping[_Name, Mapping[str, tuple[int, int]]]) -> str:
    """Row by row and column by column: how many are right, of how many, and the share."""
    rows = dict.fromkeys(row for counted in columns.values() for row in counted)
    lines = [f"{'':16}" + "".join(f"{name:>20}" for name in columns)]
    for row in rows:
        cells = (counted[row] for counted in columns.values())
        lines.append(f"{row:16}" + "".join(f"{_share(*cell):>20}" for cell in cells))
    return "\n".join(lines)


def explanations(verdicts: Sequence[Verdict], half: Half) -> Iterator[str]:
    """Each passage of a half that is not wholly right, and what Sayso gave for it."""
    return (
        _explain(verdict)
        for verdict in verdicts
        if verdict.passage.half == half and not verdict.whole
    )


def _share(right: int, total: int) -> str:
    return f"{right}/{total}  {right / total:.3f}" if total else "-"


def _explain(verdict: Verdict) -> str:
    passage = verdict.passage
    lines = ["", f"{passage.id}: {passage.text}"]
    for expected, fields in zip(passage.required, verdict.fields, strict=True):
        bad = [name for name, good in fields.items() if not good]
        if bad:
            chain = _told((name, how) for name, how in expected.chain)
            lines.append(f"  expected {expected.content} [{chain}]: wrong {', '.join(bad)}")
    lines += [f"  too much: {_tell(statement)}" for statement in verdict.spurious]
    if not verdict.caveats:
        lines.append(f"  lacks a caveat of {', '.join(passage.caveats)}")
    return "\n".join(lines)


def _tell(statement: Statement) -> str:
    speaker = statement.speaker.name if statement.speaker else None
    content = " / ".join(span.text for span in statement.content)
    chain = _told((link.party.name if link.party else "", link.how) for link in statement.chain)
    return (
        f"{speaker}: {content} [{statement.form}, {statement.act}, {statement.modality}; {chain}]"
    )


def _told(chain: Iterable[tuple[str, str]]) -> str:
    return " > ".join(f"{name or 'nobody'} {how}" for name, how in chain)
