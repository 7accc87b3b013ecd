"""What the sentence behind a demand or a warning sets on it: "Otherwise, …", "Doing so would …", "The alternative is …".

By such an opening whatever follows is threatened, so no book has to know it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sayso.books.redlines import WarningWords
from sayso.reading.en.conditions.asked_before import Asked, AskedBefore
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.tree import Tree

# Behind what is demanded: what comes if it is not done.
_ELSE = (
    ("otherwise",),
    ("or", "else"),
    ("if", "not"),
    ("failing", "that"),
    ("failing", "this"),
    ("failing", "which"),
    ("short", "of", "that"),
    ("barring", "that"),
    ("absent", "that"),
    ("after", "that"),
    ("after", "which"),
    ("beyond", "that"),
    ("past", "that"),
    ("thereafter",),
    ("from", "then", "on"),
    ("until", "then"),
    ("without", "that"),
    ("the", "only", "alternative"),
    ("the", "alternative"),
    ("the", "other", "option"),
    ("anything", "less"),
    ("not", "doing", "so"),
    ("not", "to", "do", "so"),
    ("next", "time"),
)
# Behind what is warned against, or dared: what comes if it is done.
_THEN = (
    ("doing", "so"),
    ("to", "do", "so"),
    ("doing", "that"),
    ("that", "would"),
    ("this", "would"),
    ("it", "would"),
)
_OMITTING = frozenset({"failure", "refusal", "reluctance", "unwillingness", "inaction"})
_OBEYING = frozenset({"do", "comply", "heed", "obey", "act", "agree", "respond", "listen", "yield"})
_CROSSING = frozenset({"cross", "overstep", "ignore", "breach", "touch", "test", "try"})
_IT = frozenset({"it", "that", "this", "them"})
_PASSING = frozenset({"run", "expire", "pass", "end", "lapse", "elapse", "be", "come"})
_TERMS = frozenset(
    {"time", "deadline", "hour", "day", "period", "clock", "ultimatum", "grace", "date"}
)
_WHEN = frozenset({"when", "once"})
_LINKING = frozenset({"but", "and", "so", "however", "yet", "then"})
_WILL = frozenset({"will", "would", "shall", "'ll", "’ll"})
_SOON = 4  # words to the "will" of what "we" will do
_REFUSING = frozenset(
    {
        "ignore",
        "refuse",
        "reject",
        "defy",
        "disregard",
        "flout",
        "dismiss",
        "unheeded",
        "unanswered",
        "fail",
        "spurn",
        "rebuff",
        "snub",
    }
)
_CALLS = frozenset(
    {
        "demand",
        "call",
        "request",
        "appeal",
        "warning",
        "ultimatum",
        "order",
        "deadline",
        "message",
        "advice",
        "plea",
    }
)
_FAR = 12  # tokens of an opening clause


class _Opening(NamedTuple):
    """The words that open a sentence, and whether it tells what comes if the act is not done (None: either)."""

    words: range
    owed: bool | None
    after: int = 0


class Sequels:
    """Finds what one article's sentences set on the act of the sentence before."""

    def __init__(self, tree: Tree, words: WarningWords) -> None:
        self._tree = tree
        self._replies = frozenset(words.replies)
        self._asked = AskedBefore(tree, words)

    def find(self) -> Iterator[Draft]:
        """All such conditions, in text order; also of the parts of a sentence that a semicolon parts."""
        parts = list(self._parts())
        for (first, end, paragraph), (start, last, same) in pairwise(parts):
            if paragraph != same:
                continue
            opening = self._opening(start, last)
            ours = opening is None and self._is_ours(start, last)
            asked = self._asked.among(first, end) if opening is not None or ours else None
            if opening is not None and asked is not None:
                yield from self._draft(asked, opening, last)
            elif asked is not None:
                yield from self._answered(asked, start, last)

    def _parts(self) -> Iterator[tuple[int, int, int]]:
        for sentence in self._tree.sentences:
            first = sentence.first
            for at in range(sentence.first, sentence.last):
                if self._tree.tokens[at].text == ";":
                    yield first, at, sentence.paragraph
                    first = at + 1
            yield first, sentence.last, sentence.paragraph

    def _draft(self, asked: Asked, opening: _Opening, last: int) -> Iterator[Draft]:
        owed = asked.demanded if opening.owed is None else opening.owed
        if owed != asked.demanded and opening.owed is False:
            return
        rest = frozenset(range(opening.after or opening.words.stop, last))
        yield Draft(
            asked.head,
            asked.words,
            frozenset(opening.words),
            rest,
            certain=True,
            demanded=asked.demanded,
            ultimatum=not self._is_plan(rest),
            doer=asked.doer,
        )

    def _is_ours(self, start: int, last: int) -> bool:
        """Whether a sentence begins with what "we" will do, or "our answer" will be."""
        tokens = self._tree.tokens
        words = [at for at in range(start, last) if tokens[at].pos not in ("PUNCT", "SPACE")]
        said = [tokens[at].text.lower() for at in words[:_SOON]]
        if not said or said[0] not in ("we", "our", "i"):
            return False
        replies = said[0] != "our" or tokens[words[1]].lemma in self._replies
        return replies and any(tokens[at].text.lower() in _WILL for at in words[1:_SOON])

    def _answered(self, asked: Asked, start: int, last: int) -> Iterator[Draft]:
        """Reads "they should not even think of it. We would fire", "stop it while you can. We will fire otherwise"."""
        tokens = self._tree.tokens
        else_ = next((at for at in range(start, last) if tokens[at].lemma == "otherwise"), None)
        if asked.demanded and else_ is None:
            return
        said = range(start, last)
        first = next(at for at in said if tokens[at].pos not in ("PUNCT", "SPACE"))
        answer = tokens[first].text.lower() == "our"
        if answer:  # "our answer will be | war"
            be = (at for at in said if tokens[at].lemma == "be")
            first = next(be, first - 1) + 1
        marker = frozenset({else_}) if else_ is not None else frozenset()
        rest = frozenset(range(first, last)) - marker
        yield Draft(
            asked.head,
            asked.words,
            marker,
            rest,
            certain=True,
            demanded=asked.demanded,
            ultimatum=answer,
            aside=frozenset(range(start, first)),
            doer=asked.doer,
        )

    def _is_plan(self, rest: frozenset[int]) -> bool:
        """Reads "the alternative was to buy them": what one would do oneself need be no threat."""
        words = (at for at in sorted(rest) if self._tree.tokens[at].lemma == "be")
        return any(self._tree.tokens[at + 1].tag == "TO" for at in words)

    def _opening(self, start: int, last: int) -> _Opening | None:
        tokens = self._tree.tokens
        while start < last and (
            tokens[start].pos in ("PUNCT", "SPACE") or tokens[start].text.lower() in _LINKING
        ):
            start += 1
        said = tuple(tokens[at].text.lower() for at in range(start, min(start + _FAR, last)))
        for phrases, owed in ((_ELSE, None), (_THEN, False)):
            phrase = next((one for one in phrases if said[: len(one)] == one), None)
            if phrase is not None:
                would = len(phrase) - (phrase[-1] == "would")
                return _Opening(range(start, start + would), owed)
        return (
            self._omitted(start, last)
            or self._run_out(start, last)
            or self._ignored(start, last)
            or self._crossed(start, last)
        )

    def _omitted(self, start: int, last: int) -> _Opening | None:
        """Reads "Failure to do so would …", "Its refusal to comply will …"."""
        tokens = self._tree.tokens
        noun = next(
            (at for at in range(start, min(start + 3, last)) if tokens[at].lemma in _OMITTING), last
        )
        obeys = range(noun + 1, min(noun + 4, last))
        verb = next((at for at in obeys if tokens[at].lemma in _OBEYING), None)
        if verb is None:
            return None
        so = verb + 1 < last and tokens[verb + 1].text == "so"
        return _Opening(range(start, verb + 1 + so), None)

    def _run_out(self, start: int, last: int) -> _Opening | None:
        """Reads "When that time runs out, …", "Once the deadline has passed, …"."""
        tokens = self._tree.tokens
        if start >= last or tokens[start].text.lower() not in _WHEN:
            return None
        comma = next(
            (at for at in range(start, min(start + _FAR, last)) if tokens[at].text == ","), None
        )
        if comma is None:
            return None
        lemmas = {tokens[at].lemma for at in range(start, comma)}
        return (
            _Opening(range(start, comma), None) if lemmas & _TERMS and lemmas & _PASSING else None
        )

    def _ignored(self, start: int, last: int) -> _Opening | None:
        """Reads "Should Oslo ignore the demand, …", "If the call goes unheeded, …"."""
        tokens = self._tree.tokens
        if start >= last or tokens[start].text.lower() not in ("should", "if"):
            return None
        near = range(start + 1, min(start + _FAR, last))
        comma = next((at for at in near if tokens[at].text == ","), start)
        clause = range(start, comma)
        refused = any(tokens[at].lemma in _REFUSING for at in clause)
        called = any(tokens[at].lemma in _CALLS for at in clause)
        if not (refused and called):
            return None
        will = next((at for at in range(comma, last) if tokens[at].tag == "MD"), comma)
        after = max((at for at in range(comma, will) if tokens[at].text == ","), default=comma)
        return _Opening(clause, None, after + 1)

    def _crossed(self, start: int, last: int) -> _Opening | None:
        """Reads "Cross it, he said, and …", "Ignore that, and …"."""
        tokens = self._tree.tokens
        if start + 1 >= last or tokens[start].text.lower() not in _CROSSING:
            return None
        if tokens[start + 1].text.lower() not in _IT:
            return None
        joined = next((at for at in range(start, last) if tokens[at].text == "and"), None)
        return None if joined is None else _Opening(range(start, start + 2), False, joined + 1)
