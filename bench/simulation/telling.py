"""A publication tree as articles: in the manner of wires, reprints, cuts, rewrites and translations."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import msgspec

from simulation.material import AGENCIES, DAYS
from simulation.publishing import Copy, Tree

_FIRST_DAY = 3  # of March 2025, a Monday
_BACKGROUND = 2  # sentences
_TRANSLATED = 2  # the wording that a translator would use


def tell(tree: Tree, random: Random) -> Iterator[bytes]:
    """One JSON object for each copy, in the form that Sayso reads as JSON Lines."""
    texts: list[str] = []
    for copy in tree.copies:
        texts.append(_text(tree, copy, texts, random))
        yield msgspec.json.encode(
            {
                "outlet": copy.outlet,
                "published": f"2025-03-{_FIRST_DAY + copy.day:02}",
                "text": texts[-1],
            }
        )


def _text(tree: Tree, copy: Copy, texts: list[str], random: Random) -> str:
    if copy.parent is not None and copy.manner in ("reprint", "cut") and copy.kept == "all":
        above = texts[copy.parent]
        return "\n".join(above.splitlines()[:2]) if copy.manner == "cut" else above
    matter, near = tree.matter, copy.utterance.near
    wording = matter.near if near else matter.wordings[_wording(copy)]
    day = DAYS[min(copy.utterance.day, len(DAYS) - 1)]
    first = 0 if tree.common else _BACKGROUND * copy.utterance.day
    background = list(matter.background[first : first + _BACKGROUND])
    random.shuffle(background)
    return "\n".join([f"{_lead(copy, wording, day)}.", *_more(copy), " ".join(background)])


def _wording(copy: Copy) -> int:
    """The number of its wording: the speaker's, that of whoever rewrites it, or a translator's."""
    if copy.manner == "translation":
        return _TRANSLATED
    said = copy.utterance.wording
    return 1 - said if copy.manner == "rewrite" else said


def _lead(copy: Copy, wording: str, day: str) -> str:
    speaker = copy.utterance.speaker
    source = {"all": copy.agency, "swapped": _other(copy.agency)}.get(copy.kept)
    who = f"{speaker.name}, {speaker.role},"
    if copy.kept == "nobody":
        return f"{wording[0].upper()}{wording[1:]}, it was reported on {day}"
    if copy.parent is None or source is None:
        return f"{who} {_setting(copy, own=copy.parent is None)} on {day} that {wording}"
    if copy.manner == "translation":
        return f"As {source} reports, {who} said on {day} that {wording}"
    if copy.utterance.setting == "interview":
        return f"{who} told {source} on {day} that {wording}"
    return f"{who} said on {day} that {wording}, {source} reported"


def _setting(copy: Copy, *, own: bool) -> str:
    agency = copy.agency
    return {
        "conference": "told a news conference",
        "interview": f"told {agency}" if own else "said",
        "statement": "said in a statement",
    }[copy.utterance.setting]


def _more(copy: Copy) -> list[str]:
    speaker = copy.utterance.speaker
    if copy.kept == "nobody":
        return []
    if copy.manner in ("own", "reprint"):
        return [f"“We will say more when we know more,” {speaker.pronoun} added."]
    return []


def _other(agency: str) -> str:
    return AGENCIES[(AGENCIES.index(agency) + 1) % len(AGENCIES)]
