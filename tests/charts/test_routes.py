from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.facts import STYLES, assert_sound, rows, texts
from sayso.charts.lettering import Box, letter
from sayso.charts.measure import width_of
from sayso.charts.projecting import view_of
from sayso.charts.routes import Leg, Stop, routes
from sayso.charts.style import SIZE, Style
from sayso.charts.world import World, load_world

NORWAY, CHILE = Stop("Norway", "NOR"), Stop("Chile", "CHL")
PERU, NOBODY = Stop("Peru", "PER"), Stop("?", None)
LEGS = (
    Leg(NORWAY, CHILE, "harpoon guns", "agreed, May 2031", firm=True, number=4),
    Leg(CHILE, PERU, "harpoon guns", "feared", firm=False, number=5),
    Leg(NOBODY, PERU, "nets", "feared", firm=False, number=6),
)


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


@pytest.mark.parametrize("style", STYLES)
def test_legs_go_from_seat_to_seat_and_firm_ones_alone_are_drawn_through(
    world: World, style: Style
) -> None:
    chart = routes(LEGS, world, style)
    assert chart is not None
    assert_sound(chart)
    lines = [one for one in chart.spec["layer"] if one["mark"]["type"] == "line"]
    drawn = {
        ("strokeDash" in one["mark"], row["claim"])
        for one in lines
        for row in one["data"]["values"]
    }
    assert drawn == {(False, 4), (True, 5)}
    assert {row["state"] for row in rows(chart) if "state" in row} == {"NOR", "CHL", "PER"}
    assert "Norway → Chile: harpoon guns, agreed, May 2031" in chart.words
    assert chart.words[2] == "? → Peru: nets, feared (not on the map: where from or to is not told)"
    assert {"4", "5", "6"} <= set(texts(chart))


def test_states_that_are_touched_stand_out(world: World) -> None:
    chart = routes(LEGS, world, Style())
    assert chart is not None
    land, home = (
        {shape["id"] for shape in one["data"]["values"]}
        for one in chart.spec["layer"]
        if one["mark"]["type"] == "geoshape"
    )
    assert home == {"NOR", "CHL", "PER"}
    assert "ARG" in land


def test_no_place_is_guessed(world: World) -> None:
    assert routes(LEGS[2:], world, Style()) is None
    within = Leg(PERU, Stop("Navy of Peru", "PER"), "nets", "agreed", firm=True, number=1)
    assert routes([within], world, Style()) is None


def test_one_world_over_the_date_line() -> None:
    view = view_of([(139.7, 35.7), (-77.0, 38.9)], 700)
    tokyo, washington = view.place((139.7, 35.7)), view.place((-77.0, 38.9))
    assert tokyo[0] < washington[0]
    assert 0 < tokyo[0] < washington[0] < 700


@given(
    st.lists(st.tuples(st.floats(-180, 180), st.floats(-80, 80)), min_size=1, max_size=9),
    st.sampled_from([350, 712]),
)
def test_every_point_is_in_view(points: list[tuple[float, float]], width: int) -> None:
    view = view_of(points, width)
    for point in points:
        x, y = view.place(point)
        assert 0 <= x <= view.width
        assert 0 <= y <= view.height


def test_names_keep_off_each_other() -> None:
    names, points = ("Alpha", "Beta", "Gamma"), ((100.0, 50.0), (104.0, 54.0), (190.0, 50.0))
    found = letter(names, points, (), Box(0, 0, 200, 100))
    boxes = [
        Box(x, y - SIZE / 2, x + width_of(name, SIZE), y + SIZE / 2)
        for name, (x, y) in zip(names, found, strict=True)
    ]
    for number, box in enumerate(boxes):
        assert 0 <= box.left <= box.right <= 200
        assert all(box.shared(other) == 0 for other in boxes[:number])


def test_seats_and_shapes_of_the_world(world: World) -> None:
    assert world.seats["JPN"].capital == "Tokyo"
    assert world.seats["SGP"][:2] == pytest.approx((103.85, 1.3), abs=0.1)
    assert "SGP" not in world.shapes
    for code, rings in world.shapes.items():
        for ring in rings:
            assert ring[0] == ring[-1], code
            assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)
