"""The class of an office from its words: "ambassador of Peru to Chile" is an envoy's."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.books.redlines import RedLineBook
from sayso.books.roles import RoleBook
from sayso.books.wording import key
from sayso.model.reading import Attribution

_HEADS = ("chief", "commander", "head")
_DEPUTIES = frozenset({"deputy", "vice"})
_OF = frozenset({"of", "for", "in", "from", "to", "at"})
_OWNERS = ("'s ", "’s ", "s' ", "s’ ")
_WITHIN = frozenset({"in", "at", "within", "inside"})


def office_class(role: str, roles: RoleBook, lines: RedLineBook) -> str | None:
    """The class of the first office that these words name; None where it is a past or a minor one.

    >>> from sayso.books.redlines import load_redlines
    >>> from sayso.books.roles import load_roles
    >>> office_class("deputy foreign minister of Peru", load_roles(), load_redlines())
    'minister'
    >>> office_class("deputy chief of the council", load_roles(), load_redlines())
    'official'
    """
    words = key(role)
    if words and words[0] in lines.former:
        return None
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            noun = roles.nouns.get(words[first:last])
            if noun is not None and not (
                _goes_on(words, last, roles) or _stands_in(words, last, roles)
            ):
                senior = noun.class_ == "military" and lines.senior & set(words[:first])
                return None if noun.noun in lines.junior and not senior else noun.class_
    return None


def _goes_on(words: tuple[str, ...], last: int, roles: RoleBook) -> bool:
    """Whether another office stands right behind one that ends at a word: "deputy | chief of staff"."""
    return any(words[last:end] in roles.nouns for end in range(last + 1, len(words) + 1))


def _stands_in(words: tuple[str, ...], last: int, roles: RoleBook) -> bool:
    """Whether a "deputy" is that of an office told behind it: "deputy | foreign ministry spokesperson"."""
    if words[last - 1] not in _DEPUTIES:
        return False
    end = next((at for at in range(last, len(words)) if words[at] in _OF), len(words))
    return any(words[at:end] in roles.nouns for at in range(last, end))


def _are_of_power(words: tuple[str, ...], lines: RedLineBook) -> bool:
    """Whether a power's own speak unnamed: "Danish foreign ministry sources", "sources in …", "Peru's ruling party"."""
    bodies = lines.bodies.civil | lines.bodies.armed
    rules = any(" ".join(words).endswith(one) for one in lines.bodies.ruling)
    within = words[0] in lines.sources and words[1:2] and words[1] in _WITHIN
    speaking = words[1:] if within else words[:-1] if words[-1] in lines.sources else ()
    return rules or not bodies.isdisjoint(speaking)


def _is_owned(name: str, lines: RedLineBook) -> bool:
    """Whether a name is that of a body behind its owner's: "Iran's Guardian Council", "Hezbollah's media office"."""
    parts = [part for mark in _OWNERS for part in (name.lower().partition(mark),) if part[1]]
    words = key(parts[0][2]) if parts else ()
    head = words[-1] if words else ""
    inner = not lines.inner.isdisjoint(words)
    return not inner and {head, head.removesuffix("s")} & lines.bodies.owned != frozenset()


def _are_lands(name: str, head: str, lines: RedLineBook) -> bool:
    """Whether several states are told by what they are: "European countries", "Western powers"."""
    many = name.endswith("s") and head.removesuffix("ie") + "y" in lines.bodies.lands
    many = many or (name.endswith("s") and head in lines.bodies.lands)
    return many and len(name.split()) > 1 and name.split()[-2].lower() not in ("the", "any", "all")


def _are_of_region(words: tuple[str, ...], roles: RoleBook, lines: RedLineBook) -> bool:
    """Whether the rulers of a part of the world speak together: "West African leaders"."""
    told = roles.nouns.get((words[-1].removesuffix("s"),)) if len(words) > 1 else None
    ruling = told is not None and told.class_ in ("leader", "minister") and words[-1].endswith("s")
    return ruling and words[-2] in lines.bodies.regions


def _is_formation(words: tuple[str, ...], lines: RedLineBook) -> bool:
    """Whether a name is that of a part of a state's forces: "the Second Army Region"."""
    return " ".join(words).endswith(lines.bodies.formations)


