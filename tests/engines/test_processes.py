"""Several processes read what one would, and one that dies is told."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import msgspec
import pytest

from sayso.engines.local import LocalEngine, Taking
from sayso.engines.processes import read_in_processes
from sayso.errors import WorkerError
from sayso.inputs import read_inputs
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(
            f"The lock on pier {number} stays shut, the keeper, Edda Rhys, said on Monday.\n"
        )
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.xyz").write_bytes(b"\x89PNG")
    return tmp_path


def test_two_processes_read_what_one_reads(folder: Path) -> None:
    def items() -> list[object]:
        return list(read_inputs([str(folder)], max_bytes=1000))

    one = list(LocalEngine(Settings(), Taking()).read(items()))  # type: ignore[arg-type]
    two = list(read_in_processes(items(), Settings(), Taking(), 2))  # type: ignore[arg-type]
    assert len(one) == len(two) == 7
    assert sum(isinstance(item, Ledger) and bool(item.records) for item in two) == 5
    assert sum(isinstance(item, Quarantine) for item in two) == 1
    assert sorted(map(msgspec.json.encode, two)) == sorted(map(msgspec.json.encode, one))
    assert multiprocessing.active_children() == []


def test_a_process_that_dies_is_told_with_what_it_read(folder: Path) -> None:
    reading = read_in_processes(read_inputs([str(folder)], max_bytes=1000), Settings(), Taking(), 1)
    assert isinstance(next(reading), Ledger)
    [child] = multiprocessing.active_children()
    os.kill(child.pid or 0, signal.SIGKILL)
    with pytest.raises(WorkerError, match=r"reader 1 .* died with signal 9 while it read .*1\.txt"):
        list(reading)
    assert multiprocessing.active_children() == []


def test_a_fault_in_a_process_is_told(folder: Path) -> None:
    settings = Settings(language_model="no_such_model")
    items = read_inputs([str(folder)], max_bytes=1000)
    with pytest.raises(WorkerError, match=r"reader 1 failed at .*0\.txt: no language model"):
        list(read_in_processes(items, settings, Taking(), 1))
