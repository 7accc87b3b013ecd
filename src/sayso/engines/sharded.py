"""Shards handed to workers and what they make of them: in which order, and how many at a time.

Files are cut and looked into ahead of the reading, by the workers too. Documents are chosen in the order
of the files, whoever looked into which, so the same ones are read as on one core. Nothing piles up: a
shard is looked into when few wait to be read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol

from sayso.engines.answers import made_of
from sayso.engines.filling import Choose, Sighted
from sayso.engines.local import Aside
from sayso.engines.parts import Part
from sayso.errors import WorkerError
from sayso.inputs.shards import Shard
from sayso.inputs.walk import Found
from sayso.model.reading import Ledger

# How many files are cut at the same time.
_CUT_AHEAD = 4


class Call(NamedTuple):
    """A call of a worker's method. Its values are the same wherever it is made.

    Its last argument says which of them are wanted: how many of the first are not, or the numbers of all.
    """

    method: Literal["cut", "tell", "read", "part"]
    path: str
    arguments: tuple[Any, ...]

    def rest(self, had: int) -> Call:
        """The call for the values that are left when the first `had` are there."""
        *given, last = self.arguments
        left = last[had:] if self.method == "read" else last + had
        return self._replace(arguments=(*given, left))


class Answered(NamedTuple):
    """The next value of the call that was given under this number; or its end."""

    number: int
    value: Any
    ended: bool = False


class Hands(Protocol):
    """Workers, wherever they are. What becomes of a call whose worker is lost is their care."""

    @property
    def busy(self) -> bool:
        """Whether a call has not ended yet."""

    @property
    def room(self) -> int:
        """How many calls more may wait, so that nobody is idle."""

    def give(self, call: Call) -> int:
        """Have a call made; the number that it goes by."""

    def take(self) -> Answered:
        """The next value of any call, in the order of its own values; waits for it."""


class _Files:
    """Files that are being cut, and their shards in order."""

    def __init__(self, hands: Hands, pieces: Iterator[Found | Aside]) -> None:
        self._hands = hands
        self._pieces = pieces
        self._cut: deque[tuple[int, deque[Shard]]] = deque()
        self._shards: dict[int, deque[Shard]] = {}
        self._more = True

    def open(self) -> Iterator[Aside]:
        """Have files cut, as far as that may go ahead; what is no file comes out."""
        while len(self._cut) < _CUT_AHEAD:
            piece = next(self._pieces, None)
            if piece is None:
                self._more = False
                return
            if isinstance(piece, Found):
                number = self._hands.give(Call("cut", piece.path, (piece, 0)))
                self._shards[number] = deque()
                self._cut.append((number, self._shards[number]))
            else:
                yield piece

    def took(self, answered: Answered) -> bool:
        """Whether this was about a file."""
        shards = self._shards.get(answered.number)
        if shards is None:
            return False
        if answered.ended:
            del self._shards[answered.number]
        else:
            shards.append(answered.value)
        return True

    def next(self) -> Shard | None:
        """The next shard in the order of the files, if it is known already."""
        while self._cut:
            number, shards = self._cut[0]
            if shards:
                return shards.popleft()
            if number in self._shards:
                return None
            self._cut.popleft()
        return None

    def __bool__(self) -> bool:
        return self._more or bool(self._cut)


class _Sights:
    """Shards that are being looked into, in order."""

    def __init__(self, hands: Hands, files: _Files) -> None:
        self._hands = hands
        self._files = files
        self._asked: deque[tuple[int, Shard]] = deque()
        self._told: dict[int, Sequence[Sighted | Aside]] = {}

    def open(self) -> None:
        """Have shards looked into, as far as that may go ahead."""
        while self._hands.room > len(self._asked):
            shard = self._files.next()
            if shard is None:
                return
            self._asked.append((self._hands.give(Call("tell", shard.path, (shard, 0))), shard))

    def took(self, answered: Answered) -> None:
        """Keep what a shard holds until it is its turn."""
        if not answered.ended:
            self._told[answered.number] = answered.value

    def next(self) -> tuple[Shard, Sequence[Sighted | Aside]] | None:
        """The next shard in the order of the files with what it holds, if that is known already."""
        if not self._asked or self._asked[0][0] not in self._told:
            return None
        number, shard = self._asked.popleft()
        return shard, self._told.pop(number)


class _Wanted(NamedTuple):
    """What is still to come of a shard."""

    shard: Shard
    left: deque[Sighted]


def read_shards(
    hands: Hands, pieces: Iterable[Found | Aside], choose: Choose
) -> Iterator[Ledger | Aside]:
    """The ledgers of what `choose` takes of the files, in the order in which they are done, and what was left aside.

    WorkerError where a worker fails, or a file changes while it is read.
    """
    files = _Files(hands, iter(pieces))
    sights = _Sights(hands, files)
    reading: dict[int, _Wanted] = {}
    while files or hands.busy:
        yield from files.open()
        sights.open()
        while (seen := sights.next()) is not None:
            shard, holds = seen
            wanted = deque[Sighted]()
            for item in choose(holds):
                if isinstance(item, Sighted):
                    wanted.append(item)
                else:
                    yield item
            if wanted:
                reading[_give(hands, shard, wanted)] = _Wanted(shard, wanted)
        if not hands.busy:
            continue
        answered = hands.take()
        if answered.number in reading:
            made = _made(answered, reading)
            if made is not None:
                yield made
        elif not files.took(answered):
            sights.took(answered)


def _give(hands: Hands, shard: Shard, wanted: Iterable[Sighted]) -> int:
    numbers = tuple(one.number for one in wanted)
    return hands.give(Call("read", shard.path, (shard, numbers)))


def write_parts(
    hands: Hands, pieces: Iterable[Found | Aside], folder: Path
) -> Iterator[Part | Aside]:
    """The parts of all shards, as they are there; what is no file comes out as it is."""
    files = _Files(hands, iter(pieces))
    while files or hands.busy:
        yield from files.open()
        while hands.room and (shard := files.next()) is not None:
            hands.give(Call("part", shard.path, (shard, folder, 0)))
        if hands.busy:
            answered = hands.take()
            if not files.took(answered) and not answered.ended:
                yield answered.value


def _made(answered: Answered, reading: dict[int, _Wanted]) -> Ledger | Aside | None:
    """The next of a shard; None at its end."""
    shard, left = reading[answered.number]
    if answered.ended:
        del reading[answered.number]
        if left:
            raise WorkerError(f"{shard.path} changed while it was read")
        return None
    made = made_of(answered.value, f"a worker failed at {shard.path}")
    if isinstance(made, Ledger) and made.article.id != left[0].article:
        raise WorkerError(f"{shard.path} changed while it was read")
    left.popleft()
    return made
