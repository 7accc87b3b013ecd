"""Records of red lines, transfers, rules and relations made by hand, in short articles of ours."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from collate.ledgers import Desk, an_actor
from sayso.model.ids import with_id
from sayso.model.ledger import (
    Condition,
    Consequence,
    Event,
    EventType,
    Link,
    Modality,
    Mode,
    Pattern,
    PolicyChange,
    RedLine,
    Relation,
    Stage,
    Transfer,
    TransferAct,
    TransferStatus,
)
from sayso.model.reading import Ledger
from sayso.model.text import Actor, Mention, Party, WeaponRef, When

NORWAY = an_actor("Norway", "state", country="NOR")
CHILE = an_actor("Chile", "state", country="CHL")
PERU = an_actor("Peru", "state", country="PER")
BOLIVIA = an_actor("Bolivia", "state", country="BOL")
ENVOY = an_actor("Ines Barra", country="BOL", office="ambassador of Bolivia to Chile")
DIRECTOR = an_actor("Tomas Quiroga", country="BOL", office="director of the ministry")
MINISTER = an_actor("Elsa Rokkan", country="NOR", office="defence minister")
HOWITZER = WeaponRef(id="weapon_howitzer", name="Ravn howitzer", category="artillery")
SHELLS = WeaponRef(name="guns", category="artillery")


class Dossier:
    """An article whose text grows with its records: each words are evidence, and stand in it once."""

    def __init__(self, path: str, published: str | None = None) -> None:
        self._path = path
        self._published = published
        self._made: list[tuple[Any, ...]] = []
        self._texts: list[str] = []

    def tells(self, words: str, chain: tuple[Actor, ...], record: dict[str, Any]) -> Dossier:
        self._texts.append(words)
        self._made.append((words, chain, record))
        return self

    def transfer(
        self,
        words: str,
        *,
        supplier: Actor | None = None,
        recipient: Actor | None = None,
        weapon: WeaponRef = HOWITZER,
        act: TransferAct = "supply",
        stage: Stage | None = "agreed",
        status: TransferStatus | None = "agreed",
        modality: Modality = "asserted",
        via: tuple[Actor, ...] = (),
        says: tuple[Actor, ...] = (),
        when: When | None = None,
    ) -> Dossier:
        record = {
            "kind": Transfer,
            "supplier": supplier,
            "recipient": recipient,
            "weapon": weapon,
            "act": act,
            "stage": stage,
            "status": status,
            "modality": modality,
            "via": via,
            "when": when,
        }
        return self.tells(words, says, record)

    def line(
        self,
        words: str,
        warner: Actor,
        *,
        to: Actor | None = None,
        act: str = "",
        recipient: Actor | None = None,
        supplier: Actor | None = None,
        deadline: When | None = None,
        pattern: Pattern | None = None,
        modes: tuple[Mode, ...] = ("unspecified",),
        **more: Any,
    ) -> Dossier:
        if recipient is not None:
            pattern = Pattern(
                record="transfer",
                weapon=HOWITZER.id,
                recipient=recipient.id,
                supplier=supplier.id if supplier else None,
            )
        record = {
            "kind": RedLine,
            "warner": warner,
            "warned": to,
            "act": act,
            "pattern": pattern,
            "deadline": deadline,
            "modes": modes,
            **more,
        }
        return self.tells(words, (warner,), record)

    def event(
        self, words: str, type_: EventType, doer: Actor, to: Actor, when: When | None = None
    ) -> Dossier:
        """An event; its trigger is the first of the words."""
        record = {
            "kind": Event,
            "type": type_,
            "actors": (doer,),
            "recipients": (to,),
            "trigger": words.split(maxsplit=1)[0],
            "when": when,
        }
        return self.tells(words, (), record)

    def rule(
        self, words: str, whose: Actor, subject: str, when: When | None = None, **more: Any
    ) -> Dossier:
        record = {
            "kind": PolicyChange,
            "jurisdiction": whose,
            "subject": subject,
            "direction": more.get("direction", "relaxed"),
            "when": when,
        }
        return self.tells(words, more.get("says", ()), record)

    def relation(self, words: str, *parties: Actor, about: str | None = None) -> Dossier:
        record = {"kind": Relation, "type": "dispute", "parties": parties, "about": about}
        return self.tells(words, (), record)

    def ledger(self) -> Ledger:
        desk = Desk(". ".join(self._texts) + ".", path=self._path, published=self._published)
        records = tuple(with_id(self._record(desk, *made)) for made in self._made)
        ledger = desk.ledger()
        mention = Mention(type="weapon", span=desk.span(self._texts[0].split()[0]), weapon=HOWITZER)
        return replace(ledger, records=records, mentions=(mention,))

    def _record(
        self, desk: Desk, words: str, chain: tuple[Actor, ...], given: dict[str, Any]
    ) -> Any:
        span = desk.span(words)
        parties = {
            key: self._parties(desk, value)
            for key, value in given.items()
            if key not in {"kind", "act", "pattern", "modes", "trigger"}
        }
        links = tuple(Link(party=desk.party(actor), span=span, how="says") for actor in chain)
        common: dict[str, Any] = {
            "id": "",
            "article": desk.article.id,
            "spans": (span,),
            "chain": links,
        }
        if given["kind"] is Event:
            return Event(**common, **parties, trigger=desk.span(given["trigger"]))
        if given["kind"] is not RedLine:
            extra = {"act": given["act"]} if "act" in given else {}
            return given["kind"](**common, **extra, **parties)
        act = desk.span(given["act"] or words)
        return RedLine(
            **common,
            **parties,
            condition=Condition(spans=(act,), pattern=given["pattern"], specificity="named"),
            consequence=Consequence(spans=(span,), modes=given["modes"], specificity="vague"),
        )

    @staticmethod
    def _parties(desk: Desk, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(Dossier._parties(desk, one) for one in value)
        return desk.party(value) if isinstance(value, Actor) else value


def dossiers(*found: Dossier) -> list[Ledger]:
    return [one.ledger() for one in found]


def named(party: Party | None) -> str | None:
    return party.resolved if party else None
