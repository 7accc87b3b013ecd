"""What a row of elements is made of: parties, weapons and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.books.deal_frames import RowWords
from sayso.model.reading import Token
from sayso.model.text import Party
from sayso.reading.en.deals.things import Thing


class Element(NamedTuple):
    """A party ("P"), a weapon ("W"), an adjective of a state ("A"), a sum ("M"), or a word ("").

    `text` is what patterns see: a word, its lemma and its form. `first` and `last` are its tokens; `state` is whose adjective stands before a weapon,
    `twin` where its type is named before its kind ("AIM-120 | air-to-air missiles").
    """

    kind: str
    text: str
    first: int
    last: int
    party: Party | None = None
    thing: Thing | None = None
    state: Party | None = None
    given: bool = False
    twin: int | None = None

    @property
    def lemma(self) -> str:
        """The lemma of a word; nothing of other elements and of marks."""
        return self.text.partition("~")[2].partition(".")[0] if "~" in self.text else self.text


def coded(token: Token) -> str:
    """A word as patterns see it: its lemma, and by its ending how it is inflected."""
    lower, lemma = token.text.lower(), token.lemma.lower()
    if not lower[:1].isalnum():
        return lower
    if lower.endswith("ies") and lemma == lower[:-1]:  # read as a verb: "deliveries"
        lemma = f"{lower[:-3]}y"
    if lower == lemma and len(lower) > 1 and token.text == f"{token.text[:-1].upper()}s":
        lemma = lower[:-1]  # "OKs"
    if lower == lemma:
        form = "0"
    elif lower.endswith("ing"):
        form = "g"
    elif lower.endswith("s") and lower[:1] == lemma[:1] and lower != "was":
        form = "s"
    else:
        form = "d"
    return f"{lower}~{lemma}.{form}"


def without_sums(row: Sequence[Element], words: RowWords) -> list[Element]:
    """The row without sums, and without the words that only lead to one: "worth $2m", "for 2 million euros"."""
    kept: list[Element] = []
    for one in row:
        if one.kind != "M":
            between = one.text == "," and kept and kept[-1].kind == "M"
            kept = kept[:-1] if kept and kept[-1].kind == "M" else kept
            if not (between and kept and kept[-1].text == ","):
                kept.append(one)
            elif kept:
                kept.pop()
            continue
        back = len(kept)
        while back and not kept[back - 1].kind and kept[back - 1].lemma in words.before_sums:
            back -= 1
        while back < len(kept) and kept[back].lemma not in words.leading_sums:
            back += 1
        kept = [*kept[:back], one]
    return [one for one in kept if one.kind != "M"]
