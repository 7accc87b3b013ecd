"""Organs that news names without their state: "Congress", "the Treasury", "the Supreme Court", "the Ruiz government".

Whose they are is read from the article: of the state whose organ of that kind it names in full, of the state
that is meant by such a name alone where the article speaks of it, of none or of one without such an organ, else of
the article's only state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.books.actors import ActorBook
from sayso.books.bare import BareOrgan
from sayso.books.roles import RoleBook
from sayso.model.text import Actor
from sayso.reading.en.names.named import ByWord, Named
from sayso.reading.en.names.organs import OrganPhrases
from sayso.reading.en.names.whose import Whose
from sayso.reading.en.page import Page

_LONGEST = 3  # words of such a name
_MOST = 6  # words of a committee's name after it


class BareOrgans:
    """`organs` are those that stand beside their state in this text."""

    def __init__(
        self, page: Page, whose: Whose, organs: Iterable[Named], book: ActorBook, roles: RoleBook
    ) -> None:
        self._page = page
        self._whose = whose
        self._book = book
        self._roles = roles
        self._starts = {words[0] for words in book.bare}
        self._owners: dict[str, set[str]] = {}
        for named in organs:
            kind = book.kind_of(named.actor) if named.actor else None
            if kind and named.actor and named.actor.country:
                self._owners.setdefault(kind, set()).add(named.actor.country)

    def find(self, known: ByWord) -> Iterator[Named]:
        """From left to right; not what is a part of a known name."""
        taken = {word for named in known for word in range(named.first, named.last)}
        free = 0
        for at in self._page.written(self._starts):
            found = None if at in taken or at < free else self._at(at)
            if found is not None:
                yield found
                free = found.last

    def led_by(self, people: Iterable[Named], phrases: OrganPhrases) -> Iterator[Named]:
        """Governments called by who leads them: "the Ruiz administration", "Ruiz's government"."""
        page = self._page
        for named in people:
            leader = named.actor
            if leader is None or not leader.country or not self._leads(leader):
                continue
            at = named.last
            if page.gap(at - 1) == "'":
                at += page.keys(at, at + 1) == ("s",)
            if at >= len(page.words) or page.gap(at - 1) != " ":
                continue
            kind = phrases.kind_at(page, at)
            if kind is not None and kind[0] == "government":
                organ = self._book.office("government", leader.country)
                last = kind[1]
                end = page.words[last - 1].end
                yield Named(named.start, end, named.first, last, "organ", actor=organ)

    def _leads(self, person: Actor) -> bool:
        nouns = (self._roles.nouns.get(tuple(role.title.lower().split())) for role in person.roles)
        return any(noun is not None and noun.class_ == "leader" for noun in nouns)

    def _at(self, at: int) -> Named | None:
        page = self._page
        for last in range(min(at + _LONGEST, len(page.words)), at, -1):
            bare = self._book.bare.get(tuple(word.plain for word in page.words[at:last]))
            if bare is None or any(page.gap(word) != " " for word in range(at, last - 1)):
                continue
            if not page.tag(at).startswith(("NN", "JJ")) or self._is_part(at):
                return None
            end = self._committee(last)
            if end is None:
                return None
            actor = self._organ(bare)
            if actor is None:
                return None
            start, stop = page.words[at].start, page.words[end - 1].end
            return Named(start, stop, at, end, "organ", actor=actor)
        return None

    def _is_part(self, at: int) -> bool:
        """Whether a word with a capital stands right before: "Southern *Congress*"."""
        page = self._page
        joined = page.gap(at - 1) in (" ", "-") and page.words[at - 1].plain[:1].isupper()
        return joined and page.tag(at - 1).startswith(("NN", "JJ"))

    def _committee(self, last: int) -> int | None:
        """The end of a committee's name after its house; None where another name goes on."""
        page = self._page
        at = last
        while at < min(last + _MOST, len(page.words)) and page.gap(at - 1) == " ":
            if page.words[at].plain in self._book.committees:
                return at + 1
            if not page.words[at].plain[:1].isupper() and page.words[at].key != "and":
                break
            at += 1
        return last if at == last or page.words[last].plain.islower() else None

    def _organ(self, bare: BareOrgan) -> Actor | None:
        owners = self._owners.get(bare.kind, set())
        if len(owners) == 1:
            return self._book.office(bare.kind, next(iter(owners)))
        lands = self._whose.lands
        if bare.actor is not None and (not lands or bare.actor.country in lands):
            return bare.actor
        only = self._whose.only
        if bare.actor is not None and only is not None and only.country not in bare.states:
            return bare.actor
        return self._book.office(bare.kind, only.country) if only and only.country else None
