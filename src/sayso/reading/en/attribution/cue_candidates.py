"""What could be an attribution: every word that can be a cue, with each structure that can be its content.

Generous on purpose: the learned weights (`deciding`) choose among these and what the rules have found.
A content is named by how it hangs on the cue ("ccomp", "prep:of", "around" …): its structure.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from sayso.books.cues import FRAMES
from sayso.model.reading import Token
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_COMPLEMENTS = frozenset(
    {"ccomp", "xcomp", "dobj", "attr", "oprd", "acl", "advcl", "appos", "relcl", "parataxis", "dep"}
)
_AROUND = frozenset({"parataxis", "ccomp", "advcl", "conj", "relcl", "acl", "dep", "pcomp"})
_NOUN_COMPLEMENTS = frozenset({"acl", "ccomp", "relcl", "appos", "xcomp"})
_VERB_COMPLEMENTS = frozenset({"ccomp", "xcomp", "advcl"})
_COPULAS = frozenset({"be", "seem", "feel", "sound", "remain", "become", "look", "get", "appear"})
KINDS = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adjective",
    "PUNCT": "mark",
}
_SHORTEST = 2  # words in a content
_LONGEST_LABEL = 8  # tokens before a colon


class Candidate(NamedTuple):
    """A cue's main word and one possible content, as token indexes; `structure` joins the two."""

    head: int
    structure: str
    content: frozenset[int]


def candidates(tree: Tree, cues: Container[str]) -> Iterator[Candidate]:
    """The candidates of every cue among `cues` (see `key_of`), by cue; contents of one cue differ."""
    for index, token in enumerate(tree.tokens):
        kind = KINDS.get(token.pos)
        if kind is None or token.dep in ("aux", "auxpass") or key_of(token) not in cues:
            continue
        if kind == "verb":
            yield from _distinct(tree, index, _of_verb(tree, index))
        elif kind == "noun":
            yield from _distinct(tree, index, _of_noun(tree, index))
        elif kind == "adjective":
            yield from _distinct(tree, index, _of_adjective(tree, index))
        elif token.text == ":" and tree.sentence(index) >= 0:
            yield from _distinct(tree, index, _after_label(tree, index))


def key_of(token: Token) -> str:
    """A cue word as the weights name it: lemma and kind, as in "claim/noun"."""
    return f"{token.lemma}/{KINDS.get(token.pos, 'other')}"


def frame_of(structure: str) -> str:
    """The frame of a content that hangs on its cue in this way."""
    kind, _, word = structure.partition("-")[0].rstrip("+<").partition(":")
    if kind in ("prep", "lent") and word in FRAMES:
        return word
    if kind in ("xcomp", "acl", "advcl") and word.startswith("to"):
        return "infinitive"
    if kind in ("dobj", "oprd") and structure.endswith("+"):
        return "judgement"
    if kind.startswith("raised"):
        return "impersonal" if kind.endswith("xcomp") else "judgement"
    if kind in ("dobj", "attr", "oprd", "prep", "lent"):
        return "object"
    return "label" if kind == "label" else "clause"


def _distinct(tree: Tree, index: int, found: Iterator[tuple[str, set[int]]]) -> Iterator[Candidate]:
    seen: set[frozenset[int]] = set()
    for structure, content in found:
        for how, part in _clipped(tree, structure, content):
            words = frozenset(part - tree.wordless)
            if len(words) >= _SHORTEST and words not in seen:
                seen.add(words)
                yield Candidate(index, structure + how, frozenset(part))


def _clipped(tree: Tree, structure: str, content: set[int]) -> Iterator[tuple[str, set[int]]]:
    """The content whole, and without what follows it after a comma or a conjunction."""
    yield "", content
    if structure.startswith(("around", "sentence", "rest", "label")):
        return
    ordered = sorted(content)
    for number, at in enumerate(ordered[:-1]):
        token = tree.tokens[at]
        if number < _SHORTEST:
            continue
        following = tree.tokens[ordered[number + 1]]
        if token.text in (",", "-", "–", "—", ";") and token.dep == "punct":
            yield "-comma", set(ordered[:number])
            return
        if token.dep == "cc" and following.pos in ("VERB", "AUX", "ADV"):
            yield "-and", set(ordered[:number])
            return
        if (
            token.tag in ("IN", "WRB")
            and token.dep in ("mark", "advmod")
            and (tree.tokens[token.head].dep == "advcl")
        ):
            yield "-advcl", set(ordered[:number])
            return


def _of_verb(tree: Tree, index: int) -> Iterator[tuple[str, set[int]]]:
    parts = [part for child in tree.children(index) for part in _part(tree, child)]
    for kind, child, content in parts:
        yield f"{kind}{'<' if child < index else ''}", content
    after = [part for part in parts if part[1] > index]
    for number, (kind, _, content) in enumerate(after[:-1]):
        yield f"{kind}+", content.union(*(tree.subtree(later[1]) for later in after[number + 1 :]))
    raised = tree.child(index, *PASSIVE_SUBJECTS)
    if raised is not None:
        phrase = tree.subtree(raised)
        yield "raised", phrase
        for kind, child, _ in after:
            yield f"raised+{kind}", phrase | tree.subtree(child)
    if len(after) > 1:
        yield "after", {at for at in tree.subtree(index) if at > index}
    yield from _around(tree, index, before=any(part[1] < index for part in parts))


