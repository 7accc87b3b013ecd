"""The tree as the deals are read from it: the things of a row joined, each with its own party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from sayso.books.deals import DealWords
from sayso.model.reading import Token
from sayso.model.text import Mention
from sayso.reading.en.deals.gaps import Gaps
from sayso.reading.en.deals.granted import granted
from sayso.reading.en.deals.named_beside import named_beside
from sayso.reading.en.deals.rows import Gap, Phrase, Row, Rows
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.en.repairs.walk import apply
from sayso.reading.tree import Tree

# A token, the one that it is to hang on, and its label.
_Change: TypeAlias = tuple[int, int, str]
_BEFORE = {"DET": "det", "ADJ": "amod", "NUM": "nummod"}
# Labels that only the head of a phrase has.
_WHOLE = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr", "conj"})
# What two have of whom a headline says that they are in it: "Oslo, Riga in *talks*".
_TALKING = frozenset({"talk", "negotiation", "discussion", "row", "dispute"})
_JOINTS = {"CCONJ": "cc", "PUNCT": "punct", "PROPN": "conj"}
_NAMING = frozenset({"dative", "conj"})
_NOUNLY = frozenset({"dobj", "pobj", "nsubj", "nsubjpass"})
_OWN = ("compound", "amod", "nmod", "nummod", "det", "poss", "quantmod", "case", "punct")


def rehung(tree: Tree, weapons: Weapons, words: DealWords, mentions: Sequence[Mention]) -> Tree:
    """The tree with its rows put right; the same where there is nothing to mend."""
    rows = Rows(tree, weapons)
    gaps = Gaps(tree, weapons, rows, words.firms)
    mended = list(tree.tokens)
    for named in weapons.named():
        _hang(mended, list(_name(tree, named)))
    _hang(mended, list(_lists(tree, mentions)))
    _hang(mended, list(named_beside(tree, mentions)))
    _hang(mended, list(_laid_down(tree, words)))
    _hang(mended, list(granted(tree, weapons, words)))
    for sentence in tree.sentences:
        for left in gaps.of(sentence):
            phrases = (left.party, left.thing)
            inside = chain.from_iterable(_inside(tree, phrase) for phrase in phrases)
            _hang(mended, [*inside, *gaps.changes(left)])
        for row in rows.of(sentence):
            _hang(mended, list(_changes(tree, row)))
    return tree if mended == list(tree.tokens) else Tree(tuple(mended), tree.sentences)


def _hang(tokens: list[Token], changes: Sequence[_Change]) -> None:
    """Hangs words elsewhere; a name that was read as a verb becomes one."""
    apply(tokens, ((at, _fields(tokens[at], head, dep)) for at, head, dep in changes))


def _fields(token: Token, head: int, dep: str) -> dict[str, object]:
    read = token.pos == "VERB"
    named = {"pos": "PROPN", "tag": "NNP"} if read and dep in _NAMING else {}
    if token.tag == "VBZ" and dep in _NOUNLY:
        named = {"pos": "NOUN", "tag": "NNS"}
    return {"head": head, "dep": dep, **named}


def _lists(tree: Tree, mentions: Sequence[Mention]) -> Iterator[_Change]:
    """The second of several states, read as another name of the first: "Oslo, | Riga and Rome | are"."""
    states = {
        one.span.end: one.actor.id
        for one in mentions
        if one.actor is not None and one.actor.type == "state"
    }
    for at, token in enumerate(tree.tokens):
        talking = at < len(tree.tokens) - 2 and tree.tokens[at + 2].lemma in _TALKING
        if token.dep != "appos" or not (tree.children(at, "conj") or talking):
            continue
        one, other = states.get(tree.tokens[token.head].end), states.get(token.end)
        if one is not None and other is not None and one != other:
            yield at, token.head, "conj"


def _laid_down(tree: Tree, words: DealWords) -> Iterator[_Change]:
    """What a paper lays down, read as told of what the paper is: "a memorandum of understanding | under which |"."""
    for at, token in enumerate(tree.tokens):
        preposition = tree.tokens[token.head].head
        paper = tree.tokens[preposition].head
        held = token.dep == "relcl" and tree.tokens[preposition].lemma == "of"
        if held and tree.tokens[paper].lemma in words.papers:
            yield at, paper, "relcl"


def _name(tree: Tree, named: range) -> Iterator[_Change]:
    """The words of a weapon's name, on the last of them, which was read as hung on another: "Osa | fighters"."""
    last = named[-1]
    if tree.tokens[last].tag == "VBZ" and len(named) > 1:
        yield from _plural(tree, named)
        return
    top = next((at for at in named if tree.tokens[at].head not in named), None)
    if top is None or top == last or tree.tokens[last].head == last:
        return
    if tree.tokens[last].head in named or tree.tokens[top].dep in _WHOLE:
        yield last, tree.tokens[top].head, tree.tokens[top].dep
    for at in named[:-1]:
        if at == top or tree.tokens[at].head == last:
            yield at, last, "compound"


