"""Times: bounds, anchors and zones; what is no time; and what holds for any text."""

from __future__ import annotations

import sys
from datetime import date, datetime
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.books.times import load_times
from sayso.model.reading import Token
from sayso.model.text import When
from sayso.reading.en.times import timex
from sayso.reading.en.times.calendar import as_timezone, easter, feast, offset_of
from sayso.reading.en.times.finder import find_times

FRIDAY = When(start="2024-03-22", end="2024-03-22", precision="day", timex="2024-03-22")


def times(text: str, published: When | None = FRIDAY) -> list[When]:
    return [when for _, _, when in find_times(text, (), (), published)]


def one(text: str, published: When | None = FRIDAY) -> When:
    (found,) = times(text, published)
    return found


def test_a_zone_makes_an_instant_in_utc() -> None:
    when = one("Updated 11:45 PM EDT, July 31, 2023")
    assert (when.start, when.zone, when.precision) == ("2023-08-01T03:45:00Z", "-04:00", "instant")
    assert when.timex == "2023-07-31T23:45"
    assert when.anchor == "explicit"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("at 9 a.m. GMT on 2 May 2023", "2023-05-02T09:00:00Z"),
        ("at 9 a.m. ET on 2 May 2023", "2023-05-02T13:00:00Z"),
        ("at 9 a.m. ET on 2 February 2023", "2023-02-02T14:00:00Z"),
        ("at 1530 GMT on 2 May 2023", "2023-05-02T15:30:00Z"),
        ("at 6 p.m. Tokyo time on 2 May 2023", "2023-05-02T09:00:00Z"),
        ("at 1 a.m. Kyiv time on 2 May 2023", "2023-05-01T22:00:00Z"),
        ("the stamp 2023-05-02T15:30:00+03:00 is", "2023-05-02T12:30:00Z"),
    ],
)
def test_written_zones(text: str, start: str) -> None:
    assert one(text).start == start


@pytest.mark.parametrize("zone", ["local time", "IST", "CST", ""])
def test_an_hour_without_a_known_zone_leaves_the_day(zone: str) -> None:
    when = (
        one(f"at 9 a.m. {zone} on 2 May 2023")
        if zone == "local time"
        else times(f"on 2 May 2023 at 9 a.m. {zone}")[0]
    )
    assert (when.start, when.precision, when.zone) == ("2023-05-02", "day", None)
    assert when.timex == "2023-05-02T09:00"


def test_bounds_include_their_last_day() -> None:
    assert [
        (when.start, when.end) for when in times("In February 2024, in 2019 and in Q2 2021.")
    ] == [
        ("2024-02-01", "2024-02-29"),
        ("2019-01-01", "2019-12-31"),
        ("2021-04-01", "2021-06-30"),
    ]
    assert one("last week").start == "2024-03-11"
    assert one("last week").end == "2024-03-17"


def test_runs_of_days_and_years_are_ranges() -> None:
    for text, bounds in [
        ("on 5-7 April 2022", ("2022-04-05", "2022-04-07")),
        ("on June 29-July 2, 2022", ("2022-06-29", "2022-07-02")),
        ("on December 30-January 2, 2022", ("2022-12-30", "2023-01-02")),
        ("the famine of 1921-23", ("1921-01-01", "1923-12-31")),
    ]:
        when = one(text)
        assert ((when.start, when.end), when.precision, when.timex) == (bounds, "range", None)


def test_anchors_say_what_a_time_rests_on() -> None:
    found = times("On 3 May 2010 he left. Two days later he called. Last month he came back.")
    assert [when.anchor for when in found] == ["explicit", "context", "publication"]
    assert one("for three weeks").anchor == "none"


def test_nothing_is_guessed_without_a_publication_date() -> None:
    text = "On Friday, last year, two days ago, in May, on May 9, today, recently, the next day."
    found = times(text, None)
    assert len(found) == 8
    for when in found:
        assert (when.start, when.end, when.anchor) == (None, None, "none"), when


def test_a_publication_date_known_to_the_month_anchors_nothing() -> None:
    march = When(start="2024-03-01", end="2024-03-31", precision="month", timex="2024-03")
    assert one("on Friday", march).start is None


def test_day_words_are_of_the_written_zone_of_publication() -> None:
    late = When(
        start="2024-03-23T02:30:00Z", end="2024-03-23T02:30:00Z", zone="-04:00", precision="instant"
    )
    assert one("The minister resigned today.", late).start == "2024-03-22"


def test_context_is_forgotten_two_paragraphs_on() -> None:
    near = times("It began on 3 May 2010.\nThe next day it ended.")
    far = times("It began on 3 May 2010.\nMusic played.\nThe next day it ended.")
    assert near[1].start == "2010-05-04"
    assert far[1].start is None


