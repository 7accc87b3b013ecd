"""Quotations joined to the cues that say whose they are.

In order: a quotation that a cue's clause holds; one beside a cue; one signed with a dash and a name;
one that carries on the quotation before it; and a paragraph that is a quotation and nothing else, which
goes on with the speaker of the paragraph before. What finds no speaker is a scare quote, a title or a
slogan, and no statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.model.ledger import UTTERED
from sayso.model.reading import Sentence
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.quotations.placed import Quoted
from sayso.reading.en.quotations.signatures import signed
from sayso.reading.en.tags import FINITE_OR_BARE
from sayso.reading.tree import Tree

_SPEECH_WORDS = 3  # fewer words are speech only where a cue claims them
_NEAR = 12  # tokens between a quotation and the cue that it leans on
_RESUMED = 3  # tokens between a cue and the rest of the quotation that it interrupts
_SHORT_WORD = 4  # letters; longer words of a title have a capital
_JOINING = frozenset({"PUNCT", "CCONJ", "ADV", "PART", "SCONJ", "ADP"})


def join_quotes(tree: Tree, found: list[Found], quoted: list[Quoted]) -> list[Found]:
    """The attributions with their quotations; new ones where only the layout says who speaks."""
    joined = sorted(found, key=lambda one: one.head)
    inside = _inside(tree, quoted)
    owner: dict[int, Found] = {}
    for number, one in enumerate(quoted):
        holding = _holding(joined, one, inside)
        for holder in holding[1:]:
            _extend(holder, one)
        claimed = holding[0] if holding else _beside(tree, joined, one, inside)
        claimed = claimed or _after_more(tree, joined, one, inside)
        if claimed is None:
            claimed = signed(tree, one)
            if claimed is not None:
                joined.append(claimed)
        if claimed is None:
            claimed = _carried_on(tree, quoted, owner, number) or _goes_on(tree, joined, one)
            if claimed is None:
                continue
            if claimed.head < 0:
                joined.append(claimed)
        _extend(claimed, one)
        owner[number] = claimed
        for before in _opened(tree, quoted, owner, number):
            _extend(claimed, quoted[before])
            owner[before] = claimed
    return joined


def _opened(
    tree: Tree, quoted: list[Quoted], owner: Mapping[int, Found], number: int
) -> Iterator[int]:
    """The paragraphs of a quotation before the one that tells whose it is, which nobody has claimed.

    Only those that are nothing else: a stray mark within other words opens none.
    """
    while quoted[number].quote.continued and number > 0 and number - 1 not in owner:
        number -= 1
        if not _fills_paragraph(tree, quoted[number]):
            return
        yield number


def taker_of(tree: Tree, found: list[Found], one: Quoted) -> Found | None:
    """The cue whose content holds a quotation, or that stands beside it."""
    inside = _inside(tree, [one])
    holding = _holding(found, one, inside)
    return holding[0] if holding else _beside(tree, found, one, inside)


def _inside(tree: Tree, quoted: list[Quoted]) -> list[int]:
    """For each token the number of the quotation that it stands in, else -1."""
    inside = [-1] * len(tree.tokens)
    for number, one in enumerate(quoted):
        for index in range(one.first, one.last):
            inside[index] = number
    return inside


def _extend(found: Found, one: Quoted) -> None:
    found.content |= set(range(one.first, one.last))


def _holding(found: list[Found], one: Quoted, inside: list[int]) -> list[Found]:
    """The cues outside of the quotation whose content already holds half of it, the nearest first."""
    holding = []
    for candidate in found:
        if inside[candidate.head] >= 0 or not candidate.content:
            continue
        shared = sum(1 for index in range(one.first, one.last) if index in candidate.content)
        if 2 * shared >= one.last - one.first:
            holding.append(candidate)
    return sorted(holding, key=lambda candidate: abs(candidate.head - one.first))


def _beside(tree: Tree, found: list[Found], one: Quoted, inside: list[int]) -> Found | None:
    """A cue that may take a quotation and stands right before or right after this one."""
    best: tuple[int, Found] | None = None
    for candidate in found:
        if not candidate.takes_quote or inside[candidate.head] >= 0:
            continue
        distance = _distance(tree, candidate, one)
        if distance is None:
            continue
        apart = candidate.content and not candidate.content & set(range(one.first, one.last))
        if apart and not _quotes_only(tree, candidate, inside):
            continue
        if best is None or distance < best[0]:
            best = (distance, candidate)
    return best[1] if best else None


def _after_more(tree: Tree, found: list[Found], one: Quoted, inside: list[int]) -> Found | None:
    """A content that goes on with a quotation: "has one rule: “Wait.”", "“waits” and then “leaves”"."""
    for candidate in reversed(found):
        if not candidate.content or candidate.head < 0 or inside[candidate.head] >= 0:
            continue
        last = max(candidate.content)
        gap = range(last + 1, one.first)
        if last >= one.first or len(gap) > _RESUMED or candidate.head >= one.first:
            continue
        if tree.sentence(last) != tree.sentence(min(one.first + 1, one.last - 1)):
            continue
        links = [at for at in gap if tree.tokens[at].text == ":" or tree.tokens[at].pos == "CCONJ"]
        if links and all(tree.tokens[at].pos in _JOINING for at in gap):
            candidate.content |= set(gap)
            return candidate
    return None


def _is_title(tree: Tree, one: Quoted) -> bool:
    """Whether every longer word has a capital: the name of a book or of a chapter, not speech."""
    words = [token for token in tree.tokens[one.first : one.last] if token.text.isalpha()]
    longer = [token for token in words if len(token.text) > _SHORT_WORD]
    return len(words) > 1 and len(longer) > 0 and all(token.text[0].isupper() for token in longer)


def _quotes_only(tree: Tree, candidate: Found, inside: list[int]) -> bool:
    words = (index for index in candidate.content if tree.tokens[index].pos != "PUNCT")
    return all(inside[index] >= 0 for index in words)


def _distance(tree: Tree, candidate: Found, one: Quoted) -> int | None:
    """Tokens between cue and quotation; None where something else separates them."""
    roles = candidate.cue | (candidate.speaker or set()) | (candidate.hearer or set())
    near = {index for index in roles if abs(index - candidate.head) <= 3 * _NEAR}
    low, high = min(near | {candidate.head}), max(near | {candidate.head})
    if one.first > high:
        gap = range(high + 1, one.first)
        last = next((at for at in reversed(gap) if tree.tokens[at].pos != "SPACE"), high)
        sentence = tree.sentence(candidate.head)
        if tree.tokens[last].text == ":" and tree.sentence(last) == sentence:
            return len(gap)
        same = sentence == tree.sentence(min(one.first + 1, one.last - 1))
        resumed = len(gap) <= _RESUMED and tree.tokens[last].text == ","
        return len(gap) if resumed or (same and len(gap) <= _NEAR) else None
    if low >= one.last:
        gap = range(one.last, low)
        if len(gap) > 3 or tree.sentence(candidate.head) < 0:
            return None
        last_word = max(one.first, one.last - 2)
        touching = tree.sentences[tree.sentence(candidate.head)].first <= one.last + 2
        if tree.sentence(last_word) != tree.sentence(candidate.head) and not touching:
            return None
        if tree.tokens[last_word].text == "." and candidate.head - one.last > 3:
            return None
        return len(gap)
    return 0 if low <= one.first <= high else None


def _carried_on(
    tree: Tree, quoted: list[Quoted], owner: dict[int, Found], number: int
) -> Found | None:
    """The attribution that this quotation goes on with, or a new one by the same speaker."""
    one = quoted[number]
    before = owner.get(number - 1)
    if before is None or _is_title(tree, one):
        return None
    previous = quoted[number - 1]
    if one.quote.continued or (previous.paragraph == one.paragraph and _starts_sentence(tree, one)):
        return before if one.words >= _SPEECH_WORDS else None
    fills = _fills_paragraph(tree, one)
    if (
        fills
        and _is_clause(tree, one)
        and one.paragraph - previous.paragraph == 1
        and one.words >= _SPEECH_WORDS
    ):
        return Found(
            head=-1,
            cue=set(),
            act=before.act,
            frame="carried",
            speaker=set(before.speaker or ()) or None,
        )
    return None


def _goes_on(tree: Tree, found: list[Found], one: Quoted) -> Found | None:
    """A sentence that is a quotation, right after one that reports its speaker's words."""
    sentence = tree.sentence(min(one.first + 1, one.last - 1))
    if sentence < 1 or one.words < _SPEECH_WORDS or not _starts_sentence(tree, one):
        return None
    if _is_title(tree, one):
        return None
    whole, last = tree.sentences[sentence], tree.sentences[sentence - 1]
    if whole.first < one.first - 1 or whole.paragraph != last.paragraph:
        return None
    before = [told for told in found if told.head >= 0 and tree.sentence(told.head) == sentence - 1]
    if not before or not before[-1].speaker or before[-1].act not in UTTERED:
        return None
    return Found(head=-1, cue=set(), act="speech", frame="carried", speaker=set(before[-1].speaker))


def _is_clause(tree: Tree, one: Quoted) -> bool:
    """Whether a finite verb stands in it; a heading in quotation marks has none."""
    return any(token.tag in FINITE_OR_BARE for token in tree.tokens[one.first : one.last])


def _starts_sentence(tree: Tree, one: Quoted) -> bool:
    if one.first == 0:
        return True
    before = tree.tokens[one.first - 1].text
    return before.endswith((".", "!", "?", "”", '"')) or tree.tokens[one.first - 1].pos == "SPACE"


def _fills_paragraph(tree: Tree, one: Quoted) -> bool:
    sentences: list[Sentence] = [s for s in tree.sentences if s.paragraph == one.paragraph]
    return (
        bool(sentences) and sentences[0].first >= one.first and sentences[-1].last <= one.last + 1
    )
