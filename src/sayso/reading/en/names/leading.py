"""Offices told by a verb: "A B, who chairs the Chilean senate's panel on mines"."""

from __future__ import annotations

from sayso.books.roles import RoleBook
from sayso.reading.en.names.named import ByWord
from sayso.reading.en.names.titles import RoleFound
from sayso.reading.en.page import Page

_LONGEST = 9  # words of what somebody is told to lead
_INSIDE = (" ", "-", "'")
_PHRASE = ("NN", "JJ", "DT", "POS", "IN", "HYPH", "PRP$")


def heading(page: Page, names: ByWord, book: RoleBook, last: int) -> RoleFound | None:
    """The office of whoever is named before word `last`, as the verb behind "who" tells it."""
    if page.keys(last, last + 1) != ("who",) or page.gap(last - 1) not in (" ", ", "):
        return None
    verb = last + 1
    noun = book.heading.get(page.words[verb].key) if verb < len(page.words) else None
    end = begin = verb + 1
    while end < min(begin + _LONGEST, len(page.words)) and page.gap(end - 1) in _INSIDE:
        if not page.tag(end).startswith(_PHRASE):
            break
        end += 1
    if noun is None or end == begin:
        return None
    named = (names.starting(at) for at in range(begin, end))
    of = next((one.actor for one in named if one is not None and one.actor), None)
    words = page.text[page.words[begin].start : page.words[end - 1].end]
    return RoleFound(last, verb, end, end, noun, None, noun.noun, of=of, of_text=words)
