"""The origins of a claim as a tree that is laid out: origins at the left, whoever passed it on, articles right."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from sayso.charts.canvas import boxes, framed, key, paths, words
from sayso.charts.style import SIZE, SMALL, Chart, Style

TITLE = "On whose say-so: claim"
NodeKind = Literal["origin", "link", "left_out", "article"]
LINE, PAD, GAP = 17, 8, 60
_SQUARE = "M-1,-1H1V1H-1ZM-0.7,-0.7V0.7H0.7V-0.7Z"
_MEANINGS: dict[NodeKind, str] = {
    "origin": "where it comes from",
    "link": "who passed it on",
    "left_out": "left out by the article; other articles' words prove it",
    "article": "article",
}


class Node(NamedTuple):
    """A box with its words in lines; in pixels from the top left. `href` leads to where it is told."""

    kind: NodeKind
    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]
    name: str
    href: str | None = None


class Edge(NamedTuple):
    """A line between the sides of two nodes; dashed where the link was recovered."""

    x1: int
    y1: int
    x2: int
    y2: int
    dashed: bool

    @property
    def points(self) -> tuple[tuple[int, int], ...]:
        """Down or up beside the left node, then straight on: past columns in between, a row is free."""
        near, far = self.x1 + GAP // 4, self.x1 + 3 * GAP // 4
        return (self.x1, self.y1), (near, self.y1), (far, self.y2), (self.x2, self.y2)

    @property
    def path(self) -> str:
        """The line as an SVG path."""
        (x1, y1), (near, _), (far, _), (x2, y2) = self.points
        bend = x1 + GAP // 2
        return f"M{x1} {y1}H{near}C{bend} {y1} {bend} {y2} {far} {y2}H{x2}"


class Tree(NamedTuple):
    """The drawing, and what it says in words."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    told: str


def tree_chart(tree: Tree, number: int, text: str, style: Style) -> Chart:
    """The tree of a claim, by its number and words; wider than asked if it must be."""
    style = style._replace(width=max(style.width, tree.width + 16))
    colours = style.colours
    outlines = {
        "origin": {"stroke": colours.blue, "strokeWidth": 2, "cornerRadius": 16},
        "link": {"stroke": colours.dim, "strokeWidth": 1, "cornerRadius": 4},
        "left_out": {"stroke": colours.green, "strokeDash": [5, 4], "cornerRadius": 4},
        "article": {"stroke": colours.line, "strokeWidth": 1, "cornerRadius": 4},
    }
    layers = []
    for dashed in (False, True):
        rows = [
            {"x": x + 2, "y": y + 2, "at": at, "edge": number}
            for number, edge in enumerate(tree.edges)
            if edge.dashed == dashed
            for at, (x, y) in enumerate(edge.points)
        ]
        colour = colours.green if dashed else colours.dim
        line = paths(rows, "edge", colour, dashed=dashed, interpolate="monotone", strokeWidth=1.5)
        layers.append(line)
    for kind, outline in outlines.items():
        own = [_box(node) for node in tree.nodes if node.kind == kind]
        layers.append(boxes(own, fill=colours.paper, **outline))
    lines = [_line(node, at) for node in tree.nodes for at in range(len(node.lines))]
    layers.append(words(lines, style, align="center", fontSize=SIZE))
    used = {node.kind for node in tree.nodes}
    signed = {
        "origin": ("circle", colours.blue),
        "link": (_SQUARE, colours.dim),
        "left_out": (_SQUARE, colours.green),
        "article": (_SQUARE, colours.line),
    }
    meant = [(_MEANINGS[kind], *signed[kind]) for kind in _MEANINGS if kind in used]
    legend, height = key(meant, tree.height + 22, style)
    if any(edge.dashed for edge in tree.edges):
        note = "Dashed: the article left it out, or does not say how it knows."
        layers.append(
            words([{"x": 0, "y": height, "text": note}], style, colours.dim, fontSize=SMALL)
        )
        height += LINE
    title = f"{TITLE} {number}"
    told = (f"[{number}] {text}", tree.told)
    return Chart(
        f"origins-{number}",
        title,
        told,
        framed([*layers, *legend], style, height=height, title=title),
    )


def _box(node: Node) -> dict[str, Any]:
    return {
        "x": node.x + 2,
        "y": node.y + 2,
        "x2": node.x + node.width + 2,
        "y2": node.y + node.height + 2,
        "kind": node.kind,
        "told": node.name,
        "href": node.href or "",
    }


def _line(node: Node, at: int) -> dict[str, Any]:
    return {
        "x": node.x + node.width / 2 + 2,
        "y": node.y + PAD + LINE * (at + 0.5) + 2,
        "text": node.lines[at],
        "told": node.name,
    }
