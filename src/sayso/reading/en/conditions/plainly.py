"""Warnings that a noun or an adjective names, and that follow it: "the warning from Oslo was blunt: …", "Oslo's message is that …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import (
    agent_of,
    can_speak,
    hearer_of_noun,
    noun_phrase,
    possessor,
    subject,
)
from sayso.reading.en.conditions.conveyed import told_behind_words
from sayso.reading.tree import SUBJECTS, Tree

NAMED = frozenset(
    {
        "warning",
        "threat",
        "ultimatum",
        "message",
        "signal",
        "word",
        "position",
        "line",
        "stance",
        "notice",
        "vow",
    }
    | {"pledge", "caution", "note", "answer", "reply", "response", "verdict", "view", "policy"}
)
# How somebody speaks who leaves no doubt: "was categorical that …", "could not have been clearer: …".
_SPOKEN = frozenset(
    {
        "clear",
        "blunt",
        "categorical",
        "emphatic",
        "explicit",
        "unequivocal",
        "adamant",
        "unambiguous",
        "plain",
        "firm",
    }
    | {"direct", "forthright", "outspoken"}
)
_BE = frozenset({"be", "sound", "remain"})
_PEOPLES = ("NORP", "GPE")


def plainly(tree: Tree, book: CueBook, index: int) -> Iterator[Found]:
    """What is told behind a noun for a warning with its owner, or behind "was blunt"."""
    token = tree.tokens[index]
    noun = token.lemma in NAMED and token.pos == "NOUN"
    found = _named(tree, book, index) if noun else _spoken(tree, book, index)
    if found is not None:
        yield found


def _named(tree: Tree, book: CueBook, noun: int) -> Found | None:
    """Reads "the warning from Oslo was blunt: …", "read a warning by Oslo: …", "the message that Ana took to Rome is that …"."""
    if (told := _by_name(tree, noun)) is not None:
        return told
    speaker = _owner(tree, book, noun)
    if not speaker:
        return None
    verb = tree.tokens[noun].head
    raised = tree.tokens[noun].dep in SUBJECTS
    if tree.is_negated(verb) or (raised and verb < noun):
        return None
    after = max({noun, *(speaker if max(speaker) > noun else ())})
    content = told_behind_words(tree, _last(tree, verb) if raised else after)
    colon = min(content, default=0) - 1
    if not content or (not raised and tree.tokens[colon].text != ":"):
        return None
    return _found(noun, {noun}, speaker - content, hearer_of_noun(tree, noun, noun), content)


def _by_name(tree: Tree, noun: int) -> Found | None:
    """Reads "a letter from Ana Paz *warning* that …", where the parser takes the participle for a noun."""
    tokens = tree.tokens
    named = tokens[noun - 1].pos == "PROPN" and tokens[noun - 1].head == noun
    if not named or tokens[noun].text != "warning" or tokens[noun].dep != "pobj":
        return None
    content = told_behind_words(tree, noun)
    speaker = {at for at in tree.subtree(noun) if at < noun}
    return (
        _found(noun, {noun}, speaker, None, content)
        if min(content, default=0) == noun + 1
        else None
    )


def _last(tree: Tree, verb: int) -> int:
    """The copula, or what it says of the warning: "was blunt"."""
    beside = [at for at in tree.children(verb, "acomp", "attr") if at > verb]
    return max([verb, *(at for at in beside if not tree.children(at, *SUBJECTS))])


def _owner(tree: Tree, book: CueBook, noun: int) -> set[int] | None:
    """Whose it is: "Oslo's", "from Oslo", "of Oslo", "Danish", or that of who took, sent or restated it."""
    owner = possessor(tree, noun)
    if owner and any(tree.tokens[at].tag == "PRP$" for at in owner):
        return None
    if owner and can_speak(tree, book, owner):
        return owner
    above = tree.tokens[noun].head
    if tree.tokens[noun].dep in SUBJECTS and tree.tokens[above].lemma not in _BE:
        # "the message Ana took to Rome was: …", where the parser takes both for subjects
        both = [at for at in tree.children(above, *SUBJECTS) if noun < at < above]
        return noun_phrase(tree, both[0]) if both and can_speak(tree, book, {both[0]}) else None
    for clause in tree.children(noun, "relcl", "acl"):
        passive = agent_of(tree, clause)
        who = noun_phrase(tree, passive) if passive is not None else None
        if who is None and tree.tokens[clause].tag != "VBN":
            own = tree.child(clause, *SUBJECTS)
            who = noun_phrase(tree, own) if own is not None and own < clause else None
        if who and can_speak(tree, book, who):
            return who
    of = (
        tree.child(at, "pobj")
        for at in tree.children(noun, "prep")
        if tree.tokens[at].lemma == "of"
    )
    whose = next((at for at in of if at is not None), None)
    if whose is not None and tree.tokens[whose].pos == "PROPN":
        return noun_phrase(tree, whose)
    people = [
        at
        for at in tree.children(noun, "amod", "compound")
        if tree.tokens[at].entity.endswith(_PEOPLES)
    ]
    return {people[0]} if people else None


def _spoken(tree: Tree, book: CueBook, word: int) -> Found | None:
    """Reads "Oslo was categorical that …", "the minister could hardly have been clearer: …"."""
    token = tree.tokens[word]
    verb = token.head
    if token.lemma not in _SPOKEN or token.dep != "acomp" or tree.tokens[verb].lemma not in _BE:
        return None
    speaker = subject(tree, book, verb)
    own = tree.child(verb, *SUBJECTS)
    if (
        own is None
        or own > verb
        or tree.tokens[own].lemma in NAMED
        or not can_speak(tree, book, speaker)
    ):
        return None
    content = told_behind_words(tree, word)
    return _found(word, {word}, speaker, None, content) if content and speaker else None


def _found(
    head: int, cue: set[int], speaker: set[int], hearer: set[int] | None, content: set[int]
) -> Found:
    return Found(
        head=head,
        cue=cue,
        act="speech",
        force="assertive",
        frame="demand",
        speaker=speaker or None,
        hearer=(hearer - content or None) if hearer else None,
        content=content,
    )
