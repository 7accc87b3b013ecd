"""Conditions by inversion that open what is said: "should Oslo land, Bergen will fire", whatever the parser made of them."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_MARKS = frozenset({"“", '"', "‘", "'", "«", ","})
_OPENING = frozenset({"that"})
_ADVERBS = frozenset({"again", "ever", "also", "now", "even", "really", "still", "then", "indeed"})
_LOOKALIKES = ("NOUN", "VERB", "ADJ", "PROPN", "ADV")


def opening(seen: Seen) -> Iterator[Change]:
    """Hangs the clause that "should" opens, as the condition that it is, on the one behind its comma."""
    for at in seen.places:
        verb = seen.tree.tokens[at].head
        if _is_second(seen, at):
            yield from _beside(seen, at)
        if not _opens(seen, at):
            continue
        who = seen.tree.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        helps = [
            one for one in seen.tree.children(verb, "aux") if seen.tree.tokens[one].tag == "MD"
        ]
        if who is not None and at < who < verb and helps == [at]:
            yield from _turned(seen.tree, verb)
        else:
            yield from _verbless(seen, at)


def _is_second(seen: Seen, at: int) -> bool:
    """Reads "if …, we will fire, | and should Oslo land, …": one more condition in a sentence."""
    tokens = seen.tree.tokens
    before = [one.text for one in tokens[max(seen.sentence.first, at - 2) : at]]
    return before == [",", "and"]


def _beside(seen: Seen, at: int) -> Iterator[Change]:
    """Hangs a second condition on what would follow from it, and that beside the first clause."""
    tree, tokens, last = seen.tree, seen.tree.tokens, seen.sentence.last
    verb = tokens[at].head
    before = tokens[verb].head
    who = tree.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
    comma = next((one for one in range(verb, last) if tokens[one].text == ","), last)
    main = _main(tree, comma, last)
    if main is None or who is None or not at < who < verb or before > at:
        return
    if tokens[verb].dep != "conj" or tokens[before].head != main:
        return
    above = tokens[main].head
    yield before, {"head": before if above == main else above, "dep": tokens[main].dep}
    yield main, {"head": before, "dep": "conj"}
    yield verb, {"head": main, "dep": "advcl"}
    yield at - 1, {"head": before}


def _opens(seen: Seen, at: int) -> bool:
    """Whether the word opens the sentence, or what somebody says in it; no question."""
    tokens, sentence = seen.tree.tokens, seen.sentence
    before = at - 1
    first = at == sentence.first or (
        tokens[before].text in _MARKS or tokens[before].text.lower() in _OPENING
    )
    return first and tokens[sentence.last - 1].text != "?"


def _turned(tree: Tree, verb: int) -> Iterator[Change]:
    """Puts what would follow above the condition, where the parser has it below or beside: "should Oslo | land, we will fire"."""
    head, dep = tree.tokens[verb].head, tree.tokens[verb].dep
    kinds = ("ccomp",) if tree.children(verb, "cc") else ("ccomp", "conj")
    below = next((at for at in tree.children(verb, *kinds) if _follows(tree, verb, at)), None)
    apart = dep != "advcl" or head < verb
    beside = tree.children(head, "ccomp", "parataxis") if apart else []
    main = next((at for at in beside if _follows(tree, verb, at)), below)
    if main is None:
        return
    if main == below:
        yield main, {"head": main if head == verb else head, "dep": dep}
    yield verb, {"head": main, "dep": "advcl"}
    for that in tree.children(verb, "mark"):
        yield that, {"head": main}


def _follows(tree: Tree, verb: int, main: int) -> bool:
    """Whether a clause behind a comma has its own subject."""
    who = tree.child(main, *SUBJECTS, *PASSIVE_SUBJECTS)
    if who is None or not verb < who < main:
        return False
    first = min(tree.subtree(main))
    return tree.tokens[first].text == "," or tree.tokens[first - 1].text == ","


def _verbless(seen: Seen, at: int) -> Iterator[Change]:
    """Reads "should Oslo | ram boats, Bergen will …", where the parser takes the verb for a part of the name of the boats."""
    tree, tokens, last = seen.tree, seen.tree.tokens, seen.sentence.last
    comma = next((one for one in range(at, last) if tokens[one].text == ","), last)
    name = _name(seen, at, comma)
    main = _main(tree, comma, last)
    if name is None or main is None:
        return
    verb = next((one for one in range(name + 1, comma) if tokens[one].text not in _ADVERBS), comma)
    if verb >= comma or not tokens[verb].text.islower() or tokens[verb].pos not in _LOOKALIKES:
        return
    if any(
        tokens[one].tag == "VB" and tree.tokens[one - 1].tag != "TO"
        for one in range(verb + 1, comma)
    ):
        return
    if tokens[main].head in range(at, comma):
        yield main, {"head": main}
    yield verb, {"tag": "VB", "pos": "VERB", "dep": "advcl", "head": main}
    yield at, {"tag": "MD", "pos": "AUX", "dep": "aux", "head": verb}
    yield name, {"dep": "nsubj", "head": verb}
    for one in range(at + 1, name):
        yield one, {"head": name}
    for one in range(name + 1, comma):
        if one != verb:
            yield from _rehung(tree, one, verb, range(name + 1, comma))


def _rehung(tree: Tree, one: int, verb: int, inside: range) -> Iterator[Change]:
    """Hangs on the verb what hung outside of its clause, and on its thing what hung on it as on a name."""
    token = tree.tokens[one]
    if token.head not in inside:
        thing = token.pos in ("NOUN", "PROPN")
        yield one, {"head": verb, "dep": "dobj" if thing else token.dep}
    elif token.head == verb and tree.tokens[verb].head in inside:
        yield one, {"head": tree.tokens[verb].head}


def _name(seen: Seen, at: int, comma: int) -> int | None:
    """The last word of the name that stands behind the word."""
    tokens = seen.tree.tokens
    first = at + 1 + (at + 1 < comma and tokens[at + 1].tag == "DT")
    if first >= comma or not tokens[first].entity or tokens[first].entity.endswith("NORP"):
        return None
    return next(
        (one - 1 for one in range(first + 1, comma) if not tokens[one].entity.startswith("I-")),
        None,
    )


def _main(tree: Tree, comma: int, last: int) -> int | None:
    """The first verb behind the comma that has its own subject there."""
    for at in range(comma + 1, last):
        if tree.tokens[at].pos not in ("VERB", "AUX"):
            continue
        who = tree.children(at, *SUBJECTS, *PASSIVE_SUBJECTS)
        if any(comma < one < at for one in who):
            return at
    return None


OPENING = Repair(opening, lemmas=lambda _: ("should", "Should"))
