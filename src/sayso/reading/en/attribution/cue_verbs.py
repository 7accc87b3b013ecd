"""Cue verbs: "said that", "told him to", "was warned by", "reported, citing"."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.books.cues import Cue, CueBook
from sayso.reading.en.attribution.contents import (
    clause_of,
    condition_after,
    condition_before,
    contents_of,
    governed,
    of_name,
    said_before,
)
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import (
    RELATIVES,
    agent_of,
    can_speak,
    hearer_above,
    hearer_asked,
    hearer_of_verb,
    is_document,
    is_thing,
    noun_phrase,
    speaker_of_verb,
)
from sayso.reading.en.attribution.shapes import has_to
from sayso.reading.en.tags import PAST_FORMS
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_LOOSE = frozenset({"object", "judgement"})
_COMPLEMENTS = frozenset({"of", "for", "as", "at"})


def cue_verb(tree: Tree, book: CueBook, index: int) -> list[Found]:
    """What a cue verb attributes; without content where only a quotation beside it can be that."""
    cues = book.verbs[verb_key(tree, book, index)]
    frames = {frame: cue for cue in reversed(cues) for frame in cue.frames}
    token = tree.tokens[index]
    if token.dep in ("aux", "auxpass", "amod", "compound"):
        return []
    if token.text.lower() == "citing" and tree.tokens[token.head].lemma in book.verbs:
        return []
    if tree.is_passive(index):
        return _passive(tree, book, index, index, frames)
    above = _passive_above(tree, index) if "hearer" in frames else None
    if above is not None:
        return _passive(tree, book, index, above, frames)
    speaker = speaker_of_verb(tree, book, index)
    if not is_document(tree, book, speaker):
        frames = {frame: cue for frame, cue in frames.items() if not cue.document}
    hearer_head = _hearer(tree, book, index, frames)
    base = Found(
        head=index,
        cue=tree.verb_group(index),
        act=cues[0].act,
        frame="",
        speaker=speaker,
        hearer=_told(tree, hearer_head)
        if hearer_head is not None
        else hearer_above(tree, book, index),
    )
    before = said_before(tree, index)
    said = frames.get("clause") or frames.get("quote")
    if before and said is not None:
        return [_as(base, said, "before", before)]
    return _with_contents(tree, book, base, frames, hearer_head)


def verb_key(tree: Tree, book: CueBook, index: int) -> str:
    """A verb as the book has it: with its particle where that makes the cue ("go on"), else its lemma."""
    lemma = tree.tokens[index].lemma
    with_particle = (f"{lemma} {tree.tokens[at].lemma}" for at in tree.children(index, "prt"))
    return next((key for key in with_particle if key in book.verbs), lemma)


def _with_contents(
    tree: Tree, book: CueBook, base: Found, frames: Mapping[str, Cue], hearer_head: int | None
) -> list[Found]:
    """The cue with the first of its contents that it can have."""
    index, speaker = base.head, base.speaker
    for frame, content in contents_of(tree, book, index, frames, hearer_head):
        if not _may_say(tree, book, frame, frames[frame], speaker):
            continue
        if is_unanswered(tree, book, index, content):
            return []
        conditions = condition_after(tree, book, index, content)
        if frame == "clause":
            conditions |= condition_before(tree, index)
        sure = "demand" if frame in ("with", "object") and conditions else frame
        return [_as(base, frames[frame], sure, content | conditions)]
    quoting = frames.get("quote", frames.get("clause"))
    if quoting is None:
        return []
    open_frame = _as(base, quoting, "quote", set())
    open_frame.takes_quote = True
    return [open_frame]


def _may_say(tree: Tree, book: CueBook, frame: str, cue: Cue, speaker: set[int] | None) -> bool:
    """Whether the subject can be the speaker: somebody in loose frames; and things plan nothing."""
    if frame in _LOOSE:
        return can_speak(tree, book, speaker)
    if cue.somebody:
        return can_speak(tree, book, speaker) or is_document(tree, book, speaker)
    return cue.act != "intention" or not is_thing(tree, book, speaker)


def _hearer(tree: Tree, book: CueBook, index: int, frames: Mapping[str, Cue]) -> int | None:
    """Who is told or asked, where the verb has somebody to tell or ask."""
    told = hearer_of_verb(tree, index) if "hearer" in frames else None
    if told is not None and "object" in frames and not can_speak(tree, book, {told}):
        return None  # "threatened sanctions"
    if told is None and "appeal" in frames:
        return hearer_asked(tree, index)
    return told


def _told(tree: Tree, head: int) -> set[int]:
    """The hearer's phrase without the prepositions that are the verb's."""
    topics = (tree.subtree(at) for at in of_name(tree, head))
    return noun_phrase(tree, head).difference(*topics)


def is_unanswered(tree: Tree, book: CueBook, index: int, content: set[int]) -> bool:
    """Reads "Declined to comment", "asked for comment": nothing is said by that."""
    if tree.tokens[index].lemma not in book.leaving_unanswered:
        return False
    words = [
        at
        for at in sorted(content)
        if tree.tokens[at].tag not in ("TO", "DT", "JJ", "RB") and tree.tokens[at].lemma != "be"
    ]
    return bool(words) and tree.tokens[words[0]].lemma in book.unanswered


def _as(base: Found, cue: Cue, frame: str, content: set[int]) -> Found:
    return Found(
        head=base.head,
        cue=set(base.cue),
        act=cue.act,
        frame=frame,
        force=cue.force,
        modality=cue.modality,
        speaker=base.speaker,
        hearer=base.hearer,
        content=content,
        takes_quote="quote" in cue.frames or "clause" in cue.frames,
    )


def _passive_above(tree: Tree, index: int) -> int | None:
    """The passive that a participle is joined to: "was called by a stranger and told that …"."""
    token = tree.tokens[index]
    if token.dep != "conj" or token.tag not in PAST_FORMS:
        return None
    own = tree.children(index, "dobj", "dative", "aux", *SUBJECTS)
    return token.head if not own and tree.children(token.head, "auxpass") else None


def _passive(
    tree: Tree, book: CueBook, index: int, verb: int, frames: Mapping[str, Cue]
) -> list[Found]:
    """Reads "He was told that …", "It was reported that …", "She is expected to …".

    `verb` has the subject and the agent.
    """
    agent = agent_of(tree, verb)
    raised = tree.child(verb, *PASSIVE_SUBJECTS)
    frame, content = _passive_content(tree, book, index, frames, raised, agent)
    if not content:
        return []
    is_hearer = raised is not None and frame != "impersonal" and "hearer" in frames
    cue = frames.get(frame) or next(iter(frames.values()))
    return [
        Found(
            head=index,
            cue=tree.verb_group(index) | set(tree.children(index, "agent")),
            act=cue.act,
            frame=frame,
            force=cue.force,
            modality=cue.modality,
            speaker=_told(tree, agent) if agent is not None else None,
            hearer=noun_phrase(tree, raised) if raised is not None and is_hearer else None,
            content=content,
            takes_quote=frame == "clause",
        )
    ]


def _passive_content(
    tree: Tree,
    book: CueBook,
    index: int,
    frames: Mapping[str, Cue],
    raised: int | None,
    agent: int | None,
) -> tuple[str, set[int]]:
    """The content of a passive cue and its frame; `raised` is its subject."""
    for clause in tree.children(index, "ccomp"):
        return "clause", clause_of(tree, book, clause)
    for clause in tree.children(index, "xcomp"):
        if has_to(tree, clause) and "hearer" in frames:
            return "infinitive", tree.subtree(clause)
        if has_to(tree, clause) and "impersonal" in frames and raised is not None:
            return "impersonal", tree.subtree(raised) | tree.subtree(clause)
    topic = _topic_told(tree, book, index, frames, agent)
    if topic is not None:
        return topic
    frame = next((f for f in ("judgement", "object", "estimate") if f in frames), "")
    if not frame or agent is None or raised is None or tree.tokens[raised].pos == "PRON":
        return "", set()
    content = tree.subtree(raised)
    if any(tree.tokens[at].tag in RELATIVES for at in content):
        return "", set()  # "a copy of which was seen by the court"
    for beside in tree.children(index, "prep", "oprd"):
        complement = tree.tokens[beside].dep == "oprd" or tree.tokens[beside].lemma in _COMPLEMENTS
        if beside > index and complement:
            content |= tree.subtree(beside)
    return frame, content


def _topic_told(
    tree: Tree, book: CueBook, index: int, frames: Mapping[str, Cue], agent: int | None
) -> tuple[str, set[int]] | None:
    """Reads "was warned by Oslo of delays", "against closing the port": what somebody was told of."""
    if "hearer" not in frames or agent is None:
        return None
    told = governed(tree, book, index, frames, of_name(tree, agent))
    return next(
        ((word, topic | condition_after(tree, book, index, topic)) for word, topic in told), None
    )
