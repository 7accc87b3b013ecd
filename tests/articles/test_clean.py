"""Cleaning of plain text: what goes, what stays, and that nothing is lost on the way."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.articles.clean import Cleaned, clean
from sayso.articles.dates import DateReader
from sayso.articles.lines import split_lines
from sayso.books.boilerplate import load_boilerplate
from sayso.books.times import load_times

BOOK = load_boilerplate()
DATES = DateReader(load_times())

FIRST = "The port of Callow has asked its neighbour to stop dredging in the shared channel."
SECOND = "A letter from the harbour office reached the town hall on Monday, the mayor said."
PROSE = f"{FIRST}\n\n{SECOND}"


def cleaned(text: str, *titles: str) -> Cleaned:
    return clean(split_lines(text), BOOK, DATES, titles)


def reasons(found: Cleaned) -> list[tuple[str, str]]:
    return [(piece.reason, piece.text) for piece in found.dropped]


def test_prose_alone_stays_as_it_is() -> None:
    found = cleaned(PROSE)
    assert found == Cleaned(PROSE, (), None, (), None)


def test_the_first_line_without_a_full_stop_is_the_title() -> None:
    found = cleaned(f"Callow asks for an end to dredging\n\n{PROSE}")
    assert found.title == "Callow asks for an end to dredging"
    assert found.text == PROSE
    assert found.dropped == ()


@pytest.mark.parametrize(
    "line",
    [
        "“We never agreed to this”: Callow protests over dredging",
        "Who owns the channel at Callow?",
        "Callow v. the dredgers: what we know",
    ],
)
def test_headlines_may_quote_and_ask(line: str) -> None:
    assert cleaned(f"{line}\n{PROSE}").title == line


@pytest.mark.parametrize("line", ["He waited.", "They came, they saw,", "As follows:"])
def test_a_short_sentence_or_half_a_one_is_no_title(line: str) -> None:
    found = cleaned(f"{line}\n{PROSE}")
    assert found.title is None
    assert found.text.startswith(line)


def test_section_headings_stay_as_lines() -> None:
    text = f"{FIRST}\n\nA Shared Channel\n\n{SECOND}"
    assert cleaned(text).text == text


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Leave a Reply", "comment_box"),
        ("Please enter your comment!", "comment_box"),
        (
            "Save my name, email, and website in this browser for the next time I comment.",
            "comment_box",
        ),
        ("17 comments", "comment_box"),
        ("Listen to this article", "widget"),
        ("4 min read", "widget"),
        ("ADVERTISEMENT", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Share this:", "share"),
        ("Click to share on Facebook (Opens in new window)", "share"),
        ("Sign up for our daily newsletter!", "subscribe"),
        ("Subscribe to The Callow Courier newsletter", "subscribe"),
        ("Log in / Register", "login"),
        ("This website uses cookies to improve your experience.", "cookies"),
        ("READ MORE: Town council votes on the quay", "related"),
        ("See also: Town council votes on the quay", "related"),
        ("Tags: harbour, dredging", "topics"),
        ("Photo: Jo Bloggs/Callow Pictures", "credit"),
        ("© Getty Images", "credit"),
        ("(Reporting by Jo Bloggs; Editing by Al Dunn)", "credit"),
        ("Skip to main content", "navigation"),
    ],
)
def test_labels_are_cut_wherever_they_stand(line: str, reason: str) -> None:
    for text in (f"{line}\n{PROSE}", f"{FIRST}\n\n{line}\n\n{SECOND}", f"{PROSE}\n\n{line}"):
        found = cleaned(text)
        assert found.text == PROSE
        assert reasons(found) == [(reason, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell.",
        "Photos by residents showed the dredgers at work.",
        "Compiled by volunteers, the list ran to nine pages and named forty owners.",
        "“We use cookies as bait,” the angler said with a laugh.",
        "‘Log in’ was the last thing she wrote.",
        "Sign up for the lifeboat crew, the mayor told the young.",
        "Follow the money, said the mayor.",
        "Previous talks had failed.",
        "Related charges were dropped.",
        "Comments from the ministry were not available.",
        "Advertising revenue rose.",
        "Name the price, he said.",
        "Source: unknown, the label on the crate said.",
        "Registered owners may apply.",
        "Home Secretary Ann Poole resigned.",
        "More from the talks is expected on Friday.",
        "Watch: that is what the old clockmaker called it.",
    ],
)
def test_sentences_that_begin_like_labels_stay(line: str) -> None:
    for text in (f"{PROSE}\n\n{line}\n\n{SECOND}", f"{PROSE}\n\n{line}"):
        assert cleaned(text) == Cleaned(text, (), None, (), None)


@pytest.mark.parametrize("line", ["Politics", "Health", "Analysis", "Opinion", "Comments"])
def test_menu_words_are_cut_at_the_edges_and_are_headings_between(line: str) -> None:
    between = f"{FIRST}\n\n{line}\n\n{SECOND}"
    assert cleaned(between).text == between
    assert cleaned(f"{line}\n{PROSE}\n{line}").text == PROSE


def test_a_headline_that_stands_again_behind_a_menu_word() -> None:
    title = "Callow asks for an end to dredging"
    found = cleaned(f"Home\nSea\nLocal News{title}\n\n{title}\n\n{PROSE}")
    assert (found.title, found.text) == (title, PROSE)
    assert [reason for reason, _ in reasons(found)] == ["menu", "menu", "menu"]


def test_a_repeated_headline_is_told_once() -> None:
    title = "Callow asks for an end to dredging"
    found = cleaned(f"{title}\n{title.upper()}\n\n{PROSE}")
    assert found.title == title
    assert reasons(found) == [("repeated_title", title.upper())]


def test_a_known_title_is_not_told_again() -> None:
    found = cleaned(
        f"Callow asks for an end to dredging\n{PROSE}", "Callow asks for an end to dredging!"
    )
    assert found.title is None
    assert [reason for reason, _ in reasons(found)] == ["repeated_title"]


def test_neighbours_and_their_titles_are_cut() -> None:
    tail = "Previous Article\n\nCouncil votes on the quay\n\nNext Article\n\nRain at last"
    found = cleaned(f"{PROSE}\n\n{tail}")
    assert found.text == PROSE
    assert [reason for reason, _ in reasons(found)] == ["navigation"] * 4
    assert {piece.at for piece in found.dropped} == {len(PROSE)}


def test_a_list_of_other_articles_ends_before_the_heading_of_the_next_section() -> None:
    text = (
        f"{FIRST}\n\nRelated stories\nCouncil votes\nRain at last\n\nA Shared Channel\n\n{SECOND}"
    )
    found = cleaned(text)
    assert found.text == f"{FIRST}\n\nA Shared Channel\n\n{SECOND}"
    assert [text for _, text in reasons(found)] == [
        "Related stories",
        "Council votes",
        "Rain at last",
    ]


def test_captions_with_their_credit() -> None:
    head = (
        "Title of the piece here\n\nThe quay at dawn.\nThe quay at dawn.\nImage credit: © J. Bloggs"
    )
    assert [r for r, _ in reasons(cleaned(f"{head}\n\n{PROSE}"))] == [
        "caption",
        "caption",
        "credit",
    ]
    inside = f"{FIRST}\n\nThe quay at dawn.\nPhoto: J. Bloggs\n\n{SECOND}"
    found = cleaned(inside)
    assert found.text == PROSE
    assert [r for r, _ in reasons(found)] == ["caption", "credit"]


def test_a_paragraph_above_a_credit_is_no_caption_where_paragraphs_stand_close() -> None:
    found = cleaned(f"{FIRST}\n{SECOND}\nHe did not reply.\nPhoto: J. Bloggs")
    assert found.text == f"{FIRST}\n{SECOND}\nHe did not reply."


def test_a_repeated_paragraph_stays() -> None:
    text = f"{FIRST}\n{FIRST}\n\n{SECOND}\nNo.\nNo.\n{SECOND}"
    assert cleaned(text).text == text


def test_sources_in_brackets_are_cut_where_they_stand() -> None:
    found = cleaned(
        f"{FIRST} (Source: Callow Gazette)\n\n{SECOND[:-1]} (Attribution: town hall), again."
    )
    assert found.text == f"{FIRST}\n\n{SECOND[:-1]}, again."
    assert [(p.reason, p.text, p.at) for p in found.dropped] == [
        ("attribution_tag", "(Source: Callow Gazette)", len(FIRST)),
        ("attribution_tag", "(Attribution: town hall)", len(found.text) - len(", again.")),
    ]


def test_other_brackets_stay() -> None:
    text = f"{FIRST[:-1]} (population: 4,000) [note: small]."
    assert cleaned(text).text == text


def test_bylines_give_authors() -> None:
    found = cleaned(
        f"Callow asks for an end\nBy Jo Bloggs and Ann van der Poole, Staff Writer\n{PROSE}"
    )
    assert found.authors == ("Jo Bloggs", "Ann van der Poole")
    assert [r for r, _ in reasons(found)] == ["byline"]


@pytest.mark.parametrize(
    "line", ["By the sea in winter", "By Tuesday it was over.", "By and large"]
)
def test_not_every_line_with_by_is_a_byline(line: str) -> None:
    found = cleaned(f"Callow asks for an end\n{line}\n{PROSE}")
    assert found.authors == ()
    assert found.text.startswith(line)


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("March 3, 2031", "2031-03-03"),
        ("Published on 3 March 2031", "2031-03-03"),
        ("Mon, 3 Mar. 2031 at 14:05 GMT", "2031-03-03T14:05:00Z"),
        ("7:05 PM EST | March 3, 2031", "2031-03-04T00:05:00Z"),
        ("Published: 3 March 2031, 10:00 | Updated: 4 March 2031, 11:00", "2031-03-03"),
        ("13/03/2031", "2031-03-13"),
    ],
)
def test_a_publication_line_gives_the_date(line: str, start: str) -> None:
    found = cleaned(f"Callow asks for an end\n{line}\n\n{PROSE}")
    assert found.published is not None
    assert found.published.start == start
    assert found.published.text in line
    assert reasons(found) == [("dateline", line)]


@pytest.mark.parametrize(
    ("line", "reason", "authors"),
    [
        ("Notes from a pier in Callow, 23 March 2031", "dateline", ()),
        ("Callow, 23 March 2031", "dateline", ()),
        ("Callow, Norway – 23 March 2031", "dateline", ()),
        ("PORT CALLOW, March 23, 2031", "dateline", ()),
        ("Filed 23 March 2031, 5 min read", "dateline", ()),
        ("By Jo Bloggs, 23 March 2031", "byline", ("Jo Bloggs",)),
        ("March 23, 2031 by Jo Bloggs", "byline", ("Jo Bloggs",)),
        ("Posted by Jo on 23 March 2031", "byline", ("Jo",)),
    ],
)
def test_a_date_beside_whence_or_by_whom_it_was_sent(
    line: str, reason: str, authors: tuple[str, ...]
) -> None:
    found = cleaned(f"Callow asks for an end\n{line}\n\n{PROSE}")
    assert found.published is not None
    assert found.published.start == "2031-03-23"
    assert (reasons(found), found.authors) == ([(reason, line)], authors)


@pytest.mark.parametrize(
    "line",
    [
        "The storm of 23 March 2031",
        "Why Callow remembers 23 March 2031",
        "Jo Bloggs, 23 March 2031",
        "A talk on the pier, 23 March 2031",
    ],
)
def test_a_date_beside_other_words_is_not_that_of_the_article(line: str) -> None:
    found = cleaned(f"Callow asks for an end\n{line}\n\n{PROSE}")
    assert found.published is None


@pytest.mark.parametrize("line", ["Posted 2/3/2031 11:11 PM", "Updated 4 March 2031"])
def test_a_date_that_is_two_days_or_that_of_a_change_is_not_resolved(line: str) -> None:
    found = cleaned(f"Callow asks for an end\n{line}\n\n{PROSE}")
    assert found.published is not None
    assert (found.published.start, found.published.text) == (None, line)


def test_a_date_between_paragraphs_is_a_heading() -> None:
    text = f"{FIRST}\n\nMarch 3, 2031\n\n{SECOND}"
    found = cleaned(text)
    assert (found.text, found.published) == (text, None)


def test_an_agency_dateline_with_a_year_gives_the_date_and_stays() -> None:
    text = f"CALLOW, March 3, 2031 (Corvane) - {FIRST}"
    found = cleaned(text)
    assert found.text == text
    assert found.published is not None
    assert found.published.start == "2031-03-03"
    assert cleaned(f"CALLOW, March 3 (Corvane) - {FIRST}").published is None


@pytest.mark.parametrize(
    "head", ["CALLOW, 3 March 2031.", "CALLOW, March 3, 2031 (Corvane):", "CALLOW (3 March 2031):"]
)
def test_a_dateline_that_ends_like_a_sentence_gives_the_date(head: str) -> None:
    published = cleaned(f"{head} {FIRST}").published
    assert published is not None
    assert published.timex == "2031-03-03"


def test_a_sentence_that_begins_in_capitals_gives_no_date() -> None:
    assert cleaned(f"CALLOW, which shut on 3 March 2031. {FIRST}").published is None
    assert cleaned(f"In March 3, 2031 was still far away, he said - {FIRST}").published is None


def test_text_in_a_script_without_spaces_is_prose_too() -> None:
    text = "港の当局は月曜日、共有水路での浚渫をやめるよう隣の町に求めた。\n\n概要\n\n町長は手紙を受け取ったと話した。返事はまだ出していないという。"
    assert cleaned(f"港の浚渫に抗議\n\n{text}").text == text


def test_where_nothing_is_prose_only_certain_labels_go() -> None:
    assert cleaned("Politics\nHome").text == "Politics\nHome"
    assert cleaned("Log in").text == ""


LINE = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            *PROSE.split("\n"),
            "Home",
            "Related stories",
            "Next article",
            "By Jo Bloggs",
            "March 3, 2031",
            "Photo: X",
            "A title of five words",
            "HomeA title of five words",
            "He said so (Source: Y) again.",
            "© Z",
        ]
    ),
)


@given(st.lists(LINE, max_size=12))
def test_nothing_is_lost_and_every_cut_has_its_place(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = cleaned(text)
    kept = [found.text, found.title or "", *(piece.text for piece in found.dropped)]
    words = Counter("".join("".join(kept).split()))
    assert words == Counter("".join("".join(line.text for line in split_lines(text)).split()))
    places = [piece.at for piece in found.dropped]
    assert all(place is not None and 0 <= place <= len(found.text) for place in places)
    assert places == sorted(place for place in places if place is not None)


@pytest.mark.parametrize(
    "unit", ["-", "a", "a ", "(", "(source: ", "1/", "A.", "'", "=\n", ". ", "Home\n"]
)
def test_long_and_odd_lines_take_no_time(unit: str) -> None:
    """Where they did, this would take hours, and end as a hanging test does."""
    line = unit * (60_000 // len(unit))
    found = cleaned(line)
    kept = [found.text, found.title or "", *(piece.text for piece in found.dropped)]
    assert sum(len("".join(text.split())) for text in kept) == len("".join(line.split()))
