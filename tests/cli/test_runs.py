"""Whole runs: what stands on standard output, what on standard error, and the exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from running import Cli, Finished
from sayso.schema import json_schema

SRC = Path(__file__).parents[2] / "src"
FERRY = """Ferry talks fail

Published: 4 May 2021

The ferries stay in port until the company pays, the captain, Ilse Maran, told the news agency Corvane.

"We have waited for nine months," she said. The company declined to comment.
"""
BRIDGE = """Bridge to close

Published: 6 May 2021

The bridge will close for a year, Minister Teo Ramsay said. He promised a plan for the traffic.
"""
MARKER = "Corvane"


@pytest.fixture
def articles(bare: Path) -> Path:
    folder = bare / "articles"
    folder.mkdir()
    (folder / "bridge.txt").write_text(BRIDGE)
    (folder / "ferry.txt").write_text(FERRY)
    return folder


@pytest.fixture
def with_bad_ones(articles: Path) -> Path:
    (articles / "copy.txt").write_text(FERRY)
    (articles / "empty.txt").write_text("")
    (articles / "broken.jsonl").write_text('{"text": \n')
    (articles / "picture.xyz").write_bytes(b"\x89PNG\x00\x00")
    return articles


def kinds(done: Finished) -> list[str]:
    return [record["kind"] for record in done.records]


def test_extract_prints_records_and_names_what_it_could_not_read(
    cli: Cli, with_bad_ones: Path
) -> None:
    done = cli("extract", "articles", with_bad_ones / "picture.xyz")
    assert done.code == 1
    assert all(line.startswith('{"kind":"') for line in done.out.splitlines())
    validator = jsonschema.Draft202012Validator(json_schema())
    for record in done.records:
        validator.validate(record)
    assert kinds(done).count("article") == 3
    ids = [record["id"] for record in done.records if record["kind"] == "article"]
    assert len(set(ids)) == 2
    for name in ("empty.txt", "broken.jsonl:1", "picture.xyz"):
        assert f"articles/{name}: " in done.err
    assert kinds(done).count("quarantine") == 3
    assert "skipped 1 file " in done.err
    assert MARKER not in done.err
    spoken = [record["speaker"] for record in done.records if record["kind"] == "statement"]
    assert "Ilse Maran" in {speaker["resolved"] for speaker in spoken if speaker}


def test_kinds_choose_what_is_printed(cli: Cli, with_bad_ones: Path) -> None:
    done = cli("extract", with_bad_ones, "--kinds", "article,mention", "--quiet")
    assert set(kinds(done)) == {"article", "mention"}
    assert done.code == 1
    assert "empty.txt" in done.err
    assert "skipped" not in done.err


def test_what_comes_in_on_standard_input(cli: Cli) -> None:
    done = cli("extract", "-", "--as-is", "--kinds", "article", stdin=FERRY.encode())
    assert done.code == 0
    assert done.records[0]["text"] == FERRY


def test_a_brief_is_the_same_in_any_order_and_whatever_is_there_twice(
    cli: Cli, with_bad_ones: Path
) -> None:
    one = cli("brief", "articles/bridge.txt", "articles/copy.txt", "articles/ferry.txt", "--json")
    other = cli("brief", "articles/ferry.txt", "articles/bridge.txt", "articles/copy.txt", "--json")
    assert one.code == other.code == 0
    assert one.out == other.out
    for brief in one.records:
        jsonschema.Draft202012Validator(json_schema()).validate(brief)
        assert len(brief["articles"]) == 1
    assert len(one.records) == 2


def test_stories_are_those_of_the_briefs_and_need_no_language_model(
    cli: Cli, articles: Path
) -> None:
    done = cli("stories", articles, "--json", "--set", "language_model=no_such_model")
    assert done.code == 0
    assert done.records == [brief["story"] for brief in cli("brief", articles, "--json").records]
    told = cli("stories", articles, "--as-of", "2021-05-05").out
    assert "Ferry talks fail\n    story_" in told
    assert "ferry.txt" in told
    assert "Bridge" not in told


def test_one_story_is_chosen_by_the_beginning_of_its_id(cli: Cli, articles: Path) -> None:
    stories = {story["title"]: story["id"] for story in cli("stories", articles, "--json").records}
    bridge = stories["Bridge to close"][:12]
    (brief,) = cli("brief", articles, "--story", bridge, "--json").records
    assert brief["story"]["title"] == "Bridge to close"
    assert "Maran" not in cli("statements", articles, "--story", bridge).out
    missing = cli("claims", articles, "--story", "story_zzz")
    assert missing.code == 2
    assert "story_zzz" in missing.err


def test_a_web_page_holds_one_story(cli: Cli, articles: Path, bare: Path) -> None:
    done = cli("brief", articles, "--format", "html")
    assert done.code == 2
    assert "Ferry talks fail" in done.err
    assert done.out == ""
    (bare / "pages").mkdir()
    done = cli("brief", articles, "--format", "html", "--out", "pages")
    assert (done.code, done.out) == (0, "")
    pages = sorted((bare / "pages").iterdir())
    assert [page.suffix for page in pages] == [".html", ".html"]
    assert any("Ilse Maran" in page.read_text("utf-8") for page in pages)
    cli("brief", articles / "ferry.txt", "--format", "html", "--out", "one.html")
    assert (bare / "one.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_file_that_cannot_be_written_is_named(cli: Cli, articles: Path) -> None:
    done = cli("brief", articles, "--out", "no/such/folder.txt")
    assert done.code == 2
    assert "no/such/folder.txt" in done.err


def test_a_brief_as_markdown(cli: Cli, articles: Path) -> None:
    done = cli("brief", articles, "--format", "md")
    assert done.out.startswith("# ")
    assert done.out.count("\n# ") == 1


def test_claims_tell_their_origins_and_are_filtered(cli: Cli, articles: Path) -> None:
    done = cli("claims", articles, "--who", "maran")
    assert "1 origin" in done.out
    assert "We have waited" in done.out
    assert "plan for the traffic" not in done.out
    found = cli("claims", articles, "--who", "maran", "--json").records
    assert {record["kind"] for record in found} == {"claim"}
    assert len(found) < len(cli("claims", articles, "--json").records)


RED = """Envoy warns Norway over torpedoes