def _part(tree: Tree, child: int) -> Iterator[tuple[str, int, set[int]]]:
    """A complement of a verb: its structure, its own word, and its content."""
    dep = tree.tokens[child].dep
    if dep in _COMPLEMENTS:
        yield _kind(tree, child), child, tree.subtree(child)
    elif dep in ("prep", "dative", "agent", "prt"):
        for governed in tree.children(child, "pobj", "pcomp", "ccomp")[:1]:
            yield f"prep:{tree.tokens[child].lemma}", child, tree.subtree(governed)


def _around(tree: Tree, index: int, *, before: bool) -> Iterator[tuple[str, set[int]]]:
    """What stands around a cue: the clause or the sentence that it interrupts."""
    token = tree.tokens[index]
    sentence = tree.sentences[tree.sentence(index)]
    whole = set(range(sentence.first, sentence.last))
    if token.head != index and token.dep in _AROUND:
        own = tree.subtree(index)
        yield f"around:{token.dep}", tree.subtree(token.head) - own
        yield f"sentence:{token.dep}", whole - own
    subject = tree.child(index, *SUBJECTS)
    if subject is not None and before:
        yield "rest", whole - tree.verb_group(index) - tree.subtree(subject)


def _kind(tree: Tree, child: int) -> str:
    """A complement by its label and what opens it: "ccomp:that", "xcomp:to", "advcl:if"."""
    tokens = tree.tokens
    dep = tokens[child].dep
    if dep in ("dobj", "attr", "oprd"):
        return dep
    marks = tree.children(child, "mark")
    if marks:
        return f"{dep}:{tokens[marks[0]].lemma}"
    if any(tokens[at].tag == "TO" for at in tree.children(child, "aux")):
        return f"{dep}:to"
    first = tokens[min(tree.subtree(child))]
    if first.tag in ("WP", "WRB", "WDT"):
        return f"{dep}:wh"
    return f"{dep}:{tokens[child].tag[:2] if tokens[child].tag == 'VBG' else ''}"


def _of_noun(tree: Tree, index: int) -> Iterator[tuple[str, set[int]]]:
    tokens = tree.tokens
    yield from _after(tree, index, index, _NOUN_COMPLEMENTS)
    verb, dep = tokens[index].head, tokens[index].dep
    if dep in ("nsubj", "attr") and tokens[verb].lemma == "be":
        for child in tree.children(verb, "ccomp", "xcomp", "attr", "advcl"):
            if child != index and child > verb:
                yield f"is:{_kind(tree, child)}", tree.subtree(child)
    if dep == "dobj":
        for structure, content in _after(tree, verb, index, _VERB_COMPLEMENTS):
            yield f"lent:{structure.removeprefix('prep:')}", content


def _of_adjective(tree: Tree, index: int) -> Iterator[tuple[str, set[int]]]:
    tokens = tree.tokens
    verb, dep = tokens[index].head, tokens[index].dep
    if dep not in ("acomp", "oprd", "ccomp", "conj", "attr", "ROOT", "advcl"):
        return
    yield from _after(tree, index, index, _VERB_COMPLEMENTS)
    if dep == "acomp" and tokens[verb].lemma in _COPULAS:
        for child in tree.children(verb, "ccomp", "xcomp", "advcl"):
            if child > index:
                yield f"is:{_kind(tree, child)}", tree.subtree(child)
        for subject in tree.children(verb, *SUBJECTS)[:1]:
            yield "is:subject", tree.subtree(subject)


def _after(
    tree: Tree, head: int, index: int, labels: Container[str]
) -> Iterator[tuple[str, set[int]]]:
    """The complements of a word that follow the cue, and what its prepositions there govern."""
    for child in tree.children(head):
        if child > index and tree.tokens[child].dep in labels:
            yield _kind(tree, child), tree.subtree(child)
        elif child > index and tree.tokens[child].dep in ("prep", "dative"):
            for governed in tree.children(child, "pobj", "pcomp", "ccomp")[:1]:
                yield f"prep:{tree.tokens[child].lemma}", tree.subtree(governed)


def _after_label(tree: Tree, index: int) -> Iterator[tuple[str, set[int]]]:
    """Reads "Name: words": to the end of the sentence, or of the paragraph."""
    number = tree.sentence(index)
    sentence = tree.sentences[number]
    if index - sentence.first > _LONGEST_LABEL:
        return
    end = sentence.last
    while number < len(tree.sentences) and tree.sentences[number].paragraph == sentence.paragraph:
        end = tree.sentences[number].last
        number += 1
    yield "label", set(range(index + 1, sentence.last))
    opens = sentence.first == 0 or (
        tree.sentences[tree.sentence(index) - 1].paragraph != sentence.paragraph
    )
    if opens:
        yield "label-paragraph", set(range(index + 1, end))
