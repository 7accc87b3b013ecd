"""Contents that only name what was spoken of: "mentioned the toll", "referred to the harbour fire".

Whoever reads that learns a topic, and nothing that somebody said of it. Where the verb takes a thing ("demanded a
toll", "denied the theft"), where a clause, a complement or a quotation tells more, and where the noun itself
asserts ("stressed the need for a second dredger"), something was said.
"""

from __future__ import annotations

from collections.abc import Collection

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.found import TOPICS
from sayso.reading.en.attribution.participants import can_speak, head_of
from sayso.reading.tree import Tree

_PHRASES = (TOPICS | {"object", "judgement", "to", "with", "at"}) - {"for"}
_STANDING_FOR = frozenset({"PRP", "DT", "WP", "WDT", "EX"})  # tags of words that stand for another
_PREDICATES = frozenset({"VBD", "VBZ", "VBP", "MD", "TO"})


def only_names(tree: Tree, book: CueBook, head: int, frame: str, content: Collection[int]) -> bool:
    """Whether a verb's content, in this frame, is no more than a topic; it stands outside of quotations."""
    if frame not in _PHRASES:
        return False
    words = set(content) - tree.wordless
    if not words:
        return False
    top = head_of(tree, words)
    token = tree.tokens[top]
    if token.pos not in ("NOUN", "PROPN", "PRON") or not words <= tree.subtree(top):
        return False
    if token.tag in _STANDING_FOR:
        return not words - {top}
    if any(tree.tokens[at].tag in _PREDICATES for at in words):
        return False
    lemma = tree.tokens[head].lemma
    if frame in ("object", "judgement") and lemma in book.backing:
        return can_speak(tree, book, words)
    return lemma in book.topical and token.lemma not in book.asserting
