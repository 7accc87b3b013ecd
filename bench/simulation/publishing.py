"""Publication trees: who said it where, which agencies were there, and which outlets took it from whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Literal, NamedTuple

from simulation.material import AGENCIES, COLLEAGUES, MATTERS, OUTLETS, SPEAKERS, Matter, Speaker

Setting = Literal["conference", "interview", "statement"]
Manner = Literal["own", "reprint", "cut", "rewrite", "translation"]
Kept = Literal["all", "no_agency", "nobody", "swapped"]


class Rates(NamedTuple):
    """How a tree grows: levels of outlets below the agencies, outlets below each, and how they tell.

    `rewrite` is the share of outlets that use words of their own, `drop` that of those who leave out
    the agency or everybody, `swap` that of those who credit another agency; `second` the share of
    matters with a second source of another principal, who uses the same words in the share `echo`,
    `colleague` with a second voice of the same principal, in the same words, `near` with somebody of another
    principal who says nearly the same. In the share `common` all newsrooms fill up with the same sentences, as if
    they had one text before them; else with those that go with what they heard.
    """

    depth: int = 2
    fan_out: int = 2
    rewrite: float = 0.4
    drop: float = 0.25
    swap: float = 0.0
    second: float = 0.25
    colleague: float = 0.2
    near: float = 0.2
    echo: float = 1.0
    common: float = 0.0


class Utterance(NamedTuple):
    """One time that one speaker said it (or what is `near` to it), and the newsrooms that were there.

    `wording` is the number of the wording that the speaker used.
    """

    speaker: Speaker
    setting: Setting
    day: int
    present: tuple[str, ...]
    near: bool
    wording: int


class Copy(NamedTuple):
    """One article: whose, what of (its parent's number, none for a newsroom that was there), and how."""

    outlet: str
    utterance: Utterance
    agency: str
    parent: int | None
    manner: Manner
    kept: Kept
    day: int


class Tree(NamedTuple):
    """The whole truth on one matter: `origins` principals had access of their own."""

    matter: Matter
    utterances: tuple[Utterance, ...]
    copies: tuple[Copy, ...]
    common: bool

    @property
    def origins(self) -> int:
        """How many principals stand behind it. Two voices of one state are one origin: nothing parts them."""
        return len({one.speaker.principal for one in self.utterances if not one.near})

    @property
    def told(self) -> int:
        """How many articles tell it."""
        return sum(not copy.utterance.near for copy in self.copies)


def grow(number: int, rates: Rates, random: Random) -> Iterator[Tree]:
    """So many trees, by the rates."""
    for _ in range(number):
        matter = random.choice(MATTERS)
        utterances = tuple(_utterances(rates, random))
        outlets = list(OUTLETS)
        random.shuffle(outlets)
        copies: list[Copy] = []
        for utterance in utterances:
            _spread(utterance, rates, random, outlets, copies)
        yield Tree(matter, utterances, tuple(copies), random.random() < rates.common)


def _utterances(rates: Rates, random: Random) -> Iterator[Utterance]:
    agencies = list(AGENCIES)
    random.shuffle(agencies)
    first, second, third = random.sample(SPEAKERS, 3)
    speakers = [(first, False, 0)]
    if random.random() < rates.colleague:
        speakers.append((COLLEAGUES[first.principal], False, 0))
    if random.random() < rates.second:
        speakers.append((second, False, 0 if random.random() < rates.echo else 1))
    if random.random() < rates.near:
        speakers.append((third, True, 0))
    for day, (speaker, near, wording) in enumerate(speakers):
        setting: Setting = random.choice(("conference", "interview", "statement"))
        there = random.randint(2, 3) if setting == "conference" and len(speakers) == 1 else 1
        present = tuple(agencies.pop() for _ in range(min(there, len(agencies))))
        yield Utterance(speaker, setting, day, present, near, wording)


def _spread(
    utterance: Utterance,
    rates: Rates,
    random: Random,
    outlets: list[str],
    copies: list[Copy],
) -> None:
    level: list[int] = []
    for agency in utterance.present:
        level.append(len(copies))
        copies.append(Copy(agency, utterance, agency, None, "own", "all", utterance.day))
    for depth in range(1, rates.depth + 1):
        below: list[int] = []
        for parent in level:
            for _ in range(random.randint(0, rates.fan_out)):
                if not outlets:
                    return
                below.append(len(copies))
                copies.append(_copy(copies, parent, outlets.pop(), depth, rates, random))
        level = below


def _copy(
    copies: Sequence[Copy], parent: int, outlet: str, depth: int, rates: Rates, random: Random
) -> Copy:
    above = copies[parent]
    kept = _kept(above, rates, random)
    manner: Manner = random.choice(("rewrite", "translation"))
    if random.random() >= rates.rewrite:
        manner = random.choice(("reprint", "cut"))
    day = above.day + random.randint(0, depth)
    return Copy(outlet, above.utterance, above.agency, parent, manner, kept, day)


def _kept(above: Copy, rates: Rates, random: Random) -> Kept:
    """What it keeps of the source: nothing that the one above has not."""
    if above.kept != "all":
        return above.kept
    if random.random() < rates.drop:
        return random.choice(("no_agency", "no_agency", "nobody"))
    return "swapped" if random.random() < rates.swap else "all"
