from __future__ import annotations

import pytest

from sayso.books.boilerplate import load_boilerplate, plain

BOOK = load_boilerplate()


def test_plain_takes_off_what_decorates_a_label() -> None:
    assert plain("  » SHARE   this: ") == "share this"
    assert plain("© Someone.") == "© someone"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Leave a reply", "comment_box"),
        ("12 Comments", "comment_box"),
        ("Read more: the quay", "related"),
        ("Read more:", "related"),
        ("Sign up for our newsletter", "subscribe"),
        ("Sign up for our weekly newsletter and win", "subscribe"),
    ],
)
def test_lines_are_found_whole(line: str, reason: str) -> None:
    phrase = BOOK.find(line)
    assert phrase is not None
    assert phrase.reason == reason


@pytest.mark.parametrize(
    "line", ["Leave a reply on the table", "many comments", "“Read more: books,” she said", "Photo"]
)
def test_other_lines_are_not(line: str) -> None:
    assert BOOK.find(line) is None


def test_credits_are_no_sentences() -> None:
    assert BOOK.is_credit("Photo by Jo Bloggs")
    assert BOOK.is_credit("(Photo: Jo Bloggs)")
    assert not BOOK.is_credit("Photos by residents showed nothing.")
