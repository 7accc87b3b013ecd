"""Words in templates."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from sayso.briefs.labels import where_from
from sayso.desk.words import day_of, environment, short, spoken
from sayso.errors import UsageError
from sayso.model.collation import BriefArticle


def test_nothing_turns_letters_around() -> None:
    shown = environment().from_string("{{ x }}")
    assert shown.render(x="<b>\u202e") == "&lt;b&gt;\ufffd"
    assert shown.render(x=Markup("<b>\u202e")) == "<b>\ufffd"
    assert shown.render(x=7) == "7"


def test_a_long_text_is_cut_after_a_word() -> None:
    assert short("one two\nthree", 40) == "one two three"
    assert short("one two three", 9) == "one two …"


def test_codes_are_spoken() -> None:
    assert spoken("policy_change") == "policy change"
    assert spoken("redline") == "red line"


def test_an_article_is_from_its_outlet_or_file() -> None:
    assert (
        where_from(BriefArticle(article="a", path="/x/y/wire.txt", outlet=None, published=None))
        == "wire.txt"
    )
    assert where_from(BriefArticle(article="a", path="/x", outlet="Post", published=None)) == "Post"


def test_a_day_is_a_date() -> None:
    assert day_of("2031-05-02") == "2031-05-02"
    assert day_of("") is None
    with pytest.raises(UsageError, match="no date"):
        day_of("tomorrow")


def test_what_stands_beside_each_other_has_each_its_own_direction() -> None:
    shown = environment().from_string(
        '{% from "parts.html" import apart %}{{ apart(["صحيفة", none, "2031-05-02"]) }}'
    )
    assert shown.render() == "<bdi>صحيفة</bdi> · <bdi>2031-05-02</bdi>"
