"""The golden red lines: short texts of ours, with the lines that they must give, and how these are judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from golden.halves import Half, half_of
from golden.sides import name, same
from sayso.model.ledger import RedLine
from sayso.model.text import Span

FOLDER = Path(__file__).parent
# What makes a given line the line that was wanted.
KEYS = ("warner", "condition", "consequence")


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One red line of a passage. ``a|b``: either; an empty word: open. README.md tells each field."""

    warner: str
    warned: str
    condition: str
    consequence: str
    modes: tuple[str, ...]
    specificity: str
    aim: str
    authority: str = ""
    channel: str = "public"
    deadline: str = ""
    hedges: tuple[str, ...] = ()
    condition_actor: str | None = None
    condition_specificity: str | None = None


class LinePassage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A short text with all its red lines: none in half of them."""

    id: str
    construction: str
    text: str
    redlines: tuple[Line, ...] = ()
    assigned: Half | None = msgspec.field(default=None, name="half")

    @property
    def half(self) -> Half:
        """The half that it was put into when it was written, else the one that its text falls into."""
        return self.assigned or half_of(self.text)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    passages: tuple[LinePassage, ...]


def load_lines(pattern: str = "redlines*") -> tuple[LinePassage, ...]:
    """The passages of all files ``PATTERN.toml``, file by file."""
    return tuple(
        passage
        for path in sorted(FOLDER.glob(f"{pattern}.toml"))
        for passage in msgspec.toml.decode(path.read_bytes(), type=_File).passages
    )


def line_agrees(line: Line, given: RedLine) -> Mapping[str, bool]:
    """Which of the judged fields of a red line are right."""
    hedges = tuple(span.text for span in given.hedges)
    right = {
        "warner": same(line.warner.split("|"), name(given.warner)),
        "condition": _told(line.condition, given.condition.spans),
        "consequence": _told(line.consequence, given.consequence.spans),
        "warned": same(line.warned.split("|"), name(given.warned)),
        "aim": (given.aim or "") in line.aim.split("|"),
        "modes": _modes_agree(line.modes, given.consequence.modes),
        "specificity": given.consequence.specificity in line.specificity.split("|"),
        "authority": (given.authority or "") in line.authority.split("|"),
        "channel": (given.channel or "") in line.channel.split("|"),
        "deadline": (given.deadline.text if given.deadline else "") in line.deadline.split("|"),
        "hedges": _stand(line.hedges, hedges),
    }
    if line.condition_actor is not None:
        wanted = line.condition_actor.split("|")
        right["condition actor"] = same(wanted, name(given.condition.actor))
    if line.condition_specificity is not None:
        wanted = line.condition_specificity.split("|")
        right["condition specificity"] = given.condition.specificity in wanted
    return right


def tell_line(given: RedLine) -> str:
    """A red line in short."""
    return (
        f"{name(given.warner) or '-'} warns {name(given.warned) or '-'}: "
        f"“{joined(given.condition.spans)}” → “{joined(given.consequence.spans)}” "
        f"[{', '.join(given.consequence.modes)}; {given.consequence.specificity}; {given.aim}; "
        f"{given.authority}; {given.channel}]"
    )


def joined(spans: Sequence[Span]) -> str:
    """The words of several pieces."""
    return " ".join(span.text for span in spans)


def _told(wanted: str, spans: Sequence[Span]) -> bool:
    words = joined(spans)
    return any(one in words for one in wanted.split("|"))


def _modes_agree(wanted: Sequence[str], given: Sequence[str]) -> bool:
    allowed = [frozenset(one.split("|")) for one in wanted]
    return all(one & set(given) for one in allowed) and set(given) <= frozenset().union(*allowed)


def _stand(wanted: Sequence[str], given: Sequence[str]) -> bool:
    """Each hedge that is wanted was given, and no other; ``a|``: it may be missing."""
    return len(given) <= len(wanted) and all(
        any(one in wanted_one.split("|") for one in given) or "" in wanted_one.split("|")
        for wanted_one in wanted
    )
