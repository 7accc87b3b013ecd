"""Whether a pronoun can be the speaker himself: "Bern said it would …", "the envoys said they …"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import Literal

from sayso.model.reading import Attribution
from sayso.reading.tree import Tree

_ONE = frozenset({"he", "she"})
_PLURAL = frozenset({"NNS", "NNPS"})
# Of several, where "of" tells of whom ("a group of nurses said they …"), and always.
_MANY = frozenset({"group", "number", "majority", "dozen", "couple", "pair", "handful", "band"})
_ALWAYS = frozenset({"police", "staff"})


class OwnWords:
    """Tells pronouns for the speaker from those for others, by person and number.

    `people` are the lemmas of words for persons.
    """

    def __init__(
        self, tree: Tree, attributions: Sequence[Attribution], people: Collection[str]
    ) -> None:
        self._tree = tree
        self._people = people
        self._attributions = attributions
        self._starts = [token.start for token in tree.tokens]

    def own(
        self, words: frozenset[int], attribution: int | None
    ) -> Literal["speaker", "side"] | None:
        """Whom of those who speak the attribution these words can be, if they are a pronoun."""
        if attribution is None or len(words) != 1:
            return None
        token = self._tree.tokens[next(iter(words))]
        if token.tag != "PRP":
            return None
        pronoun = token.text.lower()
        if pronoun == "we":
            return "side"
        if self._attributions[attribution].form == "direct":
            return "speaker" if pronoun == "i" else None
        return "speaker" if pronoun == "i" or self._agree(pronoun, attribution) else None

    def _agree(self, pronoun: str, attribution: int) -> bool:
        """Whether a pronoun of the third person agrees with the speaker in number."""
        head = self._head_of_speaker(attribution)
        if head is None:
            return False
        speaker = self._tree.tokens[head]
        joined = bool(self._tree.children(head, "conj"))
        several = speaker.tag in _PLURAL or joined or speaker.text.lower() == "they"
        if pronoun == "they":
            return several or speaker.lemma in _ALWAYS or self._is_of_many(head)
        if speaker.tag == "PRP":
            return speaker.text.lower() == pronoun
        person = speaker.entity.endswith("PERSON")
        if pronoun in _ONE and not speaker.entity and speaker.lemma not in self._people:
            return False
        return not several and (
            not speaker.entity or person if pronoun in _ONE else pronoun == "it" and not person
        )

    def _is_of_many(self, head: int) -> bool:
        tree = self._tree
        return tree.tokens[head].lemma in _MANY and any(
            tree.tokens[below].tag in _PLURAL
            for of in tree.children(head, "prep")
            for below in tree.children(of, "pobj")
        )

    def _head_of_speaker(self, attribution: int) -> int | None:
        speaker = self._attributions[attribution].speaker
        if speaker is None or speaker.span is None or speaker.span.part != "text":
            return None
        first = bisect_left(self._starts, speaker.span.start)
        last = bisect_left(self._starts, speaker.span.end)
        inside = range(first, last)
        return next((at for at in inside if self._tree.tokens[at].head not in inside), None)
