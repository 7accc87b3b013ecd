"""`sayso audit`: records for hand checking, and what the checking came to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.audits.sampling import Drawn
    from sayso.audits.scoring import Agreement, Precision
    from sayso.audits.sheets import Row
    from sayso.model.collation import ClaimRecord
    from sayso.model.ledger import Quarantine
    from sayso.model.reading import Ledger
    from sayso.model.text import Article

EXAMPLES = """\b
Examples:
  sayso audit sample articles/ --kinds redline,transfer > ann.csv
  sayso audit score ann.csv
  sayso audit score ann.csv ben.csv
"""
SAMPLE_EXAMPLES = """\b
Examples:
  sayso audit sample articles/ > sheet.csv
  sayso audit sample articles/ --kinds event --size 50 --seed 2024 > events.csv
  sayso audit sample articles/ --json > sheet.jsonl
"""
SCORE_EXAMPLES = """\b
Examples:
  sayso audit score ann.csv
  sayso audit score ann.csv ben.csv --json
"""

KINDS = ("statement", "event", "redline", "transfer", "policy_change", "relation")

group = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help="Check records by hand: draw a sample, score what coders say of it.",
)


@group.command("sample", epilog=SAMPLE_EXAMPLES)
def sample(
    paths: options.Paths = None,
    kinds: Annotated[
        str | None,
        typer.Option(metavar="KIND,...", help=f"Only these kinds of record: {', '.join(KINDS)}."),
    ] = None,
    size: Annotated[
        int, typer.Option(metavar="N", min=1, help="At most so many records of each kind.")
    ] = 50,
    seed: Annotated[
        str, typer.Option(metavar="WORD", help="Another seed draws another sample.")
    ] = "1",
    json: options.Json = False,
    store: options.Store = None,
    as_is: options.AsIs = False,
    published: options.Published = None,
    language: options.Language = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Draw records for hand checking, as a sheet in CSV.

    The sample is stratified: of each kind, every type, status or form has its share. The same articles and the
    same seed give the same sample. A coder writes right, wrong or unsure under `verdict`.
    """
    wanted = _wanted(kinds)
    from sayso.audits.sampling import draw
    from sayso.audits.sheets import sheet
    from sayso.cli.output import write_records, write_text
    from sayso.cli.session import start
    from sayso.cli.supply import supply
    from sayso.engines.local import Taking

    session = start(quiet=quiet, log_json=log_json, given=given, store=store)
    taking = Taking(as_is=as_is, published=published, language=language)
    with supply(paths, taking, session) as items:
        rows = [_row(drawn) for drawn in draw(_records(items, wanted), size, seed)]
        if json:
            write_records(rows)
        else:
            write_text(sheet(rows))


@group.command("score", epilog=SCORE_EXAMPLES)
def score(
    sheets: Annotated[
        list[Path],
        typer.Argument(metavar="SHEET", help="Sheets with verdicts, one of each coder."),
    ],
    json: options.Json = False,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Score sheets that coders have filled in.

    Precision with its 95% interval (Wilson), by stratum and over all, each stratum weighted by its size;
    with two sheets or more Krippendorff's alpha between them. Rows without a verdict do not count.
    """
    from sayso.audits.scoring import agreements, precisions
    from sayso.audits.sheets import read_sheet
    from sayso.cli.output import write_records, write_text
    from sayso.cli.session import start
    from sayso.errors import UsageError

    start(quiet=quiet, log_json=log_json, given=given)
    if len(set(sheets)) != len(sheets):
        raise UsageError("a sheet is named twice")
    read = {str(path): read_sheet(path) for path in sheets}
    found = [one for name, rows in read.items() for one in precisions(name, rows)]
    shared = list(agreements(read)) if len(read) > 1 else []
    if json:
        write_records([*found, *shared])
    else:
        write_text("\n".join(_tables(found, shared)))


def _wanted(kinds: str | None) -> frozenset[str]:
    chosen = KINDS if kinds is None else tuple(kind.strip() for kind in kinds.split(","))
    for kind in chosen:
        if kind not in KINDS:
            raise typer.BadParameter(
                f"{kind!r} is not one of {', '.join(KINDS)}", param_hint="--kinds"
            )
    return frozenset(chosen)


def _records(
    items: Iterable[Ledger | Quarantine], wanted: frozenset[str]
) -> Iterator[tuple[ClaimRecord, Article]]:
    from sayso.model.ids import kind_of
    from sayso.model.ledger import Caveat, Quarantine

    for item in items:
        if not isinstance(item, Quarantine):
            for record in item.records:
                if not isinstance(record, Caveat) and kind_of(record) in wanted:
                    yield record, item.article


def _row(drawn: Drawn[ClaimRecord, Article]) -> Row:
    from sayso.audits.context import context_of, words_of
    from sayso.audits.sheets import Row
    from sayso.briefs.listing import claim_text, label

    record, article = drawn.record, drawn.item
    return Row(
        id=record.id,
        stratum=drawn.stratum,
        population=drawn.population,
        by=f"{record.by.extractor} {record.by.version}" if record.by else "",
        article=label(article),
        title=article.title or "",
        claim=claim_text(record),
        words=words_of(record.spans),
        context=context_of(article, record.spans),
    )


def _tables(found: Sequence[Precision], shared: Sequence[Agreement]) -> Iterator[str]:
    width = 2 + max(len(name) for one in found for name in (one.sheet, one.stratum))
    sheet = None
    for one in found:
        if one.sheet != sheet:
            yield from ([""] if sheet else [])
            sheet = one.sheet
            yield f"{sheet:{width}}{'checked':>14}{'right':>8}{'unsure':>8}{'precision':>11}   95%"
        checked = f"{one.right + one.wrong} of {one.population}"
        share = f"{_figure(one.precision):>11}   {_figure(one.low)}-{_figure(one.high)}"
        told = share if one.precision is not None else ""
        yield f"{one.stratum:{width}}{checked:>14}{one.right:>8}{one.unsure:>8}{told}"
    if shared:
        yield ""
        yield f"{'agreement':{width}}{'by two':>14}{'agreed':>8}{'alpha':>19}"
    for both in shared:
        counts = f"{both.records:>14}{both.agreed:>8}"
        yield f"{both.stratum:{width}}{counts}{_figure(both.alpha):>19}".rstrip()


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
