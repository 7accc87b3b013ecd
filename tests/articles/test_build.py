from __future__ import annotations

import hashlib

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.articles import to_article
from sayso.articles.language import detect_language, language_code, language_name
from sayso.errors import InputError, UsageError
from sayso.model.ids import digest_id
from sayso.model.ledger import Caveat
from sayso.model.text import Article, RawDocument

PROSE = "The ferry to Ister was held back on Sunday because of the swell, the harbour master said."


def raw(content: str, media_type: str = "text/plain", published: str | None = None) -> RawDocument:
    return RawDocument(
        captured=content.encode("utf-8", "surrogatepass"),
        content=content,
        media_type=media_type,
        published=published,
    )


def build(
    document: RawDocument, *, as_is: bool = False, published: str | None = None
) -> tuple[Article, tuple[Caveat, ...]]:
    return to_article(document, as_is=as_is, published=published, language=None)


def test_as_is_means_every_character() -> None:
    text = (
        "\ufeffHome\r\n\r\nA title\r\n"
        + PROSE
        + " (Source: X)\u00a0 \r\nMarch 3, 2031\r\nLogin\r\n"
    )
    for media_type in ("text/plain", "text/markdown"):
        article, _ = build(raw(text, media_type), as_is=True)
        assert article.text == text
        assert (article.title, article.published, article.dropped) == (None, None, ())
        assert article.text_sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_the_id_is_that_of_the_bytes() -> None:
    document = raw(f"A title of words\n{PROSE}")
    cleaned, _ = build(document)
    as_is, _ = build(document, as_is=True)
    assert cleaned.id == as_is.id == digest_id("article", document.captured)
    assert cleaned.text_sha256 != as_is.text_sha256


def test_the_container_s_date_goes_before_the_text_s_and_both_before_the_given_one() -> None:
    text = f"A title of words\n4 March 2031\n\n{PROSE}"
    for document, given_date, expected in (
        (raw(text, published="2031-03-05"), "2031-03-06", "2031-03-05"),
        (raw(text), "2031-03-06", "2031-03-04"),
        (raw(PROSE), "2031-03-06", "2031-03-06"),
    ):
        article, caveats = build(document, published=given_date)
        assert article.published is not None
        assert article.published.start == expected
        assert caveats == ()


def test_a_date_that_cannot_be_read_keeps_its_words() -> None:
    article, caveats = build(raw(PROSE, published="last Tuesday"))
    assert article.published is not None
    assert (article.published.start, article.published.text) == (None, "last Tuesday")
    assert [(c.code, c.about, c.spans) for c in caveats] == [("unresolved_date", article.id, ())]


def test_a_given_date_that_is_none_is_wrong_usage() -> None:
    with pytest.raises(UsageError):
        build(raw(PROSE), published="soon")


def test_caveats_of_the_reader_are_handed_on() -> None:
    document = RawDocument(
        captured=b"x", content=PROSE, media_type="text/plain", caveats=(("encoding_guessed", "x"),)
    )
    _, caveats = build(document)
    assert [caveat.code for caveat in caveats] == ["encoding_guessed", "unresolved_date"]


@pytest.mark.parametrize("text", ["", " \n\u00a0\u200b\n", "Log in", "\ufeff"])
def test_nothing_left_is_an_input_error(text: str) -> None:
    with pytest.raises(InputError):
        build(raw(text))


def test_markdown_is_read_without_its_marks() -> None:
    text = (
        "---\ntitle: Ferry held back\nauthor: Jo Bloggs\ndate: 2031-03-04\n---\n"
        f"# Ferry held back\n\n{PROSE[:10]}**{PROSE[10:]}**\n\n"
        "![The quay](quay.png)\n\n## A [link](x) in a heading\n\n* one point, made\n* another `one`\n\n"
        "> “Swell,” he said  \n> and left.\n\n[Read on](http://x.example)\n\n<div>raw</div>\n"
    )
    article, _ = build(raw(text, "text/markdown"))
    assert article.title == "Ferry held back"
    assert article.authors == ("Jo Bloggs",)
    assert article.published is not None
    assert article.published.start == "2031-03-04"
    assert article.text.split("\n\n") == [
        PROSE,
        "A link in a heading",
        "one point, made",
        "another one",
        "“Swell,” he said\nand left.",
    ]
    assert [(d.reason, d.text) for d in article.dropped] == [
        ("repeated_title", "Ferry held back"),
        ("related", "Read on"),
    ]


def test_languages() -> None:
    assert detect_language(PROSE) == "en"
    assert (
        detect_language("Паром на остров задержали в воскресенье, сообщил начальник порта.") == "ru"
    )
    assert detect_language("Yes.") is None
    assert [language_code(tag) for tag in ("en-GB", "DEU", "uk_UA", "zz", "", "english")] == [
        "en", "de", "uk", None, None, None,
    ]  # fmt: skip


def test_of_a_language_that_is_not_read_a_caveat_says_so() -> None:
    harbour = "Паром на остров задержали в воскресенье, сообщил начальник порта."
    article, caveats = build(raw(harbour), published="2031-03-04")
    assert article.language == "ru"
    [caveat] = caveats
    assert (caveat.code, caveat.about) == ("language_not_read", article.id)
    assert caveat.detail == "it is in Russian: nothing is extracted from it yet"
    assert build(raw(PROSE), published="2031-03-04")[1] == ()
    assert [language_name(code) for code in ("uk", "ja", "xx")] == ["Ukrainian", "Japanese", "xx"]


def test_a_page_that_says_it_is_german_and_is_english_is_english() -> None:
    ferry = (
        "Die Fähre zur Insel blieb am Sonntag wegen des Seegangs im Hafen, sagte der Hafenmeister."
    )
    for text, language in ((PROSE, "en"), (ferry, "de")):
        page = f'<html lang="de"><title>Ister</title><article><p>{text}</p></article></html>'
        for document in (raw(page, "text/html"), msgspec.structs.replace(raw(text), language="de")):
            assert build(document, published="2031-03-04")[0].language == language


MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div>", "<a href=x>", "</a>", "<table><tr><td>", "# ", "- ", "---\n", "\n\n",
         "![", "](", "**", "<script>", "&#0;", "\0", PROSE, "\ud7ff", "<h1>", "<meta charset=x>", "`", "|"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@settings(max_examples=60)
@given(MARKUP | st.text(max_size=60), st.sampled_from(["text/html", "text/markdown", "text/plain"]))
def test_any_content_is_an_article_or_an_input_error(content: str, media_type: str) -> None:
    try:
        article, caveats = build(raw(content, media_type))
    except InputError:
        return
    assert article.text.strip()
    assert article == build(raw(content, media_type))[0]
    assert all(caveat.about == article.id for caveat in caveats)
