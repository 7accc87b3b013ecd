"""Web pages to lines. What they say of the article is read elsewhere, from the same tree.

The text is found by trafilatura (Barbaresi 2021, https://doi.org/10.18653/v1/2021.acl-demo.15) in its
precise mode, which cuts menus best and now and then half of the article. So resiliparse (Bevendorff and
others 2018, https://doi.org/10.1007/978-3-319-76941-7_83) is asked how much prose there is: where it and
trafilatura's balanced mode both find much more, the balanced text is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import html
from lxml.etree import ParserError, _Element
from lxml.html import HtmlElement

from sayso.articles.lines import Line, folded, split_lines, tidy
from sayso.errors import InputError

# Elements of trafilatura's result that end a line, in the names of TEI that it gives them.
_BLOCKS = frozenset(
    ["p", "head", "item", "quote", "row", "list", "table", "div", "body", "code", "lb"]
)
# How many times the prose of the precise mode the others must find.
MUCH_MORE = 1.5


class Page(NamedTuple):
    """A page's article: where its markup was parsed to, and its lines."""

    tree: HtmlElement
    lines: tuple[Line, ...]


def read_page(markup: str) -> Page:
    """The lines of the article that a page holds, none where there is no article in it.

    InputError where there is no markup to read.
    """
    tree = parse_page(markup)
    links = _link_texts(tree)
    lines = _article(markup, links, precise=True)
    enough = MUCH_MORE * _prose(lines)
    if _prose(_second_opinion(markup)) > enough:
        fuller = _article(markup, links, precise=False)
        if _prose(fuller) > enough:
            lines = fuller
    return Page(tree, lines)


def parse_page(markup: str) -> HtmlElement:
    """A page's tree; InputError where there is none in the markup.

    The encoding that the markup declares was that of its bytes, and is not asked again.
    """
    parser = html.HTMLParser(encoding="utf-8")
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (ValueError, ParserError) as error:
        raise InputError(f"no page in it: {error}") from error


def _article(markup: str, links: frozenset[str], *, precise: bool) -> tuple[Line, ...]:
    from trafilatura import bare_extraction
    from trafilatura.metadata import Document

    found = bare_extraction(
        markup, include_comments=False, favor_precision=precise, deduplicate=False
    )
    return tuple(_lines(found.body, links)) if isinstance(found, Document) else ()


def _second_opinion(markup: str) -> tuple[Line, ...]:
    from resiliparse.extract.html2text import extract_plain_text

    return split_lines(
        extract_plain_text(
            markup, main_content=True, links=False, form_fields=False, alt_texts=False
        )
    )


def _prose(lines: tuple[Line, ...]) -> int:
    """How many characters of prose there are."""
    return sum(len(line.text) for line in lines if line.prose)


def _link_texts(tree: HtmlElement) -> frozenset[str]:
    """The texts of the page's links, folded."""
    return frozenset(folded(link.text_content()) for link in tree.iter("a"))


def _lines(body: _Element, links: frozenset[str]) -> Iterator[Line]:
    """Each block of trafilatura's result as a line."""
    for text, heading in _blocks(body):
        if words := tidy(text.replace("\n", " ")):
            yield Line(words, True, folded(words) in links, heading)


def _blocks(body: _Element) -> Iterator[tuple[str, bool]]:
    pieces: list[str] = []
    heading = False
    for event, element in _walk(body):
        if isinstance(event, str):
            pieces.append(event)
            continue
        yield "".join(pieces), heading
        pieces.clear()
        heading = event and element.tag == "head"
    yield "".join(pieces), heading


def _walk(element: _Element) -> Iterator[tuple[str | bool, _Element]]:
    """Texts, and True or False where a block begins or ends."""
    block = element.tag in _BLOCKS
    if block:
        yield True, element
    if element.text:
        yield element.text, element
    for child in element:
        yield from _walk(child)
        if child.tail:
            yield child.tail, element
    if block:
        yield False, element
    elif element.tag == "cell":
        yield " ", element
