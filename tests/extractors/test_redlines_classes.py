"""Red lines by whole classes of frames and consequences, and what looks like them and is none."""

from __future__ import annotations

import pytest

from extracted import lines


@pytest.mark.parametrize(
    ("text", "condition", "aim"),
    [
        (
            "Every time Chile dams the river, we will close the pass, Peru’s defence minister said.",
            "Every time Chile dams the river",
            "deter",
        ),
        (
            "“Let Chile ship drones to the rebels and retaliation will be immediate,” Peru’s foreign ministry said.",
            "Chile ship drones to the rebels",
            "deter",
        ),
        (
            "“One more crossing of the lake and Peru will strike back,” Peruvian President Ana Paz said.",
            "One more crossing of the lake",
            "deter",
        ),
        (
            "“Chile must not dam the river, otherwise we will boycott the summit,” Peruvian President Ana Paz said.",
            "Chile must not dam the river",
            "deter",
        ),
        (
            "“We will downgrade relations were Chile to tax our copper,” Peruvian President Ana Paz said.",
            "were Chile to tax our copper",
            "deter",
        ),
        (
            "Peru gave Chile until Friday to withdraw its tugs or face consequences.",
            "to withdraw its tugs",
            "compel",
        ),
        (
            "Peru has given Chile a week to reopen the pass or lose its aid.",
            "to reopen the pass",
            "compel",
        ),
        (
            "Peru has threatened Chile with a military response in response to any tariff on copper.",
            "any tariff on copper",
            "deter",
        ),
        (
            "“Any stationing of foreign jets will be seen as a direct threat,” the Peruvian foreign minister said.",
            "Any stationing of foreign jets",
            "deter",
        ),
        (
            "“Recognising the enclave would wreck relations,” Peru’s foreign ministry said.",
            "Recognising the enclave",
            "deter",
        ),
        (
            "We will hit back at any Chilean damming of the river, Peruvian President Ana Paz said.",
            "any Chilean damming of the river",
            "deter",
        ),
        (
            "Peru’s defence minister warned that it would restrict exports of tin if Chile armed the rebels.",
            "if Chile armed the rebels",
            "deter",
        ),
    ],
)
def test_frames(text: str, condition: str, aim: str) -> None:
    [line] = lines(text)
    assert " ".join(span.text for span in line.condition.spans) == condition
    assert line.aim == aim


@pytest.mark.parametrize(
    ("consequence", "mode"),
    [
        ("end the truce", "military"),
        ("raze the port to the ground", "military"),
        ("mount a blockade", "military"),
        ("walk out of the talks", "diplomatic"),
        ("no longer sign the treaty", "diplomatic"),
        ("curtail trade", "economic"),
        ("reimpose duties on wine", "economic"),
        ("disrupt the flights", "territorial"),
        ("make Chile pay", "unspecified"),
        ("not sit on its hands", "unspecified"),
        ("invoke the clause on mutual aid", "unspecified"),
    ],
)
def test_consequences(consequence: str, mode: str) -> None:
    [line] = lines(
        f"If Chile seizes the island, Peru will {consequence}, its foreign minister said."
    )
    assert line.consequence.modes == (mode,)


@pytest.mark.parametrize(
    "text",
    [
        "In case of fire, the embassy will be closed, the ambassador said.",
        "If any Peruvian is hurt, the embassy will pay for treatment, the ambassador said.",
        "If Chile applies, the answer will be positive, Peru’s foreign minister said.",
        "Peru will respond in kind to any tariff cut, its trade minister said.",
        "Any attempt to rig the vote will be punished, the president said.",
        "Every time Chile plays in Lima, the police close the streets, the Peruvian interior ministry said.",
        "The European Union warned that a bad harvest in Chile would lead to higher prices.",
        "The opposition warned that the minister would be impeached if he vetoed the bill.",
        "Peru will not sign the accord unless Chile drops the clause, its foreign minister said.",
        "Any attack on police officers would have consequences, the Peruvian interior minister said.",
        "If the dam breaks, there will be serious consequences for villages, the Peruvian interior minister said.",
        "Peru will hand over the smugglers if a judge in Lima orders it, Justice Minister Ana Paz said.",
        "Peru will freeze the accounts if its parliament passes the law, Justice Minister Ana Paz said.",
        "Oslo will send troops to Finnmark if NATO asks it to, Defence Minister Kari Lund said.",
        "Chile would answer a blockade with a raid rather than an invasion, Peruvian Defence Minister Ana Paz said.",
        "Peru warned Chile that its deficit would climb unless spending was trimmed.",
        "Peru would respond cautiously to any statement from Chile, Foreign Minister Ana Paz said.",
    ],
)
def test_near_misses(text: str) -> None:
    assert lines(text) == ()


@pytest.mark.parametrize(
    ("text", "warner", "condition"),
    [
        (
            (
                "Peru’s foreign ministry urged Chile to recall the divers, warning that it would otherwise "
                "close the pass."
            ),
            "Foreign Ministry of Peru",
            "to recall the divers",
        ),
        (
            (
                "To seize another Peruvian tug, Peru’s foreign minister told parliament, would leave Lima no "
                "choice but to send the navy."
            ),
            None,
            "To seize another Peruvian tug",
        ),
        (
            (
                "Chile has until 14 June to return the tugs, after which the pass will be closed to its "
                "lorries, Peruvian Interior Minister Ana Paz said."
            ),
            "Ana Paz",
            "to return the tugs",
        ),
        (
            "Any crossing of the lake will carry a heavy price, Peru’s ruling party said.",
            None,
            "Any crossing of the lake",
        ),
        (
            "Peru’s envoy to Chile said: “We will strike back at Chilean bases the moment Chile arms the militia.”",
            None,
            "the moment Chile arms the militia",
        ),
        (
            (
                "“Any new Chilean duty on our copper will be matched by a duty on their wine,” Peruvian "
                "Trade Minister Ana Paz said."
            ),
            "Ana Paz",
            "Any new Chilean duty on our copper",
        ),
    ],
)
def test_who_warns_of_what(text: str, warner: str | None, condition: str) -> None:
    [line] = lines(text)
    assert line.warner is not None
    assert line.warner.resolved == warner
    assert " ".join(span.text for span in line.condition.spans) == condition


def test_each_of_two_conditions_has_its_own_consequence() -> None:
    first, second = lines(
        "“If Chile shelters the raiders, we will strike, and if it closes the pass to our lorries, we will "
        "stop its transit trade,” Peruvian Interior Minister Ana Paz said."
    )
    assert (first.consequence.modes, second.consequence.modes) == (("military",), ("economic",))


def test_manners_show_the_mode() -> None:
    [line] = lines("Peru warned Chile that it would respond militarily if troops crossed the lake.")
    assert line.consequence.modes == ("military",)
