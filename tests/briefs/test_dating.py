"""When an article without a date can have been published: shown by what it cites and by what cites it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from collate.deals import CHILE, NORWAY, Dossier, dossiers
from collate.ledgers import Desk, an_actor, collated, day, ledgers
from sayso.briefs import make_briefs
from sayso.briefs.dating import begins
from sayso.briefs.text import render
from sayso.model.collation import Brief, BriefArticle
from sayso.model.ledger import Modality
from sayso.model.text import When

WARDEN = an_actor("Petra Ilves", country="EST", office="harbour warden")
GAZETTE = an_actor("Tarn Gazette", "outlet", country="EST")
QUAY = "“the eastern quay will be rebuilt before the frost”"


def undated(outlet: str | None = None) -> Desk:
    desk = Desk(f"Petra Ilves said {QUAY}.", path="undated", outlet=outlet)
    return desk.knows(GAZETTE).said(WARDEN, QUAY, form="direct")


def citing(published: str | None, path: str = "citing") -> Desk:
    desk = Desk(
        f"Petra Ilves said {QUAY}, the Tarn Gazette reported.", path=path, published=published
    )
    return desk.said(WARDEN, QUAY, via=(GAZETTE,), form="direct")


def entry(brief: Brief, path: str = "undated") -> BriefArticle:
    return next(one for one in brief.articles if one.path == path)


def brief_of(*desks: Desk, as_of: str | None = None) -> Brief:
    [brief] = make_briefs(collated(ledgers(*desks)), as_of)
    return brief


def test_between_what_it_tells_of_and_what_cites_it() -> None:
    said = Desk(f"On 3 May Petra Ilves said {QUAY}.", path="undated", outlet="Tarn Gazette")
    said.knows(GAZETTE).said(WARDEN, QUAY, form="direct", when=day("2031-05-03"))
    brief = brief_of(said, citing("2031-05-09"))
    when = entry(brief).possible
    assert when is not None
    assert (when.start, when.end) == ("2031-05-03", "2031-05-09")
    assert {span.article for span in entry(brief).possible_by} == {
        one.article for one in brief.articles
    }
    assert "published between 2031-05-03 and 2031-05-09" in render(brief)


def test_not_before_an_article_that_it_cites() -> None:
    dated = Desk(
        f"Petra Ilves said {QUAY}.", path="dated", outlet="Tarn Gazette", published="2031-05-04"
    )
    dated.knows(GAZETTE).said(WARDEN, QUAY, form="direct")
    when = entry(brief_of(dated, citing(None)), "citing").possible
    assert when is not None
    assert (when.start, when.end) == ("2031-05-04", None)


def test_what_somebody_is_to_say_may_be_told_before() -> None:
    desk = Desk(f"Petra Ilves plans to say {QUAY}.", path="undated")
    desk.said(WARDEN, QUAY, when=day("2031-05-03"), modality="planned")
    other = Desk(f"Petra Ilves says {QUAY} again.", path="other", published="2031-05-01")
    other.said(WARDEN, QUAY, form="direct")
    assert entry(brief_of(desk, other)).possible is None


@pytest.mark.parametrize(
    "modality", ["hypothetical", "doubted", "promised", "requested", "feared", "possible"]
)
def test_what_is_not_asserted_was_said_all_the_same(modality: Modality) -> None:
    desk = Desk(f"On 3 May Petra Ilves spoke of it: {QUAY}.", path="undated")
    desk.said(WARDEN, QUAY, when=day("2031-05-03"), modality=modality)
    when = entry(brief_of(desk)).possible
    assert when is not None
    assert (when.start, when.end) == ("2031-05-03", None)


@pytest.mark.parametrize(
    ("words", "start", "end", "first"),
    [
        ("the end of 2023", "2023-01-01", "2023-12-31", "2023-10-01"),
        ("late March", "2031-03-01", "2031-03-31", "2031-03-21"),
        ("2023", "2023-01-01", "2023-12-31", "2023-01-01"),
        ("Wednesday", "2031-05-21", "2031-05-21", "2031-05-21"),
        ("the weekend", "2031-05-24", None, "2031-05-24"),
    ],
)
def test_the_end_of_a_time_is_late_in_it(
    words: str, start: str, end: str | None, first: str
) -> None:
    assert begins(When(start=start, end=end, text=words, anchor="explicit")) == first


def test_what_was_said_by_the_end_of_a_year_dates_an_article_late_in_it() -> None:
    year = When(
        start="2023-01-01",
        end="2023-12-31",
        precision="year",
        timex="2023",
        text="the end of 2023",
        anchor="explicit",
    )
    desk = Desk(f"By the end of 2023 Petra Ilves said {QUAY}.", path="undated")
    desk.said(WARDEN, QUAY, when=year)
    early = Desk(f"In July 2023 Petra Ilves said {QUAY}.", path="b", published="2023-07-09")
    early.said(WARDEN, QUAY, when=day("2023-07-02"))
    brief = brief_of(desk, early)
    when = entry(brief).possible
    assert when is not None
    assert when.start == "2023-10-01"
    assert [begins(one.when) for one in brief.timeline] == sorted(
        begins(one.when) or "" for one in brief.timeline
    )


@pytest.mark.parametrize(("modality", "first"), [("asserted", "2031-05-03"), ("denied", None)])
def test_not_before_a_delivery_that_it_tells_of(modality: Modality, first: str | None) -> None:
    words = "the howitzers reached Chile on 3 May"
    leg = Dossier("undated").transfer(
        words,
        supplier=NORWAY,
        recipient=CHILE,
        status="delivered",
        stage="delivered",
        modality=modality,
        when=day("2031-05-03"),
    )
    [brief] = make_briefs(collated(dossiers(leg)))
    when = entry(brief).possible
    assert (when.start if when else None) == first


def test_what_excludes_each_other_shows_nothing() -> None:
    desk = Desk(f"On 3 May Petra Ilves said {QUAY}.", path="undated", outlet="Tarn Gazette")
    desk.knows(GAZETTE).said(WARDEN, QUAY, form="direct", when=day("2031-05-03"))
    assert entry(brief_of(desk, citing("2031-05-01"))).possible is None


def test_nothing_that_dates_it_leaves_it_open() -> None:
    brief = brief_of(undated(), Desk("Ships wait.", path="other", published="2031-05-01"))
    assert entry(brief).possible is None
    assert "no date" in render(brief)


def test_what_tells_of_later_things_was_not_there_as_of_then() -> None:
    desk = Desk(f"On 3 May Petra Ilves said {QUAY}.", path="undated")
    desk.said(WARDEN, QUAY, form="direct", when=day("2031-05-03"))
    early = Desk(f"Petra Ilves said {QUAY} often.", path="early", published="2031-05-01")
    early.said(WARDEN, QUAY, form="direct")
    assert [one.path for one in brief_of(desk, early, as_of="2031-05-02").articles] == ["early"]
    assert len(brief_of(desk, early, as_of="2031-05-03").articles) == 2


def test_what_cites_it_in_some_month_may_be_of_its_last_day() -> None:
    month = When(start="2031-05-01", end="2031-05-31", precision="month", anchor="explicit")
    [own, other] = ledgers(undated("Tarn Gazette"), citing("2031-05-01"))
    other = replace(other, article=replace(other.article, published=month))
    [brief] = make_briefs(collated((own, other)))
    when = entry(brief).possible
    assert when is not None
    assert (when.start, when.end) == (None, "2031-05-31")
