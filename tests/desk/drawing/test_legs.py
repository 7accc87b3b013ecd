"""Chains of transfers: each leg between its two owners, in the order of the way."""

from __future__ import annotations

from sayso.briefs.ways import draw, find_ways
from sayso.desk.drawing.legs import BOX, draw_chains
from sayso.desk.library import Library
from sayso.settings import Settings
from sayso.stores import Store


def test_every_way_is_drawn_with_its_legs(store: Store) -> None:
    library = Library(store, Settings().story_window)
    drawn = 0
    for story in library.shelf().stories:
        told = library.told(story.id)
        assert told is not None
        chains = [chain for _, own in draw_chains(told.page) for chain in own]
        ways = {(way.weapon, draw(way)): way for way in find_ways(told.page)}
        assert len(chains) == len(ways)
        for chain in chains:
            drawn += 1
            assert len(chain.stops) == len(chain.legs) + 1
            for left, leg, right in zip(chain.stops, chain.legs, chain.stops[1:], strict=False):
                assert (leg.x1, leg.x2) == (left.x + BOX, right.x)
            assert chain.width == chain.stops[-1].x + BOX
    assert drawn > 3
