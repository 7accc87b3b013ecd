"""Attribution in the syntax of English: who the cue says, to whom, and which clause is the content.

Works on ClearNLP dependency labels. Each cue verb may hold its content in the frames that the cue book
gives it; cue nouns ("the warning that …") and "according to" are read beside them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.books.cues import Cue, CueBook
from sayso.model.ledger import Act, How, Modality
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_WEAK = frozenset({"punct", "cc", "preconj"})
_TRAILING = frozenset({"advcl", "npadvmod", "advmod"})
_BRANCHES_OF_NAME = frozenset({"relcl", "acl", "advcl", "punct"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass
class Found:
    """A cue with its roles, as token indexes; `head` is the cue's main word."""

    head: int
    cue: set[int]
    act: Act
    frame: str
    force: str = "neutral"
    modality: Modality | None = None
    speaker: set[int] | None = None
    hearer: set[int] | None = None
    content: set[int] = field(default_factory=set)
    relay: tuple[set[int], How] | None = None
    takes_quote: bool = False


def find_attributions(tree: Tree, book: CueBook) -> list[Found]:
    """All that the syntax shows, in text order; with quotations still to be joined."""
    found: list[Found] = []
    for index, token in enumerate(tree.tokens):
        if token.tag.startswith("VB") and token.lemma in book.relays:
            found.extend(_relayed(tree, book, index))
        if token.tag.startswith("VB") and token.lemma in book.verbs:
            found.extend(_verb(tree, book, index))
        elif token.pos == "NOUN" and token.lemma in book.nouns:
            found.extend(_noun(tree, book, index))
        elif token.lemma in ("accord", "according"):
            found.extend(_according(tree, index))
    return _without_repeats(found)


def _without_repeats(found: list[Found]) -> list[Found]:
    """One reading a cue word: a relay's before a verb's own."""
    relayed = {one.head for one in found if one.relay}
    return [one for one in found if one.relay or one.head not in relayed]


# --- verbs ---------------------------------------------------------------------------------------------


def _verb(tree: Tree, book: CueBook, index: int) -> list[Found]:
    cues = book.verbs[tree.tokens[index].lemma]
    frames = {frame: cue for cue in reversed(cues) for frame in cue.frames}
    if tree.tokens[index].dep in ("aux", "auxpass", "amod", "compound"):
        return []
    if tree.is_passive(index):
        return _passive(tree, book, index, frames)
    speaker = subject(tree, book, index)
    hearer_head = _hearer(tree, index) if "hearer" in frames else None
    base = Found(
        head=index,
        cue=tree.verb_group(index),
        act=cues[0].act,
        frame="",
        speaker=speaker,
        hearer=noun_phrase(tree, hearer_head) if hearer_head is not None else None,
    )
    for frame, content in _contents(tree, book, index, frames, hearer_head):
        return [_as(base, frames[frame], frame, content)]
    if "quote" in frames or "clause" in frames:
        cue = frames.get("quote", frames.get("clause"))
        if cue is not None:
            open_frame = _as(base, cue, "quote", set())
            open_frame.takes_quote = True
            return [open_frame]
    return []


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


def _contents(
    tree: Tree, book: CueBook, index: int, frames: dict[str, Cue], hearer: int | None
) -> list[tuple[str, set[int]]]:
    """The verb's possible contents, the most telling frame first."""
    found: list[tuple[str, set[int]]] = []
    tokens = tree.tokens
    if "clause" in frames or "quote" in frames:
        frame = "clause" if "clause" in frames else "quote"
        for clause in tree.children(index, "ccomp"):
            if frame == "clause" or clause < index or _quoted_near(tree, clause):
                found.append((frame, _clause(tree, clause)))
        if not found and (rest := _parenthetical(tree, index)):
            found.append((frame, rest))
    if "judgement" in frames:
        target = tree.child(index, "dobj", "ccomp")
        if target is not None and target > index:
            content = tree.subtree(target)
            for rest_head in tree.children(index, "prep", "oprd", "advcl"):
                if rest_head > target and tokens[rest_head].lemma in ("of", "for", "as", "on", "with"):
                    content |= tree.subtree(rest_head)
                elif tokens[rest_head].dep == "oprd":
                    content |= tree.subtree(rest_head)
            found.append(("judgement", content))
    if "infinitive" in frames:
        for clause in tree.children(index, "xcomp", "ccomp"):
            if clause > index and _has_to(tree, clause):
                found.append(("infinitive", tree.subtree(clause)))
    if "object" in frames:
        thing = tree.child(index, "dobj")
        if thing is not None and thing != hearer and not _empty_object(tree, book, thing):
            found.append(("object", tree.subtree(thing)))
    for preposition in tree.children(index, "prep", "prt"):
        if tokens[preposition].lemma in frames:
            governed = tree.child(preposition, "pobj", "pcomp")
            if governed is not None and not _is_time(tree, governed):
                found.append((tokens[preposition].lemma, tree.subtree(governed)))
    return found


