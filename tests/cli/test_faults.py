from __future__ import annotations

import pytest
import typer

from sayso import logs
from sayso.cli.app import Verbs
from sayso.errors import BookError


def end(error: Exception, level: str = "info") -> int:
    logs.configure(level, as_json=False)
    app = typer.Typer(cls=Verbs, rich_markup_mode=None)

    @app.callback()
    def root() -> None:
        """Nothing."""

    @app.command()
    def stumble() -> None:
        raise error

    with pytest.raises(SystemExit) as ended:
        app(["stumble"])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def test_a_fault_shows_its_place_and_no_words_of_an_article(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert end(ValueError("words of an article")) == 4
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert "in stumble" in said
    assert "words of an article" not in said


def test_an_error_of_ours_says_what_is_wrong_and_no_more(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert end(BookError("the entry 'x' has no source")) == 4
    assert capsys.readouterr().err == "sayso: error: the entry 'x' has no source\n"
