"""Whom a state and a calling tell more of: "A B won the race. *The Kenyan runner* …", "*The Peruvian* …".

The words point back to the one person whom the sentence before names; so they tell that person's state too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.books.roles import RoleBook
from sayso.model.text import Actor
from sayso.reading.en.names.named import Named
from sayso.reading.en.names.people import PersonName
from sayso.reading.en.names.titles import RoleFound
from sayso.reading.en.page import Page

_DOES = ("VB", "MD", ",", "WP")  # what follows "the Kenyan": a verb, or a clause of its own
_SINGULAR = ("NN", "NNP", "JJ")


def with_callings(
    page: Page,
    names: Iterable[PersonName],
    roles: Iterable[RoleFound],
    known: Iterable[Named],
    book: RoleBook,
) -> tuple[PersonName, ...]:
    """The names, those with such words in the next sentence with what these tell."""
    people = tuple(names)
    by_sentence: dict[int, list[PersonName]] = {}
    for name in people:
        by_sentence.setdefault(page.sentence_at(name.start), []).append(name)
    more: dict[int, RoleFound] = {}
    for role in (*_of_calling(page, roles, book), *_of_state(page, known)):
        before = by_sentence.get(page.sentence_at(page.words[role.first].start) - 1, [])
        if len({name.words[-1] for name in before}) == 1:
            more.setdefault(before[-1].start, role)
    return tuple(_told(name, more.get(name.start)) for name in people)


def _told(name: PersonName, role: RoleFound | None) -> PersonName:
    """The name with one more role, unless the first already tells a state, or another office."""
    held = name.role
    if role is None or name.also is not None or name.known is not None:
        return name
    told = held is not None and (held.owned or bool(held.tail))
    return name if told else name._replace(also=role)


def _of_calling(page: Page, roles: Iterable[RoleFound], book: RoleBook) -> Iterator[RoleFound]:
    """Callings of a state's people that begin a sentence with "the", beside no name."""
    for role in roles:
        if role.noun is None or role.of is None or role.of.type != "state" or role.tail:
            continue
        offices = {*book.offices, *book.peers, *book.sectors.serving}
        named = role.last < len(page.words) and page.words[role.last].plain[:1].isupper()
        if role.noun.class_ not in offices and _begins(page, role.first) and not named:
            yield role


def _of_state(page: Page, known: Iterable[Named]) -> Iterator[RoleFound]:
    """One of a state's people that begins a sentence with "the": "*The Kenyan*, who trains in Iten, …"."""
    for named in known:
        if named.manner not in ("adjective", "people") or not _begins(page, named.first):
            continue
        if named.last >= len(page.words) or not isinstance(named.actor, Actor):
            continue
        head = page.tag(named.last - 1).startswith(_SINGULAR) and not page.tag(
            named.last - 1
        ).endswith("S")
        follows = page.gap(named.last - 1)[:1] == "," or page.tag(named.last).startswith(_DOES)
        token = page.tokens[page.word_tokens[named.last - 1]] if page.tokens else None
        if head and follows and token is not None and token.dep in ("nsubj", "nsubjpass"):
            land = named.actor.country
            yield RoleFound(
                named.first, named.first, named.last, named.last, None, None, "", land=land
            )


def _begins(page: Page, word: int) -> bool:
    """Whether "the" before a word begins its sentence."""
    if word < 1 or page.keys(word - 1, word) != ("the",) or page.gap(word - 1) != " ":
        return False
    start = page.words[word - 1].start
    return page.sentences[page.sentence_at(start)].start == start
