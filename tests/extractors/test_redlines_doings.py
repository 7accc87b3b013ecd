"""Red lines whose act is told as a gerund, or as anybody's day or case, in frames that make any act a condition."""

from __future__ import annotations

import pytest

from extracted import lines, only

SAID = "Peruvian President Ana Paz said"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (f"{SAID} that by felling trees on the ridge Chile risked war.", "felling trees"),
        (f"By felling trees on the ridge, Chile is inviting retaliation, {SAID}.", "felling trees"),
        (
            f"By felling trees there, Chile would become a legitimate target, {SAID}.",
            "felling trees",
        ),
        (
            f"{SAID} that Lima would consider felling trees on the ridge an act of aggression.",
            "felling trees on the ridge",
        ),
        (
            "Peru's army declared it would regard felling trees on the ridge as a hostile act.",
            "felling trees on the ridge",
        ),
        (
            "Ana Paz, the Peruvian president, told Chile it would “bitterly regret” felling trees there.",
            "felling trees there",
        ),
        (
            f"{SAID} Chile would live to regret felling trees on the ridge.",
            "felling trees on the ridge",
        ),
        (
            f"{SAID} Chile cannot fell trees on the ridge without facing sanctions.",
            "fell trees on the ridge",
        ),
        (
            f"For Chile to fell trees there would be to cross a red line, {SAID}.",
            "For Chile to fell trees",
        ),
        (
            f"“The day Chile fells trees there is the day we bomb its bases,” {SAID}.",
            "Chile fells trees",
        ),
        (
            f"“We shall bomb its bases the very minute trees are felled there,” {SAID}.",
            "trees are felled there",
        ),
        (
            f"{SAID} mining the bay was something Peru “will not tolerate”.",
            "mining the bay",
        ),
        (
            f"{SAID} those in Santiago who contemplate felling trees had better prepare for sanctions.",
            "contemplate felling",
        ),
        (
            f"Even one case of felling trees will be enough for Peru to bomb the bases, {SAID}.",
            "case of felling trees",
        ),
        (f"{SAID} felling trees on the ridge means war.", "felling trees on the ridge"),
    ],
)
def test_any_act_is_a_condition_there(text: str, condition: str) -> None:
    line = only(text)
    assert condition in " ".join(span.text for span in line.condition.spans)
    assert line.consequence.spans


def test_what_one_answers_by_is_no_condition() -> None:
    assert not lines("Chile will respond by closing the border, Peruvian President Ana Paz said.")


@pytest.mark.parametrize(
    "text",
    [
        "{SAID} told Chile to stop building huts on the reef or face retaliation.",
        "{SAID} told Chile to stop taxing copper from the south or brace for sanctions.",
        "{SAID} told Chile to stop arresting more traders on spying charges or suffer retaliation.",
    ],
)
def test_or_face_is_joined_to_what_is_ordered(text: str) -> None:
    line = only(text.replace("{SAID}", "Peruvian President Ana Paz"))
    assert line.aim == "compel"
    assert line.condition.spans[0].text.startswith("to stop")
    assert line.warned is not None
