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
_ABOUT = frozenset({"about", "over", "regarding", "concerning"})
_TOPICAL = _ABOUT | {"against", "for", "on", "of"}
_LOOSE = frozenset({"object", "judgement"})
_THINGS = frozenset({"it", "this", "that", "these", "those", "which", "what", "there"})
_SOMEBODY = ("PERSON", "ORG", "NORP", "GPE")


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
    taken: set[int] = set()  # cue words that a relay has used
    for index, token in enumerate(tree.tokens):
        if token.tag.startswith("VB") and token.lemma in book.relays:
            for relayed in _relayed(tree, book, index):
                taken |= {index, relayed.head}
                found.append(relayed)
        if index in taken:
            continue
        if token.tag.startswith("VB") and token.lemma in book.verbs:
            found.extend(_verb(tree, book, index))
        elif token.pos == "NOUN" and token.lemma in book.nouns:
            found.extend(_noun(tree, book, index))
        elif token.lemma in ("accord", "according"):
            found.extend(_according(tree, index))
    return found


# --- verbs ---------------------------------------------------------------------------------------------


def _verb(tree: Tree, book: CueBook, index: int) -> list[Found]:
    cues = book.verbs[tree.tokens[index].lemma]
    frames = {frame: cue for cue in reversed(cues) for frame in cue.frames}
    token = tree.tokens[index]
    if token.dep in ("aux", "auxpass", "amod", "compound"):
        return []
    if token.text.lower() == "citing" and tree.tokens[token.head].lemma in book.verbs:
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
        hearer=noun_phrase(tree, hearer_head)
        if hearer_head is not None
        else _hearer_above(tree, book, index),
    )
    for frame, content in _contents(tree, book, index, frames, hearer_head):
        must_be_somebody = frame in _LOOSE or frames[frame].somebody
        if must_be_somebody and not _can_speak(tree, book, index, speaker):
            continue
        if _unanswered(tree, book, index, content):
            return []
        told = _as(base, frames[frame], frame, content | _condition(tree, index, content))
        return [_citing(tree, told)]
    if "quote" in frames or "clause" in frames:
        cue = frames.get("quote", frames.get("clause"))
        if cue is not None:
            open_frame = _as(base, cue, "quote", set())
            open_frame.takes_quote = True
            return [open_frame]
    return []


def _unanswered(tree: Tree, book: CueBook, index: int, content: set[int]) -> bool:
    """Reads "Declined to comment", "asked for comment": nothing is said by that. """
    if tree.tokens[index].lemma not in ("decline", "refuse", "ask", "request"):
        return False
    words = [at for at in sorted(content) if tree.tokens[at].tag not in ("TO", "DT", "JJ")]
    return bool(words) and tree.tokens[words[0]].lemma in book.unanswered


def _citing(tree: Tree, told: Found) -> Found:
    """Reads "X reported, citing two officials, that …": theirs are the words, X passes them on. """
    for clause in tree.children(told.head, "advcl", "prep", "acl"):
        cited = tree.child(clause, "dobj", "pobj")
        if cited is None or tree.tokens[clause].text.lower() != "citing":
            continue
        if told.speaker and tree.tokens[cited].pos in _NOUNS:
            told.relay = (told.speaker, "cites")
            told.speaker = tree.subtree(cited, without=_BRANCHES_OF_NAME)
            told.content -= tree.subtree(clause)
    return told


def _can_speak(tree: Tree, book: CueBook, index: int, speaker: set[int] | None) -> bool:
    """Whether the subject is somebody: "the result underscores the problem" is nobody's say-so."""
    if not speaker:
        return tree.tokens[index].dep != "ROOT"
    head = next((at for at in sorted(speaker) if tree.tokens[at].head not in speaker), min(speaker))
    token = tree.tokens[head]
    if token.pos == "PRON":
        return token.text.lower() not in _THINGS
    if token.lemma in book.carriers:
        return True
    return token.pos == "PROPN" or token.lemma in book.people or token.entity.endswith(_SOMEBODY)


def _condition(tree: Tree, index: int, content: set[int]) -> set[int]:
    """The "if" clause after a content: a condition belongs to what was said."""
    found: set[int] = set()
    last = max(content)
    for head in (index, tree.tokens[index].head):
        for clause in tree.children(head, "advcl", "ccomp"):
            inside = tree.subtree(clause)
            if min(inside) > last and (head == index or min(inside) == last + 1):
                if _is_conditional(tree, clause) or tree.tokens[clause].dep == "ccomp":
                    found |= set(range(last + 1, max(inside) + 1))
                    last = max(inside)
    return found


def _is_conditional(tree: Tree, clause: int) -> bool:
    if any(tree.tokens[child].lemma in ("if", "unless") for child in tree.children(clause, "mark")):
        return True
    first = min(tree.subtree(clause))
    return tree.tokens[first].text in ("should", "were") and tree.tokens[first].dep.startswith("aux")


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
            if clause > index and _governs_before(tree, index, clause, frames):
                continue
            if clause > index and not _finite(tree, clause):
                continue
            if frame == "clause" or clause < index or _quoted_near(tree, clause):
                found.append((frame, _clause(tree, book, clause)))
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
            whole = tree.subtree(thing)
            found.append(("object", whole - _asides(tree, book, whole)))
    for preposition in tree.children(index, "prep", "prt"):
        if tokens[preposition].lemma in frames:
            governed = tree.child(preposition, "pobj", "pcomp")
            if governed is not None and not _is_time(tree, governed):
                whole = tree.subtree(governed)
                found.append((tokens[preposition].lemma, whole - _asides(tree, book, whole)))
    return found


