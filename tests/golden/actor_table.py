"""Tells how the golden actors fare, in words and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from golden.actor_measure import ActorVerdict, shares
from golden.halves import HALVES, Half
from golden.ner import kinds, model_kinds
from golden.table import grid


def actor_table(verdicts: Sequence[ActorVerdict]) -> str:
    """Field by field and half by half: how many are right, of how many, and the share."""
    return grid(shares(verdicts))


def ner_table(verdicts: Sequence[ActorVerdict]) -> str:
    """Person, place or body: Sayso and the language model's NER side by side, half by half."""
    ours, theirs = kinds(verdicts), model_kinds()
    columns = {}
    for half in HALVES:
        columns[f"Sayso, {half}"] = ours[half]
        columns[f"NER, {half}"] = theirs[half]
    return grid(columns)


def actor_explanations(verdicts: Sequence[ActorVerdict], half: Half) -> Iterator[str]:
    """Each mention of a half that is not wholly right, and what Sayso gave for it."""
    passage = ""
    for verdict in verdicts:
        wrong = [name for name, good in verdict.fields.items() if not good]
        if verdict.half != half or not wrong:
            continue
        if verdict.passage.id != passage:
            passage = verdict.passage.id
            yield f"\n{passage}: {verdict.passage.text}"
        yield f"  {verdict.named.words}: wrong {', '.join(wrong)}; given {_tell(verdict)}"


def _tell(verdict: ActorVerdict) -> str:
    answer = verdict.answer
    if answer is None:
        return "nothing"
    words = verdict.passage.text[answer.start : answer.end]
    return f"{words!r} as {answer.type} {answer.name!r} {answer.country} {answer.sector}"
