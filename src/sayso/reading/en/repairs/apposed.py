"""Names that the parser hung beside the nouns that they belong to.

"Quoted the deputy emir, | Prince Omar |, as saying", "the newspaper | «Slovo» |", "according to the mayor, | Lia Berg |".
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.phrases import main_before
from sayso.reading.en.repairs.repair import Change, Repair, Seen, citing
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS

_ACTING = (*SUBJECTS, *PASSIVE_SUBJECTS)
_BESIDE = frozenset({"nmod", "appos", "compound", "dep"})


def cited(seen: Seen) -> Iterator[Change]:
    """Reads "quoted the deputy emir, Prince Omar, as saying" where the name hangs on the verb."""
    tree, tokens = seen.tree, seen.tree.tokens
    for verb in seen.places:
        thing = tree.child(verb, "dobj")
        if thing is None:
            continue
        comma = max(tree.subtree(thing)) + 1
        last = comma + 1
        while last < seen.sentence.last and tokens[last].pos == "PROPN":
            last += 1
        closed = last + 1 < seen.sentence.last and [tokens[last].text, tokens[last + 1].lemma]
        if tokens[comma].text != "," or closed != [",", "as"]:
            continue
        for at in range(comma + 1, last):
            if tokens[at].head == verb:
                yield at, {"head": thing, "dep": "appos"}


def in_marks(seen: Seen) -> Iterator[Change]:
    """Reads "the newspaper «Slovo»": the name is that of the noun before it."""
    tokens = seen.tree.tokens
    for noun in seen.places:
        if tokens[noun + 1].tag != "``":
            continue
        name: list[int] = []
        for at in range(noun + 2, seen.sentence.last):
            if tokens[at].pos != "PROPN":
                break
            name.append(at)
        for at in name:
            if tokens[at].head not in name:
                yield at, {"head": noun, "dep": "appos"}


def according(seen: Seen) -> Iterator[Change]:
    """Reads "according to the mayor, Lia Berg, …" where Berg was taken for one more subject.

    An "according to" in front of the last telling belongs to the clause that is told.
    """
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        to = next((one for one in tree.children(at) if tokens[one].lemma == "to"), None)
        source = tree.child(to, "pobj") if to is not None else None
        if source is None:
            continue
        comma = max(tree.subtree(source)) + 1
        above = tokens[at].head
        for name in tree.children(above, *SUBJECTS, *PASSIVE_SUBJECTS):
            phrase = tree.subtree(name)
            last = max(phrase) + 1
            fits = tokens[name].pos == "PROPN" and min(phrase) - comma in (0, 1)
            if fits and "," in (tokens[last].text, tokens[last - 1].text):
                yield name, {"head": source, "dep": "appos"}
        told = main_before(tree, seen.sentence, at)
        if told is not None and tokens[told].head == above and tokens[told].dep == "ccomp":
            yield at, {"head": told}


def behind_according(seen: Seen) -> Iterator[Change]:
    """Reads "According to the Board for Trade, | Oslo | last year sold …" where Oslo was taken for its name."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        verb = tokens[at].head
        if at != seen.sentence.first or verb <= at or tree.children(verb, *_ACTING):
            continue
        inside = [one for one in tree.subtree(at) if tokens[one].dep == "appos"]
        last = max(tree.subtree(at))
        for name in inside:
            own = tokens[name].pos == "PROPN" and max(tree.subtree(name)) == last
            if own and tokens[name - 1].text == ",":
                yield name, {"head": verb, "dep": "nsubj"}
                yield name - 1, {"head": verb}


def placed(seen: Seen) -> Iterator[Change]:
    """Reads "was held in | San Diego |, Officer Ray Holm said" where the place was taken for a part of the name."""
    tokens = seen.tree.tokens
    for at in seen.places:
        last = at + 1
        if (
            seen.tree.children(at)
            or not tokens[last].entity.startswith("B-")
            or last >= seen.sentence.last
        ):
            continue
        while last + 1 < seen.sentence.last and tokens[last + 1].entity.startswith("I-"):
            last += 1
        place = tokens[last].entity.endswith(("GPE", "LOC", "FAC"))
        beside = tokens[last].dep in _BESIDE and tokens[last].head > last + 1
        if place and beside and last + 1 < seen.sentence.last and tokens[last + 1].text == ",":
            yield last, {"head": at, "dep": "pobj"}


IN_MARKS = Repair(in_marks, lemmas=lambda book: book.carrier_kinds)
ACCORDING_TO = Repair(behind_according, lemmas=lambda book: book.sourcing.according)
ACCORDING = Repair(according, lemmas=lambda book: book.sourcing.according)
CITED = Repair(cited, lemmas=citing)
PLACED = Repair(placed, deps=frozenset({"prep"}), tags=frozenset({"IN"}))
