from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.articles.dates import DateReader
from sayso.books.times import load_times

DATES = DateReader(load_times())


@pytest.mark.parametrize(
    ("text", "start", "zone", "timex"),
    [
        ("2031-03-04", "2031-03-04", None, "2031-03-04"),
        ("2031/3/4", "2031-03-04", None, "2031-03-04"),
        ("20310304", "2031-03-04", None, "2031-03-04"),
        ("20310304T22:00:00Z", "2031-03-04T22:00:00Z", "+00:00", "2031-03-04T22:00"),
        ("2031-03-04T22:00:00-05:00", "2031-03-05T03:00:00Z", "-05:00", "2031-03-04T22:00"),
        ("2031-03-04 22:00:07.123+0530", "2031-03-04T16:30:07Z", "+05:30", "2031-03-04T22:00:07"),
        ("2031-03-04T22:00:00", "2031-03-04", None, "2031-03-04"),
        (
            "Tue, 04 Mar 2031 08:09:10 +0300",
            "2031-03-04T05:09:10Z",
            "+03:00",
            "2031-03-04T08:09:10",
        ),
        ("9:15 PM JST, March 4, 2031", "2031-03-04T12:15:00Z", "+09:00", "2031-03-04T21:15"),
        ("March 4, 2031 at 12:00 a.m. GMT", "2031-03-04T00:00:00Z", "+00:00", "2031-03-04T00:00"),
        ("4th of March 2031", "2031-03-04", None, "2031-03-04"),
        ("Sept. 4, 2031", "2031-09-04", None, "2031-09-04"),
        ("04.03.2031, 18:05 MSK", "2031-03-04T15:05:00Z", "+03:00", "2031-03-04T18:05"),
        ("13/03/2031", "2031-03-13", None, "2031-03-13"),
        ("3/13/2031", "2031-03-13", None, "2031-03-13"),
        ("5/5/2031", "2031-05-05", None, "2031-05-05"),
        ("9:15 PM IST, March 4, 2031", "2031-03-04", None, "2031-03-04"),
        ("12:15 PM MSK, March 4, 2011", "2011-03-04", None, "2011-03-04"),
    ],
)
def test_written_dates(text: str, start: str, zone: str | None, timex: str) -> None:
    written = DATES.read(text)
    assert written is not None
    when = written.when
    assert (when.start, when.end, when.zone, when.timex) == (start, start, zone, timex)
    assert when.precision == ("instant" if zone else "day")
    assert (when.text, when.anchor) == (text, "explicit")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3/4/2031",
        "31 February 2031",
        "2031-13-01",
        "March 4",
        "Tuesday",
        "1931234567",
        "4 hours ago",
    ],
)
def test_what_is_no_full_date_is_not_read(text: str) -> None:
    assert DATES.read(text) is None


@pytest.mark.parametrize("text", ["2031-02", "February 2031"])
def test_a_month_is_a_month(text: str) -> None:
    written = DATES.read(text)
    assert written is not None
    assert (written.when.start, written.when.end) == ("2031-02-01", "2031-02-28")
    assert written.when.precision == "month"


def test_the_rest_of_the_line_is_given_back() -> None:
    written = DATES.read("Published on March 4, 2031 at 9:15 PM GMT by the desk")
    assert written is not None
    assert written.rest.split() == ["Published", "on", "at", "by", "the", "desk"]


@given(st.text(alphabet="0123456789/.-:TZ+ amp,March", max_size=40))
def test_any_text_is_read_or_not(text: str) -> None:
    written = DATES.read(text)
    assert written is None or written.when.start is not None


@given(st.datetimes(), st.integers(-12 * 60, 14 * 60))
def test_instants_come_out_as_they_went_in(moment, minutes) -> None:  # type: ignore[no-untyped-def]
    from datetime import UTC, datetime, timedelta, timezone

    local = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    if not 2 <= local.year <= 9998:
        return
    written = DATES.read(local.isoformat())
    assert written is not None
    assert written.when.start is not None
    assert datetime.fromisoformat(written.when.start) == local.astimezone(UTC)