def _is_of_staff(words: tuple[str, ...], lines: RedLineBook) -> bool:
    """Whether somebody without a known name commands a formation: "General Staff chief A B"."""
    told = " ".join(words)
    return any(f"{one} {head}" in told for one in lines.bodies.formations for head in _HEADS)


def _has_seceded(name: str, roles: RoleBook, lines: RedLineBook) -> bool:
    """Whether somebody leads a land that has broken away: "the Transnistrian leader, A B"."""
    words = key(name.replace(",", " "))
    ends = (at for at in range(1, len(words)) if words[at - 1] in lines.bodies.seceded)
    ends = (at for at in ends if "of" not in words[at + 1 : at + 2])
    told = (roles.nouns.get((words[at],)) for at in ends)
    return any(one is not None and one.class_ == "leader" for one in told)


def _is_member(words: tuple[str, ...], lines: RedLineBook) -> bool:
    """Whether a name is told to be of those who lead a power: "A B, a member of the FNL's executive"."""
    begins = next((at for at in range(len(words) - 1) if words[at : at + 2] == ("member", "of")), 0)
    return begins > 1 and words[-1] in lines.bodies.leading


def _head(words: tuple[str, ...], lines: RedLineBook) -> str:
    """The noun that a name hangs on, in the singular: "*rebels* of the north", "the *junta* in Niamey"."""
    inside = (at for at in range(1, len(words)) if words[at] in lines.bodies.around)
    return words[next(inside, len(words)) - 1].removesuffix("s")


def classes_of(
    attributions: Iterable[Attribution], roles: RoleBook, lines: RedLineBook
) -> tuple[tuple[str, str], ...]:
    """Role and class, for every role of those who speak or are spoken to; sorted by role.

    Several whom only their office names have it in their name: "Algerian officials"; an armed body without a
    name of its own ("a Libyan militia") is the military's, one that
    rises against a power is so by its name, one that rules or speaks ("the Bosnian Serb
    parliament") a body's, and one that stands behind its owner's name ("Iran's Guardian Council") is owned. The papers and agencies in which a state speaks are there by name, as organs.
    """
    parties = {
        party
        for one in attributions
        for party in (one.speaker, *one.addressees)
        if party is not None
    }
    held = {(party.role, party.role) for party in parties if party.role is not None}
    unnamed = [party.name for party in parties if party.role is None and party.actor is None]
    organs = {(party.resolved, "organ") for party in parties if party.resolved in lines.organs}
    heads = [(name, name.partition(" of ")[0]) for name in unnamed]
    held |= {(name, head[:-1]) for name, head in heads if head.endswith("s")}
    ends = {name: _head(key(name.partition(", ")[0]), lines) for name in unnamed if key(name)}
    armed = {(name, "military") for name, end in ends.items() if end in lines.bodies.armed}
    armed |= {(name, "rising") for name, end in ends.items() if end in lines.bodies.rising}
    speaking = {name for name, end in ends.items() if end in lines.bodies.speaking}
    armed |= {(name, "body") for name in speaking}
    armed |= {(name, "staff") for name in ends if _is_of_staff(key(name), lines)}
    armed |= {(name, "official") for name in ends if _are_of_power(key(name), lines)}
    armed |= {(name, "league") for name in ends if _are_of_region(key(name), roles, lines)}
    members = [party.name for party in parties if party.role is None and party.actor is not None]
    armed |= {(name, "official") for name in members if _is_member(key(name), lines)}
    armed |= {(name, "formation") for name in members if _is_formation(key(name), lines)}
    armed |= {(name, "seceded") for name in members if _has_seceded(name, roles, lines)}
    armed |= {(name, "lands") for name, end in ends.items() if _are_lands(name, end, lines)}
    known = {name for name, _ in armed}
    owned = {name for name in (*unnamed, *members) if name not in known and _is_owned(name, lines)}
    armed |= {(name, "owned") for name in owned}
    found = ((role, office_class(words, roles, lines)) for role, words in sorted(held))
    leagues = {name for name, class_ in armed if class_ == "league"}
    offices = {(role, class_) for role, class_ in found if class_ and role not in leagues}
    return tuple(sorted(offices | armed | {(name or "", class_) for name, class_ in organs}))
