"""Offices and callings in a text: "Chile's newly named ambassador to Peru", "Adm.", "acting director of …".

A role phrase is read from its words, not from the parse, which is at its weakest in titles.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.books.entries import Gender
from sayso.books.printed import in_sentence
from sayso.books.roles import RoleBook, RoleNoun
from sayso.model.text import Actor
from sayso.reading.en.names.named import ByWord, Named
from sayso.reading.en.page import Page

_LONGEST = 5  # words of the longest noun of the book
_OF = frozenset({"of", "for", "at"})
_PHRASE = 7  # words of the longest noun phrase that an office is of
_BODIES = frozenset(
    {"state", "government", "organisation", "agency", "outlet", "armed_group", "company"}
)
_ORGANS = frozenset({"commission", "council", "secretariat", "parliament", "assembly", "executive"})
_INSIDE = ("NN", "JJ", "CD", "DT", "HYPH", "POS", "VBN", "PRP$")


class RoleFound(NamedTuple):
    """A role phrase: the words [first, last), its noun [noun_first, noun_last), and what it says.

    `of` is whose office it is, `to` where an envoy is sent; `seat` a capital that an envoy is in.
    `title` is the office without its state; `tail` what follows it as written ("of the third department").
    `land` is the state (ISO 3166-1 alpha-3) that an office is in of which only a part is told, or nothing; `national`
    an office of a state that nothing tells ("President A B").
    """

    first: int
    noun_first: int
    noun_last: int
    last: int
    noun: RoleNoun | None
    gender: Gender | None
    title: str
    of: Actor | None = None
    of_text: str = ""
    to: Actor | None = None
    tail: str = ""
    land: str | None = None
    national: bool = False

    @property
    def text(self) -> str:
        """The role in words: "ambassador of Chile to Peru"."""
        whose = self.of_text or (in_sentence(self.of.name) if self.of else "")
        of = f" of {whose}" if whose and not self.tail_names_of else ""
        to = f" to {in_sentence(self.to.name)}" if self.to else ""
        return f"{self.title}{of}{to}{self.tail}"

    @property
    def owned(self) -> bool:
        """Whether it is told whose the office is: a state's, a body's, a region's."""
        return self.of is not None or self.land is not None

    @property
    def says(self) -> tuple[str | None, ...]:
        """What the role says, wherever it stands: equal for two phrases that say the same."""
        class_ = self.noun.class_ if self.noun else None
        return self.text, class_, self.gender, self.of.id if self.of else None

    @property
    def tail_names_of(self) -> bool:
        """Whether the tail already says whose office it is."""
        return (
            bool(self.tail) and self.of is not None and not self.of_text and self.of.type != "state"
        )


class _Following(NamedTuple):
    """What prepositions after an office tell: the word after it all, whose, where to, as written, which state's."""

    last: int
    of: Actor | None
    to: Actor | None
    tail: str
    land: str | None


