"""What follows an order behind "or" or "otherwise", hung on a word before it: "told Oslo to stop the raids | or brace for war".

The parser joins such an "or" to the last noun or verb before it, or takes the fate ("face", "brace") for a noun.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

# Verbs and nouns by which somebody is ordered, asked or given a time to do something.
_ORDERING = frozenset(
    {"tell", "order", "ask", "instruct", "command", "direct", "urge", "call", "press", "appeal"}
    | {
        "exhort",
        "implore",
        "pressure",
        "warn",
        "caution",
        "advise",
        "admonish",
        "counsel",
        "enjoin",
    }
    | {"give", "set", "issue", "have", "leave", "get", "demand", "ultimatum", "deadline", "order"}
    | {"oblige", "require", "force", "invite", "beg", "remind"}
)
_OBLIGING = frozenset({"must", "should", "shall"})
_BOUND = frozenset({"have", "need", "ought", "be"})  # "has to leave"
# What befalls whoever does not do as told, and no words to come say so.
FATES = frozenset(
    {"face", "risk", "brace", "suffer", "accept", "bear", "lose", "pay", "expect", "incur", "reap"}
    | {"prepare", "await", "endure", "forfeit", "taste", "invite", "confront", "court", "undergo"}
)
_WORN = frozenset({"mask", "shield", "covering", "cream", "paint"})  # "gowns or face masks"
_COMING = frozenset({"will", "would", "shall", "wo", "'ll", "’ll"})
_NEAR = 12  # words between the "or" and the "will" of what follows
_OPENING = frozenset({":", "“", '"', "‘", "'", "«"})
_SOURCES = frozenset({"accord", "according"})
_PARTS = frozenset({";", ".", "!", "?"})


def follows(seen: Seen) -> Iterator[Change]:
    """Hangs the "or" and what follows it on the verb of the order."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        if tokens[at].lemma == "otherwise" and tokens[at - 1].text != ",":
            continue
        ordered = _ordered(seen, at)
        if ordered is None or at + 2 >= seen.sentence.last:
            continue
        yield from _behind_colon(seen, ordered)
        yield from _in_terms(tree, ordered)
        coming = _coming(seen, at)
        if coming is not None:
            yield from _clause(tree, at, ordered, coming)
        elif (
            tokens[at].tag == "CC"
            and tokens[at + 1].lemma in FATES
            and tokens[at + 2].lemma not in _WORN
        ):
            yield from _fate(tree, at, ordered)


def _ordered(seen: Seen, either: int) -> int | None:
    """The verb of the nearest order before an "or": "must leave", "told Oslo to leave", "let Oslo leave"."""
    tree, tokens = seen.tree, seen.tree.tokens
    infinitive = None
    for at in range(either - 1, seen.sentence.first - 1, -1):
        token = tokens[at]
        if token.text in _PARTS or token.lemma in ("or", "whether", "either"):
            return None
        if token.tag == "VB" and tokens[at - 1].tag == "TO":
            infinitive = at
        if infinitive is not None and token.lemma in _ORDERING and at < infinitive - 1:
            return infinitive  # of the order nearest to it
        bound = token.tag == "VB" and any(
            tokens[one].lemma in _OBLIGING for one in tree.children(at, "aux") if one < at
        )
        let = token.tag == "VB" and token.dep == "ccomp" and tokens[token.head].lemma == "let"
        if bound or (let and token.head < at and _opens(seen, token.head)):
            return at
        if token.tag in ("VB", "VBP") and _opens(seen, at):
            return at
    return None


def _behind_colon(seen: Seen, ordered: int) -> Iterator[Change]:
    """Hangs the order behind a colon on what was told before it: "said it had a choice: leave or …"."""
    tree, tokens = seen.tree, seen.tree.tokens
    told = tree.child(ordered, "ccomp")
    colons = (at for at in range(seen.sentence.first, ordered) if tokens[at].text == ":")
    colon = next(colons, ordered)
    if told is None or not told < colon < ordered or tokens[told].lemma not in seen.book.verbs:
        return
    said = tree.child(told, "ccomp")
    if said is None or not told < said < colon:
        return
    root = tokens[ordered].head == ordered
    yield told, {"head": told if root else tokens[ordered].head, "dep": tokens[ordered].dep}
    yield ordered, {"head": said, "dep": "parataxis"}
    if root:
        end = seen.sentence.last - 1
        yield end, {"head": told}


