"""What goes to standard output."""

from __future__ import annotations

import logging

import pytest

from sayso import logs
from sayso.cli.output import write_text

STEERING = "The ferry \x1b[2Jsailed\x9b1m \u202eback\u202c\x07"
SHOWN = "The ferry \ufffd[2Jsailed\ufffd1m \ufffdback\ufffd\ufffd"


def test_words_of_an_article_do_not_steer_the_terminal(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    write_text(f"{STEERING}\n")
    assert capsysbinary.readouterr().out.decode() == f"{SHOWN}\n"
    write_text(f"\x1b[1m{STEERING}\x1b[0m", coloured=True)
    assert capsysbinary.readouterr().out.decode() == f"\x1b[1m{SHOWN}\x1b[0m\n"


def test_a_name_of_a_file_does_not_either(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("info", as_json=False)
    logging.getLogger("sayso.here").error("%s: no such file", STEERING)
    assert capsys.readouterr().err == f"sayso: error: {SHOWN}: no such file\n"
