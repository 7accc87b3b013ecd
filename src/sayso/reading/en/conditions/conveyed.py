"""Warnings told by what is passed on: "conveyed to Oslo that …", "sent Oslo a message that …", "left Oslo in no doubt that …".

Between the word for it and what is told there may stand whom it went to and by what way ("through mediators, on
Monday"), on which the parser hangs the clause; so what is told is read from its "that", or from a colon.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import (
    agent_of,
    can_speak,
    noun_phrase,
    possessor,
    subject,
)
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

# Verbs that pass words on by themselves, to somebody or home to him.
_CONVEYING = frozenset({"convey", "communicate", "intimate", "transmit", "telegraph", "impress"})
_HOME = frozenset({"bring", "drive", "hammer", "drum", "ram", "press"})
# Verbs that pass on a noun for words: "sent a message", "fired a warning shot", "took a message to".
_PASSING = frozenset(
    {
        "send",
        "pass",
        "deliver",
        "convey",
        "hand",
        "transmit",
        "relay",
        "carry",
        "bring",
        "take",
        "give",
        "issue",
    }
    | {
        "fire",
        "address",
        "dispatch",
        "direct",
        "get",
        "submit",
        "present",
        "serve",
        "lodge",
        "post",
        "read",
        "have",
    }
    | {
        "broadcast",
        "air",
        "sound",
        "repeat",
        "renew",
        "reiterate",
        "leave",
        "spell",
        "put",
        "place",
        "make",
        "publish",
    }
)
NEWS = frozenset(
    {
        "message",
        "word",
        "signal",
        "note",
        "warning",
        "threat",
        "ultimatum",
        "démarche",
        "demarche",
        "letter",
        "memo",
        "notice",
    }
    | {
        "memorandum",
        "communiqué",
        "communique",
        "missive",
        "telegram",
        "cable",
        "reminder",
        "caution",
        "shot",
        "salvo",
    }
    | {"protest", "representation", "communication", "declaration", "verbale", "statement"}
)
# "left Oslo in no doubt", "under no illusion": whoever is left so has been told.
_LEAVING = frozenset({"leave", "put"})
_DOUBT = frozenset({"doubt", "illusion", "uncertainty", "misunderstanding", "misapprehension"})
_TELLING = frozenset({"tell", "warn"})
_MARKS = frozenset({"“", '"', "‘", "'", "«", "``"})
_TO = frozenset({"to", "upon", "on", "at"})
_TIMES = ("DATE", "TIME")
_PLAIN = frozenset({"clear", "plain", "known", "explicit", "understood"})
_MADE = frozenset({"make", "let"})
_FEW = 14  # words between the noun or the verb and what is told
_ENDS = frozenset({";", ".", "!", "?"})


def conveyed(tree: Tree, book: CueBook, verb: int) -> Iterator[Found]:
    """What somebody passes on to another, or another is passed."""
    if tree.is_negated(verb) or tree.children(verb, "mark") or _is_unreal(tree, verb):
        return
    cue = _cue(tree, verb)
    if cue is None:
        return
    content = told_behind_words(tree, max(cue))
    if not content:
        return
    passive = tree.is_passive(verb)
    agent = agent_of(tree, verb) if passive else None
    speaker = noun_phrase(tree, agent) if agent is not None else None
    for noun in cue if passive and speaker is None else ():
        speaker = speaker or possessor(tree, noun)  # "was given an ultimatum by Oslo"
    if not passive:
        speaker = _signed(tree, cue) or subject(tree, book, verb)
        if not can_speak(tree, book, speaker):
            return
    hearer = _hearer(tree, verb, cue, passive=passive)
    yield Found(
        head=verb,
        cue=tree.verb_group(verb) | cue,
        act="speech",
        force="assertive",
        frame="demand",
        speaker=(speaker - content or None) if speaker else None,
        hearer=(hearer - content or None) if hearer else None,
        content=content,
    )


def _signed(tree: Tree, cue: set[int]) -> set[int] | None:
    """Whose message a newsroom passes on: "aired a warning by the minister that …"."""
    for noun in cue:
        by = (at for at in tree.children(noun, "prep") if tree.tokens[at].lemma in ("by", "from"))
        whose = (tree.child(at, "pobj") for at in by)
        named = next((at for at in whose if at is not None), None)
        if named is not None:
            return noun_phrase(tree, named)
    return None


def _is_unreal(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[at].tag in ("MD", "TO") for at in tree.children(verb, "aux"))


def _cue(tree: Tree, verb: int) -> set[int] | None:
    """The verb with the words by which it passes something on; None where it does not."""
    tokens, lemma = tree.tokens, tree.tokens[verb].lemma
    raised = tree.child(verb, *PASSIVE_SUBJECTS)
    if lemma in _TELLING:
        return _told_at_once(tree, verb)
    if lemma in _CONVEYING and (tree.children(verb, "prep", "dative") or raised is not None):
        return {verb}
    home = (at for at in tree.children(verb, "advmod", "prt") if tokens[at].lemma == "home")
    if lemma in _HOME and (at := next(home, None)) is not None:
        return {verb, at}
    if lemma in _MADE and raised is not None and tokens[raised].lemma == "it":
        plain = (at for at in tree.children(verb, "oprd", "acomp", "ccomp") if at > verb)
        at = next((at for at in plain if tokens[at].lemma in _PLAIN), None)
        return None if at is None else {verb, at}
    if lemma in _LEAVING and (doubt := _no_doubt(tree, verb)) is not None:
        return {verb, doubt}
    if lemma not in _PASSING:
        return None
    noun = next((at for at in tree.children(verb, "dobj", "oprd") if at > verb), raised)
    on = (tree.child(at, "pobj") for at in tree.children(verb, "prep") if tokens[at].lemma == "on")
    notice = next((at for at in on if at is not None and tokens[at].lemma == "notice"), None)
    noun = noun if notice is None else notice
    if noun is None or tokens[noun].lemma not in NEWS:
        return None
    return {verb, noun} if noun > verb else {verb}


def _told_at_once(tree: Tree, verb: int) -> set[int] | None:
    """Reads "Mark my words, she told Oslo: …": whom it is told to stands right before the colon."""
    whom = tree.child(verb, "dobj", "dative")
    if (
        whom is None
        or whom < verb
        or not any(at < verb for at in tree.children(verb, "ccomp", "advcl", "xcomp"))
    ):
        return None
    after = max(noun_phrase(tree, whom)) + 1
    told = tree.tokens[after].text == ":" and tree.tokens[after + 1].text not in _MARKS
    return {verb} if told else None


def _no_doubt(tree: Tree, verb: int) -> int | None:
    """The noun of "in no doubt", "under no illusions", "in little doubt"."""
    for preposition in tree.children(verb, "prep"):
        noun = tree.child(preposition, "pobj")
        if noun is None or tree.tokens[noun].lemma not in _DOUBT:
            continue
        before = {tree.tokens[at].lemma for at in tree.children(noun, "det", "amod")}
        if before & {"no", "little"}:
            return noun
    return None


def _hearer(tree: Tree, verb: int, cue: set[int], *, passive: bool) -> set[int] | None:
    """Whom it goes to: "sent Oslo …", "conveyed to Oslo", "Oslo was left …"."""
    thing = tree.child(verb, *PASSIVE_SUBJECTS) if passive else tree.child(verb, "dobj")
    if thing is not None and thing not in cue and tree.tokens[thing].lemma not in NEWS | {"it"}:
        return noun_phrase(tree, thing)
    for at in (below for head in (verb, *cue) for below in tree.children(head, "dative", "prep")):
        whom = at if tree.tokens[at].pos in ("NOUN", "PROPN") else tree.child(at, "pobj")
        if at != whom and tree.tokens[at].lemma not in _TO:
            continue
        if whom is not None and whom not in cue and not tree.tokens[whom].entity.endswith(_TIMES):
            return noun_phrase(tree, whom)
    return None


def told_behind_words(tree: Tree, after: int) -> set[int]:
    """The words behind the next "that" with a clause of its own, or behind a colon, to where they end."""
    tokens = tree.tokens
    last = tree.sentences[tree.sentence(after)].last
    for at in range(after + 1, min(after + _FEW, last)):
        if tokens[at].text in _ENDS or tokens[at].tag == "VBG":
            return set()
        if tokens[at].text == ":":
            return _trimmed(tree, at + 1, last)
        if tokens[at].lemma == "that" and _opens_clause(tree, at):
            return _trimmed(tree, at, last)
        finite = tokens[at].tag in ("VBD", "VBZ", "VBP", "MD") and tokens[at].lemma != "be"
        if finite and tokens[at].head != at:
            return set()
    return set()


def _opens_clause(tree: Tree, that: int) -> bool:
    """Whether a clause with a subject of its own, and nothing for "that" to stand for, follows."""
    tokens = tree.tokens
    verb = tokens[that].head
    verb = verb if tokens[verb].pos in ("VERB", "AUX") else tokens[verb].head
    own = [at for at in tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS, "expl") if at != that]
    if verb < that or not own or min(tree.subtree(own[0])) < that:
        return False
    taken = [at for at in tree.children(verb, "dobj") if at != that]
    whole = tokens[that].dep == "mark" or tokens[that].tag == "IN" or bool(taken)
    return whole or tree.is_passive(verb) or bool(tree.children(verb, "attr", "acomp", "xcomp"))


def _trimmed(tree: Tree, first: int, last: int) -> set[int]:
    """To the end of the sentence, or to a comma before a participle of telling: "…, adding that"."""
    tokens = tree.tokens
    for at in range(first, last - 1):
        if tokens[at].text == "," and tokens[at + 1].tag == "VBG" and tokens[at + 1].dep == "advcl":
            last = at
            break
    while last > first and tokens[last - 1].text in _ENDS:
        last -= 1
    return set(range(first, last))
