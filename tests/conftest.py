"""What tests share: the command line, run as a user runs it."""

from __future__ import annotations

import io
import logging
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from running import Cli, Finished
from sayso.cli import one_thread

if TYPE_CHECKING:
    from sayso.reading import Reader

SRC = Path(__file__).parents[1] / "src"

# As the command line does. Nothing above loads numpy, and what tests load is loaded later: two threads of the
# matrices for each of the workers take several times as long as one.
one_thread()

# Of what is started in the background a shell has interrupts ignored, and of all that it starts itself.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A property is tried on the same examples each time, so that what passes once passes again however busy the
# machine is; `pytest --hypothesis-profile explore` looks for new ones.
settings.register_profile("explore", deadline=None)
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable")


@pytest.fixture(autouse=True)
def _unconfigured() -> None:
    """What a command, or a fixture that ran one, has set up for its messages ends here: this test may listen to them."""
    logger = logging.getLogger("sayso")
    logger.handlers[:], logger.propagate = [], True
    logger.setLevel(logging.NOTSET)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty current folder, no settings from variables or the user's configuration, no store."""
    for name in [name for name in os.environ if name.startswith("SAYSO_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A Reader with the language model that ships."""
    from loaded import loaded

    return loaded()


@pytest.fixture
def cli(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Cli:
    """The command line in this process: ``cli("brief", "a.txt", stdin=b"...")``.

    Each run takes the language model that is loaded already.
    """
    del bare
    from loaded import loaded
    from sayso.cli import main

    monkeypatch.setattr("sayso.engines.local.Reader", loaded)

    def run(*arguments: object, stdin: bytes = b"") -> Finished:
        capsysbinary.readouterr()
        monkeypatch.setattr(sys, "argv", ["sayso", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsysbinary.readouterr()
        code = ended.value.code
        return Finished(int(code or 0), captured.out.decode(), captured.err.decode())

    return run


@pytest.fixture
def process(bare: Path) -> Cli:
    """The command line in a process of its own, where pipes and signals are real."""

    def run(*arguments: object, stdin: bytes = b"", **variables: str) -> Finished:
        done = subprocess.run(
            [sys.executable, "-m", "sayso", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=bare,
            env={**os.environ, "PYTHONPATH": str(SRC), **variables},
            check=False,
        )
        return Finished(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
