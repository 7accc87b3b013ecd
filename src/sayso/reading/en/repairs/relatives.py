"""Relative clauses that were hung on the verb before them."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.giving import DEALING
from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS

_STRAYED = frozenset({"advcl", "ccomp", "conj", "dep"})
_NAMES = frozenset({"NOUN", "PROPN"})
_AT = frozenset({"which", "whom"})


def behind_prepositions(seen: Seen) -> Iterator[Change]:
    """Reads "turned to Oslo, *from which it has ordered* four": of the noun before the comma."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        preposition = at - 1
        if at - 3 < seen.sentence.first or tokens[preposition].pos != "ADP":
            continue
        noun = preposition - 2 if tokens[preposition - 1].text == "," else preposition - 1
        verb = tokens[preposition].head
        strayed = tokens[at].head == preposition and (
            tokens[verb].dep in _STRAYED or _is_of_name(seen, verb, preposition, noun)
        )
        own = tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        if not strayed or verb < at or not own or min(own) < at:
            continue
        if tokens[noun].pos in _NAMES and verb not in tree.ancestors(noun):
            yield verb, {"dep": "relcl", "head": noun}


def _is_of_name(seen: Seen, verb: int, preposition: int, noun: int) -> bool:
    """Whether a clause was hung above the state that it tells of: "turned for its arms to Oslo, *from which* it …"."""
    tokens = seen.tree.tokens
    place = tokens[noun].pos == "PROPN" and tokens[noun].entity.endswith("GPE")
    above = tokens[verb].dep == "relcl" and tokens[verb].head != noun
    return place and above and tokens[preposition].lemma == "from" and tokens[verb].lemma in DEALING


BEHIND_PREPOSITIONS = Repair(
    behind_prepositions, tags=frozenset({"WDT", "WP"}), lemmas=lambda _: _AT
)
