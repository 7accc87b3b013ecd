"""Documents and interviews, with what tells of them hung on them: who saw them, when they were published."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.participants import NOUNS
from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.en.tags import FINITE
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_RELATIVE = "which"


def copies(seen: Seen) -> Iterator[Change]:
    """Reads "A report, | a copy of which was seen by Delvane |, says …": the aside tells of the report."""
    tree, tokens = seen.tree, seen.tree.tokens
    for verb in seen.places:
        copy = max(tree.children(verb, *PASSIVE_SUBJECTS), default=None)
        if copy is None:
            continue
        phrase = tree.subtree(copy)
        before = min(phrase) - 1
        which = {tokens[at].lemma for at in phrase}
        if tokens[copy].lemma not in seen.book.mistaken.copies or _RELATIVE not in which:
            continue
        if tokens[before].text != "," or tokens[verb].dep == "relcl":
            continue
        noun = _document(tree, seen.book, before)
        main = _main(tree, verb, before)
        if noun is None or main is None:
            continue
        yield verb, {"head": noun, "dep": "relcl"}
        if tokens[verb].head == verb:
            yield main, {"head": main, "dep": "ROOT"}
        for at in tree.children(verb, *PASSIVE_SUBJECTS, "prep"):
            if at < before:
                subject = tokens[at].dep in PASSIVE_SUBJECTS
                yield at, {"head": main, "dep": "nsubj" if subject else "prep"}


def _main(tree: Tree, verb: int, comma: int) -> int | None:
    """The verb that the sentence has beside the aside: the one above, or one that was hung on it."""
    if tree.tokens[verb].head != verb:
        return tree.tokens[verb].head
    before = [at for at in tree.children(verb, "ccomp") if at < comma]
    return next(iter((*before, *tree.children(verb, "conj"))), None)


def _document(tree: Tree, book: CueBook, comma: int) -> int | None:
    """The noun of a document whose phrase ends at a comma."""
    at = comma - 1
    for one in (at, *tree.ancestors(at)):
        token = tree.tokens[one]
        if token.pos not in ("NOUN", "PROPN", "ADP", "ADJ"):
            return None
        if token.lemma in book.documents:
            return one
    return None


def sightings(seen: Seen) -> Iterator[Change]:
    """Reads "told staff in an email seen by Delvane | that …", "a man who has seen the memo | told us …".

    What is told in a document is not what its readers saw, and nor is the telling of those who read it.
    """
    tree, tokens, book = seen.tree, seen.tree.tokens, seen.book
    for verb in seen.places:
        clause = tree.child(verb, "ccomp")
        if clause is None or clause < verb:
            continue
        if tree.children(verb, "agent"):
            told = [at for at in tree.ancestors(verb) if tokens[at].lemma in book.verbs]
            if told and any(tokens[at].lemma == "that" for at in tree.children(clause, "mark")):
                yield clause, {"head": told[0], "dep": "ccomp"}
        else:
            yield from _who_has_seen(seen, verb, clause)


def _who_has_seen(seen: Seen, verb: int, told: int) -> Iterator[Change]:
    """Reads "a man who has seen the memo | told X …" where the memo was taken for the one who told it."""
    tree, tokens, book = seen.tree, seen.tree.tokens, seen.book
    memo = tree.child(told, *SUBJECTS)
    who = tokens[verb].head
    relative = any(tokens[at].tag == "WP" for at in tree.children(verb, *SUBJECTS))
    if memo is None or not relative or not verb < memo < told or tokens[told].tag not in FINITE:
        return
    if tokens[told].lemma not in book.verbs or tokens[memo].lemma not in book.documents:
        return
    inside = range(seen.sentence.first, seen.sentence.last)
    main = next((at for at in inside if tokens[at].head == at), told)
    yield memo, {"head": verb, "dep": "dobj"}
    yield told, {"head": told, "dep": "ROOT"}
    yield who, {"head": told, "dep": "nsubj"}
    if main < min(tree.subtree(who)):
        yield main, {"head": told, "dep": "ccomp"}


def occasions_dated(seen: Seen) -> Iterator[Change]:
    """Reads "said in an interview | published on Friday | that …", where it was taken for "said published"."""
    tree, tokens = seen.tree, seen.tree.tokens
    for verb in seen.places:
        above = tokens[verb].head
        clause = tree.child(verb, "ccomp")
        if tokens[above].lemma not in seen.book.verbs or clause is None:
            continue
        bare = min(tree.subtree(verb)) == verb > above and tokens[verb - 1].pos in NOUNS
        if bare and tree.children(clause, "mark"):
            yield verb, {"head": verb - 1, "dep": "acl"}
            yield clause, {"head": above, "dep": "ccomp"}


COPIES = Repair(copies, lemmas=lambda book: book.sighted | book.handed)
SIGHTINGS = Repair(sightings, deps=frozenset({"acl", "relcl"}), lemmas=lambda book: book.sighted)
OCCASIONS_DATED = Repair(occasions_dated, tags=frozenset({"VBN"}), deps=frozenset({"ccomp"}))
