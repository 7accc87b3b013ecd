"""Cue nouns: "the warning that", "issued a warning to", "the mayor's call for"."""

from __future__ import annotations

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.contents import condition_after
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import (
    agent_of,
    hearer_of_noun,
    noun_phrase,
    possessor,
    subject,
)
from sayso.reading.en.attribution.shapes import has_to
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_ABOUT = frozenset({"about", "over", "regarding", "concerning"})
# What "that" is in a relative clause: "the plan that she made" says no plan.
_RELATIVES = SUBJECTS | PASSIVE_SUBJECTS | {"dobj", "pobj"}
_MOMENTS = ("DATE", "TIME")
_TOPICAL = _ABOUT | {"against", "for", "on", "of"}


def cue_noun(tree: Tree, book: CueBook, index: int) -> list[Found]:
    """Reads "His warning that …", "issued a warning to Tokyo", "the claim that …", "plans to …"."""
    tokens = tree.tokens
    verb = tokens[index].head
    light = tokens[index].dep == "dobj" and tokens[verb].lemma in book.light
    cue = book.nouns[tokens[index].lemma]
    topics = light or (cue.topics and possessor(tree, index) is not None)
    beside = tree.children(verb, "prep") if light else []
    frame, content = _noun_clause(tree, index) or _noun_topic(tree, index, topics, beside)
    told = _cue_verb_above(tree, book, index)
    if told is not None and frame == "clause":
        return [_said_in(tree, book, told, content)]
    speaker = possessor(tree, index)
    hearer = hearer_of_noun(tree, index, verb if light else index)
    if light and tree.is_passive(verb):
        agent, raised = agent_of(tree, verb), tree.child(verb, *PASSIVE_SUBJECTS)
        speaker = noun_phrase(tree, agent) if agent is not None else speaker
        hearer = noun_phrase(tree, raised) if raised is not None and raised != index else hearer
    elif light and (speaker is None or _is_own(tree, speaker)):
        speaker = subject(tree, book, verb) or speaker
    colon = _after_colon(tree, index) if light else set()
    if colon and not content:
        frame, content = "demand", colon
    if light and not content:
        frame, content = _aim_beside(tree, index, verb) or (frame, content)
    bound = condition_after(tree, book, index, content) if frame == "infinitive" else set()
    if bound and light:  # "renewed its threat to … if …" leaves nothing to weigh
        frame, content = "demand", content | bound
    if not content and not light:
        return []
    if frame == "object" and speaker is None:
        return []
    return [
        Found(
            head=index,
            cue=(tree.verb_group(verb) if light else set()) | {index},
            act=cue.act,
            force=cue.force,
            modality=cue.modality,
            frame=frame or "light",
            speaker=speaker,
            hearer=hearer,
            content=content,
            takes_quote=light,
        )
    ]


def _is_own(tree: Tree, owner: set[int]) -> bool:
    """Whether a possessor only points back to the subject: "renewed its threat"."""
    return all(tree.tokens[at].tag == "PRP$" for at in owner)


def _after_colon(tree: Tree, index: int) -> set[int]:
    """What is demanded behind "an ultimatum: …", "a stern warning on Sunday: …"."""
    sentence = tree.sentences[tree.sentence(index)]
    colon = next((at for at in range(index, sentence.last) if tree.tokens[at].text == ":"), None)
    if colon is None or any(tree.tokens[at].pos == "VERB" for at in range(index, colon)):
        return set()
    return {at for at in range(colon + 1, sentence.last) if at < sentence.last - 1}


def _noun_clause(tree: Tree, index: int) -> tuple[str, set[int]] | None:
    """Reads "The claim that …", "plans to …"."""
    tokens = tree.tokens
    for clause in tree.children(index, "acl", "ccomp", "appos", "relcl"):
        if clause < index:
            continue
        first = tokens[min(tree.subtree(clause))]
        own_subject = tokens[clause].dep != "relcl" or tree.children(clause, *SUBJECTS)
        relative = first.dep in SUBJECTS or (first.dep in _RELATIVES and first.tag != "IN")
        if first.lemma == "that" and not relative and own_subject:
            return "clause", tree.subtree(clause)
        if has_to(tree, clause) and tokens[clause].dep in ("acl", "ccomp"):
            return "infinitive", tree.subtree(clause)
    return None


def _aim_beside(tree: Tree, noun: int, verb: int) -> tuple[str, set[int]] | None:
    """Reads "repeated its threat on Friday to …", where the parser hangs the aim on the verb."""
    for clause in tree.children(verb, "advcl", "xcomp"):
        if clause > noun and has_to(tree, clause) and not tree.children(clause, "mark"):
            return "infinitive", tree.subtree(clause)
    return None


def _noun_topic(tree: Tree, index: int, topics: bool, beside: list[int]) -> tuple[str, set[int]]:
    """Reads "Fears over …"; and, with the verb it lends, "issued a warning against …"."""
    topical = _TOPICAL if topics else _ABOUT
    for preposition in (*tree.children(index, "prep"), *beside):
        word = tree.tokens[preposition].text.lower()
        governed = tree.child(preposition, "pobj", "pcomp")
        if governed is None or tree.tokens[governed].entity.endswith(_MOMENTS):
            continue  # "issued an ultimatum on Monday"
        if word in topical:
            return "object", tree.subtree(governed)
    return "", set()


def _cue_verb_above(tree: Tree, book: CueBook, noun: int) -> int | None:
    """The cue verb in "said in a statement that …"."""
    token = tree.tokens[noun]
    if token.dep != "pobj" or tree.tokens[token.head].lemma not in ("in", "during", "at"):
        return None
    verb = tree.tokens[token.head].head
    return verb if tree.tokens[verb].lemma in book.verbs else None


def _said_in(tree: Tree, book: CueBook, verb: int, content: set[int]) -> Found:
    return Found(
        head=verb,
        cue=tree.verb_group(verb),
        act=book.verbs[tree.tokens[verb].lemma][0].act,
        force=book.verbs[tree.tokens[verb].lemma][0].force,
        frame="clause",
        speaker=subject(tree, book, verb),
        content=content,
    )
