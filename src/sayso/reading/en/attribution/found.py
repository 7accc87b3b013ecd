"""What the syntax shows of one attribution, as token indexes."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model.ledger import Act, Force, How, Modality

# Frames that name what was spoken of: never the words themselves.
TOPICS = frozenset({"about", "of", "on", "over", "against", "for"})


@dataclass
class Found:
    """A cue with its roles, as token indexes; `head` is the cue's main word.

    `occasion` is the noun of an occasion that the parser hung elsewhere. `nested`: its content is a
    quotation within a quotation. `further`: who stands between the relay and the speaker ("A, citing B, which
    cited C").
    """

    head: int
    cue: set[int]
    act: Act
    frame: str
    force: Force = "neutral"
    modality: Modality | None = None
    speaker: set[int] | None = None
    hearer: set[int] | None = None
    content: set[int] = field(default_factory=set)
    relay: tuple[set[int], How] | None = None
    further: tuple[tuple[set[int], How], ...] = ()
    takes_quote: bool = False
    occasion: int | None = None
    nested: bool = False
