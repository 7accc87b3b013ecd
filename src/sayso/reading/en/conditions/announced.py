"""Who warns where nobody is said to speak: "Oslo was told that Rome would …", "a note said that Rome would …".

What one power is told that another would do comes from that other, whoever carried the words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sayso.model.reading import Attribution, Response
from sayso.model.text import Party
from sayso.reading.en.conditions.conveyed import NEWS

# Cues that hand words on; who is only "warned" may hear what anybody foretells.
TELLING = (
    "tell",
    "inform",
    "notify",
    "advise",
    "put",
    "serve",
    "hand",
    "give",
    "convey",
    "leave",
    "make",
    "say",
    "state",
    "read",
)
_ENVOYS = frozenset(
    {"ambassador", "envoy", "chargé", "attaché", "diplomat", "consul", "d'affaires"}
)


def announcer(
    said: Attribution, responses: Iterable[Response], powers: Collection[str], *, handed: bool
) -> Party | None:
    """The power whose own deed is told, where somebody else hears of it; `handed`: the cue is one of `TELLING`."""
    doer = next((one.actor for one in responses if one.kind == "deed" and one.actor), None)
    if doer is None or doer.actor not in powers:
        return None
    hearers = [one for one in said.addressees if one.actor != doer.actor]
    if said.speaker is None:
        envoy = any(not _ENVOYS.isdisjoint(one.name.lower().split()) for one in hearers)
        told = any(one.actor in powers for one in hearers) and handed
        return doer if envoy or told else None
    noun, _, _ = said.speaker.name.lower().partition(" to ")
    written = said.speaker.actor is None and noun.split()[-1] in NEWS
    return doer if written and handed else None
