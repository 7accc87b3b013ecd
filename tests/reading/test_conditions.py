"""Conditions: where they begin and end, what follows, who would act, and what they point back to."""

from __future__ import annotations

import pytest

from loaded import loaded
from sayso.model.reading import Conditional
from sayso.model.text import Article


def conditions(text: str) -> tuple[Conditional, ...]:
    return loaded().read_one(Article(id="article_scene", text_sha256="", text=text)).conditions


def only(text: str) -> Conditional:
    [found] = conditions(text)
    return found


def words(one: Conditional) -> list[str]:
    return [span.text for span in one.condition]


def follows(one: Conditional) -> str:
    return " … ".join(span.text for span in one.consequence)


def answers(one: Conditional) -> list[tuple[str, str]]:
    return [(answer.span.text, answer.kind) for answer in one.responses]


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (
            "Nigeria warned Ghana of severe reprisals if tugs built in Tema were to be sold to him.",
            "if tugs built in Tema were to be sold to him",
            "severe reprisals",
        ),
        (
            "Nigeria warned Ghana of reprisals should the tugs leave the port, blaming a new law.",
            "should the tugs leave the port",
            "reprisals",
        ),
        (
            "The minister said that if the gates close, Ankara will respond.",
            "if the gates close",
            "Ankara will respond",
        ),
        (
            "Any attempt to tow the barge will be met with force, the ministry said.",
            "Any attempt to tow the barge",
            "will be met with force",
        ),
        (
            "“In the event of a raid, we will open fire,” the general said.",
            "In the event of a raid",
            "we will open fire",
        ),
        (
            "Rabat would regard the sale of the radars as a hostile act, its envoy said.",
            "the sale of the radars",
            "Rabat would regard … as a hostile act",
        ),
        (
            "Delhi issued a warning to Dhaka about the consequences of selling the ferries.",
            "selling the ferries",
            "the consequences",
        ),
    ],
)
def test_the_words_of_a_condition(text: str, condition: str, consequence: str) -> None:
    found = only(text)
    assert words(found) == [condition]
    assert follows(found) == consequence


@pytest.mark.parametrize(
    "text",
    [
        "Reporters asked the premier if Oslo would respond.",
        "He looked as if he had won.",
        "Such a visit would please the king.",
        "The transfer would cost two million euros.",
        "The consequences of selling the ferries are unknown.",
        "Lima retaliated after the ban.",
    ],
)
def test_what_is_no_condition(text: str) -> None:
    assert [one for one in conditions(text) if one.responses] == []


@pytest.mark.parametrize(
    ("text", "demanded"),
    [
        ("If Lima sells the boats, we will retaliate.", False),
        ("If Lima does not return the boats, we will retaliate.", True),
        ("Unless Lima returns the boats, we will retaliate.", True),
        ("If Lima continues to fish there, we will retaliate.", True),
        ("Lima must return the boats or we will retaliate.", True),
        ("Lima must return the boats. Otherwise, we will retaliate.", True),
    ],
)
def test_what_is_demanded(text: str, demanded: bool) -> None:
    assert only(text).demanded is demanded


@pytest.mark.parametrize(
    ("text", "doer", "deed"),
    [
        ("If Lima sells the boats, we will retaliate.", "Lima", True),
        ("If the boats are sold by Lima, we will retaliate.", "Lima", True),
        ("If the boats are sold, we will retaliate.", None, True),
        ("If Peruvian boats return, we will retaliate.", "Peruvian boats", True),
        ("Any incursion by Peru will be met with force.", "Peru", True),
        ("If Quito sees Lima’s purchases as a threat, it will respond.", "Lima", True),
        ("If the drought lasts, we will retaliate.", None, False),
    ],
)
def test_whose_act_it_would_be(text: str, doer: str | None, deed: bool) -> None:
    found = only(text)
    assert (found.doer.name if found.doer else None, found.deed) == (doer, deed)


@pytest.mark.parametrize(
    ("text", "antecedent"),
    [
        ("Baku plans a sale of drones to Astana. Such a step would lead to retaliation.", "a sale"),
        ("We hope that the drones do not reach Astana, because if that happens, we will retaliate.",
         "the drones do not reach Astana"),
        ("Tehran would see the decision to buy drones as a provocation if it goes ahead.",
         "the decision to buy drones"),
    ],
)  # fmt: skip
def test_what_a_condition_points_back_to(text: str, antecedent: str) -> None:
    [span] = conditions(text)[-1].antecedent
    assert span.text.startswith(antecedent)


def test_one_act_told_twice_is_pointed_back_to() -> None:
    first, second = conditions(
        "Selling mortars to the militia would be a grave mistake. If it happens, we will cut ties."
    )
    assert second.antecedent == first.condition


def test_nothing_to_point_back_to_names_no_act() -> None:
    found = only("Such a step would lead to retaliation.")
    assert found.antecedent == ()
    assert not found.named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If Lima sells, we will close the border.", [("close the border", "deed")]),
        ("If Lima sells, the border will be closed.", [("border will be closed", "answer")]),
        ("If Lima sells, there will be retaliation.", [("retaliation", "answer")]),
        ("If Lima sells, there will be consequences.", [("consequences", "effect")]),
        ("If Lima sells, we will not retaliate.", []),
        ("If Lima sells, there will be no consequences.", []),
        ("If Lima sells, we will not stand by.", [("stand by", "deed")]),
        ("If Lima sells, we will stand by it.", []),
        ("If Lima sells, we will not hesitate to retaliate.", [("hesitate", "deed"),
         ("retaliate", "deed")]),
        ("Even if Lima sells, we will retaliate.", []),
    ],
)  # fmt: skip
def test_adverse_answers(text: str, expected: list[tuple[str, str]]) -> None:
    assert answers(only(text)) == expected


def test_whose_answer_it_is() -> None:
    [ours] = only("If Lima sells, we will retaliate.").responses
    assert ours.own
    [theirs] = only("If Lima sells, Quito will retaliate.").responses
    assert not theirs.own
    assert theirs.actor is not None
    assert theirs.actor.resolved == "Ecuador"


def test_hedges_deadline_and_closed_doors() -> None:
    hedged = only("If Lima sells, there could be possible reprisals.")
    assert [span.text for span in hedged.hedges] == ["could", "possible"]
    dated = only("Unless Lima returns the boats by 3 May 2021, we will retaliate.")
    assert dated.deadline is not None
    assert dated.deadline.timex == "2021-05-03"
    quiet = only("The minister privately said that Quito would retaliate if Lima sells the boats.")
    assert quiet.private
    assert not only("The minister said that Quito would retaliate if Lima sells.").private


def test_a_condition_of_many_words_stays_in_its_sentence() -> None:
    text = "If Lima sells, we will retaliate. " * 40
    found = conditions(text.strip())
    assert len(found) == 40
    assert all(one.condition[0].text == "If Lima sells" for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Or else.",
        "If.",
        "Unless, otherwise, or should.",
        "Otherwise, Lima will respond.",
        "In the event of",
        "And or face the consequences, if so.",
        "Warned against. Such a.",
        "Should, were, had; must not cross the line or",
    ],
)
def test_fragments_are_read_without_harm(text: str) -> None:
    for one in conditions(text):
        assert one.condition[0].text
