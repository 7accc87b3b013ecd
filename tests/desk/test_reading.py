"""What is dropped on the desk is read, and its page tells what became of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from litestar.testing import TestClient

from desk.conftest import client
from sayso.desk import reading
from sayso.engines.local import Aside, LocalEngine
from sayso.inputs import Item
from sayso.model.reading import Ledger
from sayso.stores import Store

Desk = TestClient[Any]
TEXT = "Fish landed late\n\nThe harbour is closed, Ilse Brandt, the mayor, said on Monday.\n"


def finished(desk: Desk, answer: Any) -> list[dict[str, Any]]:
    """The run and its stories, when it is over."""
    assert answer.url.path.startswith("/reading/")
    while True:
        records: list[dict[str, Any]] = desk.get(f"{answer.url.path}?as=json").json()
        if records[0]["state"] in {"done", "failed"}:
            return records
        time.sleep(0.1)


def test_files_are_read_and_what_cannot_be_is_told(empty: Store) -> None:
    with client(empty) as desk:
        answer = desk.post(
            "/read",
            files=[
                ("files", (r"C:\secret\folder\fish.txt", TEXT.encode())),
                ("files", ("../../etc/picture.png", b"\x89PNG")),
                ("files", ("the_same.txt", TEXT.encode())),
            ],
        )
        run, *stories = finished(desk, answer)
        assert (run["state"], run["read"], run["known"]) == ("done", 1, 1)
        assert [one["path"] for one in run["quarantined"]] == ["picture.png"]
        assert len(stories) == 1
        page = desk.get(answer.url.path).text
        assert "picture.png" in page
        assert f"/story/{stories[0]['id']}" in page
        [ledger] = list(empty.ledgers())
        assert ledger.article.path == "fish.txt"
        again = desk.post("/read", files={"files": ("fish.txt", TEXT.encode())})
        run, *stories = finished(desk, again)
        assert (run["read"], run["known"], len(stories)) == (0, 1, 1)


def test_a_pasted_text_carries_what_is_said_of_it(empty: Store) -> None:
    with client(empty) as desk:
        given = {
            "title": (None, "Fish landed late"),
            "outlet": (None, "Harbour Post"),
            "published": (None, "2031-05-02"),
            "text": (None, TEXT),
        }
        run, *stories = finished(desk, desk.post("/read/text", files=given))
        assert run["state"] == "done"
        assert len(stories) == 1
        [ledger] = list(empty.ledgers())
        assert ledger.article.outlet == "Harbour Post"
        assert ledger.article.published is not None
        assert ledger.article.published.start == "2031-05-02"


def test_nothing_dropped_leads_back(empty: Store) -> None:
    with client(empty) as desk:
        answer = desk.post("/read", files={"files": ("", b"")}, follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"] == "/"


def test_what_is_read_by_now_is_shown_before_all_is(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_SHOWN_AFTER", 0.0)
    read, gate = LocalEngine.read, threading.Event()

    def held_up(engine: LocalEngine, items: Iterable[Item]) -> Iterator[Ledger | Aside]:
        for number, made in enumerate(read(engine, items)):
            assert number == 0 or gate.wait(120)
            yield made

    monkeypatch.setattr(LocalEngine, "read", held_up)
    files = [("files", (name, f"{name}\n\n{TEXT}".encode())) for name in ("One.txt", "Two.txt")]
    with client(empty) as desk:
        place = desk.post("/read", files=files).url.path
        while "Articles read last" not in (page := desk.get(place).text):
            time.sleep(0.05)
        [ledger] = list(empty.ledgers())
        assert f"/article/{ledger.article.id}" in page
        assert "The story so far" in page
        assert desk.get(f"/article/{ledger.article.id}").status_code == 200
        gate.set()
        run, *stories = finished(desk, desk.get(place))
    assert (run["read"], len(run["articles"])) == (2, 2)
    assert len(stories) >= 1
