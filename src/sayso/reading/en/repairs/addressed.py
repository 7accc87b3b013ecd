"""Labels of who speaks to whom, which the parser takes for a subject: "Oslo to Rome: | leave the reef, or …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS

_LABEL = 8  # tokens
_FINITE = frozenset({"VBD", "VBZ", "MD"})


def addressed(seen: Seen) -> Iterator[Change]:
    """Frees the verb behind the colon of the name before it, and of "do" what was hung on it."""
    tokens = seen.tree.tokens
    for colon in seen.places:
        label = range(seen.sentence.first, colon)
        words = [tokens[at] for at in label]
        parted = any(one.text == "to" for one in words[1:-1])
        if not parted or len(words) > _LABEL or not words[0].text[:1].isupper():
            continue
        if any(one.tag in _FINITE for one in words):
            continue
        for at in label:
            if tokens[at].head > colon and tokens[at].dep in SUBJECTS | PASSIVE_SUBJECTS:
                yield at, {"dep": "dep"}


ADDRESSED = Repair(addressed, lemmas=lambda _: (":",))
