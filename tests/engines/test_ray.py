"""A real cluster of Ray: what a lost node had is read by the others, once."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from running import Cli

ROOT = Path(__file__).parents[2]
# Seconds: a start of Ray and three of the language model took 105 under a load of nine on two cores; five starts
# of Ray that each give up take 200 more.
PATIENCE = 480
# Nothing is told to anybody, no memory of other processes is judged, and nothing is asked for a token.
QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_AUTH_MODE": "disabled",
    "RAY_memory_monitor_refresh_ms": "0",
    "OPENBLAS_NUM_THREADS": "1",
    # On a busy machine a node that lives may be silent for long; one that is killed refuses at once.
    "RAY_health_check_timeout_ms": "60000",
    "RAY_gcs_rpc_server_reconnect_timeout_s": "300",
}
MARK = "SAYSO_TEST_CLUSTER"


@pytest.fixture
def short() -> Iterator[Path]:
    """A folder with a short path, as Ray's sockets need it; no process that was started for it is left."""
    folder = Path(tempfile.mkdtemp(prefix="s", dir="/tmp"))
    try:
        yield folder
    finally:
        end = time.monotonic() + 60
        while (left := list(processes(folder))) and time.monotonic() < end:
            for process in left:
                kill(process)
            time.sleep(0.2)
        shutil.rmtree(folder, ignore_errors=True)


def processes(folder: Path) -> Iterator[int]:
    """The processes that were started for a folder, whatever they call themselves."""
    mark = f"{MARK}={folder}".encode()
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (place / "environ").read_bytes().split(b"\0"):
                yield int(place.name)
        except OSError:
            continue  # it ended meanwhile, or is somebody else's


def kill(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return


def pile(folder: Path) -> Path:
    """An archive, JSON Lines and texts; some of it twice, some of it broken."""
    made = folder / "pile"
    made.mkdir()
    words = "The lock on pier {} stays shut, the keeper, Edda Rhys, said on Monday."
    for name in ("a", "b"):
        lines = [json.dumps({"text": words.format(f"{name}{n % 14}"), "id": 1}) for n in range(16)]
        (made / f"{name}.jsonl").write_text("\n".join([*lines, "{"]))
    bodies = [words.format(number).encode() for number in range(16)]
    (made / "c.warc.gz").write_bytes(
        b"".join(
            gzip.compress(
                b"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\n"
                b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(body), body)
            )
            for body in bodies
        )
    )
    (made / "d.txt").write_text(words.format("d"))
    (made / "e.txt").write_text("")
    return made


@pytest.mark.cluster
@pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed")
@pytest.mark.timeout(PATIENCE + 120)
def test_a_node_that_is_killed_loses_nothing_and_doubles_nothing(short: Path) -> None:
    path = os.pathsep.join(str(ROOT / name) for name in ("src", "tests"))
    # Into files: processes of Ray that outlive it for a moment would hold pipes open.
    with (short / "out").open("wb") as output, (short / "err").open("wb") as errors:
        running = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("two_nodes.py")), pile(short), short],
            stdout=output,
            stderr=errors,
            env={**os.environ, **QUIET, "PYTHONPATH": path, MARK: str(short)},
        )
        try:
            code = running.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            code = None
            running.kill()
            running.wait()
    out, err = ((short / name).read_text(errors="replace") for name in ("out", "err"))
    assert code == 0, err[-4000:]
    told = json.loads(out.splitlines()[-1])
    assert told["same"]
    assert told["ledgers"] == told["read"] == 14 + 14 + 16 + 1
    assert told["quarantined"] == 3
    assert 0 < told["killed_after"] < told["ledgers"]


def test_without_ray_it_is_told_what_is_missing(process: Cli, bare: Path) -> None:
    (bare / "a.txt").write_text("The lock stays shut.\n")
    (bare / "ray.py").write_text("raise ImportError('none')\n")
    # The current folder goes before what is installed.
    told = process("read", "a.txt", "--engine", "ray")
    assert told.code == 2
    assert "pip install 'sayso[ray]'" in told.err


def test_options_that_do_not_fit_are_told(process: Cli, bare: Path) -> None:
    (bare / "a.txt").write_text("The lock stays shut.\n")
    for options, words in (
        (("--workers", "2"), "are for --engine ray"),
        (("--engine", "ray", "--jobs", "2"), "takes --workers"),
        (("--engine", "ray", "--parts", "parts", "--again"), "parts are of one version"),
    ):
        told = process("read", "a.txt", *options)
        assert told.code == 2
        assert words in told.err
    told = process("read", "-", "--engine", "ray")
    assert told.code == 2
    assert "standard input" in told.err
