"""Dependency trees over a Reading's tokens (ClearNLP labels), as plain indexes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

from sayso.model.reading import Sentence, Token

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_AUXILIARIES = frozenset({"aux", "auxpass", "neg", "prt"})


class Tree:
    """Children, subtrees and sentences by token index."""

    def __init__(self, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> None:
        self.tokens = tokens
        self.sentences = sentences
        children: dict[int, list[int]] = {}
        for index, token in enumerate(tokens):
            if token.head != index:
                children.setdefault(token.head, []).append(index)
        self._children = children
        self._deps = [token.dep for token in tokens]
        self._sentence = [-1] * len(tokens)
        for number, sentence in enumerate(sentences):
            for index in range(sentence.first, sentence.last):
                self._sentence[index] = number

    @cached_property
    def punctuation(self) -> frozenset[int]:
        """The punctuation marks."""
        return frozenset(at for at, token in enumerate(self.tokens) if token.pos == "PUNCT")

    @cached_property
    def wordless(self) -> frozenset[int]:
        """Punctuation marks and white space."""
        return frozenset(
            at for at, token in enumerate(self.tokens) if token.pos in ("PUNCT", "SPACE")
        )

    def children(self, index: int, *deps: str) -> list[int]:
        """Children with one of these dependency labels (all without labels), in text order."""
        below = self._children.get(index)
        if below is None:
            return []
        if not deps:
            return below
        return [child for child in below if self._deps[child] in deps]

    def child(self, index: int, *deps: str) -> int | None:
        """The first child with one of these labels."""
        for child in self._children.get(index, ()):
            if not deps or self._deps[child] in deps:
                return child
        return None

    def subtree(self, index: int, without: Collection[str] = ()) -> set[int]:
        """The token and all below it; branches whose label is in `without` are left out."""
        every = [index]
        for above in every:  # grows as it is read
            below = self._children.get(above, ())
            if without:
                below = [child for child in below if self._deps[child] not in without]
            every.extend(below)
        return set(every)

    def below(self, index: int) -> set[str]:
        """The lemmas of what a noun is told with: before it, and of, to or on what it is."""
        near = [*self.children(index, "compound", "amod")]
        for preposition in self.children(index, "prep"):
            near += self.children(preposition, "pobj")
        return {self.tokens[at].lemma for at in near}

    def sentence(self, index: int) -> int:
        """The number of the sentence that a token is in; -1 for white space between sentences."""
        return self._sentence[index]

    def is_passive(self, index: int) -> bool:
        """Whether a verb stands in the passive."""
        if self.children(index, "auxpass", *PASSIVE_SUBJECTS):
            return True
        token = self.tokens[index]
        if token.tag != "VBN" or self.children(index, "aux"):
            return False
        if token.dep == "conj":
            own = self.children(index, "dobj", *SUBJECTS)
            return not own and self.tokens[token.head].tag == "VBN" and self.is_passive(token.head)
        return token.dep in ("acl", "advcl")

    def is_negated(self, index: int) -> bool:
        """Whether a verb is negated, also by what stands before it: "at no point did she say"."""
        return bool(self.children(index, "neg")) or self._is_turned(index)

    def _is_turned(self, index: int) -> bool:
        """Whether "no" in a phrase before it turns the verb's subject and auxiliary around."""
        who = self.child(index, *SUBJECTS)
        helps = self.children(index, "aux")
        if who is None or not helps or min(helps) > who:
            return False
        fronted = (at for at in self.children(index, "prep") if at < min(helps))
        return any(self.tokens[one].lemma == "no" for at in fronted for one in self.subtree(at))

    def verb_group(self, index: int) -> set[int]:
        """The verb with its auxiliaries, negation and particle."""
        return {index, *self.children(index, *_AUXILIARIES)}

    def ancestors(self, index: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while (head := self.tokens[index].head) != index:
            yield head
            index = head

    def words(self, indexes: Iterable[int]) -> list[str]:
        """Lower-cased words."""
        return [self.tokens[index].text.lower() for index in indexes]


def edged(tokens: tuple[Token, ...], end: int) -> tuple[Token, ...]:
    """The tokens of words that stand alone, with two of empty space behind them; `end` is where they end.

    So the words beside the first and the last, ``tokens[-1]`` and ``tokens[len]``, are no words of the text.
    """
    count = len(tokens)
    space = (Token(end, end, "", "", "SPACE", "_SP", "", at, "") for at in (count, count + 1))
    return (*tokens, *space)


def is_hung(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token hangs on others up to a root, or is one that is labelled so."""
    seen: set[int] = set()
    at = index
    while tokens[at].head != at:
        if at in seen:
            return False
        seen.add(at)
        at = tokens[at].head
    return at != index or tokens[at].dep == "ROOT"


def runs(indexes: Iterable[int]) -> list[tuple[int, int]]:
    """Consecutive token indexes as half-open ranges.

    >>> runs({1, 2, 3, 7})
    [(1, 4), (7, 8)]
    """
    found: list[tuple[int, int]] = []
    for index in sorted(indexes):
        if found and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found
