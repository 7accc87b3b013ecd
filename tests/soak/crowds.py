"""Many writers and readers on one store at the same time."""

from __future__ import annotations

import os
import random
import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from sayso.model.ids import digest_id, with_id
from sayso.model.ledger import Caveat
from sayso.model.reading import Ledger
from sayso.stores import Batch, Selection, Store, Version, open_store
from soak.runs import ended

_SHARED = 4  # every so many batches hold articles that others write as well
_THINKS = 0.1  # seconds between what one reader asks
_SOME = 20


class Report(msgspec.Struct):
    """What one process did: seconds by what it asked, errors, and the articles that it was told are there."""

    seconds: dict[str, list[float]] = msgspec.field(default_factory=dict)
    errors: list[str] = msgspec.field(default_factory=list)
    written: list[str] = msgspec.field(default_factory=list)


class Crowd(NamedTuple):
    """What all did together. `lost` are articles that were told to be there and are not, or not whole."""

    seconds: dict[str, list[float]]
    errors: list[str]
    written: int
    lost: int
    flaws: int


def crowd(address: str, folder: Path, writers: int, readers: int, seconds: float) -> Crowd:
    """Let them write and read for so long. Some ledgers must be in the store, of which others are made."""
    with open_store(address) as store:
        [first, *_] = store.batches()
    version, models = first.version, [_plain(ledger) for ledger in first.ledgers]
    until = time.monotonic() + seconds
    folder.mkdir(parents=True)
    children = []
    for number in range(writers + readers):
        act = _write if number < writers else _read
        child = os.fork()
        if child == 0:
            _be(
                address,
                folder / str(number),
                partial(act, models=models, version=version, until=until),
            )
        children.append(child)
    codes = [ended(child, patience=seconds + 120) for child in children]
    reports = [msgspec.json.decode(path.read_bytes(), type=Report) for path in folder.iterdir()]
    together: dict[str, list[float]] = defaultdict(list)
    for report in reports:
        for what, taken in report.seconds.items():
            together[what] += taken
    errors = [error for report in reports for error in report.errors]
    errors += [f"a process ended with {code}" for code in codes if code]
    written = {key for report in reports for key in report.written}
    sizes = {len(model.records) for model in models}
    with open_store(address) as store:
        there = {one.article.id for one in store.ledgers() if len(one.records) in sizes}
        flaws = sum(1 for _ in store.check())
    return Crowd(dict(together), errors, len(written), len(written - there), flaws)


def _plain(ledger: Ledger) -> Ledger:
    kept = tuple(one for one in ledger.records if not isinstance(one, Caveat))
    return msgspec.structs.replace(ledger, records=kept)


def another(model: Ledger, name: str) -> Ledger:
    """The same article under another id, and its records with theirs."""
    text = msgspec.json.encode(model).decode()
    key = digest_id("article", name.encode())
    moved = msgspec.json.decode(text.replace(model.article.id, key), type=Ledger)
    ids = {one.id: with_id(one).id for one in moved.records}
    text = msgspec.json.encode(moved).decode()
    for old, new in ids.items():
        text = text.replace(old, new)
    return msgspec.json.decode(text, type=Ledger)


def _be(address: str, out: Path, act: Callable[[Store, Report], None]) -> None:
    """What a process is: it acts, writes its report and ends."""
    report = Report()
    try:
        with open_store(address) as store:
            act(store, report)
    except BaseException:  # noqa: BLE001  it is in the report
        report.errors.append(traceback.format_exc())
    finally:
        out.write_bytes(msgspec.json.encode(report))
        os._exit(0)


def _write(
    store: Store, report: Report, models: Sequence[Ledger], version: Version, until: float
) -> None:
    chance = random.Random(os.getpid())
    for number in count():
        if time.monotonic() > until:
            return
        owner = "all" if number % _SHARED == 0 else os.getpid()
        held = [
            another(chance.choice(models[:1]) if owner == "all" else chance.choice(models), name)
            for name in (f"{owner} {number} {at}" for at in range(chance.randint(1, 5)))
        ]
        chance.shuffle(held)
        with Timed(report, "write a batch"):
            store.write(Batch(version=version, ledgers=tuple(held)))
        report.written += [one.article.id for one in held]


def _read(
    store: Store, report: Report, models: Sequence[Ledger], version: Version, until: float
) -> None:
    del version
    chance = random.Random(os.getpid())
    ids = [model.article.id for model in models]
    sizes = {len(model.records) for model in models}

    def held() -> Iterator[Ledger]:
        return store.ledgers(Selection(articles=chance.sample(ids, 5)))

    def by_name() -> Iterator[Ledger]:
        return islice(store.ledgers(Selection(who=("berg",))), _SOME)

    while time.monotonic() < until:
        what = chance.choice(("known", "by id", "by name", "counts"))
        with Timed(report, what):
            if what == "known":
                assert set(store.known(ids)) == set(ids)
            elif what == "counts":
                assert store.counts()["articles"] >= len(ids)
            else:
                for ledger in held() if what == "by id" else by_name():
                    assert len(ledger.records) in sizes, "half an article"
        time.sleep(_THINKS)


class Timed:
    """Notes how long something took."""

    def __init__(self, report: Report, what: str) -> None:
        self._taken = report.seconds.setdefault(what, [])

    def __enter__(self) -> None:
        self._begin = time.monotonic()

    def __exit__(self, *error: object) -> None:
        self._taken.append(time.monotonic() - self._begin)
