"""`sayso audit` from articles to figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Cli
from sayso.audits.sheets import read_sheet

TEXT = (
    "Omani Foreign Minister Salim Harthy warned Yemen of reprisals if the road is mined.\n\n"
    "Spain sold 12 frigates to Morocco. Bulgaria shipped 300 rifles to Chad.\n"
)


@pytest.fixture
def wire(bare: Path) -> Path:
    path = bare / "wire.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_sample_has_the_words_in_context_and_room_for_a_verdict(cli: Cli, wire: Path) -> None:
    done = cli("audit", "sample", wire, "--kinds", "redline", "--json", "--quiet")
    assert done.code == 0
    [row] = done.records
    assert (row["stratum"], row["population"], row["article"]) == ("redline vague", 1, "wire.txt")
    assert row["by"].startswith("redlines ")
    assert row["verdict"] == row["error"] == row["note"] == ""
    assert "[" in row["context"]
    assert row["claim"].startswith("Salim Harthy")


def test_a_sheet_is_filled_in_and_scored(cli: Cli, wire: Path, bare: Path) -> None:
    drawn = cli("audit", "sample", wire, "--kinds", "transfer", "--quiet").out
    ann, ben = bare / "ann.csv", bare / "ben.csv"
    for path, verdict in ((ann, "right"), (ben, "wrong")):
        path.write_text(drawn.replace(",,,\n", f",{verdict},,\n"), encoding="utf-8")
    assert {row.verdict for row in read_sheet(ann)} == {"right"}
    done = cli("audit", "score", ann, ben, "--json")
    assert done.code == 0
    whole = [one for one in done.records if one["stratum"] == "all"]
    assert [one["kind"] for one in whole] == ["precision", "precision", "agreement"]
    assert [one["precision"] for one in whole[:2]] == [1.0, 0.0]
    assert (whole[2]["records"], whole[2]["agreed"]) == (2, 0)
    text = cli("audit", "score", ann, ben).out
    assert "1.000" in text
    assert "agreement" in text


def test_the_size_is_of_each_kind(cli: Cli, wire: Path) -> None:
    found = ("audit", "sample", wire, "--kinds", "redline,transfer", "--json", "--quiet")
    rows = cli(*found, "--size", "1").records
    kinds = [row["stratum"].split()[0] for row in rows]
    assert {row["kind"] for row in rows} == {"audit"}
    assert kinds == ["redline", "transfer"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["audit", "sample", "wire.txt", "--kinds", "rumour"], "rumour"),
        (["audit", "sample", "wire.txt", "--size", "0"], "size"),
        (["audit", "sample"], "PATH"),
        (["audit", "score", "nowhere.csv"], "nowhere.csv"),
        (["audit", "score", "wire.txt"], "no "),
        (["audit", "score", "a.csv", "a.csv"], "twice"),
        (["audit", "guess"], "guess"),
    ],
)
def test_wrong_usage_is_named(cli: Cli, wire: Path, arguments: list[str], words: str) -> None:
    del wire
    done = cli(*arguments)
    assert done.code == 2
    assert words in done.err
