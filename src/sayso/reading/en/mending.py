"""Contents that the parser broke off, made whole.

A clause that goes on with a finite verb without a subject ("to send arms there | would be an error"),
one that stops at a word which needs another ("rather than | sell them"), and one whose subject stands
before the cue ("Arming them, she warned, | would be an error"). And a speaker taken for the last words.
"""

from __future__ import annotations

from sayso.reading.en.found import Found
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_CLAUSES = frozenset({"clause", "quote", "relay"})
_OPEN_ENDED = frozenset({"IN", "TO", "DT", "PRP$", "MD"})
_FINITE = frozenset({"MD", "VBZ", "VBD", "VBP"})
_LONGEST_SUBJECT = 14  # tokens before a cue that is set off by commas


def mend(tree: Tree, found: list[Found]) -> list[Found]:
    """The same attributions, their contents completed where they end or begin too early."""
    for one in found:
        if one.head in one.content:
            one.content -= one.cue | (one.speaker or set())
        if one.content and one.frame in _CLAUSES:
            _fetch_speaker(tree, one)
            _go_on(tree, one)
            _fetch_subject(tree, one)
    return found


def _fetch_speaker(tree: Tree, one: Found) -> None:
    """The subject that the parser took for an apposition of the last word that was said."""
    before = [at for at in one.content if tree.tokens[at].pos != "PUNCT"]
    if one.speaker or not before or one.head < max(before):
        return
    last = max(before)
    found: set[int] = set()
    for at in (last, *tree.ancestors(last)):
        phrase = tree.subtree(at)
        words = {index for index in phrase if tree.tokens[index].pos != "PUNCT"}
        set_off = min(phrase) > 0 and tree.tokens[min(phrase) - 1].text == ","
        if tree.tokens[at].dep == "appos" and max(words) == last and set_off:
            found = set(range(min(phrase), last + 1))
    if any(tree.tokens[at].pos == "PROPN" for at in found) and found < one.content:
        one.speaker = found
        one.content -= found


def _go_on(tree: Tree, one: Found) -> None:
    last = max(one.content)
    following = last + 1
    if following >= len(tree.tokens) or tree.sentence(following) != tree.sentence(last):
        return
    broken_off = tree.tokens[last].tag in _OPEN_ENDED
    verb = _verb_without_subject(tree, following)
    if verb == one.head or (verb is None and not broken_off):
        return
    rest = tree.subtree(verb if verb is not None else following)
    roles = one.cue | (one.speaker or set())
    one.content |= {at for at in rest if at > last} - roles


def _fetch_subject(tree: Tree, one: Found) -> None:
    first = min(one.content)
    roles = one.cue | (one.speaker or set())
    start = next((at for at in sorted(one.content) if tree.tokens[at].pos != "PUNCT"), first)
    if not roles or max(roles) >= start or _verb_without_subject(tree, start) is None:
        return
    sentence = tree.sentences[tree.sentence(start)]
    comma = min(roles) - 1
    if tree.sentence(min(roles)) != tree.sentence(start) or tree.tokens[comma].text != ",":
        return
    if 0 < comma - sentence.first <= _LONGEST_SUBJECT:
        one.content |= set(range(sentence.first, comma))


def _verb_without_subject(tree: Tree, index: int) -> int | None:
    """The verb whose finite form stands here, where it has no subject of its own."""
    token = tree.tokens[index]
    if token.tag not in _FINITE:
        return None
    verb = token.head if token.dep in ("aux", "auxpass") else index
    if tree.tokens[verb].pos not in ("VERB", "AUX"):
        return None
    return None if tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS) else verb
