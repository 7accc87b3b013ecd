"""Two articles side by side: each account with its own source and its own words, each thing once."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Cli

WIRE = """Iceland warns Norway over the radar

REYKJAVIK, May 6, 2031 (Corvane) - Iceland's ambassador to Norway, Sigrun Aldal, told reporters on Tuesday that Reykjavik would regard it as a hostile act if howitzers bought by Norway were passed on to Finland.

"If one of these howitzers appears in Finland, Iceland will regard it as a hostile act and will close its ports to Norwegian ships," Aldal said at a press conference in Oslo.

Norway signed a contract for 36 howitzers with South Korea in February. The first 12 howitzers reached the port of Bergen on Saturday, the Norwegian Defence Ministry said in a statement.

Finnish Defence Minister Ilse Maran denied that Finland would receive eight of the howitzers.
"""
SHORT = """The guns of Bergen

Norway has bought howitzers from South Korea, and not everybody likes it. Iceland's ambassador to Norway, Sigrun Aldal, said on Tuesday that her country would regard it as a hostile act if the howitzers were given to Finland.

Finland would receive eight of the howitzers, according to a letter from the Finnish army seen by the Saga Daily.
"""


@pytest.fixture
def compared(cli: Cli, tmp_path: Path) -> str:
    for name, text in (("wire.txt", WIRE), ("short.txt", SHORT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = cli("compare", tmp_path / "wire.txt", tmp_path / "short.txt", "--quiet")
    assert done.code == 0
    return done.out


def paragraph(told: str, title: str) -> str:
    """What stands below a title, on one line."""
    return " ".join(told.partition(title)[2].partition("\n\n")[0].split())


def test_each_article_is_told_with_its_own_source_and_words(compared: str) -> None:
    both = paragraph(compared, "Both tell")
    assert "wire no source named: Norway signed a contract for 36 howitzers" in both
    assert "short no source named: Norway has bought howitzers from South Korea" in both
    assert "Sigrun Aldal, via Corvane: Norway signed" not in both
    assert "Sigrun Aldal, via Corvane, no source named" not in both


def test_who_denies_what_another_tells_is_told_so(compared: str) -> None:
    both = paragraph(compared, "Both tell")
    assert "wire Ilse Maran, who denies it, via Corvane: denied that Finland" in both
    assert "short a letter from the Finnish army seen by the Saga Daily" in both


def test_a_red_line_names_the_answer_that_the_article_names(compared: str) -> None:
    both = paragraph(compared, "Both tell")
    assert (
        "wire Sigrun Aldal, via Corvane: If one of these howitzers appears in Finland: Iceland will "
        "regard it as a hostile act and will close its ports to Norwegian ships"
    ) in both
    assert "short Sigrun Aldal: if the howitzers were given to Finland" in both


def test_what_is_told_once_is_printed_once(compared: str) -> None:
    told = " ".join(compared.split())
    assert told.count("The first 12 howitzers reached the port of Bergen") == 1
    assert told.count("will close its ports") == 1


def test_the_brief_tells_the_answer_that_is_named_with_its_article(
    cli: Cli, tmp_path: Path
) -> None:
    """Where the best wording leaves open what would follow, another telling of the same warner names it."""
    again = SHORT.replace("said on Tuesday", "told Saga Daily on Tuesday in an interview")
    for name, text in (("wire.txt", WIRE), ("short.txt", again)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    told = " ".join(cli("brief", tmp_path, "--quiet").out.split())
    summary, _, lines = told.partition("RED LINES")
    assert "close its ports to Norwegian ships" in summary
    assert "[1] wire, " in summary
    assert "told by 2 of 2" in summary.partition("[1]")[0]
    assert "named elsewhere: “If one of these howitzers appears in Finland" in lines


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("this year", "before the winter", "date, drift: “before the winter”"),
        ("this month", "in the winter", "date, conflict: “this month”"),
        ("this year", "this month", "date, precision: “this month” (b, "),
    ],
)
def test_times_of_one_thing_that_differ(
    cli: Cli, tmp_path: Path, one: str, other: str, told: str
) -> None:
    for name, when in (("a", one), ("b", other)):
        text = (
            f"The guns\n\nREYKJAVIK, May 6, 2031 (Corvane) - Finland would receive eight of the howitzers "
            f"{when}, according to a letter from the Finnish army. The harbour is quiet.\n"
        )
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    done = cli("compare", tmp_path / "a.txt", tmp_path / "b.txt", "--quiet")
    assert told in " ".join(done.out.split())


def test_a_time_of_something_else_is_no_difference(cli: Cli, tmp_path: Path) -> None:
    for name, words in (
        ("a", "the howitzers bought in May would go to Finland"),
        ("b", "the howitzers would be shown to the army of Finland at a fair in June"),
    ):
        text = f"The guns\n\nREYKJAVIK, May 6, 2031 (Corvane) - A letter said that {words}.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    done = cli("compare", tmp_path / "a.txt", tmp_path / "b.txt", "--quiet")
    assert "date, " not in done.out
