"""RedLines: what one who speaks for a state (or a power like it) says that another's act would bring.

A condition is a red line where all of this can be read, and none of it has to be guessed: somebody with
an office or a state's name says it in public or in private (nobody's thought, nothing denied); what is to
follow is an adverse answer, and it is the speaker's own side that would give it, or left open; what would
bring it is another's act. An answer that may also come by itself ("consequences") needs another state, or
weapons, in the words: else it is a prediction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import structs

from sayso.extractors._patterns import pattern_of
from sayso.extractors._shaping import holds, statement_id
from sayso.extractors._sides import Sides
from sayso.extractors._warned import addressed, hit_by, speaking, suffering, warned_of
from sayso.model.ids import with_id
from sayso.model.ledger import UTTERED, By, Condition, Consequence, Mode, RedLine
from sayso.model.reading import Conditional, Reading, Response
from sayso.model.text import Party, Span

BY = By(extractor="redlines", version="12")

_FRIENDLY = ("SUPPORT", "REQUEST", "CONCEDE", "RETREAT", "CONSULT")
_EITHER = ("or", "on", "under", "upon")
# How one may meet a kindness as well; nobody "retaliates" for it.
_OPEN = ("respond", "respon", "react", "act", "take", "answer", "reply")
_UNSAID = ("denied", "doubted", "feared", "requested")


def extract(reading: Reading) -> Iterator[RedLine]:
    """The red lines of one article, in text order; what one speaker goes on to say of one act is one."""
    sides = Sides(reading)
    found: list[_Drawn] = []
    for number, one in enumerate(reading.conditions):
        drawn = _drawn(reading, sides, number, one)
        if drawn is None:
            continue
        if found and _goes_on(reading, sides, found[-1], drawn):
            drawn = _joined(found.pop(), drawn)
        found.append(drawn)
    for drawn in found:
        if drawn.line:
            yield _redline(reading, sides, drawn)


class _Drawn(NamedTuple):
    """Conditionals of one speaker about one act, with the words of all their parts.

    `line`: at least one of them draws a line by itself.
    """

    numbers: tuple[int, ...]
    said: int
    warned: Party | None
    condition: tuple[Span, ...]
    consequence: tuple[Span, ...]
    responses: tuple[Response, ...]
    line: bool = False


def _drawn(reading: Reading, sides: Sides, number: int, one: Conditional) -> _Drawn | None:
    if one.attribution is None:
        return None
    said = reading.attributions[one.attribution]
    warner, doer = one.announcer or speaking(sides, said.speaker), sides.named(one.doer)
    ordered = said.modality == "requested" and _is_either(one)
    if said.act not in UTTERED or (said.modality in _UNSAID and not ordered):
        return None
    if warner is None or not sides.is_power(warner):
        return None
    stranger = _is_stranger(sides, warner, one)
    if (sides.same(warner, doer) and not stranger) or sides.speaks_for(warner, doer):
        return None
    addressees = tuple(addressed(sides, one, doer) for one in said.addressees)
    befallen = (*addressees, doer)
    if sides.country(warner) is not None or not sides.is_power(doer):
        befallen = (*befallen, suffering(sides, warner, one.responses))
    told = tuple(_open(sides, befallen, answer) for answer in one.responses)
    # "Oslo would answer with a blockade": what a third party would do is not left open
    others = any(answer.kind == "deed" and not _is_own(sides, warner, answer) for answer in told)
    responses = tuple(
        answer
        for answer in told
        if _is_own(sides, warner, answer)
        and (one.demanded or not _is_by(sides, doer, answer))
        and (answer.own or answer.actor or not others)
    )
    drawn = _Drawn(
        (number,),
        one.attribution,
        sides.power_of(
            doer
            if stranger
            else warned_of(sides, warner, (*addressees, doer))
            or hit_by(sides, warner, one, responses)
        ),
        _ordered((*one.antecedent, *one.condition)),
        one.consequence if responses else (),
        responses,
    )
    return drawn._replace(line=_is_line(reading, sides, warner, one, drawn))


def _is_either(one: Conditional) -> bool:
    """Whether what follows is told behind an "or": "ordered Oslo to leave or face war", "… on pain of war"."""
    return one.marker is not None and one.marker.text.lower() in _EITHER


def _is_stranger(sides: Sides, warner: Party, one: Conditional) -> bool:
    """Whether the side of one who commands forces was taken from whom he threatens: it is another."""
    own = any(answer.own and "military" in answer.modes for answer in one.responses)
    return own and sides.is_power(sides.named(one.doer)) and sides.is_guessed(warner)


def _is_line(
    reading: Reading, sides: Sides, warner: Party, one: Conditional, drawn: _Drawn
) -> bool:
    """Whether an adverse answer of the warner's side, or an open one, is set on another's act."""
    armed = any(m.type == "weapon" and holds(drawn.condition, m.span) for m in reading.mentions)
    if one.welcome or not (one.deed or armed):
        return False
    if not drawn.responses:  # only warned against: nothing else may be said to follow
        bare = one.marker is None and not one.responses and not one.consequence
        return bare and drawn.warned is not None
    ties = any("diplomatic" in answer.modes for answer in drawn.responses)
    told = (*drawn.condition, *(drawn.consequence if ties else ()))
    other = drawn.warned is not None or armed or one.own or sides.foreign(warner, told)
    other = other or (ties and sides.touches(warner, drawn.consequence))
    if any(_is_drawn_by(sides, warner, answer) for answer in drawn.responses):
        other = True
    effects = all(answer.kind == "effect" for answer in drawn.responses)
    if effects:  # "consequences for Oslo"
        other = other or one.against or one.abroad or sides.is_armed(warner)
        other = other or sides.other(warner, drawn.consequence) is not None
    answered = any(
        answer.own or answer.kind != "effect" or answer.actor is not None
        for answer in drawn.responses
    )
    foretold = all(answer.named and not answer.own for answer in drawn.responses)
    if sides.is_organisation(warner) and effects and foretold:
        return False  # "thousands will go hungry if donors do not pay"
    if sides.is_organisation(warner):  # an agency foretells what its donors' acts would bring
        answered = any(
            answer.own or ("military" in answer.modes and answer.kind != "effect")
            for answer in drawn.responses
        )
    return (other or answered) and (one.demanded or not _is_friendly(reading, drawn))


def _is_drawn_by(sides: Sides, warner: Party, answer: Response) -> bool:
    """Whether a line is said to be that of the warner's state: "a red line for Oslo"."""
    return (
        answer.kind == "line" and sides.is_state(answer.actor) and sides.same(warner, answer.actor)
    )


