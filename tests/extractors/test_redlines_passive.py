"""Red lines told in the passive: who was warned by whom, whose own are hit, and what is closed."""

from __future__ import annotations

import pytest

from extracted import only

SAID = "Peruvian Foreign Minister Ana Paz said"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Chile was warned by Peru against damming the river.", "damming the river"),
        (
            "Santiago was warned by Peru’s foreign minister, Ana Paz, of grave consequences if it dams the river.",
            "if it dams the river",
        ),
        (
            "Chile has been warned by Peru of grave consequences should it dam the river.",
            "should it dam the river",
        ),
    ],
)
def test_who_was_warned(text: str, condition: str) -> None:
    line = only(text)
    assert line.warned is not None
    assert line.warned.resolved == "Chile"
    assert condition in [span.text for span in line.condition.spans]


@pytest.mark.parametrize(
    ("text", "consequence"),
    [
        (f"If its nurses are deported, Peru will freeze imports from Chile, {SAID}.", "freeze"),
        (
            f"“If our consulate in Arica is closed, we will answer in the same way,” {SAID}.",
            "answer",
        ),
        (f"“The reply will be crushing if one drone reaches our shore,” {SAID}.", "reply"),
        (
            f"If Chile keeps the duty on grapes, Peru will levy surcharges on copper, {SAID}.",
            "levy",
        ),
        (
            f"Should Chilean police move into Arica, Peru will double its garrison there, {SAID}.",
            "double",
        ),
        (
            "Unless Chile frees the crew, it will bar the strait to Chilean ships, Lima threatened.",
            "bar",
        ),
        (
            "Lorries that bring fuel to the barracks will be treated as military objectives, the ELN said.",
            "military objectives",
        ),
        (f"“Peru will not sit idly by while foreign capitals arm the rebels,” {SAID}.", "sit idly"),
    ],
)
def test_an_answer_to_what_was_done_to_one_s_own(text: str, consequence: str) -> None:
    line = only(text)
    assert consequence in " ".join(span.text for span in line.consequence.spans)


def test_any_that_is_found_belongs_to_the_condition() -> None:
    line = only(f"Any Chilean submarine found in Peruvian waters will be sunk, {SAID}.")
    assert [span.text for span in line.condition.spans] == [
        "Any Chilean submarine found in Peruvian waters"
    ]
    assert line.warned is not None
    assert line.warned.resolved == "Chile"


@pytest.mark.parametrize(
    "text",
    [
        f"“Peru will not put up with Chilean overflights of the island,” {SAID}.",
        f"“Santiago must not take that step,” {SAID}.",
    ],
)
def test_what_is_not_borne_or_must_not_be_done(text: str) -> None:
    line = only(text)
    assert line.warned is not None
    assert line.warned.resolved == "Chile"
