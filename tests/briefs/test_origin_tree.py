"""Origin trees: every article is drawn, nothing lies upon anything else, recovered links are dashed."""

from __future__ import annotations

from itertools import combinations

from briefs.dispute import dispute
from collate.ledgers import collated
from sayso.briefs import make_briefs
from sayso.briefs.origin_tree import draw_tree
from sayso.briefs.page import Page, open_page
from sayso.charts.tree import Node


def herring() -> Page:
    [brief] = make_briefs(collated(dispute()))
    return open_page(brief)


def test_every_path_ends_in_its_article() -> None:
    page = herring()
    places = {article: f"/article/{article}" for article in page.labels}
    for claim in page.claims:
        tree = draw_tree(page, claim, places)
        leaves = sorted(n.href or "" for n in tree.nodes if n.kind == "article")
        paths = [path.article for origin in claim.origins for path in origin.paths]
        assert leaves == sorted(f"/article/{article}" for article in paths)
        assert len([n for n in tree.nodes if n.kind == "origin"]) == len(claim.origins)
        assert len(tree.edges) == len(tree.nodes) - len(claim.origins)


def test_no_box_lies_upon_another_and_all_are_inside() -> None:
    page = herring()
    for claim in page.claims:
        tree = draw_tree(page, claim, {})
        for left, right in combinations(tree.nodes, 2):
            assert not _overlap(left, right), (left, right)
        for node in tree.nodes:
            assert node.x >= 0
            assert node.y >= 0
            assert node.x + node.width <= tree.width
            assert node.y + node.height <= tree.height


def test_links_that_were_left_out_are_dashed() -> None:
    page = herring()
    recovered = [
        claim
        for claim in page.claims
        if any(path.left_out for origin in claim.origins for path in origin.paths)
    ]
    assert recovered
    for claim in recovered:
        tree = draw_tree(page, claim, {})
        assert any(node.kind == "left_out" for node in tree.nodes)
        assert any(edge.dashed for edge in tree.edges)


def _overlap(a: Node, b: Node) -> bool:
    return (
        a.x < b.x + b.width
        and b.x < a.x + a.width
        and a.y < b.y + b.height
        and b.y < a.y + a.height
    )