def _plural(tree: Tree, named: range) -> Iterator[_Change]:
    """The plural that ends a name, which was read as a verb: "sold Oslo 12 Osa | turboprops | from"."""
    last, name = named[-1], named[-2]
    above = tree.tokens[name].head
    role = (above, tree.tokens[name].dep)
    if above == last:
        role = (tree.tokens[last].head, "dobj")
        if not tree.tokens[role[0]].tag.startswith("VB") or role[0] >= named[0]:
            return
    if role[0] in named or role[1] not in _NOUNLY:
        return
    yield last, *role
    for at in (*tree.children(name), name):
        if at != last:
            yield at, last, "compound" if at in named else tree.tokens[at].dep


def _changes(tree: Tree, row: Row) -> Iterator[_Change]:
    """What hangs where in a row."""
    above = row.thing
    for gap in row.gaps:
        yield from _party(tree, gap)
        for number, phrase in enumerate(gap.things):
            yield from _inside(tree, phrase)
            if not number:
                yield from _between(tree, gap, above)
            yield phrase.head, above, "conj"
            above = phrase.head
        yield gap.next, above, "prep"
        governed = _governed(tree, gap.next)
        if governed is not None:
            yield governed, gap.next, "pobj"


def _party(tree: Tree, gap: Gap) -> Iterator[_Change]:
    yield from _inside(tree, gap.party)
    yield gap.party.head, gap.word, "pobj"


def _inside(tree: Tree, phrase: Phrase) -> Iterator[_Change]:
    """The words of a phrase that hang on something outside it, on its head."""
    for at in range(phrase.first, phrase.last):
        token = tree.tokens[at]
        if at != phrase.head and not phrase.first <= token.head < phrase.last:
            yield (
                at,
                phrase.head,
                "prep" if token.pos == "ADP" else _BEFORE.get(token.pos, "compound"),
            )


def _between(tree: Tree, gap: Gap, above: int) -> Iterator[_Change]:
    """What stands between a party and the next thing, and was read as hung on that thing or beyond."""
    first = gap.things[0].first
    for at in range(gap.party.last, first):
        token = tree.tokens[at]
        if token.head >= first:
            dep = _JOINTS.get(token.pos, token.dep)
            yield at, above if dep in ("cc", "punct") else gap.party.head, dep


def _governed(tree: Tree, word: int) -> int | None:
    """The head of what a preposition is written before, where the tree has hung it elsewhere."""
    at = word + 1
    if tree.children(word, "pobj") or at == len(tree.tokens):
        return None
    while at < len(tree.tokens) - 1 and tree.tokens[at].dep in _OWN and tree.tokens[at].head > at:
        at = tree.tokens[at].head
    return at if tree.tokens[at].pos in ("NOUN", "PROPN", "PRON") else None
