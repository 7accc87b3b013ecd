"""RedLines: what one who speaks for a state (or a power like it) says that another's act would bring.

A condition is a red line where all of this can be read, and none of it has to be guessed: somebody with
an office or a state's name says it in public or in private (nobody's thought, nothing denied); what is to
follow is an adverse answer, and it is the speaker's own side that would give it, or left open; what would
bring it is another's act. An answer that may also come by itself ("consequences") needs another state, or
weapons, in the words: else it is a prediction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.extractors._shaping import statement_id
from sayso.model.ids import with_id
from sayso.model.ledger import Authority, By, Condition, Consequence, Mode, Pattern, RedLine
from sayso.model.reading import Attribution, Conditional, Predicate, Reading, Response
from sayso.model.text import Actor, Mention, Party, Span

BY = By(extractor="redlines", version="1")

_UTTERED = ("speech", "writing")
_UNSAID = ("denied", "doubted", "feared", "requested")
_POWERS = ("state", "government", "armed_group", "organisation")
_AUTHORITIES: dict[str, Authority] = {
    "leader": "leader",
    "minister": "minister",
    "envoy": "envoy",
    "spokesperson": "spokesperson",
    "legislator": "legislator",
    "official": "other",
    "military": "other",
}


def extract(reading: Reading) -> Iterator[RedLine]:
    """The red lines of one article, in text order; what one speaker goes on to say of one act is one."""
    sides = _Sides(reading)
    found: list[_Drawn] = []
    for number, one in enumerate(reading.conditions):
        drawn = _drawn(reading, sides, number, one)
        if drawn is None:
            continue
        if found and _goes_on(reading, found[-1], drawn):
            drawn = _joined(found.pop(), drawn)
        found.append(drawn)
    for drawn in found:
        yield _redline(reading, sides, drawn)


class _Drawn(NamedTuple):
    """Conditionals that draw one line, with the words of all their parts."""

    numbers: tuple[int, ...]
    said: int
    warned: Party | None
    condition: tuple[Span, ...]
    consequence: tuple[Span, ...]
    responses: tuple[Response, ...]


class _Sides:
    """Who can draw a line, and whose side they are on."""

    def __init__(self, reading: Reading) -> None:
        self._actors = {actor.id: actor for actor in reading.actors}
        self._offices = dict(reading.offices)
        self._mentions = [one for one in reading.mentions if one.actor is not None]

    def actor(self, party: Party | None) -> Actor | None:
        return self._actors.get(party.actor) if party is not None and party.actor else None

    def authority(self, party: Party) -> Authority | None:
        return _AUTHORITIES.get(self._offices.get(party.role or "", ""))

    def is_power(self, party: Party | None) -> bool:
        """A state or a power like it, or somebody who holds an office that speaks for one."""
        if party is None:
            return False
        actor = self.actor(party)
        if actor is None or actor.type == "person":
            return self.authority(party) is not None
        known = actor.type != "organisation" or actor.source is not None
        return actor.type in _POWERS and known

    def country(self, party: Party | None) -> str | None:
        """The state whose side a party is on: its own, or the one in the words that name it."""
        actor = self.actor(party)
        if actor is not None and actor.country is not None:
            return actor.country
        if party is None or party.span is None:
            return None
        return next(
            (one.actor.country for one in self._within((party.span,)) if one.actor is not None),
            None,
        )

    def same(self, one: Party | None, other: Party | None) -> bool:
        """Whether two parties are known to be on one side."""
        if one is None or other is None:
            return False
        if one.actor is not None and one.actor == other.actor:
            return True
        country = self.country(one)
        return country is not None and country == self.country(other)

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

    def _within(self, spans: Sequence[Span]) -> Iterable[Mention]:
        return (one for one in self._mentions if _holds(spans, one.span))


def _drawn(reading: Reading, sides: _Sides, number: int, one: Conditional) -> _Drawn | None:
    if one.attribution is None:
        return None
    said = reading.attributions[one.attribution]
    warner = said.speaker
    if warner is None or said.act not in _UTTERED or said.modality in _UNSAID:
        return None
    if not sides.is_power(warner) or sides.same(warner, one.doer):
        return None
    warned = _warned(sides, warner, said, one)
    responses = tuple(answer for answer in one.responses if _is_own(sides, warner, answer))
    if one.responses and not responses:
        return None
    words = (*one.antecedent, *one.condition)
    armed = any(m.type == "weapon" and _holds(words, m.span) for m in reading.mentions)
    if not (one.deed or armed):
        return None
    other = warned is not None or armed or sides.foreign(warner, words)
    if not other and not any(answer.own or answer.kind != "effect" for answer in responses):
        return None
    if not responses and (one.consequence or warned is None):
        return None
    return _Drawn(
        (number,),
        one.attribution,
        warned,
        _ordered(words),
        one.consequence if responses else (),
        responses,
    )


def _warned(sides: _Sides, warner: Party, said: Attribution, one: Conditional) -> Party | None:
    """Who is spoken to, else whose act it would be; never the warner's own side."""
    for party in (*said.addressees, one.doer):
        if sides.is_power(party) and not sides.same(warner, party):
            return party
    return None


