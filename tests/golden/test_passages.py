"""The golden passages themselves: every expectation must be possible, and the halves alike."""

from __future__ import annotations

from collections import Counter

import pytest

from golden.passages import Passage, load_passages

PASSAGES = load_passages()
CHAINS = load_passages("chains")


def test_there_are_enough_and_each_has_its_own_name_and_text() -> None:
    assert len(PASSAGES) >= 80
    assert len({passage.id for passage in PASSAGES}) == len(PASSAGES)
    assert len({passage.text for passage in PASSAGES}) == len(PASSAGES)


def test_each_construction_has_as_many_passages_in_either_half() -> None:
    per_half = {
        half: Counter(passage.construction for passage in PASSAGES if passage.half == half)
        for half in ("tuning", "reported")
    }
    assert all(passage.tuning != passage.reported for passage in PASSAGES)
    assert per_half["tuning"] == per_half["reported"]


def test_there_are_chains_enough_and_the_hash_parts_them_about_evenly() -> None:
    assert len(CHAINS) >= 130
    assert len({passage.id for passage in (*CHAINS, *PASSAGES)}) == len(CHAINS) + len(PASSAGES)
    blind = [passage for passage in CHAINS if not passage.tuning]
    assert not any(passage.reported for passage in blind)
    reported = sum(passage.half == "reported" for passage in blind)
    assert 0.4 <= reported / len(blind) <= 0.6


@pytest.mark.parametrize("passage", [*PASSAGES, *CHAINS], ids=lambda passage: passage.id)
def test_what_is_expected_stands_in_the_passage(passage: Passage) -> None:
    assert not (passage.tuning and passage.reported)
    whole = f"{passage.text}\n{passage.title or ''}"
    for expected in passage.statements:
        parties = [expected.speaker, *expected.addressees, *(name for name, _ in expected.chain)]
        assert all(words in whole for words in (*expected.content, *parties))
        assert any(cue in whole for cue in (expected.cue or "").split("|"))
        assert expected.chain
        assert expected.chain[-1][0] == expected.speaker
