"""One walk over the words of a line finds where repairs may be due; they are then made in their order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sayso.books.cues import CueBook
from sayso.model.reading import Sentence, Token
from sayso.reading.en.repairs.order import REPAIRS
from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.tree import Tree, is_hung

# By the number of a repair, and of a sentence: where the words stand that the repair sees.
_Places = Mapping[int, Mapping[int, Sequence[int]]]
_NONE: tuple[int, ...] = ()


class Repairs:
    """A line's tokens and sentences to its tokens as they should have been parsed.

    A line is walked once, and again with each repair that put something right in it, which few lines need:
    so the time grows with the line's length alone.
    """

    def __init__(self, book: CueBook, repairs: Sequence[Repair] = REPAIRS) -> None:
        self._book = book
        self._repairs = repairs
        seen: tuple[dict[str, list[int]], ...] = ({}, {}, {})
        for number, repair in enumerate(repairs):
            lemmas = repair.lemmas(book) if repair.lemmas is not None else ()
            _enter(seen, (lemmas, repair.deps, repair.tags), number)
        self._lemmas, self._deps, self._tags = seen

    def __call__(
        self, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]
    ) -> tuple[Token, ...]:
        """The same tokens; those that were mistaken are new ones."""
        tree = Tree(tokens, sentences)
        places = self._places(tree)
        for number, repair in enumerate(self._repairs):
            mended: list[Token] | None = None
            for sentence, words in places.get(number, {}).items():
                changes = tuple(
                    repair.mend(Seen(tree, self._book, tree.sentences[sentence], words))
                )
                if changes:
                    mended = mended or list(tree.tokens)
                    apply(mended, changes)
            if mended is not None:
                tree = Tree(tuple(mended), sentences)
                places = self._places(tree)
        return tree.tokens

    def _places(self, tree: Tree) -> _Places:
        found: dict[int, dict[int, list[int]]] = {}
        lemmas, deps, tags = self._lemmas.get, self._deps.get, self._tags.get
        for number, sentence in enumerate(tree.sentences):
            for at in range(sentence.first, sentence.last):
                token = tree.tokens[at]
                for seen in (lemmas(token.lemma), deps(token.dep), tags(token.tag)):
                    for one in seen or _NONE:
                        if self._repairs[one].sees(token):
                            found.setdefault(one, {}).setdefault(number, []).append(at)
        return found


def _enter(
    seen: Sequence[dict[str, list[int]]], asked: Sequence[Collection[str]], number: int
) -> None:
    """Enters a repair under what the fewest words are likely to have: its lemmas, else its labels or tags."""
    for held, words in zip(seen, asked, strict=True):
        if words:
            for word in words:
                held.setdefault(word, []).append(number)
            return


def apply(tokens: list[Token], changes: Iterable[Change]) -> None:
    """Makes the changes, unless they would hang a word below itself."""
    kept: dict[int, Token] = {}
    for at, fields in changes:
        kept.setdefault(at, tokens[at])
        tokens[at] = tokens[at]._replace(**fields)  # type: ignore[arg-type]  # fields of a Token
    if not all(is_hung(tokens, at) for at in kept):
        for at, token in kept.items():
            tokens[at] = token
