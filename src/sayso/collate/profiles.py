"""What a record says, slot by slot, so that records of several articles can be compared.

Two records are of one thing where their slots agree. A slot that one of them leaves open agrees with any;
words decide only where a record has no better slot.
"""

from __future__ import annotations

from typing import NamedTuple

from sayso.books.accounts import AccountBook

SHORTEST_DATE = len("2024-05-31")


class Arms(NamedTuple):
    """A weapon by kind and name; the name is None where only a kind is told."""

    category: str | None = None
    id: str | None = None


class Profile(NamedTuple):
    """The slots of one record.

    `exact` slots are equal or open (None); `members` is a set of which less may be told; `words` are stems
    that must be alike where `by_words` says that no better slot decides; `first` and `last` are ISO dates.
    """

    kind: str
    exact: tuple[str | None, ...]
    weapon: Arms = Arms()
    members: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    by_words: bool = False
    first: str | None = None
    last: str | None = None

    @property
    def fullness(self) -> int:
        """How many slots are filled."""
        slots = (*self.exact, *self.weapon, self.first, *self.members)
        return sum(slot is not None for slot in slots)

    @property
    def order(self) -> tuple[object, ...]:
        """A total order, the fuller profiles first."""
        return (
            self.kind,
            -self.fullness,
            tuple(slot or "" for slot in (*self.exact, *self.weapon, self.first, self.last)),
            sorted(self.members),
            sorted(self.words),
        )


class Slots:
    """Compares profiles with the thresholds of the book."""

    def __init__(self, book: AccountBook) -> None:
        self._limits = book.limits
        self._broader = book.broader

    def clash(self, a: Profile, b: Profile) -> bool:
        """True where the two cannot be of one thing."""
        return (
            a.kind != b.kind
            or any(x != y and None not in {x, y} for x, y in zip(a.exact, b.exact, strict=True))
            or not (self.arms_cover(a.weapon, b.weapon) or self.arms_cover(b.weapon, a.weapon))
            or not (a.members <= b.members or b.members <= a.members)
            or self._words_apart(a, b)
            or _dates_apart(a, b)
        )

    def covers(self, a: Profile, b: Profile) -> bool:
        """True where all that the first says, the second says as well."""
        return (
            not self.clash(a, b)
            and all(x is None or x == y for x, y in zip(a.exact, b.exact, strict=True))
            and self.arms_cover(a.weapon, b.weapon)
            and a.members <= b.members
        )

    def arms_cover(self, a: Arms, b: Arms) -> bool:
        """True where the second is the first weapon, or one of the kind that the first names."""
        if a == Arms() or a == b:
            return True
        return a.id is None and (
            a.category == b.category or b.category in self._broader.get(a.category or "", ())
        )

    def _words_apart(self, a: Profile, b: Profile) -> bool:
        if not (a.by_words or b.by_words) or not a.words or not b.words:
            return False
        shared, shorter = len(a.words & b.words), min(len(a.words), len(b.words))
        return shared < self._limits.slot_word_share * shorter


def _dates_apart(a: Profile, b: Profile) -> bool:
    """True where both are dated and the times do not meet. Days blur where zones differ."""
    if None in {a.first, b.first}:
        return False
    return bool(
        (a.last and b.first and a.last < b.first) or (b.last and a.first and b.last < a.first)
    )
