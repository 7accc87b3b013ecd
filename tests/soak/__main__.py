"""``python -m soak``: kills, full disks, stopped databases and crowds, with the figures.

    python -m soak [kill] [fill] [stop] [crowd] [desk] [--kills N] [--failures N] [--seconds S] ...

So many of each on SQLite and on PostgreSQL; without a name, all of them. Ends with an AssertionError at the
first store that is not as it must be, and with exit code 1 where a crowd or a visitor of the desk met an error, or an article was lost.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from soak.articles import write_articles
from soak.crowds import Crowd, crowd
from soak.failing import fill_disk, fill_server_disk, stop_server
from soak.killing import kill_runs
from soak.runs import Runs
from soak.servers import Empty, Server, files
from soak.visits import visit

PARTS = ("kill", "fill", "stop", "crowd", "desk")


def main() -> int:
    """Run what is asked for, and print what came of it."""
    chosen = _arguments()
    parts = chosen.parts or PARTS
    with tempfile.TemporaryDirectory(prefix="sayso-") as name, _server(Path(name)) as server:
        folder = Path(name)
        write_articles(folder / "articles", chosen.articles)
        (folder / "files").mkdir()
        databases: dict[str, Empty] = {
            "SQLite": files(folder / "files"),
            "PostgreSQL": server.empty,
        }
        runs = Runs(folder / "articles", databases["SQLite"](), chosen.seed)
        if "kill" in parts:
            for database, empty in databases.items():
                with _told(f"{database}: kill -9"):
                    done = kill_runs(runs, empty, chosen.kills)
                    print(f"{done.kills} runs killed, {done.stores} stores read to their end")
        if "fill" in parts:
            with _told("SQLite: disk full"):
                _print_failed(fill_disk(runs, folder / "disk", chosen.failures), chosen.failures)
            with _told("PostgreSQL: disk full"):
                failed = fill_server_disk(runs, folder / "disk2", chosen.failures)
                _print_failed(failed, chosen.failures)
        if "stop" in parts:
            with _told("PostgreSQL: stopped"):
                print(f"{stop_server(runs, server, chosen.failures)} runs lost their database")
        bad = "crowd" in parts and _crowds(runs, databases, folder, chosen)
        if "desk" in parts:
            address = chosen.store or databases["SQLite"]()
            if not chosen.store:
                runs.finish(address)
            with _told(f"The desk: {chosen.clients} visitors"):
                found = visit(address, chosen.clients, chosen.seconds, chosen.seed)
                _print_times(found.seconds)
                print(f"{found.articles:,} articles, errors {len(found.errors)}")
                bad |= _print_errors(found.errors)
        return int(bad)


def _crowds(
    runs: Runs, databases: dict[str, Empty], folder: Path, chosen: argparse.Namespace
) -> bool:
    """Whether any of them met an error, or a store was not as it must be."""
    bad = False
    for database, empty in databases.items():
        address = empty()
        runs.finish(address)
        with _told(f"{database}: {chosen.writers} writers, {chosen.readers} readers"):
            found = crowd(
                address, folder / database, chosen.writers, chosen.readers, chosen.seconds
            )
            _print_crowd(found)
            bad |= bool(found.errors or found.lost or found.flaws)
    return bad


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The store under blows.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--kills", type=int, default=100, help="runs to kill on each database")
    parser.add_argument("--failures", type=int, default=10, help="failures of each sort")
    parser.add_argument("--seconds", type=float, default=600, help="how long crowds stay")
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--readers", type=int, default=32)
    parser.add_argument("--clients", type=int, default=64, help="visitors of the desk")
    parser.add_argument("--store", help="what the desk is over; without one, small articles")
    parser.add_argument("--articles", type=int, default=40, help="articles in a run")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    if unknown := set(chosen.parts).difference(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    return chosen


@contextmanager
def _server(folder: Path) -> Iterator[Server]:
    # The folder's name is short, as the path of a socket must be.
    os.environ["XDG_RUNTIME_DIR"] = str(folder / "run")
    (folder / "run").mkdir(mode=0o700)
    server = Server(folder / "pg")
    try:
        yield server
    finally:
        server.close()


@contextmanager
def _told(what: str) -> Iterator[None]:
    print(f"\n{what}", flush=True)
    begin = time.monotonic()
    yield
    print(f"{time.monotonic() - begin:.0f} s", flush=True)


def _print_failed(failed: int | None, trials: int) -> None:
    if failed is None:
        print("left out: no file system may be mounted here")
    else:
        print(f"{failed} of {trials} runs failed for want of room, all were finished afterwards")


def _print_crowd(found: Crowd) -> None:
    _print_times(found.seconds)
    print(
        f"{found.written:,} articles written, errors {len(found.errors)}, lost {found.lost}, "
        f"flaws {found.flaws}"
    )
    _print_errors(found.errors)


def _print_times(seconds: Mapping[str, Sequence[float]]) -> None:
    print(f"{'':20}{'number':>10}{'p50 ms':>10}{'p95 ms':>10}{'max ms':>10}")
    for what, taken in sorted(seconds.items()):
        row = "".join(f"{1000 * _quantile(taken, share):10.0f}" for share in (0.5, 0.95, 1))
        print(f"{what:20}{len(taken):10,}{row}")


def _print_errors(errors: Sequence[str]) -> bool:
    for error in errors[:3]:
        print(error, file=sys.stderr)
    return bool(errors)


def _quantile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


if __name__ == "__main__":
    sys.exit(main())
