"""Wrong usage, help and version: what needs no article."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from running import Cli

ENVIRON = {"PYTHONPATH": str(Path(__file__).parents[2] / "src")}
COMMANDS = (
    "brief",
    "read",
    "stories",
    "claims",
    "redlines",
    "transfers",
    "statements",
    "events",
    "timeline",
    "compare",
    "who",
    "search",
    "serve",
    "extract",
    "export",
    "forget",
    "check",
    "demo",
    "schema",
    "settings",
    "judge",
    "audit",
    "account",
)


def test_help_lists_the_commands_that_work_and_no_others(cli: Cli) -> None:
    done = cli("--help")
    assert done.code == 0
    listed = done.out.partition("Commands:")[2].split("\n")
    assert tuple(line.split()[0] for line in listed if line.strip()) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command_has_examples(cli: Cli, command: str) -> None:
    done = cli(command, "--help")
    assert done.code == 0
    assert f"sayso {command}" in done.out.partition("Examples:")[2]


def test_the_version(cli: Cli) -> None:
    assert cli("--version").out.startswith("sayso 0.")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["brief"], "PATH"),
        (["publish", "a.txt"], "publish"),
        (["brief", "a.txt", "--colour"], "--colour"),
        (["brief", "a.txt", "--format", "pdf"], "pdf"),
        (["brief", "a.txt", "--as-of", "yesterday"], "yesterday"),
        (["brief", "a.txt", "--published", "2024-13-01"], "2024-13-01"),
        (["brief", "a.txt", "--language", "english"], "english"),
        (["extract", "a.txt", "--kinds", "article,rumour"], "rumour"),
        (["statements", "a.txt", "--since", "May"], "May"),
        (["statements", "a.txt", "--since", "20240301"], "20240301"),
        (["redlines", "a.txt", "--until", "2024"], "2024"),
        (["read"], "PATH"),
        (["read", "a.txt", "--jobs", "0"], "--jobs"),
        (["compare", "a.txt"], "B"),
        (["who", "Ana Reis"], "PATH"),
        (["who", " ", "a.txt"], "NAME"),
        (["extract", "a.txt", "--set", "batch_size=none"], "batch_size"),
    ],
)
def test_wrong_usage_is_named_and_exits_with_2(cli: Cli, arguments: list[str], words: str) -> None:
    done = cli(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert words in done.err


def test_help_loads_nothing_heavy() -> None:
    heavy = ("spacy", "numpy", "trafilatura", "lxml", "rich", "msgspec", "babel", "platformdirs")
    script = (
        "import sys\n"
        "from sayso.cli.app import app\n"
        "try:\n    app(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=ENVIRON,
    )
    assert done.stdout.splitlines()[-1] == "[]"