Published: 3 March 2021

Rolf Maran, the ambassador of Russia to Norway, warned that there will be serious consequences if Norway \
supplies torpedoes to Finland, the news agency Corvane reported. Norway imposed sanctions on Russia in May.
"""


def test_each_kind_of_record_has_its_command(cli: Cli, bare: Path) -> None:
    (bare / "red.txt").write_text(RED)
    for command, kind in (
        ("redlines", "redline"),
        ("transfers", "transfer"),
        ("events", "event"),
        ("statements", "statement"),
    ):
        assert set(kinds(cli(command, "red.txt", "--json"))) == {kind}
        assert "    red.txt, " in cli(command, "red.txt").out
    assert "Rolf Maran" in cli("redlines", "red.txt", "--who", "maran").out
    assert cli("redlines", "red.txt", "--about", "lighthouse").out == ""
    assert cli("redlines", "red.txt", "--as-of", "2021-03-02").out == ""


def test_a_timeline_is_a_brief_with_nothing_else(cli: Cli, articles: Path) -> None:
    done = cli("timeline", articles)
    lines = done.out.splitlines()
    assert "BRIDGE TO CLOSE" in lines
    assert any(line.startswith("2021-05-06  published") for line in lines)
    late = cli("timeline", articles, "--since", "2021-05-06", "--json").records
    assert [brief["story"]["title"] for brief in late] == ["Bridge to close"]
    assert not any(brief["summary"] or brief["caveats"] for brief in late)
    validator = jsonschema.Draft202012Validator(json_schema())
    for brief in late:
        validator.validate(brief)


def test_a_timeline_leads_back_to_the_words(cli: Cli, bare: Path) -> None:
    said = "The lock will stay shut, the harbour master, Zelma Okonjo, said on 2 March 2026."
    (bare / "lock.txt").write_text(f"Lock stays shut\n\n{said}\n", encoding="utf-8")
    lines = cli("timeline", "lock.txt", "--as-is", "--published", "2026-03-04").out.splitlines()
    [at] = [number for number, line in enumerate(lines) if line.startswith("2026-03-02")]
    assert "Zelma Okonjo: The lock will stay shut" in lines[at]
    assert lines[at + 1] == "    lock.txt, 17-40"


def test_a_brief_as_text_keeps_to_its_width(cli: Cli, articles: Path) -> None:
    done = cli("brief", articles, "--set", "width=60", "--as-of", "2021-05-05")
    assert done.code == 0
    assert "Ilse Maran" in done.out
    assert "Ramsay" not in done.out  # said in what was published later
    assert max(map(len, done.out.splitlines())) <= 60


def test_why_tells_the_origins_of_one_claim(cli: Cli, articles: Path) -> None:
    (claim, *_) = cli("claims", articles, "--about", "ferries", "--json").records
    done = cli("claims", articles, "--why", claim["id"][:14])
    assert done.code == 0
    assert "origin 1: Ilse Maran" in done.out
    assert cli("claims", articles, "--why", claim["id"], "--json").records == [claim]
    missing = cli("claims", articles, "--why", "claim_zzz")
    assert missing.code == 2
    assert "claim_zzz" in missing.err


def test_two_articles_are_compared_and_no_other_number(cli: Cli, articles: Path) -> None:
    done = cli("compare", "articles/ferry.txt", "articles/bridge.txt")
    assert done.code == 0
    assert "ferry" in done.out
    assert "bridge" in done.out
    records = cli("compare", "articles/ferry.txt", "articles/bridge.txt", "--json").records
    assert {record["kind"] for record in records} <= {"claim", "source_edge"}
    for wrong in (("articles", "articles/bridge.txt"), ("articles/ferry.txt",) * 2):
        refused = cli("compare", *wrong)
        assert refused.code == 2
        assert "article" in refused.err


def test_articles_of_the_store_are_compared_by_their_ids(cli: Cli, articles: Path) -> None:
    files = ("articles/ferry.txt", "articles/bridge.txt")
    by_path = cli("compare", *files)
    assert cli("read", *files).code == 0
    ids = {
        record["path"].rpartition("/")[2]: record["id"]
        for record in cli("extract", "--kinds", "article").records
    }
    ferry, bridge = ids["ferry.txt"], ids["bridge.txt"]
    for two in ((ferry, bridge), (ferry[:20], files[1]), (files[0], bridge)):
        done = cli("compare", *two)
        assert (done.code, done.out) == (0, by_path.out)
    assert cli("compare", ferry, ferry).code == 2
    refused = cli("compare", ferry, "article_zzz")
    assert refused.code == 2
    assert "article_zzz" in refused.err


def test_who_tells_of_one_actor(cli: Cli, articles: Path) -> None:
    done = cli("who", "ilse maran", articles)
    assert done.code == 0
    assert "Ilse Maran" in done.out
    assert "Ramsay" not in done.out
    records = cli("who", "maran", articles, "--json").records
    assert [record["name"] for record in records if record["kind"] == "actor"] == ["Ilse Maran"]
    assert {record["kind"] for record in records[1:]} == {"claim"}
    for how in ((), ("--json",)):
        nobody = cli("who", "nobody at all", articles, *how)
        assert nobody.code == 2
        assert "nobody at all" in nobody.err


def test_statements_are_listed_and_filtered(cli: Cli, articles: Path) -> None:
    done = cli("statements", articles)
    assert "Ilse Maran" in done.out
    assert "We have waited for nine months" in done.out
    assert "    ferry.txt, " in done.out
    assert "Ramsay" in done.out
    hers = cli("statements", articles, "--who", "ramsay", "--json")
    assert set(kinds(hers)) == {"statement"}
    assert cli("statements", articles, "--about", "company ferries", "--json").records
    late = cli("statements", articles, "--since", "2021-05-06", "--json").records
    assert {record["article"] for record in late} == {hers.records[0]["article"]}


def test_nothing_could_be_read(cli: Cli, bare: Path) -> None:
    (bare / "empty.txt").write_text("")
    (bare / "folder").mkdir()
    for command in ("extract", "brief", "statements", "stories", "claims", "timeline"):
        done = cli(command, "empty.txt", "folder", "missing.txt")
        assert done.code == 3
        assert "empty.txt" in done.err
        assert "missing.txt" in done.err
        assert done.err.endswith("nothing could be read\n")


def test_messages_for_machines(cli: Cli, bare: Path) -> None:
    (bare / "empty.txt").write_text("")
    done = cli("extract", "empty.txt", "--log-json")
    lines = [json.loads(line) for line in done.err.splitlines()]
    assert [line["level"] for line in lines] == ["error", "error"]
    assert lines[0]["quarantine"]["path"] == "empty.txt"
    assert lines[0]["quarantine"] == done.records[0]


def test_a_missing_language_model_is_named(cli: Cli, articles: Path) -> None:
    done = cli("extract", articles, "--set", "language_model=no_such_model")
    assert done.code == 4
    assert "no_such_model" in done.err
    assert "Traceback" not in done.err


def test_a_reader_that_has_enough_ends_the_run_quietly(articles: Path) -> None:
    many = [str(articles / "ferry.txt")] * 400
    with subprocess.Popen(
        [sys.executable, "-m", "sayso", "extract", *many],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(SRC)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"kind":"article"')
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    ("redirected", "words"), [(">/dev/full", "No space left"), (">&-", "is closed")]
)
def test_an_output_that_takes_nothing_is_named(redirected: str, words: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m sayso schema {redirected}', sys.executable],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(SRC)},
    )
    assert done.returncode == 4
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_an_interrupted_run_exits_with_130(bare: Path) -> None:
    # The settings file is a pipe: once it can be opened for writing, the run is under way, and waits.
    os.mkfifo(bare / "sayso.toml")
    with (
        subprocess.Popen(
            [sys.executable, "-m", "sayso", "settings"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=bare,
            env={**os.environ, "PYTHONPATH": str(SRC)},
        ) as process,
        (bare / "sayso.toml").open("w"),
    ):
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=240)
    assert process.returncode == 130
    assert out == err == b""
