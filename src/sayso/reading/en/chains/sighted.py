"""Who saw a document, or was given it: "a letter seen by X", "emails leaked to X", "a memo, a copy of which X obtained".

Read from the words that follow the noun, for the parser hangs such a tail on the nearest noun: in "a letter to the
governor, seen by X" on the governor.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.participants import CLAUSES_OF_NAME
from sayso.reading.en.tags import PAST_FORMS
from sayso.reading.tree import Tree

_BETWEEN = frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM", "PART", "ADP", "ADV", "PRON", "AUX"})
_GIVEN = frozenset({"to", "with"})
_LONGEST = 24  # tokens from the noun to the participle


def seen_by(tree: Tree, book: CueBook, noun: int) -> Iterator[set[int]]:
    """The phrases of those who saw or got what a noun names, by the words behind it up to the next clause."""
    tokens = tree.tokens
    end = min(tree.sentences[tree.sentence(noun)].last, noun + _LONGEST)
    for at in range(noun + 1, end - 1):
        token = tokens[at]
        if token.tag in PAST_FORMS and token.lemma in book.sighted and tokens[at + 1].lemma == "by":
            yield from _governed(tree, at + 1)
        elif token.tag in PAST_FORMS and token.lemma in book.handed:
            to = at + 2 if tokens[at + 1].lemma == "available" else at + 1
            if to < end and tokens[to].lemma in _GIVEN:
                yield from _governed(tree, to)
        elif (token.pos not in _BETWEEN and token.text not in (",", "-")) or (
            token.pos == "AUX" and token.lemma not in ("be", "have")
        ):
            return


def _governed(tree: Tree, preposition: int) -> Iterator[set[int]]:
    """What a preposition governs; else the name behind it."""
    governed = tree.child(preposition, "pobj")
    if governed is not None and governed > preposition:
        phrase = tree.subtree(governed, without=CLAUSES_OF_NAME)
        yield {at for at in phrase if at > preposition}
        return
    end = preposition + 1
    while end < len(tree.tokens) and tree.tokens[end].text[:1].isupper():
        end += 1
    if end > preposition + 1:
        yield set(range(preposition + 1, end))
