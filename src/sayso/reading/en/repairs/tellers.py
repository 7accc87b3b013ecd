"""Tellers that the parser took from their verbs: "…, the owner, Lia Berg, | said on Monday".

Between commas the small model takes a noun and a name for appositions of what stands before them, and
the verb behind them for a participle, for one more clause of the sentence, or for a verb without a
subject. What is told then hangs nowhere. The words show it all the same: a comma, a noun phrase, perhaps a
name between commas, and a finite verb of saying.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.model.reading import Sentence
from sayso.reading.en.attribution.participants import RELATIVES
from sayso.reading.en.repairs.phrases import (
    is_cited_as,
    is_nominal,
    is_open,
    is_phrase,
    main_before,
)
from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.en.tags import FINITE, FINITE_OR_PAST
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

PARTING = frozenset({",", "”", "“", "»", '"', "''", ",”", "’"})
_CLOSING = frozenset({"”", "»", '"', "''", ",”"})
_ALL_SUBJECTS = (*SUBJECTS, *PASSIVE_SUBJECTS)
_OPENERS = frozenset({"IN", "WDT", "CC", ":"})  # tags of what a clause can follow


def told_by(seen: Seen) -> Iterator[Change]:
    """Gives the last lost teller of a sentence its verb, and that verb its clause.

    Of tellings one behind the other, "X said …, Y reported, Z wrote", each has the one before it.
    """
    tree, book, sentence = seen.tree, seen.book, seen.sentence
    above: int | None = None  # the telling that was found last, behind these words
    end, hung = sentence.last, False
    for verb in reversed(seen.places):
        if not sentence.first < verb < end or not may_tell(tree, book, verb):
            continue
        cited = is_cited_as(tree, book, verb)
        teller, named = teller_of(tree, verb, sentence)
        if not is_phrase(tree, teller) or not is_somebody(tree, book, teller):
            continue
        if not _is_parted(tree, teller, sentence):
            continue
        told = _told(tree, book, verb, teller, sentence)
        changes = (
            [] if told is None else list(behind(tree, book, verb, told, teller, sentence, above))
        )
        if told is not None:
            above, end = verb, teller[0]
        if not changes and not cited and not hung:
            changes = list(_in_place(tree, verb, teller, sentence, named=named))
            if changes:
                yield from changes
                return
        hung = hung or bool(changes)
        yield from changes


def may_tell(tree: Tree, book: CueBook, verb: int) -> bool:
    """Whether a cue verb is in a form of its own, active or "was quoted as saying"."""
    if tree.children(verb, "aux", "neg"):
        return False
    if tree.children(verb, "auxpass", "agent") and not is_cited_as(tree, book, verb):
        return False
    return not _is_told_of(tree, book, verb)


def _is_told_of(tree: Tree, book: CueBook, verb: int) -> bool:
    """Reads "Two men briefed on the matter told Reuters …": "briefed" tells who they are that told."""
    tokens = tree.tokens
    who = tokens[verb].head
    above = tokens[who].head
    told = tokens[verb].dep == "acl" and tokens[who].dep in SUBJECTS and above > verb
    return told and tokens[above].tag in FINITE and tokens[above].lemma in book.verbs


def teller_of(tree: Tree, verb: int, sentence: Sentence) -> tuple[range, bool]:
    """The words from the last comma or mark up to the verb; and if they end in a name between commas."""
    tokens = tree.tokens
    last, helping = verb, tree.children(verb, "auxpass")
    while last - 1 > sentence.first and (tokens[last - 1].pos == "ADV" or last - 1 in helping):
        last -= 1
    named = tokens[last - 1].text == ","
    first, commas = last, 0
    while first > sentence.first:
        before = tokens[first - 1]
        if before.text == "," and commas < 2 * named:
            commas += 1
        elif not is_nominal(tree, first - 1):
            break
        first -= 1
    return range(first, last - named), named


def _is_parted(tree: Tree, teller: range, sentence: Sentence) -> bool:
    """Whether a clause can begin where the teller begins."""
    before = tree.tokens[teller[0] - 1]
    return teller[0] == sentence.first or before.text in PARTING or before.tag in _OPENERS


def _told(tree: Tree, book: CueBook, verb: int, teller: range, sentence: Sentence) -> int | None:
    """The verb of the clause before a teller, where that is what is told."""
    told = main_before(tree, sentence, teller[0])
    if told is None or tree.tokens[teller[0] - 1].text not in PARTING:
        return None
    if not (is_cited_as(tree, book, verb) or is_open(tree, book, verb)):
        return None
    return None if _goes_on(tree, verb, teller) else told


def behind(
    tree: Tree,
    book: CueBook,
    verb: int,
    told: int,
    teller: range,
    sentence: Sentence,
    above: int | None,
) -> Iterator[Change]:
    """The clause before the teller hung on its verb, and that on the one `above`."""
    tokens = tree.tokens
    yield from _given_back(tree, verb, told, teller[0])
    place = (verb, "ROOT") if above is None else (above, "ccomp")
    held = tokens[told].head == verb and tokens[told].dep == "ccomp"
    if held and (above is None or (tokens[verb].head, tokens[verb].dep) == place):
        return
    passive = bool(tree.children(verb, "auxpass"))
    tag = tokens[verb].tag if passive else _finite(tokens[verb].tag)
    yield verb, {"head": place[0], "dep": place[1], "tag": tag}
    yield told, {"head": verb, "dep": "ccomp"}
    yield from as_subject(verb, _heads(tree, teller), "nsubjpass" if passive else "nsubj")
    for at in tree.children(told, "advcl"):
        if at > verb and tokens[at].tag == "VBG":
            yield at, {"head": verb}
    for at in tree.children(verb, "prep"):
        if at < teller[0] and tokens[at].lemma in book.sourcing.according:
            yield at, {"head": told}
    root = _root(tree, sentence)
    if above is None and root not in (verb, told, *teller):
        yield root, {"head": verb, "dep": "conj"}


def _given_back(tree: Tree, verb: int, told: int, end: int) -> Iterator[Change]:
    """The clauses that the last verb took from the one before it: "X said | the pump failed | , Y reported"."""
    if any(told < clause < end for clause in tree.children(told, "ccomp", "xcomp")):
        return
    for at in tree.subtree(verb) & set(range(told + 1, end)):
        token = tree.tokens[at]
        if token.dep == "ccomp" and token.head >= end:
            yield at, {"head": told}


def _goes_on(tree: Tree, verb: int, teller: range) -> bool:
    """Whether a verb belongs to what stands before it: "a ship named …", "he left and said …"."""
    token = tree.tokens[verb]
    if token.tag == "VBN" and tree.tokens[teller[0]].lemma == "a":
        return True
    return token.dep == "conj" and any(
        token.head < at < verb for at in tree.children(token.head, "cc")
    )


def _in_place(
    tree: Tree, verb: int, teller: range, sentence: Sentence, *, named: bool
) -> Iterator[Change]:
    """Where only the subject is lost: a noun and a name between commas before a finite verb."""
    tokens = tree.tokens
    others = tree.children(verb, *SUBJECTS)
    heads = _heads(tree, teller)
    if not named or not heads or any(at in teller for at in others):
        return
    held = next((at for at in tree.children(verb, "ccomp") if at > verb), None)
    for other in others:
        opening = tokens[other].tag == "VBN" and other == sentence.first
        if opening or (tokens[other].tag == "VBG" and other < teller[0]):
            yield (
                other,
                {"dep": "advcl"},
            )  # "Speaking on the radio, …", "Interviewed on the radio, …"
        elif held is None or other > verb:
            return
        else:
            yield other, {"head": held}
    above, root = tokens[heads[0]].head, _root(tree, sentence)
    if tokens[verb].head in teller:
        raised = list(_raised(tree, verb, teller, above, root))
        if not raised:
            return
        yield from raised
    elif tokens[verb].tag == "VBN":
        return
    yield from as_subject(verb, heads)


def _raised(tree: Tree, verb: int, teller: range, above: int, root: int) -> Iterator[Change]:
    """The verb of a teller that it was hung on, put above it; `above` is what the teller hangs on."""
    tokens = tree.tokens
    top = {"head": verb, "dep": "ROOT", "tag": _finite(tokens[verb].tag)}
    if root in teller:
        yield verb, top
    elif tokens[above].tag in RELATIVES and tokens[above].dep == "relcl":
        yield verb, {"head": tokens[above].head, "dep": "relcl", "tag": "VBD"}
        yield above, {"head": verb, "dep": "dobj"}
    elif above > verb and above == root and len(tree.children(above, *_ALL_SUBJECTS)) > 1:
        yield verb, top
        yield root, {"head": verb, "dep": "conj"}
    elif tokens[teller[0] - 1].text in _CLOSING and root < teller[0]:
        yield verb, top
        yield root, {"head": verb, "dep": "ccomp"}  # "“No luck,” the owner, Lia Berg, wrote"


def as_subject(verb: int, heads: list[int], dep: str = "nsubj") -> Iterator[Change]:
    """The first head made a verb's subject, the others its appositions."""
    for number, at in enumerate(heads):
        yield at, {"head": heads[0] if number else verb, "dep": "appos" if number else dep}


def _heads(tree: Tree, teller: range) -> list[int]:
    """The words of a teller that hang on something outside of it; the first is the noun's own."""
    outside = [
        at
        for at in teller
        if tree.tokens[at].pos != "PUNCT"
        and (tree.tokens[at].head not in teller or tree.tokens[at].head == at)
    ]
    return [at for at in outside if tree.tokens[at].pos in ("NOUN", "PROPN", "PRON")] or outside


def is_somebody(tree: Tree, book: CueBook, phrase: range) -> bool:
    """Whether a phrase has a name, a pronoun, or a noun for people or for what carries words."""
    people = book.people | book.carrier_kinds
    return any(
        token.pos == "PROPN" or token.lemma in people or token.tag == "PRP"
        for token in (tree.tokens[at] for at in phrase)
    )


def _finite(tag: str) -> str:
    return "VBD" if tag == "VBN" else tag


def _root(tree: Tree, sentence: Sentence) -> int:
    inside = range(sentence.first, sentence.last)
    return next((at for at in inside if tree.tokens[at].head == at), sentence.first)


TOLD_BY = Repair(told_by, tags=FINITE_OR_PAST, lemmas=lambda book: book.verbs)
