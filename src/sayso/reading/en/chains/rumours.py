"""Rumours: who reports one passes it on, and nobody is shown to vouch for it.

"Reuters reported speculation about a sale", "according to Reuters, rumours spread of a sale": Reuters is a link,
and whose words they are stays open.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import head_of, possessor
from sayso.reading.tree import SUBJECTS, Tree


def pass_on_rumours(tree: Tree, book: CueBook, found: Iterable[Found]) -> None:
    """Makes whoever tells a rumour that nobody owns a link before an unknown speaker."""
    for one in found:
        if one.relay is not None or not one.speaker or one.act != "speech" or not one.content:
            continue
        words = {at for at in one.content if tree.tokens[at].pos not in ("PUNCT", "SPACE")}
        head = head_of(tree, words)
        top = [head, *(at for at in tree.children(head, *SUBJECTS) if at in words)]
        rumour = next((at for at in top if tree.tokens[at].lemma in book.rumours), None)
        if rumour is not None and possessor(tree, rumour) is None:
            one.relay = (one.speaker, "reports")
            one.speaker = None
            one.modality = one.modality or "possible"
