"""The writer's own words that a reading took into what was said.

"The guard shook his head: “Nobody told us,” he said": the head was shaken by the writer. Where narration ends, a
colon, a dash or a line break stands, or a quotation has ended before the cue; and what stands before a
speaker is his only where the cue interrupts it with a comma ("In May, she said, the …"), or where it is a condition.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import noun_phrase
from sayso.reading.en.quotations.placed import Quoted
from sayso.reading.en.tags import FINITE_OR_MODAL
from sayso.reading.tree import SUBJECTS, Tree

_PARTING = frozenset({":", "-", "–", "—", "--"})
_CLAUSES = frozenset({"clause", "quote"})


def without_narration(tree: Tree, found: Found, quoted: Sequence[Quoted]) -> Found:
    """The same attribution, its speaker and its content without what the writer tells beside them."""
    if found.head < 0 or not found.speaker:
        return found
    speaker = _of_clause(tree, _on_one_line(tree, found))
    content = set(found.content)
    if found.frame in _CLAUSES and found.head not in content:
        content = _behind_colon(tree, found, content, quoted)
        content = _beside_quotation(tree, found, content, quoted)
        content = _behind_cue(tree, found, content, quoted)
    if speaker == found.speaker and content == found.content:
        return found
    return replace(found, speaker=speaker, content=content)


def _on_one_line(tree: Tree, found: Found) -> set[int]:
    """The speaker without what stands across a line break from the cue: a caption, a heading."""
    speaker = found.speaker or set()
    breaks = [at for at in range(min(speaker), max(speaker)) if "\n" in tree.tokens[at].text]
    before = [at for at in breaks if at < found.head]
    after = [at for at in breaks if at > found.head]
    low = max(before, default=-1)
    high = min(after, default=len(tree.tokens))
    return {at for at in speaker if low < at < high} or speaker


def _of_clause(tree: Tree, speaker: set[int]) -> set[int]:
    """The subject of a clause that was taken for a speaker: "*A note* makes that clear: “…”"."""
    tops = (at for at in sorted(speaker) if tree.tokens[at].head not in speaker - {at})
    top = next((at for at in tops if tree.tokens[at].pos != "PUNCT"), min(speaker))
    if tree.tokens[top].pos not in ("VERB", "AUX"):
        return speaker
    own = next((at for at in tree.children(top, *SUBJECTS) if at in speaker), None)
    return speaker if own is None else noun_phrase(tree, own) & speaker


def _behind_colon(
    tree: Tree, found: Found, content: set[int], quoted: Sequence[Quoted]
) -> set[int]:
    """Without a clause that a colon, or a dash and a quotation, part from the words and from the speaker."""
    first = min(found.head, *(found.speaker or {found.head}))
    opening = {one.first for one in quoted}
    inside = {at for one in quoted for at in range(one.first, one.last)}
    for at in range(first - 1, min(content), -1):
        token = tree.tokens[at]
        if token.text not in _PARTING or at in inside:
            continue
        behind = at + 1
        marked = behind in opening or behind == first
        begins = token.text == ":" and tree.tokens[behind].text[:1].isupper()
        if not (marked or begins) or (token.text != ":" and behind not in opening):
            continue
        left = {word for word in content if word <= at}
        if left & inside or not any(tree.tokens[word].tag in FINITE_OR_MODAL for word in left):
            return content
        return content - left or content
    return content


def _beside_quotation(
    tree: Tree, found: Found, content: set[int], quoted: Sequence[Quoted]
) -> set[int]:
    """Without what follows the cue of a quotation that ended before it: who she is, what others did meanwhile."""
    before = [one for one in quoted if one.first in content and one.last <= found.head]
    inside = {at for one in quoted for at in range(one.first, one.last)}
    words = content - tree.wordless
    if not before or not {at for at in words if at < found.head} <= inside:
        return content
    last = max(before[-1].first, before[-1].last - 2)
    if tree.tokens[last].text not in (",", ".", "!", "?"):
        return content
    after = {at for at in content if at > found.head}
    return content - after if after and not after & inside else content


def _behind_cue(tree: Tree, found: Found, content: set[int], quoted: Sequence[Quoted]) -> set[int]:
    """Without what stands before a speaker whose clause follows the cue at once."""
    speaker = found.speaker or set()
    words = content - tree.wordless
    front = {at for at in words if at < min(speaker)}
    rest = {at for at in words if at > found.head}
    if max(speaker) > found.head or not front or not rest:
        return content
    stops = range(max(at for at in found.cue if at < min(rest)), min(rest))
    if any(tree.tokens[at].pos == "PUNCT" for at in stops) or _belongs(tree, front, quoted):
        return content
    clause = next((at for at in tree.children(found.head, "ccomp") if at in rest), None)
    if clause is None or not tree.children(clause, *SUBJECTS):
        return content
    return content - set(range(min(speaker)))


def _belongs(tree: Tree, front: Collection[int], quoted: Sequence[Quoted]) -> bool:
    """Whether it is a condition, a quotation, or the relative of what was said: "which she said was late"."""
    tokens = [tree.tokens[at] for at in sorted(front)]
    if len(tokens) == 1 or any(one.first < at < one.last for one in quoted for at in front):
        return True
    return any(token.lemma in ("if", "unless") or token.tag == "MD" for token in tokens)
