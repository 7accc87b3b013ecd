from __future__ import annotations

from sayso.briefs.listing import place, record_text
from sayso.model.ledger import (
    Condition,
    Consequence,
    Event,
    Link,
    PolicyChange,
    RedLine,
    Relation,
    Statement,
    Transfer,
)
from sayso.model.text import Article, Dropped, Party, WeaponRef, When

ARTICLE = Article(
    id="article_a",
    text_sha256="0",
    path="north/ferry.txt",
    title="Captain: boats stay",
    text="“No boat will sail,” and none did, the captain told Radio Sul in an interview.",
    dropped=(Dropped(text="Credit: A. Nunes", reason="credit"),),
)
CAPTAIN = Party(name="the captain", resolved="Rui Nunes", role="captain of the ferry")


def statement(**changes: object) -> Statement:
    fields: dict[str, object] = {
        "id": "statement_a",
        "article": ARTICLE.id,
        "spans": (ARTICLE.span(0, 34),),
        "chain": (
            Link(party=Party(name="Radio Sul"), span=ARTICLE.span(52, 61), how="cites"),
            Link(party=CAPTAIN, span=ARTICLE.span(35, 46), how="says"),
        ),
        "form": "mixed",
        "act": "speech",
        "speaker": CAPTAIN,
        "cue": None,
        "content": (ARTICLE.span(1, 18), ARTICLE.span(21, 33)),
        "occasion": "interview with Radio Sul",
        **changes,
    }
    return Statement(**fields)  # type: ignore[arg-type]


def test_a_statement_shows_speaker_chain_words_and_place() -> None:
    lines = record_text(statement(), ARTICLE, 200).splitlines()
    assert lines == [
        "Rui Nunes, captain of the ferry ← Radio Sul (mixed, speech, interview with Radio Sul)",
        "    No boat will sail … and none did",
        "    ferry.txt, 1-18, 21-33",
    ]


def test_no_line_is_wider_than_asked_for() -> None:
    text = record_text(statement(modality="denied"), ARTICLE, 40)
    assert "denied" in text
    assert max(map(len, text.splitlines())) <= 40


def test_a_speaker_whom_nobody_names_is_said_to_be_so() -> None:
    text = record_text(statement(speaker=None, chain=()), ARTICLE, 200)
    assert text.startswith("somebody not named (mixed")


NORLAND, SUDMARK = Party(name="Norland"), Party(name="Sudmark")


def test_a_red_line_shows_condition_and_answer_apart() -> None:
    line = RedLine(
        id="redline_a",
        article=ARTICLE.id,
        spans=(ARTICLE.span(1, 18),),
        chain=statement().chain,
        warner=CAPTAIN,
        warned=NORLAND,
        condition=Condition(spans=(ARTICLE.span(1, 8),)),
        consequence=Consequence(spans=(ARTICLE.span(9, 18),), modes=("economic",)),
        hedges=(ARTICLE.span(9, 13),),
        deadline=When(start="2021-05-09", end="2021-05-09", precision="day", text="Sunday"),
        authority="other",
    )
    assert record_text(line, ARTICLE, 200).splitlines() == [
        "Rui Nunes, captain of the ferry warns Norland ← Radio Sul (other)",
        "    condition: No boat",
        "    answer: will sail (economic)",
        "    left open by: will",
        "    deadline: 2021-05-09",
        "    ferry.txt, 1-18",
    ]


def test_a_transfer_shows_its_leg_and_how_far_it_has_come() -> None:
    leg = Transfer(
        id="transfer_a",
        article=ARTICLE.id,
        spans=(ARTICLE.span(1, 18),),
        chain=statement().chain,
        modality="possible",
        act="licensed_production",
        weapon=WeaponRef(name="Gull"),
        supplier=NORLAND,
        via=(SUDMARK,),
        status="feared",
    )
    assert record_text(leg, ARTICLE, 200).splitlines()[:2] == [
        "Norland → Sudmark → not said: Gull (licensed production, feared, possible)",
        "    according to Rui Nunes, captain of the ferry ← Radio Sul",
    ]


def test_an_event_shows_its_type_and_both_sides() -> None:
    event = Event(
        id="event_a",
        article=ARTICLE.id,
        spans=(ARTICLE.span(1, 18),),
        type="PROTEST",
        mode="strike",
        actors=(CAPTAIN, SUDMARK),
        recipients=(NORLAND,),
        trigger=ARTICLE.span(9, 18),
    )
    assert record_text(event, ARTICLE, 200).splitlines() == [
        "PROTEST: Rui Nunes, Sudmark → Norland (strike)",
        "    No boat will sail",
        "    ferry.txt, 1-18",
    ]


def test_changes_of_rules_and_relations_say_what_they_are_about() -> None:
    change = PolicyChange(
        id="policy_change_a",
        article=ARTICLE.id,
        spans=(ARTICLE.span(1, 18),),
        jurisdiction=NORLAND,
        subject="ferry rules",
        direction="relaxed",
    )
    relation = Relation(
        id="relation_a",
        article=ARTICLE.id,
        spans=(ARTICLE.span(1, 18),),
        type="dispute",
        parties=(NORLAND, SUDMARK),
        about="the sound",
    )
    heads = [record_text(one, ARTICLE, 200).splitlines()[0] for one in (change, relation)]
    assert heads == ["Norland: ferry rules relaxed", "dispute: Norland, Sudmark (the sound)"]


def test_a_place_outside_the_text_says_where() -> None:
    credit = ARTICLE.span(0, 6, "dropped/0")
    assert place(statement(content=(credit,)), ARTICLE) == "ferry.txt, 0-6 of dropped/0"
