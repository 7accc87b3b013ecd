"""The origin tree of a claim, laid out: origins at the left, whoever passed it on, articles at the right."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.briefs.labels import where_from
from sayso.briefs.page import Page
from sayso.charts.tree import GAP, LINE, PAD, Edge, Node, NodeKind, Tree
from sayso.model.collation import Claim, Origin, OriginPath

WIDTH, GAP_X, GAP_Y = 176, GAP, 14
# What fits into a node: characters of 13 px are some 7 px wide.
_CHARACTERS = 23
_LINES = 3


class _Branch:
    """A node on its way to a drawing, with what comes after it."""

    def __init__(self, kind: NodeKind, name: str, note: str = "", href: str | None = None) -> None:
        self.kind = kind
        self.name = name
        self.note = note
        self.href = href
        self.dashed = False
        self.after: list[_Branch] = []

    def next(self, kind: NodeKind, name: str, *, dashed: bool) -> _Branch:
        """The branch of that name after this one; a new one where there is none."""
        for branch in self.after:
            if (branch.kind, branch.name, branch.dashed) == (kind, name, dashed):
                return branch
        made = _Branch(kind, name)
        made.dashed = dashed
        self.after.append(made)
        return made


def draw_tree(page: Page, claim: Claim, places: dict[str, str]) -> Tree:
    """The tree of a claim's origins. `places` are the addresses of articles by id."""
    roots = [_grown(page, origin, places) for origin in claim.origins]
    deepest = max((_depth(root) for root in roots), default=1)
    nodes: list[Node] = []
    edges: list[Edge] = []
    y = 0
    for root in roots:
        y = _placed(root, 0, y, deepest, nodes, edges)[1] + GAP_Y
    return Tree(
        width=deepest * WIDTH + (deepest - 1) * GAP_X,
        height=max(0, y - GAP_Y),
        nodes=tuple(nodes),
        edges=tuple(edges),
        told="; ".join(f"{root.name} to {', '.join(_leaves(root))}" for root in roots),
    )


def _grown(page: Page, origin: Origin, places: dict[str, str]) -> _Branch:
    name = page.name(origin.party) if origin.party else "nobody is named"
    principal = origin.principal
    speaks = page.name(principal) if principal else ""
    root = _Branch("origin", name, f"for {speaks}" if speaks and speaks != name else "")
    for path in origin.paths:
        at = root
        for kind, link in _links(page, path, name):
            at = at.next(kind, link, dashed=kind == "left_out")
        leaf = _Branch("article", page.labels[path.article], _outlet(page, path.article))
        leaf.href = places.get(path.article)
        leaf.dashed = path.way != "named"
        at.after.append(leaf)
    return root


def _links(page: Page, path: OriginPath, name: str) -> Iterator[tuple[NodeKind, str]]:
    """Who passed it on, the nearest to the origin first."""
    told = [page.name(link.party) if link.party else "somebody" for link in path.chain]
    for party in reversed(path.left_out):
        if page.name(party) != name and page.name(party) not in told:
            yield "left_out", page.name(party)
    once = [link for i, link in enumerate(told) if i == 0 or told[i - 1] != link]
    if once and once[-1] == name:
        once.pop()
    for link in reversed(once):
        yield "link", link


def _outlet(page: Page, article: str) -> str:
    one = next(one for one in page.brief.articles if one.article == article)
    return where_from(one)


def _depth(branch: _Branch) -> int:
    return 1 + max((_depth(after) for after in branch.after), default=0)


def _leaves(branch: _Branch) -> list[str]:
    if not branch.after:
        return [branch.name]
    return [leaf for after in branch.after for leaf in _leaves(after)]


def _placed(
    branch: _Branch, depth: int, top: int, deepest: int, nodes: list[Node], edges: list[Edge]
) -> tuple[Node, int]:
    """Lay out a branch below `top`; gives its node and the bottom of all that belongs to it."""
    lines = _wrapped(branch.name) + (_wrapped(branch.note)[:1] if branch.note else [])
    height = LINE * len(lines) + 2 * PAD
    column = deepest - 1 if branch.kind == "article" else depth
    x = column * (WIDTH + GAP_X)
    children: list[Node] = []
    below = top
    for after in branch.after:
        child, bottom = _placed(after, depth + 1, below, deepest, nodes, edges)
        children.append(child)
        below = bottom + GAP_Y
    bottom = max(top + height, below - GAP_Y if children else top)
    middle = (_middle(children[0]) + _middle(children[-1])) // 2 if children else top + height // 2
    y = max(top, middle - height // 2)
    node = Node(branch.kind, x, y, WIDTH, height, tuple(lines), branch.name, branch.href)
    nodes.append(node)
    for child, after in zip(children, branch.after, strict=True):
        edges.append(_joined(node, child, dashed=after.dashed))
    return node, max(bottom, y + height)


def _middle(node: Node) -> int:
    return node.y + node.height // 2


def _joined(left: Node, right: Node, *, dashed: bool) -> Edge:
    return Edge(left.x + left.width, _middle(left), right.x, _middle(right), dashed)


def _wrapped(text: str) -> list[str]:
    """The text in at most three lines of a node; what does not fit is cut with an ellipsis."""
    lines: list[str] = []
    for word in " ".join(text.split()).split(" "):
        piece = word if len(word) <= _CHARACTERS else f"{word[: _CHARACTERS - 1]}…"
        if lines and len(lines[-1]) + 1 + len(piece) <= _CHARACTERS:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1][: _CHARACTERS - 2]} …"]
    return lines
