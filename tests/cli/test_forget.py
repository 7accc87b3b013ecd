"""`sayso forget` and `sayso check`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from running import Cli

LETTER = """Mayor leaves the council

Published: 4 May 2021

The mayor will leave the council, her neighbour, Runa Falkenbrink, told the news agency Corvane.
"""
PAPER = """Council meets

Published: 9 May 2021

The council will meet on Monday, its speaker, Teo Ramsay, said.
"""


@pytest.fixture
def letters(bare: Path) -> Path:
    folder = bare / "letters"
    folder.mkdir()
    (folder / "1.txt").write_text(LETTER)
    (folder / "2.txt").write_text(PAPER)
    return folder


def test_what_is_forgotten_is_gone_and_is_not_read_again(
    cli: Cli, letters: Path, bare: Path
) -> None:
    store = ("--store", "news.sqlite")
    assert cli("read", letters, *store).code == 0
    assert "Falkenbrink" in cli("statements", *store).out
    assert b"Falkenbrink" in content(bare)
    path = str(letters / "1.txt")
    [done] = cli("forget", path, "--yes", "--reason", "asked", "--json", *store).records
    assert (done["kind"], done["captures"]) == ("forgotten", 1)
    assert b"Falkenbrink" not in content(bare)
    assert "Falkenbrink" not in cli("statements", *store).out
    [run] = cli("read", letters, "--json", *store).records
    assert (run["read"], run["known"], run["forgotten"]) == (0, 1, 1)
    (letters / "1.txt").write_text(LETTER + "\n\n")
    assert "1  not read" in cli("read", letters / "1.txt", *store).out
    assert b"Falkenbrink" not in content(bare)
    again = cli("forget", done["article"], "--yes", "--set", "author=mira", *store)
    assert "was forgotten already" in again.out
    assert cli("check", *store).code == 0


def content(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("news.sqlite*")))


def test_who_does_not_say_yes_forgets_nothing(cli: Cli, letters: Path) -> None:
    cli("read", letters)
    refused = cli("forget", letters / "1.txt")
    assert refused.code == 2
    assert "--yes" in refused.err
    assert "Falkenbrink" in cli("statements").out


@pytest.mark.parametrize(("given", "told"), [("nowhere.txt", "no article"), ("article", "2 art")])
def test_it_must_be_clear_what_is_meant(cli: Cli, letters: Path, given: str, told: str) -> None:
    cli("read", letters)
    done = cli("forget", given, "--yes")
    assert done.code == 2
    assert told in done.err


def test_check_names_what_is_broken(cli: Cli, letters: Path, bare: Path) -> None:
    cli("read", letters, "--store", "news.sqlite")
    with closing(sqlite3.connect(bare / "news.sqlite")) as connection, connection:
        connection.execute("UPDATE records SET modality = 'feared' WHERE kind = 'statement'")
    done = cli("check", "--store", "news.sqlite")
    assert done.code == 1
    assert all(line.startswith("records statement_") for line in done.out.splitlines())
    assert "modality is not what its record says" in done.out
    [flaw, *_] = cli("check", "--store", "news.sqlite", "--json").records
    assert flaw["kind"] == "flaw"
    assert cli("check", "--store", "none.sqlite").code == 2
