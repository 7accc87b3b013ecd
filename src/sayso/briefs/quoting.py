"""The words of a statement as they are printed: its pieces joined, after their cue, in quotation marks."""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.model.ledger import Statement
from sayso.model.text import Article, Span

# What stands against what was said.
_TURNED = frozenset({"denied", "doubted"})
_MARKS = "“”\"„«»‘’'` "
# Words between two pieces that are printed with them: a verb, a preposition, who was told.
_LONGEST_JOINT = 8
_JOINT = re.compile(r"[\w\s.’'-]*")


def quoted(record: Statement, article: Article | None = None) -> str:
    """The content as it stands: direct speech in quotation marks, other words after their cue.

    So "denied that it was late" never reads as "that it was late"; where the cue comes after, the speaker's name
    stands in it or behind it ("according to the mayor"), or the words are quoted, what was denied or doubted is
    called so. With the article, few words between two pieces are
    printed with them ("was charged *with* theft"); what interrupts a clause is left out.
    """
    words = _joined(record.content, article)
    doubt = f" ({record.modality})" if record.modality in _TURNED else ""
    if record.form == "direct":
        return f"“{words.strip(_MARKS).rstrip(',')}”{doubt}"
    cue, first = record.cue, record.content[0]
    if cue is None or cue.part != first.part or cue.end > first.start:
        return f"{words}{doubt}"
    # Where nobody is named as the speaker, the one who passed it on: "according to the agency, it is feared …".
    last = record.speaker or next((link.party for link in record.chain if link.party), None)
    who = last.span if last else None
    named = who is not None and (" " in who.text or who.text[:1].isupper())  # not "gave her word"
    if who and named and who.part == cue.part and cue.start <= who.start < first.start:
        return f"{words}{doubt}"
    return _joined((cue, *record.content), article)


def _joined(spans: tuple[Span, ...], article: Article | None) -> str:
    words = _one_line(spans[0].text)
    for left, right in pairwise(spans):
        words += f"{_between(left, right, article)}{_one_line(right.text)}"
    return words


def _between(left: Span, right: Span, article: Article | None) -> str:
    """What joins two pieces: a space, the few words between them, or a mark that words were left out."""
    if left.part == right.part and right.start - left.end <= 1:
        return " "
    if article is not None and left.part == right.part and left.end < right.start:
        gap = article.part(left.part)[left.end : right.start]
        apart = left.text[-1:] in _MARKS and right.text[:1] in _MARKS
        plain = _JOINT.fullmatch(gap) and not apart and "\n" not in gap and ". " not in gap
        if plain and 0 < len(gap.split()) <= _LONGEST_JOINT:
            return f" {_one_line(gap)} "
    return " … "


def _one_line(text: str) -> str:
    return " ".join(text.split())
