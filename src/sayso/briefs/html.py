"""A brief as one web page: no script, nothing loaded from elsewhere, every citation a link to its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    PackageLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

from sayso.briefs.compose import compose
from sayso.briefs.figures import Figure
from sayso.briefs.labels import label_articles
from sayso.briefs.marks import Close, Open, Piece, anchor, mark
from sayso.briefs.page import when_text
from sayso.briefs.sheet import Block, Cite, Entry, Heading, Inline, Note, Section, Sheet, cited
from sayso.model.collation import Brief
from sayso.model.text import Article, Span
from sayso.neutral import neutral


class Source(NamedTuple):
    """An article at the end of the page. `name` is its anchor; `cut` pairs reasons with cut words."""

    name: str
    label: str
    origin: str
    language: str
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]
    cut: tuple[tuple[str, tuple[Piece, ...]], ...]


class Group(NamedTuple):
    """Blocks of one kind that follow each other: one list of the page."""

    kind: str
    blocks: tuple[Block, ...]


def render(brief: Brief, figures: Sequence[Figure] = ()) -> str:
    """The brief as an HTML document in UTF-8, with its figures and with the articles' texts at its end.

    Only what is cited of the words that cleaning cut is printed. Everything is escaped, and addresses of
    articles are words, not links: the page leads nowhere but within itself.
    """
    sheet = compose(brief)
    names = {one.article: f"a{number}" for number, one in enumerate(brief.articles, 1)}
    templates = environment(PackageLoader("sayso.charts", "static"))
    templates.filters["href"] = _href
    return templates.get_template("brief.html.jinja").render(
        sheet=sheet,
        sources=tuple(_sources(brief, sheet, names)),
        names=names,
        by_label={label: f"#{names[key]}" for key, label in label_articles(brief.articles).items()},
        told=_told(sheet),
        figures=figures,
    )


def environment(*loaders: BaseLoader) -> Environment:
    """Templates of briefs, behind those of `loaders`: all is escaped, and nothing turns letters around.

    Whoever uses a sheet's templates adds the filter `href` of its own.
    """
    made = Environment(
        loader=ChoiceLoader([*loaders, PackageLoader("sayso.briefs", "web")]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_neutral,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"groups": _groups, "slug": slug, "mark_href": mark_href}
    made.tests |= {"opening": _is_opening, "closing": _is_closing}
    return made


def _neutral(value: Any) -> Any:
    if isinstance(value, Markup):
        return Markup(neutral(value))  # noqa: S704 (it was so before)
    return neutral(value) if isinstance(value, str) else value


def _groups(section: Section) -> Iterator[Group]:
    for kind, blocks in groupby(section.blocks, _kind):
        yield Group(kind, tuple(blocks))


def _kind(block: Block) -> str:
    return block.kind if isinstance(block, Entry | Heading) else type(block).__name__.lower()


def slug(title: str) -> str:
    """The name of a section's place on a page."""
    return "-".join(title.casefold().split())


@pass_context
def _href(context: Context, inline: Inline | Span) -> str | None:
    """Where a citation or a note leads to on this page, or None where it is mere words."""
    if isinstance(inline, Note):
        return f"#claim-{inline.number}" if inline.number in context["told"] else None
    span = inline.span if isinstance(inline, Cite) else inline
    return f"#{anchor(span, context['names'][span.article])}" if isinstance(span, Span) else None


@pass_context
def mark_href(context: Context, entry: Entry) -> str | None:
    """Where the mark of an entry leads to: the label of an article to the article."""
    if entry.kind not in {"article", "doubt"}:
        return None
    found: str | None = context["by_label"].get(entry.mark)
    return found


def _is_opening(piece: Piece) -> bool:
    return isinstance(piece, Open)


def _is_closing(piece: Piece) -> bool:
    return isinstance(piece, Close)


def _told(sheet: Sheet) -> frozenset[int]:
    """The numbers of the claims that have an entry to lead to."""
    return frozenset(
        int(block.mark)
        for section in sheet.sections
        for block in section.blocks
        if isinstance(block, Entry) and block.kind == "claim"
    )


def _sources(brief: Brief, sheet: Sheet, names: Mapping[str, str]) -> Iterator[Source]:
    held = {record.id: record for record in brief.records if isinstance(record, Article)}
    labels = label_articles(brief.articles)
    spans: dict[tuple[str, str], list[Span]] = {}
    for span in cited(sheet):
        spans.setdefault((span.article, span.part), []).append(span)
    for one in brief.articles:
        article, name = held[one.article], names[one.article]
        date = when_text(article.published) if article.published else "no date"
        where = (article.outlet, article.path or article.url, date)
        cut = {part for key, part in spans if key == article.id and part.startswith("dropped/")}
        yield Source(
            name=name,
            label=labels[article.id],
            origin=" · ".join(part for part in where if part),
            language=article.language or "en",
            title=mark(article.title or "", spans.get((article.id, "title"), ()), name),
            text=mark(article.text, spans.get((article.id, "text"), ()), name),
            cut=tuple(_cut(article, cut, spans, name)),
        )


def _cut(
    article: Article,
    parts: Iterable[str],
    spans: Mapping[tuple[str, str], list[Span]],
    name: str,
) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    for number in sorted(int(part.partition("/")[2]) for part in parts):
        dropped, part = article.dropped[number], f"dropped/{number}"
        yield dropped.reason, mark(dropped.text, spans[article.id, part], name)
