"""What somebody lets be known: "Lima let it be known that …", "let Quito know that …", "made it plain to Quito that …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import noun_phrase, subject
from sayso.reading.tree import SUBJECTS, Tree

_KNOW = frozenset({"know", "understand"})


def made_known(tree: Tree, book: CueBook, verb: int) -> Iterator[Found]:
    """The words that "let it be known", "made (it) clear" tell: behind "that", or the clause before."""
    if (found := _let_know(tree, book, verb)) is not None:
        yield found
        return
    tokens = tree.tokens
    below = tree.children(verb, "ccomp", "oprd", "acomp")
    words = book.letting.known
    known = next((at for at in below if at > verb and tokens[at].text in words), None)
    speaker = subject(tree, book, verb)
    unreal = any(tokens[at].tag in ("MD", "TO") for at in tree.children(verb, "aux"))
    if known is None or speaker is None or unreal or tree.is_negated(verb):
        return
    clauses = (*tree.children(known, "ccomp", "advcl"), *tree.children(verb, "ccomp", "advcl"))
    said = next((at for at in clauses if at > known and _with_that(tree, at)), None)
    before = next((at for at in tree.children(verb, "ccomp") if at < min(speaker)), None)
    content = tree.subtree(said) if said is not None else set()
    if said is None and before is not None:
        content = {at for at in tree.subtree(before) if at < min(speaker)}
    if not content and said is None:
        content = _spliced(tree, verb, min(speaker))
    if not content:
        return
    told = (
        tree.child(at, "pobj")
        for head in (known, verb)
        for at in tree.children(head, "prep", "dative")
        if tokens[at].lemma == "to"
    )
    hearer = next((at for at in told if at is not None), None)
    beside = {at for at in range(verb + 1, known + 1) if tokens[at].tag in ("PRP", "VB")} | {known}
    yield Found(
        head=verb,
        cue=tree.verb_group(verb) | beside,
        act="speech",
        force="assertive",
        frame="demand",
        speaker=speaker,
        hearer=noun_phrase(tree, hearer) if hearer is not None else None,
        content=content,
    )


def _let_know(tree: Tree, book: CueBook, verb: int) -> Found | None:
    """Reads "let Quito know in March that …": whoever is let know it is told."""
    below = (at for at in tree.children(verb, "ccomp") if tree.tokens[at].text in _KNOW)
    know = next(below, None)
    speaker = subject(tree, book, verb)
    hearer = tree.child(know, *SUBJECTS) if know is not None else None
    unreal = any(tree.tokens[at].tag in ("MD", "TO") for at in tree.children(verb, "aux"))
    if know is None or speaker is None or hearer is None or unreal or tree.is_negated(verb):
        return None
    said = next((at for at in tree.children(know, "ccomp") if _with_that(tree, at)), None)
    if said is None:
        return None
    return Found(
        head=know,
        cue=tree.verb_group(verb) | {know},
        act="speech",
        force="assertive",
        frame="clause",
        speaker=speaker,
        hearer=noun_phrase(tree, hearer),
        content=tree.subtree(said),
    )


def _with_that(tree: Tree, clause: int) -> bool:
    marks = {tree.tokens[at].lemma for at in tree.children(clause, "mark")}
    return "that" in marks and bool(tree.children(clause, *SUBJECTS, "nsubjpass", "expl"))


def _spliced(tree: Tree, verb: int, first: int) -> set[int]:
    """Reads "The port may close, Lima made clear", where the parser joins the telling to what is told."""
    tokens = tree.tokens
    joined = tokens[verb].dep in ("conj", "parataxis") and tokens[verb].head < first
    if not joined or first < 1 or tokens[first - 1].text not in (",", "”", '"'):
        return set()
    return {at for at in tree.subtree(tokens[verb].head) if at < first - 1}
