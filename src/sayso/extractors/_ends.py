"""Both ends of an event: who does it, and to whom it is done."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from sayso.extractors._plover import Kind, Scene, inner_of, is_own, is_same, speaker_of, told_by
from sayso.model.reading import Argument, Predicate
from sayso.model.text import Mention, Party

# Who is at the other end, first choice first.
_RECIPIENTS = (
    "patient",
    "goal",
    "against",
    "subject",
    "with",
    "benefit",
    "about",
    "of",
    "source",
    "between",
)
_RECIPIENTS_OF: Mapping[tuple[str, str | None], tuple[str, ...]] = {
    ("AID", None): ("goal", "benefit", *_RECIPIENTS),
    ("ASSAULT", None): (*_RECIPIENTS, "place"),
    ("COOPERATE", None): ("goal", "with", *_RECIPIENTS),
    ("CONSULT", None): ("patient", "goal", "with"),
    ("MOBILIZE", None): ("against",),
    ("ACCUSE", "allege"): ("patient", "against", "goal", "subject", "about"),
    ("ACCUSE", "disapprove"): tuple(role for role in _RECIPIENTS if role != "goal"),
    ("ACCUSE", "investigate"): ("patient", "goal", "about", "of"),
    ("COERCE", "arrest"): ("patient",),
    ("CONCEDE", None): tuple(role for role in _RECIPIENTS if role != "benefit"),
    ("COERCE", "seize"): ("source", *_RECIPIENTS),
    ("SANCTION", "convict"): ("patient",),
    ("REQUEST", None): tuple(role for role in _RECIPIENTS if role != "benefit"),
    ("PROTEST", None): ("against", "patient", "about"),
    ("RETREAT", "withdraw"): ("source",),
    ("SANCTION", "withdraw"): ("source", "with", "place"),
}
# Those who meet are all actors; and where a protest takes place does not tell against whom it is.
_JUDGING = frozenset({"ACCUSE", "SUPPORT"})
_ASKING = _JUDGING | {"REQUEST"}
# What is called for, and whose it is, tells nothing of who is asked for it.
_CALLED_FOR = frozenset({"patient", "goal", "about", "subject"})
_UNAIMED = frozenset({"CONSULT"})
_UNPLACED = frozenset({"PROTEST"})
# What is promised somewhere is not promised to the place.
_ANYWHERE = frozenset({"AGREE", "REJECT"})
# Who is asked to join in something is whom it is to be done with.
_ASKED_OF = frozenset({"CONSULT", "AGREE", "COOPERATE", "AID"})
# What is done by being said: who says it does it.
_SAID = frozenset({"THREATEN", "AGREE", "CONCEDE", "REJECT", "REQUEST", "ACCUSE", "SUPPORT"})
# Who is asked for a ban on somebody is not that somebody; to whom one complains is not blamed.
_UNNAMED: Mapping[str, frozenset[str]] = {
    "REQUEST": frozenset({"about", "against", "purpose"}),
    "ACCUSE": frozenset({"goal"}),
    "CONCEDE": frozenset({"goal"}),
}
# To do something, or not to, is not promised or refused to whoever the deed only names.
_UNDERTAKEN = frozenset({"AGREE", "REJECT"})
# Where the words around an act tell whom it is aimed at.
_AROUND = frozenset({"place", "about", "goal", "against", "purpose"})
# Where what is done to a thing is done to those whose country or side its words name: "a bridge near Riga".
_DONE_TO: Mapping[str, frozenset[str]] = dict.fromkeys(
    ("ASSAULT", "COERCE", "RETREAT", "CONCEDE", "SANCTION"), frozenset({"patient"})
)
# Roles that tell of a thing that is done something to, where there is one.
_OF_THINGS = frozenset({"about", "of", "source", "benefit"})
# Who can be at the other end of an act without being its grammatical object.
_POWERS = frozenset({"state", "government", "armed_group"})
_STANDING = frozenset({"state", "government", "person", "organisation", "armed_group", "company"})


def named(predicate: Predicate, roles: tuple[str, ...]) -> tuple[Party, ...]:
    """The somebodies in these roles, each once; of a thing its owner ("the ministry's letter")."""
    found: dict[str, Party] = {}
    for argument in predicate.arguments:
        if argument.role in roles:
            settled = argument.somebody and not argument.unclear
            party = argument.party if settled else argument.owner
            if party is not None:
                found.setdefault(party.resolved or party.name, party)
    return tuple(found.values())


def doers(scene: Scene, predicate: Predicate, kind: Kind) -> tuple[Party, ...]:
    """Who does it; where speakers tell of themselves by a pronoun, the speaker ("Bern said it …").

    "We" is the speaker who is more than one, and whoever threatens, promises or refuses in the name of others.
    """
    speaker = speaker_of(scene, predicate)
    agents = [one for one in predicate.arguments if one.role == "agent"]
    if speaker is not None and any(one.own == "speaker" and is_own(one, speaker) for one in agents):
        return (speaker,)
    parties = named(predicate, ("agent",))
    sides = {one.party.span for one in agents if one.own == "side" and one.party.actor is None}
    others = tuple(party for party in parties if party.span not in sides)
    if others or not parties or speaker is None:
        return others
    persons = {actor.id for actor in scene.reading.actors if actor.type == "person"}
    return (speaker,) if speaker.actor not in persons or kind.type in _SAID else ()


def aimed_at(
    scene: Scene, predicate: Predicate, kind: Kind, actors: Sequence[Party]
) -> tuple[Party, ...]:
    """Whom the act, or the act that is promised, refused or threatened, is aimed at.

    Without an object that is somebody else, it is whom or what place the act's own words name: "imposed a
    curfew in Riga", "sanctions on Riga".
    """
    found = _told(scene, predicate, kind)
    governed = None if found or kind.type == "REQUEST" else inner_of(scene, predicate)
    if governed is not None:
        found = _recipients(governed, kind)
    if found is None:
        return ()
    others = tuple(party for party in found if not _is_among(party, actors))
    said_of = kind.type in _JUDGING and any(one.role == "patient" for one in predicate.arguments)
    called_for = kind.type == "REQUEST" and any(o.role == "benefit" for o in predicate.arguments)
    if others or not actors or kind.type in _UNAIMED or said_of or called_for:
        return others
    around = _AROUND - {"place"} if kind.type in _ANYWHERE else _AROUND
    around -= _UNNAMED.get(kind.type, frozenset())
    if kind.type in _UNDERTAKEN and governed is None and inner_of(scene, predicate) is None:
        around -= {"purpose"}  # "promised to build a wall along Lettland": not promised to it
    if kind.type == "MOBILIZE" and all(one.actor is None for one in actors):
        around -= {
            "purpose"
        }  # "the navy sent ships to protect Lettish trade": its own, for all we know
    around |= _DONE_TO.get(kind.type, frozenset())
    return tuple(_mentioned(scene, predicate, actors, around, kind.type not in _UNPLACED))[:1]


def asked_or_blamed(
    scene: Scene, predicate: Predicate, kind: Kind, actors: Sequence[Party]
) -> tuple[Party, ...]:
    """Whom those who protest ask or blame, by no more than their words for it."""
    found = _told(scene, predicate, kind) or ()
    return tuple(party for party in found if not _is_among(party, actors))


def _told(scene: Scene, predicate: Predicate, kind: Kind) -> tuple[Party, ...] | None:
    found = _recipients(predicate, kind)
    return _asked(scene, predicate, kind, found) if kind.type == "REQUEST" else found


def _asked(
    scene: Scene, predicate: Predicate, kind: Kind, found: tuple[Party, ...] | None
) -> tuple[Party, ...] | None:
    """Who is asked: not whom what is asked for befalls ("demanded that the crew be freed")."""
    if found:
        subjects = {one.span for one in predicate.arguments if one.role == "subject"}
        befallen = {
            one.span
            for other in scene.predicates
            for one in other.arguments
            if one.role == "patient" and other is not predicate
        }
        return tuple(one for one in found if one.span not in subjects & befallen)
    inner = inner_of(scene, predicate)
    asked = None if inner is None else told_by(inner)
    if found == () and inner is not None and asked is not None and asked.type in _ASKED_OF:
        return _recipients(inner, kind)
    return found


def _recipients(predicate: Predicate, kind: Kind) -> tuple[Party, ...] | None:
    """Those at the other end: the first role that holds somebody; else the owner of the first thing.

    None where it is somebody whom the words do not settle ("told them"): nobody else is.
    """
    by_role: dict[str, list[Argument]] = {}
    for argument in predicate.arguments:
        by_role.setdefault(argument.role, []).append(argument)
    done = told_by(predicate) or kind
    roles = next(
        (_RECIPIENTS_OF[one] for one in (done, kind, (kind.type, None)) if one in _RECIPIENTS_OF),
        _RECIPIENTS,
    )
    if kind.type == "REQUEST" and "benefit" in by_role:
        roles = tuple(role for role in roles if role in _CALLED_FOR)
    if "patient" in by_role and done.type in _ASKING:
        roles = tuple(role for role in roles if role not in _OF_THINGS)
    for role in roles:
        found = by_role.get(role, ())
        somebody = [one for one in found if one.somebody]
        if somebody:
            clear = tuple(one.party for one in somebody if not one.unclear and one.own is None)
            return clear or None
        owners = tuple(one.owner for one in found if one.owner is not None)
        if owners and role != "place":
            return _whole(owners, predicate)
    return ()


def _whole(owners: tuple[Party, ...], predicate: Predicate) -> tuple[Party, ...]:
    """The owners with those who are joined to one: "withheld support from Bern and Riga"."""
    for owner in owners:
        role = next((o.role for o in predicate.arguments if o.party.span == owner.span), None)
        joined = [one for one in predicate.arguments if one.role == role and one.somebody]
        if role is not None and len(joined) > 1 and len(owners) == 1:
            return tuple(one.party for one in joined if not one.unclear)
    return owners


def _mentioned(
    scene: Scene,
    predicate: Predicate,
    actors: Sequence[Party],
    around: Collection[str],
    placed: bool,
) -> Iterator[Party]:
    """Whom, or with `placed` what place, the words around the act name, in text order."""
    mentions = scene.reading.mentions
    for argument in predicate.arguments:
        if argument.role not in around:
            continue
        first = bisect_left(mentions, argument.span.start, key=lambda one: one.span.start)
        for mention in mentions[first:]:
            if mention.span.start >= argument.whole.end:
                break
            party = _party(mention, placed, placed and argument.role == "purpose")
            if party is not None and not _is_among(party, actors):
                yield party


def _party(mention: Mention, placed: bool, far: bool) -> Party | None:
    """A Mention of somebody, or of a place that stands for those who live there.

    Where a clause beneath is what names them (`far`), only powers are at the other end.
    """
    if mention.actor is not None and mention.actor.type in (_POWERS if far else _STANDING):
        return Party(
            name=mention.span.text,
            resolved=mention.actor.name,
            actor=mention.actor.id,
            span=mention.span,
        )
    if placed and mention.place is not None and mention.place.country is not None:
        return Party(name=mention.span.text, span=mention.span)
    return None


def _is_among(party: Party, actors: Sequence[Party]) -> bool:
    return any(is_same(party, actor) for actor in actors)
