"""From records to profiles: which slots each kind of record has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.books.accounts import AccountBook
from sayso.collate.parties import Parties
from sayso.collate.profiles import SHORTEST_DATE, Arms, Profile
from sayso.collate.words import stem_of, stems_of, words_of
from sayso.model.collation import LedgerUnion
from sayso.model.ledger import Event, PolicyChange, RedLine, Relation, Transfer
from sayso.model.reading import Ledger
from sayso.model.text import Party, Span, WeaponRef, When

# What a denied transfer would have been, by the stage that is denied.
_DENIED = {
    "considered": "feared",
    "requested": "requested",
    "offered": "promised",
    "negotiated": "negotiating",
    "agreed": "agreed",
    "authorised": "agreed",
    "notified": "announced",
    "contracted": "contracted",
    "produced": "contracted",
    "shipped": "contracted",
    "part_delivered": "delivered",
    "delivered": "delivered",
    "in_service": "delivered",
}
# Acts that say nothing about the deal beyond that a weapon changes hands.
_PLAIN_ACTS = frozenset({"supply", "retransfer"})


class Profiler:
    """Makes the profiles of a batch."""

    def __init__(self, ledgers: Iterable[Ledger], parties: Parties, book: AccountBook) -> None:
        self._parties = parties
        self._book = book
        self._rules = frozenset(stem_of(word, book) for word in book.rule_nouns)
        self._barring = frozenset(stem_of(word, book) for word in book.barring_nouns)
        self._names: dict[str, str] = {}
        self._weapons: dict[str, WeaponRef] = {}
        for ledger in ledgers:
            for mention in ledger.mentions:
                if mention.place is not None:
                    self._names[mention.span.text.casefold()] = mention.place.name
                if mention.weapon is not None:
                    for name in {mention.weapon.name, mention.weapon.id or mention.weapon.name}:
                        self._weapons[name.casefold()] = mention.weapon

    def profile(self, record: LedgerUnion) -> Profile | None:
        """The profile of a record; None for one of which too little is told to compare it."""
        if isinstance(record, Transfer):
            return self._transfer(record)
        if isinstance(record, RedLine):
            return self._redline(record)
        if isinstance(record, PolicyChange):
            return self._policy(record)
        if isinstance(record, Relation):
            return self._relation(record)
        return self._event(record) if isinstance(record, Event) else None

    def _transfer(self, record: Transfer) -> Profile | None:
        supplier = self._parties.side(record.supplier)
        recipient = self._parties.side(record.recipient or record.end_user)
        if supplier is None and recipient is None:
            return None
        made = record.act == "licensed_production"
        act = None if record.act in _PLAIN_ACTS or made else record.act
        family = "production" if made else "return" if record.act == "return" else "transfer"
        # Two who refuse their consent to one deal are two refusals.
        forbidden = record.consent if record.status == "prohibited" else None
        refuser = self._parties.side(forbidden.from_) if forbidden else None
        first, last = _dates(record.when)
        return Profile(
            "transfer",
            (supplier, recipient, family, act, None if made else rung(record), refuser),
            weapon=arms(record.weapon),
            first=first,
            last=last,
        )

    def _redline(self, record: RedLine) -> Profile | None:
        if record.warner is None:
            return None
        person = self._parties.voice(record.warner) != "institution"
        who = record.warner.actor or record.warner.resolved or record.warner.name.casefold()
        pattern = record.condition.pattern
        recipient = self._parties.side_named(pattern.recipient) if pattern else None
        weapon = self._weapons.get((pattern.weapon or "").casefold()) if pattern else None
        kind = (pattern.type or pattern.act, pattern.actor) if pattern else (None, None)
        event = pattern is not None and pattern.record != "transfer"
        return Profile(
            "redline",
            (
                self._parties.side(record.warner),
                who if person else None,
                pattern.record if pattern else None,
                recipient,
                kind[0] if event else None,
            ),
            weapon=arms(weapon),
            # An act without a word of its own ("or else") is like no other.
            words=self._stems(record.condition.spans) or frozenset({record.id}),
            by_words=recipient is None,
        )

    def _policy(self, record: PolicyChange) -> Profile:
        first, last = _dates(record.when)
        words = stems_of(words_of(record.subject, self._book)) - self._rules
        jurisdiction = self._parties.side(record.jurisdiction)
        return Profile(
            "policy_change",
            (jurisdiction, self._direction(record)),
            words=words,
            by_words=True,
            first=first,
            last=last,
        )

    def _direction(self, record: PolicyChange) -> str:
        """Where a rule goes. Of one day a ban that is introduced is a tightening, one that is repealed a relaxing."""
        first, last = _dates(record.when)
        stems = stems_of(words_of(record.subject, self._book))
        if first is None or first != last or not stems & self._barring:
            return record.direction
        return {"introduced": "tightened", "repealed": "relaxed"}.get(
            record.direction, record.direction
        )

    def _relation(self, record: Relation) -> Profile:
        about = self.one_name(record.about) if record.about else ""
        return Profile(
            "relation",
            (record.type,),
            members=self._parties.sides(record.parties),
            words=stems_of(words_of(about, self._book)),
            by_words=True,
        )

    def _event(self, record: Event) -> Profile | None:
        """The slots of an event. Where nobody is told to have done it, it is known by the person to whom it was done."""
        doers, done_to = (
            " ".join(sorted(self._parties.sides(those)))
            for those in (record.actors, record.recipients)
        )
        whom = None if doers else self._person(record.recipients)
        if record.modality != "asserted" or not (doers or whom):
            return None
        first, last = _dates(record.when)
        trigger = "-".join(sorted(stems_of(words_of(record.trigger.text, self._book))))
        return Profile(
            "event",
            (record.type, doers or None, whom or done_to or "nobody", trigger),
            words=self._stems(record.spans),
            by_words=True,
            first=first,
            last=last,
        )

    def _person(self, parties: Sequence[Party]) -> str | None:
        """The one named person among the parties, where there are no others."""
        actors = {party.actor for party in parties}
        known = self._parties.actor(parties[0]) if len(actors) == 1 else None
        return known.id if known is not None and known.type == "person" else None

    def one_name(self, words: str) -> str:
        """The one name of a place that the words name, else the words."""
        folded = words.casefold()
        return self._names.get(folded) or self._names.get(f"the {folded}") or words

    def _stems(self, spans: tuple[Span, ...]) -> frozenset[str]:
        return stems_of(word for span in spans for word in words_of(span.text, self._book))


def arms(weapon: WeaponRef | None) -> Arms:
    """A weapon's kind and id, as profiles compare them."""
    return Arms(weapon.category, weapon.id) if weapon else Arms()


def rung(record: Transfer) -> str | None:
    """How far a transfer is said to be; of a denied one, what is denied."""
    if record.status == "denied" or record.modality == "denied":
        return _DENIED.get(record.stage or "")
    return record.status or record.stage


def _dates(when: When | None) -> tuple[str | None, str | None]:
    if when is None or when.start is None:
        return None, None
    return when.start[:SHORTEST_DATE], (when.end or when.start)[:SHORTEST_DATE]
