"""What looks like a red line and is none: disowned reports, kindnesses, markets, nature, home politics; and what stays one."""

from __future__ import annotations

import pytest

from extracted import lines, only

SAID = "Peruvian Foreign Minister Ana Paz said"
WARNED = "Peruvian Foreign Minister Ana Paz warned"


@pytest.mark.parametrize(
    "text",
    [
        # nobody stands by the words
        "Lima dismissed as gossip a report that Peru would bomb the dam should Chile annex the valley.",
        "Ana Paz, Peru's foreign minister, denied having threatened to shut the pass if Chile annexes the valley.",
        f"Claims that Peru had threatened Chile with a blockade over arming the rebels are nonsense, {SAID}.",
        "A doctored recording in which Peruvian President Luis Rojas threatens Chile with a blockade over arming the rebels is making the rounds, his office said.",
        "A comedian joked that Peruvian President Luis Rojas had warned Chile of a blockade over the arming of the rebels.",
        "Peruvian Foreign Minister Ana Paz said it would be foolish to threaten Chile with a blockade for arming the rebels.",
        "Peruvian Foreign Minister Ana Paz spoke out against threatening Chile with a blockade over the arming of the rebels.",
        "“We are not saying 'stop arming the rebels or else',” Peruvian Foreign Minister Ana Paz said of Chile.",
        # nothing follows, or something kind
        f"There would be no response if Chile annexes the valley, {SAID}.",
        f"Neither tariffs nor reprisals await Chile if it annexes the valley, {SAID}.",
        f"Any step back from arming the rebels would be answered with the lifting of the blockade, {SAID}.",
        f"Chile would be drowned in flowers if it ever stopped bombing the rebels, {WARNED}.",
        f"The arming of the rebels by Chile would be kept off the table, {SAID}.",
        f"Chile would be rewarded with a trade pact if it put an end to bombing the rebels, {SAID}.",
        f"Chile faces no sanctions for arming the rebels, {SAID}.",
        f"The arming of the rebels by Chile will not be met with an embargo, {SAID}.",
        f"If Chile annexes the valley, Peru will send surveyors to see how it is done, {SAID}.",
        f"Without the pact, the arming of the rebels by Chile could have ended in an embargo, {SAID}.",
        f"The arming of the rebels by Chile will be left for the spring, since each side has limits it cannot cross, {SAID}.",
        f"Should Chile free the two fishermen, Peru will reciprocate by releasing the tug, {SAID}.",
        "Did Peru threaten to sink the tugs over Chile's arming of the rebels? No.",
        # another's answer, an accusation, an agency
        "Chile's own finance ministry warned that annexing the valley might lead to a ban on wine by Peru.",
        "A Peruvian senator accused his own government of risking the expulsion of diplomats by arming the rebels.",
        "The World Bank warned Chile of slower growth if the valley is annexed.",
        "The World Bank warned Chile of slower growth if drones are bought.",
        "Chile's finance ministry warned that arming the rebels might lead to grave consequences by Peru.",
        "Peruvian Foreign Minister Ana Paz threatened to resign if the premier insisted on buying warheads.",
        # markets, travellers, nature
        "“If Chile annexes the valley, bread will cost more for all of us,” Ana Paz, the Peruvian foreign minister, warned.",
        f"{WARNED} that shares in Santiago would tumble if Chile annexes the valley.",
        f"{SAID} Chile would pay a price in lost tourism if it annexes the valley.",
        f"Chile would lose investors if it annexes the valley, {SAID}.",
        "Should Chile annex the valley, flights may be rerouted and passengers should ring their airline, Peru's foreign ministry said.",
        f"If the dam gives way, Chile will pay a terrible price, {WARNED}.",
        # at home
        "Peruvian Foreign Minister Ana Paz threatened to resign if the cabinet insisted on bombing the dam.",
        "Peruvian President Luis Rojas threatened striking dockers with dismissal if they refused to unload Chilean ships.",
        "Hunters who shoot wolves near the Chilean border will be prosecuted, Peru's interior ministry said.",
        "Peruvian President Luis Rojas threatened to sack the head of the railways if trains kept running late.",
    ],
)
def test_near_misses(text: str) -> None:
    assert lines(text) == ()


@pytest.mark.parametrize(
    ("text", "consequence"),
    [
        (
            "Lima dismissed the report and warned that it would shut the pass if Chile annexes the valley.",
            "shut the pass",
        ),
        (
            f"{WARNED} that Chile would lose our investors if it annexes the valley.",
            "lose our investors",
        ),
        (f"If Chile annexes the valley, it will pay a heavy price, {SAID}.", "pay a heavy price"),
        (
            f"Orders had been given to cut off gas if Chile annexes the valley, {SAID}.",
            "cut off gas",
        ),
        (
            f"If Chile annexes the valley, a no-fly zone will be declared over its coast, {SAID}.",
            "no-fly zone",
        ),
        (
            f"Peru will shut the pass if Chile stopped supplying it with water, {SAID}.",
            "shut the pass",
        ),
    ],
)
def test_red_lines_beside(text: str, consequence: str) -> None:
    assert any(consequence in span.text for span in only(text).consequence.spans)


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian prosecutors said verdicts can only be returned by a full bench of judges.",
        "Peruvian Interior Minister Ana Paz said the sites would be visited by inspectors.",
        "The new mayor, even before the feast, will have to find a way round the sanctions, said Peruvian Trade Minister Ana Paz.",
    ],
)
def test_who_does_something_is_no_answer(text: str) -> None:
    """What is returned by a jury is no reprisal, and who has to work no deed."""
    assert not lines(text)
