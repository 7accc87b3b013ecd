"""Those who are given leave: "gave Oslo and Riga permission to send", where the small parser joined leave to names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sayso.books.deals import DealWords
from sayso.model.reading import Token
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import Tree, edged

_LINKS = frozenset({"and", ",", "the"})
_AHEAD = ("go", "-", "ahead")


def granted(tree: Tree, weapons: Weapons, words: DealWords) -> Iterator[tuple[int, int, str]]:
    """What hangs where, as (token, head, label), for all who are given leave to do something."""
    tokens = edged(tree.tokens, tree.tokens[-1].end if tree.tokens else 0)
    for verb, token in enumerate(tree.tokens):
        if token.tag.startswith("VB") and token.lemma in words.granting:
            names, leave = _names(tokens, weapons, verb), None
            if names:
                leave = _leave(tokens, names[-1][-1] + 1, words.permissions)
            if leave is not None and tokens[leave[-1] + 1].tag in ("TO", "IN"):
                yield from _changes(tokens, verb, names, leave)


def _names(tokens: Sequence[Token], weapons: Weapons, verb: int) -> list[list[int]]:
    """The names right behind a verb, each with its tokens."""
    found: list[list[int]] = []
    at = verb + 1
    while tokens[at].text.lower() in _LINKS or weapons.is_actor(at):
        if weapons.is_actor(at) and tokens[at].text.istitle():
            if found and found[-1][-1] == at - 1:
                found[-1].append(at)
            else:
                found.append([at])
        at += 1
    return found


def _leave(tokens: Sequence[Token], first: int, permissions: Collection[str]) -> range | None:
    """The words of leave that begin here: "permission", "the go-ahead", "its formal consent"."""
    for at in range(first, min(first + 4, len(tokens) - 3)):
        words = tuple(token.text.lower() for token in tokens[at : at + 3])
        if words == _AHEAD:
            return range(at, at + 3)
        if tokens[at].lemma in permissions:
            return range(at, at + 1)
        if tokens[at].pos not in ("DET", "ADJ", "PRON"):
            return None
    return None


def _changes(
    tokens: Sequence[Token], verb: int, names: list[list[int]], leave: range
) -> Iterator[tuple[int, int, str]]:
    first = names[0][-1]
    for number, name in enumerate(names):
        yield name[-1], first if number else verb, "conj" if number else "dative"
        yield from ((at, name[-1], "compound") for at in name[:-1])
    head = leave[-1]
    yield head, verb, "dobj"
    yield from ((at, head, "compound") for at in leave[:-1])
    for at in range(verb + 1, leave[0]):
        if tokens[at].pos == "DET" or tokens[at].text in _LINKS:
            named = next((name[-1] for name in names if name[0] > at), head)
            yield at, named, "det" if tokens[at].pos == "DET" else "cc"
    may = next((at for at in range(head + 1, head + 3) if tokens[at].tag == "VB"), None)
    if may is not None:
        yield may, head, "acl"
