"""The golden passages themselves: every expectation must be possible, and the halves alike."""

from __future__ import annotations

from collections import Counter

import pytest

from golden.passages import Passage, load_passages

PASSAGES = load_passages()


def test_there_are_enough_and_each_has_its_own_name_and_text() -> None:
    assert len(PASSAGES) >= 80
    assert len({passage.id for passage in PASSAGES}) == len(PASSAGES)
    assert len({passage.text for passage in PASSAGES}) == len(PASSAGES)


def test_each_construction_has_as_many_passages_in_either_half() -> None:
    per_half = {
        half: Counter(passage.construction for passage in PASSAGES if passage.half == half)
        for half in ("tuning", "reported")
    }
    assert per_half["tuning"] == per_half["reported"]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.id)
def test_what_is_expected_stands_in_the_passage(passage: Passage) -> None:
    assert passage.tuning != passage.reported
    article = passage.article
    whole = f"{article.text}\n{article.title or ''}"
    for expected in passage.statements:
        parties = [expected.speaker, *expected.addressees, *(name for name, _ in expected.chain)]
        assert all(words in whole for words in (*expected.content, *parties))
        assert any(cue in whole for cue in expected.cue.split("|"))
        assert expected.chain
        assert expected.chain[-1][0] == expected.speaker
