"""Conditions behind a "should", and what an answer spares: one's own, a part of the world, the lawless, the markets."""

from __future__ import annotations

import pytest

from extracted import lines, only

SAID = "Peruvian Foreign Minister Ana Paz said"


@pytest.mark.parametrize(
    ("text", "consequence"),
    [
        ("Lima threatened to expel diplomats should Santiago dam the river.", "to expel diplomats"),
        ("Lima threatened to seize tugs should Santiago hold its pilots.", "to seize tugs"),
        ("Lima has threatened severe retaliation should Santiago dam the river.", "retaliation"),
    ],
)
def test_conditions_behind(text: str, consequence: str) -> None:
    line = only(text)
    assert any(consequence in span.text for span in line.consequence.spans)


@pytest.mark.parametrize(
    "text",
    [
        "Nor should Santiago dam the river, Lima warned.",
        "Ana Paz, the Peruvian foreign minister, asked what should Santiago do with the river.",
        f'"At no point did I say that we would shut the pass if Chile dams the river," {SAID}.',
        f"A tariff on Chilean fish would come back to haunt our own cooks, {SAID}.",
        "Should crude fall below fifty dollars, Peru will have to cut its army by half, Foreign Minister Ana Paz warned.",
        f"If the peacekeepers go, the smugglers will own the valley, {SAID.replace('said', 'warned')}.",
        f"The whole Atacama Desert will pay the price if the two armies meet, {SAID}.",
        "The rebels will lay down their rifles if the army leaves the town, their commander said.",
        "In the new Danish opera a general warns the king of Peru: cross the river and your capital will burn.",
        f"There is no truth in the claim that Lima would shut the pass if Santiago dammed the river, {SAID}.",
        "In the second season of the Danish series, the Peruvian envoy says that Lima will bomb the dam if Chile secedes.",
        "A fictional Peruvian president tells Chile that its ships will be sunk if the blockade is not lifted.",
        "Peru will probably shut its ports to Chilean ships if Chile cuts visas again, two EU diplomats said.",
        f"Lima has never threatened to cut gas if Santiago joined the pact, {SAID}.",
        f"Peru will only send troops to the island if the UN pays for them, {SAID}.",
        "The drug is to be withdrawn from sale if a second patient dies, Denmark's medicines agency said.",
    ],
)
def test_near_misses(text: str) -> None:
    assert lines(text) == ()
