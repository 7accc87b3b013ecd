"""What the learned weights look at: short names of traits of a cue, and of a cue with one content."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from typing import NamedTuple

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.cue_candidates import Candidate, key_of
from sayso.reading.en.attribution.participants import (
    can_speak,
    head_of,
    is_document,
    is_thing,
    possessor,
    speaker_of_verb,
    subject,
)
from sayso.reading.en.tags import FINITE_OR_MODAL
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_ARGUMENTS = frozenset({"dobj", "ccomp", "xcomp", "dative", "acomp", "attr", "oprd"})
_SIZES = (4, 7, 13, 30)  # words from which on a content is of the next class of lengths
_OWN = {"i": "I", "we": "we", "you": "you", "it": "it", "who": "who", "which": "which"}


class CueTraits(NamedTuple):
    """A cue: its key (lemma and part of speech), its speaker, who that is, and all its traits."""

    key: str
    speaker: set[int] | None
    who: str
    form: str
    names: list[str]


def speaker_of(tree: Tree, book: CueBook, index: int) -> set[int] | None:
    """Whose a cue is: the subject of a verb, the owner of a noun, the subject of "is sure"."""
    token = tree.tokens[index]
    if token.pos in ("VERB", "AUX"):
        return speaker_of_verb(tree, book, index)
    if token.pos in ("NOUN", "PROPN"):
        owner = possessor(tree, index)
        if owner is None and token.dep == "dobj":
            owner = subject(tree, book, token.head)
        return owner
    if token.pos == "ADJ":
        verb = token.head
        if tree.tokens[verb].pos in ("VERB", "AUX") and verb != index:
            return subject(tree, book, verb)
        return None
    governed = tree.child(index, "pobj")
    if governed is not None:
        return tree.subtree(governed)
    if token.text == ":":
        sentence = tree.sentences[tree.sentence(index)]
        return set(range(sentence.first, index)) or None
    return None


def who(tree: Tree, book: CueBook, speaker: set[int] | None) -> str:
    """The kind of speaker in one word."""
    if not speaker:
        return "-"
    token = tree.tokens[head_of(tree, speaker)]
    if token.pos == "PRON":
        return _OWN.get(token.text.lower(), "pron" if can_speak(tree, book, speaker) else "that")
    if token.lemma in book.people:
        return "people"
    if is_document(tree, book, speaker):
        return "document"
    if token.entity:
        return token.entity[2:]
    return "name" if token.pos == "PROPN" else "thing" if is_thing(tree, book, speaker) else "other"


def cue_traits(
    tree: Tree, book: CueBook, index: int, inside: Collection[int], told: Collection[int]
) -> CueTraits:
    """Traits of a cue alone; `inside` are tokens in quotation marks, `told` those in a rule's content."""
    tokens = tree.tokens
    token = tokens[index]
    key = key_of(token)
    pos = key.rpartition("/")[2]
    speaker = speaker_of(tree, book, index)
    kind = who(tree, book, speaker)
    verb = index if pos == "verb" else token.head
    form = _form(tree, verb) if tokens[verb].pos in ("VERB", "AUX") else "none"
    above = tokens[token.head].lemma if token.head != index else "-"
    names = [
        f"k={key}",
        f"p={pos}",
        f"t={token.tag}",
        f"d={pos}|{token.dep}",
        f"d={key}|{token.dep}",
        f"a={pos}|{token.dep}|{above}",
        f"w={pos}|{kind}",
        f"w={key}|{kind}",
        f"f={pos}|{form}",
        f"f={key}|{form}",
        f"wf={pos}|{kind}|{form}",
        f"q={pos}|{index in inside}|{index in told}",
        f"q={key}|{index in inside}|{index in told}",
        f"qw={kind}|{index in inside}|{index in told}",
    ]
    names.extend(_word_traits(tree, book, index, key, speaker))
    return CueTraits(key, speaker, kind, form, names)


