from __future__ import annotations

import json
import logging

import pytest

from sayso import logs


def test_people_read_a_line_and_the_level_where_it_matters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.configure("info", as_json=False)
    logger = logging.getLogger("sayso.here")
    logger.info("3 files skipped")
    logger.error("no such file")
    logger.debug("too fine")
    assert capsys.readouterr().err == "sayso: 3 files skipped\nsayso: error: no such file\n"


def test_machines_read_json_with_the_fields(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("warning", as_json=True)
    logging.getLogger("sayso.here").info("too fine")
    logging.getLogger("sayso.here").warning("löschte %d", 2, extra={"path": "ä.txt"})
    line = json.loads(capsys.readouterr().err)
    time = line.pop("time")
    assert time.endswith("+00:00")
    assert line == {
        "level": "warning",
        "logger": "sayso.here",
        "message": "löschte 2",
        "path": "ä.txt",
    }


def test_what_libraries_say_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("debug", as_json=False)
    logging.getLogger("another.library").error("the words of an article")
    assert capsys.readouterr().err == ""


def test_configuring_twice_does_not_say_things_twice(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("info", as_json=False)
    logs.configure("info", as_json=False)
    logging.getLogger("sayso").info("once")
    assert capsys.readouterr().err == "sayso: once\n"
