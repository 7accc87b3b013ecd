"""Who can be pointed back to, and the pointers to one of two or to several: "the latter", "they"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.books.entries import Gender
from sayso.books.roles import RoleBook
from sayso.model.text import Actor
from sayso.reading.en.names.people import Somebody
from sayso.reading.en.page import Page

# Bodies of people, who are "they" together.
_BODIES = frozenset({"government", "organisation", "agency", "outlet", "company", "armed_group"})
_THINGS = frozenset(
    {"state", "government", "organisation", "agency", "outlet", "company", "armed_group"}
)
_PARAGRAPHS = 1  # a pronoun's name stands in its paragraph or so many before
_SENTENCES = 2  # so many before that of "the latter" can hold the two
_NAME = 6  # tokens from a word of a name to the name's head


class Candidate(NamedTuple):
    """Somebody who can be pointed back to; `actor` is None for somebody unnamed, who hides others."""

    token: int
    sentence: int
    paragraph: int
    subject: bool
    quoted: bool
    noun: str
    actor: Actor | None
    person: Somebody | None
    gender: Gender | None
    plural: bool = False
    pointing: bool = False


def joined_before(
    page: Page, here: Candidate, history: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """Whom "they" at the beginning of a sentence are: the named subjects of the one before, or its one body.

    None where that sentence has other nouns in the plural, or its subject is one person or one state:
    those are not they. Within a sentence, the body that says of itself "they would …".
    """
    sentence = page.sentences[here.sentence]
    if here.subject and here.token != sentence.first:
        return _telling(page, here, history)
    if not here.subject:
        return ()
    last = [c for c in history if c.sentence == here.sentence - 1 and c.paragraph == here.paragraph]
    subjects = [c for c in last if c.subject and not c.quoted]
    if any(c.plural for c in last) or not subjects or any(c.actor is None for c in subjects):
        return ()
    distinct = tuple({c.actor.id: c for c in subjects if c.actor}.values())
    if len(distinct) == 1:
        body = distinct[0].actor
        return distinct if body is not None and body.type in _BODIES else ()
    heads = {_first_joined(page, c.token) for c in distinct}
    return distinct if len(heads) == 1 else ()


def _telling(page: Page, here: Candidate, history: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The body whose own words the clause of "they" is: "The rebels of the FNL said *they* would leave"."""
    verb = page.tokens[page.tokens[here.token].head]
    if verb.dep != "ccomp":
        return ()
    return tuple(
        c
        for c in history
        if (c.sentence, c.quoted, c.pointing) == (here.sentence, here.quoted, False)
        and (c.actor is not None and c.actor.type in _BODIES)
        and (c.subject and page.tokens[_first_joined(page, c.token)].head == verb.head)
    )


def _first_joined(page: Page, index: int) -> int:
    """The first member of the list that a name belongs to, or the name's own head."""
    for _ in range(_NAME):
        token = page.tokens[index]
        if token.dep not in ("compound", "conj", "poss", "amod", "nmod"):
            break
        index = token.head
    return index


def of_two(
    page: Page, here: Candidate, history: Sequence[Candidate], book: RoleBook
) -> Candidate | None:
    """Whom "the former" or "the latter" is: of the only two people, or parties, of the sentence before.

    None where it describes a noun ("the former minister"), or that sentence names one, three or more.
    """
    at = page.word_from(page.tokens[here.token].start)
    following = page.tag(at + 1) if page.gap(at) in (" ", "-") else ""
    alone = at > 0 and page.words[at - 1].key in book.definite and following[:2] not in ("NN", "JJ")
    if not (alone and here.subject):
        return None
    number = book.pronouns.ordinals.index(page.tokens[here.token].text.lower())
    near = [c for c in history if c.paragraph == here.paragraph and not (c.quoted or c.pointing)]
    for sentence in range(here.sentence - 1, here.sentence - 1 - _SENTENCES, -1):
        parties = {c.actor.id: c for c in reversed(near) if c.actor and c.sentence == sentence}
        named = sorted(parties.values(), key=lambda c: c.token)
        people = [c for c in named if c.person]
        if named:
            two = people or named
            return two[number] if len(two) == len(book.pronouns.ordinals) else None
    return None


def holds(candidate: Candidate, noun: str) -> bool:
    """Whether somebody is told to hold the very office that a noun names, or a kind of it."""
    held = candidate.person.roles if candidate.person else ()
    return any(role.noun and f" {role.noun.noun}".endswith(f" {noun}") for role in held)


def was(candidate: Candidate, former: str) -> bool:
    """Whether somebody is told to hold his office no more, if the noun says so: "the former minister"."""
    held = candidate.person.roles if candidate.person else ()
    return not former or any(former in role.title.split() for role in held)


def fits(candidate: Candidate, gender: Gender | None) -> bool:
    """Whether "he" or "she" (or, without gender, "it") can be this one."""
    if gender is None:
        return candidate.actor is not None and candidate.actor.type in _THINGS and candidate.subject
    if candidate.plural or (candidate.actor is not None and candidate.actor.type != "person"):
        return False
    return candidate.gender in (None, gender)


def only(candidates: Sequence[Candidate]) -> Candidate | None:
    """The candidate, where all are one and the same; somebody unnamed is one of their own."""
    distinct = {c.actor.id if c.actor else f"unnamed {c.token}" for c in candidates}
    return candidates[0] if len(distinct) == 1 else None


def nearest(
    here: Candidate, gender: Gender | None, before: Sequence[Candidate]
) -> Candidate | None:
    """The candidate of the nearest sentence that has one: its only subject, else its only one."""
    group: list[Candidate] = []
    for candidate in reversed(before):
        if here.paragraph - candidate.paragraph > _PARAGRAPHS:
            break
        if candidate.quoted or not fits(candidate, gender):
            continue
        if group and candidate.sentence != group[0].sentence:
            break
        group.append(candidate)
    subjects = [c for c in group if c.subject]
    return only(subjects or group)
