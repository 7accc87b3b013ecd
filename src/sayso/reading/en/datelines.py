"""Datelines before a paragraph's first sentence: "SEOUL, June 21, 2024 (Kyodo) — ", "OSLO, June 21. /NTB/. "."""

from __future__ import annotations

import re

# A place in capitals, perhaps a date, perhaps the source in brackets, and a dash; or a full stop or a colon, but
# then only behind a date.
_DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][A-Z.'’ -]{1,30}[A-Z.])"
    r"(?:,\s[A-Z][\w.’' ]{1,24})?"
    r"(?P<day>,?\s\d{1,2}\s?[A-Z][a-z]{2,8}\.?|,?\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?"
    r"(?:,?\s\d{4})?"
    r"\s*(?:\((?P<source>[A-Z][^()\n]{1,40})\))?"
    r"\s*(?:—|–|―|--|-\s|\.?\s*/(?P<slashed>[A-Z][^/\n]{1,30})/\.?|(?(day)[.:]\s|(?!)))\s*"
)


def dateline_end(line: str) -> int:
    """How many characters of a line its dateline takes; 0 where it has none."""
    match = _DATELINE.match(line)
    return match.end() if match is not None and match.end() < len(line) else 0


def dateline_source(line: str) -> tuple[int, int] | None:
    """Where in a line its dateline names the source, as offsets."""
    match = _DATELINE.match(line)
    if match is None:
        return None
    return next((match.span(name) for name in ("source", "slashed") if match.group(name)), None)
