"""Marked articles as examples: every option of the reader with how well it meets what was marked."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from sayso.books.cues import CueBook
from sayso.model.reading import Token
from sayso.reading.en.attribution.clauses import find_attributions
from sayso.reading.en.attribution.cue_candidates import KINDS, key_of
from sayso.reading.en.attribution.deciding import is_sure, trait_keys
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.mending import mend
from sayso.reading.en.attribution.options import Option, options
from sayso.reading.en.attribution.realis import took_place
from sayso.reading.en.quotations.nested import join_nested
from sayso.reading.en.quotations.placed import Quoted, place_quotes
from sayso.reading.en.quotations.quoted import join_quotes
from sayso.reading.en.quotations.quotes import find_quotes
from sayso.reading.tree import Tree
from sayso.train.polnear import MarkedArticle, Offsets


class Roles(NamedTuple):
    """A marked attribution on tokens."""

    cue: frozenset[int]
    content: frozenset[int]
    source: frozenset[int]


class Read(NamedTuple):
    """A marked article, parsed and read by the rules."""

    name: str
    tree: Tree
    quoted: list[Quoted]
    found: list[Found]
    kept: list[Found]
    marked: tuple[Roles, ...]
    letters: tuple[int, ...]


class Examples(NamedTuple):
    """One article's options, grouped by cue.

    `traits` are those of the cue and the content together, `targets` from 0 to 1, `weights` 0 or 1.
    """

    read: Read
    groups: list[list[Option]]
    traits: list[list[int]]
    targets: list[float]
    weights: list[float]


def read_rules(article: MarkedArticle, tree: Tree, book: CueBook, *, rules: bool = True) -> Read:
    """The article as the rules read it; without `rules` as if they had found nothing."""
    quoted = place_quotes(tree, find_quotes(article.text))
    found = join_quotes(tree, find_attributions(tree, book), quoted) if rules else []
    join_nested(tree, found, quoted, article.text)
    found = mend(tree, found)
    kept = took_place(tree, book, found, quoted)
    marked = tuple(Roles(*(_tokens(tree.tokens, part) for part in one)) for one in article.marked)
    letters = tuple(sum(not c.isspace() for c in token.text) for token in tree.tokens)
    return Read(article.name, tree, quoted, found, kept, marked, letters)


def _tokens(tokens: tuple[Token, ...], offsets: Offsets) -> frozenset[int]:
    starts = [token.start for token in tokens]
    found = set()
    for start, end in offsets:
        at = max(0, bisect_right(starts, start) - 1)
        while at < len(tokens) and tokens[at].start < end:
            if tokens[at].end > start:
                found.add(at)
            at += 1
    return frozenset(found)


def cue_words(articles: Iterable[Read], least: int, share: float) -> frozenset[str]:
    """The words that were marked in a cue at least so often, and in this share of where they stand."""
    seen: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    for article in articles:
        cues = {at for one in article.marked for at in one.cue}
        for at, token in enumerate(article.tree.tokens):
            if token.pos in KINDS and (token.pos != "PUNCT" or token.text == ":"):
                key = key_of(token)
                seen[key] += 1
                marked[key] += at in cues
    return frozenset(
        key for key, count in marked.items() if count >= least and count >= share * seen[key]
    )


def examples(read: Read, book: CueBook, cues: Container[str]) -> Examples:
    """The options of an article with their targets.

    The target is 0 where no marked attribution has this cue and half of the content, else from ½ to 1 by
    the share of letters in common (Dice). An option whose words were marked under another cue weighs
    nothing: it is neither right nor wrong.
    """
    groups = options(read.tree, book, cues, read.found, read.kept, read.quoted)
    made = Examples(read, groups, [], [], [])
    for group in groups:
        shared = trait_keys(group[0].cue.names)
        for option in group:
            target, weight = _target(read, option)
            made.traits.append(shared + trait_keys(option.names()))
            made.targets.append(target)
            made.weights.append(weight)
    return made


def _target(read: Read, option: Option) -> tuple[float, float]:
    content = option.candidate.content
    cue = option.found.cue if option.found is not None else {option.candidate.head}
    size = sum(read.letters[at] for at in content)
    best, elsewhere = 0.0, False
    for marked, shared, whole in overlaps(read, content):
        if 2 * shared >= size and 2 * shared >= whole:
            if marked.cue & cue:
                best = max(best, 0.5 + shared / (size + whole))
            else:
                elsewhere = True
    return best, 0.0 if elsewhere and not best else 1.0


def overlaps(read: Read, content: frozenset[int]) -> Iterator[tuple[Roles, int, int]]:
    """The marked attributions that share words with a content: letters in common, letters of theirs."""
    for marked in read.marked:
        both = marked.content & content
        if both:
            letters = read.letters
            yield (
                marked,
                sum(letters[at] for at in both),
                sum(letters[at] for at in marked.content),
            )


def sure_ones(read: Read) -> list[Found]:
    """What the rules alone decide."""
    return [one for one in read.kept if is_sure(one)]
