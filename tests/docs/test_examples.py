"""What the documentation shows is what happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from markdown_examples import Example, examples, scripts
from running import Cli

ROOT = Path(__file__).parents[2]
PAGES = [
    page
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
    if "```console" in page.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_of_a_page(page: Path, cli: Cli, bare: Path) -> None:
    found = list(examples(page.read_text(encoding="utf-8")))
    assert found
    for example in found:
        program, *arguments = example.command
        if program == "cat":  # the page shows an input: make it
            (bare / arguments[0]).write_text(example.output, encoding="utf-8")
        else:
            assert program == "sayso"
            done = cli(*arguments)
            assert done.code == example.code, done.err
            assert example.is_met_by(done.out + done.err), done.out + done.err
    for script in scripts(page.read_text(encoding="utf-8")):
        exec(script, {})  # noqa: S102  our own documentation


def test_an_example_is_met_by_what_it_says_only() -> None:
    (first, second) = examples(
        "```console\n$ sayso a b\none ... two\n$ sayso c\nx\n[exit 3]\n```\n"
    )
    assert first == Example(("sayso", "a", "b"), "one ... two\n", 0)
    assert first.is_met_by("one and\nthen two\n")
    assert not first.is_met_by("one and then\n")
    assert second == Example(("sayso", "c"), "x", 3)
    assert not second.is_met_by("xx")
