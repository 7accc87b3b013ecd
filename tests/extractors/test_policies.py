"""Changes of policy: the golden passages, scope, time and whose rule it is."""

from __future__ import annotations

from functools import cache

import pytest

from golden.deals import change, count, load, read
from sayso.extractors.policies import extract
from sayso.model.ledger import PolicyChange
from sayso.reading import Reader

# Of the lines: the share that is right of those wanted, and of those given. Raise, never lower.
FLOORS = {"tuning": (1.0, 1.0), "reported": (0.8, 0.8)}


@cache
def reader() -> Reader:
    return Reader()


def changes(text: str) -> list[PolicyChange]:
    return list(extract(read(reader(), text)))


@pytest.mark.parametrize("half", FLOORS)
def test_golden_passages_keep_their_floors(half: str) -> None:
    counted = count(load("policies"), lambda text: [change(one) for one in changes(text)], half)
    recall, precision = FLOORS[half]
    assert counted.texts == 8
    assert counted.right / counted.wanted >= recall
    assert counted.right / counted.given >= precision


def test_scope_and_time() -> None:
    text = "In May 2016 Slovakia relaxed its rules on arms exports, permitting sales to Serbia."
    [one] = changes(text)
    assert one.scope == "permitting sales to Serbia"
    assert one.when is not None
    assert one.when.timex == "2016-05"


def test_a_rule_of_a_minister_is_that_of_the_state_that_is_named_with_him() -> None:
    [one] = changes("Belgian Defence Minister Luc Maes eased export controls on rifles.")
    assert one.jurisdiction is not None
    assert one.jurisdiction.resolved == "Belgium"


def test_what_may_be_changed_is_not_told_as_changed() -> None:
    [one] = changes("Portugal could lift its embargo on weapons for Angola.")
    assert (one.modality, one.direction) == ("possible", "repealed")
