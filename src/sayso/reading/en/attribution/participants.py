"""Who speaks and who is spoken to: noun phrases around a cue."""

from __future__ import annotations

from collections.abc import Collection

from sayso.books.cues import CueBook
from sayso.reading.en.tags import PAST_FORMS
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

# What a name does not take with it: clauses that tell more of the one named.
CLAUSES_OF_NAME = frozenset({"relcl", "acl", "advcl", "punct"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_LEADS_UP = frozenset({"conj", "xcomp", "advcl", "pcomp", "dep", "prep", "appos"})
_THINGS = frozenset({"it", "this", "that", "these", "those", "which", "what", "there"})
# Before whom one appeals to: "called on Oslo to wait", "appealed to the rebels to wait".
ASKED = frozenset({"on", "upon", "to"})
_OF_SUBJECTS = frozenset({"after", "before", "since", "while", "despite", "without"})
_RECEIVING = frozenset({"receive", "get", "obtain"})
RELATIVES = frozenset({"WP", "WDT"})  # tags of relative pronouns
_SOMEBODY = ("PERSON", "ORG", "NORP", "GPE")


def subject(tree: Tree, book: CueBook, index: int) -> set[int] | None:
    """The noun phrase that does what the verb says, through conjunctions, participles and relatives."""
    seen: set[int] = set()
    while index not in seen:
        seen.add(index)
        found = _own_subject(tree, book, index)
        if found is not None:
            return found or None
        step = _step_up(tree, book, index)
        if not isinstance(step, int):
            return step
        index = step
    return None


def speaker_of_verb(tree: Tree, book: CueBook, index: int) -> set[int] | None:
    """The subject of a cue; in "the mayor, who said …" with the pronoun that stands for it."""
    found = subject(tree, book, index)
    pronoun = next((at for at in tree.children(index, *SUBJECTS) if at < index), None)
    if not found or pronoun is None or tree.tokens[pronoun].tag not in RELATIVES:
        return found
    between = range(max(found) + 1, pronoun)
    if max(found) < pronoun and all(tree.tokens[at].text == "," for at in between):
        return {*found, *between, pronoun}
    return found


def _own_subject(tree: Tree, book: CueBook, index: int) -> set[int] | None:
    """The verb's own subject or agent; None where it has none, empty where it is no noun."""
    token = tree.tokens[index]
    own = next(reversed(tree.children(index, *SUBJECTS)), None)
    if own is None:
        agent = agent_of(tree, index)
        return noun_phrase(tree, agent) if agent is not None else None
    if tree.tokens[own].tag in RELATIVES and token.dep in ("relcl", "conj"):
        clause = _first_joined(tree, index)
        if tree.tokens[clause].dep == "relcl":
            return noun_phrase(tree, tree.tokens[clause].head)
    if tree.tokens[own].dep == "csubj":
        return set()
    owner = possessor(tree, own) if tree.tokens[own].lemma in book.carriers else None
    return owner or noun_phrase(tree, own)


def _first_joined(tree: Tree, index: int) -> int:
    """The first of the clauses that are joined: "whom he appointed and who now …"."""
    while tree.tokens[index].dep == "conj":
        index = tree.tokens[index].head
    return index


def _step_up(tree: Tree, book: CueBook, index: int) -> int | set[int] | None:
    """Where the subject of a verb without one is: another verb, a noun phrase, or nowhere."""
    token = tree.tokens[index]
    head = token.head
    if head == index:
        return None
    received = _received(tree, book, index)
    if received is not None:
        return received or None
    if token.dep == "acl" and tree.tokens[head].pos in NOUNS:
        return _of_modified(tree, book, index)
    if token.tag in PAST_FORMS and token.dep == "conj" and tree.tokens[head].dep == "acl":
        return None  # "made by X and called Y": whoever made it need not call it so
    passive = tree.child(head, *PASSIVE_SUBJECTS)
    beside = token.dep == "prep" and token.lemma in _OF_SUBJECTS
    if passive is not None and (token.dep in ("xcomp", "conj") or beside):
        return noun_phrase(tree, passive)  # "was freed after opening fire"
    if token.dep in _LEADS_UP or tree.tokens[head].pos == "ADP":
        teller = _teller(tree, book, index)
        return head if teller is None else teller
    return None


def _received(tree: Tree, book: CueBook, index: int) -> set[int] | None:
    """Reads "received a note from Oslo warning that …": whoever it is from says it; None where nothing was received."""
    noun, verb = tree.tokens[index].head, tree.tokens[index].head
    if tree.tokens[noun].pos != "VERB":
        verb = tree.tokens[noun].head
    if tree.tokens[index].tag != "VBG" or tree.tokens[verb].lemma not in _RECEIVING:
        return None
    thing = tree.child(verb, "dobj")
    if thing is None or tree.tokens[thing].lemma not in book.carriers | book.nouns.keys():
        return None
    senders = (
        tree.child(at, "pobj")
        for head in (thing, verb)
        for at in tree.children(head, "prep")
        if tree.tokens[at].lemma == "from"
    )
    sender = next((at for at in senders if at is not None), None)
    return noun_phrase(tree, sender) - tree.subtree(index) if sender is not None else set()


def _of_modified(tree: Tree, book: CueBook, index: int) -> int | set[int] | None:
    """The subject of a participle after a noun: that noun, its owner, or whoever governs the clause."""
    token = tree.tokens[index]
    noun = tree.tokens[token.head]
    after_comma = index > 0 and tree.tokens[min(tree.subtree(index)) - 1].text == ","
    if after_comma and noun.dep in ("dobj", "pobj", "attr", "ccomp"):
        return next(
            (up for up in tree.ancestors(token.head) if tree.tokens[up].pos == "VERB"), None
        )
    if noun.lemma in book.carriers or noun.lemma in book.nouns:
        above = tree.tokens[noun.head].lemma
        given = above in (book.light if noun.dep == "dobj" else book.occasion_prepositions)
        owner = possessor(tree, token.head)
        return owner or (noun.head if given else noun_phrase(tree, token.head))
    return noun_phrase(tree, token.head) if token.tag == "VBG" else None


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
    inside = tree.subtree(head, without=CLAUSES_OF_NAME)
    for child in tree.children(head, "conj"):
        if tree.tokens[child].pos not in NOUNS:
            inside -= tree.subtree(child)
            inside -= {other for other in tree.children(head, "cc") if other < child}
    low = high = head
    while low - 1 in inside or (low - 2 in inside and tree.tokens[low - 1].text in (",", "-")):
        low -= 1
    while high + 1 in inside or (high + 2 in inside and tree.tokens[high + 1].text in (",", "-")):
        high += 1
    return set(range(low, high + 1))


def agent_of(tree: Tree, index: int) -> int | None:
    """Who does what a passive verb says: the head of its "by" phrase."""
    by = tree.child(index, "agent")
    return tree.child(by, "pobj") if by is not None else None


def head_of(tree: Tree, phrase: Collection[int]) -> int:
    """The head of a noun phrase."""
    return next((at for at in sorted(phrase) if tree.tokens[at].head not in phrase), min(phrase))


def is_thing(tree: Tree, book: CueBook, speaker: set[int] | None) -> bool:
    """Whether the subject is a common noun of nobody: "the survey shows"."""
    if not speaker:
        return False
    token = tree.tokens[head_of(tree, speaker)]
    return (
        token.pos == "NOUN"
        and token.lemma not in book.people
        and not token.entity.endswith(_SOMEBODY)
    )


def is_document(tree: Tree, book: CueBook, speaker: set[int] | None) -> bool:
    """Whether the subject is a memo, a poll, a film: what it says or shows is published."""
    if not speaker:
        return False
    token = tree.tokens[head_of(tree, speaker)]
    return token.pos == "NOUN" and token.lemma in book.documents


def can_speak(tree: Tree, book: CueBook, speaker: set[int] | None) -> bool:
    """Whether the subject is somebody: "the result underscores the problem" is nobody's say-so."""
    if not speaker:
        return False
    token = tree.tokens[head_of(tree, speaker)]
    if token.pos == "PRON":
        return token.text.lower() not in _THINGS
    if token.lemma in book.carriers:
        return True
    return token.pos == "PROPN" or token.lemma in book.people or token.entity.endswith(_SOMEBODY)


def hearer_of_verb(tree: Tree, index: int) -> int | None:
    """The object or dative that is spoken to; with "to" beside the verb too ("said to reporters")."""
    found = tree.child(index, "dative", "dobj")
    if found is not None and tree.tokens[found].pos == "ADP":
        found = tree.child(found, "pobj")
    if found is None or found < index:
        return None
    return found


def hearer_asked(tree: Tree, index: int) -> int | None:
    """Whom one appeals to: "called on Oslo to wait", "appealed to the rebels to wait"."""
    for preposition in tree.children(index, "prep"):
        governed = tree.child(preposition, "pobj")
        if tree.tokens[preposition].lemma not in ASKED or governed is None:
            continue
        if not tree.tokens[governed].entity.endswith(("DATE", "TIME")):
            return governed
    return None


def hearer_above(tree: Tree, book: CueBook, index: int) -> set[int] | None:
    """Reads "Issued a warning to Tokyo, stressing that …": whom the verb above it was said to."""
    token = tree.tokens[index]
    noun = tree.child(token.head, "dobj")
    if token.dep != "advcl" or noun is None or tree.tokens[noun].lemma not in book.nouns:
        return None
    return hearer_of_noun(tree, noun, token.head)


def hearer_of_noun(tree: Tree, noun: int, verb: int) -> set[int] | None:
    """Whom the noun is for: "a warning to Tokyo", "gave Tokyo a warning"."""
    for head in (noun, verb):
        for given in tree.children(head, "prep", "dative"):
            if tree.tokens[given].pos in NOUNS:
                return noun_phrase(tree, given)
            if tree.tokens[given].lemma == "to":
                governed = tree.child(given, "pobj")
                if governed is not None:
                    return noun_phrase(tree, governed)
    return None
