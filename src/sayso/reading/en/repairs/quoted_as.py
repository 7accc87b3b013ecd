"""Quoting verbs that the parser took for a participle: "The Beacon | quoted | mayor Lia Berg as saying …".

Between a name and a title without an article, "quoted" looks as in "a quoted price", and the whole is read as one
noun phrase. The words show it all the same: a noun phrase, a verb of quoting without an auxiliary, a second
noun phrase, and "as saying".
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.model.reading import Sentence
from sayso.reading.en.repairs.phrases import is_phrase
from sayso.reading.en.repairs.repair import Change, Repair, Seen, citing
from sayso.reading.en.tags import PAST_FORMS
from sayso.reading.tree import SUBJECTS, Tree

_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "relcl", "advcl", "parataxis"})
_LONGEST = 12  # tokens of the one who is quoted


def quoted_as(seen: Seen) -> Iterator[Change]:
    """Gives such a verb its subject, whom it quotes, and what was said."""
    tree, sentence = seen.tree, seen.sentence
    for verb in seen.places:
        token = tree.tokens[verb]
        if not sentence.first < verb < sentence.last - 3:
            continue
        if tree.children(verb, "aux", "auxpass", "agent"):
            continue
        mark = _as_saying(tree, seen.book, verb, sentence)
        if mark is None:
            continue
        teller, quoted = _phrase_before(tree, verb, sentence), range(verb + 1, mark)
        if not is_phrase(tree, teller) or not is_phrase(tree, quoted):
            continue
        place = {} if token.dep in _CLAUSES else {"head": verb, "dep": "ROOT"}
        yield verb, {**place, "tag": "VBD", "pos": "VERB"}
        yield from _hung(tree, teller, verb, "nsubj")
        yield from _hung(tree, quoted, verb, "dobj")
        yield mark, {"head": verb, "dep": "prep"}
        yield mark + 1, {"head": mark, "dep": "pcomp"}
        yield from _said(tree, mark + 1, sentence)
        return


def _as_saying(tree: Tree, book: CueBook, verb: int, sentence: Sentence) -> int | None:
    """The "as" before a participle of saying, with nothing but a noun phrase in between."""
    for at in range(verb + 2, min(verb + _LONGEST, sentence.last - 1)):
        said = tree.tokens[at + 1]
        if tree.tokens[at].lemma == "as":
            return at if said.tag == "VBG" and said.lemma in book.verbs else None
    return None


def _phrase_before(tree: Tree, verb: int, sentence: Sentence) -> range:
    first = verb
    while first > sentence.first and tree.tokens[first - 1].pos != "PUNCT":
        first -= 1
    return range(first, verb)


def _hung(tree: Tree, phrase: range, verb: int, dep: str) -> Iterator[Change]:
    """The phrase with its noun on the verb; whatever left the phrase hangs on that noun."""
    own = [at for at in tree.children(verb, *SUBJECTS, "dobj") if at in phrase]
    nouns = [at for at in phrase if tree.tokens[at].pos in ("NOUN", "PROPN", "PRON")]
    head = (own or nouns[-1:] or [phrase[-1]])[0]
    for at in phrase:
        token = tree.tokens[at]
        if at == head:
            yield at, {"head": verb, "dep": dep}
        elif token.head not in phrase or token.head == at:
            beside = "appos" if at > head else "compound"
            noun = token.pos in ("NOUN", "PROPN")
            yield at, {"head": head, "dep": beside if noun else token.dep}


def _said(tree: Tree, saying: int, sentence: Sentence) -> Iterator[Change]:
    """The verb of the clause behind "saying", hung on it."""
    if tree.children(saying, "ccomp"):
        return
    for at in range(saying + 1, sentence.last):
        token = tree.tokens[at]
        outside = token.head < saying or token.head == at
        if outside and (token.pos in ("VERB", "AUX") or tree.children(at, "aux", "auxpass")):
            yield at, {"head": saying, "dep": "ccomp"}
            return


QUOTED_AS = Repair(quoted_as, tags=PAST_FORMS, lemmas=citing)
