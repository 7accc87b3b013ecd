"""Short forms that an article gives in brackets: "the National Water Board (NWB)", and NWB anywhere else in it.

A short form has the first letters of the name's words, small words left out or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from sayso.model.text import Actor
from sayso.reading.en.names.named import ByWord, Named
from sayso.reading.en.page import Page

_BODIES = frozenset({"government", "organisation", "agency", "outlet", "armed_group", "company"})
_SHORTEST = 2


def with_abbreviations(
    page: Page, names: Sequence[Named], firm: ByWord
) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """The names, those bodies with their short forms; and the short forms where they stand.

    `firm` are names that are known already: a short form that is one of them stays what it is.
    """
    short: dict[str, Named] = {}
    for named in names:
        word = named.last
        if named.actor is None or named.actor.type not in _BODIES or page.gap(word - 1) != " (":
            continue
        form = page.words[word].plain
        if page.text[page.words[word].end :][:1] == ")" and _is_short(page, named, form):
            short.setdefault(form, named)
    if not short:
        return tuple(names), ()
    actors = {
        form: _called(named.actor, form) for form, named in short.items() if named.actor is not None
    }
    longer = {named.first: actors[form] for form, named in short.items()}
    found = tuple(_forms(page, actors, firm))
    return tuple(
        named._replace(actor=longer[named.first]) if named.first in longer else named
        for named in names
    ), found


def _is_short(page: Page, named: Named, form: str) -> bool:
    words = page.words[named.first : named.last]
    all_letters = "".join(word.plain[0] for word in words).upper()
    large = "".join(word.plain[0] for word in words if word.plain[:1].isupper())
    capitals = form.isupper() and form.isalpha() and len(form) >= _SHORTEST
    return capitals and form in (all_letters, large)


def _called(actor: Actor, form: str) -> Actor:
    if form in (actor.name, *actor.names):
        return actor
    return msgspec.structs.replace(actor, names=(*actor.names, form))


def _forms(page: Page, actors: dict[str, Actor], firm: ByWord) -> Iterator[Named]:
    for at, word in enumerate(page.words):
        if word.plain in actors and firm.starting(at) is None:
            yield Named(word.start, word.end, at, at + 1, "pattern", actor=actors[word.plain])