def _in_terms(tree: Tree, ordered: int) -> Iterator[Change]:
    """Reads "told Oslo in plain terms | to leave", where the parser hangs the order on the terms."""
    tokens = tree.tokens
    noun = tokens[ordered].head
    phrase = tokens[noun].head
    verb = tokens[phrase].head
    manner = tokens[noun].dep == "pobj" and tokens[phrase].lemma in ("in", "at", "during", "with")
    if manner and tokens[verb].lemma in _ORDERING and tokens[verb].pos == "VERB":
        yield ordered, {"head": verb, "dep": "xcomp"}


def _opens(seen: Seen, at: int) -> bool:
    """Whether a bare verb opens its sentence, a quotation, or what follows a colon: an order."""
    tokens, first = seen.tree.tokens, seen.sentence.first
    start = at
    while start > first and tokens[start - 1].lemma in ("do", "not", "please"):
        start -= 1
    raised = seen.tree.children(at, *SUBJECTS, *PASSIVE_SUBJECTS)
    if any(one >= start for one in raised):
        return False
    return start == first or tokens[start - 1].text in _OPENING


def _coming(seen: Seen, either: int) -> int | None:
    """The verb to come of a clause behind an "or" that has a subject of its own."""
    tokens = seen.tree.tokens
    last = min(either + _NEAR, seen.sentence.last)
    for at in range(either + 1, last):
        if tokens[at].tag == "MD":
            verb = tokens[at].head
            fit = tokens[at].text.lower() in _COMING and at > either + 1 and verb > at
            return verb if fit and tokens[verb].pos in ("VERB", "AUX") else None
        if tokens[at].text in ",;:" or tokens[at].tag in ("VBD", "VBZ", "VBP"):
            return None
    return None


def _clause(tree: Tree, either: int, ordered: int, coming: int) -> Iterator[Change]:
    """Joins the clause to the order, and gives it its subject."""
    tokens = tree.tokens
    above = [ordered, *tree.ancestors(ordered)]
    if coming in above:  # the order hangs on what follows it
        top = above[above.index(coming) - 1]
        root = tokens[coming].head == coming
        yield top, {"head": top if root else tokens[coming].head, "dep": tokens[coming].dep}
        for one in tree.children(coming):
            if one < either and one != top:
                yield one, {"head": top}
    raised = tree.child(coming, *SUBJECTS, *PASSIVE_SUBJECTS)
    modal = next(
        at for at in tree.children(coming, "aux") if tokens[at].tag == "MD" and at > either
    )
    if raised is None or not either < raised < modal:
        names = range(either + 1, modal)
        tops = (at for at in names if tokens[at].head not in names and tokens[at].pos != "PUNCT")
        head = next((at for at in tops if tokens[at].pos in ("NOUN", "PROPN", "PRON")), None)
        if head is None:
            return
        passive = bool(tree.children(coming, "auxpass"))
        yield head, {"head": coming, "dep": "nsubjpass" if passive else "nsubj"}
    for one in tree.children(coming, "prep"):
        if tokens[one].lemma in _SOURCES and tokens[one - 1].text == ",":
            yield one, {"head": ordered}  # "…, according to X" tells the whole
    yield coming, {"head": ordered, "dep": "conj"}
    if tokens[either].tag == "CC":
        yield either, {"head": ordered, "dep": "cc"}


def _fate(tree: Tree, either: int, ordered: int) -> Iterator[Change]:
    """Joins what befalls to the order, as the verb that it is, with what it governs."""
    tokens = tree.tokens
    fate = either + 1
    noun = tokens[fate].head
    if noun > fate and tokens[fate].dep in ("compound", "amod", "nmod"):
        yield noun, {"head": fate, "dep": "dobj"}
    behind = fate + 1
    if tokens[behind].pos == "ADP" and tokens[behind].head != fate:
        yield behind, {"head": fate, "dep": "prep"}
    yield fate, {"head": ordered, "dep": "conj", "pos": "VERB", "tag": "VB"}
    yield either, {"head": ordered, "dep": "cc"}


OR_ELSE = Repair(follows, tags=frozenset({"CC", "RB"}), lemmas=lambda _: ("or", "otherwise"))
