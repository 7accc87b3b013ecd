"""Sources that open a sentence, and the newsrooms that stand beside them, hung where they belong."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.phrases import NOMINAL
from sayso.reading.en.repairs.repair import Change, Repair, Seen, citing
from sayso.reading.en.tags import FINITE
from sayso.reading.tree import SUBJECTS, Tree


def opening(seen: Seen) -> Iterator[Change]:
    """Reads "Citing the mayor, | Lia Berg |, the agency said …" where Berg was taken for the one who said it."""
    tree, tokens = seen.tree, seen.tree.tokens
    source = _source(seen)
    if source is None:
        return
    comma = 1 + max(at for at in tree.subtree(source) if _is_before(tree, source, at))
    name = _run(seen, comma + 1)
    teller = _run(seen, name.stop + 1)
    if not name or not teller or teller.stop >= seen.sentence.last:
        return
    verb = teller.stop
    parted = tokens[comma].text == "," == tokens[name.stop].text
    if not parted or any(tokens[at].pos != "PROPN" for at in name):
        return
    if tokens[verb].tag not in FINITE or tokens[verb].lemma not in seen.book.verbs:
        return
    for place, words in ((source, name), (verb, teller)):
        heads = [at for at in words if tokens[at].head not in words]
        nouns = [at for at in heads if tokens[at].pos in ("NOUN", "PROPN")]
        for number, at in enumerate(nouns):
            first = "appos" if words is name else "nsubj"
            yield at, {"head": nouns[0] if number else place, "dep": "appos" if number else first}


def _source(seen: Seen) -> int | None:
    """The noun after an opening "Citing", "Quoting" or "With reference to"."""
    tree, first = seen.tree, seen.sentence.first
    token = tree.tokens[first]
    if first != seen.places[0]:
        return None
    if token.tag == "VBG" and seen.book.relays.get(token.lemma) == "cites":
        return tree.child(first, "dobj")
    opens, noun, to = (token.lemma for token in tree.tokens[first : first + 3])
    referred = (opens, to) == ("with", "to") and noun in seen.book.sourcing.references
    return tree.child(first + 2, "pobj") if referred else None


def _is_before(tree: Tree, source: int, at: int) -> bool:
    """Whether a word of the source's phrase stands before the first comma behind it."""
    return at < source or all(tree.tokens[one].text != "," for one in range(source, at + 1))


def _run(seen: Seen, first: int) -> range:
    """The words of a noun phrase from here on, up to a comma or a verb."""
    last = first
    while last < seen.sentence.last and seen.tree.tokens[last].pos in NOMINAL:
        last += 1
    return range(first, last)


def newsrooms(seen: Seen) -> Iterator[Change]:
    """Reads "Emails obtained by the broadcaster | Nova | suggest …": the newsroom's name ends the subject."""
    tree = seen.tree
    for kind in seen.places:
        for name in _begun(tree, kind + 1):
            verb = tree.tokens[name].head
            subjects = tree.children(verb, *SUBJECTS)
            last = len(subjects) > 1 and subjects[-1] == name
            named = last and tree.tokens[name].pos == "PROPN"
            if named and min(tree.subtree(name)) - 1 == kind in tree.subtree(subjects[0]):
                yield name, {"head": kind, "dep": "appos"}


def stations(seen: Seen) -> Iterator[Change]:
    """Reads "In an interview on the station | Radio Sol |, the mayor said …": the mayor said it."""
    tree, tokens = seen.tree, seen.tree.tokens
    for kind in seen.places:
        if tokens[kind].dep != "pobj" or not tokens[kind].text.islower():
            continue
        for name in _begun(tree, kind + 1):
            verb = tokens[name].head
            if name != tree.child(verb, "nsubj") or tokens[name].pos != "PROPN" or name > verb:
                continue
            phrase = tree.subtree(name, without=("appos", "punct"))
            after = max(phrase) + 1
            teller = next((at for at in tree.children(name, "appos") if at > after), None)
            if min(phrase) - 1 == kind and teller is not None and tokens[after].text == ",":
                yield name, {"head": kind, "dep": "appos"}
                yield teller, {"head": verb, "dep": "nsubj"}


def _begun(tree: Tree, first: int) -> Iterator[int]:
    """The subjects that may begin with a word: it, or what it hangs on."""
    return (at for at in (first, *tree.ancestors(first)) if tree.tokens[at].dep in SUBJECTS)


OPENING = Repair(opening, lemmas=lambda book: citing(book) | {"with"})
NEWSROOMS = Repair(newsrooms, lemmas=lambda book: book.carrier_kinds)
STATIONS = Repair(stations, lemmas=lambda book: book.carrier_kinds)
