"""What tells an unnamed source from others belongs to its name: "five people briefed on the matter"."""

from __future__ import annotations

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import head_of
from sayso.reading.tree import Tree

_LONGEST = 10  # tokens of what is told of a source


def with_knowledge(tree: Tree, book: CueBook, one: Found) -> set[int]:
    """The speaker with the participle that follows a noun for people at once, unless that tells of a link."""
    speaker = one.speaker or set()
    head = head_of(tree, speaker)
    token = tree.tokens[head]
    if token.pos != "NOUN" or token.lemma not in book.people:
        return speaker
    for clause in tree.children(head, "acl"):
        phrase = tree.subtree(clause)
        lemma = tree.tokens[clause].lemma
        links = lemma in book.relays or lemma in book.sighted or lemma in book.speaking
        joined = (
            min(phrase) == clause == max(speaker) + 1 and len(phrase) == max(phrase) - clause + 1
        )
        free = phrase.isdisjoint(one.content | one.cue)
        if joined and free and not links and len(phrase) <= _LONGEST:
            return speaker | phrase
    return speaker
