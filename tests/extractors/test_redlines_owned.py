"""Bodies that no book knows draw lines for the power whose name they stand behind."""

from __future__ import annotations

import pytest

from extracted import lines

_THREAT = "said on Sunday that {} would recall its envoy if Chile occupied the valley."


@pytest.mark.parametrize(
    ("body", "power"),
    [
        ("Peru's Harbour Council", "Peru"),
        ("Peru's congressional border committee", "Peru"),
        ("Peru's Northern Theatre Command", "Peru"),
        ("Peru's trade office", "Peru"),
        ("Peru’s ruling military council", "Peru"),
        ("Hezbollah's media office", "Hezbollah"),
        ("ECOWAS' defence committee", "ECOWAS"),
        ("Lima's planning board", "Lima"),
    ],
)
def test_body_of_a_power(body: str, power: str) -> None:
    (line,) = lines(f"{body} {_THREAT.format(power)}")
    assert line.warner is not None
    assert line.warner.name == body


@pytest.mark.parametrize(
    "body",
    [
        "Peru's football council",
        "Peru's brewery",
        "Greenpeace's media office",
        "Ana Paz's campaign office",
        "The council's harbour committee",
    ],
)
def test_body_of_none(body: str) -> None:
    assert lines(f"{body} {_THREAT.format('it')}") == ()