def _clause(tree: Tree, head: int) -> set[int]:
    """The clause without what joins it to its neighbours."""
    content = tree.subtree(head)
    for child in tree.children(head, *_WEAK):
        if child < head and tree.tokens[child].dep == "cc":
            content.discard(child)
    return content


def _quoted_near(tree: Tree, clause: int) -> bool:
    first = min(tree.subtree(clause))
    return any(tree.tokens[at].text in "\"“'‘«" for at in range(max(0, first - 1), first + 1))


def _parenthetical(tree: Tree, index: int) -> set[int]:
    """The sentence around a cue set off by commas: "The talks, he said, had failed"."""
    token = tree.tokens[index]
    head = token.head
    if token.dep not in ("parataxis", "ccomp", "advcl", "conj", "relcl") or head == index:
        return set()
    if token.dep != "parataxis" and not _set_off(tree, index):
        return set()
    if tree.tokens[head].pos not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
        return set()
    if not tree.children(index, *SUBJECTS):
        return set()
    return tree.subtree(head) - tree.subtree(index)


def _set_off(tree: Tree, index: int) -> bool:
    """Whether a cue's own clause stands between commas or a comma and the end of the sentence."""
    own = tree.subtree(index)
    first, last = min(own), max(own)
    sentence = tree.sentences[tree.sentence(index)]
    before = tree.tokens[first - 1].text if first > sentence.first else ""
    inside = tree.tokens[last].text if last > first else ""
    after = tree.tokens[last + 1].text if last + 1 < sentence.last else "."
    return before in (",", "—", "–", "-", ",”", "”", '"') and (after in ",.—–-" or inside in ",.") and len(own) < 14


def _has_to(tree: Tree, clause: int) -> bool:
    return any(tree.tokens[child].tag == "TO" for child in tree.children(clause, "aux"))


def _hearer(tree: Tree, index: int) -> int | None:
    """The object or dative that is spoken to; with "to" beside the verb too ("said to reporters")."""
    found = tree.child(index, "dative", "dobj")
    if found is not None and tree.tokens[found].pos == "ADP":
        found = tree.child(found, "pobj")
    if found is None or found < index:
        return None
    return found


def _empty_object(tree: Tree, book: CueBook, thing: int) -> bool:
    """An object that only names the speech itself ("issued a statement"), or refers to nothing."""
    token = tree.tokens[thing]
    if token.pos == "PRON" and token.tag in ("PRP", "WDT", "WP"):
        return True
    return token.lemma in book.carriers or token.tag == "PRP$"


def _is_time(tree: Tree, index: int) -> bool:
    return tree.tokens[index].entity.endswith(("DATE", "TIME"))


# --- who -----------------------------------------------------------------------------------------------


def subject(tree: Tree, book: CueBook, index: int) -> set[int] | None:
    """The noun phrase that does what the verb says, through conjunctions, participles and relatives."""
    tokens = tree.tokens
    seen: set[int] = set()
    while index not in seen:
        seen.add(index)
        own = tree.child(index, *SUBJECTS)
        token = tokens[index]
        if own is not None:
            if tokens[own].tag in ("WP", "WDT") and token.dep == "relcl":
                return noun_phrase(tree, token.head)
            if tokens[own].dep == "csubj":
                return None
            return noun_phrase(tree, own)
        agent = _agent(tree, index)
        if agent is not None:
            return noun_phrase(tree, agent)
        head = token.head
        if token.dep == "acl" and tokens[head].pos in _NOUNS:
            if tokens[head].lemma not in book.carriers and tokens[head].lemma not in book.nouns:
                return noun_phrase(tree, head) if token.tag == "VBG" else None
            owner = possessor(tree, head)
            if owner is not None:
                return owner
            index = tokens[head].head
            continue
        if head == index or token.dep in ("relcl", "csubj", "ccomp"):
            return None
        if tree.children(head, *PASSIVE_SUBJECTS) and token.dep in ("xcomp", "conj"):
            passive = tree.child(head, *PASSIVE_SUBJECTS)
            return noun_phrase(tree, passive) if passive is not None else None
        if token.dep == "prep" or tokens[head].pos == "ADP":
            index = head
            continue
        if token.dep in ("conj", "xcomp", "advcl", "pcomp", "dep", "prep", "appos"):
            index = head
            continue
        return None
    return None


