"""Words of the frames by which whatever they govern is a consequence: "would face …", "would be met with …"."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from sayso.model.ledger import Mode


class FramedWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that license a consequence, and what none is under them.

    Of those on whom it falls `enduring` take it as their object, `enduring_with` behind their preposition,
    `undergoing` are told in the passive; `receiving` are verbs of getting good things too. `meeting` are
    verbs of giving an answer ("be met with"), `bringing` of what has one; `losing` tell by themselves what
    somebody no longer has, `fallen` what becomes of what is somebody's.

    `sparing` are verbs of keeping somebody from it, `driving` of leading one to answer, `unkind` deeds that are
    answers there. `prices` are what an act has ("the price of … would be"), `accounting` verbs by which somebody answers for
    an act.

    `fortunes` are nouns of what comes by itself or does good; `events` nouns for what somebody does, also by
    their `endings`; `vague` nouns that name no deed; `modes` nouns that show the mode of an answer.
    """

    enduring: frozenset[str]
    enduring_with: frozenset[str]
    denying: frozenset[str]
    undergoing: frozenset[str]
    receiving: frozenset[str]
    meeting: frozenset[str]
    bringing: frozenset[str]
    losing: frozenset[str]
    kept: frozenset[str]
    fallen: frozenset[str]
    sparing: frozenset[str]
    driving: frozenset[str]
    unkind: frozenset[str]
    prices: frozenset[str]
    accounting: frozenset[str]
    fortunes: frozenset[str]
    events: frozenset[str]
    endings: tuple[str, ...]
    vague: frozenset[str]
    modes: Mapping[Mode, frozenset[str]]

    def mode(self, noun: str) -> tuple[Mode, ...]:
        """The mode that a noun shows by itself: "an invasion"."""
        return tuple(sorted(mode for mode, nouns in self.modes.items() if noun in nouns))

    def is_event(self, noun: str) -> bool:
        """Whether a noun stands for what somebody does: "the annexation", "the sinking of the boats"."""
        return noun in self.events or noun.endswith(self.endings)
