"""``python -m streams STORE NUMBER``: a store with so many generated articles more, to be looked at or searched."""

from __future__ import annotations

import argparse

from sayso.stores import Batch, Version, open_store
from streams.stream import stream

VERSION = Version(id="stream", sayso="0", extractors={}, rules="", books="", model="")


def main() -> None:
    """Write them, a day at a time."""
    parser = argparse.ArgumentParser(description="Write a stream of generated articles.")
    parser.add_argument("store")
    parser.add_argument("number", type=int)
    parser.add_argument("--a-day", type=int, default=100, help="articles of one day")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with open_store(chosen.store, create=True) as store:
        for ledgers in stream(chosen.number, chosen.a_day, chosen.seed):
            store.write(Batch(version=VERSION, ledgers=ledgers))
        print(f"{store.counts()['articles']:,} articles are in the store")


if __name__ == "__main__":
    main()
