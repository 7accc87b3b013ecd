"""Pages are made once for all who may see the same, and anew when the store has changed."""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from desk.conftest import ADDRESS, client, read_into
from sayso import samples
from sayso.briefs.compose import compose
from sayso.briefs.sheet import Sheet
from sayso.desk.accounts import Accounts
from sayso.desk.app import make_app
from sayso.desk.door import Door
from sayso.desk.keeping import Gaps, Keeping, Kept, Key, Pulse
from sayso.model.collation import Brief
from sayso.settings import Settings
from sayso.stores import Store

PASSWORD = "a long way to the sea"


def key(path: str) -> Key:
    return Key("s", "reader", path, "")


def test_what_was_not_asked_for_longest_goes_first() -> None:
    kept = Keeping(most=10)
    for path in ("/a", "/b"):
        kept.keep(key(path), Kept(b"12345", "text/plain"))
    assert kept.find(key("/a"))
    kept.keep(key("/c"), Kept(b"1234", "text/plain"))
    assert [bool(kept.find(key(path))) for path in ("/a", "/b", "/c")] == [True, False, True]


def test_what_is_larger_than_all_room_is_not_kept() -> None:
    kept = Keeping(most=10)
    kept.keep(key("/a"), Kept(b"x" * 11, "text/plain"))
    kept.keep(key("/b"), Kept(b"x" * 10, "text/plain"))
    assert kept.find(key("/a")) is None
    assert kept.find(key("/b"))


def test_an_answer_in_the_place_of_another_is_counted_once() -> None:
    kept = Keeping(most=10)
    for _ in range(3):
        kept.keep(key("/a"), Kept(b"x" * 5, "text/plain"))
    kept.keep(key("/b"), Kept(b"x" * 5, "text/plain"))
    assert kept.find(key("/a"))


def test_gaps_are_filled_for_each_visitor() -> None:
    gaps = Gaps()
    page = f"<b>{gaps.name}</b><i>{gaps.seal}</i>".encode()
    assert gaps.filled(page, "ann", "s1") == b"<b>ann</b><i>s1</i>"
    assert gaps.filled(page, None, "s2") == b"<b></b><i>s2</i>"


def test_those_who_wait_together_ask_the_store_once_and_after_they_came() -> None:
    asked: list[int] = []

    async def run() -> list[str]:
        begun, go_on = asyncio.Event(), asyncio.Event()
        loop = asyncio.get_running_loop()

        def ask() -> str:
            asked.append(len(asked))
            if len(asked) == 1:
                loop.call_soon_threadsafe(begun.set)
                asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result()
            return str(len(asked))

        pulse = Pulse(ask)
        first = asyncio.create_task(pulse.state())
        await begun.wait()
        later = [asyncio.create_task(pulse.state()) for _ in range(5)]
        await asyncio.sleep(0)
        go_on.set()
        return await asyncio.gather(first, *later)

    # In a thread of its own: the browser of other tests keeps a loop in this one.
    with ThreadPoolExecutor(1) as thread:
        told = thread.submit(lambda: asyncio.run(run())).result()
    # What the first was told was asked before the others came: they are not told the same.
    assert told == ["1", *["2"] * 5]
    assert len(asked) == 2


def test_a_page_is_made_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Brief] = []

    def counted(brief: Brief) -> Sheet:
        made.append(brief)
        return compose(brief)

    monkeypatch.setattr("sayso.desk.pages.story.compose", counted)
    with client(store) as desk:
        path = re.findall(r'href="(/story/\w+)"', desk.get("/").text)[0]
        before = len(made)
        pages = {desk.get(path).text for _ in range(3)}
        assert len(made) == before + 1
        assert len(pages) == 1
        assert desk.get(f"{path}?as=json").json()[0]["kind"] == "brief"


def test_a_page_is_made_anew_when_the_store_has_changed(empty: Store) -> None:
    [first, second, *_] = samples.paths(samples.disputes()[0])
    read_into(empty, [first])
    with client(empty) as desk:
        before = desk.get("/statements").text
        read_into(empty, [second])
        assert desk.get("/statements").text != before


def test_a_page_that_was_made_for_one_names_another_to_another(
    store: Store, tmp_path: Path
) -> None:
    accounts = Accounts(tmp_path / "accounts.json")
    for name, role in (("ann", "reader"), ("bob", "reader"), ("cid", "analyst")):
        accounts.add(name, role, PASSWORD)  # type: ignore[arg-type]
    app = make_app(store, Settings(), Door(Settings(), "nobody", accounts))
    with TestClient(app, base_url=ADDRESS) as desk:
        page = {name: signed_in(desk, name) for name in ("ann", "bob", "cid")}
    seals = {name: set(re.findall(r'name="seal" value="(\w+)"', page[name])) for name in page}
    for name, text in page.items():
        assert [one for one in page if f">{one}</span>" in text] == [name]
        assert len(seals[name]) == 1
    assert len(set.union(*seals.values())) == 3


def signed_in(desk: TestClient[Any], name: str) -> str:
    """The page of the claims as somebody sees it who signs in."""
    desk.cookies.clear()
    [seal] = re.findall(r'name="seal" value="(\w+)"', desk.get("/sign-in").text)
    desk.post("/sign-in", data={"seal": seal, "name": name, "password": PASSWORD})
    return desk.get("/claims").text
