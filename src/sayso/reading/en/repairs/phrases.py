"""Phrases and clauses as their words show them, where the parse cannot be relied on."""

from __future__ import annotations

from sayso.books.cues import CueBook
from sayso.model.reading import Sentence
from sayso.reading.en.attribution.participants import ASKED, RELATIVES
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

NOMINAL = frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM", "PART", "ADP", "PRON", "CCONJ"})
_OPENING = frozenset({"DET", "PROPN", "NOUN", "ADJ", "PRON", "NUM"})
_OBJECTS = ("ccomp", "xcomp", "dobj", "oprd", "attr", "acomp", "agent")
_LONGEST = 14  # tokens of the one who tells


def is_cited_as(tree: Tree, book: CueBook, verb: int) -> bool:
    """Reads "was quoted (by X) as saying", "X quoted her as saying"."""
    tokens = tree.tokens
    if book.relays.get(tokens[verb].lemma) != "cites":
        return False
    if not (tree.is_passive(verb) or tree.child(verb, "dobj") is not None):
        return False
    marks = [at for at in tree.children(verb, "prep") if tokens[at].lemma == "as"]
    said = (below for at in marks for below in tree.children(at, "pcomp"))
    return any(tokens[at].lemma in book.verbs for at in said)


def main_before(tree: Tree, sentence: Sentence, end: int) -> int | None:
    """The verb of the main clause that stands wholly before a word, with its subject."""
    for at in range(sentence.first, end):
        token = tree.tokens[at]
        own = tree.children(at, *SUBJECTS, *PASSIVE_SUBJECTS, "expl")
        top = token.head == at or not sentence.first <= token.head < end
        if token.pos in ("VERB", "AUX") and top:
            free = not tree.children(at, "mark") and not _asks(tree, at)
            return at if free and own and max(own) < end else None
    return None


def _asks(tree: Tree, verb: int) -> bool:
    """Whether a clause opens with "when", "where", "who"."""
    return any(tree.tokens[at].tag in ("WRB", "WP", "WDT") for at in tree.children(verb))


def is_open(tree: Tree, book: CueBook, verb: int) -> bool:
    """Whether a verb can hold a clause, and nothing after it is what it holds."""
    frames = {frame for cue in book.verbs.get(tree.tokens[verb].lemma, ()) for frame in cue.frames}
    taken = [at for at in tree.children(verb, *_OBJECTS) if at > verb]
    if "hearer" in frames:
        taken = [at for at in taken if tree.tokens[at].dep != "dobj"]
    governed = [
        at
        for at in tree.children(verb, "prep")
        if at > verb and tree.tokens[at].lemma in frames - ASKED
    ]
    return "clause" in frames and not governed and not taken


def is_phrase(tree: Tree, phrase: range) -> bool:
    """Whether these words may be a noun phrase, with an apposition between commas."""
    tokens = [tree.tokens[at] for at in phrase]
    if not 0 < len(tokens) <= _LONGEST or tokens[0].pos not in _OPENING:
        return False
    if tokens[0].tag in RELATIVES:
        return False  # "…, which the government denied"
    return all(tree.tokens[at].text == "," or is_nominal(tree, at) for at in phrase)


def is_nominal(tree: Tree, at: int) -> bool:
    """Whether a word can stand in a noun phrase, also the parts of "state-run"."""
    tokens = tree.tokens
    if tokens[at].pos in NOMINAL:
        return True
    joined = [one for one in (at - 1, at, at + 1) if 0 < one < len(tokens) - 1]
    return any(
        tokens[one].text == "-" and tokens[one - 1].end == tokens[one].start for one in joined
    )
