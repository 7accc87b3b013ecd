"""How well a text meets a question: BM25, the same over every database.

S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the usual
k1 = 1.2 and b = 0.75. A word of the title counts as so many of the text. The rarity of a term is taken from
the number of texts that have it, up to a bound: beyond it, a word is simply common.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

from sayso.stores.asking import Term

_K1 = 1.2
_B = 0.75
_TITLE = 3
# Texts that have a term are counted so far; the weight of a more common one would hardly be less.
COMMON = 3_000
# Between the parts of a text, so that no phrase reaches over an end: no word has this mark.
END = "_"


def best_first(
    texts: Sequence[tuple[int, str]],
    terms: Sequence[Term],
    held_by: Mapping[Term, int],
    *,
    titled: bool,
) -> list[int]:
    """The keys of the texts, the best first; of equals the greater key, which came later.

    `texts` pairs keys with words as the index has them, whose number of characters is a text's length; where they are `titled`, the first part is a title.
    `held_by` tells how many texts have a term.
    """
    if not texts:
        return []
    mean = sum(len(words) for _, words in texts) / len(texts)
    sought = [
        (log(1 + COMMON / min(COMMON, max(1, held_by[term]))), _written(term)) for term in terms
    ]
    scored = []
    for key, words in texts:
        norm = _K1 * (1 - _B + _B * len(words) / mean)
        title = words.find(END) if titled else 0
        score = 0.0
        for rarity, written in sought:
            found = 0
            for phrase in written:
                found += words.count(phrase)
                if title > 1:
                    found += (_TITLE - 1) * words.count(phrase, 0, title)
            score += rarity * found * (_K1 + 1) / (found + norm)
        scored.append((-round(score, 9), -key))
    return [-key for _, key in sorted(scored)]


def _written(term: Term) -> list[str]:
    """The phrases as they stand in the words of a text."""
    return [f" {' '.join(phrase.words)}" + ("" if phrase.open else " ") for phrase in term.phrases]
