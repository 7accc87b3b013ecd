"""PolNeAR's folders: what is read, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import TrainingError
from sayso.train.polnear import Marked, read_folder

TEXT = "The dean vouched that the roof holds.\n"


def corpus(folder: Path, annotations: dict[str, str], text: str = TEXT) -> Path:
    for name in ("text", "attributions"):
        (folder / name).mkdir(parents=True)
    (folder / "text" / "roof.txt").write_bytes(text.encode())
    for name, standoff in annotations.items():
        (folder / "attributions" / name).write_bytes(standoff.encode())
    return folder


def standoff(source: str, cue: str, content: str, text: str = TEXT) -> str:
    lines = []
    for number, words in enumerate((source, cue, content), 1):
        start = text.index(words)
        lines.append(f"T{number}\tX {start} {start + len(words)}\t{words}")
    return "\n".join([*lines, "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3", ""])


def test_spans_come_with_their_roles(tmp_path: Path) -> None:
    marks = standoff("The dean", "vouched", "that the roof holds")
    articles, digest = read_folder(corpus(tmp_path / "a", {"roof_one.ann": marks}))
    assert articles[0].marked == (Marked(((9, 16),), ((17, 36),), ((0, 8),)),)
    assert read_folder(corpus(tmp_path / "b", {"roof_one.ann": marks}))[1] == digest
    assert read_folder(corpus(tmp_path / "c", {"roof_one.ann": marks + "\n"}))[1] != digest


def test_of_several_annotators_the_first_counts(tmp_path: Path) -> None:
    one = standoff("The dean", "vouched", "that the roof holds")
    two = standoff("The dean", "vouched", "the roof")
    articles, _ = read_folder(corpus(tmp_path, {"roof_b.ann": two, "roof_a.ann": one}))
    assert articles[0].marked[0].content == ((17, 36),)


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ("T1\tX 3 400\tdean\n", "line 1: not brat standoff"),
        ("T1\tX three\tdean\n", "line 1: not brat standoff"),
        ("T1\tX 0 8\tThe dean\nE1\tAttribution:T1 Source:T1\n", "marks no attribution"),
    ],
)
def test_what_is_no_standoff_is_refused(tmp_path: Path, marks: str, said: str) -> None:
    with pytest.raises(TrainingError, match=said):
        read_folder(corpus(tmp_path, {"roof_one.ann": marks}))


def test_another_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="holds no PolNeAR"):
        read_folder(tmp_path)
