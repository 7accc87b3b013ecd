"""Cues beside the clause that they vouch for: "As she told Reuters, the talks had failed", "The talks, she said, …"."""

from __future__ import annotations

from collections.abc import Container

from sayso.reading.tree import SUBJECTS, Tree

_TAKEN = ("dobj", "ccomp", "xcomp", "oprd", "attr")
_CLAUSE_HEADS = ("VERB", "AUX", "NOUN", "PROPN", "ADJ")
_LONGEST_ASIDE = 14  # tokens of a cue set off by commas (", the minister said on Friday,")


def as_told(tree: Tree, index: int, *, hears: bool) -> set[int]:
    """What stands beside "as X said"; `hears`: the cue's object is who is told."""
    tokens = tree.tokens
    clause = tokens[index].head
    marks = tree.children(index, "mark", "advmod")
    if tokens[index].dep != "advcl" or not any(tokens[at].lemma == "as" for at in marks):
        return set()
    subjects = tree.children(index, *SUBJECTS)
    after = [at for at in tree.children(index, *_TAKEN) if not (hears and tokens[at].dep == "dobj")]
    if not subjects or after or not _parted(tree, index):
        return set()
    if tokens[clause].pos not in ("VERB", "AUX"):
        return set()
    return tree.subtree(clause) - tree.subtree(index)


def _parted(tree: Tree, index: int) -> bool:
    """Whether commas part the clause from what it vouches for."""
    own = [at for at in sorted(tree.subtree(index)) if tree.tokens[at].pos != "SPACE"]
    first, last = own[0], own[-1]
    sentence = tree.sentences[tree.sentence(index)]
    opens = first == sentence.first or tree.tokens[first - 1].text in (",", "“", '"')
    after = tree.tokens[last + 1].text if last + 1 < sentence.last else "."
    return opens and ("," in (after, tree.tokens[last].text) or after in ".,")


def parenthetical(tree: Tree, index: int, frames: Container[str]) -> set[int]:
    """The sentence around a cue set off by commas: "The talks, he said, had failed"."""
    token = tree.tokens[index]
    head = token.head
    if token.dep not in ("parataxis", "ccomp", "advcl", "conj", "relcl") or head == index:
        return set()
    if token.dep != "parataxis" and not _set_off(tree, index):
        return set()
    verbs_only = token.dep == "relcl"
    if tree.tokens[head].pos not in (("VERB", "AUX") if verbs_only else _CLAUSE_HEADS):
        return set()
    if not tree.children(index, *SUBJECTS) or _has_object(tree, index, frames):
        return set()
    return tree.subtree(head) - tree.subtree(index)


def _has_object(tree: Tree, index: int, frames: Container[str]) -> bool:
    """Whether a verb has its object, so that nothing is left for the clause around it to be."""
    return "hearer" not in frames and bool(tree.children(index, "dobj"))


def _set_off(tree: Tree, index: int) -> bool:
    """Whether a cue's own clause stands between commas or a comma and the end of the sentence."""
    own = tree.subtree(index)
    first, last = min(own), max(own)
    sentence = tree.sentences[tree.sentence(index)]
    before = tree.tokens[first - 1].text if first > sentence.first else ""
    inside = tree.tokens[last].text if last > first else ""
    after = tree.tokens[last + 1].text if last + 1 < sentence.last else "."
    set_off = before in (",", "—", "–", "-", ",”", "”", '"') and (
        after in ",.—–-" or inside in ",."
    )
    return set_off and len(own) < _LONGEST_ASIDE