def _is_own(sides: _Sides, warner: Party, answer: Response) -> bool:
    """Whether an answer is the warner's side's, or left open: else it is harm by a third party."""
    return answer.own or answer.actor is None or sides.same(warner, answer.actor)


def _goes_on(reading: Reading, last: _Drawn, drawn: _Drawn) -> bool:
    """Whether the condition only points back to the one before, in the same mouth and paragraph."""
    one, earlier = (reading.conditions[n] for n in (drawn.numbers[-1], last.numbers[0]))
    if not set(one.antecedent) & {*earlier.condition, *earlier.antecedent}:
        return False
    paragraphs = {reading.sentences[each.sentence].paragraph for each in (one, earlier)}
    speakers = [reading.attributions[each.said].speaker for each in (last, drawn)]
    return len(paragraphs) == 1 and last.said == drawn.said and speakers[0] is not None


def _joined(last: _Drawn, drawn: _Drawn) -> _Drawn:
    return _Drawn(
        (*last.numbers, *drawn.numbers),
        last.said,
        last.warned or drawn.warned,
        _ordered((*last.condition, *drawn.condition)),
        _ordered((*last.consequence, *drawn.consequence)),
        (*last.responses, *drawn.responses),
    )


def _redline(reading: Reading, sides: _Sides, drawn: _Drawn) -> RedLine:
    said = reading.attributions[drawn.said]
    parts = [reading.conditions[number] for number in drawn.numbers]
    warner = said.speaker
    hedges = _ordered(hedge for one in parts for hedge in one.hedges)
    shown = [said.cue, warner.span if warner else None, *drawn.condition, *drawn.consequence]
    return with_id(
        RedLine(
            id="",
            article=reading.article.id,
            spans=_ordered(span for span in shown if span is not None),
            chain=said.chain,
            modality="possible" if hedges else "asserted",
            when=said.when,
            by=BY,
            statement=statement_id(reading, drawn.said),
            warner=warner,
            warned=drawn.warned,
            aim="compel" if any(one.demanded for one in parts) else "deter",
            condition=Condition(
                spans=drawn.condition,
                actor=next((one.doer for one in parts if one.doer is not None), drawn.warned),
                pattern=_pattern(reading, drawn),
                specificity="named" if _is_named(parts) else "vague",
            ),
            consequence=_consequence(drawn),
            deadline=next((one.deadline for one in parts if one.deadline is not None), None),
            hedges=hedges,
            authority=sides.authority(warner) if warner is not None else None,
            channel="private" if any(one.private for one in parts) else "public",
        )
    )


def _is_named(parts: Sequence[Conditional]) -> bool:
    """A specified act: it is told here, or pointed back to."""
    return any(one.antecedent or one.consequence for one in parts)


def _consequence(drawn: _Drawn) -> Consequence:
    modes: dict[Mode, None] = {mode: None for one in drawn.responses for mode in one.modes}
    if len(modes) > 1:
        modes.pop("unspecified", None)
    actors = (one.actor for one in drawn.responses)
    named = any(one.named for one in drawn.responses)
    return Consequence(
        spans=drawn.consequence,
        actor=next((actor for actor in actors if actor is not None), None),
        modes=tuple(sorted(modes)),
        specificity="named" if named else "vague" if drawn.responses else "none",
    )


# --- the act as a pattern ----------------------------------------------------------------------------


def _pattern(reading: Reading, drawn: _Drawn) -> Pattern | None:
    """The act as a Transfer or an Event would show it, from the predicates within the condition."""
    inside = [one for one in reading.predicates if _holds(drawn.condition, one.trigger)]
    weapon = _weapon(reading, drawn.condition)
    transfers = [one for one in inside if _sense(one, "transfers") is not None]
    if transfers:
        one = next((one for one in transfers if _actor(one, "goal")), transfers[-1])
        return Pattern(
            record="transfer",
            weapon=weapon,
            supplier=_actor(one, "agent"),
            recipient=_actor(one, "goal") or _actor(one, "benefit") or _actor(one, "place"),
        )
    for one in inside:
        sense = _sense(one, "events")
        if sense is not None:
            return Pattern(
                record="event",
                type=sense,
                actor=_actor(one, "agent"),
                recipient=_actor(one, "patient"),
            )
    return None


def _sense(one: Predicate, book: str) -> str | None:
    """The first sense that a book of senses gives the predicate."""
    return next(
        (sense.partition(":")[2] for sense in one.senses if sense.startswith(f"{book}:")), None
    )


def _actor(one: Predicate, role: str) -> str | None:
    return next((a.party.actor for a in one.arguments if a.role == role and a.party.actor), None)


def _weapon(reading: Reading, spans: Sequence[Span]) -> str | None:
    return next(
        (
            one.weapon.id or one.weapon.name
            for one in reading.mentions
            if one.weapon is not None and _holds(spans, one.span)
        ),
        None,
    )


def _holds(spans: Iterable[Span], span: Span) -> bool:
    return any(
        one.part == span.part and one.start <= span.start and span.end <= one.end for one in spans
    )


def _ordered(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans), key=lambda span: (span.part, span.start, span.end)))
