"""Who can speak or act for a power, and whose side they are on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from msgspec import structs

from sayso.extractors._shaping import holds
from sayso.model.ledger import Authority
from sayso.model.reading import Reading
from sayso.model.text import Actor, Mention, Party, Span

_POWERS = ("state", "government", "armed_group", "organisation")
_AUTHORITIES: dict[str, Authority] = {
    "leader": "leader",
    "minister": "minister",
    "envoy": "envoy",
    "spokesperson": "spokesperson",
    "legislator": "legislator",
    "official": "other",
    "military": "other",
    "rising": "other",
    "body": "other",
    "league": "leader",
    "staff": "other",
    "seceded": "leader",
}
_PRIVATE = ("person", "company", "outlet", "agency")
_UNARMED = ("NGO", "LAB", "BUS", "MED", "EDU")
_JOINT = 5  # characters between the names of a joint party, at most
_ITS, _LED = "its ", "-led "
_ARTICLE = 4  # characters of an article


class Sides:
    """Who can draw a line, and whose side they are on."""

    def __init__(self, reading: Reading) -> None:
        self._actors = {actor.id: actor for actor in reading.actors}
        self._groups = {one.name for one in reading.actors if one.type == "armed_group"}
        self._offices = dict(reading.offices)
        self._mentions = [one for one in reading.mentions if one.actor is not None]
        self._places = [one.span for one in reading.mentions if one.place is not None]

    def actor(self, party: Party | None) -> Actor | None:
        return self._actors.get(party.actor) if party is not None and party.actor else None

    def authority(self, party: Party) -> Authority | None:
        """The rank of a party's office; several without a name have it where their power is told."""
        class_ = self._offices.get(party.role or party.name, "")
        its = party.span is not None and party.span.text.lower().startswith(_ITS)
        actor = self.actor(party)
        nobody = actor is None or (its and actor.country is None)
        ranked = bool(party.role) and not (class_ == "official" and nobody)
        return _AUTHORITIES.get(class_) if ranked or self._is_told(party) else None

    def is_power(self, party: Party | None) -> bool:
        """A state or a power like it, or somebody who holds an office that speaks for one."""
        if party is None:
            return False
        actor = self.actor(party)
        if self._is_owned(party):
            return True
        if actor is None or actor.type == "person":
            return self.authority(party) is not None or self._are_states(party)
        if actor.type in ("outlet", "agency"):
            return self._offices.get(actor.name) == "organ"
        if actor.type == "organisation":  # of states: not an unknown one, nor a charity
            known = actor.source is not None and actor.sector not in _UNARMED
            return known or self._offices.get(party.name) == "formation"
        return actor.type in _POWERS

    def _is_owned(self, party: Party) -> bool:
        """Whether a party that no book knows is a body of the power whose name it begins with: "Iran's Guardian Council"."""
        actor = self.actor(party)
        unknown = actor is None or (actor.type == "organisation" and actor.source is None)
        if not unknown or self._offices.get(party.name) != "owned" or party.span is None:
            return False
        return any(
            one.actor is not None
            and one.actor.id != party.actor
            and one.span.start - party.span.start <= _ARTICLE
            and self.is_power(Party(name=one.span.text, actor=one.actor.id, span=one.span))
            for one in self._within((party.span,))
        )

    def is_private(self, party: Party) -> bool:
        """Whether a party is a firm, a newsroom, or a person of whom no office is told."""
        actor = self.actor(party)
        if actor is None or actor.type not in _PRIVATE:
            return False
        return not party.role and not any(role.of for role in actor.roles)

    def are_lands(self, party: Party | None) -> bool:
        """Whether a party is several states without their names: "European countries"."""
        return party is not None and self._offices.get(party.name) == "lands"

    def _are_states(self, party: Party) -> bool:
        """Whether a party without an office is several states: "Oslo and Bergen"."""
        spans = (party.span,) if party.span is not None and party.role is None else ()
        named = [one for one in self._within(spans) if one.actor is not None]
        states = [one.span for one in named if one.actor and one.actor.type == "state"]
        besides = len(party.name) - sum(len(one.text) for one in states)
        return len(states) > 1 and besides <= _JOINT * (len(states) - 1) + _ARTICLE

    def _is_told(self, party: Party) -> bool:
        """Whether the words that name a party name a power: "Algerian diplomats"; of armed ones, a place."""
        spans = (party.span,) if party.span is not None else ()
        class_ = self._offices.get(party.name)
        if class_ in ("league", "seceded", "staff"):
            return True
        if class_ == "rising" and any(holds(spans, one) for one in self._places):
            return True  # "the junta in Niamey"
        if class_ == "body" and (party.name.startswith(_ITS) or _LED in party.name):
            return True  # "its commerce ministry", "the Danish-led coalition"
        return any(
            one.actor is not None and one.actor.type in _POWERS for one in self._within(spans)
        )

    def is_guessed(self, party: Party) -> bool:
        """Whether somebody of a rank has a state that no words of his office name."""
        actor = self.actor(party)
        ranked = self._offices.get(party.role or party.name) == "military"
        named = actor is not None and any(role.of for role in actor.roles)
        return ranked and actor is not None and actor.country is not None and not named

    def is_state(self, party: Party | None) -> bool:
        """Whether a party is a state or its government."""
        actor = self.actor(party)
        return actor is not None and actor.type in ("state", "government")

    def is_organisation(self, party: Party | None) -> bool:
        """Whether a party is an organisation of states."""
        actor = self.actor(party)
        known = actor is not None and actor.type == "organisation"
        return known and party is not None and not self._is_owned(party)

    def is_armed(self, party: Party | None) -> bool:
        """Whether a party is an armed group, or holds an office of one."""
        actor = self.actor(party)
        if actor is None or party is None:
            return False
        held = any(role.of in self._groups for role in actor.roles)
        spans = (party.span,) if party.span is not None and actor.type == "person" else ()
        told = any(one.actor and one.actor.type == "armed_group" for one in self._within(spans))
        return actor.type == "armed_group" or held or told

    def named(self, party: Party | None) -> Party | None:
        """The party, or the one state that its words name: "Chilean trawlers" are Chile's."""
        if party is None or party.actor is not None or party.span is None:
            return party
        states = [
            Party(name=one.span.text, resolved=who.name, actor=who.id, span=one.span)
            for one in self._within((party.span,))
            if (who := one.actor) is not None and who.type == "state"
        ]
        return states[0] if len(states) == 1 else party

    def power_of(self, party: Party | None) -> Party | None:
        """The party, or the state whose body it is, where the text names that: "Danish troops" are Denmark's."""
        actor = self.actor(party)
        if party is None or actor is None or actor.type != "government":
            return party
        states = [one for one in self._actors.values() if one.type == "state"]
        state = next((one for one in states if one.country == actor.country), None)
        if state is None or actor.country is None:
            return party
        return structs.replace(party, resolved=state.name, actor=state.id)

    def owner(self, party: Party) -> Party | None:
        """The state that a party's words begin with, but for an article: "the Chilean coastguard"."""
        named = self.named(party)
        if named is None or named is party or named.span is None or party.span is None:
            return None
        return named if named.span.start - party.span.start <= _ARTICLE else None

    def country(self, party: Party | None) -> str | None:
        """The state whose side a party is on: its own, or the one in the words that name it.

        The state that an envoy of unnamed sender is posted to ("its ambassador to Peru") is not it.
        """
        actor = self.actor(party)
        if actor is not None and actor.country is not None:
            return actor.country
        if party is None or party.span is None:
            return None
        posted = party.role if self.authority(party) == "envoy" else None
        return next(
            (
                who.country
                for one in self._within((party.span,))
                if (who := one.actor) is not None
                and not (posted is not None and posted.endswith(who.name))
            ),
            None,
        )

    def same(self, one: Party | None, other: Party | None) -> bool:
        """Whether two parties are known to be on one side."""
        if one is None or other is None:
            return False
        if one.actor is not None and one.actor == other.actor:
            return True
        if self._is_at_odds(one, other) or self._is_at_odds(other, one):
            return False
        country = self.country(one)
        return country is not None and country == self.country(other)

    def _is_at_odds(self, group: Party, other: Party) -> bool:
        """Whether an armed group stands beside the state that it is in, or one who holds an office there."""
        who = self.actor(other)
        if not self.is_group(group):
            return False
        if who is None:  # "the Danish army chief", without a name
            return self.authority(other) is not None and not self.is_group(other)
        offices = {role.of for role in who.roles if role.of is not None} - self._groups
        held = who.type == "person" and bool(offices)
        return who.type in ("state", "government") or held

    def speaks_for(self, one: Party, body: Party | None) -> bool:
        """Whether somebody is told as one of a body of states: "E.U. leaders" are the Union's."""
        actor = self.actor(body)
        if actor is None or actor.type != "organisation" or one.span is None:
            return False
        return any(
            who.actor is not None and who.actor.id == actor.id for who in self._within((one.span,))
        )

    def is_of_body(self, party: Party, other: Party | None) -> bool:
        """Whether the words that name somebody name a body that is not `other`: "two EU diplomats"."""
        spans = (party.span,) if party.span is not None else ()
        named = (one.actor for one in self._within(spans))
        known = [who for who in named if who is not None and self._actors[who.id].source]
        bodies = [who.id for who in known if who.type == "organisation"]
        return bool(bodies) and (other is None or other.actor not in bodies)

    def is_group(self, party: Party) -> bool:
        """Whether a party is an armed group or speaks for one alone, or is of its name: "the FNL rebels"."""
        actor = self.actor(party)
        held = {role.of for role in actor.roles if role.of is not None} if actor else set()
        if actor is not None and actor.type != "person":
            return actor.type == "armed_group"
        if held:
            return held <= self._groups
        spans = (party.span,) if party.span is not None else ()
        told = [one.actor for one in self._within(spans)]
        return len(told) == 1 and told[0] is not None and told[0].type == "armed_group"

    def joins(self, one: Party, other: Party) -> bool:
        """Whether a party is on one's side, or names it among others: "neither Oslo nor Bergen"."""
        if self.same(one, other):
            return True
        if other.actor is not None or other.span is None:
            return False
        country = self.country(one)
        return country is not None and any(
            each.actor is not None and each.actor.country == country
            for each in self._within((other.span,))
        )

    def foreign(self, party: Party, spans: Sequence[Span]) -> bool:
        """Whether these words name a power that is not on the party's side."""
        country = self.country(party)
        return any(
            one.actor is not None
            and one.actor.id != party.actor
            and one.actor.type in _POWERS
            and (one.actor.country is None or one.actor.country != country)
            for one in self._within(spans)
        )

    def other(
        self, party: Party, spans: Sequence[Span], own: Collection[str | None] = ()
    ) -> Party | None:
        """The one power not on the party's side that these words name; None for none and for several.

        Nor one of its `own`.
        """
        country = self.country(party)
        found = {
            who.id: Party(name=one.span.text, resolved=who.name, actor=who.id, span=one.span)
            for one in self._within(spans)
            if (who := one.actor) is not None
            and who.type in _POWERS
            and who.id not in (party.actor, *own)
            and (who.country is None or who.country != country)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def names(self, party: Party, spans: Sequence[Span]) -> bool:
        """Whether these words name a party."""
        return any(
            one.actor is not None and one.actor.id == party.actor for one in self._within(spans)
        )

    def touches(self, party: Party, spans: Sequence[Span]) -> bool:
        """Whether these words name the party's own state: "relations with Oslo", by Oslo's envoy."""
        country = self.country(party)
        return country is not None and any(
            one.actor is not None and one.actor.type in _POWERS and one.actor.country == country
            for one in self._within(spans)
        )

    def _within(self, spans: Sequence[Span]) -> Iterable[Mention]:
        return (one for one in self._mentions if holds(spans, one.span))
