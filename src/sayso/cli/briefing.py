"""From articles to printed briefs: what `brief` and `demo` have in common."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from sayso.cli.choosing import Choice, short_id
from sayso.cli.collating import collated
from sayso.cli.output import write_records, write_text
from sayso.cli.session import Session, colour
from sayso.engines.local import Taking
from sayso.errors import UsageError
from sayso.model.collation import Brief
from sayso.neutral import neutral

log = logging.getLogger(__name__)

Format = Literal["text", "md", "html", "json"]
_ENDINGS: dict[Format, str] = {"text": ".txt", "md": ".md", "html": ".html", "json": ".json"}


def print_briefs(
    paths: Sequence[str] | None,
    taking: Taking,
    session: Session,
    *,
    form: Format = "text",
    choice: Choice | None = None,
    since: str | None = None,
    out: Path | None = None,
    charts: Path | None = None,
) -> None:
    """Print the brief of each story, or write it to `out`; its charts go into the folder `charts`.

    With `since` (an ISO date) it tells what has changed since that day, too.

    An existing folder as `out` gets a file for each story, named by its id. UsageError where several
    stories would go into one web page, or where nothing can draw charts.
    """
    from sayso.briefs import make_briefs

    if charts is not None:
        from sayso.charts.picture import expect_extra

        expect_extra()
    choice = choice or Choice()
    whole = Choice(story=choice.story)
    with collated(paths, taking, session, whole) as collation:
        briefs = make_briefs(collation, choice.as_of, since) if collation.stories else ()
        if out is None:
            _print(briefs, form, session)
        elif out.is_dir():
            for brief in briefs:
                path = out / f"{short_id(brief.story.id)}{_ENDINGS[form]}"
                _write(path, _encoded([brief], form, session.width))
        elif briefs:
            _write(out, _encoded(briefs, form, session.width))
        if charts is not None:
            _draw(briefs, charts)


def _draw(briefs: Sequence[Brief], folder: Path) -> None:
    """Three files for each chart: ``STORY-NAME`` with ``.svg``, ``.png`` and ``.vl.json``."""
    from sayso.briefs.charting import all_charts_of
    from sayso.briefs.page import open_page
    from sayso.charts.picture import to_png, to_svg

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot make the folder {folder}: {error.strerror}") from error
    for brief in briefs:
        for chart in all_charts_of(open_page(brief)):
            path = folder / f"{short_id(brief.story.id)}-{chart.name}"
            spec = msgspec.json.format(msgspec.json.encode(chart.spec), indent=1)
            _write(path.with_suffix(".svg"), to_svg(chart).encode())
            _write(path.with_suffix(".png"), to_png(chart))
            _write(path.with_suffix(".vl.json"), spec + b"\n")


def _print(briefs: Sequence[Brief], form: Format, session: Session) -> None:
    if form == "json":
        write_records(briefs)
    elif briefs:
        coloured = colour()
        write_text(_text(briefs, form, session.width, coloured=coloured), coloured=coloured)


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error


def _encoded(briefs: Sequence[Brief], form: Format, width: int) -> bytes:
    if form == "json":
        return b"".join(msgspec.json.encode(brief) + b"\n" for brief in briefs)
    return neutral(_text(briefs, form, width, coloured=False)).encode()


def _text(briefs: Sequence[Brief], form: Format, width: int, *, coloured: bool) -> str:
    if form == "html" and len(briefs) > 1:
        stories = "".join(f"\n  {short_id(one.story.id)}  {one.story.title}" for one in briefs)
        raise UsageError(
            f"a web page holds one story, and here are {len(briefs)}: choose one with --story, "
            f"or give --out an existing folder{stories}"
        )
    render = _renderer(form, width, coloured)
    return "\n\n".join(render(brief).rstrip("\n") for brief in briefs) + "\n"


def _renderer(form: Format, width: int, coloured: bool) -> Callable[[Brief], str]:
    if form == "md":
        from sayso.briefs import markdown

        return markdown.render
    if form == "html":
        from sayso.briefs import html
        from sayso.briefs.figures import figures_of
        from sayso.charts.picture import EXTRA, can_draw

        if can_draw():
            return lambda brief: html.render(brief, figures_of(brief))
        log.info("the page has no charts: %s", EXTRA)
        return html.render
    from sayso.briefs import text

    return lambda brief: text.render(brief, width=width, colour=coloured)
