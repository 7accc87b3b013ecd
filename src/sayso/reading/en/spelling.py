"""When two spellings are one name in Latin script: "Nikolai" and "Nikolay", "Sergeyev" and "Sergeev"."""

from __future__ import annotations

import re

_SHORT = 2
# What systems of romanisation for Cyrillic (BGN/PCGN, ISO 9, the press) write differently, to one spelling.
_RULES = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"sch|shch", "s"),
        (r"kh|h", "h"),
        (r"zh", "z"),
        (r"ts|tz|c(?=[ieh])", "c"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ph", "f"),
        (r"ou", "u"),
        (r"y[eo]|j[eo]|i[eo]", "e"),
        (r"[yij]a", "a"),
        (r"[yij]u", "u"),
        (r"[iyj]+", "i"),
        (r"(.)\1", r"\1"),
        (r"i$", ""),
    )
)


def spelling(name: str) -> str:
    """A folded name in one spelling, for comparing only. Names of one or two letters stay as they are.

    >>> spelling("zelenskyy") == spelling("zelensky")
    True
    """
    if len(name) <= _SHORT:
        return name
    written = name
    for pattern, replacement in _RULES:
        written = pattern.sub(replacement, written)
    return name[0] + written[1:]
