from __future__ import annotations

from sayso.cli.listing import place, statement_text
from sayso.model.ledger import Link, Statement
from sayso.model.text import Article, Dropped, Party

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
    lines = statement_text(statement(), ARTICLE, 200).splitlines()
    assert lines == [
        "Rui Nunes, captain of the ferry ← Radio Sul (mixed, speech, interview with Radio Sul)",
        "    No boat will sail … and none did",
        "    ferry.txt, 1-18, 21-33",
    ]


def test_no_line_is_wider_than_asked_for() -> None:
    text = statement_text(statement(modality="denied"), ARTICLE, 40)
    assert "denied" in text
    assert max(map(len, text.splitlines())) <= 40


def test_a_speaker_whom_nobody_names_is_said_to_be_so() -> None:
    text = statement_text(statement(speaker=None, chain=()), ARTICLE, 200)
    assert text.startswith("somebody not named (mixed")


def test_a_place_outside_the_text_says_where() -> None:
    credit = ARTICLE.span(0, 6, "dropped/0")
    assert place(statement(content=(credit,)), ARTICLE) == "ferry.txt, 0-6 of dropped/0"
