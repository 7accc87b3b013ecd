"""Ruling out: what a speaker denies ("ruled out talks") or leaves open ("refused to rule out talks").

The words are the book's; a negation, a refusal and "cannot" turn a denial into what remains possible.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.contents import condition_after
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import can_speak, subject
from sayso.reading.tree import PASSIVE_SUBJECTS, Tree


def ruled_out(tree: Tree, book: CueBook, verb: int) -> Iterator[Found]:
    """Reads "Ruled out a vote", "did not rule out that …", "refused to rule out leaving"."""
    particle = tree.child(verb, "prt")
    if (
        particle is None
        or tree.tokens[particle].lemma not in book.excluding[tree.tokens[verb].lemma]
    ):
        return
    if tree.children(verb, *PASSIVE_SUBJECTS) or tree.is_passive(verb):
        return
    modal = any(tree.tokens[at].tag == "MD" for at in tree.children(verb, "aux"))
    refused = _refused(tree, book, verb)
    negated = tree.is_negated(verb)
    open_left = refused is not None or negated
    if (modal and not negated) or (_has_to(tree, verb) and refused is None):
        return
    thing = next((at for at in tree.children(verb, "dobj", "ccomp", "xcomp") if at > verb), None)
    speaker = subject(tree, book, verb if refused is None else refused)
    if thing is None or not can_speak(tree, book, speaker):
        return
    content = tree.subtree(thing)
    content |= condition_after(tree, book, verb, content) if open_left else set()
    cue = tree.verb_group(verb) | (tree.verb_group(refused) if refused is not None else set())
    yield Found(
        head=verb,
        cue=cue,
        act="speech",
        frame="excluded",
        force="neutral" if open_left else "denying",
        modality="possible" if open_left else "denied",
        speaker=speaker,
        content=content,
        takes_quote=True,
    )


def _refused(tree: Tree, book: CueBook, verb: int) -> int | None:
    """The verb above that refuses to rule it out."""
    token = tree.tokens[verb]
    above = token.head
    refuses = token.dep in ("xcomp", "ccomp") and tree.tokens[above].lemma in book.refusing
    return above if refuses and not tree.is_negated(above) else None


def _has_to(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[at].tag == "TO" for at in tree.children(verb, "aux"))
