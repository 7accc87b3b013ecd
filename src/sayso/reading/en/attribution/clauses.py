"""Attribution in the syntax of English: who the cue says, to whom, and which clause is the content.

Works on ClearNLP dependency labels. Each cue verb may hold its content in the frames that the cue book
gives it; cue nouns ("the warning that …") and "according to" are read beside them.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.according import according, in_view
from sayso.reading.en.attribution.cue_nouns import cue_noun
from sayso.reading.en.attribution.cue_verbs import cue_verb, verb_key
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.made_known import made_known
from sayso.reading.en.attribution.ruled_out import ruled_out
from sayso.reading.en.chains.hearsay import on_hearsay
from sayso.reading.en.chains.relays import join_citing, relayed
from sayso.reading.en.conditions.conveyed import conveyed
from sayso.reading.en.conditions.given_time import gave_time, is_ultimatum, running_out
from sayso.reading.en.conditions.headlined import TELLING, headline_label, told_behind, told_colon
from sayso.reading.en.conditions.narrated import narrated
from sayso.reading.en.conditions.on_notice import PUTTING, on_notice
from sayso.reading.en.conditions.over import THREATENING, threat_over
from sayso.reading.en.conditions.plainly import plainly
from sayso.reading.en.quotations.labels import labelled
from sayso.reading.tree import Tree

_SPECIAL = frozenset({"NOUN", "ADJ"})


def find_attributions(tree: Tree, book: CueBook) -> list[Found]:
    """All that the syntax shows, in text order; with quotations still to be joined."""
    found = [one for sentence in tree.sentences for one in labelled(tree, sentence)]
    taken: set[int] = set()  # cue words that a relay has used
    for index, token in enumerate(tree.tokens):
        if token.text == ":" and not any(index in one.cue for one in found):
            found.extend(headline_label(tree, index))
        if token.pos in _SPECIAL or token.tag.startswith("VB"):
            found.extend(_specials(tree, book, index, taken))
        if index in taken:
            continue
        if token.tag.startswith("VB") and verb_key(tree, book, index) in book.verbs:
            found.extend(cue_verb(tree, book, index))
        elif token.pos == "NOUN" and token.lemma in book.nouns:
            found.extend(cue_noun(tree, book, index))
        elif token.lemma in book.sourcing.according:
            found.extend(according(tree, index))
        if token.pos == "NOUN" and token.lemma in book.according:
            found.extend(in_view(tree, index))
    found.extend(on_hearsay(tree, book, found))
    used = {at for one in found if one.frame == "excluded" for at in one.cue - {one.head}}
    return join_citing(tree, book, [one for one in found if one.head not in used])


def _specials(tree: Tree, book: CueBook, index: int, taken: set[int]) -> Iterator[Found]:
    """What a word says otherwise than cue verbs do; the words that this uses are `taken`."""
    for special in _special(tree, book, index):
        demanded = special.frame == "demand"
        if demanded and special.head in taken:
            continue
        taken |= {index, special.head}
        if demanded:  # "sent a message: …" is no message beside it
            taken |= special.cue
        yield special


def _special(tree: Tree, book: CueBook, index: int) -> Iterator[Found]:
    """What a verb says otherwise than cue verbs do: relays, and what is ruled out."""
    token = tree.tokens[index]
    if token.tag.startswith("VB") and token.lemma in book.relays:
        yield from relayed(tree, book, index)
    if token.tag.startswith("VB") and token.lemma in book.excluding:
        yield from ruled_out(tree, book, index)
    if token.tag.startswith("VB") and token.lemma in book.giving.verbs:
        yield from gave_time(tree, index)
    if token.tag.startswith("VB"):
        yield from _threats(tree, index)
    if token.tag.startswith("VB") and token.lemma in PUTTING:
        yield from on_notice(tree, index)
    if token.tag.startswith("VB") and token.lemma in book.letting.verbs:
        yield from made_known(tree, book, index)
    if token.tag.startswith("VB"):
        yield from conveyed(tree, book, index)
        yield from narrated(tree, book, index)
    if token.pos in _SPECIAL:
        yield from plainly(tree, book, index)
    if is_ultimatum(tree, index):
        yield from running_out(tree, index)


def _threats(tree: Tree, verb: int) -> Iterator[Found]:
    """What headlines tell around a verb of warning, and threats over something."""
    lemma = tree.tokens[verb].lemma
    if lemma in TELLING:
        yield from told_behind(tree, verb)
        yield from told_colon(tree, verb)
    if lemma in THREATENING:
        yield from threat_over(tree, verb)
