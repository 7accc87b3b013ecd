"""A name and a colon before words: "Okonjo: The ferries will not sail", as in transcripts and lists."""

from __future__ import annotations

from sayso.model.reading import Sentence
from sayso.reading.en.attribution.found import Found
from sayso.reading.tree import Tree

_LONGEST = 8  # tokens of a label
_SHORTEST = 3  # tokens after it
_FINITE = frozenset({"MD", "VBD", "VBZ", "VBP"})


def labelled(tree: Tree, sentence: Sentence) -> list[Found]:
    """The sentence as said by whoever its label names: a person, by name alone."""
    tokens = tree.tokens
    end = min(sentence.first + _LONGEST, sentence.last)
    colon = next((at for at in range(sentence.first, end) if tokens[at].text == ":"), None)
    if colon is None or colon == sentence.first or sentence.last - colon <= _SHORTEST:
        return []
    name = range(sentence.first, colon)
    is_name = all(tokens[at].pos == "PROPN" for at in name)
    if not is_name or not tokens[colon - 1].entity.endswith("PERSON"):
        return []
    if not any(tokens[at].tag in _FINITE for at in range(colon, sentence.last)):
        return []
    return [
        Found(
            head=colon,
            cue={colon},
            act="speech",
            frame="label",
            speaker=set(name),
            content=set(range(colon + 1, sentence.last)),
        )
    ]
