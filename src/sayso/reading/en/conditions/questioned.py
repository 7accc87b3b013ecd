"""Answers to a question that holds the condition: "asked what Oslo would do if Rome …, she said it would …".

The condition stands in the question, and what is threatened in the answer: both are of who answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.reading import Attribution

ASKING = ("ask", "question", "press", "quiz", "query", "pressed", "challenge")


def answer_to(
    number: int, attributions: Sequence[Attribution], sentences: Sequence[int | None]
) -> int | None:
    """The attribution of the answer to a question that is one itself; `sentences` are those of the cues."""
    asked = attributions[number]
    near = [
        other
        for other, one in enumerate(attributions)
        if other != number
        and sentences[other] is not None
        and sentences[other] == sentences[number]
        and one.modality not in ("requested", "denied")
        and one.content
        and one.speaker is not None
        and (asked.speaker is None or _same(one, asked))
    ]
    return min(near, key=lambda other: abs(other - number), default=None)


def _same(one: Attribution, other: Attribution) -> bool:
    if one.speaker is None or other.speaker is None:
        return False
    return one.speaker.actor == other.speaker.actor or one.speaker.name == other.speaker.name
