"""What coders' verdicts come to: precision by stratum and over all, and agreement between coders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sayso.audits.sheets import Coded, Verdict
from sayso.audits.statistics import Interval, Stratum, alpha, over_strata, wilson

ALL = "all"


class Precision(msgspec.Struct, frozen=True, kw_only=True, tag="precision", tag_field="kind"):
    """How many of a stratum's records are right by one coder's verdicts.

    `right` and `wrong` of `population`; `unsure` and `open` (not coded) do not count. `precision` with the
    ends of its 95% interval; over all strata each is weighted by its population. None: nothing coded.
    """

    sheet: str
    stratum: str
    by: tuple[str, ...]
    population: int
    right: int
    wrong: int
    unsure: int
    open: int
    precision: float | None
    low: float | None
    high: float | None


class Agreement(msgspec.Struct, frozen=True, kw_only=True, tag="agreement", tag_field="kind"):
    """How far coders agree on a stratum's records.

    `records` were coded by at least two, on `agreed` of them all are of one mind. `alpha` is
    Krippendorff's for nominal data; None where it is not defined.
    """

    sheets: tuple[str, ...]
    stratum: str
    records: int
    agreed: int
    alpha: float | None


def precisions(sheet: str, rows: Sequence[Coded]) -> Iterator[Precision]:
    """One coder's precision, stratum by stratum and over all."""
    strata = sorted({row.stratum for row in rows})
    counted = [_count(sheet, name, [row for row in rows if row.stratum == name]) for name in strata]
    yield from counted
    parts = [Stratum(one.right, one.right + one.wrong, one.population) for one in counted]
    yield _precision(sheet, ALL, rows, sum(one.population for one in counted), over_strata(parts))


def _count(sheet: str, stratum: str, rows: Sequence[Coded]) -> Precision:
    right = sum(row.verdict == "right" for row in rows)
    coded = right + sum(row.verdict == "wrong" for row in rows)
    return _precision(sheet, stratum, rows, rows[0].population, wilson(right, coded))


def _precision(
    sheet: str, stratum: str, rows: Sequence[Coded], population: int, share: Interval | None
) -> Precision:
    counts = {value: sum(row.verdict == value for row in rows) for value in ("right", "wrong")}
    return Precision(
        sheet=sheet,
        stratum=stratum,
        by=tuple(sorted({row.by for row in rows})),
        population=population,
        right=counts["right"],
        wrong=counts["wrong"],
        unsure=sum(row.verdict == "unsure" for row in rows),
        open=sum(row.verdict is None for row in rows),
        precision=share.value if share else None,
        low=share.low if share else None,
        high=share.high if share else None,
    )


def agreements(sheets: Mapping[str, Sequence[Coded]]) -> Iterator[Agreement]:
    """The agreement of two or more coders, stratum by stratum and over all.

    Records are matched by id; what a coder left open is a missing value, "unsure" a verdict like another.
    """
    strata: dict[str, str] = {}
    for rows in sheets.values():
        strata.update((row.id, row.stratum) for row in rows)
    verdicts = [{row.id: row.verdict for row in rows} for rows in sheets.values()]
    units = {id_: tuple(one.get(id_) for one in verdicts) for id_ in sorted(strata)}
    for name in sorted(set(strata.values())):
        yield _agreement(
            tuple(sheets), name, [unit for id_, unit in units.items() if strata[id_] == name]
        )
    yield _agreement(tuple(sheets), ALL, list(units.values()))


def _agreement(
    sheets: tuple[str, ...], stratum: str, units: Sequence[tuple[Verdict | None, ...]]
) -> Agreement:
    pairable = [
        values
        for unit in units
        if len(values := [value for value in unit if value is not None]) > 1
    ]
    return Agreement(
        sheets=sheets,
        stratum=stratum,
        records=len(pairable),
        agreed=sum(len(set(values)) == 1 for values in pairable),
        alpha=alpha(units),
    )
