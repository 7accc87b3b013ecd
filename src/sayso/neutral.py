"""What no text may do to whoever looks at it: steer a terminal, turn letters around, run a formula."""

from __future__ import annotations

import re

# The control characters of ISO 6429 but tab and the ends of lines, for a terminal obeys them; and the marks
# that turn the order of letters around, and of what stands beside: https://trojansource.codes
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
_STEERING = re.compile(f"[{_CONTROLS}]")
# Bold, dim, yellow, and back.
_STYLED = re.compile(rf"(\x1b\[(?:0|1|2|22|33)m)|[{_CONTROLS}]")
_SHOWN = "\ufffd"
# A cell that begins so is a formula to a spreadsheet: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def neutral(text: str) -> str:
    r"""The text with U+FFFD for each character that steers.

    >>> neutral("a\x1b[2Jb") == "a\ufffd[2Jb"
    True
    """
    return _STEERING.sub(_SHOWN, text)


def styled(text: str) -> str:
    """The same for a terminal that shows colours: what makes words bold, dim or yellow stays."""
    return _STYLED.sub(lambda found: found[1] or _SHOWN, text)


def as_cell(text: str) -> str:
    """The text as a cell of CSV: what begins like a formula has an apostrophe before it."""
    kept = neutral(text)
    mark = "'" if kept.startswith(_FORMULA) else ""
    # The csv module leaves a carriage return unquoted where lines end in a line feed.
    return mark + kept.replace("\r", " ")
