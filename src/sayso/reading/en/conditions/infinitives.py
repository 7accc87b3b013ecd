"""Conditions told as an infinitive: "to seize another tug would mean war"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.conditions.drafts import Draft, has_modal
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree


def to_do(tree: Tree, responses: Responses, verb: int) -> Iterator[Draft]:
    """What opens the sentence or what is told as the subject of a verb to come, also where a telling stands between."""
    subjects = tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
    if not has_modal(tree, verb) or any(not _is_to(tree, at) for at in subjects):
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
        that = tree.child(verb, "mark") == min(words) - 1
        if tree.tokens[min(words)].text == "that":  # taken for what the infinitive is about
            words, that = words - {min(words)}, True
        opens = that or all(tree.tokens[at].pos == "PUNCT" for at in range(first, min(words)))
        rest = tree.subtree(verb) - words - set(tree.children(verb, "mark"))
        first_word = tree.tokens[min(words)]
        to = first_word.tag == "TO" or (first_word.lemma.lower() == "for" and _is_to(tree, clause))
        if to and opens and responses.find(rest):
            yield Draft(clause, frozenset(words), rest=frozenset(rest))


def _is_to(tree: Tree, clause: int) -> bool:
    """Whether a subject is an infinitive."""
    return any(tree.tokens[at].tag == "TO" for at in tree.children(clause, "aux"))
