"""The comparison itself: it must see what is wrong, and only that."""

from __future__ import annotations

import msgspec
import pytest

from golden.passages import Expected, Passage
from golden.scoring import FIELDS, compare, judge
from sayso.model.ledger import Link, Statement
from sayso.model.text import Party

PASSAGE = Passage(
    id="bakery",
    construction="told an agency",
    text="“The oven is cold,” baker Ulla Brix told AFP.",
    tuning=True,
    statements=(
        Expected(
            content=("The oven is cold",),
            speaker="Ulla Brix",
            resolved="Ulla Brix",
            role="baker",
            count=1,
            cue="told",
            form="direct",
            act="speech",
            addressees=("AFP",),
            chain=(("AFP", "reports"), ("Ulla Brix", "says")),
        ),
    ),
)
EXPECTED = PASSAGE.statements[0]


def _statement() -> Statement:
    article = PASSAGE.article
    whole = article.span(0, len(article.text))
    quote, cue = article.span(0, 19), article.span(36, 40)
    baker = Party(name="baker Ulla Brix", resolved="Ulla Brix", role="baker", count=1)
    agency = Party(name="AFP", resolved="Agence France-Presse")
    return Statement(
        id="",
        article=article.id,
        spans=(whole,),
        chain=(
            Link(party=agency, span=whole, how="reports"),
            Link(party=baker, span=whole, how="says"),
        ),
        form="direct",
        act="speech",
        speaker=baker,
        addressees=(agency,),
        cue=cue,
        content=(quote,),
    )


def test_a_right_statement_is_right_in_every_field() -> None:
    assert compare(EXPECTED, _statement()) == dict.fromkeys(FIELDS, True)
    assert judge(PASSAGE, [_statement()]).whole


def test_a_missing_statement_is_wrong_in_every_field() -> None:
    assert compare(EXPECTED, None) == dict.fromkeys(FIELDS, False)
    assert not judge(PASSAGE, []).whole


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("content", {"content": (PASSAGE.article.span(1, 9),)}),
        ("speaker", {"speaker": Party(name="her", resolved="Ulla Brix", role="baker", count=1)}),
        ("resolved", {"speaker": Party(name="Ulla Brix", role="baker", count=1)}),
        ("role", {"speaker": Party(name="Ulla Brix", resolved="Ulla Brix", count=1)}),
        ("count", {"speaker": Party(name="Ulla Brix", resolved="Ulla Brix", role="baker")}),
        ("cue", {"cue": None}),
        ("form", {"form": "mixed"}),
        ("act", {"act": "writing"}),
        ("addressees", {"addressees": ()}),
        ("occasion", {"occasion": "interview"}),
        ("modality", {"modality": "denied"}),
        ("chain", {"chain": _statement().chain[::-1]}),
    ],
)
def test_one_wrong_field_is_seen(field: str, change: dict[str, object]) -> None:
    verdicts = compare(EXPECTED, msgspec.structs.replace(_statement(), **change))
    assert {name for name, right in verdicts.items() if not right} == {field}


def test_one_statement_too_many_is_seen() -> None:
    verdict = judge(PASSAGE, [_statement(), _statement()])
    assert len(verdict.spurious) == 1
    assert not verdict.whole


def test_an_optional_statement_may_come_or_stay_away() -> None:
    optional = msgspec.structs.replace(
        PASSAGE, statements=(msgspec.structs.replace(EXPECTED, optional=True),)
    )
    assert judge(optional, []).whole
    assert judge(optional, [_statement()]).whole


def test_a_caveat_that_stays_away_is_seen() -> None:
    doubtful = msgspec.structs.replace(PASSAGE, caveats=("unclosed_quote",))
    assert not judge(doubtful, [_statement()]).whole
