"""The grids: their frames can be filled, and the half of them that is only counted keeps its floors."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from golden.grids import cross, grids, judge, slots_of
from sayso.reading import Reader

GRIDS = grids()
# Of one crossing of each odd frame, the least share that is right.
FLOORS: Mapping[str, float] = {
    "redlines_dailies": 0.35,
    "redlines_near": 0.9,
    "redlines_organs": 0.35,
    "redlines_papers": 0.35,
    "transfers_dailies": 0.45,
    "transfers_trade": 0.45,
}


@pytest.mark.parametrize("title", GRIDS)
def test_the_odd_frames_keep_their_floors(reader: Reader, title: str) -> None:
    verdicts = list(judge(GRIDS[title], cross(GRIDS[title], 1, rest=(1,)), reader))
    assert sum(not one.wrong for one in verdicts) / len(verdicts) >= FLOORS[title]


@pytest.mark.parametrize("title", GRIDS)
def test_every_slot_of_a_frame_has_words(title: str) -> None:
    grid = GRIDS[title]
    entries = [entry for pool in grid.pools.values() for entry in pool]
    known = {slot for entry in entries for slot in entry}
    assert all(words.strip() for entry in entries for words in entry.values())
    assert all(set(slots_of(frame.text)) <= known for frame in grid.frames)
    for pool in grid.pools.values():
        assert len({frozenset(entry) for entry in pool}) == 1
    assert len({frame.text for frame in grid.frames}) == len(grid.frames)


def test_other_frames_change_nothing_and_another_seed_does() -> None:
    grid = next(iter(GRIDS.values()))
    whole = {one.text for one in cross(grid, 2)}
    assert {one.text for one in cross(grid, 2, rest=(1,))} < whole
    assert {one.text for one in cross(grid, 2, seed=2)} != whole
