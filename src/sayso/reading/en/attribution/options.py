"""The options that the learned weights choose from: what the rules found, and every candidate beside it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.cue_candidates import Candidate, candidates, frame_of
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.standing import Reading, stands
from sayso.reading.en.attribution.traits import CueTraits, content_traits, cue_traits
from sayso.reading.en.quotations.placed import Quoted
from sayso.reading.tree import Tree


class Option(NamedTuple):
    """A cue with one content, the rules' reading of it where there is one, and its traits.

    `stands`: it can be a statement at all; what cannot is learned from and never taken. `names` gives the names
    of its traits, which few options are asked for.
    """

    candidate: Candidate
    cue: CueTraits
    found: Found | None
    kept: bool
    stands: bool
    names: Callable[[], list[str]]


def options(
    tree: Tree,
    book: CueBook,
    cues: Container[str],
    found: Sequence[Found],
    kept: Iterable[Found],
    quoted: list[Quoted],
) -> list[list[Option]]:
    """The options of each cue; `found` are all that the rules read, `kept` those they take for acts."""
    marks = {index for one in quoted for index in range(one.first, one.last)}
    sure = {id(one) for one in kept}
    told: set[int] = set()
    by_head: dict[int, list[Found]] = {}
    for one in found:
        if one.head >= 0 and one.content:
            by_head.setdefault(one.head, []).append(one)
            if id(one) in sure:
                told |= one.content - one.cue
    contents: dict[int, list[Candidate]] = {head: [] for head in by_head}
    for candidate in candidates(tree, cues):
        contents.setdefault(candidate.head, []).append(_whole_quotes(candidate, quoted))
    made = []
    for head in sorted(contents):
        cue = cue_traits(tree, book, head, marks, told)
        ruled = by_head.get(head, [])
        read = _read(tree, head, contents[head], ruled)
        made.append(_of_cue(tree, book, cue, read, ruled, sure, marks))
    return made


def _read(
    tree: Tree, head: int, contents: Iterable[Candidate], ruled: Sequence[Found]
) -> list[tuple[Candidate, Found | None]]:
    """A cue's contents, each with the rules' reading of the same words; no words twice."""
    words = [one.content - tree.punctuation for one in ruled]
    used: set[int] = set()
    made: list[tuple[Candidate, Found | None]] = []
    for candidate in contents:
        own = candidate.content - tree.punctuation
        same = next((n for n, its in enumerate(words) if its == own), None)
        if same is not None and same not in used:
            used.add(same)
            found = ruled[same]
            made.append((Candidate(head, candidate.structure, frozenset(found.content)), found))
        elif same is None:
            made.append((candidate, None))
    for number, found in enumerate(ruled):
        if number not in used:
            made.append((Candidate(head, "ruled", frozenset(found.content)), found))
    return made


def _reading(
    candidate: Candidate, found: Found | None, cue: CueTraits, marks: Collection[int]
) -> Reading:
    """What the rules read, or what a candidate would be."""
    content = candidate.content
    quoted = not content.isdisjoint(marks)
    if found is not None:
        return Reading(found.head, found.frame, found.speaker or (), content, quoted)
    frame = frame_of(candidate.structure)
    return Reading(candidate.head, frame, set(cue.speaker or ()) - content, content, quoted)


def _of_cue(
    tree: Tree,
    book: CueBook,
    cue: CueTraits,
    read: Iterable[tuple[Candidate, Found | None]],
    ruled: Sequence[Found],
    sure: set[int],
    marks: set[int],
) -> list[Option]:
    made = []
    for candidate, found in read:
        is_kept = found is not None and id(found) in sure
        rule = f"{found.frame}|{is_kept}" if found is not None else "none"
        beside = _beside(candidate, found, ruled, sure)
        names = partial(content_traits, tree, candidate, cue, rule, beside, marks)
        fit = stands(tree, book, _reading(candidate, found, cue, marks))
        made.append(Option(candidate, cue, found, is_kept, fit, names))
    return made


def _beside(
    candidate: Candidate, read: Found | None, ruled: Sequence[Found], sure: set[int]
) -> str:
    """What else the rules made of the cue: nothing, something near the same, within, around or apart."""
    best = "nothing"
    for one in ruled:
        if one is read:
            continue
        both = len(one.content & candidate.content)
        if not both:
            how = "apart"
        elif 4 * both >= 3 * max(len(one.content), len(candidate.content)):
            how = "alike"
        elif len(one.content) > len(candidate.content):
            how = "wider"
        else:
            how = "narrower"
        return f"{how}:{one.frame}:{id(one) in sure}"
    return best


def _whole_quotes(candidate: Candidate, quoted: list[Quoted]) -> Candidate:
    """The candidate with every quotation whole of which it holds half."""
    content = candidate.content
    low, high = min(content), max(content)
    for one in quoted:
        if one.last <= low or one.first > high or candidate.head in range(one.first, one.last):
            continue
        inside = frozenset(range(one.first, one.last))
        if 2 * len(inside & content) >= len(inside):
            content |= inside
    return candidate._replace(content=content)