def _word_traits(
    tree: Tree, book: CueBook, index: int, key: str, speaker: set[int] | None
) -> Iterator[str]:
    """Traits that name the words around a cue."""
    tokens = tree.tokens
    token = tokens[index]
    pos = key.rpartition("/")[2]
    above = tokens[token.head].lemma if token.head != index else "-"
    if speaker and tokens[head_of(tree, speaker)].pos in ("NOUN", "PRON"):
        lemma = tokens[head_of(tree, speaker)].lemma
        yield from (f"s={pos}|{lemma}", f"s={key}|{lemma}")
    for child in tree.children(index):
        dep = tokens[child].dep
        if dep == "prt":
            yield f"r={key}|{tokens[child].lemma}"
        if dep in _ARGUMENTS:
            yield from (f"h={pos}|{dep}", f"h={key}|{dep}")
        if dep == "dobj" and pos == "verb":
            yield f"ob={key}|{tokens[child].lemma}"
    cues = book.verbs.get(token.lemma, ()) if pos == "verb" else ()
    acts: set[str] = {cue.act for cue in cues}
    for act in sorted(acts or {"none"}):
        yield f"b={pos}|{act}"
    if pos == "adjective":
        yield f"n={key}|{above}"
    if pos == "noun":
        owned = tree.child(index, "poss") is not None
        yield from (f"n={key}|{token.dep}|{above}", f"b={token.lemma in book.nouns}")
        yield from (f"o={pos}|{owned}|{token.dep}", f"o={key}|{owned}")
        if above in book.light:
            yield "light"


def _form(tree: Tree, verb: int) -> str:
    """Tense and mood of a verb, with its negation: "VBD", "MD:could", "to", "passive", "not VBZ"."""
    tokens = tree.tokens
    tag = tokens[verb].tag
    for child in tree.children(verb, "aux"):
        if tokens[child].tag == "MD":
            tag = f"MD:{tokens[child].lemma}"
        elif tokens[child].tag == "TO":
            tag = f"to:{tokens[tokens[verb].head].lemma}"
    if tree.is_passive(verb):
        tag = f"passive {tag}"
    return f"not {tag}" if tree.is_negated(verb) else tag


def content_traits(
    tree: Tree,
    candidate: Candidate,
    cue: CueTraits,
    rule: str,
    beside: str,
    inside: set[int],
) -> list[str]:
    """Traits of a cue with one content.

    `rule`: the frame in which the rules read this very content, and if they kept it; `beside`: what else
    the rules made of this cue; `inside`: tokens in quotation marks.
    """
    tokens = tree.tokens
    structure, content = candidate.structure, candidate.content
    pos = cue.key.rpartition("/")[2]
    low, high = min(content), max(content)
    head = _head(tree, content)
    top = tokens[head]
    size = _size(len(content - tree.wordless))
    within = len(content & inside)
    quoted = "none" if not within else "all" if within == len(content) else "part"
    side = "after" if low > candidate.head else "before" if high < candidate.head else "both"
    finite = any(tokens[at].tag in FINITE_OR_MODAL for at in content)
    full = bool(tree.children(head, *SUBJECTS, *PASSIVE_SUBJECTS))
    gap = low - candidate.head if side == "after" else candidate.head - high
    near = "0" if side == "both" else str(min(gap, 6))
    kind = top.entity[2:] or top.pos
    return [
        f"S={pos}|{structure}",
        f"S={cue.key}|{structure}",
        f"Sw={pos}|{structure}|{cue.who}",
        f"Sf={pos}|{structure}|{cue.form}",
        f"R={rule}",
        f"R={rule}|{cue.key}",
        f"R={rule}|{cue.form}",
        f"R={rule}|{cue.who}",
        f"B={beside}|{pos}|{structure}",
        f"B={beside}|{cue.key}",
        f"BR={beside}|{rule}",
        f"z={pos}|{structure}|{size}",
        f"z={rule}|{size}",
        f"Q={quoted}|{pos}|{structure}",
        f"Q={quoted}|{cue.key}",
        f"Q={quoted}|{rule}",
        f"c={pos}|{structure}|{kind}",
        f"c={cue.key}|{kind}",
        f"C={pos}|{top.lemma}",
        f"x={pos}|{finite}|{full}|{side}",
        f"x={cue.key}|{finite}|{side}",
        f"g={pos}|{side}|{near}",
        f"g={cue.key}|{side}|{near}",
        f"e={tokens[high].tag}|{structure}",
        f"sd={tokens[low].lemma}|{pos}|{structure}",
    ]


def _size(words: int) -> int:
    """Roughly how long a content is: up to three words each by itself, then classes."""
    return words if words < _SIZES[0] else _SIZES[0] + bisect_right(_SIZES[1:], words)


def _head(tree: Tree, content: Collection[int]) -> int:
    for index in sorted(content):
        above = tree.tokens[index].head
        if (above not in content or above == index) and tree.tokens[index].pos != "PUNCT":
            return index
    return min(content)
