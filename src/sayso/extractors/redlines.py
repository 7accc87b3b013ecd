"""RedLines: what one who speaks for a state (or a power like it) says that another's act would bring.

A condition is a red line where all of this can be read, and none of it has to be guessed: somebody with
an office or a state's name says it in public or in private (nobody's thought, nothing denied); what is to
follow is an adverse answer, and it is the speaker's own side that would give it, or left open; what would
bring it is another's act. An answer that may also come by itself ("consequences") needs another state, or
weapons, in the words: else it is a prediction.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from sayso.extractors._drawn import (
    Drawn,
    drawn_by_rules,
    drawn_by_weights,
    goes_on,
    joined,
    ordered,
    speaker_of,
)
from sayso.extractors._patterns import pattern_of
from sayso.extractors._shaping import statement_id
from sayso.extractors._sides import Sides
from sayso.extractors._warned import speaking
from sayso.model.ids import with_id
from sayso.model.ledger import By, Condition, Consequence, Mode, RedLine
from sayso.model.reading import Reading

BY = By(extractor="redlines", version="13")

# How sure weights must be of a passage at least, where they judge it, for a line that rules read there.
_DOUBTED = 0.05


def extract(reading: Reading) -> Iterator[RedLine]:
    """The red lines of one article, in text order; what one speaker goes on to say of one act is one."""
    sides = Sides(reading)
    found: list[Drawn] = []
    for one in reading.conditions:
        drawn = drawn_by_rules(reading, sides, one)
        if drawn is None:
            continue
        if found and goes_on(reading, sides, found[-1], drawn):
            drawn = joined(found.pop(), drawn)
        found.append(drawn)
    lines = [drawn for drawn in found if drawn.line and not _is_doubted(drawn)]
    told = {number for drawn in lines for number in _sentences(reading, drawn)}
    for one in reading.tagged:
        drawn = drawn_by_weights(reading, sides, one)
        if drawn is not None and told.isdisjoint(_sentences(reading, drawn)):
            lines.append(drawn)
    for drawn in sorted(lines, key=_place):
        yield _redline(reading, sides, drawn)


def _is_doubted(drawn: Drawn) -> bool:
    """Whether weights are all but sure that nothing is warned of where rules read a line."""
    return all(one.score is not None and one.score < _DOUBTED for one in drawn.parts)


def _sentences(reading: Reading, drawn: Drawn) -> set[int]:
    """The sentences that hold words of its condition or consequence."""
    spans = [one for one in (*drawn.condition, *drawn.consequence) if one.part == "text"]
    return {
        number
        for number, sentence in enumerate(reading.sentences)
        if any(one.start < sentence.end and one.end > sentence.start for one in spans)
    }


def _place(drawn: Drawn) -> tuple[int, int]:
    """Where its condition stands, without what that points back to."""
    first = drawn.parts[0].condition[0]
    return first.start, first.end


def _redline(reading: Reading, sides: Sides, drawn: Drawn) -> RedLine:
    said = reading.attributions[drawn.said] if drawn.said is not None else None
    parts = drawn.parts
    warner = parts[0].announcer or speaking(sides, speaker_of(reading, drawn))
    actor = next((one.doer for one in parts if one.doer is not None), drawn.warned)
    hedges = ordered(hedge for one in parts for hedge in one.hedges)
    cue = said.cue if said is not None else None
    shown = [cue, warner.span if warner else None, *drawn.condition, *drawn.consequence]
    return with_id(
        RedLine(
            id="",
            article=reading.article.id,
            spans=ordered(span for span in shown if span is not None),
            chain=said.chain if said is not None else (),
            modality="possible" if hedges else "asserted",
            when=said.when if said is not None else None,
            by=structs.replace(BY, score=parts[0].score),
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


def _consequence(drawn: Drawn) -> Consequence:
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
