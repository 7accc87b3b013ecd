"""Numbers that stand for weapons named before: "24 more", "another four", "six to Malta", "13 of the same type"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.reading import Token
from sayso.reading.en.deals.gaps import GAP
from sayso.reading.en.deals.things import REST, may_count
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import Tree

_SAME = frozenset({"type", "kind", "sort", "model", "class", "make", "system", "design"})
_HEADS = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "conj", "appos", "attr", "advmod", GAP})
# Prepositions between a deal and what it is about; "to 24" and "in 2030" count nothing.
_BEFORE = frozenset({"for", "with", "of", "on"})
_OTHER = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")
# Nouns of measure: what is counted by them is no rival of the weapons before.
_MEASURES = frozenset(
    {
        "year",
        "month",
        "week",
        "day",
        "hour",
        "euro",
        "dollar",
        "pound",
        "crown",
        "won",
        "mile",
        "kilometre",
    }
    | {
        "kilometer",
        "metre",
        "meter",
        "tonne",
        "ton",
        "zloty",
        "krona",
        "krone",
        "franc",
        "ruble",
        "rouble",
    }
)


def left_out(tree: Tree, weapons: Weapons) -> Tree:
    """The tree in which such a number is a noun; the same where there is none."""
    found = {at: change for at in range(len(tree.tokens)) for change in _noun(tree, weapons, at)}
    if not found:
        return tree
    tokens = [
        token._replace(pos="NOUN", dep=found.get(at, token.dep)) if at in found else token
        for at, token in enumerate(tree.tokens)
    ]
    return Tree(tuple(tokens), tree.sentences)


def _noun(tree: Tree, weapons: Weapons, at: int) -> Iterator[str]:
    """What a number without a noun is to the word above it; nothing for other words."""
    token = tree.tokens[at]
    number = token.tag == "CD" or token.lemma in REST
    if not number or token.dep not in _HEADS or not _stands_alone(tree, at):
        return
    above = tree.tokens[token.head]
    if token.dep == "advmod":  # "supply four more"
        counted = any(tree.tokens[one].tag == "CD" for one in tree.children(at))
        if counted and above.tag.startswith("VB") and token.head < at:
            yield from ("dobj" for _ in _antecedent(tree, weapons, at))
        return
    if token.dep == "pobj" and above.lemma not in _BEFORE:
        return
    opens = tree.tokens[tree.sentences[tree.sentence(at)].first].lemma == "of"
    if opens or any(
        one < at and tree.tokens[one].lemma == "of" for one in tree.children(token.head, "prep")
    ):
        return  # "of the nine, four were …"
    if token.dep == "conj" and not tree.children(at, "prep"):
        return
    yield from (token.dep for _ in _antecedent(tree, weapons, at))


def _stands_alone(tree: Tree, at: int) -> bool:
    """Whether it is no date, no sum and no name, and tells no noun itself but "of the same type"."""
    token = tree.tokens[at]
    if not may_count(tree.tokens, at) or weaponlike(token):
        return False
    after = tree.tokens[min(at + 1, len(tree.tokens) - 1)]
    if after is not token and after.pos in ("NOUN", "PROPN") and not after.entity.endswith(_OTHER):
        return after.lemma in REST
    return all(
        tree.tokens[below].lemma in _SAME
        for one in tree.children(at, "prep")
        if tree.tokens[one].lemma == "of"
        for below in tree.children(one, "pobj")
    )


def weaponlike(token: Token) -> bool:
    """Whether a number is a name: "FA-50"."""
    return token.text[:1].isalpha() and token.text[-1:].isdigit()


def _antecedent(tree: Tree, weapons: Weapons, at: int) -> Iterator[int]:
    """The weapon before it, unless something else is counted in between."""
    thing = next(weapons.before(at), None)
    if thing is None:
        return
    named = thing.behind.start if thing.behind is not None else thing.start
    start = next(one for one in range(at, -1, -1) if tree.tokens[one].start <= named)
    between = range(start + 1, at)
    if not any(_is_counted(tree, weapons, one) for one in between):
        yield start


def _is_counted(tree: Tree, weapons: Weapons, at: int) -> bool:
    """Whether a token is another noun with a number, but for who tells it: "300 workers"."""
    token = tree.tokens[at]
    if token.tag != "NNS" or token.entity.endswith(_OTHER) or weapons.is_one(at):
        return False
    if token.lemma.lower() in _MEASURES:
        return False
    return token.dep != "nsubj" and bool(tree.children(at, "nummod"))
