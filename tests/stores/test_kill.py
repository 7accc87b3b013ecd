"""A writer that is killed at any moment leaves whole batches, and another one goes on; on both databases."""

from __future__ import annotations

import multiprocessing
import time

import msgspec

from briefs.dispute import wire
from sayso.model.ids import digest_id
from sayso.model.reading import Ledger
from sayso.stores import Store, open_store
from stores.shelf import batch

BATCH = 7
MANY = 20 * BATCH
KILLS = 3
WIRE = wire()
ENCODED = msgspec.json.encode(WIRE).decode()


def numbered(number: int) -> Ledger:
    """The same article under another id."""
    key = digest_id("article", str(number).encode())
    return msgspec.json.decode(ENCODED.replace(WIRE.article.id, key), type=Ledger)


def write_all(address: str) -> None:
    with open_store(address, create=True) as store:
        for start in range(0, MANY, BATCH):
            portion = [numbered(number) for number in range(start, start + BATCH)]
            if not store.known([portion[0].article.id]):
                store.write(batch(*portion))


def articles(store: Store) -> int:
    return store.counts().get("articles", 0)


def test_a_killed_writer_leaves_whole_batches(address: str) -> None:
    with open_store(address, create=True) as store:
        context = multiprocessing.get_context("spawn")
        for _ in range(KILLS):
            before = articles(store)
            writer = context.Process(target=write_all, args=(address,))
            writer.start()
            while articles(store) == before and writer.is_alive():
                time.sleep(0.001)
            writer.kill()
            writer.join()
            ledgers = list(store.ledgers())
            assert len(ledgers) > before
            assert len(ledgers) % BATCH == 0
            assert all(len(ledger.records) == len(WIRE.records) for ledger in ledgers)
        write_all(address)
        found = sorted(store.ledgers(), key=lambda ledger: ledger.article.id)
        wanted = sorted(map(numbered, range(MANY)), key=lambda ledger: ledger.article.id)
        assert msgspec.json.encode(found) == msgspec.json.encode(wanted)
