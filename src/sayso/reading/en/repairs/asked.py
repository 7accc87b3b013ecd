"""What stands behind something asked of somebody, and was hung on what he is asked to do.

"Urged Oslo not to sell it, | warning of sanctions", "urged Oslo to stop selling it | or the port will be closed",
and "remarked that | should Oslo sell it, the answer would be sanctions", where the last clause was put above the telling.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen, with_frame
from sayso.reading.en.tags import FINITE_OR_PAST
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_ALL_SUBJECTS = (*SUBJECTS, *PASSIVE_SUBJECTS)
_TELLING = {
    "warning": "warn",
    "threatening": "threaten",
    "saying": "say",
    "adding": "add",
    "promising": "promise",
    "vowing": "vow",
    "insisting": "insist",
    "stressing": "stress",
    "declaring": "declare",
    "cautioning": "caution",
    "hinting": "hint",
    "pledging": "pledge",
    "noting": "note",
}
_THREATENING = frozenset({"threatening", "warning", "promising", "vowing", "hinting", "pledging"})
_STRAYED = frozenset({"advcl", "conj", "dep", "appos", "acl", "amod", "npadvmod", "dobj", "pobj"})
_ASKED = ("xcomp", "ccomp", "advcl", "prep", "prt")
_TURNED = frozenset({"should", "were"})


def told_too(seen: Seen) -> Iterator[Change]:
    """Hangs a participle of telling behind what is asked, and behind a comma, on who asks."""
    tree, tokens = seen.tree, seen.tree.tokens
    for verb in seen.places:
        if not tree.children(verb, *_ALL_SUBJECTS) or tree.is_negated(verb):
            continue
        held = {
            below for at in tree.children(verb, *_ASKED) for below in tree.subtree(at) if at > verb
        }
        for at in sorted(held):
            if tokens[at].text not in _TELLING or tokens[at - 1].text != ",":
                continue
            strayed = tokens[at].dep in _STRAYED and tokens[at].head in held
            if strayed and not tree.children(at, *_ALL_SUBJECTS, "aux", "det"):
                lemma = _TELLING[tokens[at].text]
                yield (
                    at,
                    {"head": verb, "dep": "advcl", "tag": "VBG", "pos": "VERB", "lemma": lemma},
                )
                break


def threatened_too(seen: Seen) -> Iterator[Change]:
    """Reads "…, the envoy said, | promising sanctions", "said Oslo would act if Rome did, | hinting at war"."""
    tree, tokens = seen.tree, seen.tree.tokens
    for verb in seen.places:
        if not tree.children(verb, *_ALL_SUBJECTS) or tree.is_negated(verb):
            continue
        at = next(
            (at for at in range(verb + 2, seen.sentence.last) if _is_threat(tree, verb, at)), None
        )
        if at is None or (tokens[at].head == verb and tokens[at].tag == "VBG"):
            continue
        noun = tokens[at].head if tokens[at].dep == "amod" else None
        lemma = _TELLING[tokens[at].text]
        yield at, {"head": verb, "dep": "advcl", "tag": "VBG", "pos": "VERB", "lemma": lemma}
        if noun is not None and noun > at:
            yield noun, {"head": at, "dep": "dobj"}


def _is_threat(tree: Tree, verb: int, at: int) -> bool:
    """Whether a participle of threatening stands behind a comma, and nobody else can be meant by it."""
    tokens = tree.tokens
    if tokens[at].text not in _THREATENING or tokens[at - 1].text != ",":
        return False
    if tree.children(at, *_ALL_SUBJECTS, "aux", "det"):
        return False
    between = range(verb + 1, at - 1)
    alone = not any(tokens[one].pos in ("VERB", "AUX") for one in between)
    coming = any(tokens[one].tag == "MD" for one in between)
    return alone or (coming and tokens[at].text not in ("threatening", "warning"))


def or_else(seen: Seen) -> Iterator[Change]:
    """Joins a clause to come behind an "or" to what is asked, and not to the asking."""
    tree, tokens = seen.tree, seen.tree.tokens
    for verb in seen.places:
        asked = next((at for at in tree.children(verb, "xcomp", "advcl") if at > verb), None)
        asked = _appealed(tree, verb) if asked is None else asked
        if asked is None:
            continue
        for clause in tree.children(verb, "conj", "ccomp", "dep"):
            coming = [at for at in tree.children(clause, "aux") if tokens[at].tag == "MD"]
            if clause < asked or not coming:
                continue
            own = tree.children(clause, *_ALL_SUBJECTS)
            joined = None if own else _joined_before(tree, min(coming))
            first = min(tree.subtree(clause)) if own else min(tree.subtree(joined or clause))
            if (own or joined is not None) and tokens[first - 1].lemma == "or":
                yield clause, {"head": asked, "dep": "conj"}
                yield first - 1, {"head": asked, "dep": "cc"}
            if joined is not None and tokens[first - 1].lemma == "or":
                passive = bool(tree.children(clause, "auxpass"))
                yield joined, {"head": clause, "dep": "nsubjpass" if passive else "nsubj"}


def _joined_before(tree: Tree, at: int) -> int | None:
    """The noun right before a word that was joined to one before it: "the strait or *Peru* would"."""
    nouns = (up for up in (at - 1, *tree.ancestors(at - 1)) if tree.tokens[up].dep == "conj")
    noun = next(nouns, None)
    return noun if noun is not None and max(tree.subtree(noun)) == at - 1 else None


def _appealed(tree: Tree, verb: int) -> int | None:
    """What is asked behind "called on Oslo *to leave*"."""
    below = (at for by in tree.children(verb, "prep") for at in tree.children(by, "xcomp", "ccomp"))
    return next(below, None)


def turned(seen: Seen) -> Iterator[Change]:
    """Reads "remarked that | should Oslo sell it, the answer would be war": the last clause is what is told."""
    tree, tokens = seen.tree, seen.tree.tokens
    for verb in seen.places:
        main = tokens[verb].head
        if tokens[verb].dep != "ccomp" or main < verb or tokens[verb + 1].text != "that":
            continue
        if tokens[verb + 2].text not in _TURNED or not tree.children(verb, *_ALL_SUBJECTS):
            continue
        clause = next(
            (at for at in tree.children(verb, "ccomp", "advcl") if verb < at < main), None
        )
        coming = any(tokens[at].tag == "MD" for at in tree.children(main, "aux"))
        if clause is None or not coming or not tree.children(main, *_ALL_SUBJECTS):
            continue
        root = main if tokens[main].head == main else tokens[main].head
        yield verb, {"head": verb if root == main else root, "dep": tokens[main].dep}
        yield main, {"head": verb, "dep": "ccomp"}
        yield clause, {"head": main, "dep": "advcl"}
        yield verb + 1, {"head": main, "dep": "mark", "tag": "IN"}


TOLD_TOO = Repair(
    told_too,
    tags=FINITE_OR_PAST,
    lemmas=lambda book: with_frame(book, "hearer") | with_frame(book, "appeal"),
)
THREATENED_TOO = Repair(
    threatened_too, tags=FINITE_OR_PAST, lemmas=lambda book: with_frame(book, "clause")
)
OR_ELSE = Repair(
    or_else,
    tags=FINITE_OR_PAST,
    lemmas=lambda book: with_frame(book, "hearer") | with_frame(book, "appeal"),
)
TURNED = Repair(turned, tags=FINITE_OR_PAST, lemmas=lambda book: with_frame(book, "clause"))
