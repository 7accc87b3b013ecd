"""Sentences of the summary: made of the article's own words, with the speaker's full name."""

from __future__ import annotations

import pytest

from collate.ledgers import Desk, an_actor
from sayso.briefs.quoting import quoted
from sayso.briefs.summary import clause_of, shortened
from sayso.model.ledger import Form, Modality, Statement

ENVOY = an_actor("Mara Quist", country="SWE", office="envoy")


def clause(text: str, content: str, cue: str, words: str = "Quist") -> str | None:
    desk = Desk(text)
    desk.said(desk.party(ENVOY, words), content, cue=cue)
    [record] = desk.ledger().records
    assert isinstance(record, Statement)
    return clause_of(record, desk.article)


@pytest.mark.parametrize(
    ("text", "content", "cue", "expected"),
    [
        (
            "Quist warned Oslo that fees will rise.",
            "fees will rise",
            "warned",
            ", warned Oslo that fees will rise",
        ),
        (
            "Quist has also said fees will rise.",
            "fees will rise",
            "said",
            ", has also said fees will rise",
        ),
        ("Fees will rise, Quist said.", "Fees will rise", "said", None),
        ("Quist, who is Swedish, said fees will rise.", "fees will rise", "said", None),
        ("Quist said\nfees will rise.", "fees will rise", "said", None),
    ],
)
def test_the_articles_own_clause(text: str, content: str, cue: str, expected: str | None) -> None:
    assert clause(text, content, cue) == expected


def test_long_words_are_cut_between_words() -> None:
    assert shortened("one two three", 9) == "one two …"
    assert shortened("“one two three”", 9) == "“one two …”"
    assert shortened("one", 9) == "one"


@pytest.mark.parametrize(
    ("text", "content", "cue", "form", "modality", "expected"),
    [
        (
            "Quist denied that fees will rise.",
            "that fees will rise",
            "denied",
            "indirect",
            "denied",
            "denied that fees will rise",
        ),
        (
            "Quist refused on Friday to raise fees.",
            "to raise fees",
            "refused",
            "indirect",
            "denied",
            "refused … to raise fees",
        ),
        (
            "Fees will rise, Quist denied.",
            "Fees will rise",
            "denied",
            "indirect",
            "denied",
            "Fees will rise (denied)",
        ),
        (
            "“Fees will rise,” Quist claimed.",
            "“Fees will rise,”",
            "claimed",
            "direct",
            "doubted",
            "“Fees will rise” (doubted)",
        ),
        (
            "“Fees will rise,” Quist said.",
            "“Fees will rise,”",
            "said",
            "direct",
            "asserted",
            "“Fees will rise”",
        ),
    ],
)
def test_what_is_denied_never_reads_as_said(
    text: str, content: str, cue: str, form: Form, modality: Modality, expected: str
) -> None:
    desk = Desk(text)
    desk.said(desk.party(ENVOY, "Quist"), content, cue=cue, form=form, modality=modality)
    [record] = desk.ledger().records
    assert isinstance(record, Statement)
    assert quoted(record) == expected


@pytest.mark.parametrize(
    ("text", "content", "cue", "expected"),
    [
        (
            "Quist complained on Monday about the fees.",
            "the fees",
            "complained",
            "complained on Monday about the fees",
        ),
        ("Quist warned, as before, of fees.", "fees", "warned", "warned … fees"),
        ("Quist warned. He left. Of fees.", "fees", "warned", "warned … fees"),
    ],
)
def test_few_words_between_two_pieces_are_printed(
    text: str, content: str, cue: str, expected: str
) -> None:
    desk = Desk(text)
    desk.said(desk.party(ENVOY, "Quist"), content, cue=cue)
    [record] = desk.ledger().records
    assert isinstance(record, Statement)
    assert quoted(record, desk.article) == expected


def test_what_stands_between_two_quotations_is_none_of_either() -> None:
    desk = Desk("“We wait,” Quist told him “and pay.”")
    desk.said(desk.party(ENVOY, "Quist"), "“We wait,”", "“and pay.”", form="direct")
    [record] = desk.ledger().records
    assert isinstance(record, Statement)
    assert quoted(record, desk.article) == "“We wait,” … “and pay.”"
