"""Names of papers and stations that were taken for verbs, made names again.

"Told the daily | Aftenposten | on Friday", "told | Bergens | the bridge was shut", "…, | Aftenposten | reported": a
name that the model does not know may be read as a verb with a capital, and what stands around it then hangs on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.model.reading import Token
from sayso.reading.en.repairs.repair import Change, Repair, Seen, with_frame
from sayso.reading.en.tags import FINITE_OR_PAST
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_ODD = ("ROOT", "aux", "xcomp", "ccomp")  # of a name: it was taken for the verb of a clause
_VERBS = ("VERB", "AUX")
_BEFORE = frozenset({",", "”", '"', "»"})


def opening(seen: Seen) -> Iterator[Change]:
    """Reads "| Aftenposten |, citing two officials, reported …": the subject of the verb that has none."""
    tree, at = seen.tree, seen.sentence.first
    verb = tree.tokens[at].head
    if at != seen.places[0] or tree.tokens[at + 1].text != "," or verb <= at:
        return
    if not tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS):
        yield from _named(tree, at, verb, "nsubj", above=verb)


def behind_kind(seen: Seen) -> Iterator[Change]:
    """Reads "told the daily | Aftenposten | on Friday": the name of the kind of paper before it."""
    for kind in seen.places:
        if _is_mistaken(seen, kind + 1) and seen.tree.tokens[kind].text.islower():
            yield from _of_kind(seen, kind)


def _of_kind(seen: Seen, kind: int) -> Iterator[Change]:
    """What hung on such a name hangs on what it hung on."""
    tree, at = seen.tree, kind + 1
    tokens, above = tree.tokens, tree.tokens[at].head
    verb = above
    if tokens[kind].head == at:  # "the daily | Aftenposten, …, reported": the paper is its subject
        verb = next((v for v in tree.children(at, "conj") if _is_finite(tokens[v])), above)
        quoting = tokens[at + 1].lemma in seen.book.relays
        if tokens[kind].dep not in SUBJECTS or (verb == above and not quoting):
            return
        if verb != above:
            yield verb, {"head": verb if above == at else above, "dep": tokens[at].dep}
        yield kind, {"head": verb, "dep": "nsubj"}
    elif verb == at:
        return
    yield from _named(tree, at, kind, "appos", above=verb, but=kind)


def told(seen: Seen) -> Iterator[Change]:
    """Reads "told | Bergens | the bridge was shut": the one who is told.

    What was its object is the subject of the clause that was told.
    """
    tree, tokens = seen.tree, seen.tree.tokens
    for verb in seen.places:
        at = verb + 1
        kind = tokens[verb].lemma in seen.book.carrier_kinds
        if kind or not tokens[verb].text.islower() or not _is_mistaken(seen, at):
            continue
        if tokens[at].dep in ("dobj", "dative"):
            continue
        clause = next((one for one in tree.children(verb, "ccomp") if one != at), None)
        bare = clause is not None and not tree.children(clause, *SUBJECTS)
        yield from _named(tree, at, verb, "dobj", above=verb)
        for child in tree.children(at):
            if bare and tokens[child].dep == "dobj":
                yield child, {"head": clause, "dep": "nsubj"}


def reporting(seen: Seen) -> Iterator[Change]:
    """Reads "…, | Aftenposten | reported": the subject of the verb behind it."""
    tree, tokens = seen.tree, seen.tree.tokens
    for verb in seen.places:
        at = verb - 1
        if tokens[at - 1].text not in _BEFORE or not tokens[verb].text.islower():
            continue
        if not _is_mistaken(seen, at):
            continue
        if tokens[verb].tag == "VBN" and not tree.children(verb, "auxpass"):
            yield verb, {"tag": "VBD"}
        yield from _named(tree, at, verb, "nsubj", above=verb)


def _is_mistaken(seen: Seen, at: int) -> bool:
    """Whether a word is a name, and was taken for the verb of a clause."""
    if not seen.sentence.first < at < seen.sentence.last - 1:
        return False
    token, book = seen.tree.tokens[at], seen.book
    if (
        not token.text[:1].isupper()
        or not token.text.isalpha()
        or token.lemma.lower() in book.verbs
    ):
        return False
    if token.pos in _VERBS:
        return token.lemma not in book.carrier_kinds
    return token.dep in _ODD or bool(seen.tree.children(at, *SUBJECTS))


def _is_finite(token: Token) -> bool:
    return token.tag in FINITE_OR_PAST


def _named(
    tree: Tree, at: int, head: int, dep: str, *, above: int, but: int | None = None
) -> Iterator[Change]:
    """The name as one, and what hung on it hung above; `but` is a word that has its place already."""
    yield at, {"pos": "PROPN", "tag": "NNP", "head": head, "dep": dep}
    for child in tree.children(at):
        if child not in (above, but):
            yield child, {"head": above}


def _hearing(book: CueBook) -> frozenset[str]:
    """Verbs right behind which somebody can stand who is told."""
    return with_frame(book, "hearer")


def _saying(book: CueBook) -> frozenset[str]:
    return with_frame(book, "clause")


REPAIRS = (
    Repair(opening, tags=frozenset({"VB"}), deps=frozenset({"advcl"})),
    Repair(behind_kind, lemmas=lambda book: book.carrier_kinds),
    Repair(told, lemmas=_hearing, tags=FINITE_OR_PAST),
    Repair(reporting, lemmas=_saying, tags=FINITE_OR_PAST),
)
