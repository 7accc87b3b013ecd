"""Long work: done once for all who wait, and told to be under way where it takes too long."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from collate.ledgers import Desk
from desk.conftest import client
from sayso.desk.errands import Errands
from sayso.desk.library import Library, Shelf
from sayso.desk.told import Told
from sayso.engines.version import reading_version
from sayso.model.collation import Story
from sayso.settings import Settings
from sayso.stores import Batch, Store

SOON = 0.01


def until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + 120
    while not done():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_with_all_patience_work_is_done_when_it_is_waited_for() -> None:
    done: list[int] = []
    assert Errands(None).wait("a", lambda: done.append(threading.get_ident()))
    assert done == [threading.get_ident()]


def test_what_takes_long_goes_on_and_is_done_once() -> None:
    gate, begun = threading.Event(), []
    errands = Errands(SOON)

    def work() -> None:
        begun.append(1)
        assert gate.wait(120)

    assert not errands.wait("long", work)
    assert not errands.wait("long", work)
    until(lambda: errands.wait("short", lambda: None))
    gate.set()
    until(lambda: errands.wait("long", lambda: None))
    assert begun == [1]


def test_a_fault_is_told_to_who_waits_and_the_work_can_be_asked_for_again() -> None:
    def fail() -> None:
        raise ValueError("no")

    errands = Errands(120)
    with pytest.raises(ValueError, match="no"):
        errands.wait("a", fail)
    until(lambda: errands.wait("a", lambda: None))


def test_a_story_that_is_compared_long_says_so_and_its_articles_can_be_read(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Desk("Ilse Brandt said the pier is shut.", path="a.txt", title="The pier")
    made.said("Ilse Brandt", "the pier is shut")
    empty.write(Batch(version=reading_version(Settings()), ledgers=(made.ledger(),)))
    compared, gate = Library._compared, threading.Event()

    def slowly(self: Library, shelf: Shelf, story: Story, as_of: str | None = None) -> Told | None:
        assert gate.wait(120)
        return compared(self, shelf, story, as_of)

    monkeypatch.setattr(Library, "_compared", slowly)
    with client(empty, patience=SOON) as desk:
        [story] = desk.get("/?as=json").json()
        place, article = f"/story/{story['id']}", f"/article/{made.article.id}"
        page = desk.get(place)
        assert (page.status_code, page.headers["Retry-After"]) == (202, "3")
        assert "1 articles are being compared" not in page.text
        assert f'href="{article}"' in page.text
        assert desk.get(f"{place}?as=json").status_code == 503
        page = desk.get(article)
        assert page.status_code == 202
        assert "still compared" in page.text
        assert 'class="record statement"' in page.text
        assert "not compared yet" in desk.get("/").text
        gate.set()
        until(lambda: desk.get(place).status_code == 200)
        until(lambda: desk.get(article).status_code == 200)
        assert "still compared" not in desk.get(article).text
        until(lambda: "not compared yet" not in desk.get("/").text)
