"""The short form of ``make soak``: a few blows of each sort, a small crowd for a moment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
FEW = ["--kills=3", "--failures=1", "--seconds=1", "--writers=2", "--readers=3", "--articles=12"]


def test_a_few_blows() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "soak", *FEW],
        env={
            **os.environ,
            "OPENBLAS_NUM_THREADS": "1",
            "PYTHONPATH": os.pathsep.join((str(TESTS.parent / "src"), str(TESTS))),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("3 runs killed") == 2
    assert done.stdout.count("errors 0, lost 0, flaws 0") == 2