def _governs_before(tree: Tree, index: int, clause: int, frames: dict[str, Cue]) -> bool:
    """Reads "Warned of reprisals if …": the clause is the condition of what a preposition governs. """
    bare = not tree.children(clause, "mark", *SUBJECTS, *PASSIVE_SUBJECTS)
    if not bare and not _is_conditional(tree, clause):
        return False
    return any(
        tree.tokens[preposition].lemma in frames and index < preposition < clause
        for preposition in tree.children(index, "prep")
    )


def _clause(tree: Tree, book: CueBook, head: int) -> set[int]:
    """The clause without what joins it to its neighbours."""
    content = tree.subtree(head)
    for child in tree.children(head, *_WEAK):
        if child < head and tree.tokens[child].dep == "cc":
            content.discard(child)
    return content - _asides(tree, book, content)


def _asides(tree: Tree, book: CueBook, content: set[int]) -> set[int]:
    """Participles of saying after a comma (", stressing that …"): a telling of their own."""
    found: set[int] = set()
    for index in content:
        token = tree.tokens[index]
        if token.tag != "VBG" or token.dep not in ("advcl", "acl", "conj"):
            continue
        branch = tree.subtree(index)
        first = min(branch)
        if first > 0 and tree.tokens[first - 1].text == "," and token.lemma in book.verbs:
            found |= branch | {first - 1}
    return found


def _finite(tree: Tree, clause: int) -> bool:
    """Whether a clause has a finite verb or a subordinator; "called it a lie" has neither."""
    group = [clause, *tree.children(clause, "aux", "auxpass", "cop")]
    if any(tree.tokens[index].tag in ("VBD", "VBZ", "VBP", "MD") for index in group):
        return True
    if tree.children(clause, "mark"):
        return True
    return any(tree.tokens[index].tag in ("WP", "WRB", "WDT") for index in tree.subtree(clause))


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


def _hearer_above(tree: Tree, book: CueBook, index: int) -> set[int] | None:
    """Reads "Issued a warning to Tokyo, stressing that …": whom the verb above it was said to. """
    token = tree.tokens[index]
    noun = tree.child(token.head, "dobj")
    if token.dep != "advcl" or noun is None or tree.tokens[noun].lemma not in book.nouns:
        return None
    return _noun_hearer(tree, noun, token.head)


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
            owner = possessor(tree, own) if tokens[own].lemma in book.carriers else None
            return owner or noun_phrase(tree, own)
        agent = _agent(tree, index)
        if agent is not None:
            return noun_phrase(tree, agent)
        head = token.head
        if token.dep == "acl" and tokens[head].pos in _NOUNS:
            after_comma = index > 0 and tokens[min(tree.subtree(index)) - 1].text == ","
            if after_comma and tokens[head].dep in ("dobj", "pobj", "attr", "ccomp"):
                index = next((up for up in tree.ancestors(head) if tokens[up].pos == "VERB"), head)
                continue
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
            teller = _teller(tree, book, index)
            index = head if teller is None else teller
            continue
        return None
    return None


def _teller(tree: Tree, book: CueBook, index: int) -> int | None:
    """The cue whose content a participle follows: "he said it is late, stressing that …" is his too."""
    token = tree.tokens[index]
    if token.tag != "VBG" or tree.tokens[min(tree.subtree(index)) - 1].text != ",":
        return None
    clause = tree.tokens[token.head]
    if clause.dep == "ccomp" and tree.tokens[clause.head].lemma in book.verbs:
        return clause.head
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
    inside = tree.subtree(head, without=_BRANCHES_OF_NAME)
    for child in tree.children(head, "conj"):
        if tree.tokens[child].pos not in _NOUNS:
            inside -= tree.subtree(child)
            inside -= {other for other in tree.children(head, "cc") if other < child}
    low = high = head
    while low - 1 in inside or (low - 2 in inside and tree.tokens[low - 1].text == ","):
        low -= 1
    while high + 1 in inside or (high + 2 in inside and tree.tokens[high + 1].text in (",", "-")):
        high += 1
    return set(range(low, high + 1))


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
        frame, content = "clause", _clause(tree, book, clause)
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
    if not passive and how != "cites":
        return []
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
    content = _inner_content(tree, book, inner)
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
    return [found]


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


def _inner_content(tree: Tree, book: CueBook, inner: int) -> set[int]:
    for clause in tree.children(inner, "ccomp", "xcomp", "dobj"):
        return _clause(tree, book, clause)
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
        beside = tree.children(verb, "prep") if light else []
        for preposition in (*tree.children(index, "prep"), *beside):
            word = tokens[preposition].text.lower()
            if word in _TOPICAL:
                governed = tree.child(preposition, "pobj", "pcomp")
                if governed is not None and (light or word in _ABOUT):
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
