"""Numbers that only label: "Article 9", "[3]", "3-1", "one in five"."""

from __future__ import annotations

from sayso.reading.en.quantities.text import NumberAt, Seen, token_at
from sayso.reading.en.words import NUMERIC


def is_label(seen: Seen, number: NumberAt) -> bool:
    """Whether a number names or numbers something: "Article 9", "[3]", "3-1", "Boeing 747"."""
    words = seen.words
    before = words[number.first - 1] if number.first else None
    after = words[number.last] if number.last < len(words) else None
    if before is not None and before.lower in seen.numbers.labels:
        return True
    if number.value is None:
        return False
    token = token_at(seen, words[number.first])
    if token is not None and token.entity[2:] in seen.book.name_entities:
        return True
    if _is_listed(seen, number.first) or _is_ratio(seen, number) or _is_marked(seen, number.first):
        return True
    if after is None:
        return False
    if after.kind == "DOT" and (before is None or before.kind == "BREAK"):
        return True
    glued = after.start == words[number.last - 1].end
    digits = number.last + 1 < len(words) and words[number.last + 1].kind in NUMERIC
    return glued and (after.kind == "STROKE" or (after.kind == "HYPHEN" and digits))


def _is_listed(seen: Seen, index: int) -> bool:
    """Whether a number follows a labelled one: the 12 of "Articles 9 and 12"."""
    words = seen.words
    if index < 3 or words[index - 1].lower not in ("and", "or", ",", "to"):
        return False
    if words[index - 2].kind not in NUMERIC:
        return False
    return words[index - 3].lower in seen.numbers.labels or _is_listed(seen, index - 2)


def _is_ratio(seen: Seen, number: NumberAt) -> bool:
    """Whether a number belongs to "3-to-1", "one in five"."""
    words, first, last = seen.words, number.first, number.last
    before = [word.lower for word in words[max(0, first - 2) : first]]
    after = [word.lower for word in words[last : last + 2]]
    if before == ["to", "-"] or after == ["-", "to"]:
        return True
    return first > 1 and before[-1:] == ["in"] and words[first - 2].kind in NUMERIC


def _is_marked(seen: Seen, index: int) -> bool:
    """Whether a mark before a number makes it a label: "[3]", "#3", "No. 3", "12/30"."""
    if index == 0:
        return False
    before = seen.words[index - 1]
    glued = before.end == seen.words[index].start
    if before.text in ("[", "#", "№", "/") or (glued and before.kind in ("HYPHEN", "STROKE")):
        return True
    return before.kind == "DOT" and index > 1 and seen.words[index - 2].lower == "no"