class RolePhrases:
    """Finds role phrases; `book` gives the nouns, titles and the words around them."""

    def __init__(self, book: RoleBook) -> None:
        self._book = book

    def find(self, page: Page, names: ByWord) -> Iterator[RoleFound]:
        """The role phrases of a text, from left to right."""
        free = 0
        for at in page.places(self._book.starts_of_phrases):
            found = self._at(page, names, at) if at >= free else None
            if found:
                yield found
                free = max(found.noun_last, at + 1)

    def complete(self, page: Page, names: ByWord, role: RoleFound, after: int) -> RoleFound:
        """The role with what follows from word `after`: "Prime Minister A B *of Chile*"."""
        told = self._following(page, names, role, after)
        if told.last == after:
            return role
        return role._replace(
            last=told.last,
            of=role.of or told.of,
            to=role.to or told.to,
            tail=role.tail + told.tail,
            land=role.land or told.land,
        )

    def _at(self, page: Page, names: ByWord, at: int) -> RoleFound | None:
        for last in range(min(at + _LONGEST, len(page.words)), at, -1):
            key = page.keys(at, last)
            if any(page.gap(word) not in (" ", "-", ". ", "'") for word in range(at, last - 1)):
                continue
            title = self._book.titles_by_words.get(key)
            if title and page.words[at].plain[:1].isupper():
                noun = self._book.nouns.get(tuple((title.noun or "").split()))
                if noun is not None and title.class_ is not None:
                    noun = noun._replace(class_=title.class_)
                gender = title.gender or (noun.gender if noun else None)
                return RoleFound(at, at, last, last, noun, gender, title.noun or "")
            noun = self._book.nouns.get(key)
            if noun and names.starting(at) is None and page.tag(last - 1) in ("NN", "NNP", ""):
                return self._phrase(
                    page, names, RoleFound(at, at, last, last, noun, noun.gender, "")
                )
        return None

    def _phrase(self, page: Page, names: ByWord, role: RoleFound) -> RoleFound:
        first, owner, modifiers = self._before(page, names, role.noun_first)
        of = owner.actor if owner else None
        land = owner.place.country if owner and owner.place else None
        part = land or (of is not None and of.type != "state")
        of_text = page.text[owner.start : owner.end] if owner and part else ""
        if owner and land and owner.manner == "adjective":
            modifiers, of_text = (of_text, *modifiers), ""
        noun_last = role.noun_last
        while (
            noun_last < len(page.words)
            and page.gap(noun_last - 1) in (" ", "-")
            and page.words[noun_last].key in self._book.trailers
        ):
            noun_last += 1
        while noun_last > role.noun_last and page.words[noun_last - 1].key == "and":
            noun_last -= 1
        title = " ".join((*modifiers, role.noun.noun if role.noun else "")).replace(" - ", "-")
        role = role._replace(first=first, noun_last=noun_last, last=noun_last, title=title, of=of)
        role = role._replace(of_text=of_text, land=land)
        return self.complete(page, names, role, noun_last)

    def _before(
        self, page: Page, names: ByWord, first: int
    ) -> tuple[int, Named | None, tuple[str, ...]]:
        """Walks left over modifiers and whose office it is: its first word, that name, the modifiers."""
        of: Named | None = None
        modifiers: list[str] = []
        at = first
        while at > 0 and page.gap(at - 1) in (" ", "-", "'", "' ", ". "):
            owner = names.ending(at)
            word = page.words[at - 1].key
            if page.gap(at - 1) == ". " and not (owner and page.text[owner.end - 1] == "."):
                break  # a sentence ends here, not "U.S."
            if owner and (_is_body(owner) or _is_part(owner)):
                if of is not None:
                    break
                of, at = owner, owner.first
            elif owner:
                break
            elif word in self._book.modifiers:
                if word not in self._book.transient:
                    modifiers.insert(0, word)
                at -= 1
            elif word == "s" and page.gap(at - 2) == "'":
                at -= 1
            else:
                break
        return at, of, tuple(modifiers)

    def _following(self, page: Page, names: ByWord, role: RoleFound, at: int) -> _Following:
        """Prepositions and what they govern, from word `at`."""
        of: Actor | None = role.of
        to: Actor | None = None
        tail, land = "", role.land
        sent = role.noun is not None and role.noun.class_ in self._book.sent
        peer = role.noun is not None and role.noun.class_ in self._book.peers
        while at + 1 < len(page.words) and page.gap(at - 1) == " ":
            word = page.words[at].key
            if word in self._book.around:
                at += 1
                continue
            if word not in self._book.of and word != "to":
                break
            begin = at + 1 + (page.words[at + 1].key == "the")
            named = (
                _owned_body(page, names, begin) or names.starting(begin) or names.starting(at + 1)
            )
            owned = 0 if sent or peer or word not in _OF else self._of_state(page, names, named)
            if named and named.manner != "people" and page.gap(at) == " " and not owned:
                state = named.actor if named.actor and named.actor.type in _BODIES else None
                if sent and state and (word == "to" or named.manner == "capital"):
                    to = to or state
                elif (
                    state
                    and word != "to"
                    and of is None
                    and not (word == "in" and named.manner == "capital" and not peer)
                ):
                    of = state
                    tail += "" if state.type == "state" else _written(page, at, named.end)
                elif word != "to" and (word == "in" or named.actor is None or of is not None):
                    tail += _written(page, at, named.end)
                    if named.place and (peer or word in self._book.belonging) and of is None:
                        land = land or named.place.country
                else:
                    break
                at = _past_organ(page, named)
                continue
            end = owned or self._noun_phrase(page, names, at + 1)
            if word not in _OF or end == at + 1:
                break
            tail += _written(page, at, page.words[end - 1].end)
            at = end
        return _Following(at, of if of is not role.of else None, to, tail, land)

    def _of_state(self, page: Page, names: ByWord, named: Named | None) -> int:
        """The end of what a state's name only tells of ("for the U.K. *company*"), 0 where it tells of nothing."""
        if (
            named is None
            or named.actor is None
            or named.actor.type != "state"
            or named.last >= len(page.words)
        ):
            return 0
        first = named.last
        if page.gap(first - 1) == "'" and page.keys(first, first + 1) == ("s",):
            first += 1
        elif page.gap(first - 1) != " " or not page.words[first].plain.islower():
            return 0
        end = first
        while end < min(first + _PHRASE, len(page.words)) and page.gap(end - 1) in (" ", "-"):
            if not page.tag(end).startswith(("NN", "JJ")) or names.starting(end):
                break
            end += 1
        return end if end > first and page.tag(end - 1).startswith("NN") else 0

    def _noun_phrase(self, page: Page, names: ByWord, at: int) -> int:
        """The end of a noun phrase without names, of at most so many words."""
        end = at
        while end < min(at + _PHRASE, len(page.words)) and page.gap(end - 1) in (
            " ",
            "-",
            "'",
            "' ",
        ):
            if names.starting(end) and end == at:
                break
            if not page.tag(end).startswith(_INSIDE):
                break
            end += 1
        return end


def _is_body(named: Named) -> bool:
    return named.actor is not None and named.actor.type in _BODIES


def _past_organ(page: Page, named: Named) -> int:
    """The word after a body's name and the organ of it that is told: "of the ECOWAS *commission*"."""
    at, actor = named.last, named.actor
    if actor is None or actor.type != "organisation" or at >= len(page.words):
        return at
    return at + (page.words[at].key in _ORGANS and page.gap(at - 1) == " ")


def _is_part(named: Named) -> bool:
    """Whether a name is that of a part of a known state: a region or a town."""
    return named.place is not None and named.place.country is not None


def _owned_body(page: Page, names: ByWord, at: int) -> Named | None:
    """The body that a state's name owns: "of Chile's *navy*", "of Chile's *Copper Party*"."""
    owner = names.starting(at)
    if (
        owner is None
        or page.gap(owner.last - 1) != "'"
        or page.keys(owner.last, owner.last + 1) != ("s",)
    ):
        return None
    owned = names.starting(owner.last + 1)
    return owned if owned and _is_body(owned) else None


def _written(page: Page, first: int, end: int) -> str:
    return " " + page.text[page.words[first].start : end]
