"""The wheel: what is in it, and that it works where nothing of ours is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from uv import find_uv_bin

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(out)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (made,) = out.glob("*.whl")
    return made


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    source = ROOT / "src"
    files = {
        path.relative_to(source).as_posix()
        for path in (source / "sayso").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    names = set(zipfile.ZipFile(wheel).namelist())
    assert files <= names
    assert {Path(name).name for name in names - files} >= {"LICENSE", "NOTICE", "METADATA"}
    assert any(name.endswith(".toml") for name in files)
    assert "sayso/py.typed" in files


@pytest.mark.slow
def test_the_demo_runs_from_the_wheel_in_a_bare_environment(wheel: Path, tmp_path: Path) -> None:
    uv = find_uv_bin()
    bare = tmp_path / "bare"
    install = [uv, "pip", "install", "--quiet", "--python", str(bare)]
    lock = ROOT / "requirements" / "run.txt"
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    def run(*command: str | Path) -> str:
        done = subprocess.run(
            command, cwd=tmp_path, env=variables, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run(uv, "venv", "--quiet", "--python", sys.executable, bare)
    run(*install, "--require-hashes", "-r", lock)
    run(*install, "--no-deps", wheel)
    scripts = bare / ("Scripts" if os.name == "nt" else "bin")
    where = run(scripts / "python", "-c", "import sayso; print(sayso.__file__)")
    assert Path(where.strip()).is_relative_to(bare)
    assert "IN SHORT" in run(scripts / "sayso", "demo")
