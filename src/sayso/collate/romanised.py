"""Names written in Latin letters by different rules: when two spellings can be one name.

Folds what the usual romanisations of Cyrillic (GOST 7.79, BGN/PCGN, ISO 9, press usage) and Japanese
(Hepburn with and without macrons) write differently. Folding can only say that two names *may* be one.
"""

from __future__ import annotations

import re
import unicodedata

_FOLDS = (
    (re.compile(r"[’'`ʹʺ-]"), ""),
    (re.compile(r"(?:iy|yy|ii|ij|yi|y|i|j)$"), "i"),
    (re.compile(r"[yij](?=e)"), ""),
    (re.compile(r"[yij]o"), "e"),
    (re.compile(r"yu|ju|iu"), "u"),
    (re.compile(r"ya|ja|ia"), "a"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ts|tz|cz"), "c"),
    (re.compile(r"w|ff$"), "v"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"ou|oo|oh(?=$|[^aeiou])"), "o"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"(.)\1"), r"\1"),
)


def fold(name: str) -> str:
    """One key for the spellings of one name: case, accents, and rules of romanisation taken off.

    >>> fold("Nikolay") == fold("Nikolai")
    True
    >>> fold("Zelenskyy") == fold("Zelensky")
    True
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    key = "".join(c for c in plain if not unicodedata.combining(c))
    for pattern, put in _FOLDS:
        key = pattern.sub(put, key)
    return key


def compatible_given(left: str, right: str) -> bool:
    """True when two given names can be one: the same when folded, or one the initial of the other."""
    a, b = fold(left.rstrip(".")), fold(right.rstrip("."))
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return len(left.rstrip(".")) > 0 and len(short) == 1 and long.startswith(short)
