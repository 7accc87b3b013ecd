"""Conditions told as an infinitive: "to seize another tug would mean war"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.conditions.drafts import Draft, has_modal
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree


def to_do(tree: Tree, responses: Responses, verb: int) -> Iterator[Draft]:
    """What opens the sentence as the subject of a verb to come, also where a telling stands between."""
    if not has_modal(tree, verb) or tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS):
        return
    tellings = [at for at in tree.children(verb, "parataxis") if at < verb]
    clauses = (
        at
        for above in (verb, *tellings)
        for at in tree.children(above, "advcl", "csubj", "xcomp")
        if at < verb
    )
    first = tree.sentences[tree.sentence(verb)].first
    for clause in clauses:
        words = tree.subtree(clause)
        opens = all(tree.tokens[at].pos == "PUNCT" for at in range(first, min(words)))
        rest = tree.subtree(verb) - words
        if tree.tokens[min(words)].tag == "TO" and opens and responses.find(rest):
            yield Draft(clause, frozenset(words), rest=frozenset(rest))
