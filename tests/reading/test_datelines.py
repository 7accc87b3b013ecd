"""Datelines: found in their forms, and not where a sentence begins in capitals."""

from __future__ import annotations

import pytest

from sayso.reading.en.datelines import dateline_end, dateline_source


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("LIMA, March 3 (Andina) — The port is shut.", "Andina"),
        ("LIMA, March 3, 2023 (Andina) — The port is shut.", "Andina"),
        ("LIMA (Andina) - The port is shut.", "Andina"),
        ("ST. PETERSBURG, 3 March (Sirius Press) -- The port is shut.", "Sirius Press"),
        ("LIMA, Peru (AP) — The port is shut.", "AP"),
        ("LIMA — The port is shut.", None),
        ("LIMA ― The port is shut.", None),
        ("ADDIS ABABA, Nov. 4 – The port is shut.", None),
        ("LIMA, 3 March 2023. The port is shut.", None),
        ("LIMA, March 3 (Andina): The port is shut.", "Andina"),
    ],
)
def test_a_dateline_ends_before_the_sentence(line: str, source: str | None) -> None:
    assert line[dateline_end(line) :] == "The port is shut."
    found = dateline_source(line)
    assert (line[slice(*found)] if found else None) == source


@pytest.mark.parametrize(
    "line",
    [
        "NATO and its members — all of them — agreed.",
        "The port (Lima) - and others - are shut.",
        "IMF head Ana Paz said the port is shut.",
        "U.S. officials said so.",
        "LIMA. The port is shut.",
        "LIMA",
        "",
    ],
)
def test_a_sentence_is_no_dateline(line: str) -> None:
    assert dateline_end(line) == 0
    assert dateline_source(line) is None
