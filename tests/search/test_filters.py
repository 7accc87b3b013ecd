from __future__ import annotations

import msgspec
import pytest

from sayso.model.finding import day_range, fold
from sayso.model.ledger import Condition, Consequence, Link, RedLine, Statement
from sayso.model.text import Article, Party, When
from sayso.search.filters import Filter

ARTICLE = Article(
    id="article_a",
    text_sha256="0",
    text="The dredging will cost nothing, Zoë Brandão told Radio Sul.",
    published=When(start="2021-05-02", end="2021-05-02", precision="day"),
)


def statement(when: When | None = None) -> Statement:
    words = ARTICLE.span(0, 30)
    speaker = Party(name="Zoë Brandão", role="harbour master")
    radio = Link(party=Party(name="Radio Sul"), span=ARTICLE.span(49, 58), how="cites")
    return Statement(
        id="statement_a",
        article=ARTICLE.id,
        spans=(words,),
        chain=(radio, Link(party=speaker, span=ARTICLE.span(32, 43), how="says")),
        when=when,
        form="indirect",
        act="speech",
        speaker=speaker,
        cue=None,
        content=(words,),
    )


@pytest.mark.parametrize(
    ("wanted", "meets"),
    [
        (Filter(), True),
        (Filter(who="zoe brandao"), True),
        (Filter(who="harbour"), True),
        (Filter(who="radio sul"), True),
        (Filter(who="bran"), False),
        (Filter(who="zoe sul"), False),
        (Filter(about="cost dredging"), True),
        (Filter(about="brandao"), False),
        (Filter(since="2021-05-02", until="2021-05-02"), True),
        (Filter(since="2021-05-03"), False),
        (Filter(until="2021-05-01"), False),
    ],
)
def test_what_a_statement_must_meet(wanted: Filter, meets: bool) -> None:
    assert wanted.meets(statement(), ARTICLE) is meets


def test_whoever_is_only_spoken_to_has_no_part_in_it() -> None:
    asked = msgspec.structs.replace(statement(), addressees=(Party(name="Lia Prado"),))
    assert not Filter(who="lia prado").meets(asked, ARTICLE)


def test_a_red_line_is_found_by_all_who_have_a_part_in_it() -> None:
    line = RedLine(
        id="redline_a",
        article=ARTICLE.id,
        spans=(ARTICLE.span(0, 12), ARTICLE.span(13, 30)),
        warner=Party(name="the envoy", resolved="Rui Nunes"),
        warned=Party(name="Norland"),
        condition=Condition(spans=(ARTICLE.span(0, 12),), actor=Party(name="the dredgers")),
        consequence=Consequence(spans=(ARTICLE.span(13, 30),)),
    )
    for name in ("rui nunes", "norland", "dredgers"):
        assert Filter(who=name).meets(line, ARTICLE)
    assert Filter(about="dredging nothing").meets(line, ARTICLE)
    assert not Filter(about="nunes").meets(line, ARTICLE)


def test_the_statements_own_time_comes_before_the_publication() -> None:
    march = When(start="2020-03-01", end="2020-03-31", precision="month")
    assert day_range(statement(march), ARTICLE) == ("2020-03-01", "2020-03-31")
    assert Filter(until="2020-03-10").meets(statement(march), ARTICLE)
    assert not Filter(since="2021-01-01").meets(statement(march), ARTICLE)


def test_an_open_range_reaches_as_far_as_it_is_open() -> None:
    until_may = When(end="2020-05-31", precision="range")
    assert Filter(since="1950-01-01").meets(statement(until_may), ARTICLE)
    assert not Filter(since="2020-06-01").meets(statement(until_may), ARTICLE)


def test_without_any_time_no_time_is_met() -> None:
    undated = Article(id="article_b", text_sha256="0", text="-")
    unresolved = When(text="recently")
    assert day_range(statement(unresolved), undated) is None
    assert not Filter(since="0001-01-01").meets(statement(unresolved), undated)
    assert Filter().meets(statement(unresolved), undated)


def test_folding_takes_case_and_accents_away() -> None:
    assert fold("Ángström STRAẞE") == "angstrom strasse"
