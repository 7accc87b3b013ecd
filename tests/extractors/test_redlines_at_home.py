"""What a power will do to its own people is no red line; what it will do for those of another state, or to its powers, is."""

from __future__ import annotations

import pytest

from extracted import lines, only

SAID = "Peruvian Interior Minister Ana Paz said"


@pytest.mark.parametrize(
    "text",
    [
        "Police in Lima warned demonstrators that they would be met with force if they marched on the palace again.",
        "The Peruvian army warned looters that they would be shot on sight if they broke the curfew.",
        f"The army will fire on rioters if they burn another bank, {SAID}.",
        f"Picketers will be fired on if they block the refinery again, {SAID}.",
        "The Taliban warned women that they would be punished if they went out alone.",
        f"Peru will close two more crossings if more migrants come, {SAID}.",
        "E.U. leaders warn that if the bloc fails to guard its borders, it could rapidly fall apart.",
        "Ana Paz, the prime minister of Peru, threatened to dissolve parliament unless rebels in her party gave in.",
        "Greenpeace said it would sue Norway if it opened the seabed to mining.",
    ],
)
def test_against_plain_people_no_line_is_drawn(text: str) -> None:
    assert lines(text) == ()


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        (f"Peru will shut the pass if Chilean students cross the ridge again, {SAID}.", "Chile"),
        (
            "Peru warned Chile that it would close the border if its police shot miners again.",
            "Chile",
        ),
        (f"Peru will stop paying Bolivian teachers if Bolivia signs the pact, {SAID}.", "Bolivia"),
    ],
)
def test_a_crowd_of_another_power_is_that_power_s(text: str, warned: str) -> None:
    line = only(text)
    assert line.warned is not None
    assert line.warned.resolved == warned
