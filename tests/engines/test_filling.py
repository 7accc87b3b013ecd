"""Inputs into a store: each article once, in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from sayso.engines.filling import Bounds, Filled, Filling
from sayso.engines.local import Aside, Taking, read_articles
from sayso.inputs import Item, read_inputs
from sayso.model.reading import Ledger
from sayso.model.text import RawDocument
from sayso.settings import Settings
from sayso.stores import Batch, Store, Version, Written, open_store

ONE = Version(id="version_1", sayso="1", extractors={}, rules="", books="", model="")
TWO = Version(id="version_2", sayso="2", extractors={}, rules="", books="", model="")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for number in range(6):
        (made / f"{number}.txt").write_text(f"The bridge on pier {number} stays closed.\n")
    (made / "7.txt").write_bytes((made / "2.txt").read_bytes())
    (made / "8.txt").write_text("")
    (made / "9.txt").write_text("")
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.sqlite"), create=True) as opened:
        yield opened


class Reading:
    """Reads articles without a language model, and notes which."""

    def __init__(self, tmp_path: Path) -> None:
        self.read: list[str] = []
        self._tmp_path = tmp_path

    def __call__(self, items: Iterable[Item]) -> Iterator[Ledger | Aside]:
        for item in items:
            if isinstance(item, RawDocument):
                self.read.append(Path(item.path or "").name)
                yield from read_articles([item.path or ""], Settings(), Taking())
            else:
                yield item


def fill(
    store: Store, folder: Path, version: Version = ONE, *, again: bool = False, articles: int = 2
) -> tuple[list[str], Filled]:
    reading = Reading(folder)
    filling = Filling(store, version, again=again, bounds=Bounds(articles=articles, ahead=4))
    list(filling.fill(read_inputs([str(folder)], max_bytes=1000), reading))
    return reading.read, filling.done


def test_a_second_run_reads_only_what_is_new(store: Store, folder: Path) -> None:
    read, done = fill(store, folder)
    assert read == ["0.txt", "1.txt", "2.txt", "3.txt", "4.txt", "5.txt"]
    assert (done.read, done.known + done.copies, done.quarantined) == (6, 1, 2)
    assert done.words == 6 * 7
    (folder / "6.txt").write_text("The ferry sails again.\n")
    read, done = fill(store, folder)
    assert read == ["6.txt"]
    assert (done.read, done.known, done.quarantined) == (1, 7, 2)
    assert store.counts()["articles"] == 7
    assert store.counts()["captures"] == 8
    assert [Path(one.path).name for one in store.quarantines()] == ["8.txt", "9.txt"]


def test_again_reads_what_another_version_read_and_that_once(store: Store, folder: Path) -> None:
    fill(store, folder)
    assert fill(store, folder, TWO)[0] == []
    read, done = fill(store, folder, TWO, again=True)
    assert read == [f"{number}.txt" for number in range(6)]
    assert (done.read, done.renewed, done.written.renewed) == (0, 6, 6)
    assert fill(store, folder, TWO, again=True)[0] == []
    assert store.counts()["captures"] == 7


class Counting:
    """A store that notes how many ledgers each batch has, and may fail at one of them."""

    def __init__(self, store: Store, fails_at: int | None = None) -> None:
        self._store = store
        self._fails_at = fails_at
        self.sizes: list[int] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def write(self, batch: Batch) -> Written:
        self.sizes.append(len(batch.ledgers))
        if len(self.sizes) == self._fails_at:
            raise KeyboardInterrupt
        return self._store.write(batch)


def test_batches_are_bounded_and_an_interrupted_run_goes_on(store: Store, folder: Path) -> None:
    stopped = Counting(store, fails_at=3)
    with pytest.raises(KeyboardInterrupt):
        fill(stopped, folder)  # type: ignore[arg-type]
    assert stopped.sizes == [2, 2, 2]
    assert store.counts()["articles"] == 4
    read, _ = fill(store, folder)
    assert read == ["4.txt", "5.txt"]
    assert store.counts()["captures"] == 7


@pytest.mark.parametrize("articles", [1, 3, 50])
def test_the_size_of_batches_changes_nothing(store: Store, folder: Path, articles: int) -> None:
    _, done = fill(store, folder, articles=articles)
    assert (done.read, done.copies + done.known) == (6, 1)
    assert store.counts()["captures"] == 7


def test_copies_of_what_cannot_be_read_are_quarantined_too(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "long"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("word " * 100)

    def late(items: Iterable[Item]) -> Iterator[Ledger | Aside]:
        """As several processes do: the second is met before the first is done."""
        paths = [item.path or "" for item in items if isinstance(item, RawDocument)]
        yield from read_articles(paths, Settings(max_article_chars=9), Taking())

    filling = Filling(store, ONE)
    made = list(filling.fill(read_inputs([str(folder)], max_bytes=1000), late))
    assert len(made) == 1
    assert filling.done == Filled(quarantined=2)
    assert [Path(one.path).name for one in store.quarantines()] == ["a.txt", "b.txt"]
