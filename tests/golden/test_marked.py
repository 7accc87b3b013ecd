"""The marked passages: they can be read, none stands twice, and those that only measure keep their floors."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from golden.lines import load_lines
from golden.mark import main, of_grids, of_lines
from golden.report_marked import FOLDER, count, held_out
from sayso.reading import Reader
from sayso.train.marked import parse_marked, read_marked


def test_no_passage_stands_twice_and_each_holds_its_marks() -> None:
    every = list(read_marked(sorted(FOLDER.glob("*.txt"))))
    assert len(every) > 4000
    assert max(Counter(one.text for one in every).values()) == 1
    assert all(one.kind in "+-" for one in every)


def test_those_that_only_measure_keep_their_floors(reader: Reader) -> None:
    some = [one for passages in held_out().values() for one in passages[::4]]
    found = count(some, reader)
    assert found.f1 >= 0.6, found
    assert found.silent / found.others >= 0.93, found


def test_nothing_of_a_reported_half_is_learned_from() -> None:
    reported = {" ".join(one.text.split()) for one in load_lines() if one.half == "reported"}
    learned = {parse_marked(line).text for line in (*of_lines(load_lines()), *of_grids())}
    marked = {one.text for one in read_marked(sorted(FOLDER.glob("*.txt")))}
    assert reported.isdisjoint(learned | marked)
    assert len(learned) > 2000


def test_articles_become_paragraphs_without_a_warning(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    calm = "The two ministers spoke of the olive harvest, and both of them went home content."
    warning = (
        "Malta said it would shut its ports to Tunisia if Tunisian trawlers entered its waters."
    )
    lines = [calm, "short", warning, f"Again: {calm}", f"So, {calm}", f"Then {calm}"]
    (tmp_path / "in" / "one.txt").write_text("\n\n".join(lines), "utf-8")
    main(tmp_path / "out", tmp_path / "in")
    written = (tmp_path / "out" / "articles.txt").read_text("utf-8").splitlines()
    assert written == [f"- {calm}", f"- So, {calm}"]
