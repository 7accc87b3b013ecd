"""Companies by the first words of their names: "Yarrow Holding" and, later, "Yarrow"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sayso.books.bodies import BodyBook
from sayso.books.roles import RoleBook
from sayso.model.text import Actor
from sayso.reading.en.names.named import ByWord, Named
from sayso.reading.en.page import Page

_LONGEST = 3  # words of a legal form or a noun that a name ends with
_MANNERS = ("pattern", "name")
_SHORTEST = 4  # letters of a name that may stand alone


def short_names(
    page: Page,
    names: Iterable[Named],
    firm: ByWord,
    families: Collection[str],
    book: BodyBook,
    roles: RoleBook,
) -> Iterator[Named]:
    """Where companies are named without the legal form or noun that their names end with.

    Not where the word is a known name, a given name, one of an office ("General"), a family name of the article,
    or one that it also writes small.
    """
    stems: dict[tuple[str, ...], Actor | None] = {}
    for named in names:
        stem = _stem(page, named, book)
        if stem and named.actor is not None:
            same = stems.setdefault(stem, named.actor)
            if same is not None and same.id != named.actor.id:
                stems[stem] = None
    starts = {stem[0]: len(stem) for stem in stems}
    for at in page.written(starts) if starts else ():
        word = page.words[at]
        last = at + starts[word.plain]
        stem = tuple(one.plain for one in page.words[at:last])
        actor = stems.get(stem)
        if actor is None or any(firm.starting(w) for w in range(at, last)):
            continue
        if len(stem) == 1 and (word.key in families or word.key in page.small):
            continue
        if len(stem) == 1 and (word.key in roles.given or _is_title(word.key, roles)):
            continue
        if not page.heading(word.start):
            yield Named(word.start, page.words[last - 1].end, at, last, "pattern", actor=actor)


def _is_title(word: str, roles: RoleBook) -> bool:
    return word in roles.modifiers or (word,) in roles.nouns


def _stem(page: Page, named: Named, book: BodyBook) -> tuple[str, ...]:
    """The words of a company's name before its legal form or noun; none where nothing is left."""
    if named.actor is None or named.actor.type != "company" or named.manner not in _MANNERS:
        return ()
    for first in range(max(named.first + 1, named.last - _LONGEST), named.last):
        tail = page.words[first : named.last]
        form = tuple(word.plain for word in tail) in book.forms
        kind = book.heads.get(tuple(word.key for word in tail))
        group = tuple(word.plain for word in tail) in book.groups
        if form or group or (kind is not None and kind.type == "company"):
            stem = tuple(word.plain for word in page.words[named.first : first])
            return stem if len(stem[0]) >= _SHORTEST else ()
    return ()
