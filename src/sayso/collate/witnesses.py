"""Witnesses: the newsrooms and primary texts that recorded an utterance themselves.

A newsroom that was told ("told Corvane", "in an interview with Corvane") heard it. One that only cites
the speaker may have read it elsewhere: all such together prove that somebody heard it, and no more.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.books.accounts import AccountBook
from sayso.collate.parties import Parties
from sayso.collate.tellings import Telling
from sayso.model.ledger import Statement
from sayso.model.text import NEWSROOMS


def count_witnesses(
    tellings: Iterable[Telling], parties: Parties, copies: frozenset[str], book: AccountBook
) -> int:
    """How many newsrooms (by owner) and primary texts are shown to have recorded it.

    `copies` are articles that repeat another one's text: they witness nothing. What is only presupposed in a
    threat was not uttered as such.
    """
    shown: set[str] = set()
    relayed = False
    for telling in tellings:
        if telling.presupposed:
            continue
        statement = telling.statement
        if telling.voice == "newsroom":
            observer = parties.actor(statement.speaker)
            if observer is not None and is_present(statement, parties, book):
                shown.add(parties.owner(observer))
            continue
        if telling.voice == "nobody":
            continue
        if telling.voice in {"person", "institution"} and is_published(statement, book):
            shown.add(f"text of {statement.speaker.actor if statement.speaker else ''}")
            continue
        room = _seen_by(telling, parties, book) or told_room(statement, parties, book)
        if room is not None:
            shown.add(room)
        elif statement.article not in copies and is_present(statement, parties, book):
            house = parties.house(statement.article)
            if house is not None and not parties.newsrooms(statement):
                shown.add(house)
        relayed = relayed or bool(parties.newsrooms(statement))
    return len(shown) or int(relayed)


def is_published(statement: Statement, book: AccountBook) -> bool:
    """True for words that their author published: a post, an open letter, a ministry's page."""
    words = (statement.occasion or "").casefold()
    return statement.act == "writing" and (
        not words or any(noun in words for noun in book.published)
    )


def told_room(statement: Statement, parties: Parties, book: AccountBook) -> str | None:
    """The owner of the newsroom that the speaker told it to, where the words say so: also the outlet itself."""
    own = parties.article(statement.article).outlet
    if own and any(own.casefold() == party.name.casefold() for party in statement.addressees):
        return parties.house(statement.article)
    hearers = [parties.actor(party) for party in statement.addressees]
    hearers.extend(parties.newsrooms_in(statement.occasion or ""))
    cue = statement.cue.text.casefold() if statement.cue else ""
    if any(word in cue for word in book.telling):
        hearers.extend(parties.actor(link.party) for link in parties.newsrooms(statement)[-1:])
    rooms = sorted(
        parties.owner(actor) for actor in hearers if actor is not None and actor.type in NEWSROOMS
    )
    return rooms[0] if rooms else None


def _seen_by(telling: Telling, parties: Parties, book: AccountBook) -> str | None:
    """The owner of the newsroom that has seen a document, where another outlet says so."""
    if telling.voice != "document" or not is_present(telling.statement, parties, book):
        return None
    rooms = [parties.actor(link.party) for link in parties.newsrooms(telling.statement)]
    owners = sorted(parties.owner(actor) for actor in rooms if actor and actor.type in NEWSROOMS)
    return owners[0] if owners else None


def is_present(statement: Statement, parties: Parties, book: AccountBook) -> bool:
    """True where the words show that a newsroom was there when it was said, or when it happened."""
    speaker = statement.speaker
    if speaker is not None:
        words = set(speaker.name.casefold().split())
        if words & book.newsroom_people and parties.voice(speaker) in {"newsroom", "unnamed"}:
            return True
    folded = " ".join(span.text.casefold() for span in statement.spans)
    folded = f"{folded} {(statement.occasion or '').casefold()}"
    return any(phrase in folded for phrase in book.presence)
