from __future__ import annotations

from charts.facts import assert_sound, rows, texts
from sayso.charts.style import Style
from sayso.charts.tree import Edge, Node, Tree, tree_chart

NODES = (
    Node("origin", 0, 20, 176, 33, ("Per Holm",), "Per Holm"),
    Node("left_out", 236, 20, 176, 33, ("Corvane",), "Corvane"),
    Node("article", 472, 20, 176, 33, ("1",), "1", "/article/a"),
)
EDGES = (Edge(176, 36, 236, 36, dashed=False), Edge(412, 36, 472, 36, dashed=True))
TREE = Tree(648, 73, NODES, EDGES, "Per Holm to 1")


def test_boxes_lines_and_what_was_left_out() -> None:
    chart = tree_chart(TREE, 4, "the nets are too fine", Style())
    assert_sound(chart)
    assert chart.name == "origins-4"
    assert chart.words == ("[4] the nets are too fine", "Per Holm to 1")
    assert {row["kind"]: row["told"] for row in rows(chart) if "kind" in row} == {
        "origin": "Per Holm",
        "left_out": "Corvane",
        "article": "1",
    }
    dashed = [one for one in chart.spec["layer"] if "strokeDash" in one["mark"]]
    assert [one["mark"]["type"] for one in dashed] == ["line", "rect"]
    assert {"Per Holm", "Corvane", "1"} <= set(texts(chart))


def test_a_deep_tree_is_wider_than_asked_and_not_cut() -> None:
    wide = TREE._replace(
        width=1500,
        nodes=(*NODES, Node("article", 1324, 20, 176, 33, ("2",), "2")),
        edges=(*EDGES, Edge(176, 36, 1324, 36, dashed=False)),
    )
    assert_sound(tree_chart(wide, 1, "herring", Style()))
