"""Cue nouns and fixed phrases: "the warning that", "issued a warning to", "according to"."""

from __future__ import annotations

from sayso.books.cues import CueBook
from sayso.reading.en.contents import has_to
from sayso.reading.en.found import Found
from sayso.reading.en.participants import hearer_of_noun, possessor, subject
from sayso.reading.tree import Tree

_ABOUT = frozenset({"about", "over", "regarding", "concerning"})
_TOPICAL = _ABOUT | {"against", "for", "on", "of"}


def cue_noun(tree: Tree, book: CueBook, index: int) -> list[Found]:
    """Reads "His warning that …", "issued a warning to Tokyo", "the claim that …", "plans to …"."""
    tokens = tree.tokens
    content: set[int] = set()
    frame = ""
    for clause in tree.children(index, "acl", "ccomp", "appos"):
        marked = any(tokens[child].lemma == "that" for child in tree.children(clause, "mark"))
        if clause > index and (marked or (has_to(tree, clause) and tokens[clause].dep != "appos")):
            frame, content = ("clause" if marked else "infinitive"), tree.subtree(clause)
            break
    verb = tokens[index].head
    light = tokens[index].dep == "dobj" and tokens[verb].lemma in book.light
    if not content:
        beside = tree.children(verb, "prep") if light else []
        for preposition in (*tree.children(index, "prep"), *beside):
            word = tokens[preposition].text.lower()
            if word in _TOPICAL:
                governed = tree.child(preposition, "pobj", "pcomp")
                if governed is not None and (light or word in _ABOUT):
                    frame, content = "object", tree.subtree(governed)
                    break
    speaker = possessor(tree, index)
    if light and speaker is None:
        speaker = subject(tree, book, verb)
    if not content and not light:
        return []
    if frame == "object" and speaker is None:
        return []
    return [
        Found(
            head=index,
            cue=(tree.verb_group(verb) if light else set()) | {index},
            act=book.nouns[tokens[index].lemma],
            frame=frame or "light",
            speaker=speaker,
            hearer=hearer_of_noun(tree, index, verb if light else index),
            content=content,
            takes_quote=light,
        )
    ]


def according(tree: Tree, index: int) -> list[Found]:
    """Reads "According to X, …": the rest of the sentence is the content."""
    tokens = tree.tokens
    to = next((child for child in tree.children(index) if tokens[child].lemma == "to"), None)
    if to is None and index + 1 < len(tokens) and tokens[index + 1].lemma == "to":
        to = index + 1
    governed = tree.child(to, "pobj") if to is not None else None
    if to is None or governed is None:
        return []
    speaker = tree.subtree(governed)
    phrase = tree.subtree(index) | speaker | {to}
    sentence = tree.sentences[tree.sentence(index)]
    head = tokens[index].head
    clause = head if tokens[head].pos in ("VERB", "AUX") else None
    whole = set(range(sentence.first, sentence.last))
    inside = tree.subtree(clause) if clause is not None else whole
    if 3 * (max(inside) - min(inside)) < len(whole):  # a small clause within a longer sentence
        inside = whole
    return [
        Found(
            head=index,
            cue={index, to},
            act="speech",
            frame="according",
            speaker=speaker - {index, to},
            content=inside - phrase,
        )
    ]
