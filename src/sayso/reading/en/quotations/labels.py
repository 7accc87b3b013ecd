"""A name and a colon before words: "Okonjo: The ferries will not sail", as in transcripts and lists."""

from __future__ import annotations

from sayso.model.reading import Sentence
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.tags import FINITE_OR_MODAL
from sayso.reading.tree import Tree

_LONGEST = 8  # tokens of a label
_KINDS = frozenset(
    {
        "explainer",
        "analysis",
        "flash",
        "urgent",
        "breaking",
        "update",
        "exclusive",
        "watch",
        "factbox",
    }
    | {"opinion", "live", "video", "timeline", "editorial", "column", "alert", "newsflash"}
)
# A telling in capitals, which the parser takes for a name: "Oslo WARNS Rome: we will …".
_CRIED = frozenset({"WARNS", "TELLS", "CAUTIONS", "THREATENS", "SAYS"})
_SHORTEST = 3  # tokens after it


def labelled(tree: Tree, sentence: Sentence) -> list[Found]:
    """The sentence as said by whoever its label names: a person, by name alone, or a power in a headline."""
    tokens = tree.tokens
    end = min(sentence.first + _LONGEST, sentence.last)
    colon = next((at for at in range(sentence.first, end) if tokens[at].text == ":"), None)
    if colon is None or colon == sentence.first or sentence.last - colon <= _SHORTEST:
        return []
    name = range(sentence.first, colon)
    cried = next((at for at in name[1:] if tokens[at].text in _CRIED), colon)
    name, heard = range(sentence.first, cried), set(range(cried + 1, colon))
    is_name = all(tokens[at].pos == "PROPN" for at in name)
    person = tokens[name.stop - 1].entity.endswith("PERSON")
    power = _is_power(tree, sentence, colon, name) or _is_body(tree, sentence, colon, name)
    if _is_kind(tree, name) or not ((is_name and person) or power):
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
            hearer=heard or None,
            content=set(range(colon + 1, sentence.last)),
        )
    ]


def _is_kind(tree: Tree, name: range) -> bool:
    """Whether a word tells what kind of news follows: "Explainer: Why Oslo says …"."""
    return any(tree.tokens[at].text.lower() in _KINDS for at in name)


def _is_power(tree: Tree, sentence: Sentence, colon: int, name: range) -> bool:
    """Reads "Oslo: any drilling will be stopped by force": a capital in a headline, no dateline."""
    tokens = tree.tokens
    place = all(
        tokens[at].pos == "PROPN"
        and tokens[at].entity.endswith("GPE")
        and not tokens[at].text.isupper()
        for at in name
    )
    return place and _is_headline(tree, sentence, colon)


def _is_body(tree: Tree, sentence: Sentence, colon: int, name: range) -> bool:
    """Reads "Oslo's Defence Ministry: any drilling will be stopped": an organ of a power in a headline."""
    tokens = tree.tokens
    owned = [at for at in name if tokens[at].tag == "POS"]
    titled = all(tokens[at].text[:1].isupper() or at in owned for at in name)
    place = bool(owned) and tokens[owned[0] - 1].entity.endswith(("GPE", "ORG", "NORP"))
    return titled and place and _is_headline(tree, sentence, colon)


def _is_headline(tree: Tree, sentence: Sentence, colon: int) -> bool:
    """Whether the words behind a colon tell what will be, without a full stop."""
    words = [tree.tokens[at] for at in range(colon + 1, sentence.last)]
    ends = next((token.text for token in reversed(words) if token.pos != "SPACE"), ".")
    return ends not in (".", "!", "?") and any(token.tag == "MD" for token in words)
