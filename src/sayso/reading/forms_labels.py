"""Which dependency labels a pipeline's rules can tell apart for a word.

A rule of the attribute ruler that asks for a label mostly asks for a word or a tag too ("you" as an object). For
any other word it does not matter to that rule whether it is a subject or an object.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple


class _Asks(NamedTuple):
    """What one word of a rule must be: a word in lower case, a tag, a label.

    None stands for any word or tag, and where the labels are asked for in a way that is not known here.
    """

    words: frozenset[str] | None
    tags: frozenset[str] | None
    labels: frozenset[str] | None
    barred: bool  # `tags` are those that it must not have


class Labels:
    """Asks a vocabulary's rules (spaCy's patterns) about words, given by the hashes of form, tag and label."""

    def __init__(self, strings: Any, patterns: Iterable[Sequence[Mapping[str, Any]]]) -> None:
        self._strings = strings
        self._asks = [_asks(word) for pattern in patterns for word in pattern if "DEP" in word]
        self._of_words: dict[tuple[int, int], tuple[_Asks, ...]] = {}

    def told_apart(self, key: tuple[int, int, int]) -> tuple[bool | str, ...]:
        """The same for two labels exactly where no rule tells them apart for this form and tag."""
        form, tag, label = key
        if (form, tag) not in self._of_words:
            self._of_words[form, tag] = tuple(self._asking(form, tag))
        written: str = self._strings[label]
        return tuple(
            written if one.labels is None else written in one.labels
            for one in self._of_words[form, tag]
        )

    def clear(self) -> None:
        """Forget the words that were asked about."""
        self._of_words.clear()

    def _asking(self, form: int, tag: int) -> Iterator[_Asks]:
        word, written = self._strings[form].lower(), self._strings[tag]
        for one in self._asks:
            fits = one.tags is None or (written in one.tags) != one.barred
            if fits and (one.words is None or word in one.words):
                yield one


def _asks(word: Mapping[str, Any]) -> _Asks:
    barred = isinstance(word.get("TAG"), Mapping) and set(word["TAG"]) == {"NOT_IN"}
    labels = word["DEP"]
    if isinstance(labels, Mapping) and set(labels) == {"NOT_IN"}:
        labels = {"IN": labels["NOT_IN"]}  # the same are told apart
    tags = {"IN": word["TAG"]["NOT_IN"]} if barred else word.get("TAG")
    return _Asks(_among(word.get("LOWER")), _among(tags), _among(labels), barred)


def _among(asked: Any) -> frozenset[str] | None:
    """The values that are asked for; None for any, and for what is not known here."""
    if isinstance(asked, str):
        return frozenset({asked})
    if isinstance(asked, Mapping) and set(asked) == {"IN"}:
        return frozenset(asked["IN"])
    return None
