"""Words of what only looks like a warning: how words are disowned, and what no power answers with."""

from __future__ import annotations

import msgspec


class Denials(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How words are disowned: nouns for what is claimed and for papers that may be forged, verbs of rejecting a claim, of denying a deed and of inventing, of accusing others, of naming what is `untrue`, of `saying` (negated), of joking, and words for what it is `wrong` to threaten."""

    claims: frozenset[str]
    papers: frozenset[str]
    rejecting: frozenset[str]
    denying: frozenset[str]
    naming: frozenset[str]
    untrue: frozenset[str]
    invented: frozenset[str]
    saying: frozenset[str]
    joking: frozenset[str]
    accusing: frozenset[str]
    wrong: frozenset[str]


class PlainWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What no power answers with: things of daily `living` and how they turn, verbs of those who lose or pay for them and what of them is `losable`, verbs of who is given something and what of that is good (or, though it is none, `harsh`), verbs of doing somebody good, those who travel, what is nature's, what stands until it breaks, and verbs of who leaves an office or takes it from those who hold one."""

    living: frozenset[str]
    turning: frozenset[str]
    losing: frozenset[str]
    losable: frozenset[str]
    receiving: frozenset[str]
    good: frozenset[str]
    harsh: frozenset[str]
    rewarding: frozenset[str]
    travellers: frozenset[str]
    nature: frozenset[str]
    standing: frozenset[str]
    breaking: frozenset[str]
    leaving: frozenset[str]
    sacking: frozenset[str]
    officials: frozenset[str]
