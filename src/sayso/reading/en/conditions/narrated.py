"""Threats that the reporter tells in a noun: "raised the prospect of sanctions if …", "hinted at war should …", "reserved the right to …".

These words say by themselves little more than what was spoken of: so they are taken for somebody's words where a
condition stands beside them, or where a right to act is reserved.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.contents import condition_after
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import can_speak, hearer_of_noun, subject
from sayso.reading.en.attribution.shapes import has_to
from sayso.reading.tree import Tree

# "raised the spectre of": the verb, the noun, and behind "of" what may come.
_RAISING = frozenset(
    {
        "raise",
        "dangle",
        "float",
        "evoke",
        "invoke",
        "revive",
        "conjure",
        "hold",
        "brandish",
        "wield",
    }
)
_PROSPECTS = frozenset({"prospect", "spectre", "specter", "possibility", "threat", "option"})
# "hinted at", "spoke of", "warned of": the verb and its preposition.
_HINTING = {
    "hint": "at",
    "allude": "to",
    "gesture": "at",
    "speak": "of",
    "talk": "of",
    "mutter": "of",
    "threaten": "",
    "promise": "",
    "vow": "",
    "pledge": "",
    "brandish": "",
    "foreshadow": "",
    "announce": "",
}
_BESIDE = {"threaten": "with", "promise": "", "vow": "", "pledge": "", "hint": "at", "warn": "of"}
RESERVING = frozenset({"reserve", "retain", "keep", "assert", "claim", "invoke"})
_RIGHTS = frozenset({"right", "option", "freedom"})
_WITHIN = frozenset({"ccomp", "parataxis", "advcl", "relcl", "acl", "conj"})
_SHOWS = frozenset({"if", "unless", "should", "were", "once", "until"})


def narrated(tree: Tree, book: CueBook, verb: int) -> Iterator[Found]:
    """What somebody holds out, in a noun or in a right to act."""
    if tree.is_negated(verb) or tree.is_passive(verb) or _is_unreal(tree, verb):
        return
    told = (
        _right(tree, verb)
        or _prospect(tree, book, verb)
        or _hint(tree, book, verb)
        or _beside(tree, book, verb)
    )
    speaker = subject(tree, book, verb) if told is not None else None
    if told is None or not can_speak(tree, book, speaker):
        return
    cue, content = told
    noun = max(cue)
    hearer = hearer_of_noun(tree, noun, verb)
    yield Found(
        head=verb,
        cue=tree.verb_group(verb) | cue,
        act="speech",
        force="assertive",
        frame="demand",
        speaker=speaker,
        hearer=(hearer - content or None) if hearer else None,
        content=content,
    )


def _is_unreal(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[at].tag in ("MD", "TO") for at in tree.children(verb, "aux"))


def _right(tree: Tree, verb: int) -> tuple[set[int], set[int]] | None:
    """Reads "reserved the right to close it in response to any raid"."""
    right = tree.child(verb, "dobj")
    if right is None or tree.tokens[verb].lemma not in RESERVING:
        return None
    if tree.tokens[verb].dep in _WITHIN:  # "Oslo reserves the right to …, she said"
        return None
    if tree.tokens[right].lemma not in _RIGHTS:
        return None
    clauses = (*tree.children(right, "acl", "xcomp"), *tree.children(verb, "xcomp", "advcl"))
    aim = next((at for at in clauses if at > right and has_to(tree, at)), None)
    if aim is None:
        return None
    first = min(tree.subtree(aim))
    whole = {at for at in tree.subtree(verb) if at >= first}
    return {verb, right}, _to_the_end(tree, whole)


def _prospect(tree: Tree, book: CueBook, verb: int) -> tuple[set[int], set[int]] | None:
    """Reads "raised the prospect of sanctions if …"."""
    noun = tree.child(verb, "dobj")
    if noun is None or tree.tokens[verb].lemma not in _RAISING:
        return None
    if tree.tokens[noun].lemma not in _PROSPECTS:
        return None
    of = next((at for at in tree.children(noun, "prep") if tree.tokens[at].lemma == "of"), None)
    thing = tree.child(of, "pobj", "pcomp") if of is not None else None
    content = _with_condition(tree, book, verb, thing)
    return ({verb, noun}, content) if content else None


def _hint(tree: Tree, book: CueBook, verb: int) -> tuple[set[int], set[int]] | None:
    """Reads "hinted at sanctions should …", "promised retaliation, including a strike, if …"."""
    word = _HINTING.get(tree.tokens[verb].lemma)
    if word is None:
        return None
    thing = tree.child(verb, "dobj")
    if word:
        by = (at for at in tree.children(verb, "prep", "prt") if tree.tokens[at].lemma == word)
        preposition = next(by, None)
        thing = tree.child(preposition, "pobj", "pcomp") if preposition is not None else None
    content = _with_condition(tree, book, verb, thing)
    return ({verb}, content) if content else None


def _beside(tree: Tree, book: CueBook, verb: int) -> tuple[set[int], set[int]] | None:
    """Reads "…, she said, threatening sanctions", "said … and promised sanctions": beside another telling."""
    token = tree.tokens[verb]
    above = tree.tokens[token.head]
    also = token.tag == "VBG" and token.dep == "advcl" and tree.tokens[verb - 1].text == ","
    joined = token.tag == "VBD" and token.dep == "conj"
    if token.lemma not in _BESIDE or above.lemma not in book.verbs or not (also or joined):
        return None
    word = _BESIDE[token.lemma]
    by = (at for at in tree.children(verb, "prep", "prt") if tree.tokens[at].lemma == word)
    preposition = next(by, None)
    thing = tree.child(preposition, "pobj", "pcomp") if preposition is not None else None
    thing = tree.child(verb, "dobj") if thing is None and word != "at" else thing
    if thing is None or thing < verb or tree.tokens[thing].pos not in ("NOUN", "PROPN", "VERB"):
        return None
    return {verb}, _to_the_end(tree, tree.subtree(thing))


def _with_condition(tree: Tree, book: CueBook, verb: int, thing: int | None) -> set[int]:
    """The words of a thing with those of a condition behind it; none without one."""
    if thing is None or thing < verb or tree.tokens[thing].tag in ("PRP", "WDT", "WP", "DT"):
        return set()
    content = tree.subtree(thing)
    content |= condition_after(tree, book, verb, content)
    shown = any(tree.tokens[at].text.lower() in _SHOWS for at in content)
    return _to_the_end(tree, content) if shown else set()


def _to_the_end(tree: Tree, words: set[int]) -> set[int]:
    """Without the marks at the end."""
    while words and tree.tokens[max(words)].pos == "PUNCT":
        words.remove(max(words))
    return words