def test_a_coarse_context_does_not_carry_a_fine_step() -> None:
    assert times("It began in 2010. Three days later it ended.")[1].start is None


def test_a_year_told_just_before_is_the_year_of_a_day_without_one() -> None:
    found = times("He was hired on 3 May 2010 and left on 9 June.")
    assert (found[1].start, found[1].anchor) == ("2010-06-09", "context")


def test_open_ranges_have_one_bound() -> None:
    past, future = times("They recently met and will soon part.")
    assert (past.start, past.end) == (None, "2024-03-22")
    assert (future.start, future.end) == ("2024-03-22", None)


def test_the_past_two_years_end_at_publication() -> None:
    when = one("over the past two years")
    assert (when.start, when.end, when.timex) == ("2022-03-22", "2024-03-22", "P2Y")


@pytest.mark.parametrize(
    "text",
    [
        "She may leave.",
        "It is too soon to tell, but as soon as we know we call.",
        "They march on.",
        "The second man fell.",
        "They sold twelve second-hand buses.",
        "1,500 people and 2000 horses came.",
        "The Sunday Times and the Daily Post agree.",
        "He lives at Room 2019.",
        "It costs $2015 or 2021%.",
        "Mrs. April Summers sat in the sun.",
        "The ship sat low in the water, wed to the wind.",
        "We are in a fall from grace, a spring of hope.",
        "Verse 3:16 is read.",
        "the 24th regiment",
        "Since the fall of the wall.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert times(text) == []


def test_impossible_dates_are_no_dates() -> None:
    assert [when.timex for when in times("On February 30, 2021")] != ["2021-02-30"]
    assert all(when.timex != "2021-13-01" for when in times("2021-13-01 was logged"))


def test_a_slash_date_that_can_be_read_twice_stays_open() -> None:
    assert one("signed 3/4/2021").start is None
    assert one("signed 3/3/2021").start == "2021-03-03"


def test_tense_comes_from_the_verb_that_governs() -> None:
    def tagged(verb: str, tag: str, helper: str, helper_tag: str) -> tuple[str, tuple[Token, ...]]:
        text = f"They {helper} {verb} on Monday"
        rows = [
            ("They", "PRP", "nsubj", 2),
            (helper, helper_tag, "aux", 2),
            (verb, tag, "ROOT", 2),
            ("on", "IN", "prep", 2),
            ("Monday", "NNP", "pobj", 3),
        ]
        tokens, at = [], 0
        for word, penn, dep, head in rows:
            tokens.append(Token(at, at + len(word), word, word, "X", penn, dep, head, ""))
            at += len(word) + 1
        return text, tuple(tokens)

    for verb, tag, helper, helper_tag, day in [
        ("meet", "VB", "will", "MD", "2024-03-25"),
        ("met", "VBN", "have", "VBP", "2024-03-18"),
        ("meeting", "VBG", "are", "VBP", "2024-03-25"),
        ("meeting", "VBG", "were", "VBD", "2024-03-18"),
    ]:
        text, tokens = tagged(verb, tag, helper, helper_tag)
        ((_, _, when),) = find_times(text, tokens, (), FRIDAY)
        assert when.start == day, text


def test_feasts_that_move() -> None:
    assert easter(2024) == date(2024, 3, 31)
    assert easter(2019) == date(2019, 4, 21)
    assert feast("nth 4 11 4", 2023) == date(2023, 11, 23)
    assert feast("nth 4 11 4 1", 2024) == date(2024, 11, 29)
    assert feast("nth 7 3 -1", 2024) == date(2024, 3, 31)
    assert one("Good Friday 2024").start == "2024-03-29"


def test_summer_time_changes_at_its_hour() -> None:
    us = load_times().zones["et"]
    assert offset_of(us, datetime(2024, 3, 10, 1, 59)) == "-05:00"  # noqa: DTZ001
    assert offset_of(us, datetime(2024, 3, 10, 3, 0)) == "-04:00"  # noqa: DTZ001
    assert offset_of(us, datetime(1979, 7, 1, 0, 0)) is None  # noqa: DTZ001
    # Until 2006 it began in April.
    assert offset_of(us, datetime(2006, 3, 31, 3, 0)) == "-05:00"  # noqa: DTZ001
    assert offset_of(us, datetime(2006, 4, 2, 3, 0)) == "-04:00"  # noqa: DTZ001
    eu = load_times().city_zones["paris"]
    assert offset_of(eu, datetime(2024, 10, 27, 2, 59)) == "+02:00"  # noqa: DTZ001
    assert offset_of(eu, datetime(2024, 10, 27, 3, 0)) == "+01:00"  # noqa: DTZ001


def test_an_offset_is_read_or_refused() -> None:
    assert as_timezone("-0330").utcoffset(None) == -as_timezone("+03:30").utcoffset(None)
    with pytest.raises(ValueError, match="offset"):
        as_timezone("EDT")


@pytest.mark.parametrize(
    ("amount", "code", "value"),
    [
        (3, "M", "P3M"),
        (24, "TH", "PT24H"),
        (1.5, "Y", "P1.5Y"),
        (None, "D", "PXD"),
        (2, "2W", "P4W"),
        (None, "TH", "PTXH"),
        (1, "DE", "P1DE"),
    ],
)
def test_durations(amount: float | None, code: str, value: str) -> None:
    assert timex.duration(amount, code) == value


def test_months_are_added_within_the_calendar() -> None:
    assert timex.add_months(date(2024, 3, 31), -1) == date(2024, 2, 29)
    with pytest.raises(ValueError, match="month"):
        timex.add_months(date(2, 1, 1), -24)


WORDS = """on Friday March 24 , 2024 May 9 last next year the day before after two weeks ago a month later 9 a.m.
    EDT of December 1990s between and to - – 31 0 9999 99999 century quarter first Q3 2024-03-24 T10:21Z every
    Monday half hundred million Christmas Easter night mid past coming few years decades 9:99 12/31/9999 .
    ( ) 's tomorrow BC that same previous 1000 summer"""
PIECES = st.sampled_from([*WORDS.split(), "\n"])


@settings(max_examples=150)
@given(
    st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map(" ".join)),
    st.sampled_from(
        [
            None,
            FRIDAY,
            When(start="0001-01-01", precision="day"),
            When(start="9999-12-31", precision="day"),
        ]
    ),
)
def test_times_lie_in_the_text_in_order(text: str, published: When | None) -> None:
    found = find_times(text, (), (), published)
    free = 0
    for start, end, when in found:
        assert free <= start < end <= len(text)
        assert when.text == text[start:end]
        assert when.start is None or when.end is None or when.start <= when.end
        free = end
    assert find_times(text, (), (), published) == found


@pytest.mark.parametrize(
    "unit",
    [
        "on Friday, March 24, 2024 ",
        "1-",
        "the ",
        "a",
        "9 a.m. ",
        "hundred and ",
        "24-24",
        "\n",
        "“May ",
    ],
)
def test_work_grows_with_length_alone(unit: str) -> None:
    def calls(length: int) -> int:
        """How often a function is called, those of `re` included."""
        counted = 0

        def count(_frame: FrameType, event: str, _arg: object) -> None:
            nonlocal counted
            counted += event in {"call", "c_call"}

        text = unit * (length // len(unit))
        before = sys.getprofile()
        sys.setprofile(count)
        try:
            find_times(text, (), (), FRIDAY)
        finally:
            sys.setprofile(before)
        return counted

    calls(1_000)
    assert calls(80_000) < 6 * calls(20_000) + 1_000


def test_hours_ago_need_the_hour_of_publication() -> None:
    noon = When(
        start="2024-03-22T12:30:00Z", end="2024-03-22T12:30:00Z", zone="+02:00", precision="instant"
    )
    assert one("It began three hours ago.", noon).timex == "2024-03-22T11"
    assert one("It began 20 minutes ago.", noon).timex == "2024-03-22T14:10"
    vague = one("It began three hours ago.")
    assert (vague.start, vague.end, vague.timex) == (None, "2024-03-22", "PAST_REF")


def test_a_quarter_that_is_over_is_of_the_year_before() -> None:
    assert one("Profit rose in the fourth quarter.").timex == "2023-Q4"
    assert one("Profit will rise in the fourth quarter.").timex == "2024-Q4"
    fiscal = one("Profit fell in the third quarter of fiscal 2011.")
    assert (fiscal.timex, fiscal.start) == ("2011-Q3", None)
    assert times("Profit fell in the third quarter of 2011 and in the fourth quarter.")[1] == When(
        start="2011-10-01",
        end="2011-12-31",
        precision="quarter",
        timex="2011-Q4",
        anchor="context",
        text="the fourth quarter",
    )


def test_the_first_months_of_a_year_have_its_bounds() -> None:
    first = one("Exports rose in the first five months of 2019.")
    assert (first.start, first.end, first.timex) == ("2019-01-01", "2019-05-31", "P5M")
    last = one("Exports rose in the last two months of last year.")
    assert (last.start, last.end, last.timex) == ("2023-11-01", "2023-12-31", "P2M")


def test_what_would_lie_after_publication_has_not_been_told() -> None:
    found = times("The mill closed last month. Two months later it burned.")
    assert found[1].start is None
