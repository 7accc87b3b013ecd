"""A cluster of two nodes, one of which is killed in the middle: `two_nodes.py PILE FOLDER`.

A process of its own, since Ray opens sockets, warns, and leaves threads behind. Prints what came of it as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import ray
from ray._common.utils import get_default_ray_temp_dir
from ray.cluster_utils import Cluster

from sayso.engines.filling import Bounds, Filled, Filling
from sayso.engines.local import LocalEngine, Taking
from sayso.engines.ray import crew
from sayso.engines.sharded import read_shards
from sayso.engines.version import reading_version
from sayso.exporters import placed
from sayso.inputs import read_inputs
from sayso.inputs.walk import walk
from sayso.model.reading import Ledger
from sayso.settings import Settings
from sayso.stores import open_store

STARTS = 5  # of Ray, which gives its own processes half a minute and cannot be told to wait longer
SETTINGS = Settings()
SMALL = {"num_cpus": 1, "object_store_memory": 80_000_000, "include_dashboard": False}


def on_one_core(pile: str, address: str) -> list[str]:
    with open_store(address, create=True) as store:
        filling = Filling(store, reading_version(SETTINGS))
        items = read_inputs([pile], max_bytes=SETTINGS.max_input_bytes)
        list(filling.fill(items, LocalEngine(SETTINGS, Taking()).read))
        return sorted(map(repr, placed(store.batches())))


def start(folder: Path) -> tuple[Any, Any]:
    """The cluster, and its second node."""
    place = {"plasma_directory": str(folder), "temp_dir": str(folder)}
    # Where Ray writes the address of the cluster, also with another folder; it only makes the one that is given.
    Path(get_default_ray_temp_dir()).mkdir(parents=True, exist_ok=True)
    for left in reversed(range(STARTS)):
        try:
            cluster = Cluster(initialize_head=True, head_node_args={**SMALL, **place})
            other = cluster.add_node(**SMALL, plasma_directory=str(folder))
            ray.init(address=cluster.address, log_to_driver=False)
        except Exception as error:
            ray.shutdown()
            if not left or not _is_too_slow(error):
                raise
        else:
            return cluster, other
    raise AssertionError(STARTS)


def _is_too_slow(error: Exception) -> bool:
    """Whether Ray gave its own processes up for slow."""
    return isinstance(error, TimeoutError) or "timed out" in str(error).lower()


def on_two_nodes(pile: str, address: str, folder: Path) -> tuple[list[str], Filled, int, int]:
    cluster, other = start(folder)
    version = reading_version(SETTINGS)
    try:
        with (
            open_store(address, create=True) as store,
            crew(SETTINGS, Taking(), workers=2) as hands,
        ):
            hands.gather()
            killed = ledgers = 0
            filling = Filling(store, version, bounds=Bounds(articles=5))
            for made in filling.take(read_shards(hands, walk(pile), filling.choose)):
                ledgers += isinstance(made, Ledger)
                if not killed and hands.nodes[other.node_id]:
                    # As a machine that loses its power: the node and all of its workers at once.
                    cluster.remove_node(other, allow_graceful=False)
                    killed = ledgers
            return sorted(map(repr, placed(store.batches()))), filling.done, killed, ledgers
    finally:
        ray.shutdown()
        cluster.shutdown()


def main() -> None:
    pile, folder = sys.argv[1], Path(sys.argv[2])
    many, done, killed, ledgers = on_two_nodes(pile, str(folder / "many.sqlite"), folder)
    one = on_one_core(pile, str(folder / "one.sqlite"))
    told = {
        "same": many == one,
        "killed_after": killed,
        "ledgers": ledgers,
        "read": done.read,
        "quarantined": done.quarantined,
    }
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
