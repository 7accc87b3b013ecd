"""What a repair of the parser's mistakes is: the words that it sees, and what it puts right there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from sayso.books.cues import CueBook
from sayso.model.reading import Sentence, Token
from sayso.reading.tree import Tree

# A token's index, and its fields (of `Token`) that are to be others.
Change: TypeAlias = tuple[int, dict[str, object]]
_NONE: frozenset[str] = frozenset()


class Seen(NamedTuple):
    """A sentence, and where in it the words stand at which a repair is to look closer, in text order."""

    tree: Tree
    book: CueBook
    sentence: Sentence
    places: Sequence[int]


class Repair(NamedTuple):
    """One kind of mistake, and how it is put right.

    It sees the words with one of the tags, of the dependency labels and of the lemmas, where these are given;
    `lemmas` are taken from the book of cues. At least one of the three is given.
    """

    mend: Callable[[Seen], Iterable[Change]]
    tags: frozenset[str] = _NONE
    deps: frozenset[str] = _NONE
    lemmas: Callable[[CueBook], Collection[str]] | None = None

    def sees(self, token: Token) -> bool:
        """Whether a word whose lemma is one of the repair's, if it has any, is one to look at."""
        tagged = not self.tags or token.tag in self.tags
        return tagged and (not self.deps or token.dep in self.deps)


def with_frame(book: CueBook, frame: str) -> frozenset[str]:
    """The verbs that can hold content in a frame: "hearer", "clause"."""
    return frozenset(
        verb for verb, senses in book.verbs.items() if any(frame in one.frames for one in senses)
    )


def citing(book: CueBook) -> frozenset[str]:
    """The verbs of quoting somebody: "cite", "quote"."""
    return frozenset(verb for verb, how in book.relays.items() if how == "cites")