def possessor(tree: Tree, noun: int) -> set[int] | None:
    """Whose noun it is: "the minister's warning", "a warning from/by the minister"."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        return tree.subtree(owner, without=("case",))
    for preposition in tree.children(noun, "prep"):
        if tree.tokens[preposition].lemma in ("from", "by"):
            governed = tree.child(preposition, "pobj")
            if governed is not None:
                return noun_phrase(tree, governed)
    return None


def noun_phrase(tree: Tree, head: int) -> set[int]:
    """A noun phrase with its apposition, without relative clauses; contiguous around its head."""
    inside = tree.subtree(head, without=_BRANCHES_OF_NAME | {"conj", "cc"})
    inside |= _conjuncts(tree, head)
    low = high = head
    while low - 1 in inside or (low - 2 in inside and tree.tokens[low - 1].text == ","):
        low -= 1
    while high + 1 in inside or (high + 2 in inside and tree.tokens[high + 1].text in (",", "-")):
        high += 1
    return set(range(low, high + 1))


def _conjuncts(tree: Tree, head: int) -> set[int]:
    found: set[int] = set()
    for child in tree.children(head, "cc", "conj"):
        if tree.tokens[child].dep == "cc":
            found.add(child)
        elif tree.tokens[child].pos in _NOUNS:
            found |= tree.subtree(child, without=_BRANCHES_OF_NAME)
    return found


def _agent(tree: Tree, index: int) -> int | None:
    by = tree.child(index, "agent")
    return tree.child(by, "pobj") if by is not None else None


# --- passives and relays ---------------------------------------------------------------------------------


def _passive(tree: Tree, book: CueBook, index: int, frames: dict[str, Cue]) -> list[Found]:
    """"He was told that …", "It was reported that …", "She is expected to …"."""
    agent = _agent(tree, index)
    raised = tree.child(index, *PASSIVE_SUBJECTS)
    content: set[int] = set()
    frame, hearer = "", None
    for clause in tree.children(index, "ccomp"):
        frame, content = "clause", _clause(tree, clause)
    for clause in tree.children(index, "xcomp"):
        if not content and _has_to(tree, clause):
            if "hearer" in frames:
                frame, content = "infinitive", tree.subtree(clause)
            elif "impersonal" in frames and raised is not None:
                frame, content = "impersonal", tree.subtree(raised) | tree.subtree(clause)
    if not content:
        if agent is None or not ({"judgement", "object"} & frames.keys()) or raised is None:
            return []
        if tree.tokens[raised].pos == "PRON":
            return []
        frame, content = ("judgement" if "judgement" in frames else "object"), tree.subtree(raised)
        for preposition in tree.children(index, "prep"):
            if preposition > index and tree.tokens[preposition].lemma in ("of", "for", "as"):
                content |= tree.subtree(preposition)
    if raised is not None and frame != "impersonal" and "hearer" in frames:
        hearer = noun_phrase(tree, raised)
    cue = frames.get(frame) or next(iter(frames.values()))
    return [
        Found(
            head=index,
            cue=tree.verb_group(index) | set(tree.children(index, "agent")),
            act=cue.act,
            frame=frame,
            force=cue.force,
            modality=cue.modality,
            speaker=noun_phrase(tree, agent) if agent is not None else None,
            hearer=hearer,
            content=content,
            takes_quote=frame == "clause",
        )
    ]


def _relayed(tree: Tree, book: CueBook, index: int) -> list[Found]:
    """"X cited Y as saying …", "Y was quoted (by X) as saying …", "X cited sources claiming …"."""
    lemma = tree.tokens[index].lemma
    how = book.relays[lemma]
    passive = tree.is_passive(index)
    quoted = tree.child(index, *PASSIVE_SUBJECTS) if passive else tree.child(index, "dobj")
    if quoted is None and passive and tree.tokens[index].dep in ("acl", "advcl"):
        quoted = tree.tokens[index].head
    outer_head = _agent(tree, index)
    if passive:
        outer = noun_phrase(tree, outer_head) if outer_head is not None else None
    else:
        outer = subject(tree, book, index)
    inner = _said_within(tree, book, index, quoted)
    if inner is None or (not passive and outer is None):
        return []
    content = _inner_content(tree, inner)
    cue = tree.verb_group(index) | {inner}
    cue |= {child for child in range(index, inner) if tree.tokens[child].lemma == "as"}
    speaker = None
    if quoted is not None and not _hides(tree, quoted):
        speaker = noun_phrase(tree, quoted) - cue
    found = Found(
        head=inner,
        cue=cue,
        act=book.verbs[tree.tokens[inner].lemma][0].act,
        frame="relay",
        speaker=speaker,
        content=content - cue,
        takes_quote=True,
    )
    if outer is not None:
        found.relay = (outer, how)
    return [found, Found(head=index, cue=set(), act="speech", frame="", relay=None)]


def _hides(tree: Tree, quoted: int) -> bool:
    return tree.tokens[quoted].tag in ("WDT",)


def _said_within(tree: Tree, book: CueBook, index: int, quoted: int | None) -> int | None:
    """The participle of saying that a citing verb leads to."""
    heads = [index] if quoted is None else [index, quoted]
    for head in heads:
        for child in tree.children(head):
            token = tree.tokens[child]
            if token.lemma == "as" and child > index:
                for below in tree.children(child, "pcomp", "advcl"):
                    if tree.tokens[below].lemma in book.verbs:
                        return below
            said = token.tag == "VBG" and token.dep in ("acl", "advcl", "xcomp", "pcomp", "ccomp")
            if said and child > index and token.lemma in book.verbs:
                return child
    return None


def _inner_content(tree: Tree, inner: int) -> set[int]:
    for clause in tree.children(inner, "ccomp", "xcomp", "dobj"):
        return _clause(tree, clause)
    return set()


# --- nouns and fixed phrases -----------------------------------------------------------------------------


def _noun(tree: Tree, book: CueBook, index: int) -> list[Found]:
    """"His warning that …", "issued a warning to Tokyo", "the claim that …", "plans to …"."""
    tokens = tree.tokens
    content: set[int] = set()
    frame = ""
    for clause in tree.children(index, "acl", "ccomp", "appos"):
        marked = any(tokens[child].lemma == "that" for child in tree.children(clause, "mark"))
        if clause > index and (marked or (_has_to(tree, clause) and tokens[clause].dep != "appos")):
            frame, content = ("clause" if marked else "infinitive"), tree.subtree(clause)
            break
    verb = tokens[index].head
    light = tokens[index].dep == "dobj" and tokens[verb].lemma in book.light
    if not content:
        for preposition in tree.children(index, "prep"):
            if tokens[preposition].lemma in ("about", "over", "regarding", "against", "for", "on", "of"):
                governed = tree.child(preposition, "pobj", "pcomp")
                if governed is not None and (light or tokens[preposition].lemma in ("about", "over")):
                    frame, content = "object", tree.subtree(governed)
                    break
    speaker = possessor(tree, index)
    if light and speaker is None:
        speaker = subject(tree, book, verb)
    if not content and not light:
        return []
    if frame == "object" and speaker is None:
        return []
    return [
        Found(
            head=index,
            cue=(tree.verb_group(verb) if light else set()) | {index},
            act=book.nouns[tokens[index].lemma],
            frame=frame or "light",
            speaker=speaker,
            hearer=_noun_hearer(tree, index, verb if light else index),
            content=content,
            takes_quote=light,
        )
    ]


def _noun_hearer(tree: Tree, noun: int, verb: int) -> set[int] | None:
    """"A warning to Tokyo"."""
    for head in (noun, verb):
        for preposition in tree.children(head, "prep", "dative"):
            if tree.tokens[preposition].lemma == "to":
                governed = tree.child(preposition, "pobj")
                if governed is not None:
                    return noun_phrase(tree, governed)
    return None


def _according(tree: Tree, index: int) -> list[Found]:
    """"According to X, …": the rest of the sentence is the content."""
    tokens = tree.tokens
    to = next((child for child in tree.children(index) if tokens[child].lemma == "to"), None)
    if to is None and index + 1 < len(tokens) and tokens[index + 1].lemma == "to":
        to = index + 1
    governed = tree.child(to, "pobj") if to is not None else None
    if to is None or governed is None:
        return []
    speaker = tree.subtree(governed)
    phrase = tree.subtree(index) | speaker | {to}
    sentence = tree.sentences[tree.sentence(index)]
    head = tokens[index].head
    clause = head if tokens[head].pos in ("VERB", "AUX") else None
    inside = (
        tree.subtree(clause)
        if clause is not None
        else {
            at for at in range(sentence.first, sentence.last)
        }
    )
    if clause is not None and (_WEAK or _TRAILING):
        root_side = inside
        if max(root_side) - min(root_side) < (sentence.last - sentence.first) // 3:
            inside = set(range(sentence.first, sentence.last))
    return [
        Found(
            head=index,
            cue={index, to},
            act="speech",
            frame="according",
            speaker=speaker - {index, to},
            content=inside - phrase,
        )
    ]
