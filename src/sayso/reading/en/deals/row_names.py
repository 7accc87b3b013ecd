"""The parties of a row: who is named at a token, with his article, office and name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence

from sayso.books.deal_frames import RowWords
from sayso.books.deals import DealWords
from sayso.model.reading import Token
from sayso.model.text import Mention, Party
from sayso.reading.en.deals.element import Element
from sayso.reading.en.deals.parties import Parties
from sayso.reading.tree import Tree

_OF = frozenset({"the", "of", "defence", "defense", "armed", "air", "foreign"})
_LONGEST = 4  # words of a maker's name


class RowNames:
    """The parties of one article's rows."""

    def __init__(
        self,
        tree: Tree,
        deals: DealWords,
        words: RowWords,
        mentions: Sequence[Mention],
        parties: Parties,
    ) -> None:
        self._tree = tree
        self._words = words
        self._parties = parties
        told = (one for one in mentions if one.actor or one.place or one.quantity)
        self._mentions = sorted(told, key=lambda one: (one.span.start, -one.span.end))
        self._starts = [one.span.start for one in self._mentions]
        self._ourselves = deals.ourselves
        self._lands = deals.lands | deals.organs
        organs = deals.carriers | deals.crews | deals.officers | deals.organs | deals.forces
        self._organs = (organs | words.speakers) - deals.firms - words.works

    def mention(self, at: int) -> Mention | None:
        """What is named at a token: an actor before a place, and a place before a number."""
        start = self._tree.tokens[at].start
        place = bisect_left(self._starts, start)
        here = [one for one in self._mentions[place : place + 3] if one.span.start == start]
        here.sort(key=lambda one: (one.actor is None, one.quantity is not None))
        return here[0] if here else None

    def of(self, at: int, things: Container[int]) -> Element | None:
        """A party that begins at a token, with its article, its office and its name."""
        tokens = self._tree.tokens
        begin = at
        if tokens[at].text.lower() in self._ourselves and (we := self._parties.of(at)):
            return Element("P", "", at, at + 1, party=we)
        if tokens[at].tag == "PRP$" and at + 1 < len(tokens):
            own = self._parties.of(at + 1) if tokens[at + 1].lemma in self._lands else None
            return Element("P", "", at, at + 2, party=own) if own is not None else None
        party, last = self._named(at)
        if party is None and tokens[at].pos == "DET" and at + 1 < len(tokens):
            begin = at + 1
            party, last = self._named(begin)
        adjective = self._parties.is_adjective(begin)
        if party is None:
            party, last = self._parties.adjective(begin), begin + 1
            adjective = party is not None
        if party is None:
            return None
        if last in things and (_is_short(tokens[begin:last]) or self._parties.is_company(party)):
            return Element("A", "", at, last, party=party)  # "US tanks", "Saab jets"
        if adjective:
            return self._national(at, last, things, party)
        while last < len(tokens) and last not in things and self._is_name(last):
            last += 1
        return Element("P", "", at, last, party=party)

    def governing(self, row: list[Element], party: Element) -> Element:
        """Reads "*the government of* Oslo", and takes these words from the row."""
        back = len(row) - 1
        while back and not row[back - 1].kind and row[back - 1].lemma in self._organs | _OF:
            back -= 1
        told = row[back:-1]
        if not any(one.lemma in self._organs for one in told):
            return party
        del row[back:]
        return party._replace(first=told[0].first)

    def _national(self, at: int, last: int, things: Container[int], party: Party) -> Element:
        """What begins with a state's adjective: its organ or officer, its weapons, or what is made there."""
        tokens = self._tree.tokens
        hyphen = last + 1 < len(tokens) and tokens[last].text == "-"
        told = tokens[last + 1].text.lower() if hyphen else ""
        if told in self._words.making:
            return Element("", "", at, last + 2)
        if told in self._words.giving:
            return Element("A", "", at, last + 2, party=party, given=True)
        behind = last
        while behind < len(tokens) and behind not in things and self._is_of_office(behind):
            behind += 1
        while behind > last and tokens[behind - 1].text == "-":
            behind -= 1
        kind = "P" if any(self._heads(one) for one in range(last, behind)) else "A"
        return Element(kind, "", at, behind if kind == "P" else last, party=party)

    def _named(self, at: int) -> tuple[Party | None, int]:
        """Who is named at a token, and where the name ends."""
        one = self.mention(at)
        tokens = self._tree.tokens
        if one is not None and (one.actor is not None or one.place is not None):
            last = end_of(self._tree, at, one.span.end)
            party = (
                self._parties.named(at)
                if one.actor is not None
                else self._parties.capital(one.span)
            )
            if party is not None:
                return party, last
        if tokens[at].text[:1].isupper():
            for last in range(min(at + _LONGEST, len(tokens)), at, -1):
                party = self._parties.making(range(at, last))
                if party is not None:
                    return party, last
        return None, at

    def _is_name(self, at: int) -> bool:
        """Whether a token goes on with the name before it."""
        token = self._tree.tokens[at]
        named = token.pos == "PROPN" and token.text not in self._words.no_names
        return named and token.text[:1].isupper() and self.mention(at) is None

    def _is_of_office(self, at: int) -> bool:
        token = self._tree.tokens[at]
        if token.text[:1].isupper() and token.pos in ("PROPN", "NOUN", "ADJ"):
            return True
        if token.text == "-":
            return True
        return token.lemma in self._organs | self._words.offices

    def _heads(self, at: int) -> bool:
        """Whether a token names an organ, or somebody."""
        token = self._tree.tokens[at]
        return token.lemma.lower() in self._organs or token.tag in ("NNP", "NNPS")


def end_of(tree: Tree, at: int, end: int) -> int:
    """The first token from here that begins behind an offset."""
    while at < len(tree.tokens) and tree.tokens[at].start < end:
        at += 1
    return at


def _is_short(name: Sequence[Token]) -> bool:
    """Whether a name is written in capitals alone, and may stand for an adjective: "US", "U.K."."""
    return all(token.text.replace(".", "").isupper() for token in name)
