"""What a newsroom has found out is its own report: "Reuters has learned (from two officials) that …"."""

from __future__ import annotations

from sayso.books.cues import CueBook
from sayso.model.text import Party
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import can_speak, noun_phrase
from sayso.reading.tree import Tree


def gathered(evidence: Evidence, book: CueBook, one: Found, newsroom: Party) -> Party:
    """Who says what a newsroom tells: it, or those from whom it has what it has found out.

    Of a newsroom a verb of finding out is speech: `one` is changed to that.
    """
    tree = evidence.tree
    if one.act != "thought" or one.head < 0 or tree.tokens[one.head].lemma not in book.gathering:
        return newsroom
    one.act = "speech"
    source = _source(tree, book, one)
    if source is None or one.relay is not None:
        return newsroom
    one.relay, one.speaker = (set(one.speaker or ()), "cites"), source
    return evidence.party(source)


def _source(tree: Tree, book: CueBook, one: Found) -> set[int] | None:
    """From whom the newsroom has it, where the words tell it."""
    for preposition in tree.children(one.head, "prep"):
        whom = tree.child(preposition, "pobj")
        if tree.tokens[preposition].lemma == "from" and whom is not None:
            phrase = noun_phrase(tree, whom)
            if can_speak(tree, book, phrase):
                return phrase
    return None
