"""Marked passages: what a line says, what it refuses, and that writing and reading give the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import TrainingError
from sayso.train.marked import MarkedPassage, marked_line, parse_marked, read_marked


def test_marks_are_offsets_in_the_text_without_braces() -> None:
    found = parse_marked("+ {W|Valletta} would {Q|shut its ports} {C|if {T|Tunis} sent trawlers}.")
    assert found.text == "Valletta would shut its ports if Tunis sent trawlers."
    told = {mark: found.text[start:end] for mark, start, end in found.spans}
    assert told == {
        "W": "Valletta",
        "Q": "shut its ports",
        "T": "Tunis",
        "C": "if Tunis sent trawlers",
    }
    assert found.warns


def test_what_holds_no_warning_has_no_mark() -> None:
    assert parse_marked("- The port is open.") == MarkedPassage("-", "The port is open.", ())
    assert not parse_marked("- The port is open.").warns


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("The port is open.", "begins with one of"),
        ("+ {W|Valletta would shut it.", "not closed"),
        ("+ Valletta} would shut it.", "not opened"),
        ("+ {W|Valletta} would shut it.", "has its condition marked"),
        ("- It shuts {C|if they come}.", "has no mark"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(line: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_marked(line)


def test_an_error_tells_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "passages.txt"
    path.write_text("# ours\n\n- One.\n+ Two.\n", "utf-8")
    with pytest.raises(TrainingError, match=r"passages\.txt:4: "):
        list(read_marked([path]))
    with pytest.raises(TrainingError, match="cannot be read"):
        list(read_marked([tmp_path / "none.txt"]))


WORDS = st.lists(st.sampled_from(["Malta", "will", "shut", "it,", "“if”", "Ålesund"]), min_size=4)


@given(WORDS, st.data())
def test_writing_and_reading_give_the_same(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    starts = [sum(len(word) + 1 for word in words[:at]) for at in range(len(words))]
    cut = data.draw(st.integers(1, len(words) - 1))
    spans = (("C", 0, starts[cut] - 1), ("Q", starts[cut], len(text)))
    found = parse_marked(marked_line("~", text, spans))
    assert (found.kind, found.text, set(found.spans)) == ("~", text, set(spans))


def test_marks_do_not_cross() -> None:
    with pytest.raises(ValueError, match="crosses"):
        marked_line("+", "Malta will shut it", [("C", 0, 10), ("Q", 6, 15)])
