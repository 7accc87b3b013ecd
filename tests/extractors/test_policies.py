"""Changes of policy: the golden passages, scope, time and whose rule it is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from golden.deals import read
from golden.halves import HALVES, Half
from golden.ledger import of_policies, run, score
from loaded import loaded
from sayso.extractors.policies import extract
from sayso.model.ledger import PolicyChange

# Of the lines: the share that is right of those wanted, and of those given. Raise, never lower.
FLOORS: Mapping[Half, tuple[float, float]] = {"tuning": (1.0, 1.0), "reported": (0.8, 0.8)}


def changes(text: str) -> list[PolicyChange]:
    return list(extract(read(loaded(), text)))


@pytest.mark.parametrize("half", HALVES)
def test_golden_passages_keep_their_floors(half: Half) -> None:
    golden = of_policies("policies")
    got = score(golden, run(golden, loaded(), half), half)
    recall, precision = FLOORS[half]
    assert got.whole.value >= recall
    assert got.whole.right / got.precision.of >= precision


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


@pytest.mark.parametrize(
    "text",
    [
        "The candidates talked about pensions and passing stricter controls on rifles.",
        "The bakery dropped its policy on gun holsters in its shops.",
        "Students called on the cabinet to end its policy of arms exports.",
    ],
)
def test_what_is_talked_of_or_not_a_states_is_no_change(text: str) -> None:
    assert changes(text) == []
