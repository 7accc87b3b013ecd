"""What a brief tells of headlines, numbers and quotations that do not go together."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Cli


def doubts(cli: Cli, folder: Path, *articles: tuple[str, str]) -> str:
    """The doubts of a brief about short articles, each with its headline, on one line."""
    for number, (title, text) in enumerate(articles):
        body = f"{title}\n\nREYKJAVIK, May {6 + number}, 2031 (Corvane) - {text}\n"
        (folder / f"{number}.txt").write_text(body, encoding="utf-8")
    told = cli("brief", folder, "--quiet").out
    return " ".join(told.partition("\nDOUBTS")[2].split())


@pytest.mark.parametrize(
    ("title", "text", "detail"),
    [
        (
            "Iceland bans all trawlers from Norway",
            (
                "Iceland will ask Norwegian trawlers to pay a fee, Fisheries Minister Torvald Lind said.\n\n"
                '"We do not ban anybody. Who pays may fish," Lind told reporters.'
            ),
            "only as denied",
        ),
        (
            "Iceland closes its ports to Norway",
            "Iceland has not closed its ports to Norwegian ships, Minister Torvald Lind said on Tuesday.",
            "only as denied",
        ),
        (
            "Iceland expels the Norwegian ambassador",
            "Iceland may expel the Norwegian ambassador if the talks fail, Torvald Lind said on Tuesday.",
            "only as possible or denied",
        ),
        (
            "Storm at Hafnir kills nine",
            "Eleven sailors were killed in a storm at Hafnir on Monday, the coast guard said.",
            "gives another number",
        ),
    ],
)
def test_a_headline_that_its_text_does_not_bear_out(
    cli: Cli, tmp_path: Path, title: str, text: str, detail: str
) -> None:
    told = doubts(cli, tmp_path, (title, text))
    assert "headline against text: its headline is not borne out" in told
    assert detail in told


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Iceland expels the Norwegian ambassador",
            (
                "Iceland expelled the Norwegian ambassador on Monday, Torvald Lind said. Iceland may expel "
                "a consul too."
            ),
        ),
        (
            "Iceland may expel the Norwegian ambassador",
            "Iceland may expel the Norwegian ambassador if the talks fail, Torvald Lind said.",
        ),
        (
            "Will Iceland close its ports to Norway?",
            "Iceland has not closed its ports to Norwegian ships, Minister Torvald Lind said on Tuesday.",
        ),
        (
            "Storm at Hafnir kills 11",
            "Eleven sailors were killed in a storm at Hafnir on May 6, the coast guard said.",
        ),
    ],
)
def test_a_headline_that_says_no_more_than_its_text(
    cli: Cli, tmp_path: Path, title: str, text: str
) -> None:
    assert "headline against text" not in doubts(cli, tmp_path, (title, text))


FREYJA = "sailors were killed when the trawler Freyja sank off Hafnir"


def test_one_article_that_tells_two_numbers_contradicts_itself(cli: Cli, tmp_path: Path) -> None:
    text = (
        f"Nine {FREYJA} on Monday, the coast guard said.\n\n"
        f"The boats stay in port. Eleven {FREYJA}, Mayor Ilse Maran said."
    )
    assert "contradicts itself: tells one thing with two numbers" in doubts(
        cli, tmp_path, ("Storm at Hafnir", text)
    )


def test_two_articles_that_tell_two_numbers_differ(cli: Cli, tmp_path: Path) -> None:
    first = ("Storm at Hafnir", f"Nine {FREYJA} on Monday, the coast guard said.")
    second = ("Ship lost at Hafnir", f"Eleven {FREYJA} on Sunday, the coast guard said.")
    assert "contradicts itself" not in doubts(cli, tmp_path, first, second)
    told = cli("compare", tmp_path / "0.txt", tmp_path / "1.txt", "--quiet").out
    assert "number, conflict: 9: “Nine sailors" in " ".join(told.split())


@pytest.mark.parametrize(
    "other",
    [
        "Eleven sailors were killed when the trawler Odin sank off Hafnir on Monday",
        f"Eleven {FREYJA} on May 21",
        f"Nine {FREYJA} on Sunday",
    ],
)
def test_other_ships_and_other_days_are_no_conflict(cli: Cli, tmp_path: Path, other: str) -> None:
    first = ("Storm at Hafnir", f"Nine {FREYJA} on May 5, the coast guard said.")
    doubts(cli, tmp_path, first, ("A ship is lost", f"{other}, the coast guard said."))
    assert "number, " not in cli("compare", tmp_path / "0.txt", tmp_path / "1.txt", "--quiet").out


def test_an_altered_quotation_is_told_with_the_word_that_was_altered(
    cli: Cli, tmp_path: Path
) -> None:
    words = (
        "close the ports of the east to Norwegian ships, and we will talk with Oslo about herring"
    )
    told = doubts(
        cli,
        tmp_path,
        (
            "Lind warns",
            f'"We will not {words}," Minister Torvald Lind said in Reykjavik on Tuesday.',
        ),
        ("Lind talks", f'"We will {words}," Minister Torvald Lind said in Reykjavik on Tuesday.'),
    )
    assert "1 quote altered" in told
    assert "0 no new information" not in told  # it was the first to tell it
    both = cli("compare", tmp_path / "0.txt", tmp_path / "1.txt", "--quiet").out
    assert "“We will not close the ports" in " ".join(both.partition("They differ")[2].split())