def _open(sides: Sides, befallen: Iterable[Party | None], answer: Response) -> Response:
    """The answer without its actor where that is whom it befalls ("it will pay")."""
    falls = answer.kind in ("effect", "answer")
    if falls and any(sides.same(answer.actor, one) for one in befallen):
        return structs.replace(answer, actor=None)
    return answer


def _is_own(sides: Sides, warner: Party, answer: Response) -> bool:
    """Whether an answer is the warner's side's, or left open: else it is harm by a third party.

    A minister of no named state speaks for the one that he says would act.
    """
    if answer.own or answer.actor is None or sides.joins(warner, answer.actor):
        return True
    unnamed = answer.actor.actor is None and not sides.is_group(answer.actor)
    actor = sides.owner(answer.actor) if unnamed else answer.actor
    if answer.kind == "effect":
        return False  # nor does one of no named state threaten with what a third would suffer
    power = actor is not None and (sides.is_power(actor) or sides.is_group(actor))
    # "Oslo will probably shut it, two EU diplomats said"
    elsewhere = sides.is_state(actor) and sides.is_of_body(warner, actor)
    return sides.country(warner) is None and power and not elsewhere


def _is_by(sides: Sides, doer: Party | None, answer: Response) -> bool:
    """Whether an answer is a deed of whoever would meet the condition: "once he is elected, he will …"."""
    return answer.kind == "deed" and sides.same(doer, answer.actor)


def _is_friendly(reading: Reading, drawn: _Drawn) -> bool:
    """Whether a bare "we will respond" answers a request or a kindness: that is no threat."""
    if any(answer.named or answer.kind != "deed" for answer in drawn.responses):
        return False
    if not all(answer.span.text.lower().startswith(_OPEN) for answer in drawn.responses):
        return False
    act = pattern_of(reading, drawn.condition, drawn.warned)
    return act is not None and act.type is not None and act.type.partition(".")[0] in _FRIENDLY


def _goes_on(reading: Reading, sides: Sides, last: _Drawn, drawn: _Drawn) -> bool:
    """Whether the condition only points back to the one before, in the same mouth and paragraph."""
    one, earlier = (reading.conditions[n] for n in (drawn.numbers[-1], last.numbers[0]))
    if not set(one.antecedent) & {*earlier.condition, *earlier.antecedent}:
        return False
    paragraphs = {reading.sentences[each.sentence].paragraph for each in (one, earlier)}
    first, second = (reading.attributions[each.said].speaker for each in (last, drawn))
    if len(paragraphs) > 1 or first is None or second is None:
        return False
    # "Oslo warned Rome not to land. “If they do, we will fire,” said its minister"
    bare = not last.responses and sides.country(second) in (None, sides.country(first))
    return last.said == drawn.said or (bare and sides.is_state(first))


def _joined(last: _Drawn, drawn: _Drawn) -> _Drawn:
    return _Drawn(
        (*last.numbers, *drawn.numbers),
        last.said if last.responses else drawn.said,
        last.warned or drawn.warned,
        _ordered((*last.condition, *drawn.condition)),
        _ordered((*last.consequence, *drawn.consequence)),
        (*last.responses, *drawn.responses),
        last.line or drawn.line,
    )


def _redline(reading: Reading, sides: Sides, drawn: _Drawn) -> RedLine:
    said = reading.attributions[drawn.said]
    parts = [reading.conditions[number] for number in drawn.numbers]
    warner = parts[0].announcer or speaking(sides, said.speaker)
    actor = next((one.doer for one in parts if one.doer is not None), drawn.warned)
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
                actor=actor,
                pattern=pattern_of(reading, drawn.condition, actor),
                specificity="named" if any(one.named for one in parts) else "vague",
            ),
            consequence=_consequence(drawn),
            deadline=next((one.deadline for one in parts if one.deadline is not None), None),
            hedges=hedges,
            authority=sides.authority(warner) if warner is not None else None,
            channel="private" if any(one.private for one in parts) else "public",
        )
    )


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


def _ordered(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans), key=lambda span: (span.part, span.start, span.end)))
