"""Phrases that name a source beside a sentence: "according to X", "in X's view", "in the words of X"."""

from __future__ import annotations

from sayso.reading.en.attribution.found import Found
from sayso.reading.tree import Tree

_OWN = frozenset({"my", "our", "your"})
_SMALL = 3  # a clause shorter than this part of its sentence is not all that the source says


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
    named = speaker - _told_more(tree, speaker) - {index, to}
    return [_beside(tree, index, {index, to}, named, phrase)]


def _told_more(tree: Tree, speaker: set[int]) -> set[int]:
    """What a clause after a comma tells of a source: "court records, (which show that …)"."""
    found: set[int] = set()
    for at in speaker:
        branch = tree.subtree(at) if tree.tokens[at].dep == "relcl" else set()
        if branch and tree.tokens[min(branch) - 1].text == ",":
            found |= set(range(min(branch) - 1, max(speaker) + 1))
    return found


def in_view(tree: Tree, noun: int) -> list[Found]:
    """Reads "In X's view, …", "in the words of X, …", set off by a comma."""
    tokens = tree.tokens
    preposition = tokens[noun].head
    if tokens[noun].dep != "pobj" or tokens[preposition].lemma != "in":
        return []
    phrase = _up_to_comma(tree, preposition, noun)
    first, after = min(phrase), max(phrase) + 1
    opens = first == tree.sentences[tree.sentence(noun)].first or tokens[first - 1].text == ","
    set_off = opens and after < len(tokens) and tokens[after].text == ","
    speaker = _owner(tree, noun) or set()
    named = set(range(min(speaker, default=after), after))
    speaker = (speaker & phrase) | (named if max(speaker, default=-1) > noun else set())
    if not speaker or not set_off or {tokens[at].text.lower() for at in speaker} & _OWN:
        return []
    return [_beside(tree, preposition, phrase - speaker, speaker, phrase)]


def _up_to_comma(tree: Tree, preposition: int, noun: int) -> set[int]:
    """The phrase up to the comma that closes it, with a name between commas: "in the words of its head, Ada Quill"."""
    tokens = tree.tokens
    end = tree.sentences[tree.sentence(noun)].last
    commas = [at for at in range(noun, end) if tokens[at].text == ","]
    if not commas:
        return tree.subtree(preposition)
    last = commas[0]
    if len(commas) > 1 and all(tokens[at].pos == "PROPN" for at in range(commas[0] + 1, commas[1])):
        last = commas[1]
    return set(range(min(tree.subtree(preposition)), last))


def _owner(tree: Tree, noun: int) -> set[int] | None:
    """Whose view or words: "the envoy's view", "the words of one baker"."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        return tree.subtree(owner, without=("case",))
    of = next((at for at in tree.children(noun, "prep") if tree.tokens[at].lemma == "of"), None)
    governed = tree.child(of, "pobj") if of is not None else None
    return tree.subtree(governed) if governed is not None else None


def _beside(tree: Tree, index: int, cue: set[int], speaker: set[int], phrase: set[int]) -> Found:
    """The clause that a phrase hangs on as the content; of a small clause, its whole sentence."""
    sentence = tree.sentences[tree.sentence(index)]
    head = tree.tokens[index].head
    whole = set(range(sentence.first, sentence.last))
    inside = tree.subtree(head) if tree.tokens[head].pos in ("VERB", "AUX") else whole
    if _SMALL * (max(inside) - min(inside)) < len(whole):
        inside = whole
    return Found(
        head=index,
        cue=cue,
        act="speech",
        frame="according",
        speaker=speaker,
        content=(inside - phrase) & _between_semicolons(tree, phrase),
    )


def _between_semicolons(tree: Tree, phrase: set[int]) -> set[int]:
    """The part of the sentence that a phrase stands in: "They marched; police saw few, according to X"."""
    sentence = tree.sentences[tree.sentence(min(phrase))]
    low, high = min(phrase), max(phrase) + 1
    while low > sentence.first and tree.tokens[low - 1].text != ";":
        low -= 1
    while high < sentence.last and tree.tokens[high].text != ";":
        high += 1
    return set(range(low, high))
