"""`sayso judge`, and the commands that honour it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from running import Cli

WIRE = """Harbour to close

Published: 4 May 2021

The harbour will close in June, the harbour master, Edda Molnar, told reporters on Tuesday.

"Nobody asked us," the captain, Ivo Brandt, said.
"""
PAPER = """Harbour closes in June

Published: 5 May 2021

The harbour will close in June, the harbour master, Edda Molnar, said.
"""


@pytest.fixture
def said(cli: Cli, bare: Path) -> dict[str, dict[str, Any]]:
    """The statements of a store, by the speaker and the file."""
    (bare / "wire.txt").write_text(WIRE)
    (bare / "paper.txt").write_text(PAPER)
    assert cli("read", "wire.txt", "paper.txt").code == 0
    paths = {one["id"]: one["path"] for one in cli("extract", "--kinds", "article").records}
    return {
        f"{one['speaker']['resolved']} {paths[one['article']]}": one
        for one in cli("statements", "--json").records
    }


def ids(cli: Cli, *options: str) -> set[str]:
    return {record["id"] for record in cli("statements", "--json", *options).records}


def test_what_is_rejected_leaves_every_answer_until_that_is_undone(
    cli: Cli, said: dict[str, dict[str, Any]]
) -> None:
    before = cli("brief").out
    wrong = said["Ivo Brandt wire.txt"]["id"]
    done = cli("judge", "reject", wrong[:20], "--reason", "in jest", "--set", "author=ann")
    assert done.code == 0
    assert "in jest — ann, 20" in done.out
    assert wrong not in ids(cli)
    assert wrong not in cli("claims", "--json").out
    assert "Brandt" not in cli("statements").out
    assert "Brandt" not in cli("brief").out
    assert wrong in ids(cli, "--with-rejected")
    assert "by hand: judgement_" in cli("statements", "--with-rejected").out
    assert wrong in cli("extract", "--with-rejected").out
    [judgement] = cli("judge", "list", "--json").records
    assert (judgement["author"], judgement["reason"]) == ("ann", "in jest")
    assert cli("judge", "undo", judgement["id"][:16]).code == 0
    assert wrong in ids(cli)
    assert cli("brief").out == before
    told = cli("judge", "list").out
    assert f"{judgement['id']}  undone" in told
    assert cli("check").code == 0


def test_a_corrected_record_is_found_by_what_it_says_now(
    cli: Cli, said: dict[str, dict[str, Any]]
) -> None:
    key = said["Ivo Brandt wire.txt"]["id"]
    assert ids(cli, "--who", "pilot") == set()
    done = cli("judge", "correct", key, "speaker.role=pilot", "--reason", "misread")
    assert done.code == 0
    [record] = cli("statements", "--json", "--who", "pilot").records
    assert (record["id"], record["speaker"]["role"]) == (key, "pilot")
    assert record["by"]["extractor"] == "judgement"
    assert "pilot" in cli("claims", "--json").out
    for wrong, told in (("speaker.mood=1", "no speaker.mood"), ("act=sung", "act"), ("act", "=")):
        refused = cli("judge", "correct", key, wrong, "--reason", "x")
        assert refused.code == 2
        assert told in refused.err


def test_a_record_is_added_by_hand(cli: Cli, said: dict[str, dict[str, Any]]) -> None:
    record = {**said["Ivo Brandt wire.txt"], "modality": "doubted"}
    del record["id"]
    given = json.dumps(record).encode()
    [made] = cli("judge", "add", "--reason", "missed", "--json", stdin=given).records
    assert made["left"] in ids(cli)
    assert cli("judge", "add", "--reason", "x", stdin=b'{"kind":"statement"}').code == 2
    record["spans"][0]["end"] += 1
    refused = cli("judge", "add", "--reason", "x", stdin=json.dumps(record).encode())
    assert refused.code == 2
    assert " is " in refused.err
    assert cli("check").code == 0


def test_claims_are_parted_and_joined(cli: Cli, said: dict[str, dict[str, Any]]) -> None:
    left, right = (said[f"Edda Molnar {name}.txt"]["id"] for name in ("wire", "paper"))

    def together() -> list[dict[str, Any]]:
        claims = cli("claims", "--json").records
        return [claim for claim in claims if {left, right} <= set(claim["records"])]

    [claim] = together()
    [other] = {left, right} - {claim["record"]["id"]}
    assert cli("judge", "split", claim["id"], other, "--reason", "another day").code == 0
    assert together() == []
    assert cli("judge", "merge", left, right, "--reason", "the same").code == 0
    assert together() == [claim]


def test_actors_are_joined_by_hand(cli: Cli, said: dict[str, dict[str, Any]]) -> None:
    left, right = (said[f"{name} wire.txt"] for name in ("Edda Molnar", "Ivo Brandt"))
    actors = [one["speaker"]["actor"] for one in (left, right)]
    assert cli("judge", "merge", *actors, "--reason", "one person").code == 0
    names = {one["name"] for one in cli("who", "Brandt", "--json").records if "names" in one}
    assert names == {
        one["name"] for one in cli("who", "Molnar", "--json").records if "names" in one
    }
    assert len(names) == 1
    mixed = cli("judge", "merge", actors[0], left["id"], "--reason", "x")
    assert mixed.code == 2
    assert "of kind actor" in mixed.err


def test_a_judgement_stays_when_its_article_is_read_anew_and_goes_when_it_is_forgotten(
    cli: Cli, said: dict[str, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = said["Ivo Brandt wire.txt"]["id"]
    cli("judge", "reject", wrong, "--reason", "in jest")
    from sayso.engines import version

    monkeypatch.setattr(version, "_RULES", ("readers",))
    assert "read again" in cli("read", "wire.txt", "paper.txt", "--again").out
    assert wrong not in ids(cli)
    assert "1 judgements" in cli("forget", "wire.txt", "--yes").out
    assert cli("judge", "list").out.strip() == ""
    assert cli("check").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("reject", "statement_none", "--reason", "x"),
        ("reject", "", "--reason", "x"),
        ("reject", "statement", "--reason", "x"),
        ("reject", "actor", "--reason", "x"),
        ("undo", "judgement_none"),
        ("merge", "statement_none", "actor_none", "--reason", "x"),
        ("reject", "statement_none"),
    ],
)
def test_what_is_not_clear_is_refused(
    cli: Cli, said: dict[str, dict[str, Any]], arguments: tuple[str, ...]
) -> None:
    del said
    assert cli("judge", *arguments).code == 2
    assert cli("judge", "list").out.strip() == ""
