"""`sayso search` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Cli
from sayso.stores import open_store
from stores.shelf import batch
from stores.test_searching import harbour, sailing


@pytest.fixture
def filled(bare: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = bare / "store.sqlite"
    monkeypatch.setenv("SAYSO_STORE", str(path))
    with open_store(str(path), create=True) as store:
        store.write(batch(harbour(), sailing()))
    return path


@pytest.mark.usefixtures("filled")
def test_text_says_what_was_searched_and_where_the_words_stand(cli: Cli) -> None:
    done = cli("search", "ferries", "nozdrev")
    assert done.code == 0
    assert done.out.startswith("nozdrev: also searched as nozdryov\n\n2 articles:\n\n1. ")
    assert "The «ferries» stay in Kiev, Igor «Nozdryov» said. (0-45)" in done.out
    assert "The Aller Post, 2021-05-04, harbour.txt" in done.out
    assert done.out.endswith("No statements.\n")


@pytest.mark.usefixtures("filled")
def test_json_leads_back_to_the_words(cli: Cli) -> None:
    searched, *hits = cli("search", "ferries", "--json", "--limit", "1").records
    assert searched["kind"] == "search"
    assert searched["articles"] == searched["statements"] == {"ranked": 2, "more": False}
    assert [(hit["among"], hit["number"]) for hit in hits] == [("articles", 1), ("statements", 1)]
    articles = {one.article.id: one.article for one in (harbour(), sailing())}
    for hit in hits:
        for passage in hit["passages"]:
            whole = articles[hit["article"]].part(passage["span"]["part"])
            for mark in passage["marks"]:
                assert whole[mark["start"] : mark["end"]] == mark["text"]
                assert mark["text"].lower() == "ferries"


@pytest.mark.usefixtures("filled")
def test_pages(cli: Cli) -> None:
    second = cli("search", "ferries", "--in", "statements", "--limit", "1", "--page", "2")
    assert second.out.startswith("2 statements, 2-2 here:\n\n2. ")
    assert "2 articles, none of them on this page:" in cli("search", "ferries", "--page", "3").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["???"], "needs a word"),
        (["--", "-ferries"], "without a minus"),
        (["ferries", "--who", "?"], "a name has"),
        (["ferries", "--outlet", "?"], "outlet"),
        (["fe*"], "at least 3 letters"),
        (["ferries", "--page", "0"], "--page"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_wrong_usage(cli: Cli, arguments: list[str], words: str) -> None:
    done = cli("search", *arguments)
    assert done.code == 2
    assert words in done.err


def test_an_empty_store_has_nothing_to_search(cli: Cli, bare: Path) -> None:
    with open_store(str(bare / "empty.sqlite"), create=True):
        pass
    assert cli("search", "ferries", "--store", "empty.sqlite").code == 3
