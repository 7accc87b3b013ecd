"""The passages of a text: paragraphs that are read by themselves, and what is found in each.

A paragraph is a passage of its own, but where a quotation stands at its edge or a dash begins it: the paragraph
beside it may say whose words these are. So whatever a passage tells hangs on its own words alone. It is found in a Tree that holds
nothing else, and holds wherever the same words come again (`reading.kept`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple, TypeVar

from sayso.model.ledger import How
from sayso.model.reading import Token
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.quotations.placed import Quoted
from sayso.reading.en.quotations.quotes import Quote, find_quotes
from sayso.reading.kept import Kept
from sayso.reading.tree import Tree, edged, runs

_LINE = re.compile(r"[^\r\n]+")
_DASHES = "—–-―"  # before the name of whoever said the words above

T = TypeVar("T")
Runs = tuple[tuple[int, int], ...]
_NONE: set[int] = set()  # what is kept shares it; nobody is handed it


class Passage(NamedTuple):
    """Where a passage stands: offsets in the text, tokens and sentences, all half-open, and its paragraph."""

    start: int
    end: int
    first: int
    last: int
    sentences: range
    paragraph: int


class Part:
    """A passage of one text: where it stands, its words, and a Tree of these alone for whoever asks.

    `key` is what its tokens hang on: its lines, with the white space at their ends that the model is given too.
    """

    def __init__(self, text: str, tree: Tree, passage: Passage) -> None:
        self.passage = passage
        self.words = text[passage.start : passage.end]
        self.key = text[passage.start : _line_end(text, passage.end)]
        self._whole = tree

    @cached_property
    def tree(self) -> Tree:
        """The passage as if nothing stood around it."""
        return part_of(self._whole, self.passage)


class Packed(NamedTuple):
    """An attribution without its sets of tokens, and these as runs, to be kept small."""

    bare: Found
    cue: Runs
    content: Runs
    speaker: Runs | None
    hearer: Runs | None
    relay: tuple[Runs, How] | None
    further: tuple[tuple[Runs, How], ...]


class Telling(NamedTuple):
    """What a passage tells: its attributions, its quotations, and those within quotations."""

    decided: tuple[Packed, ...]
    quoted: tuple[Quoted, ...]
    nested: tuple[Quoted, ...]


def _line_end(text: str, at: int) -> int:
    line = _LINE.match(text, at)
    return line.end() if line else at


def parts_of(text: str, tree: Tree, lead: Callable[[str], int]) -> tuple[Part, ...]:
    """The passages of a text that has tokens, in order; `lead` as `passages` takes it."""
    found = passages(text, tree, find_quotes(text), lead)
    return tuple(Part(text, tree, passage) for passage in found)


def each(
    parts: Iterable[Part], kept: Kept[str, T], find: Callable[[Part], T]
) -> Iterator[tuple[Passage, T]]:
    """What is found in each passage by its words alone: what is kept of these words, else found and kept."""
    for part in parts:
        found = kept.get(part.key)
        if found is None:
            found = find(part)
            kept.put(part.key, found, part.passage.last - part.passage.first)
        yield part.passage, found


def passages(
    text: str, tree: Tree, quotes: Collection[Quote], lead: Callable[[str], int]
) -> Iterator[Passage]:
    """The passages of a text that has tokens, in order; `lead` tells where a line's first sentence begins."""
    starts = [token.start for token in tree.tokens]
    firsts = [sentence.first for sentence in tree.sentences]
    for start, end in _parted(text, quotes, lead):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        inside = range(bisect_left(firsts, first), bisect_left(firsts, last))
        if inside:
            paragraph = tree.sentences[inside.start].paragraph
            yield Passage(start, end, first, last, inside, paragraph)


def _parted(
    text: str, quotes: Collection[Quote], lead: Callable[[str], int]
) -> list[tuple[int, int]]:
    """Each line, with the lines that a quotation at an edge or a signature joins to it."""
    opened = {quote.start for quote in quotes}
    closed = {quote.end for quote in quotes}
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        whole = line.group()
        if not whole.strip():
            continue
        heads = [len(whole) - len(whole[at:].lstrip()) for at in (0, lead(whole))]
        joined = not opened.isdisjoint(line.start() + at for at in heads)
        if spans and (joined or spans[-1][1] in closed or whole[heads[-1]] in _DASHES):
            start, _ = spans.pop()
        else:
            start = line.start()
        spans.append((start, line.start() + len(whole.rstrip())))
    return spans


def part_of(tree: Tree, passage: Passage) -> Tree:
    """The Tree of a passage alone, as if nothing stood around it."""
    start, first = passage.start, passage.first
    tokens = tuple(
        Token(
            token.start - start,
            token.end - start,
            token.text,
            token.lemma,
            token.pos,
            token.tag,
            token.dep,
            token.head - first,
            token.entity,
        )
        for token in tree.tokens[first : passage.last]
    )
    sentences = tuple(
        one._replace(
            start=one.start - start,
            end=one.end - start,
            first=one.first - first,
            last=one.last - first,
            paragraph=one.paragraph - passage.paragraph,
        )
        for one in tree.sentences[passage.sentences.start : passage.sentences.stop]
    )
    return Tree(edged(tokens, passage.end - start), sentences)


def packed(found: Found) -> Packed:
    """An attribution to be kept."""
    return Packed(
        replace(found, cue=_NONE, content=_NONE, speaker=None, hearer=None, relay=None, further=()),
        tuple(runs(found.cue)),
        tuple(runs(found.content)),
        None if found.speaker is None else tuple(runs(found.speaker)),
        None if found.hearer is None else tuple(runs(found.hearer)),
        None if found.relay is None else (tuple(runs(found.relay[0])), found.relay[1]),
        tuple((tuple(runs(who)), how) for who, how in found.further),
    )


def placed(kept: Packed, first: int) -> Found:
    """A kept attribution, as a new one in a text where its passage begins with token `first`."""
    bare = kept.bare
    return replace(
        bare,
        head=bare.head + first if bare.head >= 0 else bare.head,
        cue=_tokens(kept.cue, first),
        content=_tokens(kept.content, first),
        speaker=None if kept.speaker is None else _tokens(kept.speaker, first),
        hearer=None if kept.hearer is None else _tokens(kept.hearer, first),
        relay=None if kept.relay is None else (_tokens(kept.relay[0], first), kept.relay[1]),
        further=tuple((_tokens(who, first), how) for who, how in kept.further),
        occasion=None if bare.occasion is None else bare.occasion + first,
    )


def _tokens(kept: Runs, first: int) -> set[int]:
    return {at for start, end in kept for at in range(start + first, end + first)}


def moved(one: Quoted, passage: Passage) -> Quoted:
    """A quotation of a passage as one of the text."""
    quote = one.quote
    at = passage.start
    return Quoted(
        quote._replace(
            start=quote.start + at,
            end=quote.end + at,
            inner_start=quote.inner_start + at,
            inner_end=quote.inner_end + at,
        ),
        one.first + passage.first,
        one.last + passage.first,
        one.paragraph + passage.paragraph,
    )
