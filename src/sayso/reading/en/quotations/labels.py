"""A name and a colon before words: "Okonjo: The ferries will not sail", as in transcripts and lists."""

from __future__ import annotations

from sayso.model.reading import Sentence
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.tags import FINITE_OR_MODAL
from sayso.reading.tree import Tree

_LONGEST = 8  # tokens of a label
_SHORTEST = 3  # tokens after it


def labelled(tree: Tree, sentence: Sentence) -> list[Found]:
    """The sentence as said by whoever its label names: a person, by name alone, or a power in a headline."""
    tokens = tree.tokens
    end = min(sentence.first + _LONGEST, sentence.last)
    colon = next((at for at in range(sentence.first, end) if tokens[at].text == ":"), None)
    if colon is None or colon == sentence.first or sentence.last - colon <= _SHORTEST:
        return []
    name = range(sentence.first, colon)
    is_name = all(tokens[at].pos == "PROPN" for at in name)
    person = tokens[colon - 1].entity.endswith("PERSON")
    if not is_name or not (person or _is_power(tree, sentence, name)):
        return []
    if not any(tokens[at].tag in FINITE_OR_MODAL for at in range(colon, sentence.last)):
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


def _is_power(tree: Tree, sentence: Sentence, name: range) -> bool:
    """Reads "Oslo: any drilling will be stopped by force": a capital in a headline, no dateline.

    A headline has no full stop; and what will be is no topic.
    """
    tokens = tree.tokens
    words = [tokens[at] for at in range(name.stop + 1, sentence.last)]
    place = all(tokens[at].entity.endswith("GPE") and not tokens[at].text.isupper() for at in name)
    ends = next((token.text for token in reversed(words) if token.pos != "SPACE"), ".")
    return place and ends not in (".", "!", "?") and any(token.tag == "MD" for token in words)
