"""Conditions that weights find: the words that were tagged, with whose they are and who would act."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from msgspec import structs

from sayso.books.redlines import RedLineBook
from sayso.model.ledger import UTTERED
from sayso.model.reading import Attribution, Conditional, Response
from sayso.model.text import Party, When
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.conditions.disowned import Disowned
from sayso.reading.en.conditions.doers import Doers
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.en.conditions.responses_told import ToldResponses
from sayso.reading.en.conditions.tellings import Tellings
from sayso.reading.en.tagging.tagger import Tags, Window
from sayso.reading.tree import Tree, runs

_UNMET = frozenset({"unless", "until", "or", "otherwise", "without", "else", "till"})


class TaggedConditions:
    """Makes Conditionals of tags."""

    def __init__(
        self,
        evidence: Evidence,
        attributions: Sequence[Attribution],
        book: RedLineBook,
        tellings: Tellings,
        responses: Responses,
        told: ToldResponses,
        doers: Doers,
        disowned: Disowned,
        deadline: Callable[[Collection[int]], When | None],
    ) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._attributions = attributions
        self._book = book
        self._tellings = tellings
        self._responses = responses
        self._told = told
        self._doers = doers
        self._disowned = disowned
        self._deadline = deadline

    def of(self, windows: Iterable[Window]) -> tuple[Conditional, ...]:
        """One Conditional for each window that holds one."""
        found = (self._conditional(one.tags, one.score) for one in windows if one.tags)
        return tuple(one for one in found if one is not None)

    def _conditional(self, tags: Tags, score: float) -> Conditional | None:
        tree = self._tree
        number = self._number(tags)
        tags = self._said(tags, number)
        if not self._is_close(tags):
            return None
        head = self._head(tags.condition)
        demanded = self._is_demanded(tags)
        draft = Draft(head, tags.condition, rest=tags.consequence, certain=True, demanded=demanded)
        doer, _ = self._doers.of(draft)
        meant = self._disowned.is_meant(draft, self._tellings.cue(number))
        if not meant or self._tellings.is_imagined(head):
            return None
        return Conditional(
            marker=None,
            condition=self._evidence.pieces(tags.condition, ()),
            consequence=self._evidence.pieces(tags.consequence, ()),
            attribution=number,
            sentence=tree.sentence(head),
            doer=doer,
            deed=True,
            named=draft.named,
            demanded=demanded,
            deadline=self._deadline(tags.condition),
            responses=self._answers(tags.consequence),
            hedges=tuple(
                self._evidence.span({at}) for at in self._responses.hedges(tags.consequence)
            ),
            private=self._tellings.tells(number, self._book.private),
            announcer=self._named(tags.warner),
            score=score,
        )

    def _said(self, tags: Tags, number: int | None) -> Tags:
        """The tags without the words around what is said: "saying in Oslo that | to sell it would be …"."""
        if number is None:
            return tags
        inside = self._tellings.inside(self._attributions[number].content)
        condition, consequence = (
            self._bare(words & inside or words) for words in (tags.condition, tags.consequence)
        )
        return tags._replace(condition=condition, consequence=consequence)

    def _bare(self, words: frozenset[int]) -> frozenset[int]:
        """The words without a "that" that they begin with."""
        first = min(words, default=None)
        opens = first is not None and self._tree.tokens[first].text.lower() == "that"
        return words - {first} if opens and len(words) > 1 else words

    def _is_close(self, tags: Tags) -> bool:
        """Whether the condition is of one sentence, and the answer of that one or of one beside it."""
        sentences = [
            {self._tree.sentence(at) for at in self._tellings.worded(words)}
            for words in (tags.condition, tags.consequence)
        ]
        if any(len(one) > 1 for one in sentences) or not sentences[0]:
            return False
        return all(abs(one - other) <= 1 for one in sentences[0] for other in sentences[1])

    def _head(self, words: frozenset[int]) -> int:
        """The verb or noun that the most of the words hang on."""
        tree = self._tree
        tops = [
            at for at in words if tree.tokens[at].head not in words or tree.tokens[at].head == at
        ]
        return max(tops, key=lambda at: (len(tree.subtree(at) & words), -at))

    def _answers(self, words: frozenset[int]) -> tuple[Response, ...]:
        """The answers that the words hold: those that the books know, else all that is told as one."""
        if not words:
            return ()
        found = self._responses.find(words) or self._told.threatened(words)
        return found or (
            Response(
                span=self._evidence.span(words),
                kind="answer",
                actor=None,
                own=False,
                modes=("unspecified",),
                named=False,
            ),
        )

    def _number(self, tags: Tags) -> int | None:
        """In whose words it is told: the innermost telling that holds most of them."""
        words = self._tellings.worded(tags.condition | tags.consequence)
        held = []
        for number, one in enumerate(self._attributions):
            inside = self._tellings.inside(one.content)
            share = len(words & inside)
            if not share or one.act not in UTTERED:
                continue
            speaker = one.speaker.span if one.speaker is not None else None
            tagged = speaker is not None and bool(self._evidence.within(speaker) & tags.warner)
            if tagged or 2 * share > len(words):
                held.append((not tagged, -share, len(inside), number))
        return min(held)[-1] if held else None

    def _is_demanded(self, tags: Tags) -> bool:
        """Whether a word before the condition or the answer says that something is not done: "unless", "or"."""
        first = min(tags.condition)
        near = [self._tree.tokens[at].text.lower() for at in (first - 1, first) if at >= 0]
        behind = min((at for at in tags.consequence if at > first), default=None)
        if behind is not None:
            near += [self._tree.tokens[at].text.lower() for at in (behind - 1, behind, behind - 2)]
        return not _UNMET.isdisjoint(near)

    def _named(self, words: frozenset[int]) -> Party | None:
        """Who the words name that were tagged as whose warning it is: the longest run of them."""
        longest = max(runs(words), key=lambda run: run[1] - run[0], default=None)
        return self._evidence.party(range(*longest)) if longest is not None else None


def scored(
    conditions: Iterable[Conditional], windows: Sequence[Window], tree: Tree
) -> tuple[Conditional, ...]:
    """The Conditionals with how sure weights are of a warning where they stand."""
    return tuple(
        structs.replace(one, score=window.score) if (window := _around(one, windows, tree)) else one
        for one in conditions
    )


def _around(one: Conditional, windows: Iterable[Window], tree: Tree) -> Window | None:
    """The window that holds the sentence of a condition."""
    first = tree.sentences[one.sentence].first
    return next((window for window in windows if window.first <= first < window.last), None)
