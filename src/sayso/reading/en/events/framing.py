"""Which words may be predicates, and in which senses, passage by passage; kept for passages that come again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.books.cues import CueBook
from sayso.books.senses import ANYTHING, EXTRA_ROLES, Frame, SenseBook
from sayso.books.telling import TellingBook
from sayso.model.reading import ArgumentRole
from sayso.reading.en.attribution.passages import Part, Runs, each
from sayso.reading.en.attribution.somebody import Somebody
from sayso.reading.en.events.arguments import Arguments
from sayso.reading.en.events.beside import beside
from sayso.reading.en.events.governed import Found
from sayso.reading.kept import Kept
from sayso.reading.tree import Tree, runs


class Framed(NamedTuple):
    """A word that may be a predicate, by its token: the frames that what is beside it allows, its arguments.

    Times are among the arguments: which words are one may hang on the article.
    """

    token: int
    frames: tuple[Frame, ...]
    arguments: tuple[Found, ...]


class _Packed(NamedTuple):
    """A Framed to be kept small: arguments as role, head and runs of words."""

    token: int
    frames: tuple[Frame, ...]
    arguments: tuple[tuple[ArgumentRole, int, Runs], ...]


class Framing:
    """Finds framed words, and keeps those of the last passages, `reuse` tokens in all."""

    def __init__(
        self, cues: CueBook, senses: SenseBook, telling: TellingBook, reuse: int = 0
    ) -> None:
        self._cues = cues
        self._senses = senses
        self._telling = telling
        self._kept: Kept[str, tuple[_Packed, ...]] = Kept(reuse)

    def of(self, parts: Sequence[Part], flash: bool = False) -> Iterator[Framed]:
        """The framed words of a text, in order; headings have none, but a `flash` is all that is told."""
        found = each(parts, self._kept, self._find)
        if flash:
            found = iter([(one.passage, self._find(one, headings=True)) for one in parts])
        for passage, framed in found:
            for index, frames, arguments in framed:
                yield Framed(
                    index + passage.first,
                    frames,
                    tuple(_placed(one, passage.first) for one in arguments),
                )

    def _find(self, part: Part, headings: bool = False) -> tuple[_Packed, ...]:
        tree = part.tree
        somebody = Somebody(tree, self._cues, self._telling)
        arguments = Arguments(tree, self._cues, self._telling, somebody)
        found = []
        for index in range(len(tree.tokens)):
            number = tree.sentence(index)
            if number < 0 or (tree.sentences[number].heading and not headings):
                continue
            frames = tuple(
                frame
                for frame in self._frames(tree, index)
                if _may_fit(frame, tree, arguments, index)
            )
            if frames:
                packed = ((o.role, o.head, tuple(runs(o.words))) for o in arguments.of(index))
                found.append(_Packed(index, frames, tuple(packed)))
        return tuple(found)

    def _frames(self, tree: Tree, index: int) -> tuple[Frame, ...]:
        token = tree.tokens[index]
        if token.tag.startswith("VB"):
            # "back" and "away" are read as adverbs, "in" as a preposition of nothing
            bare = [at for at in tree.children(index, "prep") if not tree.children(at)]
            for particle in (*tree.children(index, "prt", "advmod"), *bare):
                joined = f"{token.lemma} {tree.tokens[particle].lemma}"
                if joined in self._senses.verbs:
                    return self._senses.verbs[joined]
            if self._is_other_verb(tree, index):
                return ()
            return self._senses.verbs.get(token.lemma, ())
        if token.pos == "PROPN" and token.text[:1].isupper():  # "a Foreign Military *Sale*"
            return self._senses.nouns.get(token.text, ())
        return self._senses.nouns.get(token.lemma, ()) if token.pos == "NOUN" else ()

    def _is_other_verb(self, tree: Tree, index: int) -> bool:
        """Whether a particle makes another verb of it, which the books do not know: "hung up"."""
        return any(
            tree.tokens[particle].lemma not in self._telling.particles
            for particle in tree.children(index, "prt")
        )


def _may_fit(frame: Frame, tree: Tree, arguments: Arguments, index: int) -> bool:
    """Whether what stands beside the word allows the frame: told without its arguments."""
    for role, words in frame.needs:
        if role in EXTRA_ROLES:
            lemmas = beside(tree, arguments, role, index)
            if not lemmas & words and not (ANYTHING in words and lemmas):
                return False
    return True


def _placed(one: tuple[ArgumentRole, int, Runs], first: int) -> Found:
    role, head, words = one
    return Found(
        role,
        head + first,
        frozenset(at for start, end in words for at in range(start + first, end + first)),
    )
