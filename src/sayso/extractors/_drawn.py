"""Conditions as parts of a red line: who warns, who is warned, and whether a line is drawn at all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import structs

from sayso.extractors._patterns import pattern_of
from sayso.extractors._shaping import holds
from sayso.extractors._sides import Sides
from sayso.extractors._warned import addressed, hit_by, speaking, suffering, warned_of
from sayso.model.ledger import UTTERED
from sayso.model.reading import Conditional, Reading, Response
from sayso.model.text import Party, Span

_FRIENDLY = ("SUPPORT", "REQUEST", "CONCEDE", "RETREAT", "CONSULT")
_EITHER = ("or", "on", "under", "upon")
# How one may meet a kindness as well; nobody "retaliates" for it.
_OPEN = ("respond", "respon", "react", "act", "take", "answer", "reply")
# Words of a condition or an answer that weights tagged are taken for it in no more pieces than this.
_PIECES = 2
_UNSAID = ("denied", "doubted", "feared", "requested")


class Drawn(NamedTuple):
    """Conditionals of one speaker about one act, with the words of all their parts.

    `said` is an index into the Reading's attributions. `line`: at least one of them draws a line by itself.
    """

    parts: tuple[Conditional, ...]
    said: int | None
    warned: Party | None
    condition: tuple[Span, ...]
    consequence: tuple[Span, ...]
    responses: tuple[Response, ...]
    line: bool = False


def drawn_by_rules(reading: Reading, sides: Sides, one: Conditional) -> Drawn | None:
    """What a condition that rules read says of a power's answer; None where no power is said to tell it of another."""
    if one.attribution is None:
        return None
    said = reading.attributions[one.attribution]
    warner, doer = one.announcer or speaking(sides, said.speaker), sides.named(one.doer)
    demanded = said.modality == "requested" and _is_either(one)
    if said.act not in UTTERED or (said.modality in _UNSAID and not demanded):
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
    drawn = Drawn(
        (one,),
        one.attribution,
        sides.power_of(
            doer
            if stranger
            else warned_of(sides, warner, (*addressees, doer))
            or hit_by(sides, warner, one, responses)
        ),
        ordered((*one.antecedent, *one.condition)),
        one.consequence if responses else (),
        responses,
    )
    return drawn._replace(line=_is_line(reading, sides, warner, one, drawn))


def drawn_by_weights(reading: Reading, sides: Sides, one: Conditional) -> Drawn | None:
    """What weights found, unless nobody is known to warn, or it is said not to be so or of one's own side.

    Who warns is whoever says it, else whom the weights took for him.
    """
    said = reading.attributions[one.attribution] if one.attribution is not None else None
    speaker = speaking(sides, said.speaker) if said is not None else None
    known = [who for who in (speaker, one.announcer) if who is not None]
    warner = next((who for who in known if sides.is_power(who)), None)
    warner = warner or next((who for who in known if _is_told_of(reading, sides, who)), None)
    doer = sides.named(one.doer)
    if warner is None or (said is not None and said.modality in _UNSAID):
        return None
    if sides.same(warner, doer) or sides.speaks_for(warner, doer):
        return None
    if said is None and sides.other(warner, one.consequence) is not None:
        return None  # "Oslo was told to expect a reply from Rome": whose answer it is nobody is heard to say
    if not all(0 < len(spans) <= _PIECES for spans in (one.condition, one.consequence)):
        return None
    addressees = said.addressees if said is not None else ()
    return Drawn(
        (structs.replace(one, announcer=warner),),
        one.attribution,
        sides.power_of(
            warned_of(sides, warner, (*addressees, doer)) or sides.other(warner, one.consequence)
        ),
        one.condition,
        one.consequence,
        one.responses,
        line=True,
    )


def _is_told_of(reading: Reading, sides: Sides, who: Party) -> bool:
    """Whether words name somebody who may speak for a power, though no book knows his office.

    No pronoun; and of a person or a firm they tell more than the name ("its herring minister, Ana Torres").
    """
    span = who.span
    if span is None:
        return False
    inside = (token for token in reading.tokens if span.start <= token.start < span.end)
    kinds = {token.pos for token in inside}
    return "NOUN" in kinds or ("PROPN" in kinds and not sides.is_private(who))


def goes_on(reading: Reading, sides: Sides, last: Drawn, drawn: Drawn) -> bool:
    """Whether the condition only points back to the one before, in the same mouth and paragraph."""
    one, earlier = drawn.parts[-1], last.parts[0]
    if not set(one.antecedent) & {*earlier.condition, *earlier.antecedent}:
        return False
    paragraphs = {reading.sentences[each.sentence].paragraph for each in (one, earlier)}
    first, second = (speaker_of(reading, each) for each in (last, drawn))
    if len(paragraphs) > 1 or first is None or second is None:
        return False
    # "Oslo warned Rome not to land. “If they do, we will fire,” said its minister"
    bare = not last.responses and sides.country(second) in (None, sides.country(first))
    return last.said == drawn.said or (bare and sides.is_state(first))


def joined(last: Drawn, drawn: Drawn) -> Drawn:
    return Drawn(
        (*last.parts, *drawn.parts),
        last.said if last.responses else drawn.said,
        last.warned or drawn.warned,
        ordered((*last.condition, *drawn.condition)),
        ordered((*last.consequence, *drawn.consequence)),
        (*last.responses, *drawn.responses),
        last.line or drawn.line,
    )


def speaker_of(reading: Reading, drawn: Drawn) -> Party | None:
    """Who is said to tell it."""
    return reading.attributions[drawn.said].speaker if drawn.said is not None else None


def ordered(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans), key=lambda span: (span.part, span.start, span.end)))


def _is_either(one: Conditional) -> bool:
    """Whether what follows is told behind an "or": "ordered Oslo to leave or face war", "… on pain of war"."""
    return one.marker is not None and one.marker.text.lower() in _EITHER


def _is_stranger(sides: Sides, warner: Party, one: Conditional) -> bool:
    """Whether the side of one who commands forces was taken from whom he threatens: it is another."""
    own = any(answer.own and "military" in answer.modes for answer in one.responses)
    return own and sides.is_power(sides.named(one.doer)) and sides.is_guessed(warner)


def _is_line(reading: Reading, sides: Sides, warner: Party, one: Conditional, drawn: Drawn) -> bool:
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


def _is_friendly(reading: Reading, drawn: Drawn) -> bool:
    """Whether a bare "we will respond" answers a request or a kindness: that is no threat."""
    if any(answer.named or answer.kind != "deed" for answer in drawn.responses):
        return False
    if not all(answer.span.text.lower().startswith(_OPEN) for answer in drawn.responses):
        return False
    act = pattern_of(reading, drawn.condition, drawn.warned)
    return act is not None and act.type is not None and act.type.partition(".")[0] in _FRIENDLY
