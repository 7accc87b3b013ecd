"""Modality of what was said: asserted, possible, hypothetical, or what the cue itself settles.

In order: an intention that is denied ("has no plans to"); what the cue settles ("denied", "claims",
"urged"); what is rejected as somebody's words ("rejected claims that"); a condition anywhere in the
content; and an adverb or auxiliary of possibility at its head.
"""

from __future__ import annotations

from collections.abc import Collection

from sayso.books.cues import CueBook
from sayso.model.ledger import Modality
from sayso.reading.en.attribution.found import Found
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_SELF = frozenset({"i", "we", "he", "she", "it", "they"})
_LOOSE = frozenset({"object", "judgement"})


def modality_of(tree: Tree, book: CueBook, found: Found) -> Modality:
    """The modality of a content. A condition anywhere in it makes it hypothetical."""
    if is_unmeant(tree, book, found):
        return "denied"
    if found.modality is not None:
        return found.modality
    if found.act == "intention":
        return "planned"
    if found.frame in _LOOSE and _rejected(tree, book, found):
        return "denied"
    head = _head(tree, found.content)
    if _denies_plan(tree, book, head):
        return "denied"
    if _conditional(tree, found.content):
        return "hypothetical"
    modals = {
        tree.tokens[child].lemma
        for child in tree.children(head)
        if tree.tokens[child].dep in ("aux", "advmod", "amod")
    }
    if _cannot(tree, head):
        return "asserted"
    return "possible" if modals & book.possible else "asserted"


def _cannot(tree: Tree, head: int) -> bool:
    """Reads "we can no longer answer", "the gates cannot be opened": what cannot be is nothing that may be."""
    lemmas = {tree.tokens[at].lemma for at in tree.children(head, "aux")}
    longer = (at for at in tree.children(head, "advmod") if tree.tokens[at].text == "longer")
    no_longer = any(tree.tokens[no].lemma == "no" for at in longer for no in tree.children(at))
    return "can" in lemmas and (no_longer or tree.is_negated(head))


def is_unmeant(tree: Tree, book: CueBook, found: Found) -> bool:
    """Whether somebody denies an intention: "has no plans to", "is not considering", "does not intend to"."""
    if found.head < 0:
        return False
    token = tree.tokens[found.head]
    if token.pos == "NOUN":
        return found.act == "intention" and any(
            tree.tokens[at].lemma == "no" for at in tree.children(found.head, "det")
        )
    meant = found.act == "intention" or found.frame in _LOOSE
    return meant and token.lemma in book.meaning and tree.is_negated(found.head)


def _denies_plan(tree: Tree, book: CueBook, head: int) -> bool:
    """Reads "(said) it had no plans to leave", "we do not intend to leave": the speaker's own, denied."""
    own = [tree.tokens[at] for at in tree.children(head, *SUBJECTS)]
    if not own or own[0].text.lower() not in _SELF:
        return False
    if tree.tokens[head].lemma in book.meaning and tree.is_negated(head):
        return True
    for thing in tree.children(head, "dobj"):
        noun = book.nouns.get(tree.tokens[thing].lemma)
        none = any(tree.tokens[at].lemma == "no" for at in tree.children(thing, "det"))
        if noun is not None and noun.act == "intention" and none:
            return True
    return False


def _rejected(tree: Tree, book: CueBook, found: Found) -> bool:
    """Whether somebody rejects what others say: "rejected claims that", "dismissed the report"."""
    if found.head < 0 or tree.tokens[found.head].lemma not in book.rejecting:
        return False
    noun = tree.tokens[_head(tree, found.content)].lemma
    return noun in book.nouns and book.nouns[noun].act == "speech"


def _conditional(tree: Tree, content: Collection[int]) -> bool:
    """Reads "if", "unless", or an inverted "should the missiles arrive", "were it to happen"."""
    for index in content:
        token = tree.tokens[index]
        marks = token.lemma in ("if", "unless") and token.dep == "mark"
        if marks and not (_asks(tree, content, index) or _concedes(tree, index)):
            return True
        if token.text in ("should", "were", "had") and token.dep in ("aux", "auxpass"):
            subjects = tree.children(token.head, *SUBJECTS, *PASSIVE_SUBJECTS)
            clause = token.text == "should" or tree.tokens[token.head].dep == "advcl"
            if clause and subjects and index < min(subjects):
                return True
    return False


def _asks(tree: Tree, content: Collection[int], mark: int) -> bool:
    """Whether "if" asks: "asked if the pump had failed"."""
    clause = tree.tokens[mark].head
    return tree.tokens[clause].dep == "ccomp" and tree.tokens[clause].head not in content


def _concedes(tree: Tree, mark: int) -> bool:
    """Whether "if" only grants something: "quickly, if not in haste"."""
    clause = tree.tokens[mark].head
    return (
        tree.tokens[clause].pos not in ("VERB", "AUX")
        and mark + 1 < len(tree.tokens)
        and (tree.tokens[mark + 1].lemma == "not")
    )


def _head(tree: Tree, content: Collection[int]) -> int:
    """The content's highest token."""
    for index in sorted(content):
        head = tree.tokens[index].head
        if (head not in content or head == index) and tree.tokens[index].pos != "PUNCT":
            return index
    return min(content)
