"""What has changed between two days: what is new, whose figures are others, what is only told again."""

from __future__ import annotations

import re

import msgspec
import pytest

from collate.ledgers import Desk, an_actor, collated, ledgers
from sayso.briefs import make_briefs
from sayso.briefs.changes import with_changes
from sayso.briefs.markdown import render as render_markdown
from sayso.briefs.text import render
from sayso.errors import UsageError
from sayso.model.collation import Brief, ClaimChange

WARDEN = an_actor("Petra Ilves", country="EST", office="harbour warden")
PILOT = an_actor("Jaan Roos", country="EST", office="pilot")
SHUT = "the harbour of Tarn is shut to foreign trawlers until the frost"
ICE = "ice has broken the northern breakwater"
TUGS = "two tugs were sent to the breakwater"


def monday() -> Desk:
    desk = Desk(f"Petra Ilves said {SHUT}.", path="1.txt", published="2031-05-05")
    return desk.said(WARDEN, SHUT)


def tuesday() -> Desk:
    """Says the same, and something new."""
    text = f"Petra Ilves said {SHUT}. Jaan Roos said {ICE}."
    desk = Desk(text, path="2.txt", published="2031-05-06")
    return desk.said(WARDEN, SHUT).said(PILOT, ICE)


def wednesday() -> Desk:
    """Another says what one said before, and denies it."""
    text = f"Petra Ilves denied that {ICE}. Petra Ilves said {TUGS}."
    desk = Desk(text, path="3.txt", published="2031-05-07")
    return desk.said(WARDEN, ICE, cue="denied", modality="denied").said(WARDEN, TUGS)


def the_brief(since: str, as_of: str | None = None) -> Brief:
    [brief] = make_briefs(collated(ledgers(monday(), tuesday(), wednesday())), as_of, since)
    return brief


def changed(brief: Brief, words: str) -> ClaimChange:
    claims = {claim.id: claim for claim in brief.claims}
    return next(one for one in brief.changes if words in claims[one.claim or ""].text)


def test_new_is_what_no_article_told_before() -> None:
    brief = the_brief("2031-05-05", "2031-05-06")
    assert (brief.since, brief.as_of) == ("2031-05-05", "2031-05-06")
    new = changed(brief, ICE)
    assert not new.before
    assert [span.text for span in new.spans] == [ICE]


def test_what_is_only_told_again_is_no_more_than_that() -> None:
    again = changed(the_brief("2031-05-05", "2031-05-06"), SHUT)
    assert again.fields == ("articles", "possible_occasions")
    assert len(again.before) == 1
    assert "told by more articles" in render(the_brief("2031-05-05", "2031-05-06"))


def test_a_denial_that_came_is_told_with_its_words() -> None:
    brief = the_brief("2031-05-06")
    denied = changed(brief, ICE)
    assert {"denials", "standing"} <= set(denied.fields)
    assert "denied by Petra Ilves" in _flat(render(brief))
    assert "3, 24-62" in _flat(render(brief))


def test_the_articles_that_came_in_are_named() -> None:
    assert "2 articles: 2 · 2031-05-06; 3 · 2031-05-07" in _flat(render(the_brief("2031-05-05")))


def test_an_article_without_a_date_counts_as_out_and_that_is_told() -> None:
    undated = Desk(f"Jaan Roos said {ICE}.", path="0.txt").said(PILOT, ICE)
    [brief] = make_briefs(collated(ledgers(undated, monday(), tuesday())), since="2031-05-05")
    assert "1 article without a date taken as out by then" in _flat(render(brief))
    assert all(one.before for one in brief.changes)


def test_nothing_changed_and_nothing_was_out_are_told() -> None:
    assert "WHAT CHANGED since the end of 2031-05-07 Nothing." in _flat(
        render(the_brief("2031-05-07"))
    )
    assert "all of it is new" in render(the_brief("2031-05-01"))


def test_without_a_day_nothing_is_told_of_changes() -> None:
    [brief] = make_briefs(collated(ledgers(monday(), tuesday())))
    assert (brief.since, brief.changes) == (None, ())
    assert "WHAT CHANGED" not in render(brief)


def test_what_is_told_no_more_is_told() -> None:
    brief = the_brief("2031-05-06")
    first = brief.claims[0]
    lost = msgspec.structs.replace(first, id="claim_lost", records=("statement_lost",))
    told = with_changes(brief, "2031-05-06", [*brief.claims, lost], brief.story.articles)
    assert [one.before for one in told.changes] == [(lost,)]
    assert "gone" in render(told)


def test_two_claims_that_became_one_are_both_there() -> None:
    brief = the_brief("2031-05-06")
    claim = next(one for one in brief.claims if len(one.records) > 1)
    halves = [
        msgspec.structs.replace(claim, id=f"claim_{n}", records=(key,))
        for n, key in enumerate(claim.records[:2])
    ]
    others = [one for one in brief.claims if one is not claim]
    told = with_changes(brief, "2031-05-06", [*others, *halves], ())
    [change] = told.changes
    assert change.before == tuple(halves)
    assert "2 claims have become one" in _flat(render(told))


@pytest.mark.parametrize(
    ("since", "as_of"), [("2031-05-06", "2031-05-06"), ("2031-05-07", "2031-05-06"), ("soon", None)]
)
def test_days_out_of_order_and_no_dates_are_refused(since: str, as_of: str | None) -> None:
    with pytest.raises(UsageError):
        the_brief(since, as_of)


def test_markdown_tells_the_same() -> None:
    brief = the_brief("2031-05-06")
    assert "## What changed" in render_markdown(brief)
    assert "**now**" in render_markdown(brief)


def test_a_brief_with_changes_goes_through_json_and_back() -> None:
    brief = the_brief("2031-05-06")
    assert brief.changes
    assert msgspec.json.decode(msgspec.json.encode(brief), type=Brief) == brief


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)
