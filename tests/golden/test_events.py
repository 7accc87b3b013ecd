from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from golden.events import Sentence, events_of, is_right, load_sentences
from sayso.model.ledger import EventType
from sayso.reading import Reader

SENTENCES = load_sentences()
REPORTED_FLOOR = 0.8


@pytest.mark.parametrize(
    "sentence", [one for one in SENTENCES if not one.reported], ids=lambda one: one.text[:40]
)
def test_the_half_for_tuning_is_right(reader: Reader, sentence: Sentence) -> None:
    events = events_of(reader, sentence)
    assert is_right(sentence, events), events


def test_the_half_that_is_only_measured_stays_above_its_floor(reader: Reader) -> None:
    reported = [one for one in SENTENCES if one.reported]
    right = sum(is_right(one, events_of(reader, one)) for one in reported)
    assert right / len(reported) >= REPORTED_FLOOR


def test_every_type_has_its_sentences_in_both_halves() -> None:
    for reported, least in ((False, 2), (True, 1)):
        types = Counter(
            (one.type_ or "none").partition(".")[0] for one in SENTENCES if one.reported is reported
        )
        assert all(types[name] >= least for name in (*get_args(EventType), "none"))
