"""`sayso read`, and the commands that answer from what it has read."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from running import Cli, Finished
from sayso.stores import Store, open_store

SRC = Path(__file__).parents[2] / "src"
WIRE = """Hauliers call off the strike

Published: 4 May 2021

The hauliers will drive again on Monday, their leader, Runa Falk, told the news agency Corvane.

"We have what we wanted," she said. The ministry declined to comment.
"""
PAPER = """Ministry warns of a shortage

Published: 9 May 2021

If the hauliers stop again, the state will send the army, the minister of transport, Teo Ramsay, warned.
"""
ANSWERS = (
    ("statements", "--json"),
    ("statements", "--json", "--who", "falk"),
    ("statements", "--json", "--since", "2021-05-08"),
    ("redlines", "--json", "--until", "2021-05-31"),
    ("events", "--json", "--as-of", "2021-05-05"),
    ("stories", "--json"),
    ("stories", "--json", "--as-of", "2021-05-05"),
    ("claims", "--json", "--as-of", "2021-05-05"),
    ("timeline", "--json"),
    ("brief",),
    ("brief", "--json", "--as-of", "2021-05-05"),
    ("who", "Falk", "--json"),
    ("extract",),
    ("extract", "--kinds", "article"),
    ("audit", "sample"),
)


@pytest.fixture
def articles(bare: Path) -> Path:
    folder = bare / "articles"
    folder.mkdir()
    (folder / "1.txt").write_text(WIRE)
    (folder / "2.txt").write_text(PAPER)
    return folder


def test_what_was_read_is_not_read_again(cli: Cli, articles: Path) -> None:
    first = cli("read", articles, "--json")
    assert first.code == 0
    [run] = first.records
    assert (run["read"], run["known"], run["words"]) == (
        2,
        0,
        len(WIRE.split()) + len(PAPER.split()) - 18,
    )
    assert run["records_added"] > 2
    (articles / "copy.txt").write_text(WIRE)
    (articles / "empty.txt").write_text("")
    second = cli("read", articles)
    assert second.code == 1
    assert "empty.txt: " in second.err
    assert "0  new articles" in second.out
    assert "3  articles that were there already" in second.out
    assert cli("read", articles / "empty.txt").code == 3
    assert [r["path"] for r in cli("extract", "--kinds", "quarantine").records] == [
        str(articles / "empty.txt")
    ]


def test_commands_without_a_path_answer_from_the_store_as_they_do_from_files(
    cli: Cli, articles: Path
) -> None:
    assert cli("read", articles, "--quiet").code == 0
    for command, *options in ANSWERS:
        where = 2 if command in {"who", "audit"} else 1
        arguments = [command, *options]
        stored = cli(*arguments)
        filed = cli(*arguments[:where], articles, *arguments[where:])
        assert stored == filed, arguments
        assert stored.code == 0, arguments


def test_a_story_of_the_store_is_chosen_by_its_id(cli: Cli, articles: Path) -> None:
    cli("read", articles, "--quiet")
    stories = cli("stories", "--json").records
    assert len(stories) == 2
    for story in stories:
        [brief] = cli("brief", "--json", "--story", story["id"][:14]).records
        assert brief["story"]["id"] == story["id"]
        said = cli("statements", "--json", "--story", story["id"]).records
        assert {record["article"] for record in said} == set(story["articles"])
    assert cli("statements", "--story", "story_none").code == 2


def test_where_there_is_no_store_the_way_to_one_is_told(cli: Cli, bare: Path) -> None:
    done = cli("statements")
    assert (done.code, done.out) == (2, "")
    assert "sayso read PATH" in done.err
    assert list((bare.parent / "data").rglob("*")) == []
    assert cli("read", "nothing.txt", "--store", "here.sqlite").code == 3
    empty = cli("statements", "--store", "here.sqlite")
    assert empty.code == 3
    assert "holds no article yet" in empty.err


def test_a_store_that_cannot_be_reached_exits_with_4(cli: Cli, articles: Path) -> None:
    for arguments in (["read", articles], ["brief"]):
        done = cli(*arguments, "--store", f"postgresql://ann:secret@/news?host={articles}")
        assert (done.code, done.out) == (4, "")
        assert "ann:***@" in done.err
        assert "secret" not in done.err


def test_again_reads_anew_what_other_books_have_read(
    cli: Cli, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("read", articles, "--quiet")
    assert cli("read", articles, "--again", "--json").records[0]["renewed"] == 0
    # Another version of the books, as far as their digest tells.
    monkeypatch.setattr("sayso.engines.version._RULES", ("readers",))
    assert cli("read", articles, "--json").records[0]["known"] == 2
    [run] = cli("read", articles, "--again", "--json").records
    assert (run["read"], run["renewed"], run["known"]) == (0, 2, 0)
    assert (run["records_added"], run["records_removed"]) == (0, 0)
    assert run["records_kept"] > 2


def test_a_store_is_exported_and_taken_over_by_another(
    cli: Cli, articles: Path, bare: Path
) -> None:
    cli("read", articles, "--quiet")
    [exported] = cli("export", "--out", "out", "--json").records
    assert exported["records"]["article"] == 2
    assert cli("export", "--out", "out").code == 4
    taking = ("read", "--from-parquet", "out", "--store", "other.sqlite")
    [taken] = cli(*taking, "--json").records
    assert (taken["new"], taken["known"]) == (2, 0)
    assert "2  articles that were there already" in cli(*taking).out
    assert cli(*taking, "--again", "--json").records[0]["renewed"] == 0
    assert cli("extract", "--store", "other.sqlite").out == cli("extract").out
    assert cli("export", "--format", "jsonl", "--out", "out.jsonl").code == 0
    assert (bare / "out.jsonl").read_text().count('{"kind":"article"') == 2
    for wrong in (("read",), ("read", articles, "--from-parquet", "out")):
        assert cli(*wrong).code == 2


@contextmanager
def started(bare: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [sys.executable, "-m", "sayso", "read", "many", "--store", "many.sqlite", *arguments],
        cwd=bare,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(SRC), "SAYSO_STORE_BATCH": "1"},
    ) as process:
        yield process


def wait_for_articles(bare: Path, number: int) -> None:
    """Until the store holds so many articles: then the run is in the middle."""
    path = bare / "many.sqlite"
    while True:
        if path.exists() and path.stat().st_size:
            with opened(path) as store:
                if store is not None and store.counts()["articles"] >= number:
                    return
        time.sleep(0.02)


@contextmanager
def opened(path: Path) -> Iterator[Store | None]:
    from sayso.errors import NoStore

    try:
        store = open_store(str(path))
    except NoStore:  # its tables are not made yet
        yield None
    else:
        with store:
            yield store


@pytest.mark.parametrize(
    ("ending", "options", "code"),
    [(signal.SIGKILL, [], -9), (signal.SIGINT, [], 130), (signal.SIGINT, ["--jobs", "2"], 130)],
    ids=["killed", "interrupted", "interrupted with two processes"],
)
def test_a_run_that_is_stopped_goes_on_where_it_was(
    cli: Cli, bare: Path, ending: signal.Signals, options: list[str], code: int
) -> None:
    (bare / "many").mkdir()
    for number in range(60):
        (bare / "many" / f"{number:02}.txt").write_text(f"{WIRE}\nIt was strike number {number}.\n")
    with started(bare, *options) as process:
        wait_for_articles(bare, 3)
        process.send_signal(ending)
        process.wait(240)
        assert process.returncode == code
        assert process.stderr is not None
        assert (b"goes on from there" in process.stderr.read()) == (ending == signal.SIGINT)
    left = told(cli, "many.sqlite")
    [run] = cli("read", "many", "--store", "many.sqlite", "--json").records
    assert run["known"] + run["read"] == 60
    assert 3 <= run["known"] < 60
    assert left.out.count('"kind":"article"') == run["known"]
    cli("read", "many", "--store", "whole.sqlite")
    assert told(cli, "many.sqlite") == told(cli, "whole.sqlite")


def told(cli: Cli, store: str) -> Finished:
    return cli("extract", "--store", store)
