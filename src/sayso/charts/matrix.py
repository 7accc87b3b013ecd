"""Claims by articles: who tells each, who softens or denies it; articles that rest on one origin stand together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from sayso.charts.canvas import boxes, framed, key, signs, strokes, words
from sayso.charts.measure import cut, width_of, wrap
from sayso.charts.style import LINE, MOST_CLAIMS, SIZE, SMALL, Chart, Spec, Style

NAME, TITLE = "say-so", "Who tells what, by origin"
Stance = Literal["affirms", "softens", "denies", "silent"]
_HALF = "M0,-1A1,1,0,0,0,0,1ZM0,-1A1,1,0,0,1,0,1L0,0.8A0.8,0.8,0,0,0,0,-0.8Z"
_CROSS = "M-1,-0.6L-0.6,-1L0,-0.4L0.6,-1L1,-0.6L0.4,0L1,0.6L0.6,1L0,0.4L-0.6,1L-1,0.6L-0.4,0Z"
_SHAPES: dict[Stance, tuple[str, int]] = {
    "affirms": ("circle", 110),
    "softens": (_HALF, 110),
    "denies": (_CROSS, 110),
    "silent": ("circle", 8),
}
_MEANINGS: dict[Stance, str] = {
    "affirms": "tells it",
    "softens": "tells it less firmly, or doubts it",
    "denies": "has it denied",
    "silent": "does not tell it",
}
_HIDDEN = "does not say how it knows, or left its source out"
_FRAME = "M-1,-1H1V1H-1ZM-0.86,-0.86V0.86H0.86V-0.86Z"
_COLUMN, _GAP, _PAD, _ORIGINS, _TALL = 28, 10, 10, 110, 104


class Group(NamedTuple):
    """Articles, by label, that rest mainly on one origin; its name is empty where none is named."""

    name: str
    labels: tuple[str, ...]


class Cell(NamedTuple):
    """What an article does with a claim; `hidden` where it does not say how it knows; the same in words."""

    stance: Stance
    told: str
    hidden: bool = False


class Row(NamedTuple):
    """A claim by number, with whose words it is, the number of its origins in words, and a cell an article."""

    number: int
    who: str
    text: str
    origins: str
    cells: tuple[Cell, ...]
    href: str = ""


class _Plan(NamedTuple):
    """Middles of columns, and left and right of groups, in pixels; where words and origins stand."""

    columns: tuple[float, ...]
    groups: tuple[tuple[float, float], ...]
    words: float
    origins: float
    width: int
    head: float


def matrix(groups: Sequence[Group], rows: Sequence[Row], style: Style) -> Chart:
    """The first rows of the matrix; of more, only their number. It is wider than asked if it must be."""
    shown = rows[:MOST_CLAIMS]
    plan = _plan(groups, style)
    style = style._replace(width=plan.width)
    layers = _heads(groups, plan, style)
    y = plan.head
    signed: list[tuple[Cell, float, float, Row]] = []
    said: list[dict[str, Any]] = []
    rules = [{"x": 0, "x2": plan.width - 8, "y": y, "y2": y}]
    for row in shown:
        lines = wrap(f"[{row.number}] {row.who}: {row.text}", plan.words, SIZE, 4)
        counts = wrap(row.origins, _ORIGINS - 8, SMALL, 3)
        high = LINE * max(len(lines), len(counts)) + _PAD
        more = {"told": f"{row.who}: {row.text}", "href": row.href}
        for n, line in enumerate(lines):
            said.append({"x": 0, "y": y + _PAD / 2 + LINE * (n + 0.5), "text": line, **more})
        for n, line in enumerate(counts):
            top = y + _PAD / 2 + LINE * (n + 0.5)
            said.append({"x": plan.origins, "y": top, "text": line})
        middle = y + high / 2
        signed += [(one, x, middle, row) for one, x in zip(row.cells, plan.columns, strict=True)]
        y += high
        rules.append({"x": 0, "x2": plan.width - 8, "y": y, "y2": y})
    layers += [strokes(rules, color=style.colours.line, strokeWidth=0.5), words(said, style)]
    layers += _signs(signed, style)
    if len(rows) > len(shown):
        y += LINE + 4
        left = f"and {len(rows) - len(shown)} more"
        layers.append(words([{"x": 0, "y": y - LINE / 2, "text": left}], style, fontSize=SMALL))
    legend, height = _legend(signed, y + 14, style)
    told = tuple(_told(row, groups) for row in shown)
    return Chart(NAME, TITLE, told, framed([*layers, *legend], style, height=height, title=TITLE))


def _plan(groups: Sequence[Group], style: Style) -> _Plan:
    wanted = 150 if style.narrow else 250
    x = float(wanted + _GAP)
    columns: list[float] = []
    spans: list[tuple[float, float]] = []
    for group in groups:
        start = x
        for label in group.labels:
            wide = max(_COLUMN, width_of(label, SMALL) + 8)
            columns.append(x + wide / 2)
            x += wide
        spans.append((start, x))
        x += _GAP
    free = max(0, style.width - 8 - _ORIGINS - round(x))
    tall = any(right - left < _TALL - 20 for left, right in spans)
    return _Plan(
        columns=tuple(column + free for column in columns),
        groups=tuple((left + free, right + free) for left, right in spans),
        words=wanted + free - 6,
        origins=x + free,
        width=round(x) + free + _ORIGINS + 8,
        head=(_TALL if tall else 3 * LINE) + LINE + 12,
    )


def _heads(groups: Sequence[Group], plan: _Plan, style: Style) -> list[Spec]:
    """The origins over their articles: across where there is room, else upwards."""
    level: list[dict[str, Any]] = []
    upwards: list[dict[str, Any]] = []
    bars: list[dict[str, Any]] = []
    labels: list[dict[str, Any]] = []
    base = plan.head - LINE - 8
    columns = iter(plan.columns)
    for group, (left, right) in zip(groups, plan.groups, strict=True):
        name, wide = group.name or "no source named", right - left
        bars.append({"x": left, "x2": right, "y": base, "y2": base + 3, "told": name})
        if wide >= _TALL - 20:
            lines = wrap(name, wide, SMALL, 3)
            level += [
                {"x": (left + right) / 2, "y": base - 9 - 14 * n, "text": line, "told": name}
                for n, line in enumerate(reversed(lines))
            ]
        else:
            lines = wrap(name, _TALL - 12, SMALL, max(1, int(wide // 14)))
            first = (left + right) / 2 - 7 * (len(lines) - 1)
            upwards += [
                {"x": first + 14 * n, "y": base - 5, "text": line, "told": name}
                for n, line in enumerate(lines)
            ]
        labels += [{"x": next(columns), "y": base + 13, "text": label} for label in group.labels]
    return [
        boxes(bars, fill=style.colours.ink, stroke=None),
        words(level, style, align="center", fontSize=SMALL),
        words(upwards, style, angle=270, fontSize=SMALL),
        words(labels, style, style.colours.dim, align="center", fontSize=SMALL),
    ]


def _signs(signed: Sequence[tuple[Cell, float, float, Row]], style: Style) -> list[Spec]:
    made = []
    for stance, (shape, size) in _SHAPES.items():
        rows = [
            {"x": x, "y": y, "claim": row.number, "stance": stance, "told": cell.told}
            for cell, x, y, row in signed
            if cell.stance == stance
        ]
        made.append(signs(rows, shape, size, filled=True, color=_colours(style)[stance]))
    frames = [{"x": x, "y": y, "told": cell.told} for cell, x, y, _ in signed if cell.hidden]
    made.append(signs(frames, _FRAME, 400, filled=True, color=style.colours.dim))
    return made


def _legend(
    signed: Sequence[tuple[Cell, float, float, Row]], top: float, style: Style
) -> tuple[list[Spec], float]:
    used = {cell.stance for cell, *_ in signed}
    meant = [
        (_MEANINGS[stance], _SHAPES[stance][0], _colours(style)[stance])
        for stance in _SHAPES
        if stance in used - {"silent"}
    ]
    if any(cell.hidden for cell, *_ in signed):
        meant.append((_HIDDEN, _FRAME, style.colours.dim))
    return key(meant, top, style)


def _told(row: Row, groups: Sequence[Group]) -> str:
    labels = [label for group in groups for label in group.labels]
    does = [
        f"{label} {cell.told}"
        for label, cell in zip(labels, row.cells, strict=True)
        if cell.stance != "silent"
    ]
    who = cut(f"{row.who}: {row.text}", 700, SIZE)
    return f"[{row.number}] {who} ({row.origins}): {', '.join(does)}"


def _colours(style: Style) -> dict[Stance, str]:
    colours = style.colours
    return {
        "affirms": colours.blue,
        "softens": colours.orange,
        "denies": colours.red,
        "silent": colours.dim,
    }
