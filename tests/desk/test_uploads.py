"""Uploads that are built to hurt: archives that unpack without end, and names that lead elsewhere."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from desk.conftest import client
from sayso.stores import Store


def finished(desk: TestClient[Any], name: str, content: bytes) -> dict[str, Any]:
    address = desk.post("/read", files={"files": (name, content)}).url.path
    for _ in range(1_800):
        run: dict[str, Any] = desk.get(address, params={"as": "json"}).json()[0]
        if run["state"] in {"done", "failed"}:
            return run
        time.sleep(0.1)
    raise AssertionError(run)


def packed(name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return made.getvalue()


def test_an_archive_that_unpacks_without_end_is_not_read(empty: Store) -> None:
    bomb = packed("a.txt", bytes(30_000_000))
    with client(empty) as desk:
        run = finished(desk, "bomb.zip", bomb)
    assert (run["state"], run["read"]) == ("done", 0)
    assert len(run["quarantined"]) == 1
    assert empty.counts()["articles"] == 0


@pytest.mark.parametrize("name", ["../../../evil.txt", "/etc/evil.txt", "..\\evil.txt"])
def test_a_name_in_an_archive_leads_nowhere(empty: Store, tmp_path: Path, name: str) -> None:
    before = sorted(path for path in tmp_path.rglob("*") if "store" not in path.name)
    with client(empty) as desk:
        run = finished(desk, "a.zip", packed(name, b""))
    assert (run["state"], run["read"]) == ("done", 0)
    assert sorted(path for path in tmp_path.rglob("*") if "store" not in path.name) == before
    assert not Path("/etc/evil.txt").exists()


def test_a_paragraph_of_5_mb_is_not_read_and_the_page_says_why(empty: Store) -> None:
    with client(empty) as desk:
        run = finished(desk, "a.txt", b"The ferry is late. " * 270_000)
        page = desk.get(f"/reading/{run['id']}").text
    assert (run["state"], run["read"]) == ("done", 0)
    [refused] = run["quarantined"]
    assert "characters" in refused["reason"]
    assert refused["reason"] in page
    assert empty.counts()["articles"] == 0
